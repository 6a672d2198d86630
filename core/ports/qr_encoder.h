// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <string>
#include <vector>

namespace anjungan {

/// A QR code as squares, without quiet zone: `dark[row][column]`.
struct QrMatrix
{
    std::vector<std::vector<bool>> dark;

    [[nodiscard]] int size() const { return static_cast<int>(dark.size()); }
};

class QrEncoder
{
public:
    virtual ~QrEncoder() = default;

    /// Error correction level M. Errors: `qr-too-long`.
    [[nodiscard]] virtual Result<QrMatrix> encode(const std::string& text) const = 0;
};

} // namespace anjungan
