// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setup_report.h"

#include <cstdio>
#include <fmt/format.h>

namespace anjungan {

namespace {

void say(const std::string& line)
{
    fmt::print("{}\n", line);
    std::fflush(stdout);
}

std::string mark(bool good)
{
    return good ? "✓" : "✗";
}

} // namespace

SetupReport::SetupReport(const Setup& setup, Language language)
    : m_setup(setup)
    , m_language(language)
{}

void SetupReport::tellSite() const
{
    say(fmt::format("{} {} {}", mark(true), in({"Server berjalan di", "The server runs at"}),
                    m_setup.server().url()));
    say(fmt::format("  {} pengelola, PIN {} ({})", in({"Pengelola:", "Manager:"}), m_setup.managerPin(),
                    in({"diganti saat masuk pertama", "to be changed at the first sign-in"})));
}

void SetupReport::tellDevices() const
{
    bool others = false;
    for (const Setup::Device& device : m_setup.devices()) {
        if (device.isHere)
            say(fmt::format("{} {}: {}", mark(device.isEnrolled), device.name,
                            in({"terdaftar dan tersambung, di komputer ini",
                                "enrolled and connected, on this machine"})));
        others = others || !device.isHere;
    }
    if (!others)
        return;
    say("  " + in({"Di setiap perangkat lain: salin foldernya, lalu daftarkan dalam satu jam:",
                   "On each other machine: copy its folder there, and enrol within the hour:"}));
    for (const Setup::Device& device : m_setup.devices()) {
        if (!device.isHere)
            say(fmt::format("    anjungan enrol --config {}/anjungan.toml --code {}",
                            m_setup.folderOf(device).string(), device.code));
    }
}

void SetupReport::tellVisit(const FirstCall& visit) const
{
    const std::string number = visit.number.text();
    if (visit.isPrinted)
        say(fmt::format("{} {} {}{}", mark(true),
                        in({"Karcis latihan dicetak:", "A training slip was printed:"}), number,
                        visit.slips.empty() ? "" : " (" + visit.slips.string() + ")"));
    else
        say(fmt::format("{} {} ({})", mark(false),
                        in({"Karcis tidak tercetak. Periksa pencetak dan kertasnya.",
                            "The slip was not printed. Please see to the printer and its paper."}),
                        visit.slipProblem));
    say(fmt::format("{} {} {} → {} {}", mark(true), in({"Dipanggil:", "Called:"}), number,
                    in({"loket", "counter"}), visit.counterLabel));
    if (visit.voiceProblem == "voice-off")
        say("  " + in({"Suara dimatikan.", "The voice is switched off."}));
    else if (visit.isSpoken)
        say(fmt::format(
            "{} {}", mark(true),
            in({"Panggilan diucapkan. Apakah terdengar?", "The call was spoken. Could it be heard?"})));
    else
        say(fmt::format("{} {} ({})", mark(false),
                        in({"Panggilan tidak terucap. Periksa pengeras suara.",
                            "The call was not spoken. Please see to the loudspeaker."}),
                        visit.voiceProblem));
}

void SetupReport::tellNext() const
{
    int missing = 0;
    for (const Setup::Device& device : m_setup.devices())
        missing += device.isEnrolled ? 0 : 1;
    if (missing > 0)
        say(fmt::format(
                "  {} {}", missing,
                in({"perangkat belum mendaftar; kode baru:", "devices have not enrolled yet; a new code:"})) +
            fmt::format(" anjungan-server enrol-code {} --device … --role …",
                        m_setup.server().data().string()));
    say(in({"Selanjutnya:", "Next:"}));
    say(fmt::format("  anjungan-server serve {} --listen {}", m_setup.server().data().string(),
                    m_setup.server().listens()));
    say(fmt::format("  anjungan-server staff-add {} --staff ani --name \"Ani Lestari\"",
                    m_setup.server().data().string()));
    for (const Setup::Device& device : m_setup.devices()) {
        if (device.isHere)
            say(fmt::format("  anjungan {} --config {}/anjungan.toml --full-screen", device.role,
                            m_setup.folderOf(device).string()));
    }
}

} // namespace anjungan
