// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that slips get to paper, and that trouble is told and survived.
#include "printing/print_service_fixture.h"

#include "printing/raster_image.h"

namespace anjungan {
namespace {

using namespace std::chrono_literals;
using namespace tests;

TEST_F(PrintServiceTest, PrintsWhatIsReservedInOrder)
{
    outbox.reserve(slipOf(1));
    Listener listener;
    PrintService service(outbox, printer, encoder, codeOf, clock, quick());
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
        PrintService service(outbox, printer, encoder, codeOf, clock, quick());
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
    PrintService service(outbox, printer, encoder, codeOf, clock, quick());
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
    PrintService service(outbox, printer, encoder, codeOf, clock, quick());
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
    PrintService service(outbox, printer, encoder, codeOf, clock, quick());
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
    PrintService service(outbox, printer, encoder, codeOf, clock, quick());
    listener.follow(service);
    service.start();
    EXPECT_TRUE(listener.waitFor(SlipState::Failed, "slip-invalid"));
    EXPECT_TRUE(listener.waitFor(SlipState::Printed));
}

TEST_F(PrintServiceTest, TellsAReprintOfNothing)
{
    Listener listener;
    PrintService service(outbox, printer, encoder, codeOf, clock, quick());
    listener.follow(service);
    service.start();
    service.reprint(sampleTicket(9));
    EXPECT_TRUE(listener.waitFor(SlipState::Failed, "slip-unknown"));
}

TEST_F(PrintServiceTest, ADoubleTapIsOneCopy)
{
    outbox.reserve(slipOf(1));
    Listener listener;
    PrintService service(outbox, printer, encoder, codeOf, clock, quick());
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
    PrintService service(outbox, printer, encoder, codeOf, clock, quick());
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
    auto service = std::make_unique<PrintService>(outbox, printer, encoder, codeOf, clock, quick());
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
    PrintService service(outbox, printer, encoder, codeOf, clock, quick());
    listener.follow(service);
    service.start();
    EXPECT_TRUE(listener.waitFor(SlipState::Failed, "slip-day-over"));
    EXPECT_TRUE(listener.waitFor(SlipState::Failed, "print-interrupted"));
    service.stop();
    EXPECT_TRUE(printer.sheets().empty());
    EXPECT_EQ(outbox.rows().size(), 2U);
}

} // namespace
} // namespace anjungan
