// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/speaker.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace anjungan::test {

inline constexpr std::size_t bandCount = 20;
using Frame = std::array<double, bandCount>;

/// What an ear keeps of a sound: how loud each band is every 10 ms, in decibels, whatever the phase.
inline std::vector<Frame> frames(const Sound& sound)
{
    const std::size_t step = static_cast<std::size_t>(sound.rate) / 100;
    const std::size_t width = 2 * step;
    std::vector<Frame> result;
    for (std::size_t start = 0; start + width <= sound.samples.size(); start += step) {
        Frame frame{};
        for (std::size_t band = 0; band < bandCount; ++band) {
            const double hertz = 150.0 * std::pow(1.2, static_cast<double>(band));
            const double turn = 2.0 * std::cos(2.0 * std::numbers::pi * hertz / sound.rate);
            double last = 0.0;
            double beforeLast = 0.0;
            for (std::size_t i = 0; i < width; ++i) {
                const double window = 0.5 - 0.5 * std::cos(2.0 * std::numbers::pi * static_cast<double>(i) /
                                                           static_cast<double>(width));
                const double next = window * sound.samples[start + i] + turn * last - beforeLast;
                beforeLast = last;
                last = next;
            }
            const double power = last * last + beforeLast * beforeLast - turn * last * beforeLast;
            frame[band] = 10.0 * std::log10(power + 1e8);
        }
        result.push_back(frame);
    }
    return result;
}

/// How unlike two sounds are, in decibels a frame and band along the best alignment in time.
inline double unlikeness(const std::vector<Frame>& a, const std::vector<Frame>& b)
{
    constexpr double far = std::numeric_limits<double>::infinity();
    std::vector<double> row(b.size() + 1, far);
    row[0] = 0.0;
    for (const Frame& left : a) {
        std::vector<double> next(b.size() + 1, far);
        for (std::size_t j = 0; j < b.size(); ++j) {
            double cost = 0.0;
            for (std::size_t band = 0; band < bandCount; ++band)
                cost += std::abs(left[band] - b[j][band]);
            next[j + 1] = cost / bandCount + std::min({row[j], row[j + 1], next[j]});
        }
        row = std::move(next);
    }
    return row.back() / static_cast<double>(std::max(a.size(), b.size()));
}

} // namespace anjungan::test
