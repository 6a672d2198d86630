// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace anjungan {

/// Reads server-sent events (WHATWG HTML, section 9.2) from pieces of text as they come: `event`, `data` and
/// `id` of each; comments and `retry` are passed over. Lines end with LF or CR LF.
class EventStream
{
public:
    /// Longer than any event of a log: a published catalogue of the largest site takes a few hundred KB.
    static constexpr std::size_t frameBytesMax = 4 * 1024 * 1024;

    struct Frame
    {
        std::string event; ///< empty where none was named
        std::string data;
        std::string id;
    };

    explicit EventStream(std::function<void(const Frame&)> each)
        : m_each(std::move(each))
    {}

    /// False: a frame is longer than any can be. Nothing more is taken then.
    [[nodiscard]] bool take(std::string_view piece);

private:
    void takeLine(std::string_view line);

    std::function<void(const Frame&)> m_each;
    std::string m_line; ///< that has not ended yet
    Frame m_frame;
    bool m_hasData = false;
};

} // namespace anjungan
