// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/token.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <span>

namespace anjungan {

namespace {

constexpr std::uint8_t tokenVersion = 1;
constexpr std::size_t tokenTextLengthMax = 512;
constexpr std::string_view base32Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

using Bytes = std::vector<std::uint8_t>;

std::string toBase32(std::span<const std::uint8_t> bytes)
{
    std::string out;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const std::uint8_t byte : bytes) {
        buffer = (buffer << 8 | byte) & 0xFFFF;
        bits += 8;
        while (bits >= 5) {
            bits -= 5;
            out.push_back(base32Digits[buffer >> bits & 31]);
        }
    }
    if (bits > 0)
        out.push_back(base32Digits[buffer << (5 - bits) & 31]);
    return out;
}

/// Nothing if a character is foreign, or if bits that `toBase32` writes as zero are set: one token has
/// one spelling.
std::optional<Bytes> fromBase32(std::string_view text)
{
    Bytes out;
    std::uint32_t buffer = 0;
    int bits = 0;
    for (const char c : text) {
        const auto digit = base32Digits.find(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
        if (digit == std::string_view::npos)
            return std::nullopt;
        buffer = (buffer << 5 | static_cast<std::uint32_t>(digit)) & 0xFFFF;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            out.push_back(static_cast<std::uint8_t>(buffer >> bits & 0xFF));
        }
    }
    if (bits >= 5 || (buffer & ((1U << bits) - 1)) != 0)
        return std::nullopt;
    return out;
}

void putInteger(Bytes& into, std::uint64_t value, int bytes)
{
    for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8)
        into.push_back(static_cast<std::uint8_t>(value >> shift & 0xFF));
}

void putPrefix(Bytes& into, const std::string& prefix)
{
    into.push_back(static_cast<std::uint8_t>(prefix[0]));
    into.push_back(prefix.size() > 1 ? static_cast<std::uint8_t>(prefix[1]) : 0);
}

/// Takes from the front; once something was missing or wrong it stays bad.
class Reader
{
public:
    explicit Reader(std::span<const std::uint8_t> bytes)
        : m_rest(bytes)
    {}

    [[nodiscard]] bool isGood() const { return m_good; }
    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }

    std::span<const std::uint8_t> take(std::size_t count)
    {
        if (m_rest.size() < count) {
            m_good = false;
            return {};
        }
        const auto taken = m_rest.first(count);
        m_rest = m_rest.subspan(count);
        return taken;
    }

    std::uint64_t takeInteger(std::size_t bytes)
    {
        std::uint64_t value = 0;
        for (const std::uint8_t byte : take(bytes))
            value = value << 8 | byte;
        return value;
    }

    std::string takePrefix()
    {
        std::string prefix;
        for (const std::uint8_t byte : take(2)) {
            if (byte != 0)
                prefix.push_back(static_cast<char>(byte));
        }
        m_good = m_good && isPrefix(prefix);
        return prefix;
    }

    template <typename T>
    T takeParsed(const std::optional<T>& parsed)
    {
        m_good = m_good && parsed.has_value();
        return parsed.value_or(T{});
    }

private:
    std::span<const std::uint8_t> m_rest;
    bool m_good = true;
};

bool fits(const TicketToken& token)
{
    const auto day = token.day.time_since_epoch().count();
    const auto seconds = std::chrono::floor<std::chrono::seconds>(token.issued).time_since_epoch().count();
    return token.site.text().size() <= siteIdLengthMax && day >= 0 && day <= 0xFFFF && seconds >= 0 &&
           seconds <= 0xFFFFFFFF && token.prefixes.size() <= ticketLegsMax && isPrefix(token.number.prefix) &&
           std::all_of(token.prefixes.begin(), token.prefixes.end(), &isPrefix);
}

