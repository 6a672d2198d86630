// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

namespace anjungan {

/// What the server counts, for Prometheus. Thread-safe.
class Metrics
{
public:
    /// Upper bounds of the buckets in which answers to commands are counted.
    static constexpr std::array<std::chrono::milliseconds, 9> bounds{
        std::chrono::milliseconds(1),   std::chrono::milliseconds(2),   std::chrono::milliseconds(5),
        std::chrono::milliseconds(10),  std::chrono::milliseconds(20),  std::chrono::milliseconds(50),
        std::chrono::milliseconds(100), std::chrono::milliseconds(500), std::chrono::milliseconds(2000)};

    void countResponse(int status);
    void countCommand(std::chrono::microseconds took);

    std::atomic<std::int64_t> connections{0};
    std::atomic<std::int64_t> logReaders{0};
    std::atomic<std::uint64_t> connectionsRefused{0};
    std::atomic<std::uint64_t> handshakesFailed{0};
    std::atomic<std::uint64_t> slowReadersDropped{0};

    struct Site
    {
        std::uint64_t head = 0;
        std::uint64_t tickets = 0;
        bool isSound = true;
    };
    /// In the text format of Prometheus, version 0.0.4.
    [[nodiscard]] std::string text(const Site& site) const;

    std::atomic<std::int64_t> certificateEnds_s{0};
    std::atomic<std::int64_t> lastBackup_s{-1}; ///< -1: none are made by this server; 0: none was made yet
    std::atomic<std::uint64_t> backupsFailed{0};
    std::atomic<int> upstreamReached{-1}; ///< -1: this site is watched nowhere; else 0 or 1

private:
    std::array<std::atomic<std::uint64_t>, 6> m_responses{}; ///< by the status' first digit
    std::array<std::atomic<std::uint64_t>, bounds.size() + 1> m_buckets{};
    std::atomic<std::uint64_t> m_commandMicroseconds{0};
};

} // namespace anjungan
