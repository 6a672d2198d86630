// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/load/hammer.h"

#include "storage/system_clock.h"
#include "storage/system_random.h"
#include "sync/event_stream.h"
#include "sync/problem.h"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <nlohmann/json.hpp>
#include <set>
#include <stdexcept>
#include <thread>

namespace anjungan::load {

namespace {

using nlohmann::json;
using SteadyClock = std::chrono::steady_clock;

/// One client on one connection, which waits for each answer.
class Client
{
public:
    Client(const LoadSite& site, LoadDevice device)
        : m_http(site.address(), m_clock)
        , m_device(std::move(device))
    {}

    Result<std::vector<Event>> command(CommandBody body, std::optional<StaffId> staff = {})
    {
        const Command command{
            m_random.makeId<CommandId>(), {m_device.device, std::move(staff)}, std::move(body)};
        HttpClient::Request request;
        request.isPost = true;
        request.path = "/v1/sites/contoh/commands";
        request.token = m_device.token;
        request.body = toJson(command).dump();
        request.within = std::chrono::seconds(30);
        std::optional<Result<HttpClient::Response>> response;
        m_http.send(std::move(request), [&](Result<HttpClient::Response> got) { response = std::move(got); });
        while (!response)
            m_http.work(std::chrono::milliseconds(100));
        return response->and_then([](const HttpClient::Response& got) -> Result<std::vector<Event>> {
            if (got.status != 200)
                return tl::unexpected(problemOf(got));
            std::vector<Event> events;
            const json receipt = json::parse(got.body);
            for (const json& event : receipt.at("events"))
                events.push_back(eventFromJson(event).value());
            return events;
        });
    }

    template <typename AnId>
    AnId makeId()
    {
        return m_random.makeId<AnId>();
    }

private:
    SystemClock m_clock;
    SystemRandom m_random;
    HttpClient m_http;
    LoadDevice m_device;
};

/// What several clients measured. Thread-safe.
class Times
{
public:
    void add(SteadyClock::time_point begin)
    {
        const double took_ms = std::chrono::duration<double, std::milli>(SteadyClock::now() - begin).count();
        const std::lock_guard lock(m_mutex);
        m_times_ms.push_back(took_ms);
    }
    void addError(const Error& error)
    {
        const std::lock_guard lock(m_mutex);
        ++m_errors[error.code];
    }
    [[nodiscard]] Rate rate(Seconds time)
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& [code, count] : m_errors)
            std::fprintf(stderr, "  %s: %d\n", code.c_str(), count);
        Rate rate;
        rate.perSecond = static_cast<double>(m_times_ms.size()) / time.count();
        rate.p50_ms = quantile(0.5);
        rate.p99_ms = quantile(0.99);
        for (const auto& [code, count] : m_errors)
            rate.errors += count;
        return rate;
    }
    [[nodiscard]] double quantile(double part)
    {
        if (m_times_ms.empty())
            return 0;
        std::ranges::sort(m_times_ms);
        return m_times_ms[static_cast<std::size_t>(part * static_cast<double>(m_times_ms.size() - 1))];
    }
    [[nodiscard]] std::size_t count() const { return m_times_ms.size(); }

private:
    std::mutex m_mutex;
    std::vector<double> m_times_ms;
    std::map<std::string, int> m_errors;
};

IssueTicket issueFor(Client& client)
{
    static std::atomic<int> next = 0;
    IssueTicket wanted;
    wanted.ticket = client.makeId<TicketId>();
    wanted.services = {LoadSite::serviceAt(next++ % LoadSite::services)};
    return wanted;
}

bool issueOne(Client& client, Times& times)
{
    const auto begin = SteadyClock::now();
    const auto events = client.command(issueFor(client));
    if (events)
        times.add(begin);
    // So many wait that this turn would come after closing: the queue's rule, kept under load as ever.
    else if (events.error().code == "turn-too-late")
        return true;
    else
        times.addError(events.error());
    return events.has_value();
}

const LegCalled* calledIn(const Result<std::vector<Event>>& events)
{
    if (!events)
        return nullptr;
    for (const Event& event : *events) {
        if (const auto* called = std::get_if<LegCalled>(&event.body))
            return called;
    }
    return nullptr;
}

