// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/pwg_reader.h"

#include <cups/raster.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

namespace anjungan::tests {

namespace {

constexpr unsigned widthMax = 4'096;
constexpr unsigned heightMax = 32'768;

using RasterStream = std::unique_ptr<cups_raster_t, decltype(&cupsRasterClose)>;

struct Source
{
    const std::string& document;
    std::size_t at = 0;
};

ssize_t take(void* context, unsigned char* bytes, std::size_t length)
{
    Source& source = *static_cast<Source*>(context);
    const std::size_t n = std::min(length, source.document.size() - source.at);
    std::memcpy(bytes, source.document.data() + source.at, n);
    source.at += n;
    return static_cast<ssize_t>(n);
}

} // namespace

Result<Raster> fromPwg(const std::string& document)
{
    Source source{document};
    const RasterStream stream(cupsRasterOpenIO(take, &source, CUPS_RASTER_READ), &cupsRasterClose);
    cups_page_header2_t header{};
    if (!stream || cupsRasterReadHeader2(stream.get(), &header) == 0)
        return refuse("pwg-unreadable", "header");
    const bool black = header.cupsBitsPerPixel == 1 && header.cupsColorSpace == CUPS_CSPACE_K;
    const bool gray = header.cupsBitsPerPixel == 8 && header.cupsColorSpace == CUPS_CSPACE_SW;
    if (!(black || gray) || header.cupsWidth == 0 || header.cupsWidth > widthMax || header.cupsHeight == 0 ||
        header.cupsHeight > heightMax ||
        header.cupsBytesPerLine != (header.cupsWidth * header.cupsBitsPerPixel + 7) / 8)
        return refuse("pwg-unreadable", "an unexpected kind of page");
    Raster raster{static_cast<int>(header.cupsWidth), static_cast<int>(header.cupsHeight), {}};
    const auto stride = static_cast<std::size_t>(raster.stride());
    raster.bits.resize(stride * header.cupsHeight);
    std::vector<unsigned char> line(header.cupsBytesPerLine);
    for (std::size_t y = 0; y < header.cupsHeight; ++y) {
        if (cupsRasterReadPixels(stream.get(), line.data(), header.cupsBytesPerLine) !=
            header.cupsBytesPerLine)
            return refuse("pwg-unreadable", "cut off");
        std::uint8_t* row = raster.bits.data() + y * stride;
        if (black) {
            std::copy_n(line.begin(), stride, row);
            continue;
        }
        for (std::size_t x = 0; x < line.size(); ++x) {
            if (line[x] < 128)
                row[x / 8] = static_cast<std::uint8_t>(row[x / 8] | (0x80 >> (x % 8)));
        }
    }
    return raster;
}

} // namespace anjungan::tests
