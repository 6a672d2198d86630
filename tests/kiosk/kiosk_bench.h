// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk/kiosk_view_model.h"
#include "played_ports.h"
#include "support/catalogues.h"
#include "support/direct_queue.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace anjungan {

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
    SlipCode code{"HTTPS://ANTRE.CONTOH.GO.ID/T/AEBAGBAFAYDQQCIKAEBAGBAFAYDQQCIK", true};

private:
    KioskOptions options()
    {
        KioskOptions options;
        options.codeOf = [this](const Site&, const Ticket&) -> Result<SlipCode> { return code; };
        return options;
    }

    ToyEncoder m_encoder;

public:
    KioskViewModel vm;
};

} // namespace anjungan
