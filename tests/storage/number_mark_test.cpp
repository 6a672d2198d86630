// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a journal which was put back from an old image gives no number a second time, that a device's
// own series jumps ahead after a loss of power, and that neither happens without a reason.
#include "storage/number_mark_file.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "support/catalogues.h"
#include "support/direct_queue.h"
#include "support/temp_directory.h"

#include "core/authority.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

namespace anjungan {
namespace {

const SodiumHasher hasher;
const DeviceId device = *DeviceId::parse("kiosk-1");

/// One run of a node: journal, mark and authority, as the program builds them.
class Node
{
public:
    Node(const TempDirectory& directory, FixedRandom& random, const std::string& bootId = "boot-1")
        : m_random(random)
        , m_mark(directory.path("numbers.mark"), bootId)
        , m_journal(SqliteJournal::open(directory.path("journal.db"), hasher).value())
        , m_authority({device, random.makeId<IncarnationId>()}, *m_journal, hasher, m_clock, {}, &m_mark)
    {
        EXPECT_TRUE(m_authority.open());
        if (!m_authority.site().catalogue())
            submit(PublishCatalogue{tinyCatalogue()});
        for (const RaiseNumbers& raise : m_mark.owed(m_authority.site())) {
            ++raised;
            submit(raise);
        }
    }

    std::string issue(std::uint8_t series = 0)
    {
        IssueTicket wanted;
        wanted.ticket = m_random.makeId<TicketId>();
        wanted.series = series;
        wanted.services = {*ServiceId::parse("ktp")};
        submit(wanted);
        return m_authority.site().find(wanted.ticket)->number.text();
    }

    int raised = 0;

private:
    void submit(CommandBody body)
    {
        const Command command{m_random.makeId<CommandId>(), {device, {}}, std::move(body)};
        const auto results = m_authority.commit({&command, 1});
        ASSERT_TRUE(results.front()) << results.front().error().code << results.front().error().context;
    }

    FixedRandom& m_random;
    FakeClock m_clock;
    NumberMarkFile m_mark;
    std::unique_ptr<SqliteJournal> m_journal;
    Authority m_authority;
};

class NumberMarks : public testing::Test
{
protected:
    void copyJournal(const std::string& from, const std::string& to)
    {
        for (const char* suffix : {"", "-wal"}) {
            std::filesystem::remove(directory.path(to + suffix));
            if (std::filesystem::exists(directory.path(from + suffix)))
                std::filesystem::copy_file(directory.path(from + suffix), directory.path(to + suffix));
        }
        std::filesystem::remove(directory.path(to + "-shm"));
    }

    TempDirectory directory;
    FixedRandom random;
};

TEST_F(NumberMarks, AnOrderlyRestartAndAKilledProcessGoOnWithoutAGap)
{
    EXPECT_EQ(Node(directory, random).issue(), "A-001");
    EXPECT_EQ(Node(directory, random).issue(), "A-002");
    auto unclean = std::make_unique<Node>(directory, random);
    EXPECT_EQ(unclean->issue(), "A-003");
    std::filesystem::copy_file(directory.path("numbers.mark"), directory.path("kept"));
    unclean.reset();
    std::filesystem::rename(directory.path("kept"), directory.path("numbers.mark")); // as a kill leaves it
    Node again(directory, random);
    EXPECT_EQ(again.issue(), "A-004");
    EXPECT_EQ(again.raised, 0);
}

TEST_F(NumberMarks, AnOldImageOfTheJournalGivesNoNumberAgain)
{
    {
        Node node(directory, random);
        node.issue();
    }
    copyJournal("journal.db", "image");
    std::string last;
    {
        Node node(directory, random);
        for (int i = 0; i < 120; ++i)
            last = node.issue();
    }
    ASSERT_EQ(last, "A-121");
    copyJournal("image", "journal.db");
    Node restored(directory, random);
    EXPECT_EQ(restored.raised, 1);
    const Number next = *Number::parse(restored.issue());
    EXPECT_GT(next.value, 121);
    EXPECT_LE(next.value, 121 + NumberMarkFile::block);
}

TEST_F(NumberMarks, AfterALossOfPowerADevicesOwnSeriesJumpsAhead)
{
    {
        Node node(directory, random);
        EXPECT_EQ(node.issue(0), "A-001");
        EXPECT_EQ(node.issue(3), "A-3001");
        std::filesystem::copy_file(directory.path("numbers.mark"), directory.path("kept"));
    }
    std::filesystem::rename(directory.path("kept"), directory.path("numbers.mark"));
    Node after(directory, random, "boot-2");
    EXPECT_EQ(after.issue(3), "A-3051");
    EXPECT_EQ(after.issue(0), "A-002") << "online numbers have no gaps";
}

TEST_F(NumberMarks, ADamagedMarkIsNone)
{
    EXPECT_EQ(Node(directory, random).issue(), "A-001");
    for (const char* damage : {"", "{", "[1]", R"({"day":"2026-11-23","head":"x"})", "\0\0\0"}) {
        std::ofstream(directory.path("numbers.mark"), std::ios::trunc) << damage;
        Node node(directory, random);
        EXPECT_EQ(node.raised, 0) << damage;
        node.issue();
    }
    EXPECT_EQ(Node(directory, random).issue(), "A-007");
}

TEST_F(NumberMarks, OneThatCannotBeWrittenStopsTheNumber)
{
    NumberMarkFile mark(directory.path("no/such/folder"), "boot-1");
    const Result<void> covered = mark.cover(Day(), *Number::parse("A-001"), 0);
    ASSERT_FALSE(covered);
    EXPECT_EQ(covered.error().code, "disk-error");
}

} // namespace
} // namespace anjungan
