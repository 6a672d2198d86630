// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/slip.h"

namespace anjungan::tests {

/// 216 characters of the QR alphanumeric set: a link with a token of three legs has about as many.
inline std::string sampleToken()
{
    static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string token;
    for (std::size_t i = 0; i < 216; ++i)
        token.push_back(alphabet[(i * 7 + i / 5) % alphabet.size()]);
    return token;
}

inline std::string sampleLink()
{
    return "HTTPS://ANTREAN.CONTOH.GO.ID/T/" + sampleToken().substr(0, 185);
}

inline SlipCode sampleCode()
{
    return {sampleLink(), true};
}

inline TicketId sampleTicket(std::uint8_t number)
{
    TicketId::Bytes bytes{};
    bytes.fill(number);
    return TicketId(bytes);
}

inline Slip sampleSlip()
{
    using namespace std::chrono;
    Slip slip;
    slip.site = *SiteId::parse("mpp-contoh");
    slip.ticket = sampleTicket(12);
    slip.number = Number{"A", 0, 12};
    slip.siteName = "Mal Pelayanan Publik";
    slip.siteRegion = "Kabupaten Contoh";
    slip.issued = local_days(year(2026) / November / 23) + hours(9) + minutes(41);
    slip.errands.push_back({"Kartu Keluarga (baru / perubahan)", "Dinas Kependudukan dan Pencatatan Sipil",
                            "Zona 1", 1, 5, minutes(10), minutes(20), "A"});
    return slip;
}

/// Everything at its longest: eight errands of long names, a word that no line can hold, every class.
inline Slip longestSlip()
{
    using namespace std::chrono;
    Slip slip = sampleSlip();
    slip.number = Number{"WQ", 9, 999};
    slip.siteName = "Mal Pelayanan Publik Terpadu Satu Pintu Kabupaten Pangkajene dan Kepulauan Sejahtera";
    slip.siteRegion = "Kabupaten Pangkajene dan Kepulauan, Provinsi Sulawesi Selatan";
    slip.errands.clear();
    for (int i = 0; i < 8; ++i) {
        slip.errands.push_back(
            {"Penerbitan Rekomendasi Surat Izin Praktik Tenaga Kesehatan dan Pertanggungjawabannya "
             "Pneumonoultramicroscopicsilicovolcanoconiosis (perpanjangan / perubahan data)",
             "Dinas Penanaman Modal, Pelayanan Terpadu Satu Pintu, Tenaga Kerja dan Transmigrasi",
             "Ruang Tunggu Utama Sayap Timur", i + 1, 120 + i, minutes(100), minutes(240), "WQ"});
    }
    slip.errands.back().waitMin.reset();
    slip.errands.back().waitMax.reset();
    slip.classes = {"Lansia", "Penyandang disabilitas", "Ibu hamil atau menyusui", "Membawa anak kecil"};
    return slip;
}

} // namespace anjungan::tests