void openCounter(Client& client, std::size_t counter)
{
    const StaffId staff = LoadSite::staffAt(counter);
    // The server puts people's names into the log once it is up.
    const auto until = SteadyClock::now() + std::chrono::seconds(10);
    auto opened =
        client.command(ChangeCounter{LoadSite::counterAt(counter), CounterPresence::Open, staff}, staff);
    while (!opened && opened.error().code == "staff-unknown" && SteadyClock::now() < until) {
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        opened =
            client.command(ChangeCounter{LoadSite::counterAt(counter), CounterPresence::Open, staff}, staff);
    }
    if (!opened)
        throw std::runtime_error("a counter cannot open: " + opened.error().code);
}

/// Calls, shows the call, finishes.
void callOne(Client& client, std::size_t counter, Times& times)
{
    const StaffId staff = LoadSite::staffAt(counter);
    const auto begin = SteadyClock::now();
    const auto events = client.command(CallNext{LoadSite::counterAt(counter)}, staff);
    const LegCalled* called = calledIn(events);
    if (!called) {
        if (events || events.error().code != "nobody-waiting")
            times.addError(events ? Error{"nobody-called", Severity::ThisItem, {}} : events.error());
        return;
    }
    times.add(begin);
    const LegAct act{called->leg, called->episode};
    FinishLeg finish;
    finish.act = act;
    finish.unmeasured = true;
    for (CommandBody body : {CommandBody(AcknowledgeCall{act}), CommandBody(finish)}) {
        if (const auto done = client.command(std::move(body), staff); !done)
            times.addError(done.error());
    }
}

} // namespace

