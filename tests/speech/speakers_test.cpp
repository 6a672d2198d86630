// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves that WAV files are valid, complete, numbered and never half there, and that a machine's sound
// device plays in real time or says quickly that it is missing.
#include "speech/chime.h"
#include "speech/device_speaker.h"
#include "speech/wav_speaker.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <QAudioDevice>
#include <QCoreApplication>
#include <QMediaDevices>
#include <thread>

namespace anjungan {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class WavFolder : public ::testing::Test
{
protected:
    void SetUp() override
    {
        std::string pattern = (fs::temp_directory_path() / "anjungan-wav-XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        folder = pattern;
    }
    void TearDown() override { fs::remove_all(folder); }

    [[nodiscard]] std::vector<std::string> files() const
    {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder))
            names.push_back(entry.path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    fs::path folder;
};

std::uint32_t littleEndian(const std::string& bytes, std::size_t at, std::size_t count)
{
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes.at(at + i))) << (8 * i);
    return value;
}

std::string contentOf(const fs::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST_F(WavFolder, FileIsValidAndHoldsEverySample)
{
    WavSpeaker speaker(folder);
    Sound sound = makeChime(22'050);
    sound.samples.push_back(-32'768);
    sound.samples.push_back(32'767);
    ASSERT_TRUE(speaker.play(sound, "A-012-3", {}));
    ASSERT_THAT(files(), ElementsAre("000001-A-012-3.wav"));

    const std::string wav = contentOf(folder / "000001-A-012-3.wav");
    ASSERT_EQ(wav.size(), 44 + sound.samples.size() * 2);
    EXPECT_EQ(wav.substr(0, 4), "RIFF");
    EXPECT_EQ(littleEndian(wav, 4, 4), wav.size() - 8);
    EXPECT_EQ(wav.substr(8, 8), "WAVEfmt ");
    EXPECT_EQ(littleEndian(wav, 16, 4), 16u);
    EXPECT_EQ(littleEndian(wav, 20, 2), 1u);
    EXPECT_EQ(littleEndian(wav, 22, 2), 1u);
    EXPECT_EQ(littleEndian(wav, 24, 4), 22'050u);
    EXPECT_EQ(littleEndian(wav, 28, 4), 44'100u);
    EXPECT_EQ(littleEndian(wav, 32, 2), 2u);
    EXPECT_EQ(littleEndian(wav, 34, 2), 16u);
    EXPECT_EQ(wav.substr(36, 4), "data");
    EXPECT_EQ(littleEndian(wav, 40, 4), sound.samples.size() * 2);
    for (std::size_t i = 0; i < sound.samples.size(); ++i) {
        ASSERT_EQ(static_cast<std::int16_t>(littleEndian(wav, 44 + 2 * i, 2)), sound.samples[i]) << i;
    }
}

TEST_F(WavFolder, NumbersGoOnAfterARestartAndOldFilesAreRemoved)
{
    const Sound sound{8'000, {1, 2, 3}};
    {
        WavSpeaker speaker(folder, 3);
        ASSERT_TRUE(speaker.play(sound, "A-001-1", {}));
        ASSERT_TRUE(speaker.play(sound, "A-002-1", {}));
    }
    std::ofstream(folder / "notes.txt") << "not ours";
    std::ofstream(folder / "x-1.wav") << "not ours";
    WavSpeaker speaker(folder, 3);
    ASSERT_TRUE(speaker.play(sound, "A-003-1", {}));
    ASSERT_TRUE(speaker.play(sound, "A-004-1", {}));
    EXPECT_THAT(files(), ElementsAre("000002-A-002-1.wav", "000003-A-003-1.wav", "000004-A-004-1.wav",
                                     "notes.txt", "x-1.wav"));
}

TEST_F(WavFolder, HostileNamesStayInTheFolder)
{
    WavSpeaker speaker(folder / "inner");
    const Sound sound{8'000, {1}};
    ASSERT_TRUE(speaker.play(sound, "../../etc/passwd", {}));
    ASSERT_TRUE(speaker.play(sound, "", {}));
    ASSERT_TRUE(speaker.play(sound, std::string(100'000, 'x'), {}));
    EXPECT_THAT(files(), ElementsAre("inner"));
    EXPECT_TRUE(fs::exists(folder / "inner" / "000001-etcpasswd.wav"));
    EXPECT_TRUE(fs::exists(folder / "inner" / "000002-sound.wav"));
    EXPECT_TRUE(fs::exists(folder / "inner" / ("000003-" + std::string(40, 'x') + ".wav")));
}

TEST_F(WavFolder, AFolderThatCannotBeWrittenIsAnError)
{
    std::ofstream(folder / "file") << "in the way";
    WavSpeaker speaker(folder / "file" / "inner");
    const auto played = speaker.play({8'000, {1}}, "A", {});
    ASSERT_FALSE(played);
    EXPECT_EQ(played.error().code, "disk-error");
    EXPECT_EQ(played.error().severity, Severity::TryAgain);
}

TEST_F(WavFolder, AFullDiskIsSaidAndLeavesNoPart)
{
    if (!fs::exists("/dev/full"))
        GTEST_SKIP() << "no /dev/full here";
    WavSpeaker speaker(folder);
    fs::create_symlink("/dev/full", folder / "000001-A.wav.part");
    const auto played = speaker.play({8'000, std::vector<std::int16_t>(5'000, 1)}, "A", {});
    ASSERT_FALSE(played);
    EXPECT_EQ(played.error().code, "disk-full");
    EXPECT_THAT(files(), IsEmpty());
    EXPECT_TRUE(speaker.play({8'000, {1}}, "A", {})) << "goes on when there is room again";
}

class Device : public ::testing::Test
{
protected:
    /// Plays on another thread while this one runs the application's events, as in a face.
    static std::pair<Result<void>, std::chrono::milliseconds> play(DeviceSpeaker& speaker, const Sound& sound,
                                                                   std::stop_token stop = {})
    {
        Result<void> result;
        std::atomic<bool> done = false;
        const auto start = std::chrono::steady_clock::now();
        std::thread worker([&] {
            result = speaker.play(sound, "test", stop);
            done = true;
        });
        while (!done)
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        worker.join();
        return {result, std::chrono::duration_cast<std::chrono::milliseconds>(
                            std::chrono::steady_clock::now() - start)};
    }

    int m_argc = 1;
    char m_name[5] = "test";
    char* m_argv[2] = {m_name, nullptr};
    QCoreApplication m_application{m_argc, m_argv};
};

TEST_F(Device, PlaysInRealTimeOrIsMissingAtOnce)
{
    DeviceSpeaker speaker;
    const bool isThere = !QMediaDevices::defaultAudioOutput().isNull();
    const auto [played, took] = play(speaker, makeChime(22'050));
    if (isThere) {
        EXPECT_TRUE(played) << played.error().code << ' ' << played.error().context;
        EXPECT_GE(took, 1'300ms);
        EXPECT_LT(took, 5'500ms);
    } else {
        ASSERT_FALSE(played);
        EXPECT_EQ(played.error().code, "audio-device-missing");
        EXPECT_EQ(played.error().severity, Severity::TryAgain);
        EXPECT_LT(took, 1'000ms);
    }
}

TEST_F(Device, ANameThatIsNotThereIsMissing)
{
    DeviceSpeaker speaker("no such device");
    const auto [played, took] = play(speaker, makeChime(22'050));
    ASSERT_FALSE(played);
    EXPECT_EQ(played.error().code, "audio-device-missing");
    EXPECT_LT(took, 1'000ms);
}

TEST_F(Device, StopsInTheMiddle)
{
    DeviceSpeaker speaker;
    const bool isThere = !QMediaDevices::defaultAudioOutput().isNull();
    std::stop_source source;
    std::thread stopper([&] {
        std::this_thread::sleep_for(200ms);
        source.request_stop();
    });
    const auto [played, took] =
        play(speaker, {22'050, std::vector<std::int16_t>(22'050 * 20, 0)}, source.get_token());
    stopper.join();
    ASSERT_FALSE(played);
    EXPECT_EQ(played.error().code, isThere ? "audio-interrupted" : "audio-device-missing");
    EXPECT_LT(took, 2'000ms);
}

} // namespace
} // namespace anjungan
