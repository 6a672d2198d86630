// SPDX-License-Identifier: GPL-3.0-or-later
// In any history of commands, sensible or not, over several days: a replay gives the live state, also from a
// checkpoint and through JSON; a refusal has no effect; a retry has the same answer; an undo restores; no
// number is given twice; no leg is lost, at two counters, or finished twice; whoever waits is found.
//
// ANJUNGAN_HISTORIES says how many histories are played (tools/soak histories: until each row of the table
// was reached 1,000 times).
#include "core/site_checkpoint.h"
#include "core/table_of_acts.h"
#include "support/site_text.h"

#include <cstdlib>
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>

namespace anjungan {
namespace {

/// The tiny catalogue with a counter of two queues, a policy of its own for one, and needs.
std::shared_ptr<const Catalogue> wovenCatalogue()
{
    auto catalogue = std::make_shared<Catalogue>(*tinyCatalogue());
    catalogue->counters[1].queues.push_back(catalogue->counters[2].queues.front());
    catalogue->counters[1].serves = {Need::Wheelchair, Need::SignLanguage};
    catalogue->queues[1].policy = CallPolicy{1, 2};
    catalogue->services[2].hours = catalogue->hours;
    catalogue->services[2].quotaDaily.reset();
    return catalogue;
}

class History
{
public:
    History(std::uint64_t seed, std::map<std::string, int>& counts)
        : m_hall(wovenCatalogue())
        , m_random(seed)
        , m_table(m_hall, seed + 1'000'000, counts)
    {
        openCounters();
    }

    void play(int commands)
    {
        for (int i = 0; i < commands && !testing::Test::HasFailure(); ++i) {
            const bool isNight = m_random.below(60) == 0;
            m_hall.clock.advance(isNight ? std::chrono::hours(24) : std::chrono::seconds(m_random.below(6)));
            m_hall.queue.doWhatIsDue();
            if (isNight || m_random.below(8) == 0)
                openCounters();
            submitTwice(m_table.next());
            checkState();
        }
        checkReplay();
        checkLog();
    }

private:
    void openCounters()
    {
        m_hall.open(m_hall.counter1, m_hall.ani);
        m_hall.open(m_hall.counter2, m_hall.ani);
    }

    Result<Receipt> submit(const Command& command)
    {
        Result<Receipt> answer = refuse("no-answer");
        m_hall.queue.submit(command, [&answer](const Result<Receipt>& reply) { answer = reply; });
        return answer;
    }

    void submitTwice(const TableOfActs::Wanted& wanted)
    {
        const std::string before = textOf(m_hall.site());
        const std::string stood = standingOf(m_hall.site());
        const Result<Receipt> answer = submit(wanted.command);
        if (!answer) {
            EXPECT_EQ(textOf(m_hall.site()), before) << wanted.row << ": " << answer.error().code;
            return;
        }
        const std::string after = textOf(m_hall.site());
        const Result<Receipt> again = submit(wanted.command);
        ASSERT_TRUE(again) << wanted.row << ": " << again.error().code;
        ASSERT_EQ(again->events.size(), answer->events.size());
        for (std::size_t i = 0; i < answer->events.size(); ++i)
            EXPECT_EQ(toJson(again->events[i]), toJson(answer->events[i])) << wanted.row;
        EXPECT_EQ(textOf(m_hall.site()), after) << wanted.row << " happened twice";
        if (!wanted.row.empty())
            m_table.reached(wanted.row);
        if (m_random.below(5) < 2)
            undo(wanted, stood);
    }

    void undo(const TableOfActs::Wanted& done, const std::string& stood)
    {
        const auto undoing = m_table.undoOf(done);
        // What is done to a number of yesterday, before today's first, is not undone.
        if (!undoing || m_hall.site().day() != dayOf(m_hall.clock.now(), TimeZone::Wib))
            return;
        m_hall.clock.advance(std::chrono::seconds(m_random.below(60)));
        const Result<Receipt> answer = submit(undoing->command);
        ASSERT_TRUE(answer) << undoing->row << ": " << answer.error().code << ' ' << answer.error().context;
        EXPECT_EQ(standingOf(m_hall.site()), stood) << undoing->row;
        if (!undoing->row.empty())
            m_table.reached(undoing->row);
    }

