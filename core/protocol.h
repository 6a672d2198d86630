// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/journal.h"
#include "core/site.h"

/// What a server and its devices must write and read alike; docs/protocol.md has the whole.
namespace anjungan {

inline constexpr int protocolVersion = 1;

/// What the site's key signs of the time: the context, the nonce of who asks and the milliseconds since 1970.
[[nodiscard]] std::string signedTimeText(std::string_view nonce, Instant time);

/// A state to begin from: `{"position": {"epoch", "n"}, "state": text, "catalogue": {…}}`. The state is that
/// of a day's end (core/site_checkpoint.h); without a site it is empty: the log begins with the first event.
[[nodiscard]] std::string snapshotText(const Site* site);

/// Errors: `snapshot-invalid`.
[[nodiscard]] Result<Site> readSnapshot(const std::string& text);

/// `epoch.n`
[[nodiscard]] std::string positionText(Position position);
[[nodiscard]] std::optional<Position> parsePosition(std::string_view text);

} // namespace anjungan
