// SPDX-License-Identifier: GPL-3.0-or-later
// Proves against a real cupsd and a simulated driverless printer that a slip arrives dot by dot, that trouble
// is told under its name, and that no call waits for ever.
#include "printing/cups_fixture.h"
#include "printing/cups_printer.h"
#include "printing/pwg.h"
#include "printing/pwg_reader.h"
#include "printing/qr_reader.h"
#include "printing/raster_image.h"
#include "printing/sample_slips.h"
#include "printing/slip_layout.h"
#include "printing/zxing_qr_encoder.h"

#include <gtest/gtest.h>

#include <arpa/inet.h>
#include <chrono>
#include <netinet/in.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

namespace anjungan {
namespace {

using namespace std::chrono_literals;
using Steady = std::chrono::steady_clock;

Raster sampleRaster()
{
    static const ZxingQrEncoder encoder;
    return toRaster(SlipLayout(encoder).render(tests::sampleSlip(), tests::sampleCode())->image);
}

bool becomes(CupsPrinter& printer, PrinterCondition wanted)
{
    const auto deadline = Steady::now() + 8s;
    while (printer.condition() != wanted) {
        if (Steady::now() > deadline)
            return false;
        std::this_thread::sleep_for(50ms);
    }
    return true;
}

class CupsPrinterTest : public testing::Test
{
protected:
    void SetUp() override { ASSERT_EQ(hall.problem(), ""); }

    tests::PrintingHall hall;
};

TEST_F(CupsPrinterTest, ASlipArrivesDotByDot)
{
    CupsPrinter printer(hall.settings());
    EXPECT_EQ(printer.condition(), PrinterCondition::Ready);
    const auto start = Steady::now();
    const Result<SlipState> answer = printer.print(sampleRaster(), "A-012");
    const std::chrono::duration<double, std::milli> time = Steady::now() - start;
    ASSERT_TRUE(answer) << answer.error().code << " " << answer.error().context;
    EXPECT_EQ(*answer, SlipState::HandedOver) << "cupsd's completed is no promise of paper";
    std::printf("submission to the end of the job: %.0f ms\n", time.count());

    const std::vector<std::string> arrived = hall.arrived();
    ASSERT_EQ(arrived.size(), 1U);
    const Result<Raster> page = tests::fromPwg(arrived[0]);
    ASSERT_TRUE(page) << page.error().context;
    EXPECT_EQ(page->width, 576);
    EXPECT_EQ(page->height, sampleRaster().height);
    EXPECT_EQ(page->bits, sampleRaster().bits);
    EXPECT_EQ(tests::readQr(toImage(*page)), tests::sampleLink());
}

TEST_F(CupsPrinterTest, AQueueNobodyAddedIsUnknown)
{
    CupsPrinterSettings settings = hall.settings();
    settings.queue = "Nowhere";
    CupsPrinter printer(settings);
    const Result<SlipState> answer = printer.print(sampleRaster(), "A-012");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "printer-unknown");
    EXPECT_EQ(printer.condition(), PrinterCondition::Offline);
}

TEST_F(CupsPrinterTest, AStoppedQueueGetsNothing)
{
    ASSERT_TRUE(hall.run({"cupsdisable", "Kiosk"}));
    CupsPrinter printer(hall.settings());
    const Result<SlipState> answer = printer.print(sampleRaster(), "A-012");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "printer-refused");
    EXPECT_EQ(answer.error().severity, Severity::TryAgain);
    EXPECT_EQ(printer.condition(), PrinterCondition::Offline);
    ASSERT_TRUE(hall.run({"cupsenable", "Kiosk"}));
    ASSERT_TRUE(hall.run({"cupsreject", "Kiosk"}));
    EXPECT_EQ(printer.print(sampleRaster(), "A-012").error().code, "printer-refused");
    ASSERT_TRUE(hall.run({"cupsaccept", "Kiosk"}));
    std::this_thread::sleep_for(1s);
    EXPECT_TRUE(hall.arrived().empty()) << "nothing was left in the queue to come out later";
}

TEST_F(CupsPrinterTest, AJobThatNeverBeganMayBeTriedAgain)
{
    ASSERT_TRUE(hall.run({"lpadmin", "-p", "Kiosk", "-o", "job-hold-until-default=indefinite"}));
    CupsPrinterSettings settings = hall.settings();
    settings.jobTimeout = 500ms;
    const Result<SlipState> answer = CupsPrinter(settings).print(sampleRaster(), "A-012");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "printer-refused") << answer.error().context;
    EXPECT_EQ(answer.error().severity, Severity::TryAgain);
    EXPECT_TRUE(hall.arrived().empty());
}

