// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site.h"

#include <optional>

namespace anjungan {

/// What an undo would take back.
enum class UndoneAct {
    Call,
    Start,
    Finish,
    NoShow,
    Park,
    Withdraw,
    Transfer,
    Return,
    Cancel,
    TakeOver,
    Reopen
};

/// The newest act of somebody, where the authority would let them take it back now.
struct Undoable
{
    LegId leg;
    CommandId act;
    UndoneAct what = UndoneAct::Call;
    bool isHeard = false; ///< the hall was told where to go, or not to: it hears a correction
    Instant until{};      ///< afterwards it is too late

    bool operator==(const Undoable&) const = default;
};

/// Nothing where the newest act of `actor` is too old, or the counter or the citizen it leads back to is
/// busy. An older act is never offered in its place: acts are taken back in the order in which they came.
[[nodiscard]] std::optional<Undoable> undoableBy(const Site& site, const Actor& actor, Instant now);

} // namespace anjungan