Hammered hammer(LoadSite& site, int issuers, int callers, Seconds time)
{
    Times issues;
    Times calls;
    std::vector<std::thread> threads;
    const auto until = SteadyClock::now() + std::chrono::duration_cast<SteadyClock::duration>(time);
    for (int i = 0; i < issuers; ++i) {
        threads.emplace_back([&, i] {
            Client client(site, site.kiosks()[static_cast<std::size_t>(i) % site.kiosks().size()]);
            while (SteadyClock::now() < until && issueOne(client, issues)) {
            }
        });
    }
    for (int i = 0; i < callers; ++i) {
        threads.emplace_back([&, counter = static_cast<std::size_t>(i)] {
            Client client(site, site.counters()[counter]);
            openCounter(client, counter);
            while (SteadyClock::now() < until)
                callOne(client, counter, calls);
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    return {issues.rate(time), calls.rate(time)};
}

Doubles doublesIn(const std::vector<Event>& log)
{
    Doubles found;
    std::set<std::pair<Day, Number>> given;
    std::map<LegId, CounterId> open;
    const auto end = [&open](const LegId& leg) { open.erase(leg); };
    for (const Event& event : log) {
        ++found.events;
        if (const auto* issued = std::get_if<TicketIssued>(&event.body)) {
            found.numbers += given.emplace(issued->day, issued->number).second ? 0 : 1;
        } else if (const auto* called = std::get_if<LegCalled>(&event.body)) {
            const bool isTaken =
                std::ranges::any_of(open, [&](const auto& other) { return other.second == called->counter; });
            found.calls += isTaken || !open.emplace(called->leg, called->counter).second ? 1 : 0;
        } else if (const auto* finished = std::get_if<LegFinished>(&event.body)) {
            end(finished->leg);
        } else if (const auto* withdrawn = std::get_if<CallWithdrawn>(&event.body)) {
            end(withdrawn->leg);
        }
    }
    return found;
}

Fanout fanOut(LoadSite& site, int calls)
{
    std::mutex mutex;
    std::map<EpisodeId, SteadyClock::time_point> called;
    std::vector<std::pair<EpisodeId, SteadyClock::time_point>> seen;
    std::atomic<std::size_t> live = 0;
    std::atomic<bool> isOver = false;

    // One thread follows for all: what is measured is when the bytes arrive, not how fast it reads JSON.
    std::thread readers([&] {
        const SystemClock clock;
        HttpClient http(site.address(), clock);
        std::vector<std::unique_ptr<EventStream>> streams;
        for (const LoadDevice& device : site.others()) {
            streams.push_back(std::make_unique<EventStream>([&](const EventStream::Frame& frame) {
                if (frame.event == "connection")
                    ++live;
                const std::size_t at = frame.data.find("\"episode\":\"");
                if (frame.data.find("\"leg-called\"") == std::string::npos || at == std::string::npos)
                    return;
                const auto now = SteadyClock::now();
                const auto episode = EpisodeId::parse(std::string_view(frame.data).substr(at + 11, 32));
                const std::lock_guard lock(mutex);
                seen.emplace_back(*episode, now);
            }));
            HttpClient::Stream stream;
            stream.path = "/v1/sites/contoh/log?after=0.0";
            stream.token = device.token;
            stream.piece = [frames = streams.back().get()](std::string_view piece) {
                return frames->take(piece);
            };
            stream.ended = [](const auto&) {};
            http.open(std::move(stream));
        }
        while (!isOver)
            http.work(std::chrono::milliseconds(5));
    });
    if (!tests::waitUntil([&] { return live == site.others().size(); }, std::chrono::seconds(60)))
        std::fprintf(stderr, "  only %zu of %zu follow\n", live.load(), site.others().size());

    Client kiosk(site, site.kiosks().front());
    Client counter(site, site.counters().front());
    const StaffId staff = LoadSite::staffAt(0);
    openCounter(counter, 0);
    for (int i = 0; i < calls; ++i) {
        IssueTicket wanted = issueFor(kiosk);
        wanted.services = {LoadSite::serviceAt(0)};
        (void)kiosk.command(wanted);
        const auto events = counter.command(CallNext{LoadSite::counterAt(0)}, staff);
        const auto now = SteadyClock::now();
        const LegCalled* call = calledIn(events);
        if (!call)
            throw std::runtime_error("nobody was called: " + (events ? std::string() : events.error().code));
        {
            const std::lock_guard lock(mutex);
            called[call->episode] = now;
        }
        FinishLeg finish;
        finish.act = {call->leg, call->episode};
        finish.unmeasured = true;
        (void)counter.command(finish, staff);
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
    std::this_thread::sleep_for(std::chrono::seconds(2));
    isOver = true;
    readers.join();

    std::vector<double> times_ms;
    for (const auto& [episode, when] : seen) {
        if (const auto at = called.find(episode); at != called.end())
            times_ms.push_back(
                std::max(0.0, std::chrono::duration<double, std::milli>(when - at->second).count()));
    }
    std::ranges::sort(times_ms);
    const auto quantile = [&](double part) {
        return times_ms.empty()
                   ? 0.0
                   : times_ms[static_cast<std::size_t>(part * static_cast<double>(times_ms.size() - 1))];
    };
    return {live, times_ms.size(), quantile(0.5), quantile(0.99)};
}

Return comeBack(LoadSite& site)
{
    site.stop();
    site.start();
    const auto begin = SteadyClock::now();
    const SystemClock clock;
    HttpClient http(site.address(), clock);
    std::size_t back = 0;
    std::size_t lost = 0;
    std::vector<std::unique_ptr<EventStream>> streams;
    for (const LoadDevice& device : site.others()) {
        HttpClient::Request snapshot;
        snapshot.path = "/v1/sites/contoh/snapshot";
        snapshot.token = device.token;
        snapshot.within = std::chrono::seconds(60);
        http.send(std::move(snapshot), [&](const Result<HttpClient::Response>& got) {
            if (!got || got->status != 200) {
                ++lost;
                return;
            }
            const json position = json::parse(got->body)["position"];
            streams.push_back(std::make_unique<EventStream>(
                [&](const EventStream::Frame& frame) { back += frame.event == "connection" ? 1 : 0; }));
            HttpClient::Stream stream;
            stream.path = "/v1/sites/contoh/log?after=" + std::to_string(position["epoch"].get<unsigned>()) +
                          '.' + std::to_string(position["n"].get<unsigned long>());
            stream.token = device.token;
            stream.piece = [frames = streams.back().get()](std::string_view piece) {
                return frames->take(piece);
            };
            stream.ended = [&](const auto&) { ++lost; };
            http.open(std::move(stream));
        });
    }
    while (back + lost < site.others().size() && SteadyClock::now() - begin < std::chrono::seconds(120))
        http.work(std::chrono::milliseconds(50));
    return {back, SteadyClock::now() - begin};
}

} // namespace anjungan::load
