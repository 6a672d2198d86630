// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that at most one unmarked slip of a ticket ever comes out, wherever the process dies and whatever
// the disk refuses.
#include "printing/print_service_fixture.h"

namespace anjungan {
namespace {

using namespace std::chrono_literals;
using namespace tests;

/// A process that dies at its n-th step: from then on nothing it does has an effect.
class Life
{
public:
    explicit Life(int steps)
        : m_left(steps)
    {}
    bool step()
    {
        if (m_left <= 0) {
            m_isOver = true;
            return false;
        }
        --m_left;
        return true;
    }
    [[nodiscard]] bool isOver() const { return m_isOver; }

private:
    std::atomic<int> m_left;
    std::atomic<bool> m_isOver = false;
};

class MortalOutbox final : public PrintOutbox
{
public:
    MortalOutbox(MemoryOutbox& disk, Life& life)
        : m_disk(disk)
        , m_life(life)
    {}
    Result<std::vector<OutboxRow>> unfinished() override { return m_disk.unfinished(); }
    Result<std::optional<OutboxRow>> newestOf(const TicketId& ticket) override
    {
        return m_disk.newestOf(ticket);
    }
    Result<OutboxRow> addReprint(const TicketId& ticket) override
    {
        return m_life.step() ? m_disk.addReprint(ticket) : failForGood("disk-error");
    }
    Result<void> update(const OutboxRow& row) override
    {
        return m_life.step() ? m_disk.update(row) : failForGood("disk-error");
    }

private:
    MemoryOutbox& m_disk;
    Life& m_life;
};

class MortalPrinter final : public Printer
{
public:
    MortalPrinter(DeskPrinter& desk, Life& life)
        : m_desk(desk)
        , m_life(life)
    {}
    Result<SlipState> print(const Raster& raster, const std::string& name) override
    {
        return m_life.step() ? m_desk.print(raster, name) : failForGood("dead");
    }
    PrinterCondition condition() override { return m_desk.condition(); }

private:
    DeskPrinter& m_desk;
    Life& m_life;
};

/// Runs the service until it dies or has nothing left to do; true if it lived.
bool live(MemoryOutbox& disk, DeskPrinter& desk, const Clock& clock, int steps)
{
    Life life(steps);
    MortalOutbox outbox(disk, life);
    MortalPrinter printer(desk, life);
    PrintService service(outbox, printer, encoder, codeOf, clock, quick());
    service.start();
    const auto deadline = std::chrono::steady_clock::now() + 5s;
    while (!life.isOver() && !disk.unfinished()->empty() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(1ms);
    // A step that the last row's end does not wait for: give it the time to be taken.
    std::this_thread::sleep_for(3ms);
    service.stop();
    EXPECT_LT(std::chrono::steady_clock::now(), deadline + 1s);
    return !life.isOver();
}

TEST_F(PrintServiceTest, DyingAnywhereOnceLeavesOneUnmarkedSlipAtMost)
{
    int deaths = 0;
    for (bool stumbles : {false, true}) {
        for (int steps = 0;; ++steps) {
            MemoryOutbox disk;
            DeskPrinter desk;
            bool stumbled = !stumbles;
            desk.whenPrinting = [&]() -> Result<SlipState> {
                if (!std::exchange(stumbled, true))
                    return failTemporarily("printer-unreachable");
                return SlipState::Printed;
            };
            disk.reserve(slipOf(1));
            const bool lived = live(disk, desk, clock, steps);
            deaths += lived ? 0 : 1;
            ASSERT_TRUE(live(disk, desk, clock, 1'000));
            EXPECT_LE(desk.count(false), 1) << "died after " << steps;
            EXPECT_LE(desk.count(true), 1) << "died after " << steps;
            EXPECT_GE(desk.sheets().size(), 1U) << "died after " << steps;
            EXPECT_TRUE(disk.unfinished()->empty());
            if (lived)
                break;
        }
    }
    EXPECT_GE(deaths, 3 + 6) << "every step of both stories was a death";
}

TEST_F(PrintServiceTest, DyingAgainWhileRecoveringLeavesOneUnmarkedAndOneMarkedAtMost)
{
    for (int first = 0; first < 4; ++first) {
        for (int second = 0; second < 8; ++second) {
            MemoryOutbox disk;
            DeskPrinter desk;
            disk.reserve(slipOf(1));
            (void)live(disk, desk, clock, first);
            (void)live(disk, desk, clock, second);
            ASSERT_TRUE(live(disk, desk, clock, 1'000));
            EXPECT_LE(desk.count(false), 1) << first << ", " << second;
            EXPECT_LE(desk.count(true), 1) << first << ", " << second;
            EXPECT_LE(disk.rows().size(), 2U) << first << ", " << second;
            EXPECT_TRUE(disk.unfinished()->empty()) << first << ", " << second;
        }
    }
}

/// A disk that refuses for a while, as a full one does.
class StubbornOutbox final : public PrintOutbox
{
public:
    explicit StubbornOutbox(MemoryOutbox& disk)
        : m_disk(disk)
    {}
    Result<std::vector<OutboxRow>> unfinished() override { return m_disk.unfinished(); }
    Result<std::optional<OutboxRow>> newestOf(const TicketId& ticket) override
    {
        return m_disk.newestOf(ticket);
    }
    Result<OutboxRow> addReprint(const TicketId& ticket) override { return m_disk.addReprint(ticket); }
    Result<void> update(const OutboxRow& row) override
    {
        return m_refusals-- > 0 ? failTemporarily("disk-full") : m_disk.update(row);
    }

    std::atomic<int> m_refusals{0};

private:
    MemoryOutbox& m_disk;
};

TEST_F(PrintServiceTest, NothingIsPrintedBeforeTheDiskHasIt)
{
    for (int refusals = 1; refusals <= 5; ++refusals) {
        MemoryOutbox disk;
        StubbornOutbox full(disk);
        DeskPrinter desk;
        full.m_refusals = refusals;
        desk.whenPrinting = [&] {
            EXPECT_LE(full.m_refusals, 0);
            return SlipState::Printed;
        };
        disk.reserve(slipOf(1));
        Listener listener;
        PrintService service(full, desk, encoder, codeOf, clock, quick());
        listener.follow(service);
        service.start();
        EXPECT_TRUE(listener.waitFor(SlipState::Printed)) << refusals;
        service.stop();
        EXPECT_TRUE(listener.waitFor(SlipState::Reserved, "disk-full"));
        EXPECT_EQ(desk.count(false), 1);
    }
}

TEST_F(PrintServiceTest, APrintedSlipIsSavedOnceTheDiskTakesIt)
{
    StubbornOutbox full(outbox);
    printer.whenPrinting = [&] {
        full.m_refusals = 3;
        return SlipState::Printed;
    };
    outbox.reserve(slipOf(1));
    Listener listener;
    PrintService service(full, printer, encoder, codeOf, clock, quick());
    listener.follow(service);
    service.start();
    ASSERT_TRUE(listener.waitFor(SlipState::Printed));
    const auto deadline = std::chrono::steady_clock::now() + 5s;
    while (outbox.rows()[0].state != SlipState::Printed && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(1ms);
    service.stop();
    EXPECT_EQ(outbox.rows()[0].state, SlipState::Printed);
    EXPECT_EQ(printer.sheets().size(), 1U);
}

} // namespace
} // namespace anjungan
