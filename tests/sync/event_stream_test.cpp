// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that server-sent events are read alike however their text is cut into pieces, and that a frame
// without end is not kept for ever.
#include "sync/event_stream.h"

#include <gtest/gtest.h>
#include <vector>

namespace anjungan {
namespace {

std::vector<std::string> read(std::string_view text, std::size_t piece)
{
    std::vector<std::string> frames;
    EventStream stream([&](const EventStream::Frame& frame) {
        frames.push_back(frame.event + '|' + frame.data + '|' + frame.id);
    });
    for (std::size_t i = 0; i < text.size(); i += piece)
        EXPECT_TRUE(stream.take(text.substr(i, piece)));
    return frames;
}

TEST(EventStreamTest, ReadsFramesHoweverTheyAreCut)
{
    constexpr std::string_view text =
        ": beat\n\nid: 1.2\ndata: {\"a\":1}\n\nevent: connection\r\ndata: {}\r\n\r\n"
        "data: one\ndata:two\nretry: 5\n\nid: 1.3\n\ndata: no end";
    const std::vector<std::string> expected{"|{\"a\":1}|1.2", "connection|{}|", "|one\ntwo|"};
    for (std::size_t piece = 1; piece <= text.size(); ++piece)
        EXPECT_EQ(read(text, piece), expected) << "pieces of " << piece;
}

TEST(EventStreamTest, AFrameThatNeverEndsIsGivenUp)
{
    EventStream stream([](const EventStream::Frame&) {});
    const std::string line = "data: " + std::string(60'000, 'x') + '\n';
    std::size_t taken = 0;
    while (stream.take(line))
        taken += line.size();
    EXPECT_LE(taken, EventStream::frameBytesMax);
    EventStream other([](const EventStream::Frame&) {});
    std::size_t bytes = 0;
    while (other.take(std::string(60'000, 'x')))
        bytes += 60'000;
    EXPECT_LE(bytes, EventStream::frameBytesMax);
}

} // namespace
} // namespace anjungan
