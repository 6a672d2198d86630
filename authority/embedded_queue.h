// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/authority.h"
#include "core/ports/random.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace anjungan {

/// The authority of a site inside this process: one worker thread owns it and its journal, decides what
/// faces submit and tells them the log. What queues up during a commit is committed together.
class EmbeddedQueue final : public QueuePort
{
public:
    static constexpr std::size_t pendingMax = 10'000;
    static constexpr std::size_t batchMax = 128;

    /// `authority` (opened) and `journal` belong to the worker thread from now on.
    EmbeddedQueue(Authority& authority, Journal& journal, const Clock& clock, Random& random,
                  DeviceId device);
    /// Answers what is still pending with `closed`, then joins.
    ~EmbeddedQueue() override;
    EmbeddedQueue(const EmbeddedQueue&) = delete;
    EmbeddedQueue& operator=(const EmbeddedQueue&) = delete;

    void submit(Command command, Reply reply) override;
    [[nodiscard]] Subscription follow(Position after, Observer observer) override;
    void unfollow(Subscription subscription) override;

private:
    struct Pending
    {
        Command command;
        Reply reply;
    };
    struct Follower
    {
        Observer observer;
        Position seen;
        bool caughtUp = false;
    };

    void run();
    void decide(std::deque<Pending> batch);
    void decideWhatIsDue();
    /// Tells every follower what it has not seen; `fresh` are the newest events, if they are at hand.
    void publish(const std::vector<Event>& fresh);
    /// Days that are over are told as one state, where the follower takes it.
    void beginFrom(Follower& follower);
    void bringUpTo(Follower& follower, const std::vector<Event>& fresh);
    void publishConnection();

    Authority& m_authority;
    Journal& m_journal;
    const Clock& m_clock;
    Random& m_random;
    DeviceId m_device;

    std::mutex m_mutex; ///< of what is pending
    std::condition_variable m_wake;
    std::deque<Pending> m_pending;
    bool m_stopping = false;

    std::mutex m_followersMutex; ///< held while followers are called, so that none is after `unfollow`
    std::map<Subscription, Follower> m_followers;
    Subscription m_lastSubscription = 0;
    bool m_followersAdded = false; ///< under m_mutex
    std::optional<Error> m_toldProblem;

    std::thread m_thread;
};

} // namespace anjungan
