// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/number.h"
#include "core/result.h"
#include "core/time.h"

#include <cstdint>

namespace anjungan {

/// How far a node's numbers may have been given, kept outside its journal: what an old image of the journal
/// that was put back cannot know. Used from one thread.
class NumberMark
{
public:
    virtual ~NumberMark() = default;

    /// Before a number is given: returns success only when the mark on disk is not below it. `head` is how
    /// many events the journal holds. Errors: `disk-full`, `disk-error`.
    [[nodiscard]] virtual Result<void> cover(Day day, const Number& number, std::uint64_t head) = 0;
};

} // namespace anjungan
