// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "display/board_view_model.h"

namespace anjungan {

/// The board's own words and icons, in the language of its face.
namespace BoardWords {

/// Of the state's message; nothing in `Calls`. `opening` matters in `Closed` alone.
[[nodiscard]] QString icon(BoardViewModel::State state, const Opening& opening);
[[nodiscard]] QString title(BoardViewModel::State state, const Opening& opening);
/// For `Closed` see Words::opensLine.
[[nodiscard]] QString text(BoardViewModel::State state);

/// Empty where no direction is known.
[[nodiscard]] QString directionIcon(Direction direction);
[[nodiscard]] QString floor(int floor);

/// "A-007, C-002 dan 3 lainnya"
[[nodiscard]] QString missed(const QStringList& numbers);
[[nodiscard]] QString cutOff(const QString& since);
/// Of a board that was never connected since it was switched on.
[[nodiscard]] QString unreachedTitle();
[[nodiscard]] QString unreachedText();
/// For a hall full of people: what is broken is read by the technician on the counters' faces.
[[nodiscard]] QString fault();
[[nodiscard]] QString noSound();

} // namespace BoardWords

} // namespace anjungan
