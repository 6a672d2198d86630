// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/pwg.h"

#include "printing/paper.h"

#include <cups/raster.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

namespace anjungan {

namespace {

constexpr unsigned widthMax = 4'096;
constexpr unsigned heightMax = 32'768;

using RasterStream = std::unique_ptr<cups_raster_t, decltype(&cupsRasterClose)>;

ssize_t append(void* context, unsigned char* bytes, std::size_t length)
{
    static_cast<std::string*>(context)->append(reinterpret_cast<const char*>(bytes), length);
    return static_cast<ssize_t>(length);
}

cups_page_header2_t headerFor(const Raster& raster, PwgType type)
{
    cups_page_header2_t header{};
    const unsigned bits = type == PwgType::Black1 ? 1 : 8;
    std::strncpy(header.MediaClass, "PwgRaster", sizeof header.MediaClass - 1);
    header.HWResolution[0] = dotsPerInch;
    header.HWResolution[1] = dotsPerInch;
    header.NumCopies = 1;
    header.cupsWidth = static_cast<unsigned>(raster.width);
    header.cupsHeight = static_cast<unsigned>(raster.height);
    header.cupsBitsPerColor = bits;
    header.cupsBitsPerPixel = bits;
    header.cupsBytesPerLine = (header.cupsWidth * bits + 7) / 8;
    header.cupsColorOrder = CUPS_ORDER_CHUNKED;
    header.cupsColorSpace = type == PwgType::Black1 ? CUPS_CSPACE_K : CUPS_CSPACE_SW;
    header.cupsNumColors = 1;
    header.PageSize[0] = header.cupsWidth * 72 / dotsPerInch;
    header.PageSize[1] = header.cupsHeight * 72 / dotsPerInch;
    header.cupsPageSize[0] = static_cast<float>(header.cupsWidth) * 72.0F / dotsPerInch;
    header.cupsPageSize[1] = static_cast<float>(header.cupsHeight) * 72.0F / dotsPerInch;
    header.cupsInteger[0] = 1; // pages in the document
    header.cupsInteger[1] = 1; // not turned, not mirrored: CrossFeed- and FeedTransform
    header.cupsInteger[2] = 1;
    return header;
}

} // namespace

Result<std::string> toPwg(const Raster& raster, PwgType type)
{
    const auto stride = static_cast<std::size_t>(raster.stride());
    if (raster.width <= 0 || raster.height <= 0 || raster.width > int{widthMax} ||
        raster.height > int{heightMax} ||
        raster.bits.size() != stride * static_cast<std::size_t>(raster.height))
        return refuse("printer-refused", "not a page");
    std::string document;
    {
        const RasterStream stream(cupsRasterOpenIO(append, &document, CUPS_RASTER_WRITE_PWG),
                                  &cupsRasterClose);
        cups_page_header2_t header = headerFor(raster, type);
        if (!stream || cupsRasterWriteHeader2(stream.get(), &header) == 0)
            return refuse("printer-refused", "raster header");
        std::vector<unsigned char> line(header.cupsBytesPerLine);
        for (std::size_t y = 0; y < static_cast<std::size_t>(raster.height); ++y) {
            const std::uint8_t* row = raster.bits.data() + y * stride;
            if (type == PwgType::Black1) {
                std::copy_n(row, stride, line.begin());
            } else {
                for (std::size_t x = 0; x < line.size(); ++x)
                    line[x] = ((row[x / 8] >> (7 - x % 8)) & 1) != 0 ? 0 : 255;
            }
            if (cupsRasterWritePixels(stream.get(), line.data(), header.cupsBytesPerLine) == 0)
                return refuse("printer-refused", "raster line");
        }
    }
    return document;
}

} // namespace anjungan
