// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "core/ports/journal.h"
#include "storage/files.h"
#include "storage/journal_prune.h"
#include "storage/sqlite.h"

#include <memory>
#include <string>

namespace anjungan {

/// The journal in a SQLite file: the log, a projection of its tickets by number, and the print outbox
/// (`SqlitePrintOutbox` reads the latter through a connection of its own).
///
/// One process at a time: `<file>.lock` is held from open to destruction. WAL, `synchronous=FULL`: one
/// sync a call of `append`, however many events it takes. Used from one thread.
///
/// After an error that leaves the disk in doubt, every call but `reopen` answers with that error again.
class SqliteJournal final : public Journal
{
public:
    static constexpr std::int64_t quickCheckBytesMax = 64 * 1024 * 1024;

    /// Opens the journal at `path`, or makes a new one where there is none (its directory must exist).
    /// Checks the ends of the log (`checkOpening`), not what lies between; `verifyJournal` checks everything.
    /// Moves the whole log of writes into the file, as `reopen` does: with no space for that it is
    /// `disk-full`, and `journal-busy` while somebody reads for longer than a connection waits.
    /// Errors: `journal-in-use`, `journal-foreign`, `journal-newer`, `journal-corrupt`,
    /// `journal-read-only`, `journal-unreachable`, `journal-busy`, `disk-full`, `disk-error`. `hasher` must
    /// live longer.
    [[nodiscard]] static Result<std::unique_ptr<SqliteJournal>> open(const std::string& path,
                                                                     const Hasher& hasher);

    /// Where the log ends; n is 0 while it is empty.
    [[nodiscard]] Position head() const { return m_head; }

    /// Beyond the port's errors: `event-invalid` (could not be read back), `event-too-large`,
    /// `journal-busy` (the print outbox was writing for too long); nothing was written then.
    [[nodiscard]] Result<void> append(std::span<const Event> events, std::span<const Slip> slips) override;

    /// A missing position is `journal-corrupt`. `each` must not call the journal.
    [[nodiscard]] Result<void> read(Position after,
                                    const std::function<Result<void>(const Event&)>& each) override;

    [[nodiscard]] Result<std::vector<Event>> findCommand(const CommandId& command) override;
    [[nodiscard]] Result<std::optional<Event>> eventAt(std::uint64_t n) override;

    /// Thins the older ones out (`checkpoint_row.h`).
    [[nodiscard]] Result<void> keepCheckpoint(const Checkpoint& checkpoint) override;
    /// One whose state or event was changed is passed over.
    [[nodiscard]] Result<std::optional<Checkpoint>> newestCheckpoint() override;

    /// One step of pruning (`pruneStep`), which is short: call it until it is done, between other work.
    [[nodiscard]] Result<Pruned> prune(std::chrono::days keep);

    /// Opens anew, checks, writes the log of writes anew and moves it into the file, so that nothing rests
    /// on pages whose sync failed.
    ///
    /// SQLite's quick check reads the whole file while everybody waits, so a file larger than
    /// `quickCheckBytesMax` is spared it (docs/journal.md has the times): a write that failed was to the
    /// newest pages, and these are read all the same, by the checks of opening and by the replay that
    /// follows. What lies further back is for `verifyJournal`, beside the running node.
    [[nodiscard]] Result<void> reopen() override;

private:
    /// A connection with its statements, which go before it when this is destroyed (not when assigned).
    struct Connection
    {
        sqlite::Database database;
        sqlite::Statement begin;
        sqlite::Statement commit;
        sqlite::Statement insertEvent;
        sqlite::Statement insertTicket;
        sqlite::Statement insertSlip;
        sqlite::Statement selectAfter;
        sqlite::Statement selectCommand;
    };

    SqliteJournal(std::string path, const Hasher& hasher, FileLock lock);

    [[nodiscard]] Result<void> connect();
    /// Makes sure that all that can be read is on disk.
    [[nodiscard]] Result<void> settle();
    [[nodiscard]] Result<void> prepareStatements();
    [[nodiscard]] Result<void> quickCheck() const;
    [[nodiscard]] Result<void> insert(const Event& event);
    [[nodiscard]] Result<void> insert(const Slip& slip);
    [[nodiscard]] Result<void> insertAll(std::span<const Event> events, std::span<const Slip> slips);
    [[nodiscard]] tl::unexpected<Error> fail(Error error);

    std::string m_path;
    const Hasher& m_hasher;
    FileLock m_lock;
    std::unique_ptr<Connection> m_connection; ///< nothing while the journal could not be opened
    Position m_beginning;                     ///< n is 0 while nothing was pruned
    Position m_head;
    std::optional<Error> m_doubt;
};

} // namespace anjungan
