// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/rehearsal.h"

#include "app/event_wait.h"
#include "app/rehearsal/staffing.h"
#include "storage/journal_check.h"

#include <algorithm>
#include <future>
#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

constexpr std::chrono::minutes serviceTakes{3};
constexpr auto patience = std::chrono::seconds(20);

/// Reads the whole log once more.
DuplicateCount countDuplicates(QueuePort& queue)
{
    struct Reading
    {
        DuplicateCount count;
        std::promise<void> isRead;
        bool told = false;
    };
    Reading reading;
    const auto subscription = queue.follow({}, {[&reading](std::span<const Event> events) {
                                                    for (const Event& event : events)
                                                        reading.count.take(event);
                                                    if (!std::exchange(reading.told, true))
                                                        reading.isRead.set_value();
                                                },
                                                {}});
    reading.isRead.get_future().wait();
    queue.unfollow(subscription);
    return reading.count;
}

} // namespace

Rehearsal::Rehearsal(Building& building, const Config& config, const Places& places, DemoClock& clock,
                     const DemoOptions& options)
    : m_building(building)
    , m_config(config)
    , m_places(places)
    , m_clock(clock)
    , m_options(options)
    , m_screens(options.out / "screens")
    , m_kiosk(building, config)
    , m_display(building, config)
    , m_slipTimes(building.slips(), clock)
{
    if (building.voice())
        building.voice()->follow(
            [unspoken = m_unspoken](const VoicePort::News& news) { *unspoken = news.waiting; });
}

ExitCode Rehearsal::run()
{
    std::error_code error;
    std::filesystem::remove_all(m_screens, error);
    std::filesystem::create_directories(m_screens, error);
    if (error || !m_kiosk.window.window() || !m_display.window.window())
        return ExitCode::Unusable;
    m_display.window.show();
    m_kiosk.window.show();
    m_displayEye =
        std::make_unique<TouchDriver>(*m_display.window.window(), QStringLiteral("display"), m_screens);
    m_kioskHand = std::make_unique<KioskHand>(m_kiosk, m_slipTimes, m_screens);
    if (!waitUntil([this] { return site().catalogue() != nullptr; }, patience) || !openDesks())
        return ExitCode::Unusable;
    m_displayEye->picture(QStringLiteral("nobody-called"));

    const auto services = servicesAtDesks();
    for (Visitor& visitor : inviteVisitors(m_options.visitors, m_options.seed, services))
        m_visitors.push_back(std::move(visitor));
    bool played = true;
    for (Visitor& visitor : m_visitors) {
        played = visit(visitor) && played;
        workDesks();
    }
    played = finishTheDay() && played;
    return conclude(played);
}

bool Rehearsal::openDesks()
{
    auto person = site().staff().begin();
    for (const CounterId& counter : countersToStaff(*site().catalogue())) {
        if (person == site().staff().end())
            break;
        Desk desk{std::make_unique<CounterFace>(m_building, m_config), nullptr};
        if (!desk.face->window.window())
            return false;
        desk.face->window.show();
        const auto& queues = site().catalogue()->find(counter)->queues;
        Duties duties{{queues.begin(), queues.end()}, [this, clock = &desk.face->clock] {
                          m_clock.skip(serviceTakes);
                          clock->look();
                      }};
        desk.hand =
            std::make_unique<StaffHand>(*desk.face, counter, (person++)->first, std::move(duties), m_screens);
        if (!desk.hand->signIn()) {
            spdlog::error("nobody can sign in at {}", counter.text());
            return false;
        }
        m_desks.push_back(std::move(desk));
    }
    return !m_desks.empty();
}

std::vector<ServiceId> Rehearsal::servicesAtDesks() const
{
    std::vector<CounterId> counters;
    for (const Desk& desk : m_desks)
        counters.push_back(desk.hand->counter());
    return servicesAt(counters, site(), m_clock.now());
}

bool Rehearsal::visit(Visitor& visitor)
{
    if (m_kioskHand->takeNumber(visitor))
        return true;
    spdlog::error("visitor {}: {}", visitor.index, m_kioskHand->trouble().toStdString());
    m_kiosk.viewModel.finish();
    return false;
}

void Rehearsal::workDesks()
{
    const auto services = servicesAtDesks();
    for (Desk& desk : m_desks)
        (void)desk.hand->doNext(m_visitors, services);
    const auto open = std::count_if(m_desks.begin(), m_desks.end(), [this](const Desk& desk) {
        const auto leg = site().desk(desk.hand->counter()).openLeg;
        return leg && site().find(*leg)->state == LegState::Called;
    });
    if (open > 0)
        m_displayEye->picture(open == 1 ? QStringLiteral("one-call") : QStringLiteral("several-calls"));
}

/// Until every visit has ended and every counter is free; stops where nothing moves any more.
bool Rehearsal::finishTheDay()
{
    const auto services = servicesAtDesks();
    for (int idle = 0; idle < 3;) {
        bool moved = false;
        for (Desk& desk : m_desks)
            moved = desk.hand->doNext(m_visitors, services) || moved;
        idle = moved ? 0 : idle + 1;
    }
    m_displayEye->picture(QStringLiteral("after-the-calls"));
    return std::all_of(m_visitors.begin(), m_visitors.end(),
                       [this](const Visitor& visitor) { return endedAsIntended(visitor, site()); });
}

ExitCode Rehearsal::conclude(bool played)
{
    Summary summary = summaryOf(m_visitors, site());
    summary.p50_ms = m_slipTimes.quantile_ms(0.50);
    summary.p99_ms = m_slipTimes.quantile_ms(0.99);

    (void)waitUntil([this] { return *m_unspoken == 0; }, patience);
    const auto report = verifyJournal(m_places.journal().string(), SodiumHasher());
    const DuplicateCount duplicates = countDuplicates(m_building.queue());
    summary.duplicateNumbers = duplicates.numbers();
    summary.duplicateCalls = duplicates.calls();
    const bool sound = report && report->problems.empty();
    const bool written = writeSummary(summary, m_options.out / "summary.json");

    tell(summary, sound, m_options.out);
    return played && sound && written && summary.isGood() ? ExitCode::Done : ExitCode::CheckFailed;
}

} // namespace anjungan
