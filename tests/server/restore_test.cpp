// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a site comes back from a backup: whole or not at all, made while the server decides, with no
// number given twice; and that a device which saw more than the backup holds takes the state anew, one that
// saw less goes on, and neither applies an event twice or misses one.
#include "core/protocol.h"
#include "server/init.h"
#include "server/restore.h"
#include "server/site_server.h"
#include "storage/journal_check.h"
#include "storage/sqlite_journal.h"
#include "storage/system_clock.h"
#include "support/site_text.h"
#include "support/temp_directory.h"

#include <fstream>
#include <future>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sys/stat.h>
#include <thread>

namespace anjungan {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// A clock that stands at nine in the morning of a working day, and moves when told.
class HallClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_begin + m_passed; }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_system.steady() + m_passed; }
    void advance(std::chrono::milliseconds by) { m_passed += by; }

private:
    SystemClock m_system;
    std::chrono::milliseconds m_passed{0};
    const Instant m_begin = toInstant(LocalInstant(*parseDay("2026-11-23")) + 9h, TimeZone::Wib);
};

class RestoreTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(
            initDirectory(lost, {std::string(ANJUNGAN_SOURCE_DIR) + "/tests/data/tiny_catalogue.json", {}}));
        start(lost);
    }

    void start(const DataDirectory& directory)
    {
        SiteServer::Options options;
        options.http.address = "127.0.0.1";
        options.http.port = 0;
        auto started = SiteServer::start(directory, options, clock);
        ASSERT_TRUE(started) << started.error().code << ' ' << started.error().context;
        server = *std::move(started);
        feed = std::make_unique<LogFeed>(server->queue());
    }
    void stop()
    {
        feed.reset();
        server.reset();
    }

    Result<Receipt> submit(CommandBody body)
    {
        auto answer = std::make_shared<std::promise<Result<Receipt>>>();
        server->queue().submit(
            {random.makeId<CommandId>(), {*DeviceId::parse("server"), {}}, std::move(body)},
            [answer](const Result<Receipt>& reply) { answer->set_value(reply); });
        return answer->get_future().get();
    }
    std::string issue()
    {
        IssueTicket wanted;
        wanted.ticket = random.makeId<TicketId>();
        wanted.services = {*ServiceId::parse("ktp")};
        const auto receipt = submit(wanted);
        return receipt ? std::get<TicketIssued>(receipt->events.front().body).number.text()
                       : receipt.error().code;
    }
    Position head()
    {
        Position head;
        // Told before a reply is given, but at its own pace at the start.
        for (int i = 0; i < 1'000 && !feed->isReady(); ++i)
            std::this_thread::sleep_for(5ms);
        feed->look([&](const Site& site) { head = site.head(); });
        return head;
    }

    /// A device's replica: takes a snapshot where the feed says so, else what follows.
    struct Replica
    {
        Site site;
        std::vector<Position> applied;
        int snapshots = 0;
    };
    void bringUp(Replica& replica)
    {
        Position at = replica.site.head();
        for (int tries = 0; tries < 100; ++tries) {
            const auto chunk = feed->after(at);
            if (!chunk) {
                ASSERT_EQ(chunk.error().code, "snapshot-needed");
                auto site = readSnapshot(*feed->snapshot());
                ASSERT_TRUE(site);
                replica.site = *std::move(site);
                replica.applied.clear();
                ++replica.snapshots;
                at = replica.site.head();
                continue;
            }
            if (chunk->text.empty())
                return;
            take(replica, chunk->text);
            at = chunk->upTo;
            ASSERT_EQ(at, replica.site.head());
        }
        FAIL() << "it never came up to date";
    }
    void take(Replica& replica, const std::string& frames)
    {
        std::istringstream lines(frames);
        for (std::string line; std::getline(lines, line);) {
            if (!line.starts_with("data: "))
                continue;
            const auto event = eventFromJson(nlohmann::json::parse(line.substr(6)));
            ASSERT_TRUE(event);
            ASSERT_TRUE(applyEvent(replica.site, *event)) << "twice, or one missed";
            replica.applied.push_back(*event->position);
        }
    }
    std::string stateOf(const Site& site) { return textOf(site); }
    std::string serversState()
    {
        std::string state;
        feed->look([&](const Site& site) { state = textOf(site); });
        return state;
    }

    BackupReport backUp() { return backupSite(lost, folder.path("backup"), hasher, clock.now()).value(); }
    std::string codeOf(const Result<BackupReport>& result) { return result ? "done" : result.error().code; }

    TempDirectory folder{TempDirectory::Place::Memory};
    HallClock clock;
    SystemRandom random;
    SodiumHasher hasher;
    DataDirectory lost{folder.path("site")};
    DataDirectory found{folder.path("found")};
    std::unique_ptr<SiteServer> server;
    std::unique_ptr<LogFeed> feed;
};

