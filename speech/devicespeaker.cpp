// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/devicespeaker.h"

#include <chrono>
#include <fmt/format.h>
#include <optional>
#include <QAudioDevice>
#include <QAudioSink>
#include <QBuffer>
#include <QCoreApplication>
#include <QEventLoop>
#include <QMediaDevices>
#include <QTimer>

namespace anjungan {

namespace {

using namespace std::chrono_literals;

constexpr auto margin = 3s;

/// The sink is idle when it has handed everything over, not when it was heard: stopping it then would cut
/// what is still in its buffer. Silence of this length takes the cut.
constexpr auto tail = 300ms;

std::optional<QAudioDevice> findDevice(const std::string& name)
{
    const auto outputs = QMediaDevices::audioOutputs();
    if (name.empty()) {
        const QAudioDevice device = QMediaDevices::defaultAudioOutput();
        return device.isNull() ? std::nullopt : std::optional(device);
    }
    for (const QAudioDevice& device : outputs) {
        if (device.description().toStdString() == name || device.id().toStdString() == name)
            return device;
    }
    return std::nullopt;
}

QAudioFormat formatOf(const Sound& sound)
{
    QAudioFormat format;
    format.setSampleRate(sound.rate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

QByteArray bytesOf(const Sound& sound)
{
    QByteArray bytes(reinterpret_cast<const char*>(sound.samples.data()),
                     static_cast<qsizetype>(sound.samples.size() * sizeof(std::int16_t)));
    const auto silentSamples = static_cast<qsizetype>(tail.count() * sound.rate / 1000);
    bytes.append(silentSamples * static_cast<qsizetype>(sizeof(std::int16_t)), '\0');
    return bytes;
}

enum class End { Played, Lost, Late, Stopped };

/// Runs an event loop of this thread until the sink is done, fails, is stopped or takes too long.
End waitForEnd(QAudioSink& sink, QBuffer& buffer, std::chrono::milliseconds limit,
               const std::stop_token& stop)
{
    QEventLoop loop;
    std::optional<End> end;
    const auto finish = [&](End how) {
        if (!end)
            end = how;
        loop.quit();
    };
    const auto look = [&] {
        if (sink.error() != QAudio::NoError && sink.error() != QAudio::UnderrunError)
            finish(End::Lost);
        else if (sink.state() == QAudio::IdleState && buffer.atEnd())
            finish(End::Played);
        else if (sink.state() == QAudio::StoppedState)
            finish(End::Lost);
    };
    QObject::connect(&sink, &QAudioSink::stateChanged, &loop, look);

    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &loop, [&] { finish(End::Late); });
    deadline.start(limit);

    // Asked rather than told: a state that changed before the connection, or without a signal, is seen too.
    QTimer glance;
    QObject::connect(&glance, &QTimer::timeout, &loop, [&] {
        if (stop.stop_requested())
            finish(End::Stopped);
        else
            look();
    });
    glance.start(20ms);

    loop.exec();
    return end.value_or(End::Lost);
}

} // namespace

DeviceSpeaker::DeviceSpeaker(std::string deviceName)
    : m_deviceName(std::move(deviceName))
{
    // The first question opens the connection to the sound server, on this thread.
    (void)QMediaDevices::audioOutputs();
}

Result<void> DeviceSpeaker::play(const Sound& sound, const std::string& name, std::stop_token stop)
{
    if (stop.stop_requested())
        return failTemporarily("audio-interrupted");
    if (QCoreApplication::instance() == nullptr)
        return failTemporarily("audio-device-missing", "no application object");
    const std::optional<QAudioDevice> device = findDevice(m_deviceName);
    if (!device)
        return failTemporarily("audio-device-missing",
                               m_deviceName.empty() ? std::string("no sound device") : m_deviceName);
    const QAudioFormat format = formatOf(sound);
    if (!device->isFormatSupported(format))
        return failTemporarily("audio-device-missing",
                               fmt::format("{} plays no 16-bit mono at {} Hz", m_deviceName, sound.rate));

    QByteArray bytes = bytesOf(sound);
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QAudioSink sink(*device, format);
    sink.start(&buffer);
    if (sink.error() == QAudio::OpenError || sink.error() == QAudio::FatalError)
        return failTemporarily("audio-device-missing", "the device cannot be opened");

    const auto length = std::chrono::milliseconds(static_cast<std::int64_t>(sound.samples.size()) * 1000 /
                                                  std::max(1, sound.rate));
    const End end = waitForEnd(sink, buffer, length + tail + margin, stop);
    sink.stop();
    switch (end) {
    case End::Played:
        return {};
    case End::Stopped:
        return failTemporarily("audio-interrupted");
    case End::Late:
        return failTemporarily("audio-device-lost", fmt::format("{} did not end in time", name));
    case End::Lost:
        break;
    }
    return failTemporarily("audio-device-lost", name);
}

} // namespace anjungan
