// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves that resources/anjungan.toml tells the truth: every key of the code is in it, no other, and each
// documented default is the code's, so that nobody has to read the code to configure a machine.
#include "app/config.h"

#include <fstream>
#include <gtest/gtest.h>
#include <regex>
#include <set>
#include <sstream>

namespace anjungan {
namespace {

std::string documentation()
{
    const std::ifstream file(ANJUNGAN_SOURCE_DIR "/resources/anjungan.toml");
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The `key = value` lines, commented out or not, each under its section: "kiosk.idle-seconds = 60".
std::multiset<std::string> keyLines(const std::string& toml)
{
    static const std::regex section(R"(\[([a-z]+)\])");
    static const std::regex key(R"((?:# )?([a-z-]+ = .+))");
    std::multiset<std::string> lines;
    std::string current;
    std::istringstream stream(toml);
    std::smatch match;
    for (std::string line; std::getline(stream, line);) {
        if (std::regex_match(line, match, section))
            current = match[1].str();
        else if (std::regex_match(line, match, key))
            lines.insert(current + "." + match[1].str());
    }
    return lines;
}

TEST(ConfigDocumentation, AsDeliveredItChangesNothing)
{
    const auto config = parseConfig(documentation(), "anjungan.toml", "/etc/anjungan");
    ASSERT_TRUE(config) << config.error().context;
    EXPECT_EQ(*config, Config());
}

TEST(ConfigDocumentation, EveryKeyIsThereOnceWithTheDefaultOfTheCode)
{
    const auto documented = keyLines(documentation());
    const auto known = keyLines(toToml(Config()));
    EXPECT_GT(known.size(), 25U);
    EXPECT_EQ(documented, known);
}

TEST(ConfigDocumentation, UncommentedItIsValidAndStillTheDefaults)
{
    static const std::regex commentedKey(R"((^|\n)# ([a-z-]+ = ))");
    const std::string uncommented = std::regex_replace(documentation(), commentedKey, "$1$2");
    EXPECT_NE(uncommented, documentation());
    const auto config = parseConfig(uncommented, "anjungan.toml", "/etc/anjungan");
    ASSERT_TRUE(config) << config.error().context;
    EXPECT_EQ(*config, Config());
}

} // namespace
} // namespace anjungan