TEST_F(RestoreTest, WhatWasAcknowledgedBeforeTheBackupComesBackAndNoNumberTwice)
{
    EXPECT_EQ(issue(), "A-001");
    EXPECT_EQ(issue(), "A-002");
    const BackupReport report = backUp();
    EXPECT_EQ(report.head, head());
    EXPECT_EQ(report.tickets, 2U);
    EXPECT_EQ(issue(), "A-003") << "the server went on";
    stop();
    const auto restored =
        restoreSite(report.path, found, {lost.numberMark(), std::nullopt}, hasher, clock.now());
    ASSERT_TRUE(restored) << restored.error().code;
    clock.advance(1min);
    start(found);
    EXPECT_EQ(issue(), "A-051") << "beyond all that the lost server may have given";
    EXPECT_GT(head().epoch, report.head.epoch);
    EXPECT_FALSE(fs::exists(found.putBack()));
    const Position before = head();
    stop();
    start(found);
    EXPECT_EQ(head().epoch, before.epoch) << "raised once";
    EXPECT_EQ(issue(), "A-052");
    stop();
    EXPECT_TRUE(verifyJournal(found.journal(), hasher)->problems.empty());
}

TEST_F(RestoreTest, WithoutTheMarkSomebodySaysHowFarNumbersWent)
{
    issue();
    const BackupReport report = backUp();
    stop();
    EXPECT_EQ(codeOf(restoreSite(report.path, found, {}, hasher, clock.now())), "numbers-doubtful");
    EXPECT_FALSE(fs::exists(found.path));
    std::ofstream(folder.path("mark")) << "{";
    EXPECT_EQ(codeOf(restoreSite(report.path, found, {folder.path("mark"), {}}, hasher, clock.now())),
              "mark-invalid");
    EXPECT_FALSE(fs::exists(found.path)) << "nothing half";
    EXPECT_EQ(codeOf(restoreSite(report.path, found, {{}, std::uint16_t{300}}, hasher, clock.now())), "done");
    start(found);
    EXPECT_EQ(issue(), "A-301");
}

TEST_F(RestoreTest, ABackupOfYesterdayKnowsNothingOfTodaysNumbersAndSkipsThemToo)
{
    issue();
    const BackupReport report = backUp();
    clock.advance(24h);
    EXPECT_EQ(issue(), "A-001");
    stop();
    ASSERT_TRUE(restoreSite(report.path, found, {lost.numberMark(), {}}, hasher, clock.now()));
    start(found);
    EXPECT_EQ(issue(), "A-051");
}

