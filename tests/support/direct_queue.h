// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/authority.h"
#include "support/fake_clock.h"
#include "support/fixed_random.h"
#include "support/memory_journal.h"

#include <map>
#include <utility>

namespace anjungan {

/// Cheap and good enough to tell events apart; the real hashers are tested with storage.
class TestHasher final : public Hasher
{
public:
    [[nodiscard]] Hash hash(std::string_view bytes) const override
    {
        Hash hash{};
        std::uint64_t state = 0xcbf29ce484222325U;
        for (std::size_t i = 0; i < bytes.size() + hash.size(); ++i) {
            state = (state ^ (i < bytes.size() ? static_cast<std::uint8_t>(bytes[i]) : 0U)) * 0x100000001b3U;
            hash[i % hash.size()] = static_cast<std::uint8_t>(state >> 32);
        }
        return hash;
    }
};

/// The real authority over a journal in memory, answering within the call: what faces are tested on.
class DirectQueue final : public QueuePort
{
public:
    /// Starts from a copy of `log`: another life of the same node.
    explicit DirectQueue(const Clock& clock, SlipMaker slipMaker = {}, MemoryJournal log = MemoryJournal(),
                         NumberMark* mark = nullptr)
        : journal(std::move(log))
        , m_random(7 + journal.events().size())
        , m_authority({*DeviceId::parse("test-authority"), m_random.makeId<IncarnationId>()}, journal,
                      m_hasher, clock, std::move(slipMaker), mark)
    {
        if (!m_authority.open())
            std::abort();
    }

    void submit(Command command, Reply reply) override
    {
        const auto results = m_authority.commit({&command, 1});
        tellEvents();
        tell({true, m_authority.problem(), 0});
        reply(results.front());
    }

    [[nodiscard]] Subscription follow(Position after, Observer observer) override
    {
        Follower& follower = m_followers[++m_lastSubscription];
        follower = {std::move(observer), after, false};
        tellEvents();
        if (follower.observer.connection)
            follower.observer.connection({true, std::nullopt, 0});
        return m_lastSubscription;
    }

    void unfollow(Subscription subscription) override { m_followers.erase(subscription); }

    /// Decides a command as the machine itself; fails the test's process where it is refused.
    Receipt must(CommandBody body, std::optional<StaffId> staff = std::nullopt)
    {
        std::optional<Receipt> receipt;
        submit({m_random.makeId<CommandId>(), {*DeviceId::parse("test"), std::move(staff)}, std::move(body)},
               [&](const Result<Receipt>& reply) {
                   if (!reply) {
                       std::fprintf(stderr, "refused: %s %s\n", reply.error().code.c_str(),
                                    reply.error().context.c_str());
                       std::abort();
                   }
                   receipt = *reply;
               });
        return *receipt;
    }

    /// Lets time act, as the authority's own thread would each second.
    void doWhatIsDue()
    {
        for (CommandBody& body : m_authority.due())
            (void)must(std::move(body));
    }

    /// What faces are told of the connection.
    void tell(const Connection& connection)
    {
        for (auto& [id, follower] : m_followers) {
            if (follower.observer.connection)
                follower.observer.connection(connection);
        }
    }

    [[nodiscard]] const Site& site() const { return m_authority.site(); }
    [[nodiscard]] FixedRandom& random() { return m_random; }

    MemoryJournal journal;

private:
    struct Follower
    {
        Observer observer;
        Position seen;
        bool caughtUp = false;
    };

    void tellEvents()
    {
        for (auto& [id, follower] : m_followers) {
            const std::span<const Event> all(journal.events());
            const auto fresh = all.subspan(static_cast<std::size_t>(follower.seen.n));
            follower.seen.n = all.size();
            if (!std::exchange(follower.caughtUp, true) || !fresh.empty())
                follower.observer.events(fresh);
        }
    }

    FixedRandom m_random;
    TestHasher m_hasher;
    Authority m_authority;
    std::map<Subscription, Follower> m_followers;
    Subscription m_lastSubscription = 0;
};

} // namespace anjungan
