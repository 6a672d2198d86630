// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "display/board_view_model.h"
#include "support/catalogues.h"
#include "support/direct_queue.h"

#include <memory>
#include <QCoreApplication>
#include <string>
#include <vector>

namespace anjungan {

/// Keeps what it was told to say, and tells news when asked to.
class RecordedVoice final : public VoicePort
{
public:
    void announce(Announcement announcement) override { said.push_back(std::move(announcement)); }
    void follow(std::function<void(const News&)> observer) override { m_observer = std::move(observer); }
    void tellOnly(const News& news) { m_observer(news); }
    void tell(const News& news)
    {
        tellOnly(news);
        QCoreApplication::processEvents();
    }

    std::vector<Announcement> said;

private:
    std::function<void(const News&)> m_observer;
};

/// A hall with the real authority: what its counters do, and the board that follows it.
struct BoardHall
{
    explicit BoardHall(BoardOptions options = {},
                       std::shared_ptr<const Catalogue> catalogue = sampleCatalogue())
        : queue(clock)
    {
        boardOptions = std::move(options);
        if (catalogue)
            queue.must(PublishCatalogue{std::move(catalogue)});
    }

    /// The board is switched on: what happened before is its catch-up.
    void open(VoicePort* voice = nullptr)
    {
        board.reset();
        follower = std::make_unique<SiteFollower>(queue, clock, random, *DeviceId::parse("board"));
        board = std::make_unique<BoardViewModel>(*follower, faceClock, language, voice, boardOptions);
        settle();
    }

    static void settle() { QCoreApplication::processEvents(); }

    void openCounter(const std::string& counter)
    {
        const StaffId staff = *StaffId::parse("staff-" + counter);
        queue.must(ChangeStaff{staff, "Petugas"});
        queue.must(ChangeCounter{*CounterId::parse(counter), CounterPresence::Open, staff}, staff);
    }

    LegId issue(const std::string& service, std::uint8_t series = 0, Language spoken = Language::Indonesian)
    {
        IssueTicket issue;
        issue.ticket = random.makeId<TicketId>();
        issue.series = series;
        issue.services = {*ServiceId::parse(service)};
        issue.language = spoken;
        queue.must(issue);
        return {issue.ticket, 0};
    }

    /// Opens the counter where it is closed, and calls there.
    void call(const std::string& counter, const LegId& leg)
    {
        if (queue.site().desk(*CounterId::parse(counter)).presence == CounterPresence::Closed)
            openCounter(counter);
        queue.must(CallLeg{*CounterId::parse(counter), leg}, StaffId::parse("staff-" + counter));
        clock.advance(std::chrono::seconds(1));
    }

    /// Gives a number and calls it.
    LegId callNew(const std::string& counter, const std::string& service, std::uint8_t series = 0)
    {
        const LegId leg = issue(service, series);
        call(counter, leg);
        return leg;
    }

    template <typename Command>
    void act(const LegId& leg)
    {
        Command command;
        command.act = LegAct{leg, queue.site().find(leg)->open->id};
        const Episode& open = *queue.site().find(leg)->open;
        queue.must(command, open.staff);
        clock.advance(std::chrono::seconds(1));
    }

    /// Takes back the last act on the leg, as whoever did it.
    void undo(const LegId& leg)
    {
        const LastAct last = *queue.site().find(leg)->last;
        queue.must(UndoAct{leg, last.command}, last.actor.staff);
        clock.advance(std::chrono::seconds(1));
    }

    void takeOver(const std::string& counter, const LegId& leg)
    {
        if (queue.site().desk(*CounterId::parse(counter)).presence == CounterPresence::Closed)
            openCounter(counter);
        queue.must(TakeOverLeg{{leg, queue.site().find(leg)->open->id}, *CounterId::parse(counter)},
                   StaffId::parse("staff-" + counter));
        clock.advance(std::chrono::seconds(1));
    }

    void reopen(const std::string& counter, const LegId& leg)
    {
        queue.must(ReopenLeg{leg, *CounterId::parse(counter)}, StaffId::parse("staff-" + counter));
        clock.advance(std::chrono::seconds(1));
    }

    FakeClock clock;
    FixedRandom random{11};
    DirectQueue queue;
    FaceClock faceClock{clock};
    FaceLanguage language{QStringLiteral("display"), Language::Indonesian};
    BoardOptions boardOptions;
    std::unique_ptr<SiteFollower> follower;
    std::unique_ptr<BoardViewModel> board;
};

} // namespace anjungan
