// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

namespace anjungan {

/// What whoever sets up a site has to say; the defaults are a small mall that has everything in one room.
struct SetupPlan
{
    std::filesystem::path folder = "situs"; ///< where server and devices are made
    std::string kind = "mall";              ///< which catalogue that is built in: `mall`, `kecamatan`, `desa`
    std::filesystem::path catalogue;        ///< a catalogue of one's own instead
    std::string site = "mpp";               ///< a short name: a-z 0-9 -, at most 12
    std::string name = "Mal Pelayanan Publik";
    std::string region = "Kabupaten Contoh";
    std::string timeZone = "WIB";
    std::string host; ///< by which devices reach the server; empty: this machine alone
    int port = 8443;
    int kiosks = 1;
    int counters = 0; ///< how many of the catalogue's counters get a computer of their own; 0: all
    int displays = 1;
    bool kioskHere = true;    ///< the first kiosk is this machine
    std::string printer;      ///< its queue in CUPS; empty: slips go into a folder, as pictures
    bool isSilent = false;    ///< nothing is said aloud at the first call
    int waitForDevices_s = 0; ///< so long other machines are waited for
};

} // namespace anjungan
