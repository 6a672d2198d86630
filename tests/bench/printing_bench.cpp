// SPDX-License-Identifier: GPL-3.0-or-later
// From a slip's data to the dots that go to the printer: text, QR, image, 1-bit raster, of a citizen with two
// errands on 80 mm paper.
#include "bench/bench.h"
#include "printing/raster_image.h"
#include "printing/slip_layout.h"
#include "printing/zxing_qr_encoder.h"

#include <QGuiApplication>

namespace anjungan::bench {

namespace {

Slip twoErrands()
{
    Slip slip;
    slip.number = {"A", 0, 12};
    slip.siteName = "Mal Pelayanan Publik";
    slip.siteRegion = "Kabupaten Contoh";
    slip.issued = LocalInstant(std::chrono::days(20'780) + std::chrono::hours(9));
    slip.errands.push_back({"Perekaman dan pencetakan KTP-el baru", "Dinas Kependudukan dan Pencatatan Sipil",
                            "Lantai 1 sayap barat", 1, 14, std::chrono::minutes(35),
                            std::chrono::minutes(70)});
    slip.errands.push_back({"Pendaftaran peserta JKN", "BPJS Kesehatan", "Lantai 2", 2, 3,
                            std::chrono::minutes(10), std::chrono::minutes(20)});
    slip.classes.emplace_back("Lansia");
    // As long as a link with a token of two legs.
    slip.code = "HTTPS://ANTREAN.EXAMPLE.GO.ID/T/";
    slip.code.append(176, 'B');
    slip.codeIsLink = true;
    return slip;
}

void measure(const Settings& settings, Report& report)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "anjungan_bench";
    char* argv[] = {name, nullptr};
    const QGuiApplication application(argc, argv);
    const ZxingQrEncoder encoder;
    const SlipLayout layout(encoder);
    const Slip slip = twoErrands();
    const double time_ms = medianMilliseconds(settings.rounds(101, 3), 1, [&] {
        const SlipPage page = must(layout.render(slip));
        if (page.qr.isEmpty() || toRaster(page.image).bits.empty())
            throw std::runtime_error("the slip is not whole");
    });
    report.add(Row::within("slip: layout, QR and raster", time_ms, 10));
}

const Subject subject("printing", measure);

} // namespace

} // namespace anjungan::bench
