// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>

#include <string>

namespace anjungan::tests {

/// The text of the QR code in a picture, as a scanner reads it; empty if there is none.
[[nodiscard]] std::string readQr(const QImage& image);

} // namespace anjungan::tests
