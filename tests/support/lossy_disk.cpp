// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/lossy_disk.h"

#include <algorithm>

namespace anjungan {

namespace {

constexpr std::uint64_t sectorSize = 512;

bool oneIn(FixedRandom& random, std::uint64_t chances)
{
    return random.below(chances) == 0;
}

} // namespace

void LossyDisk::take(const DiskStep& step)
{
    using Kind = DiskStep::Kind;
    switch (step.kind) {
    case Kind::Link:
    case Kind::Unlink:
    case Kind::Rename:
        m_files[step.file];
        m_waitingNames.push_back(step);
        break;
    case Kind::Write:
    case Kind::Truncate:
        m_files[step.file].waiting.push_back(step);
        m_lastWritten = step.file;
        break;
    case Kind::SyncFile:
        for (const DiskStep& waiting : m_files[step.file].waiting)
            apply(m_files[step.file].onDisk, waiting);
        m_files[step.file].waiting.clear();
        break;
    case Kind::SyncDirectory:
        for (const DiskStep& waiting : m_waitingNames)
            apply(m_names, waiting);
        m_waitingNames.clear();
        break;
    case Kind::SyncFailed:
        m_files[step.file].waiting.clear();
        break;
    }
}

bool LossyDisk::isSettled() const
{
    return m_waitingNames.empty() &&
           std::ranges::all_of(m_files, [](const auto& file) { return file.second.waiting.empty(); });
}

DiskImage LossyDisk::image(Loss loss, FixedRandom& random) const
{
    DiskImage image;
    for (const auto& [name, file] : names(loss, random))
        image[name] = content(m_files.at(file), loss, random);
    return image;
}

void LossyDisk::apply(std::vector<std::uint8_t>& content, const DiskStep& step)
{
    if (step.kind == DiskStep::Kind::Truncate) {
        content.resize(step.offset);
        return;
    }
    content.resize(std::max<std::size_t>(content.size(), step.offset + step.bytes.size()));
    std::ranges::copy(step.bytes, content.begin() + static_cast<std::ptrdiff_t>(step.offset));
}

void LossyDisk::applyTorn(std::vector<std::uint8_t>& content, const DiskStep& step, FixedRandom& random)
{
    if (step.kind == DiskStep::Kind::Truncate) {
        if (oneIn(random, 2))
            apply(content, step);
        return;
    }
    const std::uint64_t end = step.offset + step.bytes.size();
    for (std::uint64_t from = step.offset; from < end;) {
        const std::uint64_t to = std::min(end, (from / sectorSize + 1) * sectorSize);
        if (oneIn(random, 2)) {
            DiskStep sector;
            sector.kind = DiskStep::Kind::Write;
            sector.offset = from;
            sector.bytes.assign(step.bytes.begin() + static_cast<std::ptrdiff_t>(from - step.offset),
                                step.bytes.begin() + static_cast<std::ptrdiff_t>(to - step.offset));
            apply(content, sector);
        }
        from = to;
    }
}

void LossyDisk::apply(std::map<std::string, int>& names, const DiskStep& step)
{
    if (step.kind == DiskStep::Kind::Link)
        names[step.name] = step.file;
    else
        names.erase(step.name);
    if (step.kind == DiskStep::Kind::Rename)
        names[step.newName] = step.file;
}

std::map<std::string, int> LossyDisk::names(Loss loss, FixedRandom& random) const
{
    std::map<std::string, int> names = m_names;
    if (loss == Loss::All)
        return names;
    // Half of the time a file system that keeps the order of names, as most do.
    const bool inOrder = oneIn(random, 2);
    const std::size_t kept = inOrder ? random.below(m_waitingNames.size() + 1) : m_waitingNames.size();
    const bool whole = loss == Loss::Nothing || loss == Loss::Tear;
    for (std::size_t i = 0; i < m_waitingNames.size(); ++i) {
        if (whole || (inOrder ? i < kept : oneIn(random, 2)))
            apply(names, m_waitingNames[i]);
    }
    return names;
}

std::vector<std::uint8_t> LossyDisk::content(const File& file, Loss loss, FixedRandom& random) const
{
    std::vector<std::uint8_t> content = file.onDisk;
    if (loss == Loss::All || file.waiting.empty())
        return content;
    std::vector<DiskStep> waiting = file.waiting;
    if (loss == Loss::Nothing || loss == Loss::Tear) {
        const bool tears = loss == Loss::Tear && &file == &m_files.at(m_lastWritten);
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (tears && i + 1 == waiting.size())
                applyTorn(content, waiting[i], random);
            else
                apply(content, waiting[i]);
        }
        return content;
    }

    if (loss == Loss::Grow) {
        std::size_t size = content.size();
        for (const DiskStep& step : waiting)
            size = std::max<std::size_t>(size, step.offset + step.bytes.size());
        const std::size_t old = content.size();
        content.resize(size);
        random.fill(std::span(content).subspan(old));
    }
    for (std::size_t i = waiting.size(); i > 1; --i)
        std::swap(waiting[i - 1], waiting[random.below(i)]);
    const std::uint64_t chances = 1 + random.below(4);
    for (const DiskStep& step : waiting) {
        if (!oneIn(random, chances))
            continue;
        if (oneIn(random, 4))
            applyTorn(content, step, random);
        else
            apply(content, step);
    }
    return content;
}

} // namespace anjungan
