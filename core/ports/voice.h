// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"
#include "core/number.h"
#include "core/result.h"

#include <functional>
#include <optional>

namespace anjungan {

/// What is to be said in the hall. Number and counter only: never a name, never a service.
struct Announcement
{
    enum class Kind { Call, Recall, Withdrawal };

    Kind kind = Kind::Call;
    Number number;
    std::string counterLabel;
    Language language = Language::Indonesian; ///< English: said in Indonesian first, then in English
    bool training = false;                    ///< nobody may take it for a real call
};

/// The hall's voice as a face sees it. Thread-safe; the observer is called on a thread of the
/// implementation and must not block.
class VoicePort
{
public:
    struct News
    {
        int waiting = 0;                      ///< announcements not yet said to their end
        std::optional<Announcement> speaking; ///< the one that is being said
        std::optional<Error> problem;         ///< why nothing is heard (`audio-device-missing` …)
    };

    virtual ~VoicePort() = default;

    virtual void announce(Announcement announcement) = 0;
    virtual void follow(std::function<void(const News&)> observer) = 0;
};

} // namespace anjungan
