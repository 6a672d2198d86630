// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/device_speaker.h"

#include <chrono>
#include <fmt/format.h>
#include <memory>
#include <optional>
#include <QAudioDevice>
#include <QAudioSink>
#include <QBuffer>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QMediaDevices>
#include <QThread>
#include <QTimer>

namespace anjungan {

namespace {

using namespace std::chrono_literals;

constexpr auto margin = 3s;

/// How long a thread that should be done may take to end before it is left behind.
constexpr auto grace = 500ms;

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

/// What a playing thread needs; its own copy, because a thread that is stuck in the sound server is left
/// behind with it.
struct Job
{
    std::string deviceName;
    Sound sound;
    std::stop_token stop;
    Result<void> result;
};

std::chrono::milliseconds lengthOf(const Sound& sound)
{
    return std::chrono::milliseconds(static_cast<std::int64_t>(sound.samples.size()) * 1000 /
                                     std::max(1, sound.rate));
}

/// Plays on the calling thread, which must be a QThread.
Result<void> playHere(const Job& job)
{
    const Sound& sound = job.sound;
    const std::optional<QAudioDevice> device = findDevice(job.deviceName);
    if (!device)
        return failTemporarily("audio-device-missing", fmt::format("no sound device \"{}\"", job.deviceName));
    const QAudioFormat format = formatOf(sound);
    if (!device->isFormatSupported(format))
        return failTemporarily("audio-device-missing", fmt::format("no 16-bit mono at {} Hz", sound.rate));

    QByteArray bytes = bytesOf(sound);
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QAudioSink sink(*device, format);
    sink.start(&buffer);
    if (sink.error() == QAudio::OpenError || sink.error() == QAudio::FatalError)
        return failTemporarily("audio-device-missing", "the device cannot be opened");

    const End end = waitForEnd(sink, buffer, lengthOf(sound) + tail + margin, job.stop);
    sink.stop();
    switch (end) {
    case End::Played:
        return {};
    case End::Stopped:
        return failTemporarily("audio-interrupted");
    case End::Late:
        return failTemporarily("audio-device-lost", "it did not end in time");
    case End::Lost:
        break;
    }
    return failTemporarily("audio-device-lost", "the device failed");
}

} // namespace

DeviceSpeaker::DeviceSpeaker(std::string deviceName)
    : m_deviceName(std::move(deviceName))
{
    // The first question opens the connection to the sound server, on this thread.
    (void)QMediaDevices::audioOutputs();
}

Result<void> DeviceSpeaker::play(const Sound& sound, const std::string&, std::stop_token stop)
{
    if (stop.stop_requested())
        return failTemporarily("audio-interrupted");
    if (QCoreApplication::instance() == nullptr)
        return failTemporarily("audio-device-missing", "no application object");
    if (m_stuck != nullptr) {
        if (!m_stuck->isFinished())
            return failTemporarily("audio-device-missing", "the sound server does not answer");
        delete m_stuck;
        m_stuck = nullptr;
    }

    // The sink feeds itself by timers that Qt gives only to threads of its own: on the caller's it would
    // fill its buffer once and then stand still.
    const auto job = std::make_shared<Job>(Job{m_deviceName, sound, stop, {}});
    std::unique_ptr<QThread> thread(QThread::create([job] { job->result = playHere(*job); }));
    thread->start();

    // Qt waits for the sound server without a limit of its own.
    const auto limit = std::chrono::steady_clock::now() + lengthOf(sound) + tail + margin + grace;
    std::optional<std::chrono::steady_clock::time_point> stopLimit;
    while (!thread->wait(QDeadlineTimer(20ms))) {
        const auto now = std::chrono::steady_clock::now();
        if (!stopLimit && stop.stop_requested())
            stopLimit = now + grace;
        if (now > limit || (stopLimit && now > *stopLimit)) {
            m_stuck = thread.release();
            return failTemporarily(stopLimit ? "audio-interrupted" : "audio-device-lost",
                                   "the sound server does not answer");
        }
    }
    return job->result;
}

} // namespace anjungan
