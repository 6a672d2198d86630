// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/first_call.h"

#include "app/event_wait.h"
#include "app/house/site_process.h"
#include "app/station.h"
#include "display/hall_voice.h"
#include "face/site_follower.h"
#include "storage/system_clock.h"

#include <atomic>
#include <mutex>

namespace anjungan {

namespace {

constexpr std::chrono::seconds siteWithin{20};
constexpr std::chrono::seconds paperWithin{40};
constexpr std::chrono::seconds speechWithin{60};
constexpr const char* person = "pelatih";
constexpr const char* ownPin = "271828";

/// One machine of the training site, and its copy of the state.
struct Part
{
    std::unique_ptr<Station> station;
    std::unique_ptr<SiteFollower> follower;
};

/// What became of a slip, told on the printing thread.
struct SlipWatch
{
    std::mutex mutex;
    SlipState state = SlipState::Reserved;
    std::string problem;
};

class Visit
{
public:
    Visit(const Config& config, std::filesystem::path folder)
        : m_config(config)
        , m_folder(std::move(folder))
        , m_server({.folder = m_folder, .isTraining = true})
    {}

    Result<FirstCall> play(const std::filesystem::path& catalogue)
    {
        return open(catalogue)
            .and_then([this] { return issue(); })
            .and_then([this] { return print(); })
            .and_then([this] { return signIn(); })
            .and_then([this] { return call(); })
            .and_then([this] { return serve(); })
            .map([this] { return m_seen; });
    }

private:
    Result<void> open(const std::filesystem::path& catalogue)
    {
        if (auto made = makeFolder(m_folder / "log"); !made)
            return made;
        return m_server.make(catalogue)
            .and_then([this] { return m_server.addStaff(person, "Pelatih"); })
            .and_then([this](const std::string& pin) {
                m_pin = pin;
                return m_server.start();
            })
            .and_then([this] { return open(m_kiosk, "kios-coba", "kiosk", 1); })
            .and_then([this] { return open(m_counter, "meja-coba", "counter", 0); })
            .and_then([this] { return open(m_display, "papan-coba", "display", 0); });
    }

    Result<void> open(Part& part, const std::string& name, const std::string& role, int series)
    {
        const Places places{m_folder / name, m_folder / "slips", m_config.voice.folder};
        Config config = m_config;
        config.server.url = m_server.url();
        config.server.authority = m_server.authority();
        config.device.name = *DeviceId::parse(name);
        config.data = {};
        config.voice.enabled = m_config.voice.enabled && role == "display";
        m_seen.slips = places.slips;
        return m_server.enrolCode(name, role, series)
            .and_then(
                [&](const std::string& code) { return Station::enrol(config, places, code, false, m_clock); })
            .and_then([&](const Enrolled&) { return Station::open(config, places, m_clock); })
            .and_then([&](std::unique_ptr<Station> station) -> Result<void> {
                part.station = std::move(station);
                part.follower =
                    std::make_unique<SiteFollower>(part.station->queue(), part.station->clock(),
                                                   part.station->random(), part.station->device());
                const Site& site = part.follower->site();
                if (!waitUntil([&] { return site.catalogue() && !site.staff().empty(); }, siteWithin))
                    return failTemporarily("unreachable", name + ": the site's state does not come");
                return {};
            });
    }

    [[nodiscard]] const Site& site() const { return m_counter.follower->site(); }

    static Result<void> submit(const Part& part, CommandBody body, std::optional<StaffId> staff = {})
    {
        std::optional<Result<Receipt>> answer;
        part.follower->submit(std::move(body), std::move(staff), part.follower.get(),
                              [&answer](const Result<Receipt>& reply) { answer = reply; });
        if (!waitUntil([&] { return answer.has_value(); }, siteWithin))
            return failTemporarily("no-answer");
        return answer->map([](const Receipt&) {});
    }

