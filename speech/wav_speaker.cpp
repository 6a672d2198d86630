// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/wav_speaker.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <cstring>
#include <fmt/format.h>
#include <map>
#include <memory>
#include <optional>

namespace anjungan {

namespace {

constexpr std::size_t nameMax = 40;

void appendLittleEndian(std::string& bytes, std::uint32_t value, int count)
{
    for (int i = 0; i < count; ++i)
        bytes += static_cast<char>(value >> (8 * i) & 0xFFU);
}

std::string plainName(std::string_view name)
{
    std::string plain;
    for (const char c : name.substr(0, nameMax)) {
        const bool isKept =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
        if (isKept)
            plain += c;
    }
    return plain.empty() ? "sound" : plain;
}

/// The running number of a file of ours, or nothing.
std::optional<std::uint64_t> numberOf(const std::filesystem::path& path)
{
    const std::string name = path.filename().string();
    const std::size_t hyphen = name.find('-');
    if (path.extension() != ".wav" || hyphen == std::string::npos || hyphen == 0 || hyphen > 18)
        return std::nullopt;
    std::uint64_t number = 0;
    const char* end = name.data() + hyphen;
    const auto [stop, error] = std::from_chars(name.data(), end, number);
    return error == std::errc() && stop == end ? std::optional(number) : std::nullopt;
}

tl::unexpected<Error> diskError(int code, std::string_view what)
{
    const std::string context = fmt::format("{}: {}", what, std::strerror(code));
    const bool isFull = code == ENOSPC || code == EDQUOT;
    return failTemporarily(isFull ? "disk-full" : "disk-error", context);
}

Result<void> writeFile(const std::filesystem::path& path, const std::string& bytes)
{
    const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"), &std::fclose);
    if (!file)
        return diskError(errno, "open");
    if (std::fwrite(bytes.data(), 1, bytes.size(), file.get()) != bytes.size() ||
        std::fflush(file.get()) != 0)
        return diskError(errno, "write");
    return {};
}

} // namespace

std::string wavOf(const Sound& sound)
{
    const auto dataBytes = static_cast<std::uint32_t>(sound.samples.size() * 2);
    const auto rate = static_cast<std::uint32_t>(sound.rate);
    std::string wav;
    wav.reserve(44 + dataBytes);
    wav += "RIFF";
    appendLittleEndian(wav, 36 + dataBytes, 4);
    wav += "WAVEfmt ";
    appendLittleEndian(wav, 16, 4);
    appendLittleEndian(wav, 1, 2); // PCM
    appendLittleEndian(wav, 1, 2); // channels
    appendLittleEndian(wav, rate, 4);
    appendLittleEndian(wav, rate * 2, 4);
    appendLittleEndian(wav, 2, 2); // bytes a frame
    appendLittleEndian(wav, 16, 2);
    wav += "data";
    appendLittleEndian(wav, dataBytes, 4);
    for (const std::int16_t sample : sound.samples)
        appendLittleEndian(wav, static_cast<std::uint16_t>(sample), 2);
    return wav;
}

WavSpeaker::WavSpeaker(std::filesystem::path folder, std::size_t filesMax)
    : m_folder(std::move(folder))
    , m_filesMax(std::max<std::size_t>(1, filesMax))
{
    findEarlierFiles();
}

void WavSpeaker::findEarlierFiles()
{
    std::error_code error;
    std::multimap<std::uint64_t, std::filesystem::path> found;
    for (std::filesystem::directory_iterator it(m_folder, error), end; !error && it != end;
         it.increment(error)) {
        if (const auto number = numberOf(it->path()))
            found.emplace(*number, it->path());
    }
    for (const auto& [number, path] : found) {
        m_files.push_back(path);
        m_lastNumber = number;
    }
}

Result<void> WavSpeaker::play(const Sound& sound, const std::string& name, std::stop_token stop)
{
    if (stop.stop_requested())
        return failTemporarily("audio-interrupted");
    std::error_code error;
    std::filesystem::create_directories(m_folder, error);
    if (error)
        return diskError(error.value(), "create folder");

    const std::filesystem::path path =
        m_folder / fmt::format("{:06}-{}.wav", m_lastNumber + 1, plainName(name));
    std::filesystem::path part = path;
    part += ".part";
    Result<void> written = writeFile(part, wavOf(sound));
    if (written) {
        std::filesystem::rename(part, path, error);
        if (error)
            written = diskError(error.value(), "rename");
    }
    if (!written) {
        std::filesystem::remove(part, error);
        return written;
    }
    ++m_lastNumber;
    m_files.push_back(path);
    while (m_files.size() > m_filesMax) {
        std::filesystem::remove(m_files.front(), error);
        m_files.pop_front();
    }
    return {};
}

} // namespace anjungan
