// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/zxing_qr_encoder.h"

#include <ZXing/BarcodeFormat.h>
#include <ZXing/BitMatrix.h>
#include <ZXing/CharacterSet.h>
#include <ZXing/MultiFormatWriter.h>

#include <exception>

namespace anjungan {

namespace {

// ZXing counts the levels 0 to 8 for every format; 4 is QR's M.
constexpr int levelM = 4;

// Version 40 at level M holds this many alphanumeric characters: longer never fits.
constexpr std::size_t lengthMax = 3'391;

// Without a declared character set ZXing writes no ECI segment, which plain ASCII does not need and
// which some phones stumble over.
bool isAscii(const std::string& text)
{
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80)
            return false;
    }
    return true;
}

} // namespace

Result<QrMatrix> ZxingQrEncoder::encode(const std::string& text) const
{
    if (text.empty())
        return refuse("qr-empty");
    if (text.size() > lengthMax)
        return refuse("qr-too-long", std::to_string(text.size()) + " bytes");
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setEccLevel(levelM).setMargin(0);
        if (!isAscii(text))
            writer.setEncoding(ZXing::CharacterSet::UTF8);
        const ZXing::BitMatrix bits = writer.encode(text, 0, 0);
        QrMatrix matrix;
        matrix.dark.assign(static_cast<std::size_t>(bits.height()),
                           std::vector<bool>(static_cast<std::size_t>(bits.width())));
        for (int y = 0; y < bits.height(); ++y) {
            for (int x = 0; x < bits.width(); ++x)
                matrix.dark[static_cast<std::size_t>(y)][static_cast<std::size_t>(x)] = bits.get(x, y);
        }
        return matrix;
    } catch (const std::exception& e) {
        return refuse("qr-too-long", e.what());
    }
}

} // namespace anjungan
