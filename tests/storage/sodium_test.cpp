// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that hashes and signatures are the standard ones, so that other nodes and programs can check
// them, and that the device's key survives, is never replaced, and is refused where others could read it.
#include "storage/sodium.h"
#include "storage/system_clock.h"
#include "storage/system_random.h"
#include "support/child_process.h"
#include "support/temp_directory.h"

#include <fstream>
#include <gmock/gmock.h>
#include <set>
#include <sys/stat.h>

namespace anjungan {
namespace {

std::string hex(std::span<const std::uint8_t> bytes)
{
    std::string text;
    for (const std::uint8_t byte : bytes) {
        constexpr std::string_view digits = "0123456789abcdef";
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::span<const std::uint8_t> bytesOf(std::string_view text)
{
    return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

TEST(SodiumHasher, IsBlake2b256)
{
    EXPECT_EQ(hex(SodiumHasher().hash("abc")),
              "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
    EXPECT_EQ(hex(SodiumHasher().hash("")),
              "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

class KeyFile : public testing::Test
{
protected:
    static std::string codeOf(const std::string& path)
    {
        const auto signer = SodiumSigner::loadOrCreate(path);
        return signer ? "loaded" : signer.error().code;
    }
    /// A key file of our own making, with the mode that it should have.
    void write(const std::string& bytes) const
    {
        std::filesystem::remove(path);
        std::ofstream(path, std::ios::binary) << bytes;
        ::chmod(path.c_str(), 0600);
    }

    TempDirectory directory;
    std::string path = directory.path("key");
};

// RFC 8032, test 2.
TEST_F(KeyFile, SignsAsEd25519Does)
{
    write("\x4c\xcd\x08\x9b\x28\xff\x96\xda\x9d\xb6\xc3\x46\xec\x11\x4e\x0f"
          "\x5b\x8a\x31\x9f\x35\xab\xa6\x24\xda\x8c\xf6\xed\x4f\xb8\xa6\xfb");
    const SodiumSigner signer = SodiumSigner::loadOrCreate(path).value();
    EXPECT_EQ(hex(signer.publicKey()), "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    EXPECT_EQ(hex(signer.sign(bytesOf("r"))),
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
              "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
}

TEST_F(KeyFile, TheVerifierKnowsItsOwnMessageOnly)
{
    const SodiumSigner signer = SodiumSigner::loadOrCreate(path).value();
    const SodiumSigner other = SodiumSigner::loadOrCreate(directory.path("other")).value();
    const SodiumVerifier verifier;
    Signature signature = signer.sign(bytesOf("A-012"));
    EXPECT_TRUE(verifier.verify(signer.publicKey(), bytesOf("A-012"), signature));
    EXPECT_FALSE(verifier.verify(signer.publicKey(), bytesOf("A-013"), signature));
    EXPECT_FALSE(verifier.verify(other.publicKey(), bytesOf("A-012"), signature));
    signature[63] ^= 1;
    EXPECT_FALSE(verifier.verify(signer.publicKey(), bytesOf("A-012"), signature));
    EXPECT_TRUE(verifier.verify(signer.publicKey(), {}, signer.sign({}))) << "an empty message";
}

TEST_F(KeyFile, IsMadeOnceForItsOwnerAlone)
{
    const PublicKey key = SodiumSigner::loadOrCreate(path)->publicKey();
    EXPECT_EQ(SodiumSigner::loadOrCreate(path)->publicKey(), key);
    struct stat status = {};
    ASSERT_EQ(::stat(path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0600U);
    EXPECT_EQ(status.st_size, 32);
    const auto entries = std::filesystem::directory_iterator(directory.path());
    EXPECT_EQ(std::distance(begin(entries), end(entries)), 1) << "nothing unfinished is left";
}

TEST_F(KeyFile, OfAWrongSizeIsRefusedAndKept)
{
    for (const std::size_t size : {0U, 31U, 33U, 64U}) {
        write(std::string(size, 'k'));
        EXPECT_EQ(codeOf(path), "key-invalid") << size;
        EXPECT_EQ(std::filesystem::file_size(path), size);
    }
}

TEST_F(KeyFile, ThatOthersMayReadIsRefused)
{
    ASSERT_EQ(codeOf(path), "loaded");
    for (const mode_t mode : {0640U, 0604U, 0660U, 0601U}) {
        ::chmod(path.c_str(), mode);
        EXPECT_EQ(codeOf(path), "key-invalid") << mode;
    }
    ::chmod(path.c_str(), 0400);
    EXPECT_EQ(codeOf(path), "loaded");
}

TEST_F(KeyFile, ThatIsNoFileIsRefused)
{
    ASSERT_EQ(codeOf(path), "loaded");
    std::filesystem::create_symlink(path, directory.path("link"));
    EXPECT_EQ(codeOf(directory.path("link")), "key-invalid");
    EXPECT_EQ(codeOf(directory.path()), "key-invalid");
    ASSERT_EQ(::mkfifo(directory.path("pipe").c_str(), 0600), 0);
    EXPECT_EQ(codeOf(directory.path("pipe")), "key-invalid") << "and does not wait for a writer";
    EXPECT_EQ(codeOf(directory.path("no/such/key")), "disk-error");
}

TEST_F(KeyFile, TwoProcessesAtOnceAgreeOnOneKey)
{
    for (int round = 0; round < 10; ++round) {
        const std::string shared = directory.path("key-" + std::to_string(round));
        const auto make = [&](int pipe) {
            const std::string key = hex(SodiumSigner::loadOrCreate(shared)->publicKey());
            return ::write(pipe, key.data(), key.size()) == 64 ? 0 : 1;
        };
        ChildProcess one(make);
        ChildProcess two(make);
        EXPECT_EQ(one.readAll(), two.readAll());
    }
}

TEST(SystemRandom, GivesDifferentIds)
{
    SystemRandom random;
    std::set<std::string> ids;
    for (int i = 0; i < 1'000; ++i)
        ids.insert(random.makeId<CommandId>().text());
    EXPECT_EQ(ids.size(), 1'000U);
}

TEST(SystemClock, IsTheSystems)
{
    const SystemClock clock;
    const auto before = std::chrono::system_clock::now();
    EXPECT_LE(std::chrono::abs(clock.now() - before), std::chrono::seconds(5));
    const auto start = clock.steady();
    ::usleep(20'000);
    EXPECT_GE(clock.steady() - start, std::chrono::milliseconds(19));
}

} // namespace
} // namespace anjungan
