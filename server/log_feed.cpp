// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log_feed.h"

#include "core/invariant.h"
#include "core/protocol.h"
#include "core/site_checkpoint.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

using nlohmann::json;

std::shared_ptr<const std::string> snapshotOf(const Site* site)
{
    return std::make_shared<const std::string>(snapshotText(site));
}

} // namespace

LogFeed::LogFeed(QueuePort& queue)
    : m_queue(queue)
    , m_snapshot(snapshotOf(nullptr))
{
    QueuePort::Observer observer;
    observer.begin = [this](const Site& site) { begin(site); };
    observer.events = [this](std::span<const Event> events) { take(events); };
    observer.connection = [this](const Connection& connection) {
        {
            const std::lock_guard lock(m_mutex);
            m_connection = connection;
        }
        wakeAll();
    };
    m_subscription = m_queue.follow({}, std::move(observer));
}

LogFeed::~LogFeed()
{
    m_queue.unfollow(m_subscription);
}

void LogFeed::begin(const Site& site)
{
    const std::lock_guard lock(m_mutex);
    m_site = site;
    m_before = site.head();
    m_raised.clear();
    m_snapshot = snapshotOf(&site);
}

void LogFeed::take(std::span<const Event> events)
{
    {
        const std::lock_guard lock(m_mutex);
        for (const Event& event : events)
            keep(event);
        m_isReady = true;
    }
    wakeAll();
}

void LogFeed::keep(const Event& event)
{
    if (beginsDay(m_site, event.body))
        m_snapshot = snapshotOf(&m_site);
    if (event.position->epoch != m_site.head().epoch)
        m_raised.push_back(*event.position);
    if (auto applied = applyEvent(m_site, event); !applied)
        stopBecauseViolated(applied.error().context);
    auto frame = std::make_shared<const std::string>(
        fmt::format("id: {}\ndata: {}\n\n", positionText(*event.position), toJson(event).dump()));
    m_bytes += frame->size();
    m_frames.push_back(std::move(frame));
    while (m_frames.size() > framesMax || m_bytes > bytesMax) {
        m_bytes -= m_frames.front()->size();
        m_frames.pop_front();
        m_before = {epochAt(m_before.n + 1), m_before.n + 1};
    }
}

std::uint32_t LogFeed::epochAt(std::uint64_t n) const
{
    const auto last = std::find_if(m_raised.rbegin(), m_raised.rend(),
                                   [n](const Position& raised) { return raised.n <= n; });
    return last == m_raised.rend() || last->n <= m_before.n ? m_before.epoch : last->epoch;
}

std::shared_ptr<const std::string> LogFeed::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    return m_snapshot;
}

Result<LogFeed::Chunk> LogFeed::after(Position position) const
{
    const std::lock_guard lock(m_mutex);
    const Position head = m_site.head();
    // A log that was put back from a copy gives its lost end's numbers again, in another epoch: who holds
    // that end holds other events at them.
    const auto isOfThisLog = [&] { return position.n == 0 || position.epoch == epochAt(position.n); };
    if (position.n > head.n || position.n < m_before.n || !isOfThisLog())
        return refuse("snapshot-needed",
                      fmt::format("this log goes from {} to {}.{}", m_before.n, head.epoch, head.n));
    Chunk chunk{{}, position};
    for (std::size_t i = position.n - m_before.n; i < m_frames.size() && chunk.text.size() < chunkBytes;
         ++i) {
        chunk.text += *m_frames[i];
        ++chunk.upTo.n;
    }
    if (chunk.upTo.n > 0)
        chunk.upTo.epoch = epochAt(chunk.upTo.n);
    return chunk;
}

std::string LogFeed::connectionFrame() const
{
    const std::lock_guard lock(m_mutex);
    json state = json::object();
    // What is wrong there, for those who show it; never the details, which are the server's own.
    if (m_connection.problem)
        state["problem"] = m_connection.problem->code;
    return fmt::format("event: connection\ndata: {}\n\n", state.dump());
}

std::uint64_t LogFeed::listen(Listener listener)
{
    const std::lock_guard lock(m_listenersMutex);
    m_listeners[++m_lastListener] = std::move(listener);
    return m_lastListener;
}

void LogFeed::forget(std::uint64_t listener)
{
    const std::lock_guard lock(m_listenersMutex);
    m_listeners.erase(listener);
}

void LogFeed::wakeAll()
{
    const std::lock_guard lock(m_listenersMutex);
    for (const auto& [id, listener] : m_listeners)
        listener();
}

void LogFeed::look(const std::function<void(const Site&)>& look) const
{
    const std::lock_guard lock(m_mutex);
    look(m_site);
}

bool LogFeed::isReady() const
{
    const std::lock_guard lock(m_mutex);
    return m_isReady;
}

std::optional<Error> LogFeed::problem() const
{
    const std::lock_guard lock(m_mutex);
    return m_connection.problem;
}

} // namespace anjungan
