// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the journal on SQLite and the one in memory keep one contract.
#include "storage/sqlite_journal.h"
#include "storage/sqlite_print_outbox.h"
#include "support/journal_contract.h"
#include "support/memory_journal.h"
#include "support/temp_directory.h"

namespace anjungan {
namespace {

const SodiumHasher hasher;

class SqliteStore
{
public:
    Journal& journal()
    {
        if (!m_journal)
            m_journal = SqliteJournal::open(m_directory.path("journal"), hasher).value();
        return *m_journal;
    }
    std::size_t reservedSlips()
    {
        journal();
        return SqlitePrintOutbox::open(m_directory.path("journal"))->unfinished()->size();
    }
    void restart() { m_journal.reset(); }

private:
    TempDirectory m_directory{TempDirectory::Place::Memory};
    std::unique_ptr<SqliteJournal> m_journal;
};

class MemoryStore
{
public:
    Journal& journal() { return m_journal; }
    std::size_t reservedSlips() { return m_outbox.unfinished()->size(); }
    void restart() { ASSERT_TRUE(m_journal.reopen()); }

private:
    MemoryOutbox m_outbox;
    MemoryJournal m_journal{&m_outbox};
};

using Stores = testing::Types<SqliteStore, MemoryStore>;
INSTANTIATE_TYPED_TEST_SUITE_P(Storage, JournalContract, Stores);

/// What those keep that reserve slips.
template <typename Store>
class JournalOutboxContract : public JournalContract<Store>
{};
TYPED_TEST_SUITE(JournalOutboxContract, Stores);

TYPED_TEST(JournalOutboxContract, SlipsComeWithTheirEventsOrNotAtAll)
{
    const Event ticket = this->chain.ticket();
    const Event other = this->chain.staff();
    Event again = this->chain.ticket();
    std::get<TicketIssued>(again.body).number = std::get<TicketIssued>(ticket.body).number;
    std::get<TicketIssued>(again.body).day = std::get<TicketIssued>(ticket.body).day;
    EXPECT_EQ(this->codeOf({ticket, other, again}, {slipOf(ticket)}), "journal-conflict");
    EXPECT_EQ(this->store.reservedSlips(), 0U);
    EXPECT_EQ(this->codeOf({ticket, other}, {slipOf(ticket)}), "stored");
    EXPECT_EQ(this->store.reservedSlips(), 1U);
}

TYPED_TEST(JournalOutboxContract, TakesManySlipsInOneCall)
{
    std::vector<Event> events;
    std::vector<Slip> slips;
    for (int i = 0; i < 2'000; ++i) {
        events.push_back(this->chain.ticket());
        slips.push_back(slipOf(events.back()));
    }
    ASSERT_TRUE(this->append(events, slips));
    this->store.restart();
    EXPECT_EQ(this->store.reservedSlips(), 2'000U);
}

// What others' tests rely on when they make the journal in memory fail.
TEST(MemoryJournal, FailsWhenToldAndStaysInDoubtUntilItIsReopened)
{
    MemoryJournal journal;
    EventChain chain(hasher);
    const std::vector<Event> first{chain.staff()};
    const std::vector<Event> second{chain.staff()};
    journal.failNextAppend({"disk-full", Severity::TryAgain, {}});
    EXPECT_EQ(journal.append(first, {}).error().code, "disk-full");
    EXPECT_EQ(journal.append(first, {}).error().code, "disk-full");
    ASSERT_TRUE(journal.reopen());
    EXPECT_TRUE(journal.events().empty());
    journal.failNextAppend({"disk-error", Severity::Fatal, {}}, true);
    EXPECT_EQ(journal.append(first, {}).error().code, "disk-error");
    EXPECT_EQ(journal.read({}, {}).error().code, "disk-error");
    ASSERT_TRUE(journal.reopen());
    EXPECT_EQ(journal.events().size(), 1U);
    EXPECT_TRUE(journal.append(second, {}));
}

} // namespace
} // namespace anjungan
