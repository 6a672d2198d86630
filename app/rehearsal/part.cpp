// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/part.h"

#include "app/event_wait.h"
#include "app/rehearsal/kiosk_hand.h"
#include "app/rehearsal/staff_hand.h"
#include "app/rehearsal/stage.h"

#include <algorithm>
#include <atomic>
#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

using nlohmann::ordered_json;

constexpr auto patience = std::chrono::seconds(30);
constexpr auto lookEvery = std::chrono::milliseconds(100);
/// A little more than the counter's guard against a service that ends by mistake.
constexpr auto beyondGuard = std::chrono::milliseconds(200);

/// How often a face lost its server, for the summary.
class ContactCount
{
public:
    explicit ContactCount(SiteFollower& follower)
    {
        QObject::connect(&follower, &SiteFollower::connectionChanged, &follower, [this, &follower] {
            const bool connected = follower.connection().connected;
            m_losses += m_connected && !connected ? 1 : 0;
            m_connected = connected;
        });
    }
    [[nodiscard]] int losses() const { return m_losses; }

private:
    bool m_connected = false;
    int m_losses = 0;
};

ExitCode fail(const Error& error)
{
    spdlog::error("{}: {}", error.code, error.context);
    return ExitCode::CheckFailed;
}

template <typename Face>
bool isReady(Face& face, const std::filesystem::path& screens)
{
    std::error_code error;
    std::filesystem::create_directories(screens, error);
    const SiteFollower& follower = face.follower;
    return !error && waitUntil([&] { return follower.site().catalogue() != nullptr; }, patience);
}

ExitCode tell(const Stage& stage, const Machine& machine, const ContactCount& contact, bool played,
              ordered_json facts)
{
    facts["lost_contact"] = contact.losses();
    if (const auto told = stage.tellFacts(machine.device().text(), facts); !told)
        return fail(told.error());
    return played ? ExitCode::Done : ExitCode::CheckFailed;
}

/// Visitors go to the kiosks in turn.
bool goesTo(const DeviceId& kiosk, const Visitor& visitor, const Stage::Plan& plan)
{
    return plan.kiosks[static_cast<std::size_t>(visitor.index) % plan.kiosks.size()] == kiosk;
}

/// Of counters that serve the same queue the first of the plan tends its lists.
std::set<QueueId> queuesTendedAt(const CounterId& counter, const Stage::Plan& plan,
                                 const Catalogue& catalogue)
{
    const auto& own = catalogue.find(counter)->queues;
    std::set<QueueId> queues(own.begin(), own.end());
    for (const Stage::Plan::Desk& desk : plan.desks) {
        if (desk.counter == counter)
            break;
        for (const QueueId& queue : catalogue.find(desk.counter)->queues)
            queues.erase(queue);
    }
    return queues;
}

} // namespace

ExitCode playPart(KioskFace& face, Machine& machine, const Config&, const std::filesystem::path& folder)
{
    const Stage stage(folder);
    const ContactCount contact(face.follower);
    const auto screens = stage.screens(machine.device().text());
    SlipTimes slipTimes(machine.slips(), machine.clock());
    const auto plan = stage.plan();
    auto visitors = stage.visitors();
    if (!plan || plan->kiosks.empty() || !visitors)
        return fail({"rehearsal-unreadable", Severity::Fatal, folder.string()});
    if (!isReady(face, screens))
        return fail({"unreachable", Severity::TryAgain, "the site's state does not come"});
    KioskHand hand(face, slipTimes, screens);
    bool played = true;
    int issued = 0;
    for (Visitor& visitor : *visitors) {
        if (!goesTo(machine.device(), visitor, *plan))
            continue;
        const bool good = hand.takeNumber(visitor);
        if (!good) {
            spdlog::error("visitor {}: {}", visitor.index, hand.trouble().toStdString());
            face.viewModel.finish();
        }
        played = good && played;
        issued += visitor.ticket ? 1 : 0;
        if (const auto written = stage.write(visitor); !written)
            return fail(written.error());
    }
    return tell(stage, machine, contact, played,
                {{"face", "kiosk"}, {"issued", issued}, {"slips_ms", slipTimes.times_ms()}});
}

ExitCode playPart(CounterFace& face, Machine& machine, const Config& config,
                  const std::filesystem::path& folder)
{
    const Stage stage(folder);
    const ContactCount contact(face.follower);
    const auto screens = stage.screens(machine.device().text());
    const auto plan = stage.plan();
    if (!plan)
        return fail(plan.error());
    const auto desk = std::find_if(plan->desks.begin(), plan->desks.end(),
                                   [&](const auto& each) { return each.counter == config.counter.name; });
    auto visitors = stage.visitors();
    if (!visitors || desk == plan->desks.end())
        return fail({"rehearsal-unreadable", Severity::Fatal, "no plan for this counter"});
    if (!isReady(face, screens))
        return fail({"unreachable", Severity::TryAgain, "the site's state does not come"});
    Duties duties{queuesTendedAt(desk->counter, *plan, *face.follower.site().catalogue()),
                  [guard = config.counter.finishGuard] { waitFor(guard + beyondGuard); }, true};
    StaffHand hand(face, desk->counter, desk->staff, std::move(duties), screens);
    if (!hand.signIn(desk->pin))
        return fail({"counter-closed", Severity::ThisItem, "nobody can sign in"});
    int acts = 0;
    while (!stage.isDayOver()) {
        stage.renew(*visitors);
        if (hand.doNext(*visitors, plan->services))
            ++acts;
        else
            waitFor(lookEvery);
    }
    return tell(stage, machine, contact, true,
                {{"face", "counter"}, {"counter", desk->counter.text()}, {"acts", acts}});
}

ExitCode playPart(DisplayFace& face, Machine& machine, const Config&, const std::filesystem::path& folder)
{
    const Stage stage(folder);
    const ContactCount contact(face.follower);
    const auto screens = stage.screens(machine.device().text());
    const auto unspoken = std::make_shared<std::atomic<int>>(0);
    if (machine.voice())
        machine.voice()->follow([unspoken](const VoicePort::News& news) { *unspoken = news.waiting; });
    if (!isReady(face, screens))
        return fail({"unreachable", Severity::TryAgain, "the site's state does not come"});
    TouchDriver eye(*face.window.window(), QStringLiteral("display"), screens);
    eye.picture(QStringLiteral("nobody-called"));
    int calls = 0;
    QObject::connect(&face.follower, &SiteFollower::happened, &face.follower, [&calls](const Event& event) {
        calls += std::holds_alternative<LegCalled>(event.body) ? 1 : 0;
    });
    while (!stage.isDayOver()) {
        waitFor(lookEvery);
        if (face.viewModel.state() == BoardViewModel::State::Calls)
            eye.picture(face.viewModel.calledOthers() == 0 ? QStringLiteral("one-call")
                                                           : QStringLiteral("several-calls"));
    }
    eye.picture(QStringLiteral("after-the-calls"));
    const bool said = waitUntil([&] { return *unspoken == 0; }, patience);
    return tell(stage, machine, contact, said,
                {{"face", "display"}, {"calls", calls}, {"speaks", machine.voice() != nullptr}});
}

} // namespace anjungan