TEST_F(RestoreTest, ADeviceThatSawMoreTakesTheStateAnewAndOneThatSawLessGoesOn)
{
    issue();
    Replica behind;
    bringUp(behind);
    issue();
    const BackupReport report = backUp();
    issue();
    issue();
    Replica ahead;
    bringUp(ahead);
    ASSERT_GT(ahead.site.head().n, report.head.n);
    stop();
    ASSERT_TRUE(restoreSite(report.path, found, {lost.numberMark(), {}}, hasher, clock.now()));
    start(found);
    // The restored log passes the place where `ahead` stood, with other events.
    while (head().n <= ahead.site.head().n + 2)
        issue();
    const int snapshots = behind.snapshots;
    bringUp(behind);
    EXPECT_EQ(behind.snapshots, snapshots) << "its part is the same in both logs";
    EXPECT_EQ(behind.site.head(), head());
    const int before = ahead.snapshots;
    bringUp(ahead);
    EXPECT_EQ(ahead.snapshots, before + 1);
    EXPECT_EQ(ahead.site.head(), head());
    EXPECT_EQ(stateOf(ahead.site), serversState());
    EXPECT_EQ(stateOf(behind.site), serversState());
}

TEST_F(RestoreTest, TheSamePlaceOfTheOldEpochIsForeignBeyondTheBackupsEndOnly)
{
    issue();
    const BackupReport report = backUp();
    stop();
    ASSERT_TRUE(restoreSite(report.path, found, {{}, std::uint16_t{0}}, hasher, clock.now()));
    start(found);
    issue();
    const std::uint32_t old = report.head.epoch;
    const auto codeAt = [&](Position position) {
        const auto chunk = feed->after(position);
        return chunk ? "goes on" : chunk.error().code;
    };
    for (std::uint64_t n = 1; n <= head().n; ++n)
        EXPECT_EQ(codeAt({old, n}), n <= report.head.n ? "goes on" : "snapshot-needed") << n;
    EXPECT_EQ(codeAt(head()), "goes on");
    EXPECT_EQ(codeAt({head().epoch, report.head.n}), "snapshot-needed") << "nobody can have stood there";
    EXPECT_EQ(codeAt({head().epoch, head().n + 1}), "snapshot-needed");
}

TEST_F(RestoreTest, TwoRestoresOfOneBackupAreTwoLogs)
{
    issue();
    const BackupReport report = backUp();
    stop();
    ASSERT_TRUE(restoreSite(report.path, found, {{}, std::uint16_t{0}}, hasher, clock.now()));
    start(found);
    issue();
    Replica device;
    bringUp(device);
    stop();
    clock.advance(1h);
    const DataDirectory again{folder.path("again")};
    ASSERT_TRUE(restoreSite(report.path, again, {{}, std::uint16_t{9}}, hasher, clock.now()));
    start(again);
    while (head().n <= device.site.head().n)
        issue();
    const int before = device.snapshots;
    bringUp(device);
    EXPECT_EQ(device.snapshots, before + 1);
    EXPECT_EQ(stateOf(device.site), serversState());
}

