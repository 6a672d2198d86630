// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlite_journal.h"
#include "storage/sqlite_print_outbox.h"
#include "support/event_chain.h"

#include <functional>
#include <set>
#include <string>

namespace anjungan {

/// A small day of one journal and its print outbox on a disk that may fail: created, appended to with slips,
/// read, searched, a checkpoint kept, slips handed over, reopened, closed and opened again. After an error it
/// does what a node does: reopens, reads what was stored, and tries again what was not.
class JournalLife
{
public:
    /// What somebody was told is on disk.
    struct Acknowledged
    {
        std::uint64_t n = 0;          ///< events up to this position
        std::size_t handedOver = 0;   ///< of the tickets, in their order, those noted as handed over
        std::uint64_t checkpoint = 0; ///< the position of the newest that was kept
    };

    JournalLife(std::string path, const Hasher& hasher);
    ~JournalLife();
    JournalLife(const JournalLife&) = delete;
    JournalLife& operator=(const JournalLife&) = delete;

    /// False: it did not recover within `triesMax` tries. `rounds` of appends between the rest.
    [[nodiscard]] bool live(int rounds);
    static constexpr int triesMax = 4;
    /// Also without having recovered: lets go of the files.
    void close();
    /// After `goOn` said no: another process opens the journal, now at `path`, asks for what the last append
    /// led to, and lives the rest.
    [[nodiscard]] bool rise(const std::string& path);

    [[nodiscard]] const Acknowledged& acknowledged() const { return m_acknowledged; }
    [[nodiscard]] const std::vector<Error>& errors() const { return m_errors; }
    /// Called after each acknowledgement.
    std::function<void()> watch = [] {};
    /// Asked after an append failed; if it says no, the day ends there, as when the process dies.
    std::function<bool()> goOn = [] { return true; };

    /// Opens what a disk holds with the real code. Nothing: it is sound, holds all that was acknowledged by
    /// then, nothing by half, and takes another event. Else what is wrong; `lost: …` where only the end is
    /// missing. Whether it was on disk before that matters not.
    [[nodiscard]] std::string complaintAbout(const std::string& path, const Acknowledged& acknowledged) const;

private:
    [[nodiscard]] bool open();
    [[nodiscard]] bool append(int tickets, bool twoEvents);
    [[nodiscard]] bool store();
    [[nodiscard]] bool reopen();
    [[nodiscard]] bool handOverNext();
    [[nodiscard]] bool lookAround();
    [[nodiscard]] bool keepCheckpoint();
    void note(const Error& error) { m_errors.push_back(error); }
    [[nodiscard]] std::string complaintAboutSlips(const std::string& path, std::uint64_t head,
                                                  const Acknowledged& acknowledged) const;

    std::string m_path;
    const Hasher& m_hasher;
    std::unique_ptr<SqliteJournal> m_journal;
    std::unique_ptr<SqlitePrintOutbox> m_outbox;
    EventChain m_chain;
    std::vector<Event> m_events; ///< all that were ever to be stored, in order
    std::vector<Event> m_batch;  ///< the last of them, of one commit
    std::vector<Slip> m_slips;
    std::vector<TicketId> m_tickets;
    std::set<std::uint64_t> m_ends{0}; ///< where commits end
    Acknowledged m_acknowledged;
    std::vector<Error> m_errors;
};

} // namespace anjungan
