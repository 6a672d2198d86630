// SPDX-License-Identifier: GPL-3.0-or-later
// Proves what a server does for itself while it serves: a backup a day, missed ones made good, old ones
// removed, failures shown; a catalogue put into its directory is published, at once or once nobody waits
// where it has no counter; and that a diagnosis tells nothing of people and no secret.
#include "core/training.h"
#include "server/backup_keeper.h"
#include "server/catalogue_file.h"
#include "server/diagnosis.h"
#include "server/init.h"
#include "storage/file_content.h"
#include "storage/system_clock.h"
#include "support/temp_directory.h"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <fstream>
#include <future>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <thread>

namespace anjungan {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using nlohmann::json;

class MovedClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_now.load(); }
    [[nodiscard]] std::chrono::milliseconds steady() const override
    {
        return m_system.steady() + (m_now.load() - m_begin);
    }
    void set(Instant now) { m_now = now; }

private:
    SystemClock m_system;
    const Instant m_begin = toInstant(LocalInstant(*parseDay("2026-11-23")) + 9h, TimeZone::Wib);
    std::atomic<Instant> m_now{m_begin};
};

template <typename Condition>
bool waitUntil(Condition condition)
{
    for (int i = 0; i < 1'500 && !condition(); ++i)
        std::this_thread::sleep_for(10ms);
    return condition();
}

class OperationsTest : public testing::Test
{
protected:
    void SetUp() override
    {
        ASSERT_TRUE(initDirectory(directory, {sample, {}}));
        fs::create_directory(folder.path("second"));
    }
    void start(std::optional<BackupKeeper::Settings> backup = std::nullopt)
    {
        SiteServer::Options options;
        options.http.address = "127.0.0.1";
        options.http.port = 0;
        options.backup = std::move(backup);
        auto started = SiteServer::start(directory, options, clock);
        ASSERT_TRUE(started) << started.error().code << ' ' << started.error().context;
        server = *std::move(started);
    }
    std::string submit(CommandBody body)
    {
        auto answer = std::make_shared<std::promise<std::string>>();
        server->queue().submit(
            {random.makeId<CommandId>(), {*DeviceId::parse("server"), {}}, std::move(body)},
            [answer](const Result<Receipt>& reply) {
                answer->set_value(reply ? "done" : reply.error().code);
            });
        return answer->get_future().get();
    }
    std::string issue()
    {
        IssueTicket wanted;
        wanted.ticket = random.makeId<TicketId>();
        wanted.services = {*ServiceId::parse("ktp")};
        return submit(wanted);
    }
    BackupKeeper::Settings settings() const
    {
        BackupKeeper::Settings settings;
        settings.folder = folder.path("second");
        settings.at = 23h + 30min;
        settings.kept = 3;
        settings.lookEvery = 5ms;
        return settings;
    }
    std::size_t backups() { return backupsIn(folder.path("second"), *SiteId::parse("contoh")).size(); }
    json catalogueOf(int version)
    {
        std::ifstream file(sample);
        json catalogue = json::parse(file);
        catalogue["version"] = version;
        return catalogue;
    }
    std::string write(const std::string& name, const json& content)
    {
        std::ofstream(folder.path(name)) << content.dump();
        return folder.path(name);
    }
    std::uint32_t published()
    {
        LogFeed feed(server->queue());
        std::uint32_t version = 0;
        waitUntil([&] { return feed.isReady(); });
        feed.look([&](const Site& site) { version = site.catalogue()->version; });
        return version;
    }

    const std::string sample = std::string(ANJUNGAN_SOURCE_DIR) + "/tests/data/tiny_catalogue.json";
    TempDirectory folder{TempDirectory::Place::Memory};
    MovedClock clock;
    SystemRandom random;
    SodiumHasher hasher;
    DataDirectory directory{folder.path("site")};
    std::unique_ptr<SiteServer> server;
};

TEST(DailyTime, IsTodaysOrYesterdays)
{
    const Instant midnight = toInstant(LocalInstant(*parseDay("2026-11-23")), TimeZone::Wit);
    EXPECT_EQ(lastTimeOf(23h, TimeZone::Wit, midnight + 22h), midnight - 1h);
    EXPECT_EQ(lastTimeOf(23h, TimeZone::Wit, midnight + 23h), midnight + 23h);
    EXPECT_EQ(lastTimeOf(0min, TimeZone::Wit, midnight), midnight);
}

TEST_F(OperationsTest, ABackupADayIsMadeAndTheOldOnesGo)
{
    start(settings());
    ASSERT_TRUE(waitUntil([&] { return backups() == 1; })) << "none was made at the last time";
    fs::create_directory(folder.path("second/photos"));
    for (int day = 0; day < 4; ++day) {
        const Instant evening =
            toInstant(LocalInstant(*parseDay("2026-11-23") + std::chrono::days(day)) + 23h, TimeZone::Wib);
        clock.set(evening + 29min);
        EXPECT_EQ(submit(ChangeStaff{*StaffId::parse("ani"), "Ani"}), "done") << "the queue goes on";
        const std::size_t before = backups();
        std::this_thread::sleep_for(100ms);
        EXPECT_EQ(backups(), before) << "not before its time";
        clock.set(evening + 30min);
        ASSERT_TRUE(waitUntil([&] {
            const auto found = backupsIn(folder.path("second"), *SiteId::parse("contoh"));
            return !found.empty() && found.front().made == evening + 30min && found.size() <= 3;
        }));
    }
    EXPECT_EQ(backups(), 3U);
    EXPECT_TRUE(fs::exists(folder.path("second/photos"))) << "not ours";
    for (const BackupReport& report : backupsIn(folder.path("second"), *SiteId::parse("contoh")))
        EXPECT_TRUE(verifyBackup(report.path, hasher));
    server.reset();
    start(settings());
    std::this_thread::sleep_for(100ms);
    EXPECT_EQ(backups(), 3U) << "a restart makes no further one";
}

TEST_F(OperationsTest, AFolderThatIsNotThereIsCountedAndTriedAgain)
{
    Metrics metrics;
    auto wanted = settings();
    wanted.folder = folder.path("stick");
    wanted.tryAgainAfter = 1min;
    start();
    const BackupKeeper keeper(directory, *SiteId::parse("contoh"), TimeZone::Wib, wanted, clock, metrics);
    ASSERT_TRUE(waitUntil([&] { return metrics.backupsFailed > 0; }));
    EXPECT_EQ(metrics.lastBackup_s, 0);
    EXPECT_NE(metrics.text({}).find("anjungan_last_backup_seconds 0\n"), std::string::npos);
    EXPECT_FALSE(fs::exists(wanted.folder)) << "what is not mounted is not written beside";
    fs::create_directory(wanted.folder);
    clock.set(clock.now() + 1min);
    ASSERT_TRUE(waitUntil([&] { return metrics.lastBackup_s > 0; }));
    EXPECT_EQ(metrics.backupsFailed, 1U);
    EXPECT_EQ(backupsIn(wanted.folder, *SiteId::parse("contoh")).size(), 1U);
}

TEST_F(OperationsTest, ACatalogueIsCheckedAndPublishedWithoutARestart)
{
    start();
    const std::uint32_t before = published();
    EXPECT_EQ(importCatalogue(directory, sample).error().code, "catalogue-old");
    json other = catalogueOf(static_cast<int>(before) + 1);
    other["site"] = "elsewhere";
    EXPECT_EQ(importCatalogue(directory, write("other", other)).error().code, "catalogue-other-site");
    EXPECT_FALSE(importCatalogue(directory, write("broken", json::object())));
    EXPECT_EQ(importCatalogue(directory, folder.path("none")).error().code, "file-missing");
    EXPECT_EQ(readWholeFile(directory.catalogue(), 1'000'000).value(),
              readWholeFile(sample, 1'000'000).value())
        << "what was refused changed nothing";
    server->tend();
    EXPECT_EQ(published(), before);

    ASSERT_TRUE(importCatalogue(directory, write("next", catalogueOf(static_cast<int>(before) + 1))));
    ASSERT_TRUE(waitUntil([&] {
        server->tend();
        return published() == before + 1;
    }));
    const auto text = exportCatalogue(directory);
    ASSERT_TRUE(text) << text.error().code;
    EXPECT_EQ(parseCatalogue(*text)->version, before + 1);
}

TEST_F(OperationsTest, ARealSiteNeverBecomesOneOfTrainingNorBack)
{
    const json next = catalogueOf(99);
    json marked = next;
    marked["training"] = true;
    EXPECT_EQ(importCatalogue(directory, write("marked", marked)).error().code, "training-differs");
    EXPECT_EQ(importCatalogue(directory, write("real", next), TakeAs::Training).error().code,
              "training-differs");

    const DataDirectory practice{folder.path("practice")};
    ASSERT_TRUE(initDirectory(practice, {sample, {}, TakeAs::Training}));
    const auto made = readCatalogueFile(practice.catalogue());
    ASSERT_TRUE(made) << made.error().context;
    EXPECT_EQ(**made, trainingOf(**readCatalogueFile(sample)));
    EXPECT_EQ(importCatalogue(practice, folder.path("real")).error().code, "training-differs");
    EXPECT_EQ(**readCatalogueFile(practice.catalogue()), **made) << "what was refused changed nothing";
    const auto taken = importCatalogue(practice, folder.path("real"), TakeAs::Training);
    ASSERT_TRUE(taken) << taken.error().code;
    EXPECT_EQ((*taken)->version, 99);
    EXPECT_TRUE((*readCatalogueFile(practice.catalogue()))->training);
}

TEST_F(OperationsTest, ACatalogueThatStrandsCitizensIsPublishedOnceNobodyWaitsThere)
{
    start();
    const std::uint32_t before = published();
    ASSERT_EQ(issue(), "done");
    json next = catalogueOf(static_cast<int>(before) + 1);
    // The queue of those who wait, and whatever else is only theirs, are gone.
    const std::string queue = [&] {
        for (const json& service : next["services"]) {
            if (service["id"] == "ktp")
                return service["queue"].get<std::string>();
        }
        return std::string();
    }();
    const auto drop = [&](const char* list, auto isGone) {
        json kept = json::array();
        for (const json& item : next[list]) {
            if (!isGone(item))
                kept.push_back(item);
        }
        next[list] = kept;
    };
    drop("services", [&](const json& item) { return item["queue"] == queue; });
    drop("queues", [&](const json& item) { return item["id"] == queue; });
    drop("counters", [&](const json& item) {
        return std::ranges::find(item["queues"], json(queue)) != item["queues"].end();
    });
    const auto imported = importCatalogue(directory, write("next", next));
    ASSERT_TRUE(imported) << imported.error().code << ' ' << imported.error().context;
    for (int i = 0; i < 50; ++i) {
        server->tend();
        std::this_thread::sleep_for(5ms);
    }
    EXPECT_EQ(published(), before) << "somebody waits";
    EXPECT_EQ(issue(), "done") << "under the old one";
    clock.set(clock.now() + 24h);
    ASSERT_TRUE(waitUntil([&] {
        server->tend();
        return published() == before + 1;
    }));
}

TEST_F(OperationsTest, ADiagnosisHoldsNoNameOfStaffAndNoSecret)
{
    start();
    const auto code =
        server->devices().makeCode({*DeviceId::parse("kios-1"), DeviceRole::Kiosk, 3}, clock.now());
    const auto enrolled = server->devices().enrol(*code, clock.now());
    ASSERT_TRUE(enrolled);
    const auto open =
        server->devices().makeCode({*DeviceId::parse("kios-2"), DeviceRole::Kiosk, 0}, clock.now());
    ASSERT_TRUE(open);
    {
        const auto staff = StaffRegistry::open(directory.access()).value();
        ASSERT_TRUE(staff->put(
            {*StaffId::parse("ratnasari"), "Ratna Sari Wulandari", StaffRole::Staff, false}, "271828"));
    }
    server->tend();
    ASSERT_EQ(issue(), "done");
    ASSERT_EQ(submit(RegisterDevice{*DeviceId::parse("kios-1"), random.makeId<IncarnationId>(), {}, 3, {}}),
              "done");

    const std::string text =
        diagnose(directory, "1.2.3", "# HELP x\nanjungan_sound 1\nsecret 7\n", hasher, clock);
    const json state = json::parse(text);
    EXPECT_EQ(state["program"], "1.2.3");
    EXPECT_EQ(state["staff"]["count"], 2) << "she and the first manager";
    ASSERT_EQ(state["devices"].size(), 1U);
    EXPECT_EQ(state["devices"][0]["device"], "kios-1");
    EXPECT_EQ(state["devices"][0]["lastRegistered"], formatInstant(clock.now()));
    EXPECT_EQ(state["soundness"]["sound"], true);
    EXPECT_EQ(state["log"]["tickets"], 1);
    EXPECT_EQ(state["metrics"]["anjungan_sound"], "1");
    EXPECT_TRUE(state["certificates"]["server"].contains("ends"));
    EXPECT_GT(state["disk"]["free"], 0);

    std::vector<std::string> secrets{"ratnasari",     "Ratna", "Wulandari",  "271828", "argon2",
                                     "PRIVATE",       "BEGIN", "secret",     *code,    *open,
                                     enrolled->token, "A-001", folder.path()};
    const auto addHex = [&](std::string_view bytes) {
        std::string hex;
        for (const char byte : bytes)
            hex += fmt::format("{:02x}", static_cast<unsigned char>(byte));
        secrets.push_back(hex);
    };
    addHex(readWholeFile(directory.siteKey(), 1'000).value());
    const Hash token = hasher.hash(enrolled->token);
    addHex({reinterpret_cast<const char*>(token.data()), token.size()});
    // Every text and blob of the file that keeps secrets, but for the names and roles of devices.
    const auto database =
        sqlite::Database::open(directory.access(), sqlite::Database::Mode::ReadOnly).value();
    auto tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").value();
    std::vector<std::string> names;
    while (*tables.step())
        names.emplace_back(tables.text(0));
    ASSERT_GE(names.size(), 3U);
    for (const std::string& name : names) {
        for (int column = 0; column < 8; ++column) {
            auto rows = database.prepare("SELECT * FROM " + name).value();
            while (*rows.step()) {
                const auto blob = rows.blob(column);
                if (blob.size() < 16)
                    continue;
                secrets.emplace_back(reinterpret_cast<const char*>(blob.data()), blob.size());
                addHex(secrets.back());
            }
        }
    }
    ASSERT_GE(secrets.size(), 18U) << "token hashes and PIN hashes were found";
    for (const std::string& secret : secrets)
        EXPECT_EQ(text.find(secret), std::string::npos) << secret;
    for (const char* key : {"ca.key", "server.key"}) {
        const std::string pem = readWholeFile((directory.path / key).string(), 10'000).value();
        EXPECT_EQ(text.find(pem.substr(40, 24)), std::string::npos);
    }
    EXPECT_NE(text.find("kios-1"), std::string::npos) << "what is looked for would be found";
}

TEST_F(OperationsTest, ADiagnosisOfWhatCannotBeReadSaysSo)
{
    const std::string text = diagnose({folder.path("nothing")}, "1", "", hasher, clock);
    const json state = json::parse(text);
    EXPECT_EQ(state["log"]["error"], "journal-missing");
    EXPECT_TRUE(state["devices"].contains("error"));
    EXPECT_EQ(text.find(folder.path()), std::string::npos);
    EXPECT_FALSE(fs::exists(folder.path("nothing")));
}

} // namespace
} // namespace anjungan
