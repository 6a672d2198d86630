// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that pages appear whole, never replace each other, and that a folder that cannot be written is told.
#include "printing/folder_printer.h"

#include "printing/raster_image.h"
#include "support/temp_directory.h"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <set>
#include <thread>

namespace anjungan {
namespace {

Raster samplePage(std::uint8_t pattern = 0xA5)
{
    return Raster{576, 400, std::vector<std::uint8_t>(72 * 400, pattern)};
}

std::set<std::string> filesIn(const std::string& folder)
{
    std::set<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        names.insert(entry.path().filename());
    return names;
}

TEST(FolderPrinter, WritesOnePngAPageAndNeverReplacesOne)
{
    const TempDirectory folder;
    FolderPrinter printer(folder.path());
    EXPECT_EQ(printer.condition(), PrinterCondition::Ready);
    EXPECT_EQ(printer.print(samplePage(0xA5), "A-012"), SlipState::Printed);
    EXPECT_EQ(printer.print(samplePage(0x0F), "A-012"), SlipState::Printed);
    EXPECT_EQ(printer.print(samplePage(), "A-012"), SlipState::Printed);
    EXPECT_EQ(printer.print(samplePage(), "B-001"), SlipState::Printed);
    EXPECT_EQ(filesIn(folder.path()),
              (std::set<std::string>{"A-012.png", "A-012-2.png", "A-012-3.png", "B-001.png"}));
    EXPECT_EQ(toRaster(QImage(QString::fromStdString(folder.path("A-012.png")))).bits, samplePage(0xA5).bits);
    EXPECT_EQ(toRaster(QImage(QString::fromStdString(folder.path("A-012-2.png")))).bits,
              samplePage(0x0F).bits);
}

TEST(FolderPrinter, APageIsNeverSeenHalfWritten)
{
    const TempDirectory folder;
    FolderPrinter printer(folder.path());
    std::atomic<bool> done = false;
    std::thread writer([&] {
        for (int i = 0; i < 40; ++i)
            ASSERT_TRUE(printer.print(samplePage(), "A-001"));
        done = true;
    });
    int seen = 0;
    while (!done) {
        for (const std::string& name : filesIn(folder.path())) {
            if (name.starts_with("."))
                continue;
            ++seen;
            ASSERT_FALSE(QImage(QString::fromStdString(folder.path(name))).isNull()) << name;
        }
    }
    writer.join();
    EXPECT_GT(seen, 0);
    EXPECT_EQ(filesIn(folder.path()).size(), 40U);
}

TEST(FolderPrinter, TellsAFolderThatCannotBeWritten)
{
    const TempDirectory folder;
    FolderPrinter missing(folder.path("missing"));
    EXPECT_EQ(missing.condition(), PrinterCondition::Offline);
    const Result<SlipState> noFolder = missing.print(samplePage(), "A-012");
    ASSERT_FALSE(noFolder);
    EXPECT_EQ(noFolder.error().code, "printer-unreachable");
    EXPECT_EQ(noFolder.error().severity, Severity::TryAgain);

    std::ofstream(folder.path("file")) << "x";
    EXPECT_EQ(FolderPrinter(folder.path("file")).print(samplePage(), "A-012").error().code,
              "printer-unreachable");
    // No permission stops root; a file system of the kernel's does.
    EXPECT_EQ(FolderPrinter("/proc/self").print(samplePage(), "A-012").error().code, "printer-unreachable");
}

TEST(FolderPrinter, RefusesNamesThatAreNoPlainWord)
{
    const TempDirectory folder;
    FolderPrinter printer(folder.path());
    for (const std::string& name : {std::string(), std::string("../A"), std::string("A/B"), std::string(".A"),
                                    std::string("-A"), std::string("A B"), std::string(100, 'A')})
        EXPECT_EQ(printer.print(samplePage(), name).error().code, "printer-refused") << name;
    EXPECT_EQ(printer.print(Raster{}, "A-012").error().code, "printer-refused");
    EXPECT_TRUE(filesIn(folder.path()).empty());
}

} // namespace
} // namespace anjungan
