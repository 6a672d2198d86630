// SPDX-License-Identifier: GPL-3.0-or-later
// Proves, with real keys, that a token says what was signed and nothing else: whatever is changed, cut, added
// or signed by somebody else is refused or fails its check; that a slip's code is its ticket's token, stays
// within a QR that is easy to scan, and has a form that can never change unnoticed.
#include "core/token.h"

#include "core/slip_maker.h"
#include "storage/sodium.h"
#include "support/temp_directory.h"

#include <cctype>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace anjungan {
namespace {

using namespace std::chrono_literals;

constexpr std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
constexpr std::string_view host = "antrean.contoh.go.id";

/// What a QR of version 8 holds at level M, in its alphanumeric set.
constexpr std::size_t codeLengthMax = 221;

/// The key of a device whose seed is `first`, `first` + 1, …
SodiumSigner signerOf(std::uint8_t first)
{
    const TempDirectory directory(TempDirectory::Place::Memory);
    const std::string path = directory.path("device.key");
    {
        std::ofstream file(path, std::ios::binary);
        for (int i = 0; i < 32; ++i)
            file.put(static_cast<char>(first + i));
    }
    std::filesystem::permissions(path, std::filesystem::perms::owner_read);
    auto signer = SodiumSigner::loadOrCreate(path);
    if (!signer)
        throw std::runtime_error(signer.error().context);
    return *std::move(signer);
}

class Tokens : public testing::Test
{
protected:
    static TicketToken tokenOf(std::vector<std::string> prefixes = {"A", "BC", "D"})
    {
        TicketToken token;
        token.site = *SiteId::parse("mpp-contoh");
        TicketId::Bytes ticket{};
        for (std::size_t i = 0; i < ticket.size(); ++i)
            ticket[i] = static_cast<std::uint8_t>(0xF0 + i);
        token.ticket = TicketId(ticket);
        token.day = *parseDay("2026-11-23");
        token.number = {"A", 3, 12};
        token.issued = Instant(1'795'401'660s);
        token.prefixes = std::move(prefixes);
        return token;
    }

    [[nodiscard]] std::string write(const TicketToken& token) const
    {
        const auto text = writeToken(token, signer);
        EXPECT_TRUE(text) << text.error().context;
        return text.value_or("");
    }

    /// Whether anybody would take `text` for a token of our device.
    [[nodiscard]] bool isTrusted(std::string_view text) const
    {
        const auto read = readToken(text);
        return read && read->isSignedBy(signer.publicKey(), verifier);
    }

    [[nodiscard]] static std::string codeOfRefusal(std::string_view text)
    {
        const auto read = readToken(text);
        return read ? "read" : read.error().code;
    }

    const SodiumSigner signer = signerOf(1);
    const SodiumVerifier verifier;
};

TEST_F(Tokens, SayWhatWasSigned)
{
    TicketToken token = tokenOf();
    const PublicKey key = signer.publicKey();
    const auto read = readToken(write(token));
    ASSERT_TRUE(read) << read.error().context;
    std::copy_n(key.begin(), token.key.size(), token.key.begin());
    EXPECT_EQ(read->token, token);
    EXPECT_TRUE(read->isSignedBy(key, verifier));

    TicketToken longest = tokenOf(std::vector<std::string>(ticketLegsMax, "WQ"));
    longest.site = *SiteId::parse("mpp-ujung-12");
    longest.number = {"WQ", Number::seriesMax, Number::valueMax};
    longest.day = Day(std::chrono::days(0xFFFF));
    longest.issued = Instant(std::chrono::seconds(0xFFFFFFFF));
    longest.key = token.key;
    const auto readLongest = readToken(write(longest));
    ASSERT_TRUE(readLongest) << readLongest.error().context;
    EXPECT_EQ(readLongest->token, longest);
}

TEST_F(Tokens, AreReadBareOrAsALinkInEitherCase)
{
    const std::string text = write(tokenOf());
    std::string lower = slipCode(text, host);
    for (char& c : lower)
        c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    EXPECT_EQ(slipCode(text, ""), text);
    EXPECT_EQ(slipCode(text, host), "HTTPS://ANTREAN.CONTOH.GO.ID/T/" + text);
    for (const std::string& code : {text, slipCode(text, host), lower, "/T/" + text})
        EXPECT_TRUE(isTrusted(code)) << code;
}

TEST_F(Tokens, AreNotTrustedWithOneBitFlipped)
{
    const std::string text = write(tokenOf());
    for (std::size_t i = 0; i < text.size(); ++i) {
        // The bits that a character stands for, those that only fill the last one up included.
        for (std::size_t bit = 0; bit < 5; ++bit) {
            std::string flipped = text;
            flipped[i] = digits[digits.find(text[i]) ^ 1U << bit];
            ASSERT_FALSE(isTrusted(flipped)) << "digit " << i << " bit " << bit;
        }
        // The bits of the character itself.
        for (int bit = 0; bit < 8; ++bit) {
            std::string flipped = text;
            flipped[i] = static_cast<char>(static_cast<unsigned char>(text[i]) ^ 1U << bit);
            const bool isOtherCase =
                std::toupper(static_cast<unsigned char>(flipped[i])) == static_cast<unsigned char>(text[i]);
            ASSERT_EQ(isTrusted(flipped), isOtherCase) << "character " << i << " bit " << bit;
        }
    }
}

TEST_F(Tokens, AreNotTrustedCutOrExtended)
{
    const std::string text = write(tokenOf());
    for (std::size_t length = 0; length < text.size(); ++length) {
        ASSERT_FALSE(isTrusted(std::string_view(text).substr(0, length))) << length;
        ASSERT_FALSE(isTrusted(std::string_view(text).substr(text.size() - length))) << length;
    }
    for (const char* more : {"A", "AA", "AAAAAAAA", "=", " ", "\n", "/"})
        EXPECT_FALSE(isTrusted(text + more)) << more;
    EXPECT_FALSE(isTrusted(text + text));
    EXPECT_FALSE(isTrusted(text + std::string(1, '\0')));
}

TEST_F(Tokens, AreTrustedFromTheirDeviceAlone)
{
    const SodiumSigner other = signerOf(101);
    const auto read = readToken(write(tokenOf()));
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->isSignedBy(other.publicKey(), verifier));

