// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/printer.h"

#include <QImage>

namespace anjungan {

/// What is darker than half becomes black. Any thread.
[[nodiscard]] Raster toRaster(const QImage& image);

/// A 1-bit image that knows its 203 dpi. A raster whose bits do not fill its size gives a null image.
[[nodiscard]] QImage toImage(const Raster& raster);

} // namespace anjungan
