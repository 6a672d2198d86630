// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace anjungan::bench {

namespace {

using Subjects = std::vector<std::pair<std::string_view, Subject::Measure>>;

Subjects& subjects()
{
    static Subjects list;
    return list;
}

/// Four figures that mean something, whatever the size.
std::string figure(const std::optional<double>& value)
{
    if (!value)
        return "-";
    return std::abs(*value) >= 1000 ? fmt::format("{:.0f}", *value) : fmt::format("{:.4g}", *value);
}

std::string verdict(const Row& row)
{
    if (const auto holds = row.holds())
        return *holds ? "holds" : "DOES NOT HOLD";
    return {};
}

template <typename T>
nlohmann::json orNull(const std::optional<T>& value)
{
    return value ? nlohmann::json(*value) : nlohmann::json();
}

} // namespace

bool Bar::isHeldBy(double measured) const
{
    return kind == Kind::AtLeast ? measured >= ratio : measured < ratio;
}

std::string Bar::text() const
{
    return fmt::format("{} {:g}", kind == Kind::AtLeast ? ">=" : "<", ratio);
}

std::optional<bool> Row::holds() const
{
    if (!bar || !ratio)
        return std::nullopt;
    return bar->isHeldBy(*ratio);
}

Row Row::within(std::string name, double value_ms, double limit_ms)
{
    return {std::move(name), value_ms, "ms", limit_ms, value_ms / limit_ms, Bar{Bar::Kind::Below, 1}};
}

std::string Report::table() const
{
    std::size_t width = 4;
    for (const Row& row : m_rows)
        width = std::max(width, row.name.size());
    const auto line = [width](auto&&... cells) {
        return fmt::format("{:<{}}  {:>9}  {:<9}  {:>9}  {:>7}  {:>7}  {}\n", std::get<0>(std::tie(cells...)),
                           width, std::get<1>(std::tie(cells...)), std::get<2>(std::tie(cells...)),
                           std::get<3>(std::tie(cells...)), std::get<4>(std::tie(cells...)),
                           std::get<5>(std::tie(cells...)), std::get<6>(std::tie(cells...)));
    };
    std::string table = line("row", "value", "unit", "yardstick", "ratio", "bar", "");
    for (const Row& row : m_rows)
        table += line(row.name, figure(row.value), row.unit, figure(row.yardstick), figure(row.ratio),
                      row.bar ? row.bar->text() : "-", verdict(row));
    return table;
}

std::string Report::json() const
{
    nlohmann::json list = nlohmann::json::array();
    for (const Row& row : m_rows) {
        const auto bar = row.bar ? std::optional(row.bar->text()) : std::nullopt;
        list.push_back({{"row", row.name},
                        {"value", row.value},
                        {"unit", row.unit},
                        {"yardstick", orNull(row.yardstick)},
                        {"ratio", orNull(row.ratio)},
                        {"bar", orNull(bar)},
                        {"holds", orNull(row.holds())}});
    }
    return list.dump(2) + '\n';
}

Subject::Subject(std::string_view name, Measure measure)
{
    subjects().emplace_back(name, measure);
}

const Subjects& Subject::all()
{
    return subjects();
}

double milliseconds(const std::function<void()>& work)
{
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin).count();
}

double quantile(std::vector<double> samples, double share)
{
    const auto place = static_cast<std::ptrdiff_t>(share * static_cast<double>(samples.size() - 1) + 0.5);
    std::nth_element(samples.begin(), samples.begin() + place, samples.end());
    return samples[static_cast<std::size_t>(place)];
}

double median(std::vector<double> samples)
{
    return quantile(std::move(samples), 0.5);
}

double medianMilliseconds(int samples, int repeats, const std::function<void()>& work)
{
    work();
    std::vector<double> times;
    for (int i = 0; i < samples; ++i) {
        const double time = milliseconds([&] {
            for (int repeat = 0; repeat < repeats; ++repeat)
                work();
        });
        times.push_back(time / repeats);
    }
    return median(std::move(times));
}

Paired alternately(int rounds, const std::function<double()>& value, const std::function<double()>& yardstick)
{
    (void)value();
    (void)yardstick();
    std::vector<double> values;
    std::vector<double> yardsticks;
    std::vector<double> ratios;
    for (int round = 0; round < rounds; ++round) {
        values.push_back(value());
        yardsticks.push_back(yardstick());
        ratios.push_back(values.back() / yardsticks.back());
    }
    return {median(std::move(values)), median(std::move(yardsticks)), median(std::move(ratios))};
}

} // namespace anjungan::bench
