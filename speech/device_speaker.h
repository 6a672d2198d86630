// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/speaker.h"

class QThread;

namespace anjungan {

/// The machine's sound device, through Qt Multimedia (PulseAudio or PipeWire's stand-in for it).
///
/// Made on the thread of the QCoreApplication, which must run an event loop and outlive it: the connection
/// to the sound server lives there. `play` is for one other thread, which needs no event loop of its own.
/// The device is looked for anew at each sound, so that one plugged in later is found. The sound server is
/// not: where it does not run when this is made, or is restarted later, Qt 6.4 stays without it for the life
/// of the process, and every sound is answered by `audio-device-missing` until the application is restarted.
class DeviceSpeaker final : public Speaker
{
public:
    /// `deviceName`: as the system describes it, or its id; empty for the default device. A named device
    /// that is not there is missing: no other one speaks in its place.
    explicit DeviceSpeaker(std::string deviceName = {});
    DeviceSpeaker(const DeviceSpeaker&) = delete;
    DeviceSpeaker& operator=(const DeviceSpeaker&) = delete;

    /// Errors: `audio-device-missing`, `audio-device-lost` (an error of the device, or the sound did not
    /// end within its length and a margin of 3 s), `audio-interrupted`.
    [[nodiscard]] Result<void> play(const Sound& sound, const std::string& name,
                                    std::stop_token stop) override;

private:
    std::string m_deviceName;
    QThread* m_stuck = nullptr; ///< waits in a sound server that does not answer; cannot be ended
};

} // namespace anjungan
