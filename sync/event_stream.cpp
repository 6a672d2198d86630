// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/event_stream.h"

namespace anjungan {

bool EventStream::take(std::string_view piece)
{
    while (!piece.empty()) {
        const std::size_t end = piece.find('\n');
        const std::string_view part = piece.substr(0, end);
        if (m_line.size() + part.size() + m_frame.data.size() > frameBytesMax)
            return false;
        if (end == std::string_view::npos) {
            m_line += part;
            return true;
        }
        piece.remove_prefix(end + 1);
        if (m_line.empty()) {
            takeLine(part);
        } else {
            m_line += part;
            takeLine(m_line);
            m_line.clear();
        }
    }
    return true;
}

void EventStream::takeLine(std::string_view line)
{
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    if (line.empty()) {
        if (m_hasData)
            m_each(m_frame);
        m_frame = {};
        m_hasData = false;
        return;
    }
    const std::size_t colon = line.find(':');
    const std::string_view field = line.substr(0, colon);
    std::string_view value = colon == std::string_view::npos ? std::string_view() : line.substr(colon + 1);
    if (value.starts_with(' '))
        value.remove_prefix(1);
    if (field == "data") {
        if (m_hasData)
            m_frame.data += '\n';
        m_frame.data += value;
        m_hasData = true;
    } else if (field == "event") {
        m_frame.event = value;
    } else if (field == "id") {
        m_frame.id = value;
    }
}

} // namespace anjungan
