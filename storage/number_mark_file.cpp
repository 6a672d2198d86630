// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/number_mark_file.h"

#include "storage/files.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <unistd.h>

namespace anjungan {

namespace {

using nlohmann::json;

constexpr std::size_t bytesMax = 64 * 1024;

/// The start of a file, at most `bytesMax`; empty where it cannot be read.
std::string readSmallFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    std::string text(bytesMax, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(std::max<std::streamsize>(file.gcount(), 0)));
    return text;
}

Result<void> writeDurably(const std::string& path, const std::string& text)
{
    const std::string unfinished = path + ".new";
    {
        const FileDescriptor file(
            ::open(unfinished.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!file.isOpen())
            return failBySystem(errno, "disk-error", "open " + unfinished);
        if (::write(file.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size()) ||
            ::fsync(file.get()) != 0)
            return failBySystem(errno, "disk-error", "write " + unfinished);
    }
    return renameDurably(unfinished, path);
}

} // namespace

std::string systemBootId()
{
    std::string id = readSmallFile("/proc/sys/kernel/random/boot_id");
    id.erase(std::find(id.begin(), id.end(), '\n'), id.end());
    return id;
}

NumberMarkFile::NumberMarkFile(std::string path, std::string bootId)
    : m_path(std::move(path))
    , m_bootId(std::move(bootId))
{
    if (!read())
        m_mark = {};
}

NumberMarkFile::~NumberMarkFile()
{
    // Without it the next start only takes this end for an unclean one.
    if (!m_mark.upTo.empty())
        (void)write(m_mark, false);
}

bool NumberMarkFile::read()
{
    const json from = json::parse(readSmallFile(m_path), nullptr, false);
    if (!from.is_object() || !from.contains("upTo") || !from["upTo"].is_object() ||
        !from.value("day", json()).is_string() || !from.value("head", json()).is_number_unsigned() ||
        !from.value("boot", json()).is_string() || !from.value("running", json()).is_boolean())
        return false;
    const auto day = parseDay(from["day"].get_ref<const std::string&>());
    if (!day)
        return false;
    m_mark.day = *day;
    m_mark.head = from["head"].get<std::uint64_t>();
    m_lostPower = from["running"].get<bool>() && from["boot"].get_ref<const std::string&>() != m_bootId;
    for (const auto& [key, value] : from["upTo"].items()) {
        const auto number = Number::parse(key);
        if (!number)
            return false;
        m_mark.upTo[{number->prefix, number->series}] = number->value;
    }
    return true;
}

Result<void> NumberMarkFile::write(const Mark& mark, bool isRunning) const
{
    json upTo = json::object();
    for (const auto& [series, value] : mark.upTo)
        upTo[Number{series.first, series.second, value}.text()] = true;
    const json out{{"day", formatDay(mark.day)},
                   {"head", mark.head},
                   {"boot", m_bootId},
                   {"running", isRunning},
                   {"upTo", std::move(upTo)}};
    return writeDurably(m_path, out.dump());
}

std::vector<RaiseNumbers> NumberMarkFile::owed(const Site& site) const
{
    const bool isOldImage = site.head().n < m_mark.head;
    std::vector<RaiseNumbers> owed;
    for (const auto& [series, value] : m_mark.upTo) {
        const bool isDoubtful = isOldImage || (m_lostPower && series.second > 0);
        if (isDoubtful && m_mark.day >= site.day() &&
            value > site.lastNumber(series.first, series.second, m_mark.day))
            owed.push_back({m_mark.day, Number{series.first, series.second, value}});
    }
    return owed;
}

std::vector<RaiseNumbers> NumberMarkFile::marked() const
{
    std::vector<RaiseNumbers> marked;
    for (const auto& [series, value] : m_mark.upTo)
        marked.push_back({m_mark.day, Number{series.first, series.second, value}});
    return marked;
}

Result<void> NumberMarkFile::cover(Day day, const Number& number, std::uint64_t head)
{
    const Series series{number.prefix, number.series};
    const auto marked = m_mark.upTo.find(series);
    if (day == m_mark.day && marked != m_mark.upTo.end() && number.value <= marked->second)
        return {};
    Mark next = m_mark;
    if (day != m_mark.day)
        next.upTo.clear();
    next.day = day;
    next.head = head;
    next.upTo[series] =
        std::min<std::uint16_t>(static_cast<std::uint16_t>(number.value + block - 1), Number::valueMax);
    if (auto written = write(next, true); !written)
        return written;
    m_mark = std::move(next);
    return {};
}

} // namespace anjungan
