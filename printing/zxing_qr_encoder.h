// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/qr_encoder.h"

namespace anjungan {

/// QR codes by ZXing-C++ (1.4 to 2.3). Without state: any thread.
/// Text of the QR alphanumeric set stays in that mode, so a slip's link fits version 8.
class ZxingQrEncoder final : public QrEncoder
{
public:
    [[nodiscard]] Result<QrMatrix> encode(const std::string& text) const override;
};

} // namespace anjungan
