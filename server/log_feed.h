// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/queue_port.h"

#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <string>

namespace anjungan {

/// The site's log as text for many readers: each event is written once, as a frame of server-sent events,
/// and kept for those who come back. Thread-safe.
///
/// Follows the queue from its newest checkpoint on. Older frames go when there are too many; who wants what
/// came before them takes a snapshot.
class LogFeed
{
public:
    static constexpr std::size_t framesMax = 200'000;
    static constexpr std::size_t bytesMax = 256 * 1024 * 1024;
    static constexpr std::size_t chunkBytes = 64 * 1024;

    /// Follows at once. `queue` must outlive it.
    explicit LogFeed(QueuePort& queue);
    ~LogFeed();
    LogFeed(const LogFeed&) = delete;
    LogFeed& operator=(const LogFeed&) = delete;

    /// A state to begin from: `snapshotText` (core/protocol.h) of the last day's end.
    [[nodiscard]] std::shared_ptr<const std::string> snapshot() const;

    struct Chunk
    {
        std::string text;
        Position upTo; ///< of the last frame in it, else what was asked for
    };
    /// The next frames after a position, about `chunkBytes` of them at most; none where there is nothing new.
    /// Errors: `snapshot-needed` (no position of this log: ahead of it, or beyond the end of its epoch; or
    /// older than what is kept).
    [[nodiscard]] Result<Chunk> after(Position position) const;

    /// What every reader is told of the authority, as a frame: `event: connection`.
    [[nodiscard]] std::string connectionFrame() const;

    /// Called, on the queue's thread, whenever there is more to read; none is after `forget` returned.
    using Listener = std::function<void()>;
    [[nodiscard]] std::uint64_t listen(Listener listener);
    void forget(std::uint64_t listener);
    /// Calls every listener: something changed that is not of the log.
    void wakeAll();

    /// The state as the queue's thread left it, for those who only look. The lock is held while `look` runs.
    void look(const std::function<void(const Site&)>& look) const;
    /// Whether the queue has told anything yet.
    [[nodiscard]] bool isReady() const;
    [[nodiscard]] std::optional<Error> problem() const;

private:
    void begin(const Site& site);
    void take(std::span<const Event> events);
    void keep(const Event& event);
    /// The epoch of the event at `n`, from `m_before` to the head.
    [[nodiscard]] std::uint32_t epochAt(std::uint64_t n) const;

    QueuePort& m_queue;

    mutable std::mutex m_mutex;
    Site m_site;
    std::shared_ptr<const std::string> m_snapshot;
    Position m_before; ///< of the first frame
    std::deque<std::shared_ptr<const std::string>> m_frames;
    std::vector<Position> m_raised; ///< the first of each epoch that began among the frames
    std::size_t m_bytes = 0;
    bool m_isReady = false;
    Connection m_connection;

    std::mutex m_listenersMutex;
    std::map<std::uint64_t, Listener> m_listeners;
    std::uint64_t m_lastListener = 0;

    QueuePort::Subscription m_subscription = 0;
};

} // namespace anjungan
