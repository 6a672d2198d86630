// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/kiosk_view_model.h"
#include "support/catalogues.h"
#include "support/direct_queue.h"

#include <QCoreApplication>
#include <QElapsedTimer>

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

/// A kiosk's view model on the real authority, on a clock that stands still until it is moved.
class KioskBench
{
public:
    explicit KioskBench(std::shared_ptr<const Catalogue> catalogue = sampleCatalogue(),
                        const QrEncoder* encoder = nullptr)
        : follower(queue, clock, random, *DeviceId::parse("kiosk-1"))
        , vm(follower, faceClock, language, slips, encoder ? *encoder : m_encoder, options())
    {
        if (catalogue)
            authority.must(PublishCatalogue{std::move(catalogue)});
        settle();
    }

    /// Lets queued calls and short timers happen.
    static void settle()
    {
        QElapsedTimer timer;
        timer.start();
        do
            QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
        while (timer.elapsed() < 5);
    }
    /// Time passes second by second, as the face's clock would tell it.
    void pass(std::chrono::seconds time)
    {
        for (auto second = std::chrono::seconds(0); second < time; ++second) {
            clock.advance(std::chrono::seconds(1));
            faceClock.look();
        }
        settle();
    }
    void openCounters()
    {
        const StaffId siti = *StaffId::parse("siti");
        authority.must(ChangeStaff{siti, "Siti"});
        for (const Counter& counter : authority.site().catalogue()->counters)
            authority.must(ChangeCounter{counter.id, CounterPresence::Open, siti});
    }
    void issueFor(const std::string& service, int count)
    {
        for (int i = 0; i < count; ++i) {
            IssueTicket issue;
            issue.ticket = random.makeId<TicketId>();
            issue.services = {*ServiceId::parse(service)};
            authority.must(issue);
        }
        settle();
    }
    [[nodiscard]] std::size_t tickets() const { return authority.site().tickets().size(); }
    [[nodiscard]] const Ticket& onlyTicket() const { return authority.site().tickets().begin()->second; }
    void print(SlipState state, bool reprint = false, const std::string& problem = {})
    {
        slips.say({vm.ticket().number.isEmpty() ? TicketId() : lastTicket(), state, reprint, problem});
        settle();
    }
    [[nodiscard]] TicketId lastTicket() const
    {
        return std::get<IssueTicket>(queue.commands.back().body).ticket;
    }
    [[nodiscard]] static QVariant at(QAbstractListModel* model, int row, const char* role)
    {
        return model->data(model->index(row), model->roleNames().key(role));
    }

    FakeClock clock;
    FixedRandom random{3};
    DirectQueue authority{clock};
    HoldingQueue queue{authority};
    PlayedSlips slips;
    FaceClock faceClock{clock};
    FaceLanguage language{QStringLiteral("kiosk"), Language::Indonesian};
    SiteFollower follower;
    std::string code = "HTTPS://ANTRE.CONTOH.GO.ID/T/AEBAGBAFAYDQQCIKAEBAGBAFAYDQQCIK";

private:
    KioskOptions options()
    {
        KioskOptions options;
        options.codeOf = [this](const Site&, const Ticket&) -> Result<std::string> { return code; };
        return options;
    }

    ToyEncoder m_encoder;

public:
    KioskViewModel vm;
};

} // namespace anjungan