    // Whoever signs for another device is found out even if the first bytes of the keys were alike.
    UncheckedToken claimed = *readToken(*writeToken(tokenOf(), other));
    const PublicKey key = signer.publicKey();
    std::copy_n(key.begin(), claimed.token.key.size(), claimed.token.key.begin());
    EXPECT_FALSE(claimed.isSignedBy(key, verifier));
}

TEST_F(Tokens, TellANewerVersionFromNonsense)
{
    const std::string text = write(tokenOf());
    const auto ofVersion = [&text](std::size_t version) {
        // The version is the first byte: the first digit and the upper three bits of the second.
        std::string changed = text;
        changed[0] = digits[version >> 3];
        changed[1] = digits[(version & 7) << 2 | (digits.find(text[1]) & 3)];
        return changed;
    };
    EXPECT_EQ(ofVersion(1), text);
    EXPECT_EQ(codeOfRefusal(ofVersion(0)), "token-unreadable");
    EXPECT_EQ(codeOfRefusal(ofVersion(2)), "token-version");
    EXPECT_EQ(codeOfRefusal(ofVersion(255)), "token-version");
    for (const char* nonsense : {"", "A", "1", "A-012", "HTTPS://ANTREAN.CONTOH.GO.ID/T/", "🙂", "AB CD"})
        EXPECT_EQ(codeOfRefusal(nonsense), "token-unreadable") << nonsense;
}

TEST_F(Tokens, AreOfBoundedLength)
{
    const auto overLong = readToken(std::string(513, 'A'));
    ASSERT_FALSE(overLong);
    EXPECT_EQ(overLong.error().code, "token-unreadable");
    EXPECT_EQ(overLong.error().context, "too long");
    EXPECT_EQ(codeOfRefusal(std::string(10'000'000, 'A')), "token-unreadable");
    EXPECT_FALSE(isTrusted(std::string(512, '/') + write(tokenOf())));

    const auto refusalOf = [this](const TicketToken& token) {
        const auto text = writeToken(token, signer);
        return text ? "written" : text.error().code;
    };
    TicketToken token = tokenOf();
    token.site = *SiteId::parse("mpp-terlampau");
    EXPECT_EQ(refusalOf(token), "token-too-large");
    EXPECT_EQ(refusalOf(tokenOf(std::vector<std::string>(ticketLegsMax + 1, "A"))), "token-too-large");
    EXPECT_EQ(refusalOf(tokenOf({"A", "a"})), "token-too-large");
    token = tokenOf();
    token.day = Day(std::chrono::days(0x10000));
    EXPECT_EQ(refusalOf(token), "token-too-large");
    token = tokenOf();
    token.issued = Instant(-1s);
    EXPECT_EQ(refusalOf(token), "token-too-large");
}

TEST_F(Tokens, StayWithinAQrThatIsEasyToScan)
{
    EXPECT_LE(slipCode(write(tokenOf({"A"})), host).size(), codeLengthMax);
    EXPECT_LE(slipCode(write(tokenOf({"A", "BC", "D"})), host).size(), codeLengthMax);
    TicketToken longest = tokenOf(std::vector<std::string>(ticketLegsMax, "WQ"));
    longest.site = *SiteId::parse("mpp-ujung-12");
    EXPECT_LE(write(longest).size(), codeLengthMax);
}

TEST_F(Tokens, HaveAFormThatNeverChanges)
{
    EXPECT_EQ(write(tokenOf()), "AEFG24DQFVRW63TUN5UPB4PS6P2PL5XX7D47V6747X7P6UJMIEAAGAAMNMB2PPDZ"
                                "WVLC4A2BABBEGRAAZ6ZT5G7IK736HYHNYJXA6HNC7ETPTCZSIMUHT55YU4EEQC4X"
                                "YCCIMMJ6AKE4WBL4ZYXJP4P4ET2TINUEJTA3KZTVE72OOKWRIAW5CCI");
}

class SlipCodes : public Tokens
{
protected:
    /// Half past midnight in the east: still yesterday in UTC.
    static Slip slipOf()
    {
        const TicketToken token = tokenOf();
        Slip slip;
        slip.site = token.site;
        slip.ticket = token.ticket;
        slip.number = token.number;
        slip.timeZone = TimeZone::Wit;
        slip.issued = LocalInstant(token.day) + 30min + 999ms;
        for (const std::string& prefix : token.prefixes)
            slip.errands.push_back({"Kartu Keluarga", "Disdukcapil", "Zona 1", 1, 3, 5min, 15min, prefix});
        return slip;
    }
};

TEST_F(SlipCodes, AreTheTokenOfTheirTicket)
{
    TicketToken token = tokenOf();
    token.issued = Instant(token.day.time_since_epoch() + 30min - 9h);
    const auto code = makeSlipCode(slipOf(), signer, "");
    ASSERT_TRUE(code) << code.error().context;
    EXPECT_EQ(*code, (SlipCode{write(token), false}));
    EXPECT_EQ(makeSlipCode(slipOf(), signer, host), (SlipCode{slipCode(write(token), host), true}));
}

TEST_F(SlipCodes, OutliveTheOutboxAndAReprint)
{
    const std::string text = toJsonText(slipOf());
    EXPECT_EQ(nlohmann::json::parse(text).dump(), text);
    auto stored = slipFromJson(nlohmann::json::parse(text));
    ASSERT_TRUE(stored) << stored.error().context;
    stored->reprint = true;
    EXPECT_EQ(makeSlipCode(*stored, signerOf(1), host), makeSlipCode(slipOf(), signer, host));
}

TEST_F(SlipCodes, AreRefusedWhereNoTokenHoldsThem)
{
    Slip slip = slipOf();
    slip.site = *SiteId::parse("mpp-terlampau");
    const auto code = makeSlipCode(slip, signer, host);
    ASSERT_FALSE(code);
    EXPECT_EQ(code.error().code, "token-too-large");
}

} // namespace
} // namespace anjungan