TicketToken readMessage(Reader& reader)
{
    TicketToken token;
    const auto siteLength = std::min<std::size_t>(reader.takeInteger(1), siteIdLengthMax + 1);
    const auto site = reader.take(siteLength);
    token.site = reader.takeParsed(SiteId::parse({reinterpret_cast<const char*>(site.data()), site.size()}));
    TicketId::Bytes ticket{};
    const auto ticketBytes = reader.take(ticket.size());
    std::copy(ticketBytes.begin(), ticketBytes.end(), ticket.begin());
    token.ticket = TicketId(ticket);
    token.day = Day(std::chrono::days(static_cast<int>(reader.takeInteger(2))));
    token.number.prefix = reader.takePrefix();
    token.number.series = static_cast<std::uint8_t>(reader.takeInteger(1));
    token.number.value = static_cast<std::uint16_t>(reader.takeInteger(2));
    token.issued = Instant(std::chrono::seconds(reader.takeInteger(4)));
    const auto key = reader.take(token.key.size());
    std::copy(key.begin(), key.end(), token.key.begin());
    const auto legs = reader.takeInteger(1);
    for (std::uint64_t i = 0; i < legs && reader.isGood(); ++i)
        token.prefixes.push_back(reader.takePrefix());
    return token;
}

} // namespace

Result<std::string> writeToken(const TicketToken& token, const Signer& signer)
{
    if (!fits(token))
        return refuse("token-too-large", token.site.text());
    Bytes bytes;
    putInteger(bytes, tokenVersion, 1);
    putInteger(bytes, token.site.text().size(), 1);
    bytes.insert(bytes.end(), token.site.text().begin(), token.site.text().end());
    bytes.insert(bytes.end(), token.ticket.bytes().begin(), token.ticket.bytes().end());
    putInteger(bytes, static_cast<std::uint64_t>(token.day.time_since_epoch().count()), 2);
    putPrefix(bytes, token.number.prefix);
    putInteger(bytes, token.number.series, 1);
    putInteger(bytes, token.number.value, 2);
    const auto seconds = std::chrono::floor<std::chrono::seconds>(token.issued).time_since_epoch().count();
    putInteger(bytes, static_cast<std::uint64_t>(seconds), 4);
    const PublicKey key = signer.publicKey();
    bytes.insert(bytes.end(), key.begin(), key.begin() + token.key.size());
    putInteger(bytes, token.prefixes.size(), 1);
    for (const std::string& prefix : token.prefixes)
        putPrefix(bytes, prefix);
    const Signature signature = signer.sign(bytes);
    bytes.insert(bytes.end(), signature.begin(), signature.end());
    return toBase32(bytes);
}

bool UncheckedToken::isSignedBy(const PublicKey& key, const Verifier& verifier) const
{
    return std::equal(token.key.begin(), token.key.end(), key.begin()) &&
           verifier.verify(key, message, signature);
}

Result<UncheckedToken> readToken(std::string_view text)
{
    if (text.size() > tokenTextLengthMax)
        return refuse("token-unreadable", "too long");
    if (const auto slash = text.rfind('/'); slash != std::string_view::npos)
        text.remove_prefix(slash + 1);
    const auto bytes = fromBase32(text);
    if (!bytes || bytes->empty())
        return refuse("token-unreadable", "not base 32");
    if (bytes->front() > tokenVersion)
        return refuse("token-version", std::to_string(bytes->front()));
    UncheckedToken unchecked;
    if (bytes->front() != tokenVersion || bytes->size() <= unchecked.signature.size())
        return refuse("token-unreadable", "too short");
    const std::span<const std::uint8_t> all(*bytes);
    const auto message = all.first(all.size() - unchecked.signature.size());
    Reader reader(message.subspan(1));
    unchecked.token = readMessage(reader);
    const Number& number = unchecked.token.number;
    const bool legal = unchecked.token.prefixes.size() <= ticketLegsMax && number.value >= 1 &&
                       number.value <= Number::valueMax && number.series <= Number::seriesMax;
    if (!reader.isGood() || !reader.isAtEnd() || !legal)
        return refuse("token-unreadable", "malformed");
    unchecked.message.assign(message.begin(), message.end());
    std::copy(all.end() - static_cast<std::ptrdiff_t>(unchecked.signature.size()), all.end(),
              unchecked.signature.begin());
    return unchecked;
}

std::string slipCode(std::string_view token, std::string_view publicHost)
{
    if (publicHost.empty())
        return std::string(token);
    std::string link = "HTTPS://";
    for (const char c : publicHost)
        link.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(c))));
    link += "/T/";
    link += token;
    return link;
}

} // namespace anjungan
