// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <functional>
#include <optional>
#include <string>

namespace anjungan {

/// How people prove, at the machine where they sit, that they are who they say. Where there is none, the
/// machine believes them. Thread-safe; replies come on a thread of the implementation.
class StaffPort
{
public:
    using Reply = std::function<void(const Result<void>&)>;

    virtual ~StaffPort() = default;

    /// From a success on, commands of that person from this machine are taken. `newPin` replaces the PIN.
    /// Errors: `pin-wrong`, `pin-locked` (the context: for how many seconds), `pin-must-change` (ask again
    /// with a new one), `pin-too-weak`, and those of the way there. The reply comes exactly once.
    virtual void signIn(const StaffId& staff, const std::string& pin,
                        const std::optional<std::string>& newPin, Reply reply) = 0;
    virtual void signOut(const StaffId& staff) = 0;
};

} // namespace anjungan
