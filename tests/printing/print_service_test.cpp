// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that slips get to paper, that trouble is told and survived, and that at most one unmarked slip of a
// ticket ever comes out, wherever the process dies.
#include "printing/print_service.h"

#include "printing/raster_image.h"
#include "printing/sample_slips.h"
#include "printing/zxing_qr_encoder.h"
#include "support/memory_outbox.h"

#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <thread>

namespace anjungan {
namespace {

using namespace std::chrono_literals;
using tests::sampleSlip;
using tests::sampleTicket;

const ZxingQrEncoder encoder;

/// The wall clock of the sample's morning; time-outs run for real.
class MorningClock final : public Clock
{
public:
    Instant now() const override
    {
        return toInstant(std::chrono::local_days(std::chrono::year(2026) / 11 / m_day) + 9h + 42min,
                         TimeZone::Wib);
    }
    std::chrono::milliseconds steady() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
    unsigned m_day = 23;
};

/// A printer on the desk: what came out of it, and what it answers.
class DeskPrinter final : public Printer
{
public:
    struct Sheet
    {
        std::string name;
        bool isMarked = false;
    };

    Result<SlipState> print(const Raster& raster, const std::string& name) override
    {
        const Result<SlipState> answer =
            whenPrinting ? whenPrinting() : Result<SlipState>(SlipState::Printed);
        const std::scoped_lock lock(m_mutex);
        if (answer || answer.error().severity != Severity::TryAgain) {
            // Only the mark of a copy reaches the paper's edge.
            bool isMarked = false;
            for (int y = 0; y < raster.height; ++y)
                isMarked =
                    isMarked || (raster.bits[static_cast<std::size_t>(y * raster.stride())] & 0x80) != 0;
            m_sheets.push_back({name, isMarked});
        }
        return answer;
    }
    PrinterCondition condition() override { return m_condition; }

    int count(bool marked)
    {
        const std::scoped_lock lock(m_mutex);
        return static_cast<int>(std::ranges::count(m_sheets, marked, &Sheet::isMarked));
    }
    std::vector<Sheet> sheets()
    {
        const std::scoped_lock lock(m_mutex);
        return m_sheets;
    }

    std::function<Result<SlipState>()> whenPrinting; ///< set before the service starts
    std::atomic<PrinterCondition> m_condition{PrinterCondition::Ready};

private:
    std::mutex m_mutex;
    std::vector<Sheet> m_sheets;
};

/// What a face heard. Declared before the service, because it must outlive the service's last call.
class Listener
{
public:
    void follow(SlipPort& port)
    {
        port.follow(
            [this](const SlipNews& news) {
                const std::scoped_lock lock(m_mutex);
                m_news.push_back(news);
                m_changed.notify_all();
            },
            [this](PrinterCondition condition) {
                const std::scoped_lock lock(m_mutex);
                m_conditions.push_back(condition);
                m_changed.notify_all();
            });
    }