TEST_F(RestoreTest, ABackupIsForItsOwnerAloneAndReplacesNothing)
{
    const BackupReport report = backUp();
    struct stat status = {};
    ASSERT_EQ(::stat(report.path.c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0700U);
    for (const auto& entry : fs::directory_iterator(report.path)) {
        ASSERT_EQ(::stat(entry.path().c_str(), &status), 0);
        EXPECT_EQ(status.st_mode & 0777, 0600U) << entry.path();
    }
    EXPECT_FALSE(fs::exists(folder.path("backup.part")));
    EXPECT_EQ(codeOf(verifyBackup(report.path, hasher)), "done");
    // Where the name is a folder, the backup gets one of its own in it.
    fs::create_directory(folder.path("many"));
    const auto named = backupSite(lost, folder.path("many"), hasher, clock.now());
    ASSERT_TRUE(named);
    EXPECT_EQ(named->path.parent_path(), folder.path("many"));
    EXPECT_EQ(codeOf(backupSite(lost, folder.path("many"), hasher, clock.now())), "file-exists");
    EXPECT_EQ(backupsIn(folder.path("many"), server->site()).size(), 1U);
    EXPECT_EQ(codeOf(backupSite({folder.path("nothing")}, folder.path("b"), hasher, clock.now())),
              "directory-unusable");
    std::ofstream(folder.path("file")) << "x";
    EXPECT_EQ(codeOf(backupSite(lost, folder.path("file"), hasher, clock.now())), "file-exists");
}

TEST_F(RestoreTest, AnyFileOfABackupThatIsChangedOrMissingIsFound)
{
    issue();
    const BackupReport report = backUp();
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(report.path))
        files.push_back(entry.path());
    ASSERT_EQ(files.size(), 10U);
    for (const fs::path& file : files) {
        const fs::path kept = file.string() + ".kept";
        fs::rename(file, kept);
        EXPECT_EQ(codeOf(restoreSite(report.path, found, {{}, std::uint16_t{0}}, hasher, clock.now())),
                  "backup-invalid")
            << file;
        fs::copy_file(kept, file);
        {
            std::fstream damage(file, std::ios::in | std::ios::out | std::ios::binary);
            const auto middle = static_cast<std::streamoff>(fs::file_size(file) / 2);
            damage.seekg(middle);
            const int byte = damage.get();
            damage.seekp(middle);
            damage.put(static_cast<char>(byte ^ 1));
        }
        EXPECT_EQ(codeOf(verifyBackup(report.path, hasher)), "backup-invalid") << file;
        fs::remove(file);
        fs::rename(kept, file);
        EXPECT_FALSE(fs::exists(found.path)) << "nothing half";
    }
    EXPECT_EQ(codeOf(verifyBackup(report.path, hasher)), "done");
}

TEST_F(RestoreTest, ALogThatIsNotSoundMakesNoBackup)
{
    issue();
    issue();
    stop();
    {
        auto database = sqlite::Database::open(lost.journal(), sqlite::Database::Mode::ReadWrite).value();
        ASSERT_TRUE(database.execute("UPDATE event SET time = time + 1 WHERE n = 2"));
    }
    const auto report = backupSite(lost, folder.path("backup"), hasher, clock.now());
    EXPECT_EQ(codeOf(report), "backup-unsound");
    EXPECT_FALSE(fs::exists(folder.path("backup")));
    EXPECT_FALSE(fs::exists(folder.path("backup.part")));
}

TEST_F(RestoreTest, OnlyAnEmptyDirectoryIsTaken)
{
    const BackupReport report = backUp();
    stop();
    EXPECT_EQ(codeOf(restoreSite(report.path, lost, {{}, std::uint16_t{0}}, hasher, clock.now())),
              "directory-exists");
    fs::create_directory(found.path);
    EXPECT_EQ(codeOf(restoreSite(report.path, found, {{}, std::uint16_t{0}}, hasher, clock.now())), "done");
    start(found);
    EXPECT_EQ(issue(), "A-001");
}

TEST_F(RestoreTest, AStartThatWasCutOffIsMadeGood)
{
    issue();
    const BackupReport report = backUp();
    stop();
    ASSERT_TRUE(restoreSite(report.path, found, {{}, std::uint16_t{80}}, hasher, clock.now()));
    const auto note = readPutBack(found.putBack()).value();
    ASSERT_TRUE(note);
    start(found);
    const Position raised = head();
    stop();
    // As if the note could not be taken away.
    ASSERT_TRUE(writePutBack(found.putBack(), *note));
    start(found);
    EXPECT_EQ(head().epoch, raised.epoch);
    EXPECT_EQ(issue(), "A-081");
    stop();
    ASSERT_TRUE(noteRestored(found, {}, {{}, std::uint16_t{0}}, clock.now() - 24h));
    start(found);
    EXPECT_EQ(head().epoch, raised.epoch + 1) << "never lower, whatever a clock said";
    stop();
    std::ofstream(found.putBack()) << "{}";
    const auto started = SiteServer::start(found, {}, clock);
    ASSERT_FALSE(started);
    EXPECT_EQ(started.error().code, "put-back-invalid");
}

} // namespace
} // namespace anjungan
