// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/embedded_queue.h"

#include "core/site_checkpoint.h"

#include <algorithm>
#include <iterator>

namespace anjungan {

namespace {

constexpr std::chrono::seconds dueEvery{1};

} // namespace

EmbeddedQueue::EmbeddedQueue(Authority& authority, Journal& journal, const Clock& clock, Random& random,
                             DeviceId device)
    : m_authority(authority)
    , m_journal(journal)
    , m_clock(clock)
    , m_random(random)
    , m_device(std::move(device))
    , m_thread([this] { run(); })
{}

EmbeddedQueue::~EmbeddedQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
    for (const Pending& pending : m_pending)
        pending.reply(failTemporarily("closed"));
}

void EmbeddedQueue::submit(Command command, Reply reply)
{
    std::unique_lock lock(m_mutex);
    if (m_stopping || m_pending.size() >= pendingMax) {
        const char* code = m_stopping ? "closed" : "too-busy";
        lock.unlock();
        reply(failTemporarily(code));
        return;
    }
    m_pending.push_back({std::move(command), std::move(reply)});
    lock.unlock();
    m_wake.notify_all();
}

QueuePort::Subscription EmbeddedQueue::follow(Position after, Observer observer)
{
    Subscription subscription = 0;
    {
        const std::lock_guard lock(m_followersMutex);
        subscription = ++m_lastSubscription;
        m_followers[subscription] = {std::move(observer), after};
    }
    const std::lock_guard lock(m_mutex);
    m_followersAdded = true;
    m_wake.notify_all();
    return subscription;
}

void EmbeddedQueue::unfollow(Subscription subscription)
{
    const std::lock_guard lock(m_followersMutex);
    m_followers.erase(subscription);
}

void EmbeddedQueue::run()
{
    // What the time away demands comes before whatever somebody wants now.
    decideWhatIsDue();
    std::chrono::milliseconds nextDue = m_clock.steady() + dueEvery;
    std::unique_lock lock(m_mutex);
    while (!m_stopping) {
        m_wake.wait_for(lock, dueEvery,
                        [this] { return m_stopping || m_followersAdded || !m_pending.empty(); });
        const bool followersAdded = std::exchange(m_followersAdded, false);
        std::deque<Pending> batch;
        while (!m_pending.empty() && batch.size() < batchMax && !m_stopping) {
            batch.push_back(std::move(m_pending.front()));
            m_pending.pop_front();
        }
        lock.unlock();
        if (followersAdded)
            publish({});
        if (!batch.empty())
            decide(std::move(batch));
        if (m_clock.steady() >= nextDue) {
            decideWhatIsDue();
            nextDue = m_clock.steady() + dueEvery;
        }
        lock.lock();
    }
}

void EmbeddedQueue::decide(std::deque<Pending> batch)
{
    std::vector<Command> commands;
    commands.reserve(batch.size());
    for (Pending& pending : batch)
        commands.push_back(std::move(pending.command));
    const auto results = m_authority.commit(commands);
    std::vector<Event> fresh;
    for (const auto& result : results) {
        if (result)
            fresh.insert(fresh.end(), result->events.begin(), result->events.end());
    }
    // Events first: a face has the events of a receipt before it is told of the receipt.
    publish(fresh);
    publishConnection();
    for (std::size_t i = 0; i < batch.size(); ++i)
        batch[i].reply(results[i]);
}

void EmbeddedQueue::decideWhatIsDue()
{
    std::deque<Pending> batch;
    for (CommandBody& body : m_authority.due()) {
        Command command{m_random.makeId<CommandId>(), {m_device, std::nullopt}, std::move(body)};
        batch.push_back({std::move(command), [](const Result<Receipt>&) {}});
    }
    if (!batch.empty())
        decide(std::move(batch));
    else
        publishConnection();
}

void EmbeddedQueue::publish(const std::vector<Event>& fresh)
{
    const std::lock_guard lock(m_followersMutex);
    for (auto& [subscription, follower] : m_followers)
        bringUpTo(follower, fresh);
}

void EmbeddedQueue::beginFrom(Follower& follower)
{
    if (follower.seen.n > 0 || !follower.observer.begin)
        return;
    const auto checkpoint = m_journal.newestCheckpoint();
    if (!checkpoint || !*checkpoint)
        return;
    const auto site = siteOf(**checkpoint, [this](std::uint64_t n) { return m_journal.eventAt(n); });
    if (!site)
        return;
    follower.seen = (*checkpoint)->at;
    follower.observer.begin(*site);
}

void EmbeddedQueue::bringUpTo(Follower& follower, const std::vector<Event>& fresh)
{
    const Position head = m_authority.site().head();
    const bool first = !std::exchange(follower.caughtUp, true);
    if (first)
        beginFrom(follower);
    if (follower.seen.n < head.n) {
        std::vector<Event> missed;
        std::copy_if(fresh.begin(), fresh.end(), std::back_inserter(missed),
                     [&](const Event& event) { return event.position->n > follower.seen.n; });
        const bool complete = missed.size() == head.n - follower.seen.n;
        if (!complete) {
            missed.clear();
            const auto read = m_journal.read(follower.seen, [&missed](const Event& event) -> Result<void> {
                missed.push_back(event);
                return {};
            });
            // What cannot be read now is told after the next commit that can.
            if (!read)
                return;
        }
        follower.seen = head;
        follower.observer.events(missed);
    } else if (first) {
        follower.observer.events({});
    }
    if (first && follower.observer.connection)
        follower.observer.connection({true, m_toldProblem, 0});
}

void EmbeddedQueue::publishConnection()
{
    const std::lock_guard lock(m_followersMutex);
    auto problem = m_authority.problem();
    if (problem == m_toldProblem)
        return;
    m_toldProblem = std::move(problem);
    for (auto& [subscription, follower] : m_followers) {
        if (follower.observer.connection)
            follower.observer.connection({true, m_toldProblem, 0});
    }
}

} // namespace anjungan
