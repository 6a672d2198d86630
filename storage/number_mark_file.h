// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/command.h"
#include "core/ports/number_mark.h"
#include "core/site.h"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace anjungan {

/// Names the running of this machine since its power came: two equal texts, no loss of power between. Empty
/// where the system does not tell.
[[nodiscard]] std::string systemBootId();

/// The mark in a small file, best on another disk than the journal. It runs ahead of the numbers by up to
/// `block`, so that only every so many numbers cost a sync, and is replaced whole.
class NumberMarkFile final : public NumberMark
{
public:
    static constexpr std::uint16_t block = 50;

    /// Reads the file, if there is one. A damaged one counts as none: it only skips numbers.
    NumberMarkFile(std::string path, std::string bootId);
    /// Notes that this run ended in order.
    ~NumberMarkFile() override;
    NumberMarkFile(const NumberMarkFile&) = delete;
    NumberMarkFile& operator=(const NumberMarkFile&) = delete;

    /// What a node must skip before it gives its first number, as the journal stands: all that is marked
    /// where the journal holds less than it did (an old image was put back); after a loss of power, what a
    /// device gives alone. The authority's own numbers go on without a gap then, since a journal that
    /// returned from its sync is trusted.
    [[nodiscard]] std::vector<RaiseNumbers> owed(const Site& site) const;

    /// How far numbers may have been given on the day of the mark, by prefix and series; empty without a
    /// file.
    [[nodiscard]] std::vector<RaiseNumbers> marked() const;

    [[nodiscard]] Result<void> cover(Day day, const Number& number, std::uint64_t head) override;

private:
    using Series = std::pair<std::string, std::uint8_t>; ///< prefix and series

    struct Mark
    {
        Day day{};
        std::uint64_t head = 0; ///< events that the journal held
        std::map<Series, std::uint16_t> upTo;
    };

    [[nodiscard]] bool read();
    [[nodiscard]] Result<void> write(const Mark& mark, bool isRunning) const;

    std::string m_path;
    std::string m_bootId;
    Mark m_mark;
    bool m_lostPower = false;
};

} // namespace anjungan
