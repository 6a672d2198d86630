// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves that a configuration is taken as written or refused as a whole, with the file, the line and the
// reason: a kiosk must never start with half of what it was told.
#include "app/config.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

namespace anjungan {
namespace {

namespace fs = std::filesystem;
using testing::EndsWith;
using testing::HasSubstr;
using testing::StartsWith;

Result<Config> parse(std::string_view toml)
{
    return parseConfig(toml, "a.toml", "/etc/anjungan");
}

std::string problemOf(std::string_view toml)
{
    const auto config = parse(toml);
    if (config)
        return "accepted";
    EXPECT_EQ(config.error().code, "config-invalid");
    EXPECT_EQ(config.error().severity, Severity::Fatal);
    return config.error().context;
}

/// A directory of its own that goes with the test.
class TemporaryDirectory
{
public:
    TemporaryDirectory()
    {
        std::string name = (fs::temp_directory_path() / "anjungan-config-XXXXXX").string();
        if (!mkdtemp(name.data()))
            std::abort();
        m_path = name;
    }
    ~TemporaryDirectory() { fs::remove_all(m_path); }
    TemporaryDirectory(const TemporaryDirectory&) = delete;
    TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

    fs::path write(const std::string& name, const std::string& text) const
    {
        const fs::path file = m_path / name;
        fs::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << text;
        return file;
    }
    const fs::path& path() const { return m_path; }

private:
    fs::path m_path;
};

/// Sets a variable of the environment and puts it back.
class Variable
{
public:
    Variable(const char* name, const std::optional<std::string>& value)
        : m_name(name)
    {
        if (const char* before = std::getenv(name))
            m_before = before;
        set(value);
    }
    ~Variable() { set(m_before); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    void set(const std::optional<std::string>& value) const
    {
        if (value)
            setenv(m_name, value->c_str(), 1);
        else
            unsetenv(m_name);
    }

    const char* m_name;
    std::optional<std::string> m_before;
};

TEST(Config, NothingWrittenGivesTheDefaults)
{
    EXPECT_EQ(parse("").value(), Config());
    EXPECT_EQ(parse("[kiosk]\n[voice]\n").value(), Config());
}

TEST(Config, EveryKindOfValueIsTaken)
{
    const Config config = parse(R"(
        [device]
        name = "kiosk-lobi"
        series = 9
        [kiosk]
        idle-seconds = 90
        [counter]
        name = "loket-3"
        [display]
        zone = "lantai-2"
        [print]
        printer = "cups"
        queue = "Kiosk80"
        paper-width-mm = 58
        [phone]
        public-host = "antrean.example.go.id:8443"
        [voice]
        enabled = false
        reading = "whole"
        [look]
        primary = "#0B6b6F"
        large-text = true
        [log]
        level = "error"
    )")
                              .value();
    EXPECT_EQ(config.device.name.text(), "kiosk-lobi");
    EXPECT_EQ(config.device.series, 9);
    EXPECT_EQ(config.kiosk.idle, std::chrono::seconds(90));
    EXPECT_EQ(config.counter.name->text(), "loket-3");
    EXPECT_EQ(config.display.zone->text(), "lantai-2");
    EXPECT_EQ(config.print.printer, Config::Print::Printer::Cups);
    EXPECT_EQ(config.print.queue, "Kiosk80");
    EXPECT_EQ(config.print.paperWidthMm, 58);
    EXPECT_EQ(config.phone.publicHost, "antrean.example.go.id:8443");
    EXPECT_FALSE(config.voice.enabled);
    EXPECT_EQ(config.voice.reading, Config::Voice::Reading::Whole);
    EXPECT_EQ(config.look.primary, "#0B6b6F");
    EXPECT_TRUE(config.look.largeText);
    EXPECT_EQ(config.log.level, Config::Log::Level::Error);
    EXPECT_EQ(parse(toToml(config)).value(), config) << toToml(config);
}

TEST(Config, RelativePathsStartAtTheFile)
{
    const Config config =
        parse("[site]\ncatalogue = \"../katalog.json\"\n[data]\ndirectory = \"/var/lib/anjungan\"\n").value();
    EXPECT_EQ(config.site.catalogue, "/etc/katalog.json");
    EXPECT_EQ(config.data.directory, "/var/lib/anjungan");
    EXPECT_TRUE(parse("[print]\nfolder = \"\"\n").value().print.folder.empty());
}

TEST(Config, UnknownKeysAndSectionsAreRefusedWithTheirLine)
{
    EXPECT_EQ(problemOf("[kiosk]\n\nidle-second = 5\n"), "a.toml:3: kiosk.idle-second: no such key");
    EXPECT_EQ(problemOf("[kiosk]\nidle_seconds = 60\n"), "a.toml:2: kiosk.idle_seconds: no such key");
    EXPECT_EQ(problemOf("\n[kiosks]\n"), "a.toml:2: kiosks: no such section");
    EXPECT_EQ(problemOf("idle-seconds = 60\n"), "a.toml:1: idle-seconds: no such section");
    EXPECT_EQ(problemOf("kiosk = 3\n"), "a.toml:1: kiosk: not a section");
    EXPECT_EQ(problemOf("[[kiosk]]\n"), "a.toml:1: kiosk: not a section");
}

TEST(Config, WrongValuesAreRefusedWithTheirLineAndReason)
{
    EXPECT_EQ(problemOf("[kiosk]\nidle-seconds = 5\n"),
              "a.toml:2: kiosk.idle-seconds: 5 is not within 15 to 600");
    EXPECT_EQ(problemOf("[device]\nseries = 0\n"), "a.toml:2: device.series: 0 is not within 1 to 9");
    EXPECT_EQ(problemOf("[device]\nseries = 9223372036854775807\n"),
              "a.toml:2: device.series: 9223372036854775807 is not within 1 to 9");
    EXPECT_THAT(problemOf("[kiosk]\nidle-seconds = 60.5\n"), EndsWith("a whole number is expected"));
    EXPECT_THAT(problemOf("[kiosk]\nidle-seconds = \"60\"\n"), EndsWith("a whole number is expected"));
    EXPECT_THAT(problemOf("[voice]\nenabled = 1\n"), EndsWith("true or false is expected"));
    EXPECT_THAT(problemOf("[voice]\nreading = \"Digits\"\n"),
                EndsWith("voice.reading: one of \"digits\", \"whole\" is expected"));
    EXPECT_THAT(problemOf("[device]\nname = \"Kiosk 1\"\n"), HasSubstr("a name of a-z, 0-9 and -"));
    EXPECT_THAT(problemOf("[device]\nname = \"\"\n"), HasSubstr("a name of a-z, 0-9 and -"));
    EXPECT_THAT(problemOf("[print]\nqueue = \"a\\nb\"\n"), HasSubstr("without control characters"));
    EXPECT_THAT(problemOf("[print]\npaper-width-mm = 70\n"), EndsWith("80 or 58 is expected"));
    EXPECT_THAT(problemOf("[print]\nprinter = \"cups\"\n"), EndsWith("\"cups\" needs a print.queue"));
    EXPECT_THAT(problemOf("[data]\ndirectory = 3\n"), HasSubstr("a path is expected"));
}

TEST(Config, HostsAndColours)
{
    for (const char* host : {"a", "antrean.example.go.id", "10.0.0.2:8080", "A-b.id:65535"})
        EXPECT_TRUE(parse("[phone]\npublic-host = \"" + std::string(host) + "\"\n")) << host;
    for (const char* host : {"https://a.id", "a.id/", "a..id", ".a", "a.", "-a.id", "a-.id", "a.id:", "a:0",
                             "a:65536", "a:1:2", "a_b", "a b", "münchen.de"})
        EXPECT_THAT(problemOf("[phone]\npublic-host = \"" + std::string(host) + "\"\n"),
                    HasSubstr("a host name"))
            << host;
    for (const char* colour : {"#12345", "#1234567", "0B6B6F#", "#0B6B6G", "teal"})
        EXPECT_THAT(problemOf("[look]\naccent = \"" + std::string(colour) + "\"\n"), HasSubstr("#rrggbb"))
            << colour;
}

TEST(Config, ServersAreAddressesAndKnownByAnAuthority)
{
    const auto faultOf = [](const std::string& url, const std::string& more = "authority = \"ca.crt\"") {
        const auto config = parse("[server]\nurl = \"" + url + "\"\n" + more);
        return config ? std::string() : config.error().context;
    };
    EXPECT_EQ(faultOf("https://antrean.example.go.id:8443"), "");
    EXPECT_EQ(faultOf("https://10.0.0.1:8443 https://10.0.0.2:8443"), "") << "one stands by for the other";
    for (const char* wrong :
         {"http://10.0.0.1:8443", "10.0.0.1:8443", "https://", "https://a/b", "https://a  https://b",
          "https://a ", " https://a", "https://a:0", "https://user@a"})
        EXPECT_NE(faultOf(wrong), "") << wrong;
    EXPECT_NE(faultOf("https://a", ""), "") << "nothing says by what it is known";
}

TEST(Config, TheFirstFaultOfTheFileIsTold)
{
    EXPECT_THAT(problemOf("[voice]\nvolume = 3\n[device]\nseries = 0\n"), StartsWith("a.toml:2:"));
    EXPECT_THAT(problemOf("[device]\nseries = 0\n[voice]\nvolume = 3\n"), StartsWith("a.toml:2:"));
}

TEST(Config, WhatIsNotTomlIsRefused)
{
    EXPECT_THAT(problemOf("[kiosk]\nidle-seconds 60\n"), StartsWith("a.toml:2: "));
    EXPECT_THAT(problemOf("[kiosk]\nidle-seconds = 60\nidle-seconds = 61\n"), StartsWith("a.toml:3: "));
    EXPECT_THAT(problemOf("[device]\nname = \"\xff\"\n"), StartsWith("a.toml:2: "));
    EXPECT_THAT(problemOf(std::string("a = ") + std::string(5'000, '[')), StartsWith("a.toml:1: "));
    EXPECT_THAT(problemOf("#" + std::string(configBytesMax, 'x')), EndsWith("longer than 65536 bytes"));
    EXPECT_EQ(parse("#" + std::string(configBytesMax - 1, 'x')).value(), Config());
}

TEST(Config, AKeyFromOutsideCannotFloodOrBreakTheLog)
{
    const std::string problem = problemOf("\"a\\nb" + std::string(5'000, 'k') + "\" = 1\n");
    EXPECT_THAT(problem, StartsWith("a.toml:1: a?bkkk"));
    EXPECT_LT(problem.size(), 120U);
}

TEST(Config, FilesAreReadOrRefused)
{
    const TemporaryDirectory directory;
    const fs::path file = directory.write("a.toml", "[data]\ndirectory = \"data\"\n");
    EXPECT_EQ(loadConfig(file).value().data.directory, directory.path() / "data");
    EXPECT_EQ(loadConfig(directory.path() / "b.toml").error().code, "config-missing");
    EXPECT_EQ(loadConfig(directory.path()).error().code, "config-unreadable");
    EXPECT_EQ(loadConfig("/dev/zero").error().code, "config-unreadable");
    EXPECT_EQ(loadConfig(directory.write("empty.toml", "")).value(), Config());
    EXPECT_EQ(loadConfig(directory.write("long.toml", std::string(configBytesMax + 1, '\n'))).error().code,
              "config-invalid");
}

TEST(Config, TheMachinesOwnFileIsFound)
{
    const TemporaryDirectory directory;
    const Variable home("HOME", directory.path().string());
    {
        const Variable unset("XDG_CONFIG_HOME", std::nullopt);
        const fs::path file = directory.write(".config/anjungan/anjungan.toml", "");
        EXPECT_EQ(findConfig(), file);
    }
    const fs::path file = directory.write("xdg/anjungan/anjungan.toml", "");
    const Variable xdg("XDG_CONFIG_HOME", (directory.path() / "xdg").string());
    EXPECT_EQ(findConfig(), file);
}

TEST(Config, DataHasAPlace)
{
    const Variable home("HOME", "/h");
    {
        const Variable xdg("XDG_STATE_HOME", std::nullopt);
        EXPECT_EQ(dataDirectory({}).value(), "/h/.local/state/anjungan");
        EXPECT_EQ(dataDirectory({.directory = "/d"}).value(), "/d");
        const Variable none("HOME", std::nullopt);
        EXPECT_EQ(dataDirectory({}).error().code, "data-directory-unknown");
    }
    const Variable xdg("XDG_STATE_HOME", "/s");
    EXPECT_EQ(dataDirectory({}).value(), "/s/anjungan");
    const Variable relative("XDG_STATE_HOME", "s");
    EXPECT_EQ(dataDirectory({}).value(), "/h/.local/state/anjungan");
}

} // namespace
} // namespace anjungan
