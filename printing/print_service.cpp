// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/print_service.h"

#include "printing/raster_image.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace anjungan {

namespace {

constexpr std::string_view interrupted = "print-interrupted";
constexpr std::size_t reprintsMax = 64;

SlipNews newsOf(const OutboxRow& row)
{
    return {row.slip.ticket, row.state, row.slip.reprint, row.problem};
}

} // namespace

PrintService::PrintService(PrintOutbox& outbox, Printer& printer, const QrEncoder& encoder, CodeMaker codeOf,
                           const Clock& clock, Settings settings)
    : m_outbox(outbox)
    , m_printer(printer)
    , m_codeOf(std::move(codeOf))
    , m_clock(clock)
    , m_settings(settings)
    , m_layout(encoder, settings.paper)
{}

PrintService::~PrintService()
{
    stop();
}

void PrintService::start()
{
    if (!m_thread.joinable())
        m_thread = std::thread([this] { run(); });
}

void PrintService::stop()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_stopping = true;
    }
    m_changed.notify_all();
    if (m_thread.joinable())
        m_thread.join();
}

void PrintService::wake()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_woken = true;
    }
    m_changed.notify_all();
}

void PrintService::follow(Observer observer, ConditionObserver conditionObserver)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_followers.push_back({std::move(observer), std::move(conditionObserver), {}});
        m_woken = true;
    }
    m_changed.notify_all();
}

void PrintService::reprint(const TicketId& ticket)
{
    {
        const std::scoped_lock lock(m_mutex);
        if (m_reprints.size() >= reprintsMax || std::ranges::find(m_reprints, ticket) != m_reprints.end())
            return;
        m_reprints.push_back(ticket);
    }
    m_changed.notify_all();
}

void PrintService::run()
{
    warmUp();
    for (;;) {
        std::vector<TicketId> reprints;
        if (!takeWishes(reprints))
            return;
        for (const TicketId& ticket : reprints) {
            if (const Result<OutboxRow> row = m_outbox.addReprint(ticket); !row)
                tell({ticket, SlipState::Failed, true, row.error().code});
            m_nextStep = m_clock.steady();
        }
        if (m_nextStep && *m_nextStep <= m_clock.steady()) {
            step();
            continue;
        }
        pollCondition();
        tellCondition();
        waitForWork();
    }
}

// The first text costs loading the fonts; no citizen should wait for that.
void PrintService::warmUp()
{
    Slip slip;
    slip.number = Number{"A", 0, 1};
    slip.errands.resize(2);
    slip.errands.front().service = "A";
    (void)m_layout.render(slip, {"A", false});
}

bool PrintService::takeWishes(std::vector<TicketId>& reprints)
{
    const std::scoped_lock lock(m_mutex);
    if (std::exchange(m_woken, false))
        m_nextStep = m_clock.steady();
    reprints.swap(m_reprints);
    return !m_stopping;
}

void PrintService::waitForWork()
{
    const auto until = m_nextStep ? std::min(*m_nextStep, m_nextPoll) : m_nextPoll;
    const auto duration = std::max(until - m_clock.steady(), std::chrono::milliseconds(1));
    std::unique_lock lock(m_mutex);
    m_changed.wait_for(lock, duration, [this] { return m_stopping || m_woken || !m_reprints.empty(); });
}

void PrintService::step()
{
    m_nextStep.reset();
    if (!saveUnsaved())
        return;
    if (!m_recovered) {
        if (const Result<void> done = recover(); !done) {
            m_nextStep = m_clock.steady() + backOff(++m_outboxFailures);
            return;
        }
        m_recovered = true;
        m_outboxFailures = 0;
    }
    printNext();
}

Result<void> PrintService::recover()
{
    const Result<std::vector<OutboxRow>> rows = m_outbox.unfinished();
    if (!rows)
        return tl::unexpected(rows.error());
    for (OutboxRow row : *rows) {
        Result<void> done;
        if (row.state == SlipState::HandedOver && row.problem == interrupted) {
            done = closeInterrupted(std::move(row));
        } else if (row.state == SlipState::Reserved && !isOfToday(row)) {
            row.state = SlipState::Failed;
            row.problem = "slip-day-over";
            done = m_outbox.update(row);
            if (done)
                tell(row);
        }
        if (!done)
            return done;
    }
    return {};
}

// The copy first: dying between the two leaves the row to be closed next time, and the copy is then
// already there, so it is made once.
Result<void> PrintService::closeInterrupted(OutboxRow row)
{
    if (!row.slip.reprint && isOfToday(row)) {
        const Result<std::optional<OutboxRow>> newest = m_outbox.newestOf(row.slip.ticket);
        if (!newest)
            return tl::unexpected(newest.error());
        if (*newest && (*newest)->id == row.id) {
            const Result<OutboxRow> copy = m_outbox.addReprint(row.slip.ticket);
            if (!copy && copy.error().severity != Severity::ThisItem)
                return tl::unexpected(copy.error());
        }
    }
    row.state = SlipState::Failed;
    row.problem = interrupted;
    Result<void> done = m_outbox.update(row);
    if (done)
        tell(row);
    return done;
}

