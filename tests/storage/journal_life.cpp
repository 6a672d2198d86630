// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/journal_life.h"

#include "storage/journal_check.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace anjungan {

JournalLife::JournalLife(std::string path, const Hasher& hasher)
    : m_path(std::move(path))
    , m_hasher(hasher)
    , m_chain(hasher)
{}

JournalLife::~JournalLife() = default;

bool JournalLife::live(int rounds)
{
    if (!open())
        return false;
    for (int round = 0; round < rounds; ++round) {
        const bool done = append(1, false) && append(3, true) && lookAround() && handOverNext() &&
                          keepCheckpoint() && reopen() && append(1, false) && append(2, false);
        if (!done)
            return false;
        close();
        if (!open() || !handOverNext() || !append(1, true) || !append(1, false) || !lookAround())
            return false;
    }
    close();
    return true;
}

bool JournalLife::open()
{
    for (int i = 0; i < triesMax && !m_journal; ++i) {
        auto journal = SqliteJournal::open(m_path, m_hasher);
        if (journal)
            m_journal = std::move(*journal);
        else
            note(journal.error());
    }
    for (int i = 0; i < triesMax && m_journal && !m_outbox; ++i) {
        auto outbox = SqlitePrintOutbox::open(m_path);
        if (outbox)
            m_outbox = std::make_unique<SqlitePrintOutbox>(std::move(*outbox));
        else
            note(outbox.error());
    }
    return m_outbox != nullptr;
}

void JournalLife::close()
{
    m_outbox.reset();
    m_journal.reset();
}

bool JournalLife::append(int tickets, bool twoEvents)
{
    m_batch.clear();
    m_slips.clear();
    for (int i = 0; i < tickets; ++i) {
        m_batch.push_back(m_chain.ticket());
        m_slips.push_back(slipOf(m_batch.back()));
        m_tickets.push_back(m_slips.back().ticket);
        if (twoEvents)
            m_batch.push_back(m_chain.staff("Siti", true));
    }
    m_events.insert(m_events.end(), m_batch.begin(), m_batch.end());
    m_ends.insert(m_batch.back().position->n);
    return store();
}

bool JournalLife::store()
{
    const std::uint64_t last = m_batch.back().position->n;
    for (int i = 0; i < triesMax; ++i) {
        // Only the journal itself can tell whether a failed commit was stored.
        if (m_journal->head().n == last) {
            m_acknowledged.n = last;
            watch();
            return true;
        }
        if (const Result<void> done = m_journal->append(m_batch, m_slips); !done) {
            note(done.error());
            if (!goOn() || !reopen())
                return false;
        }
    }
    return false;
}

bool JournalLife::rise(const std::string& path)
{
    close();
    m_path = path;
    goOn = [] { return true; };
    if (!open() || !store() || !handOverNext() || !append(1, false))
        return false;
    close();
    return open() && append(2, true) && lookAround();
}

bool JournalLife::reopen()
{
    for (int i = 0; i < triesMax; ++i) {
        const Result<void> done = m_journal->reopen();
        if (done)
            return true;
        note(done.error());
    }
    return false;
}

bool JournalLife::handOverNext()
{
    for (int i = 0; i < triesMax; ++i) {
        const auto row = m_outbox->newestOf(m_tickets[m_acknowledged.handedOver]);
        if (!row || !*row) {
            note(row ? Error{"slip-gone", Severity::Fatal, {}} : row.error());
            continue;
        }
        OutboxRow changed = **row;
        changed.state = SlipState::HandedOver;
        ++changed.attempts;
        const Result<void> done = m_outbox->update(changed);
        if (done) {
            ++m_acknowledged.handedOver;
            watch();
            return true;
        }
        note(done.error());
    }
    return false;
}

bool JournalLife::keepCheckpoint()
{
    for (int i = 0; i < triesMax; ++i) {
        const Result<void> kept = m_journal->keepCheckpoint({m_journal->head(), "a state"});
        if (kept) {
            m_acknowledged.checkpoint = m_journal->head().n;
            watch();
            return true;
        }
        note(kept.error());
        if (!reopen())
            return false;
    }
    return false;
}

bool JournalLife::lookAround()
{
    for (int i = 0; i < triesMax; ++i) {
        std::size_t count = 0;
        const Result<void> read = m_journal->read({}, [&](const Event&) -> Result<void> {
            ++count;
            return {};
        });
        const auto found = m_journal->findCommand(m_events.back().act.command);
        const auto unfinished = m_outbox->unfinished();
        if (read && found && unfinished)
            return count == m_events.size() && !found->empty() &&
                   unfinished->size() == m_tickets.size() - m_acknowledged.handedOver;
        note(!read ? read.error() : !found ? found.error() : unfinished.error());
        if ((!read || !found) && !reopen())
            return false;
    }
    return false;
}

std::string JournalLife::complaintAbout(const std::string& path, const Acknowledged& acknowledged) const
{
    const auto journal = SqliteJournal::open(path, m_hasher);
    if (!journal)
        return "cannot be opened: " + journal.error().code + ", " + journal.error().context;
    const std::uint64_t head = (*journal)->head().n;
    std::size_t i = 0;
    bool same = true;
    const Result<void> read = (*journal)->read({}, [&](const Event& event) -> Result<void> {
        same = same && i < m_events.size() && toJson(event) == toJson(m_events[i]);
        ++i;
        return {};
    });
    if (!read)
        return "cannot be read: " + read.error().code + ", " + read.error().context;
    if (!same)
        return "holds other events";
    const auto report = verifyJournal(path, m_hasher);
    if (!report || !report->problems.empty())
        return "unsound: " + (report ? report->problems.front().reason : report.error().context);
    if (!m_ends.contains(head))
        return fmt::format("holds half of a commit, up to {}", head);
    if (head < acknowledged.n)
        return fmt::format("lost: ends at {}, {} were acknowledged", head, acknowledged.n);
    const auto checkpoint = (*journal)->newestCheckpoint();
    if (!checkpoint || (*checkpoint ? (*checkpoint)->at.n : 0) < acknowledged.checkpoint)
        return fmt::format("lost: the checkpoint at {}", acknowledged.checkpoint);
    if (std::string complaint = complaintAboutSlips(path, head, acknowledged); !complaint.empty())
        return complaint;
    EventChain next(m_hasher, 4'711, {1, head});
    const std::vector<Event> events{next.staff()};
    const Result<void> appended = (*journal)->append(events, {});
    return appended ? "" : "takes nothing more: " + appended.error().context;
}

std::string JournalLife::complaintAboutSlips(const std::string& path, std::uint64_t head,
                                             const Acknowledged& acknowledged) const
{
    auto outbox = SqlitePrintOutbox::open(path);
    if (!outbox)
        return "its outbox cannot be opened: " + outbox.error().context;
    std::size_t ticket = 0;
    for (const Event& event : m_events) {
        if (!std::holds_alternative<TicketIssued>(event.body))
            continue;
        const auto row = outbox->newestOf(m_tickets[ticket]);
        const bool isThere = row && *row;
        if (isThere != (event.position->n <= head))
            return fmt::format("event {} and its slip are not both there", event.position->n);
        if (ticket < acknowledged.handedOver && (*row)->state != SlipState::HandedOver)
            return fmt::format("lost: slip {} is not handed over", ticket);
        ++ticket;
    }
    return {};
}

} // namespace anjungan
