// SPDX-License-Identifier: GPL-3.0-or-later
// From a slip's data to the dots that go to the printer: signed code, text, QR, image, 1-bit raster, of a
// citizen with two errands on 80 mm paper.
#include "bench/bench.h"
#include "core/slip_maker.h"
#include "printing/raster_image.h"
#include "printing/slip_layout.h"
#include "printing/zxing_qr_encoder.h"
#include "storage/sodium.h"
#include "support/temp_directory.h"

#include <QGuiApplication>

namespace anjungan::bench {

namespace {

Slip twoErrands()
{
    Slip slip;
    slip.site = *SiteId::parse("mpp-contoh");
    slip.number = {"A", 0, 12};
    slip.siteName = "Mal Pelayanan Publik";
    slip.siteRegion = "Kabupaten Contoh";
    slip.issued = LocalInstant(std::chrono::days(20'780) + std::chrono::hours(9));
    slip.errands.push_back({"Perekaman dan pencetakan KTP-el baru", "Dinas Kependudukan dan Pencatatan Sipil",
                            "Lantai 1 sayap barat", 1, 14, std::chrono::minutes(35), std::chrono::minutes(70),
                            "A"});
    slip.errands.push_back({"Pendaftaran peserta JKN", "BPJS Kesehatan", "Lantai 2", 2, 3,
                            std::chrono::minutes(10), std::chrono::minutes(20), "C"});
    slip.classes.emplace_back("Lansia");
    return slip;
}

void measure(const Settings& settings, Report& report)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    int argc = 1;
    char name[] = "anjungan_bench";
    char* argv[] = {name, nullptr};
    const QGuiApplication application(argc, argv);
    const TempDirectory directory;
    const SodiumSigner signer = must(SodiumSigner::loadOrCreate(directory.path("device.key")));
    const ZxingQrEncoder encoder;
    const SlipLayout layout(encoder);
    const Slip slip = twoErrands();
    const double time_ms = medianMilliseconds(settings.rounds(101, 3), 1, [&] {
        const SlipPage page =
            must(layout.render(slip, must(makeSlipCode(slip, signer, "antrean.example.go.id"))));
        if (page.qr.isEmpty() || toRaster(page.image).bits.empty())
            throw std::runtime_error("the slip is not whole");
    });
    report.add(Row::within("slip: signing, layout, QR and raster", time_ms, 10));
}

const Subject subject("printing", measure);

} // namespace

} // namespace anjungan::bench