    bool waitFor(SlipState state, const std::string& problem = {}, int times = 1)
    {
        return wait([&] {
            return std::ranges::count_if(m_news, [&](const SlipNews& news) {
                       return news.state == state && news.problem == problem;
                   }) >= times;
        });
    }
    bool waitForCondition(PrinterCondition condition)
    {
        return wait([&] { return !m_conditions.empty() && m_conditions.back() == condition; });
    }
    std::vector<SlipNews> news()
    {
        const std::scoped_lock lock(m_mutex);
        return m_news;
    }
    std::vector<PrinterCondition> conditions()
    {
        const std::scoped_lock lock(m_mutex);
        return m_conditions;
    }

private:
    bool wait(const std::function<bool()>& predicate)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 5s, predicate);
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<SlipNews> m_news;
    std::vector<PrinterCondition> m_conditions;
};

PrintService::Settings quick()
{
    PrintService::Settings settings;
    settings.backOffFirst = 1ms;
    settings.backOffMax = 4ms;
    settings.conditionEvery = 5ms;
    return settings;
}

Slip slipOf(std::uint8_t number)
{
    Slip slip = sampleSlip();
    slip.ticket = sampleTicket(number);
    slip.number.value = number;
    return slip;
}

class PrintServiceTest : public testing::Test
{
protected:
    MemoryOutbox outbox;
    DeskPrinter printer;
    MorningClock clock;
};

TEST_F(PrintServiceTest, PrintsWhatIsReservedInOrder)
{
    outbox.reserve(slipOf(1));
    Listener listener;
    PrintService service(outbox, printer, encoder, clock, quick());
    listener.follow(service);
    service.start();
    ASSERT_TRUE(listener.waitFor(SlipState::Printed));
    outbox.reserve(slipOf(2));
    outbox.reserve(slipOf(3));
    service.wake();
    ASSERT_TRUE(listener.waitFor(SlipState::Printed, "", 3));
    service.stop();

    const auto sheets = printer.sheets();
    ASSERT_EQ(sheets.size(), 3U);
    EXPECT_EQ(sheets[0].name, "A-001");
    EXPECT_EQ(sheets[2].name, "A-003");
    EXPECT_EQ(printer.count(true), 0);
    for (const OutboxRow& row : outbox.rows()) {
        EXPECT_EQ(row.state, SlipState::Printed);
        EXPECT_EQ(row.attempts, 1);
        EXPECT_EQ(row.problem, "");
    }
    EXPECT_EQ(listener.news().front().ticket, sampleTicket(1));
}

TEST_F(PrintServiceTest, WhatASpoolerAcceptedIsNeverTouchedAgain)
{
    printer.whenPrinting = [] { return SlipState::HandedOver; };
    outbox.reserve(slipOf(1));
    for (int run = 0; run < 2; ++run) {
        Listener listener;
        PrintService service(outbox, printer, encoder, clock, quick());
        listener.follow(service);
        service.start();
        if (run == 0) {
            ASSERT_TRUE(listener.waitFor(SlipState::HandedOver));
        } else {
            ASSERT_TRUE(listener.waitForCondition(PrinterCondition::Ready));
        }
    }
    EXPECT_EQ(printer.sheets().size(), 1U);
    EXPECT_EQ(outbox.rows().size(), 1U);
    EXPECT_EQ(outbox.rows()[0].state, SlipState::HandedOver);
    EXPECT_EQ(outbox.rows()[0].problem, "");
}

TEST_F(PrintServiceTest, TriesAgainUntilThePrinterIsBack)
{
    int failures = 3;
    printer.whenPrinting = [&]() -> Result<SlipState> {
        if (failures-- > 0)
            return failTemporarily("printer-unreachable");
        return SlipState::Printed;
    };
    outbox.reserve(slipOf(1));
    Listener listener;
    PrintService service(outbox, printer, encoder, clock, quick());
    listener.follow(service);
    service.start();
    ASSERT_TRUE(listener.waitFor(SlipState::Printed));
    EXPECT_TRUE(listener.waitFor(SlipState::Reserved, "printer-unreachable", 3));
    service.stop();
    EXPECT_EQ(printer.count(false), 1);
    EXPECT_EQ(outbox.rows()[0].attempts, 4);
    EXPECT_EQ(outbox.rows()[0].problem, "");
}

TEST_F(PrintServiceTest, GivesUpInTheEndAndAReprintIsMarked)
{
    std::atomic<bool> broken = true;
    printer.whenPrinting = [&]() -> Result<SlipState> {
        if (broken)
            return failTemporarily("printer-unreachable");
        return SlipState::Printed;
    };
    outbox.reserve(slipOf(1));
    Listener listener;
    PrintService service(outbox, printer, encoder, clock, quick());
    listener.follow(service);
    service.start();
    ASSERT_TRUE(listener.waitFor(SlipState::Failed, "printer-unreachable"));
    EXPECT_EQ(outbox.rows()[0].state, SlipState::Failed);
    EXPECT_EQ(outbox.rows()[0].attempts, 5);
    broken = false;
    service.reprint(sampleTicket(1));
    ASSERT_TRUE(listener.waitFor(SlipState::Printed));
    service.stop();
    EXPECT_EQ(printer.count(false), 0);
    EXPECT_EQ(printer.count(true), 1);
    EXPECT_TRUE(listener.news().back().reprint);
}

TEST_F(PrintServiceTest, WhatMayBeOnPaperIsNotTriedAgain)
{
    printer.whenPrinting = []() -> Result<SlipState> { return refuse("printer-paper-out"); };
    outbox.reserve(slipOf(1));
    Listener listener;
    PrintService service(outbox, printer, encoder, clock, quick());
    listener.follow(service);
    service.start();
    ASSERT_TRUE(listener.waitFor(SlipState::Failed, "printer-paper-out"));
    service.stop();
    EXPECT_EQ(printer.sheets().size(), 1U);
    EXPECT_EQ(outbox.rows()[0].attempts, 1);
}

TEST_F(PrintServiceTest, ASlipThatCannotBeLaidOutDoesNotStopTheOthers)
{
    Slip broken = slipOf(1);
    broken.errands.clear();
    outbox.reserve(broken);
    outbox.reserve(slipOf(2));
    Listener listener;
    PrintService service(outbox, printer, encoder, clock, quick());
    listener.follow(service);
    service.start();
    EXPECT_TRUE(listener.waitFor(SlipState::Failed, "slip-invalid"));
    EXPECT_TRUE(listener.waitFor(SlipState::Printed));
}

TEST_F(PrintServiceTest, TellsAReprintOfNothing)
{
    Listener listener;
    PrintService service(outbox, printer, encoder, clock, quick());
    listener.follow(service);
    service.start();
    service.reprint(sampleTicket(9));
    EXPECT_TRUE(listener.waitFor(SlipState::Failed, "slip-unknown"));
}

TEST_F(PrintServiceTest, ADoubleTapIsOneCopy)
{
    outbox.reserve(slipOf(1));
    Listener listener;
    PrintService service(outbox, printer, encoder, clock, quick());
    listener.follow(service);
    service.reprint(sampleTicket(1));
    service.reprint(sampleTicket(1));
    service.start();
    ASSERT_TRUE(listener.waitFor(SlipState::Printed, "", 2));
    service.stop();
    EXPECT_EQ(printer.count(false), 1);
    EXPECT_EQ(printer.count(true), 1);
}

TEST_F(PrintServiceTest, TellsTheConditionOnChangeOnly)
{
    Listener listener;
    Listener late;
    PrintService service(outbox, printer, encoder, clock, quick());
    listener.follow(service);
    service.start();
    ASSERT_TRUE(listener.waitForCondition(PrinterCondition::Ready));
    std::this_thread::sleep_for(40ms);
    printer.m_condition = PrinterCondition::PaperOut;
    ASSERT_TRUE(listener.waitForCondition(PrinterCondition::PaperOut));
    late.follow(service);
    EXPECT_TRUE(late.waitForCondition(PrinterCondition::PaperOut)) << "a newcomer is told at once";
    printer.m_condition = PrinterCondition::Ready;
    ASSERT_TRUE(listener.waitForCondition(PrinterCondition::Ready));
    service.stop();
    EXPECT_EQ(listener.conditions(),
              (std::vector{PrinterCondition::Ready, PrinterCondition::PaperOut, PrinterCondition::Ready}));
}

TEST_F(PrintServiceTest, StopWaitsForThePageAndIsSilentAfterwards)
{
    std::atomic<bool> printing = false;
    std::atomic<bool> goOn = false;
    printer.whenPrinting = [&] {
        printing = true;
        while (!goOn)
            std::this_thread::sleep_for(1ms);
        return SlipState::Printed;
    };
    outbox.reserve(slipOf(1));
    outbox.reserve(slipOf(2));
    Listener listener;
    auto service = std::make_unique<PrintService>(outbox, printer, encoder, clock, quick());
    listener.follow(*service);
    service->start();
    while (!printing)
        std::this_thread::sleep_for(1ms);
    EXPECT_EQ(outbox.rows()[0].state, SlipState::HandedOver) << "on disk before the printer has it";
    EXPECT_EQ(outbox.rows()[0].problem, "print-interrupted");
    std::thread stopper([&] { service->stop(); });
    std::this_thread::sleep_for(10ms);
    goOn = true;
    stopper.join();
    const std::size_t told = listener.news().size();
    EXPECT_EQ(outbox.rows()[0].state, SlipState::Printed);
    EXPECT_EQ(outbox.rows()[1].state, SlipState::Reserved) << "the second page was not begun";
    service->wake();
    service.reset();
    EXPECT_EQ(listener.news().size(), told);
}

TEST_F(PrintServiceTest, YesterdaysSlipsAreNotPrintedAtTheStart)
{
    outbox.reserve(slipOf(1));
    OutboxRow interrupted = outbox.reserve(slipOf(2));
    interrupted.state = SlipState::HandedOver;
    interrupted.problem = "print-interrupted";
    ASSERT_TRUE(outbox.update(interrupted));
    clock.m_day = 24;
    Listener listener;
    PrintService service(outbox, printer, encoder, clock, quick());
    listener.follow(service);
    service.start();
    EXPECT_TRUE(listener.waitFor(SlipState::Failed, "slip-day-over"));
    EXPECT_TRUE(listener.waitFor(SlipState::Failed, "print-interrupted"));
    service.stop();
    EXPECT_TRUE(printer.sheets().empty());
    EXPECT_EQ(outbox.rows().size(), 2U);
}

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
    PrintService service(outbox, printer, encoder, clock, quick());
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
        PrintService service(full, desk, encoder, clock, quick());
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
    PrintService service(full, printer, encoder, clock, quick());
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