    void checkState() const
    {
        const Site& site = m_hall.site();
        std::set<Number> numbers;
        std::size_t waiting = 0;
        std::size_t open = 0;
        for (const auto& [id, ticket] : site.tickets()) {
            EXPECT_TRUE(numbers.insert(ticket.number).second) << ticket.number.text();
            std::size_t openLegs = 0;
            for (std::uint8_t i = 0; i < ticket.legs.size(); ++i) {
                const Leg& leg = ticket.legs[i];
                const bool atCounter = leg.state == LegState::Called || leg.state == LegState::Serving;
                EXPECT_EQ(leg.open.has_value(), atCounter);
                EXPECT_EQ(leg.outcome.has_value(), leg.state == LegState::Finished);
                EXPECT_GE(leg.passedOver, 0);
                openLegs += atCounter ? 1U : 0U;
                if (leg.open) {
                    EXPECT_EQ(site.desk(leg.open->counter).openLeg, (LegId{id, i}));
                }
                const auto& set = site.queue(leg.queue).of(waitingClassOf(ticket, leg));
                const bool listed = set.contains(waitingKeyOf(leg, {id, i}));
                EXPECT_EQ(listed, leg.state == LegState::Waiting);
                waiting += listed ? 1U : 0U;
            }
            EXPECT_LE(openLegs, 1U) << "a citizen at two counters";
            open += openLegs;
        }
        std::size_t listed = 0;
        for (const Queue& queue : site.catalogue()->queues)
            listed += site.queue(queue.id).count();
        EXPECT_EQ(listed, waiting) << "somebody waits who is nowhere, or is listed twice";
        std::size_t busy = 0;
        for (const Counter& counter : site.catalogue()->counters)
            busy += site.desk(counter.id).openLeg ? 1U : 0U;
        EXPECT_EQ(busy, open);
    }

    void checkReplay() const
    {
        Site replayed;
        for (const Event& event : m_hall.queue.journal.events()) {
            const auto read = eventFromJson(nlohmann::json::parse(toJson(event).dump()));
            ASSERT_TRUE(read) << read.error().context;
            const auto applied = applyEvent(replayed, *read);
            ASSERT_TRUE(applied) << applied.error().context;
        }
        EXPECT_EQ(textOf(replayed), textOf(m_hall.site()));
        EXPECT_EQ(checkpointOf(replayed), checkpointOf(m_hall.site()));
    }

    /// From the log alone: each leg is finished at most once more than it was reopened or its finish undone.
    void checkLog() const
    {
        std::map<LegId, int> finished;
        std::map<CommandId, LegId> finishing;
        std::set<CommandId> reopening;
        for (const Event& event : m_hall.queue.journal.events()) {
            if (const auto* finish = std::get_if<LegFinished>(&event.body)) {
                finishing[event.act.command] = finish->leg;
                EXPECT_EQ(++finished[finish->leg], 1) << "served twice";
            } else if (const auto* reopen = std::get_if<LegReopened>(&event.body)) {
                reopening.insert(event.act.command);
                EXPECT_EQ(--finished[reopen->leg], 0);
            } else if (const auto* undone = std::get_if<ActUndone>(&event.body)) {
                finished[undone->leg] -= finishing.contains(undone->act) ? 1 : 0;
                finished[undone->leg] += reopening.contains(undone->act) ? 1 : 0;
            }
        }
    }

    Hall m_hall;
    FixedRandom m_random;
    TableOfActs m_table;
};

TEST(Histories, KeepTheirPromisesInEveryRowOfTheTable)
{
    const char* asked = std::getenv("ANJUNGAN_HISTORIES");
    const int histories = asked ? std::atoi(asked) : 60;
    const int reachedMin = asked ? 1'000 : 10;
    std::map<std::string, int> counts;
    for (int seed = 1; seed <= histories && !HasFailure(); ++seed) {
        SCOPED_TRACE(fmt::format("history {}", seed));
        History(static_cast<std::uint64_t>(seed), counts).play(200);
    }
    for (const std::string& row : TableOfActs::rows()) {
        EXPECT_GE(counts[row], reachedMin) << row;
        if (asked)
            fmt::print("{:>8}  {}\n", counts[row], row);
    }
}

} // namespace
} // namespace anjungan
