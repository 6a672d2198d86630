// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slip.h"

#include <QString>

namespace anjungan {

// The sentences of a slip, in its language.

/// "Senin, 23 November 2026".
[[nodiscard]] QString dateText(LocalInstant instant, Language language);

/// "pukul 09.41".
[[nodiscard]] QString timeText(LocalInstant instant, Language language);

/// "10–20 menit", "langsung", or that nobody serves yet; `inSentence`: "Perkiraan tunggu 10–20 menit".
[[nodiscard]] QString waitText(const SlipErrand& errand, Language language, bool inSentence);

/// "5 orang"; `inSentence`: "5 orang di depan Anda".
[[nodiscard]] QString aheadText(const SlipErrand& errand, Language language, bool inSentence);

/// "Zona 1, lantai 1".
[[nodiscard]] QString roomText(const SlipErrand& errand, Language language);

} // namespace anjungan
