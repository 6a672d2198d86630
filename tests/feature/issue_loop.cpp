// SPDX-License-Identifier: GPL-3.0-or-later
// issue_loop FOLDER COUNT: the product's machine behind its faces, with the sample catalogue and the real
// journal and print outbox in FOLDER. Takes COUNT numbers, each as soon as the one before was answered, says
// each on a line of its own when it was ("shown A-001"), and in the end how long the slips took. Made to be
// killed at any moment.
#include "app/building.h"
#include "storage/system_clock.h"
#include "support/catalogues.h"

#include <algorithm>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <mutex>
#include <QGuiApplication>
#include <vector>

namespace {

using namespace anjungan;

/// An open morning, on which real time goes by.
class MorningClock final : public Clock
{
public:
    explicit MorningClock(Instant morning)
        : m_offset(morning - m_system.now())
    {}
    [[nodiscard]] Instant now() const override { return m_system.now() + m_offset; }
    [[nodiscard]] std::chrono::milliseconds steady() const override { return m_system.steady(); }

private:
    SystemClock m_system;
    std::chrono::milliseconds m_offset;
};

struct Progress
{
    std::mutex mutex;
    std::condition_variable changed;
    std::map<TicketId, std::chrono::milliseconds> asked;
    std::vector<long> slips_ms;
    int answered = 0;
};

/// One service of each queue in turn, so that no prefix runs out of numbers soon.
ServiceId serviceOf(const Catalogue& catalogue, int i)
{
    std::map<QueueId, ServiceId> open;
    for (const Service& service : catalogue.services) {
        if (!service.quotaDaily && !service.hours && !catalogue.find(service.agency)->hours)
            open.emplace(service.queue, service.id);
    }
    return std::next(open.begin(), i % static_cast<int>(open.size()))->second;
}

long quantile(std::vector<long> times, double part)
{
    if (times.empty())
        return 0;
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1,
                          static_cast<std::size_t>(part * static_cast<double>(times.size())))];
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication application(argc, argv);
    if (argc != 3)
        return 2;
    const std::filesystem::path folder = argv[1];
    const int count = std::atoi(argv[2]);
    const auto catalogue = sampleCatalogue();
    const Instant morning =
        toInstant(LocalInstant(*parseDay("2026-11-24") + std::chrono::hours(8)), catalogue->timeZone);
    const MorningClock clock(morning);

    Config config;
    config.voice.enabled = false;
    auto building = Building::open(config, {folder, folder / "slips", {}}, catalogue, clock);
    if (!building) {
        std::fprintf(stderr, "%s: %s\n", building.error().code.c_str(), building.error().context.c_str());
        return 1;
    }
    Progress progress;
    (*building)->slips().follow(
        [&](const SlipNews& news) {
            const std::lock_guard lock(progress.mutex);
            const auto asked = progress.asked.find(news.ticket);
            if (news.state == SlipState::Printed && !news.reprint && asked != progress.asked.end())
                progress.slips_ms.push_back(static_cast<long>((clock.steady() - asked->second).count()));
            progress.changed.notify_all();
        },
        {});
    bool good = true;
    for (int i = 0; i < count; ++i) {
        IssueTicket wanted;
        wanted.ticket = (*building)->random().makeId<TicketId>();
        wanted.services = {serviceOf(*catalogue, i)};
        std::unique_lock lock(progress.mutex);
        progress.asked[wanted.ticket] = clock.steady();
        (*building)->queue().submit(
            {(*building)->random().makeId<CommandId>(), {(*building)->device(), {}}, wanted},
            [&](const Result<Receipt>& reply) {
                const std::lock_guard inner(progress.mutex);
                if (reply) {
                    std::printf("shown %s\n",
                                std::get<TicketIssued>(reply->events.front().body).number.text().c_str());
                    std::fflush(stdout);
                } else {
                    std::fprintf(stderr, "%s %s\n", reply.error().code.c_str(),
                                 reply.error().context.c_str());
                    good = false;
                }
                ++progress.answered;
                progress.changed.notify_all();
            });
        // Printing keeps within sight, so that a kill finds slips at every stage.
        progress.changed.wait(lock, [&] {
            return progress.answered == i + 1 && progress.slips_ms.size() + 3 > static_cast<std::size_t>(i);
        });
    }
    std::unique_lock lock(progress.mutex);
    const auto wanted = static_cast<std::size_t>(count);
    const bool all = progress.changed.wait_for(lock, std::chrono::seconds(60),
                                               [&] { return progress.slips_ms.size() >= wanted; });
    std::printf("%zu slips, p50 %ld ms, p99 %ld ms, longest %ld ms\n", progress.slips_ms.size(),
                quantile(progress.slips_ms, 0.5), quantile(progress.slips_ms, 0.99),
                quantile(progress.slips_ms, 1.0));
    return good && all ? 0 : 1;
}
