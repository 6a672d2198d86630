// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that codes stay small (alphanumeric mode, level M) and hold their text, also beyond ASCII.
#include "printing/zxing_qr_encoder.h"

#include "printing/qr_reader.h"
#include "printing/sample_slips.h"

#include <gtest/gtest.h>

namespace anjungan {
namespace {

QImage draw(const QrMatrix& matrix)
{
    const int scale = 4;
    QImage image((matrix.size() + 8) * scale, (matrix.size() + 8) * scale, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const int row = y / scale - 4;
            const int column = x / scale - 4;
            if (row >= 0 && row < matrix.size() && column >= 0 && column < matrix.size() &&
                matrix.dark[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)])
                image.setPixel(x, y, qRgb(0, 0, 0));
        }
    }
    return image;
}

// ISO/IEC 18004, alphanumeric characters: version 8 holds 221 at level M, but 279 at L and 157 at Q.
TEST(ZxingQrEncoder, KeepsATokenInVersion8AtLevelM)
{
    const ZxingQrEncoder encoder;
    const int version8 = 17 + 4 * 8;
    EXPECT_EQ(encoder.encode(tests::sampleToken())->size(), version8);
    EXPECT_EQ(encoder.encode(std::string(221, 'A'))->size(), version8);
    EXPECT_EQ(encoder.encode(std::string(222, 'A'))->size(), version8 + 4);
    EXPECT_EQ(encoder.encode(std::string(178, 'A'))->size(), version8 - 4);
}

TEST(ZxingQrEncoder, HoldsItsText)
{
    const ZxingQrEncoder encoder;
    for (const std::string& text :
         {tests::sampleToken(), tests::sampleLink(), std::string("7"), std::string("Silakan – 你好 – é")}) {
        const Result<QrMatrix> matrix = encoder.encode(text);
        ASSERT_TRUE(matrix);
        EXPECT_EQ(tests::readQr(draw(*matrix)), text);
    }
}

TEST(ZxingQrEncoder, RefusesWhatNoCodeHolds)
{
    const ZxingQrEncoder encoder;
    EXPECT_EQ(encoder.encode(std::string(4'000, 'A')).error().code, "qr-too-long");
    EXPECT_EQ(encoder.encode(std::string(3'000, 'a')).error().code, "qr-too-long");
    EXPECT_EQ(encoder.encode("").error().code, "qr-empty");
}

} // namespace
} // namespace anjungan