bool PrintService::saveUnsaved()
{
    if (!m_unsaved)
        return true;
    if (const Result<void> saved = m_outbox.update(*m_unsaved); !saved) {
        m_nextStep = m_clock.steady() + backOff(++m_outboxFailures);
        return false;
    }
    m_unsaved.reset();
    m_outboxFailures = 0;
    return true;
}

void PrintService::printNext()
{
    const Result<std::vector<OutboxRow>> rows = m_outbox.unfinished();
    const auto now = m_clock.steady();
    if (!rows) {
        m_nextStep = now + backOff(++m_outboxFailures);
        return;
    }
    m_outboxFailures = 0;
    for (const OutboxRow& row : *rows) {
        if (row.state != SlipState::Reserved)
            continue;
        const auto wait = m_notBefore.find(row.id);
        if (wait != m_notBefore.end() && wait->second > now) {
            m_nextStep = m_nextStep ? std::min(*m_nextStep, wait->second) : wait->second;
            continue;
        }
        print(row);
        m_nextStep = m_unsaved ? now + backOff(m_outboxFailures) : m_clock.steady();
        return;
    }
}

void PrintService::print(OutboxRow row)
{
    const Result<SlipPage> page = m_layout.render(row.slip, m_codeOf(row.slip));
    if (!page) {
        row.state = SlipState::Failed;
        row.problem = page.error().code;
        save(row);
        tell(row);
        return;
    }
    row.state = SlipState::HandedOver;
    row.problem = interrupted;
    ++row.attempts;
    if (const Result<void> reserved = m_outbox.update(row); !reserved) {
        // Whether it reached the disk is unknown, but the printer has nothing: it may be tried again.
        settle(std::move(row), failTemporarily(reserved.error().code, reserved.error().context));
        return;
    }
    const Result<SlipState> outcome = m_printer.print(toRaster(page->image), row.slip.number.text());
    settle(std::move(row), outcome);
}

void PrintService::settle(OutboxRow row, const Result<SlipState>& outcome)
{
    if (outcome) {
        m_notBefore.erase(row.id);
        row.state = *outcome == SlipState::Printed ? SlipState::Printed : SlipState::HandedOver;
        row.problem.clear();
        // The citizen looks for the paper now; the disk may take its time.
        tell(row);
        save(row);
        return;
    }
    row.problem = outcome.error().code;
    if (outcome.error().severity == Severity::TryAgain && row.attempts < m_settings.attemptsMax) {
        row.state = SlipState::Reserved;
        m_notBefore[row.id] = m_clock.steady() + backOff(row.attempts);
    } else {
        row.state = SlipState::Failed;
        m_notBefore.erase(row.id);
    }
    save(row);
    tell(row);
    m_nextPoll = {}; // the printer's state has likely changed
}

void PrintService::save(const OutboxRow& row)
{
    if (const Result<void> saved = m_outbox.update(row); !saved) {
        m_unsaved = row;
        ++m_outboxFailures;
    }
}

void PrintService::tell(const OutboxRow& row)
{
    tell(newsOf(row));
}

void PrintService::tell(const SlipNews& news)
{
    std::vector<Observer> observers;
    {
        const std::scoped_lock lock(m_mutex);
        for (const Follower& follower : m_followers)
            observers.push_back(follower.observer);
    }
    for (const Observer& observer : observers) {
        if (observer)
            observer(news);
    }
}

void PrintService::pollCondition()
{
    if (m_condition && m_clock.steady() < m_nextPoll)
        return;
    m_condition = m_printer.condition();
    m_nextPoll = m_clock.steady() + m_settings.conditionEvery;
}

void PrintService::tellCondition()
{
    std::vector<ConditionObserver> observers;
    {
        const std::scoped_lock lock(m_mutex);
        for (Follower& follower : m_followers) {
            if (follower.told == m_condition)
                continue;
            follower.told = m_condition;
            observers.push_back(follower.conditionObserver);
        }
    }
    for (const ConditionObserver& observer : observers) {
        if (observer)
            observer(*m_condition);
    }
}

bool PrintService::isOfToday(const OutboxRow& row) const
{
    return std::chrono::floor<std::chrono::days>(row.slip.issued) == dayOf(m_clock.now(), row.slip.timeZone);
}

std::chrono::milliseconds PrintService::backOff(int failures) const
{
    const int doublings = std::clamp(failures - 1, 0, 16);
    return std::min(m_settings.backOffFirst * (1 << doublings), m_settings.backOffMax);
}

} // namespace anjungan
