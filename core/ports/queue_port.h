// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/command.h"
#include "core/site.h"

#include <functional>
#include <span>
#include <vector>

namespace anjungan {

/// What a command led to: its events, in the log and on disk.
struct Receipt
{
    std::vector<Event> events;
};

/// How a face stands to the authority.
struct Connection
{
    bool connected = false;
    std::optional<Error> problem; ///< why not, or what is wrong although connected (`disk-full` …)
    int unsent = 0;               ///< what waits to be sent
};

/// What faces see of the queue, wherever its authority is. Thread-safe. Callbacks come on a thread of
/// the implementation, one at a time, and must not block; none comes after `unfollow` returned.
class QueuePort
{
public:
    using Reply = std::function<void(const Result<Receipt>&)>;
    struct Observer
    {
        /// In order, without gaps. The first call brings all that was missed, perhaps nothing; the later
        /// ones what happens.
        std::function<void(std::span<const Event>)> events;
        std::function<void(const Connection&)> connection;
        /// Where it is given and the whole log is followed: the state after the days that are over may come
        /// first, instead of their events. It comes again where the authority's log is another one than was
        /// followed (it was put back from a copy): what was told before no longer holds, and the next call
        /// of `events` brings again all that was missed.
        std::function<void(const Site&)> begin{};
    };
    using Subscription = std::uint64_t;

    virtual ~QueuePort() = default;

    /// The reply comes after the commit, exactly once, also when the port is closed (`closed`).
    virtual void submit(Command command, Reply reply) = 0;

    /// Everything after `after`: what was missed first, then what happens.
    [[nodiscard]] virtual Subscription follow(Position after, Observer observer) = 0;
    virtual void unfollow(Subscription subscription) = 0;
};

} // namespace anjungan
