// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/qr_encoder.h"
#include "core/ports/queue_port.h"
#include "core/ports/slips.h"

#include <utility>

namespace anjungan {

/// Passes everything on; keeps commands back, or loses their replies, when it is told to.
class HoldingQueue final : public QueuePort
{
public:
    explicit HoldingQueue(QueuePort& below)
        : m_below(below)
    {}

    void submit(Command command, Reply reply) override
    {
        commands.push_back(command);
        if (!nextFailures.empty()) {
            const Error error = nextFailures.front();
            nextFailures.erase(nextFailures.begin());
            if (happensAnyway)
                m_below.submit(std::move(command), [](const Result<Receipt>&) {});
            reply(tl::unexpected(error));
            return;
        }
        if (hold) {
            m_held.emplace_back(std::move(command), std::move(reply));
            return;
        }
        m_below.submit(std::move(command), std::move(reply));
    }
    [[nodiscard]] Subscription follow(Position after, Observer observer) override
    {
        return m_below.follow(after, std::move(observer));
    }
    void unfollow(Subscription subscription) override { m_below.unfollow(subscription); }

    void release()
    {
        hold = false;
        for (auto& [command, reply] : std::exchange(m_held, {}))
            m_below.submit(std::move(command), std::move(reply));
    }

    bool hold = false;
    bool happensAnyway = false; ///< a failed command reaches the authority all the same
    std::vector<Error> nextFailures;
    std::vector<Command> commands;

private:
    QueuePort& m_below;
    std::vector<std::pair<Command, Reply>> m_held;
};

/// The print outbox as a test plays it.
class PlayedSlips final : public SlipPort
{
public:
    void follow(Observer observer, ConditionObserver conditionObserver) override
    {
        m_observer = std::move(observer);
        m_condition = std::move(conditionObserver);
    }
    void reprint(const TicketId& ticket) override { reprints.push_back(ticket); }

    void say(const SlipNews& news) { m_observer(news); }
    void say(PrinterCondition condition) { m_condition(condition); }

    std::vector<TicketId> reprints;

private:
    Observer m_observer;
    ConditionObserver m_condition;
};

/// A small picture for any text: what it holds is not what these tests are about.
class ToyEncoder final : public QrEncoder
{
public:
    [[nodiscard]] Result<QrMatrix> encode(const std::string& text) const override
    {
        QrMatrix matrix;
        for (std::size_t row = 0; row < 21; ++row) {
            matrix.dark.emplace_back();
            for (std::size_t column = 0; column < 21; ++column)
                matrix.dark.back().push_back((text[(row * 21 + column) % text.size()] + row) % 2 == 0);
        }
        return matrix;
    }
};

} // namespace anjungan