    /// The first service that the first counter serves.
    Result<void> issue()
    {
        const Catalogue& catalogue = *m_kiosk.follower->site().catalogue();
        m_at = catalogue.counters.front().id;
        m_seen.counterLabel = catalogue.counters.front().label;
        IssueTicket wanted;
        wanted.ticket = m_ticket = m_kiosk.follower->makeId<TicketId>();
        for (const Service& service : catalogue.services) {
            const auto& queues = catalogue.counters.front().queues;
            if (std::find(queues.begin(), queues.end(), service.queue) != queues.end()) {
                wanted.services = {service.id};
                break;
            }
        }
        m_kiosk.station->slips().follow(
            [watch = m_slip, ticket = m_ticket](const SlipNews& news) {
                const std::lock_guard lock(watch->mutex);
                if (news.ticket == ticket) {
                    watch->state = news.state;
                    watch->problem = news.problem;
                }
            },
            [](PrinterCondition) {});
        return submit(m_kiosk, wanted).map([this] {
            m_seen.number = m_kiosk.follower->site().find(m_ticket)->number;
        });
    }

    Result<void> print()
    {
        const auto state = [this] {
            const std::lock_guard lock(m_slip->mutex);
            m_seen.slipProblem = m_slip->problem;
            return m_slip->state;
        };
        m_seen.isPrinted = waitUntil(
            [&] {
                const SlipState now = state();
                return now == SlipState::Printed ||
                       (now == SlipState::HandedOver && m_seen.slipProblem.empty());
            },
            paperWithin);
        if (!m_seen.isPrinted && m_seen.slipProblem.empty())
            m_seen.slipProblem = "print-silent";
        return {};
    }

    /// With the PIN for once, and with one of her own.
    Result<void> signIn()
    {
        const StaffId staff = *StaffId::parse(person);
        const auto answer = std::make_shared<std::atomic<int>>(0);
        m_counter.station->staff()->signIn(staff, m_pin, ownPin,
                                           [answer](const Result<void>& reply) { *answer = reply ? 1 : -1; });
        if (!waitUntil([&] { return *answer != 0; }, siteWithin) || *answer < 0)
            return failTemporarily("staff-not-signed-in", person);
        return submit(m_counter, ChangeCounter{m_at, CounterPresence::Open, staff}, staff);
    }

    Result<void> call()
    {
        VoicePort* port = m_display.station->voice();
        HallVoice voice(port, std::nullopt);
        SiteFollower& follower = *m_display.follower;
        QObject::connect(&follower, &SiteFollower::happened, &voice,
                         [&](const Event& event) { voice.take(event, follower.site()); });
        QObject::connect(&follower, &SiteFollower::changed, &voice, [&] { voice.flush(follower.site()); });
        bool began = false;
        QObject::connect(&voice, &HallVoice::newsChanged, &voice,
                         [&] { began = began || voice.news().waiting > 0; });
        if (auto called = submit(m_counter, CallNext{m_at}, StaffId::parse(person)); !called)
            return called;
        if (!port) {
            m_seen.voiceProblem = "voice-off";
            return {};
        }
        const bool ended = waitUntil([&] { return began && voice.news().waiting == 0; }, speechWithin);
        if (const auto& why = voice.news().problem)
            m_seen.voiceProblem = why->code;
        m_seen.isSpoken = ended && m_seen.voiceProblem.empty();
        return {};
    }

    Result<void> serve()
    {
        const LegId leg{m_ticket, 0};
        const auto act = [&] {
            const Leg* open = site().find(leg);
            return LegAct{leg, open && open->open ? std::optional(open->open->id) : std::nullopt};
        };
        const auto staff = StaffId::parse(person);
        return submit(m_counter, StartService{act()}, staff).and_then([&] {
            return submit(m_counter, FinishLeg{act()}, staff);
        });
    }

    const Config m_config;
    const std::filesystem::path m_folder;
    SystemClock m_clock;
    SiteProcess m_server;
    std::string m_pin;
    Part m_kiosk;
    Part m_counter;
    Part m_display;
    TicketId m_ticket;
    CounterId m_at;
    std::shared_ptr<SlipWatch> m_slip = std::make_shared<SlipWatch>();
    FirstCall m_seen;
};

} // namespace

Result<FirstCall> tryFirstCall(const std::filesystem::path& catalogue, const Config& config,
                               const std::filesystem::path& folder)
{
    return Visit(config, folder).play(catalogue);
}

} // namespace anjungan
