// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/setup_command.h"

#include "app/event_wait.h"
#include "app/setup/guide.h"
#include "app/setup/setup_report.h"
#include "app/start.h"
#include "core/token.h"
#include "storage/system_clock.h"

#include <fmt/format.h>
#include <iostream>
#include <QGuiApplication>
#include <unistd.h>

namespace anjungan {

namespace {

constexpr std::chrono::seconds lookEvery{2};

struct Options
{
    SetupPlan plan;
    std::filesystem::path config;
    std::filesystem::path answers;
    std::string language = "id";
    bool isGuided = false;
    bool asksNothing = false;
};

std::string refusalOfSite(const std::string& text)
{
    return SiteId::parse(text) && text.size() <= siteIdLengthMax ? "" : "a-z 0-9 -, at most 12";
}

/// Each answer is an option, so that a file of answers is what the command line's library reads already.
void addAnswers(CLI::App& command, const std::shared_ptr<Options>& options, Guide& guide)
{
    SetupPlan& plan = options->plan;
    const auto number = [](const int& value) { return [&value] { return std::to_string(value); }; };
    const auto text = [](const std::string& value) { return [&value] { return value; }; };
    guide.add(command.add_option("--kind", plan.kind, "Which catalogue to begin with")
                  ->check(CLI::IsMember({"mall", "kecamatan", "desa"})),
              {"Jenis tempat (mall, kecamatan, desa)", "Kind of place (mall, kecamatan, desa)"},
              text(plan.kind));
    guide.add(command.add_option("--site", plan.site, "A short name: a-z 0-9 -")->check(refusalOfSite),
              {"Nama singkat, huruf kecil tanpa spasi", "A short name, small letters without spaces"},
              text(plan.site));
    guide.add(command.add_option("--name", plan.name, "What the place is called"),
              {"Nama tempat", "Name of the place"}, text(plan.name));
    guide.add(command.add_option("--region", plan.region, "Regency, city or subdistrict"),
              {"Kabupaten, kota atau kecamatan", "Regency, city or subdistrict"}, text(plan.region));
    guide.add(command.add_option("--time-zone", plan.timeZone, "WIB, WITA or WIT")
                  ->check(CLI::IsMember({"WIB", "WITA", "WIT"})),
              {"Zona waktu (WIB, WITA, WIT)", "Time zone (WIB, WITA, WIT)"}, text(plan.timeZone));
    guide.add(command.add_option("--host", plan.host, "Name or address by which devices reach this machine"),
              {"Nama atau alamat komputer ini di jaringan (kosong: hanya komputer ini)",
               "This machine's name or address in the network (empty: this machine alone)"},
              text(plan.host));
    guide.add(command.add_option("--kiosks", plan.kiosks, "How many kiosks")->check(CLI::Range(1, 9)),
              {"Jumlah anjungan", "How many kiosks"}, number(plan.kiosks));
    guide.add(
        command.add_option("--counters", plan.counters, "How many counters have a computer; 0: all")
            ->check(CLI::Range(0, 500)),
        {"Jumlah loket yang memiliki komputer (0: semua)", "How many counters have a computer (0: all)"},
        number(plan.counters));
    guide.add(command.add_option("--displays", plan.displays, "How many displays")->check(CLI::Range(0, 100)),
              {"Jumlah layar panggilan", "How many displays"}, number(plan.displays));
    guide.add(command.add_option("--printer", plan.printer, "The kiosk's printer: its queue in CUPS"),
              {"Antrean pencetak CUPS (kosong: karcis disimpan sebagai gambar)",
               "The printer's queue in CUPS (empty: slips are kept as pictures)"},
              text(plan.printer));
}

void addRest(CLI::App& command, const std::shared_ptr<Options>& options)
{
    SetupPlan& plan = options->plan;
    command.add_option("--answers", options->answers, "Answers, one a line: region = \"Kabupaten Contoh\"")
        ->check(CLI::ExistingFile);
    command.add_option("--folder", plan.folder, "Where the site is made")->capture_default_str();
    command
        .add_option("--catalogue", plan.catalogue, "A catalogue of your own instead of one that is built in")
        ->check(CLI::ExistingFile);
    command.add_option("--port", plan.port, "Where the server listens")
        ->check(CLI::Range(1, 65'535))
        ->capture_default_str();
    command.add_flag("!--kiosk-elsewhere", plan.kioskHere, "The first kiosk is another machine");
    command.add_flag("--silent", plan.isSilent, "Say nothing aloud");
    command
        .add_option("--wait", plan.waitForDevices_s, "Wait so many seconds for the other machines to enrol")
        ->check(CLI::Range(0, 86'400));
    command.add_option("--config", options->config, "What all machines have in common")
        ->check(CLI::ExistingFile);
    command.add_flag("--guided", options->isGuided, "Ask, also where nobody sits at a terminal");
    command.add_flag("--yes", options->asksNothing, "Ask nothing");
}

/// Until all have enrolled, or the time is over.
Result<void> waitForDevices(Setup& setup, int seconds)
{
    const SystemClock clock;
    const auto end = clock.steady() + std::chrono::seconds(seconds);
    while (true) {
        if (auto looked = setup.lookForDevices(); !looked)
            return looked;
        if (setup.isEverybodyThere() || clock.steady() >= end)
            return {};
        waitFor(lookEvery);
    }
}

ExitCode carryOut(const Options& options, Language language, int& argc, char** argv)
{
    const auto config = readConfig(options.config);
    if (!config)
        return complain(config.error());
    startLog(Config::Log::Level::Warning);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QGuiApplication application(argc, argv);
    Setup setup(options.plan, *config);
    const SetupReport report(setup, language);
    if (const auto made = setup.makeSite(); !made)
        return complain(made.error());
    report.tellSite();
    if (const auto made = setup.makeDevices(); !made)
        return complain(made.error());
    report.tellDevices();
    const auto visit = setup.tryVisit();
    if (!visit)
        return complain(visit.error());
    report.tellVisit(*visit);
    if (const auto waited = waitForDevices(setup, options.plan.waitForDevices_s); !waited)
        return complain(waited.error());
    const bool ended = setup.end();
    report.tellNext();
    const bool isWell = visit->isPrinted && (visit->isSpoken || options.plan.isSilent);
    return ended && isWell ? ExitCode::Done : ExitCode::CheckFailed;
}

} // namespace

void addSetupCommand(CLI::App& app, std::function<ExitCode()>& run, int& argc, char** argv)
{
    const auto options = std::make_shared<Options>();
    CLI::App* command =
        app.add_subcommand("setup", "A new site: server, devices, the first slip and the first call");
    command->add_option("--language", options->language, "id or en")->check(CLI::IsMember({"id", "en"}));
    const auto language = [options] { return *parseLanguage(options->language); };
    const auto guide = std::make_shared<Guide>(std::cin, std::cout, language);
    addAnswers(*command, options, *guide);
    addRest(*command, options);
    command->callback([&run, command, options, guide, language, &argc, argv] {
        run = [command, options, guide, language, &argc, argv] {
            if (!options->answers.empty()) {
                if (const auto read = readAnswers(*command, options->answers); !read)
                    return complain(read.error());
            }
            const bool asks = options->isGuided || (!options->asksNothing && ::isatty(STDIN_FILENO) == 1);
            if (asks && !guide->ask())
                return complain({"answer-missing", Severity::ThisItem, "the answers ended too early"});
            return carryOut(*options, language(), argc, argv);
        };
    });
}

} // namespace anjungan
