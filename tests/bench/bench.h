// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the measurements share. A subject is a function that measures something and adds rows; a file a
/// subject, which registers itself by one object:
///
///     void measure(const Settings& settings, Report& report) { report.add({"row", value, "ms"}); }
///     const Subject subject("name", measure);
///
/// Google Benchmark is not used: it times one function against the clock, and its figures come out of
/// separate blocks of time. A row here is a ratio to a yardstick, and on a machine whose disk and cores are
/// shared both drift by a third within a minute. So the two are measured in turn (A B A B …), in rounds short
/// enough for the machine to be the same in both halves, and the row is the median over the rounds.
namespace anjungan::bench {

/// What a ratio should reach.
struct Bar
{
    enum class Kind { AtLeast, Below };

    Kind kind;
    double ratio;

    [[nodiscard]] bool isHeldBy(double measured) const;
    [[nodiscard]] std::string text() const; ///< ">= 0.8", "< 1"
};

/// One figure. `yardstick` is in the row's own unit, `ratio` is value to yardstick.
struct Row
{
    std::string name; ///< unique in a report
    double value = 0;
    std::string unit;
    std::optional<double> yardstick{};
    std::optional<double> ratio{};
    std::optional<Bar> bar{};

    /// Nothing where there is no bar.
    [[nodiscard]] std::optional<bool> holds() const;

    /// A time that must stay below a fixed limit: the limit is the yardstick.
    [[nodiscard]] static Row within(std::string name, double value_ms, double limit_ms);
};

class Report
{
public:
    void add(Row row) { m_rows.push_back(std::move(row)); }

    [[nodiscard]] std::string table() const;
    /// A list of {row, value, unit, yardstick, ratio, bar, holds}; null where a row has none.
    [[nodiscard]] std::string json() const;

private:
    std::vector<Row> m_rows;
};

struct Settings
{
    bool quick = false; ///< a short run: shows that everything can be measured, not how fast it is

    [[nodiscard]] int rounds(int thorough, int quickly) const { return quick ? quickly : thorough; }
};

class Subject
{
public:
    using Measure = void (*)(const Settings& settings, Report& report);

    /// Joins `all()`. `measure` throws where it cannot measure.
    Subject(std::string_view name, Measure measure);

    [[nodiscard]] static const std::vector<std::pair<std::string_view, Measure>>& all();
};

/// The value, or an exception that tells the error.
template <typename T>
T must(Result<T> result)
{
    if (!result)
        throw std::runtime_error(result.error().code + ": " + result.error().context);
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

[[nodiscard]] double milliseconds(const std::function<void()>& work);

/// The value below which `share` (0 to 1) of the samples lie. There must be one.
[[nodiscard]] double quantile(std::vector<double> samples, double share);
[[nodiscard]] double median(std::vector<double> samples);

/// The median of `samples` times, each of which is the mean over `repeats` runs.
[[nodiscard]] double medianMilliseconds(int samples, int repeats, const std::function<void()>& work);

/// Medians over the rounds. `ratio` is the median of the rounds' ratios, not the ratio of the medians: a
/// minute in which the machine was slow for both does not count.
struct Paired
{
    double value = 0;
    double yardstick = 0;
    double ratio = 0;
};

/// Measures in turn, after one round that warms up and does not count.
[[nodiscard]] Paired alternately(int rounds, const std::function<double()>& value,
                                 const std::function<double()>& yardstick);

} // namespace anjungan::bench