TEST_F(CupsPrinterTest, PaperOutIsSeenAndSeenToEnd)
{
    hall.setNoPaperFor(5);
    CupsPrinterSettings settings = hall.settings();
    settings.jobTimeout = 1'500ms;
    CupsPrinter printer(settings);
    const Result<SlipState> answer = printer.print(sampleRaster(), "A-012");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "printer-paper-out") << answer.error().context;
    EXPECT_EQ(answer.error().severity, Severity::ThisItem) << "some of it may be on paper";
    EXPECT_TRUE(becomes(printer, PrinterCondition::PaperOut));

    // Somebody puts paper in. The printer is asked itself, because cupsd does not ask an idle one.
    EXPECT_TRUE(becomes(printer, PrinterCondition::Ready));
    hall.setNoPaperFor(0);
    const Result<SlipState> next = printer.print(sampleRaster(), "A-013");
    EXPECT_TRUE(next) << next.error().code;
}

TEST_F(CupsPrinterTest, AJobThePrinterGaveUpIsNeverPrinted)
{
    hall.setBroken(true);
    const Result<SlipState> answer = CupsPrinter(hall.settings()).print(sampleRaster(), "A-012");
    if (answer) {
        EXPECT_EQ(*answer, SlipState::HandedOver) << "cupsd may call it completed";
    } else {
        EXPECT_EQ(answer.error().code, "printer-aborted");
        EXPECT_EQ(answer.error().severity, Severity::ThisItem);
    }
    EXPECT_TRUE(hall.arrived().empty());
}

TEST_F(CupsPrinterTest, AnUnpluggedPrinterIsOffline)
{
    CupsPrinterSettings settings = hall.settings();
    settings.jobTimeout = 2s;
    CupsPrinter printer(settings);
    ASSERT_EQ(printer.condition(), PrinterCondition::Ready);
    hall.unplugPrinter();
    EXPECT_EQ(printer.condition(), PrinterCondition::Offline);
    const Result<SlipState> answer = printer.print(sampleRaster(), "A-012");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().severity, Severity::ThisItem) << answer.error().code;
}

TEST(CupsPrinterWithoutServer, NobodyListens)
{
    CupsPrinterSettings settings;
    settings.queue = "Kiosk";
    settings.server = "127.0.0.1";
    settings.port = tests::freePort();
    CupsPrinter printer(settings);
    const auto start = Steady::now();
    const Result<SlipState> answer = printer.print(sampleRaster(), "A-012");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "printer-unreachable");
    EXPECT_EQ(answer.error().severity, Severity::TryAgain);
    EXPECT_EQ(printer.condition(), PrinterCondition::Offline);
    EXPECT_LT(Steady::now() - start, 5s);
}

TEST(CupsPrinterWithoutServer, SomebodyListensButNeverAnswers)
{
    const int silent = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    ASSERT_EQ(::bind(silent, reinterpret_cast<const sockaddr*>(&address), length), 0);
    ASSERT_EQ(::listen(silent, 8), 0);
    ASSERT_EQ(::getsockname(silent, reinterpret_cast<sockaddr*>(&address), &length), 0);
    CupsPrinterSettings settings;
    settings.queue = "Kiosk";
    settings.server = "127.0.0.1";
    settings.port = ntohs(address.sin_port);
    settings.requestTimeout = 300ms;
    CupsPrinter printer(settings);
    const auto start = Steady::now();
    const Result<SlipState> answer = printer.print(sampleRaster(), "A-012");
    ASSERT_FALSE(answer);
    EXPECT_EQ(answer.error().code, "printer-unreachable");
    EXPECT_EQ(printer.condition(), PrinterCondition::Offline);
    EXPECT_LT(Steady::now() - start, 5s);
    ::close(silent);
}

TEST(Pwg, BothKindsOfDotsAreReadBack)
{
    const Raster raster = sampleRaster();
    for (const PwgType type : {PwgType::Black1, PwgType::Gray8}) {
        const Result<std::string> document = toPwg(raster, type);
        ASSERT_TRUE(document);
        const Result<Raster> page = tests::fromPwg(*document);
        ASSERT_TRUE(page) << page.error().context;
        EXPECT_EQ(page->bits, raster.bits);
    }
    EXPECT_EQ(toPwg(Raster{}, PwgType::Black1).error().code, "printer-refused");
    EXPECT_EQ(toPwg(Raster{8, 100'000, std::vector<std::uint8_t>(100'000)}, PwgType::Black1).error().code,
              "printer-refused");
}

TEST(PrinterConditions, AreMatchedOnThePrefixAndTheWorstIsTold)
{
    EXPECT_EQ(conditionOf({}), PrinterCondition::Ready);
    EXPECT_EQ(conditionOf({"none"}), PrinterCondition::Ready);
    EXPECT_EQ(conditionOf({"media-empty-warning"}), PrinterCondition::PaperOut);
    EXPECT_EQ(conditionOf({"media-low-report"}), PrinterCondition::PaperLow);
    EXPECT_EQ(conditionOf({"media-low-report", "cover-open-error"}), PrinterCondition::CoverOpen);
    EXPECT_EQ(conditionOf({"offline-report", "media-needed"}), PrinterCondition::PaperOut);
    EXPECT_EQ(conditionOf({"cups-waiting-for-job-completed"}), PrinterCondition::Ready);
}

} // namespace
} // namespace anjungan
