// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that JSON which is little but brackets is refused wherever it comes from outside, before it can
// exhaust the stack of whoever copies it or writes it.
#include "core/json_depth.h"
#include "core/protocol.h"
#include "sync/enrolment.h"
#include "sync/problem.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace anjungan {
namespace {

std::string nested(int depth)
{
    const auto count = static_cast<std::size_t>(depth);
    return std::string(count, '[') + std::string(count, ']');
}

TEST(DeepJsonTest, IsReadToItsBoundAndNoFurther)
{
    EXPECT_FALSE(parseJson(nested(jsonDepthMax)).is_discarded());
    EXPECT_TRUE(parseJson(nested(jsonDepthMax + 1)).is_discarded());
    EXPECT_TRUE(parseJson(nested(2'000'000)).is_discarded());
    EXPECT_TRUE(parseJson(std::string(1'000'000, '[')).is_discarded());
}

TEST(DeepJsonTest, BracketsWithinTextsAndBesideEachOtherAreNotDepth)
{
    std::string texts = "[";
    for (int i = 0; i < 1'000; ++i)
        texts += R"({"a":"[[[[\"[[[{{{"},)";
    EXPECT_FALSE(parseJson(texts + "{}]").is_discarded());
    EXPECT_EQ(findTooDeep("[[\"[\\\"[\"]]", 2), std::nullopt);
    EXPECT_EQ(findTooDeep("[[\"[\\\"[\",[]]]", 2), std::size_t{9});
}

TEST(DeepJsonTest, NoAnswerOfAServerIsTakenThatIsTooDeep)
{
    const std::string deep = nested(1'000'000);
    EXPECT_EQ(readSnapshot(R"({"position":{"epoch":0,"n":0},"x":)" + deep + "}").error().code,
              "snapshot-invalid");
    EXPECT_EQ(readEnrolled(R"({"token":)" + deep + "}").error().code, "enrolment-invalid");
    EXPECT_EQ(problemOf({409, R"({"code":"act-illegal","x":)" + deep + "}"}).code, "no-answer");
}

} // namespace
} // namespace anjungan
