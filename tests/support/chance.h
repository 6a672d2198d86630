// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/fixed_random.h"

#include <cmath>
#include <numbers>
#include <vector>

namespace anjungan {

/// Draws for generated catalogues and days. The standard library's distributions differ between its
/// implementations; these give the same values for the same seed wherever libm does.
class Chance
{
public:
    explicit Chance(std::uint64_t seed)
        : m_random(seed)
    {}

    /// 0 to 1, 1 excluded.
    double uniform()
    {
        return static_cast<double>(m_random.below(1ULL << 53)) / static_cast<double>(1ULL << 53);
    }
    double between(double low, double high) { return low + (high - low) * uniform(); }
    /// Both ends included.
    int whole(int low, int high)
    {
        return low + static_cast<int>(m_random.below(static_cast<std::uint64_t>(high - low) + 1));
    }
    bool happens(double share) { return uniform() < share; }

    double normal()
    {
        const double radius = std::sqrt(-2 * std::log(1 - uniform()));
        return radius * std::cos(2 * std::numbers::pi * uniform());
    }
    /// `spread`: the standard deviation as a share of the mean.
    double lognormal(double mean, double spread)
    {
        const double variance = std::log(1 + spread * spread);
        return mean * std::exp(std::sqrt(variance) * normal() - variance / 2);
    }
    double exponential(double mean) { return -mean * std::log(1 - uniform()); }

    template <typename T>
    const T& pick(const std::vector<T>& items)
    {
        return items[m_random.below(items.size())];
    }

    /// An index, each as probable as its weight. Not all of them may be 0.
    std::size_t weighted(const std::vector<double>& weights)
    {
        double sum = 0;
        for (const double weight : weights)
            sum += weight;
        double left = sum * uniform();
        std::size_t last = 0;
        for (std::size_t i = 0; i < weights.size(); ++i) {
            if (weights[i] <= 0)
                continue;
            last = i;
            left -= weights[i];
            if (left < 0)
                break;
        }
        return last;
    }

    /// A seed for something of its own, so that what it draws does not shift what is drawn here.
    std::uint64_t seed() { return m_random.below(~0ULL); }

private:
    FixedRandom m_random;
};

} // namespace anjungan
