// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/command.h"
#include "core/site.h"

#include <optional>
#include <string>
#include <vector>

/// The note that a restore leaves for the next start of the server: the log was put back from a copy, and may
/// lack its newest end, which devices have seen and whose numbers citizens hold.
namespace anjungan {

struct PutBack
{
    std::uint32_t epoch = 0; ///< in which the log goes on
    std::vector<RaiseNumbers> numbers;
};

/// An epoch that no log of the site can have had: later than the copy's, and of this second. Two restores of
/// one copy are different logs too.
[[nodiscard]] std::uint32_t freshEpoch(const Position& head, Instant now);

/// Errors of these: `put-back-invalid` (the note cannot be read: without it nobody knows what is owed),
/// `disk-full`, `disk-error`.
[[nodiscard]] Result<void> writePutBack(const std::string& path, const PutBack& putBack);
/// Nothing where there is no note.
[[nodiscard]] Result<std::optional<PutBack>> readPutBack(const std::string& path);
/// After what it asks for is in the log.
[[nodiscard]] Result<void> removePutBack(const std::string& path);

/// Of the numbers, those that the log does not know yet.
[[nodiscard]] std::vector<RaiseNumbers> owedBy(const PutBack& putBack, const Site& site);

} // namespace anjungan
