// SPDX-License-Identifier: GPL-3.0-or-later
#define ZX_USE_UTF8 1
#include "printing/qr_reader.h"

#include <ZXing/ReadBarcode.h>
#include <ZXing/ZXVersion.h>

namespace anjungan::tests {

std::string readQr(const QImage& image)
{
    const QImage gray = image.convertToFormat(QImage::Format_Grayscale8);
    const ZXing::ImageView view(gray.constBits(), gray.width(), gray.height(), ZXing::ImageFormat::Lum,
                                static_cast<int>(gray.bytesPerLine()));
#if ZXING_VERSION_MAJOR >= 2
    const auto result =
        ZXing::ReadBarcode(view, ZXing::ReaderOptions().setFormats(ZXing::BarcodeFormat::QRCode));
#else
    const auto result =
        ZXing::ReadBarcode(view, ZXing::DecodeHints().setFormats(ZXing::BarcodeFormat::QRCode));
#endif
    return result.isValid() ? result.text() : std::string();
}

} // namespace anjungan::tests
