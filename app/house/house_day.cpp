// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/house/house_day.h"

#include "app/event_wait.h"
#include "app/house/house_check.h"
#include "app/rehearsal/staffing.h"

#include <algorithm>
#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

using nlohmann::ordered_json;

constexpr std::chrono::seconds siteWithin{20};
constexpr std::chrono::milliseconds lookEvery{100};
/// So long may nothing come into the log: longer than any hand waits for anything.
constexpr std::chrono::seconds stillnessMax{90};
constexpr std::chrono::seconds facesEndWithin{60};
/// So long the server stays away once it was killed: commands are tried again meanwhile.
constexpr std::chrono::milliseconds serverAway{1'500};

} // namespace

HouseDay::HouseDay(House& house, const HouseOptions& options)
    : m_house(house)
    , m_options(options)
    , m_stage(std::filesystem::absolute(options.out).lexically_normal())
{
    Machine& manager = house.manager();
    m_follower =
        std::make_unique<SiteFollower>(manager.queue(), manager.clock(), manager.random(), manager.device());
}

ExitCode HouseDay::run()
{
    if (const auto prepared = prepare(); !prepared) {
        spdlog::error("{}: {}", prepared.error().code, prepared.error().context);
        return ExitCode::Unusable;
    }
    const bool ended = watch();
    const bool facesEnded = endFaces();
    return conclude(ended && facesEnded);
}

Result<void> HouseDay::prepare()
{
    const auto isKnown = [this](const auto& person) { return site().staff().contains(person.first); };
    const auto isThere = [&] { return site().catalogue() && std::ranges::all_of(m_house.pins(), isKnown); };
    if (!waitUntil(isThere, siteWithin))
        return failTemporarily("unreachable", "the site's state does not come");
    Stage::Plan plan;
    for (const std::string& kiosk : m_house.namesOf("kiosk"))
        plan.kiosks.push_back(*DeviceId::parse(kiosk));
    auto person = m_house.pins().begin();
    for (const CounterId& counter : m_house.counters()) {
        if (person == m_house.pins().end())
            return failForGood("staff-unknown", "more counters than people");
        plan.desks.push_back({counter, person->first, person->second});
        ++person;
    }
    plan.services = servicesAt(m_house.counters(), site(), m_follower->now());
    for (Visitor& visitor : inviteVisitors(m_options.visitors, m_options.seed, plan.services)) {
        if (auto written = m_stage.write(visitor); !written)
            return written;
        m_visitors.push_back(std::move(visitor));
    }
    return m_stage.write(plan).and_then([this] {
        return m_house.startFaces(
            {QStringLiteral("--rehearse"),
             QString::fromStdString(std::filesystem::absolute(m_options.out).lexically_normal().string())});
    });
}

bool HouseDay::isOver() const
{
    return std::all_of(m_visitors.begin(), m_visitors.end(), [this](const Visitor& visitor) {
        const Ticket* ticket = visitor.ticket ? site().find(*visitor.ticket) : nullptr;
        return ticket && endedAsIntended(visitor, site());
    });
}

/// A kiosk may have ended well already; nobody else may before the day is over.
bool HouseDay::isFacesAlive()
{
    return std::all_of(m_house.faces().begin(), m_house.faces().end(), [](const House::Device& device) {
        const bool alive =
            device.process->isRunning() || (device.role == "kiosk" && device.process->exitCode() == 0);
        if (!alive)
            spdlog::error("{} ended before the day did", device.name);
        return alive;
    });
}

/// Kills the server once, where that is asked for, and starts it again.
bool HouseDay::tendServer()
{
    const auto issued = std::count_if(m_visitors.begin(), m_visitors.end(),
                                      [](const Visitor& visitor) { return visitor.ticket.has_value(); });
    if (m_options.killServerAfter > 0 && m_serverKills == 0 && issued >= m_options.killServerAfter) {
        ++m_serverKills;
        m_house.server().kill();
        waitFor(serverAway);
        if (const auto started = m_house.server().start(); !started) {
            spdlog::error("{}: {}", started.error().code, started.error().context);
            return false;
        }
    }
    return m_house.server().isRunning();
}

bool HouseDay::watch()
{
    const Clock& clock = m_house.manager().clock();
    auto moved = clock.steady();
    auto head = site().head().n;
    while (!isOver()) {
        waitFor(lookEvery);
        m_stage.renew(m_visitors);
        if (std::exchange(head, site().head().n) != site().head().n)
            moved = clock.steady();
        if (!tendServer() || !isFacesAlive())
            return false;
        if (clock.steady() - moved > stillnessMax) {
            spdlog::error("nothing happens any more");
            return false;
        }
    }
    return true;
}

bool HouseDay::endFaces()
{
    if (const auto ended = m_stage.endTheDay(); !ended)
        spdlog::error("{}: {}", ended.error().code, ended.error().context);
    bool good = true;
    for (House::Device& device : m_house.faces()) {
        if (!device.process)
            continue;
        const bool ended = device.process->waitUntilEnded(facesEndWithin) && device.process->exitCode() == 0;
        if (!ended)
            spdlog::error("{} did not end well: its log says why", device.name);
        good = ended && good;
        device.process->kill();
    }
    return good;
}

ordered_json HouseDay::facts(std::vector<double>& slips_ms) const
{
    ordered_json facts = ordered_json::object();
    for (const House::Device& device : m_house.faces()) {
        ordered_json told = m_stage.factsOf(device.name);
        if (told.is_object() && told.contains("slips_ms")) {
            const auto times = told["slips_ms"].get<std::vector<double>>();
            slips_ms.insert(slips_ms.end(), times.begin(), times.end());
            told.erase("slips_ms");
        }
        told["exit"] = device.process ? device.process->exitCode() : -1;
        facts[device.name] = std::move(told);
    }
    return facts;
}

ExitCode HouseDay::conclude(bool played)
{
    Summary summary = summaryOf(m_visitors, site());
    m_follower.reset();
    m_house.dismissManager();
    const bool serverEnded = m_house.server().stop();

    std::vector<double> slips_ms;
    ordered_json processes = facts(slips_ms);
    processes["server"] = {{"kills", m_serverKills}, {"ended_well", serverEnded}};
    summary.p50_ms = quantileOf(slips_ms, 0.50);
    summary.p99_ms = quantileOf(slips_ms, 0.99);

    const auto journal = checkJournal(m_house.server().journal());
    int wrongSlips = 0;
    if (journal) {
        summary.duplicateNumbers = journal->duplicates.numbers();
        summary.duplicateCalls = journal->duplicates.calls();
        for (const std::string& kiosk : m_house.namesOf("kiosk")) {
            const auto issued = journal->issued.find(*DeviceId::parse(kiosk));
            const auto wrong = countWrongSlips(m_house.placesOf(kiosk), issued == journal->issued.end()
                                                                            ? std::map<TicketId, Number>()
                                                                            : issued->second);
            wrongSlips += wrong.value_or(1);
        }
    } else {
        spdlog::error("{}: {}", journal.error().code, journal.error().context);
    }
    const bool written = writeSummary(summary, m_options.out / "summary.json",
                                      {{"journal_sound", journal.has_value()},
                                       {"wrong_slips", wrongSlips},
                                       {"processes", std::move(processes)}});
    tell(summary, journal.has_value(), m_options.out);
    return played && serverEnded && journal && wrongSlips == 0 && written && summary.isGood()
               ? ExitCode::Done
               : ExitCode::CheckFailed;
}

} // namespace anjungan
