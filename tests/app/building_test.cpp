// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that paper and screen say one thing: the QR of a slip, of its marked copy, and of a copy printed
// after a restart is the code that the kiosk shows, and carries the signature of the device that the log
// knows.
#include "app/building.h"
#include "core/token.h"
#include "printing/qr_reader.h"
#include "storage/system_clock.h"
#include "support/catalogues.h"
#include "support/fake_clock.h"
#include "support/temp_directory.h"

#include <condition_variable>
#include <gtest/gtest.h>
#include <mutex>

namespace anjungan {
namespace {

using namespace std::chrono_literals;

/// A machine, and what a face sees of it: its own copy of the site, and news of slips.
class Desk
{
public:
    explicit Desk(std::unique_ptr<Building> building)
        : m_building(std::move(building))
    {
        m_building->slips().follow(
            [this](const SlipNews& news) {
                const std::scoped_lock lock(m_mutex);
                m_printed += news.state == SlipState::Printed ? 1 : 0;
                m_changed.notify_all();
            },
            {});
        m_following = m_building->queue().follow({}, {[this](std::span<const Event> events) {
                                                          const std::scoped_lock lock(m_mutex);
                                                          for (const Event& event : events)
                                                              EXPECT_TRUE(applyEvent(m_site, event));
                                                          m_changed.notify_all();
                                                      },
                                                      {}});
    }
    ~Desk() { m_building->queue().unfollow(m_following); }

    TicketId issue()
    {
        IssueTicket wanted;
        wanted.ticket = m_building->random().makeId<TicketId>();
        wanted.services = {*ServiceId::parse("ktp"), *ServiceId::parse("kk")};
        m_building->queue().submit(
            {m_building->random().makeId<CommandId>(), {m_building->device(), {}}, wanted},
            [](const Result<Receipt>& reply) { EXPECT_TRUE(reply) << reply.error().code; });
        return wanted.ticket;
    }

    /// The code that the kiosk's screen shows, once `pages` slips were printed.
    SlipCode shownAfter(int pages, const TicketId& ticket)
    {
        std::unique_lock lock(m_mutex);
        EXPECT_TRUE(m_changed.wait_for(lock, 20s, [&] { return m_printed >= pages && m_site.find(ticket); }));
        const Ticket* found = m_site.find(ticket);
        return found ? m_building->codeOf(m_site, *found).value_or(SlipCode{}) : SlipCode{};
    }

    void reprint(const TicketId& ticket) { m_building->slips().reprint(ticket); }

    PublicKey keyInTheLog()
    {
        const std::scoped_lock lock(m_mutex);
        return m_site.devices().at(m_building->device()).publicKey;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    Site m_site;
    int m_printed = 0;
    QueuePort::Subscription m_following = 0;
    const std::unique_ptr<Building> m_building; // the first to go: until then its threads call this desk
};

class BuildingCodes : public testing::TestWithParam<const char*>
{
protected:
    std::unique_ptr<Building> open()
    {
        Config config;
        config.voice.enabled = false;
        config.phone.publicHost = GetParam();
        auto building =
            Building::open(config, {folder.path(), folder.path("slips"), {}}, tinyCatalogue(), clock);
        if (!building)
            throw std::runtime_error(building.error().code + ": " + building.error().context);
        return std::move(*building);
    }

    std::string qrOf(const std::string& page)
    {
        const QImage image(QString::fromStdString(folder.path("slips/" + page)));
        EXPECT_FALSE(image.isNull()) << page;
        return tests::readQr(image);
    }

    const TempDirectory folder{TempDirectory::Place::Memory};
    FakeClock clock;
};

TEST_P(BuildingCodes, AreOneOnPaperAndOnTheScreen)
{
    TicketId ticket;
    SlipCode shown;
    {
        Desk desk(open());
        ticket = desk.issue();
        shown = desk.shownAfter(1, ticket);
        EXPECT_EQ(shown.isLink, !std::string_view(GetParam()).empty());
        EXPECT_EQ(qrOf("A-001.png"), shown.text);

        const auto read = readToken(shown.text);
        ASSERT_TRUE(read) << read.error().context;
        EXPECT_EQ(read->token.ticket, ticket);
        EXPECT_EQ(read->token.number.text(), "A-001");
        EXPECT_EQ(read->token.prefixes, (std::vector<std::string>{"A", "A"}));
        EXPECT_TRUE(read->isSignedBy(desk.keyInTheLog(), SodiumVerifier()));

        desk.reprint(ticket);
        EXPECT_EQ(desk.shownAfter(2, ticket), shown);
        EXPECT_EQ(qrOf("A-001-2.png"), shown.text);
    }
    Desk desk(open());
    desk.reprint(ticket);
    EXPECT_EQ(desk.shownAfter(1, ticket), shown);
    EXPECT_EQ(qrOf("A-001-3.png"), shown.text);
}

INSTANTIATE_TEST_SUITE_P(, BuildingCodes, testing::Values("", "antrean.contoh.go.id"),
                         [](const auto& test) { return *test.param == 0 ? "Bare" : "Link"; });

} // namespace
} // namespace anjungan
