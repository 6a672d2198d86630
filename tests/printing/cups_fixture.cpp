// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/cups_fixture.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace anjungan::tests {

namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

} // namespace

PrintingHall::PrintingHall()
    : m_spoolerPort(freePort())
    , m_devicePort(freePort())
{
    // cupsd started by root works as another user.
    fs::permissions(m_folder.path(), fs::perms(0755));
    for (const char* name : {"spool", "cache", "tmp", "log", "run", "state", "device", "arrived"})
        fs::create_directory(m_folder.path(name));
    startBus();
    startDevice();
    startSpooler();
    if (m_problem.empty() && !addQueue())
        m_problem = "the queue could not be added";
}

PrintingHall::~PrintingHall()
{
    // Jobs first, then what they talk to.
    m_spooler.reset();
    m_device.reset();
    m_bus.reset();
}

void PrintingHall::startBus()
{
    write("bus.conf",
          "<!DOCTYPE busconfig PUBLIC \"-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN\" "
          "\"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd\">"
          "<busconfig><type>session</type><listen>unix:path=" +
              m_folder.path("bus") +
              "</listen><policy context=\"default\"><allow send_destination=\"*\"/><allow own=\"*\"/>"
              "<allow receive_sender=\"*\"/></policy></busconfig>");
    m_bus = std::make_unique<Program>(
        std::vector<std::string>{"dbus-daemon", "--nofork", "--config-file=" + m_folder.path("bus.conf")},
        m_folder.path("log/bus"));
    if (!waitUntil([this] { return fs::exists(m_folder.path("bus")); }, 5s))
        m_problem = "dbus-daemon did not start (package dbus-daemon)";
}

void PrintingHall::startDevice()
{
    write("device.conf",
          "ATTR keyword media-supported om_roll-80mm_80x200mm\n"
          "ATTR keyword media-default om_roll-80mm_80x200mm\n"
          "ATTR keyword media-ready om_roll-80mm_80x200mm\n"
          "ATTR resolution printer-resolution-supported 203dpi\n"
          "ATTR resolution printer-resolution-default 203dpi\n"
          "ATTR resolution pwg-raster-document-resolution-supported 203dpi\n"
          "ATTR keyword pwg-raster-document-type-supported black_1,sgray_8\n"
          "ATTR mimeMediaType document-format-supported image/pwg-raster,application/octet-stream\n");
    // ippeveprinter begins no job while paper is out, so the paper must come back within the job.
    write("job.sh", "#!/bin/sh\ncd '" + m_folder.path() + R"sh(' || exit 1
if [ -f no-paper ]; then
    echo 'STATE: +media-empty-error' >&2
    sleep "$(cat no-paper)"
    echo 'STATE: -media-empty-error' >&2
fi
[ -f broken ] && exit 1
cp "$1" tmp/arriving && mv tmp/arriving arrived/"$(ls arrived | wc -l)"
)sh");
    fs::permissions(m_folder.path("job.sh"), fs::perms(0755));
    m_device = std::make_unique<Program>(
        std::vector<std::string>{"ippeveprinter", "-r", "off", "-p", std::to_string(m_devicePort), "-n",
                                 "localhost", "-d", m_folder.path("device"), "-c", m_folder.path("job.sh"),
                                 "-a", m_folder.path("device.conf"), "Kiosk80"},
        m_folder.path("log/device"),
        std::vector<std::string>{"DBUS_SYSTEM_BUS_ADDRESS=unix:path=" + m_folder.path("bus")});
    if (!waitUntil([this] { return answers(m_devicePort); }, 10s))
        m_problem = "ippeveprinter did not start (package cups-ipp-utils)";
}

void PrintingHall::startSpooler()
{
    write("cupsd.conf",
          "Listen 127.0.0.1:" + std::to_string(m_spoolerPort) +
              "\nLogLevel info\nDirtyCleanInterval 0\nBrowsing Off\nWebInterface No\n"
              "DefaultAuthType None\n<Location />\nOrder allow,deny\nAllow all\n</Location>\n"
              "<Location /admin>\nOrder allow,deny\nAllow all\n</Location>\n"
              "<Policy default>\n<Limit All>\nOrder deny,allow\nAllow all\n</Limit>\n</Policy>\n");
    write("cups-files.conf", "ServerRoot " + m_folder.path("state") + "\nServerBin /usr/lib/cups\nCacheDir " +
                                 m_folder.path("cache") + "\nStateDir " + m_folder.path("run") +
                                 "\nRequestRoot " + m_folder.path("spool") + "\nTempDir " +
                                 m_folder.path("tmp") + "\nAccessLog " + m_folder.path("log/access") +
                                 "\nErrorLog " + m_folder.path("log/error") + "\nPageLog " +
                                 m_folder.path("log/page") + "\n");
    m_spooler =
        std::make_unique<Program>(std::vector<std::string>{"cupsd", "-f", "-c", m_folder.path("cupsd.conf"),
                                                           "-s", m_folder.path("cups-files.conf")},
                                  m_folder.path("log/cupsd"));
    if (!waitUntil([this] { return answers(m_spoolerPort); }, 10s))
        m_problem = "cupsd did not start (package cups-daemon)";
}

bool PrintingHall::addQueue()
{
    // cupsd asks the printer in the background; the queue is ready when its description is there.
    return run({"lpadmin", "-p", "Kiosk", "-E", "-v",
                "ipp://localhost:" + std::to_string(m_devicePort) + "/ipp/print", "-m", "everywhere"}) &&
           waitUntil([this] { return fs::exists(m_folder.path("state/ppd/Kiosk.ppd")); }, 15s);
}

bool PrintingHall::run(std::vector<std::string> command)
{
    Program program(command, m_folder.path("log/commands"),
                    {"CUPS_SERVER=127.0.0.1:" + std::to_string(m_spoolerPort)});
    return program.wait(15) == 0;
}

CupsPrinterSettings PrintingHall::settings() const
{
    CupsPrinterSettings settings;
    settings.queue = "Kiosk";
    settings.server = "127.0.0.1";
    settings.port = m_spoolerPort;
    return settings;
}

std::vector<std::string> PrintingHall::arrived() const
{
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(m_folder.path("arrived")))
        paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<std::string> documents;
    for (const fs::path& path : paths) {
        std::ifstream file(path, std::ios::binary);
        documents.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return documents;
}

void PrintingHall::setNoPaperFor(int seconds)
{
    if (seconds > 0)
        write("no-paper", std::to_string(seconds));
    else
        fs::remove(m_folder.path("no-paper"));
}

void PrintingHall::setBroken(bool broken)
{
    if (broken)
        write("broken", "");
    else
        fs::remove(m_folder.path("broken"));
}

void PrintingHall::write(const std::string& name, const std::string& text) const
{
    std::ofstream(m_folder.path(name)) << text;
}

} // namespace anjungan::tests
