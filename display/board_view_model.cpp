// SPDX-License-Identifier: GPL-3.0-or-later
#include "display/board_view_model.h"

#include "display/board_words.h"
#include "face/contact.h"

#include <algorithm>
#include <utility>

namespace anjungan {

namespace {

/// Long enough to find one's number among a page of rows.
constexpr std::chrono::seconds pageShown{6};

QString longer(const QString& a, const QString& b)
{
    return b.size() > a.size() ? b : a;
}

} // namespace

BoardViewModel::BoardViewModel(SiteFollower& follower, FaceClock& clock, FaceLanguage& language,
                               VoicePort* voice, BoardOptions options, QObject* parent)
    : QObject(parent)
    , m_follower(follower)
    , m_clock(clock)
    , m_language(language)
    , m_options(std::move(options))
    , m_voice(voice, m_options.zone)
    , m_words(language.current())
{
    m_pageTimer.setInterval(pageShown);
    connect(&m_pageTimer, &QTimer::timeout, this, &BoardViewModel::turnPage);
    connect(&m_follower, &SiteFollower::happened, this, &BoardViewModel::take);
    connect(&m_follower, &SiteFollower::changed, this, &BoardViewModel::settle);
    connect(&m_follower, &SiteFollower::broken, this, [this] {
        m_broken = true;
        refresh();
    });
    connect(&m_follower, &SiteFollower::connectionChanged, this, [this] {
        emit connectionChanged();
        emit changed();
    });
    connect(&m_voice, &HallVoice::newsChanged, this, [this] {
        showCalls();
        emit voiceChanged();
    });
    connect(&m_clock, &FaceClock::minuteTurned, this, &BoardViewModel::refresh);
    connect(&m_language, &FaceLanguage::changed, this, &BoardViewModel::renewWords);
    refresh();
}

void BoardViewModel::take(const Event& event)
{
    m_voice.take(event, m_follower.site());
    const auto renew = [&](const EpisodeId& episode) {
        m_attentions[episode] = {event.act.time, event.position ? event.position->n : 0};
        m_toFlash = episode;
    };
    if (const auto* called = std::get_if<LegCalled>(&event.body))
        renew(called->episode);
    else if (const auto* repeated = std::get_if<CallRepeated>(&event.body))
        renew(repeated->episode);
    else if (const auto* takenOver = std::get_if<LegTakenOver>(&event.body)) {
        const Leg* leg = m_follower.site().find(takenOver->leg);
        if (leg != nullptr && leg->state == LegState::Called)
            renew(takenOver->opened);
    }
}

void BoardViewModel::settle()
{
    const auto toFlash = std::exchange(m_toFlash, std::nullopt);
    if (toFlash)
        m_page = 0;
    refresh();
    m_voice.flush(m_follower.site());
    const HallCall* newest = newestCall();
    if (toFlash && newest != nullptr && newest->episode == *toFlash && !newest->serving)
        emit newestCalled();
}

void BoardViewModel::refresh()
{
    const bool known = m_follower.site().catalogue() != nullptr && !m_broken;
    if (known && today() != m_day) {
        m_day = today();
        m_attentions.clear();
    }
    m_calls = known ? hallCalls(m_follower.site(), m_options.zone, m_day, m_attentions) : HallCalls{};
    m_rowsWanted = std::max(countersAtWork(m_follower.site(), m_options.zone),
                            static_cast<int>(m_calls.called.size() + m_calls.serving.size())) -
                   1;
    m_rowsWanted = std::max(0, m_rowsWanted);
    m_missed.clear();
    for (const Number& number : m_calls.missed)
        m_missed << QString::fromStdString(number.text());
    measure();
    m_state = stateNow();
    emit hallChanged();
    showCalls();
}

void BoardViewModel::measure()
{
    m_longestNumber.clear();
    m_longestCounter.clear();
    for (const auto* calls : {&m_calls.called, &m_calls.serving}) {
        for (const HallCall& call : *calls)
            m_longestNumber = longer(m_longestNumber, QString::fromStdString(call.number.text()));
    }
    if (!m_follower.site().catalogue())
        return;
    for (const Counter& counter : m_follower.site().catalogue()->counters) {
        if (!m_options.zone || counter.zone == *m_options.zone)
            m_longestCounter = longer(m_longestCounter, QString::fromStdString(counter.label));
    }
}

void BoardViewModel::showCalls()
{
    m_page = std::clamp(m_page, 0, pages() - 1);
    const HallCall* newest = newestCall();
    m_newest = newest != nullptr ? viewOf(*newest) : BoardCall{};

    std::vector<BoardCall> active;
    const std::vector<HallCall> shown = rows();
    for (const HallCall& call : shown)
        active.push_back(viewOf(call));

    const auto isShown = [&](const HallCall& call) {
        return (newest != nullptr && newest->episode == call.episode) ||
               std::any_of(shown.begin(), shown.end(),
                           [&](const HallCall& row) { return row.episode == call.episode; });
    };
    std::vector<HallCall> earlier = m_calls.serving;
    earlier.insert(earlier.end(), m_calls.ended.begin(), m_calls.ended.end());
    std::erase_if(earlier, isShown);
    std::stable_sort(earlier.begin(), earlier.end(),
                     [](const HallCall& a, const HallCall& b) { return a.called > b.called; });
    earlier.resize(std::min(earlier.size(), static_cast<std::size_t>(std::max(0, m_options.recentMax))));
    std::vector<BoardCall> recent;
    for (const HallCall& call : earlier)
        recent.push_back(viewOf(call));

    m_active.show(std::move(active));
    m_recent.show(std::move(recent));
    if (pages() > 1 && !m_pageTimer.isActive())
        m_pageTimer.start();
    else if (pages() <= 1)
        m_pageTimer.stop();
    emit changed();
}

void BoardViewModel::renewWords()
{
    m_words = Words(m_language.current());
    refresh();
    emit connectionChanged();
    emit voiceChanged();
}

void BoardViewModel::turnPage()
{
    m_page = (m_page + 1) % pages();
    showCalls();
}

void BoardViewModel::setCapacity(int capacity)
{
    capacity = std::max(1, capacity);
    if (capacity == m_capacity)
        return;
    m_capacity = capacity;
    emit capacityChanged();
    showCalls();
}

int BoardViewModel::calledOthers() const
{
    return std::max(0, static_cast<int>(m_calls.called.size()) - 1);
}

int BoardViewModel::pages() const
{
    return std::max(1, (calledOthers() + m_capacity - 1) / m_capacity);
}

const HallCall* BoardViewModel::newestCall() const
{
    if (!m_calls.called.empty())
        return &m_calls.called.front();
    return m_calls.serving.empty() ? nullptr : &m_calls.serving.front();
}

std::vector<HallCall> BoardViewModel::rows() const
{
    const auto capacity = static_cast<std::ptrdiff_t>(m_capacity);
    const std::ptrdiff_t others = calledOthers();
    std::vector<HallCall> rows;
    if (others > 0) {
        // The last page is full too: a row more is better than a hole.
        const std::ptrdiff_t first =
            std::min(m_page * capacity, std::max<std::ptrdiff_t>(0, others - capacity));
        const auto begin = m_calls.called.begin() + 1 + first;
        rows.assign(begin, begin + std::min(capacity, others - first));
    }
    const HallCall* newest = newestCall();
    for (const HallCall& call : m_calls.serving) {
        if (static_cast<std::ptrdiff_t>(rows.size()) >= capacity)
            break;
        if (&call != newest)
            rows.push_back(call);
    }
    return rows;
}

BoardCall BoardViewModel::viewOf(const HallCall& call) const
{
    BoardCall view;
    view.number = QString::fromStdString(call.number.text());
    view.serving = call.serving;
    const Catalogue& catalogue = *m_follower.site().catalogue();
    const Counter* counter = catalogue.find(call.counter);
    if (counter == nullptr)
        return view;
    view.counter = QString::fromStdString(counter->label);
    // An arrow is drawn as seen from the zone's own board.
    if (m_options.zone)
        view.direction = BoardWords::directionIcon(counter->direction);
    if (const Zone* zone = catalogue.find(counter->zone))
        view.floor = BoardWords::floor(zone->floor);
    const auto& speaking = m_voice.news().speaking;
    view.speaking = speaking && speaking->number == call.number && speaking->counterLabel == counter->label;
    return view;
}

BoardViewModel::State BoardViewModel::stateNow() const
{
    if (m_broken)
        return State::Broken;
    if (!m_follower.site().catalogue())
        return State::CatchingUp;
    if (m_calls.anyOpen())
        return State::Calls;
    if (!opening().isOpen())
        return State::Closed;
    return m_calls.none() ? State::Welcome : State::Idle;
}

Opening BoardViewModel::opening() const
{
    const auto& catalogue = m_follower.site().catalogue();
    return catalogue ? openingOf(*catalogue, m_follower.now()) : Opening{};
}

Day BoardViewModel::today() const
{
    const auto& catalogue = m_follower.site().catalogue();
    return dayOf(m_follower.now(), catalogue ? catalogue->timeZone : TimeZone::Wib);
}

QString BoardViewModel::site() const
{
    const auto& catalogue = m_follower.site().catalogue();
    if (!catalogue)
        return {};
    return (m_words.text(catalogue->siteName) + QLatin1Char(' ') + m_words.text(catalogue->siteRegion))
        .trimmed();
}

QString BoardViewModel::siteMark() const
{
    return m_words.siteMark(m_follower.site().catalogue().get());
}

QString BoardViewModel::place() const
{
    const auto& catalogue = m_follower.site().catalogue();
    const Zone* zone = catalogue && m_options.zone ? catalogue->find(*m_options.zone) : nullptr;
    return zone != nullptr ? m_words.text(zone->name) : QString();
}

QString BoardViewModel::helpPlace() const
{
    const auto& catalogue = m_follower.site().catalogue();
    return catalogue ? m_words.text(catalogue->helpPlace) : QString();
}

QStringList BoardViewModel::notices() const
{
    QStringList notices;
    if (const auto& catalogue = m_follower.site().catalogue()) {
        for (const Text& notice : catalogue->notices)
            notices << m_words.text(notice);
    }
    return notices;
}

QString BoardViewModel::time() const
{
    const auto& catalogue = m_follower.site().catalogue();
    return m_words.time(toLocal(m_follower.now(), catalogue ? catalogue->timeZone : TimeZone::Wib));
}

QString BoardViewModel::weekday() const
{
    return m_words.weekday(today());
}

QString BoardViewModel::date() const
{
    return m_words.calendarDate(today());
}

bool BoardViewModel::isUnreached() const
{
    return messageState() == State::CatchingUp && m_follower.lostSince().has_value();
}

BoardViewModel::State BoardViewModel::messageState() const
{
    const bool isTurnedAway = contactOf(m_follower.connection()) == Contact::Refused;
    return m_state == State::CatchingUp && isTurnedAway ? State::Broken : m_state;
}

QString BoardViewModel::messageIcon() const
{
    return isUnreached() ? QStringLiteral("offline") : BoardWords::icon(messageState(), opening());
}

QString BoardViewModel::messageTitle() const
{
    return isUnreached() ? BoardWords::unreachedTitle() : BoardWords::title(messageState(), opening());
}

QString BoardViewModel::messageText() const
{
    if (isUnreached())
        return BoardWords::unreachedText();
    if (m_state != State::Closed)
        return BoardWords::text(messageState());
    // A holiday has a name; of the other reasons the title says enough.
    const TimeZone zone = m_follower.site().catalogue()->timeZone;
    return opening().reason == ClosedReason::Holiday ? m_words.closedLine(opening(), m_follower.now(), zone)
                                                     : m_words.opensLine(opening(), m_follower.now(), zone);
}

QString BoardViewModel::hoursLine() const
{
    const auto& catalogue = m_follower.site().catalogue();
    if (!catalogue || m_broken || catalogue->closureOn(today()) != nullptr ||
        opening().reason == ClosedReason::AfterHours)
        return {};
    QStringList periods;
    for (const Period& period : periodsOn(*catalogue, today()))
        periods << m_words.time(period.opens) + QStringLiteral("–") + m_words.time(period.closes);
    return periods.isEmpty() ? QString()
                             : periods.join(QStringLiteral(" · ")) + m_words.seasonNote(opening());
}

QString BoardViewModel::missedLine() const
{
    return BoardWords::missed(m_missed);
}

QString BoardViewModel::problem() const
{
    const Contact contact = contactOf(m_follower.connection());
    if (contact == Contact::Faulty || contact == Contact::Refused)
        return BoardWords::fault();
    const auto& lost = m_follower.lostSince();
    if (!lost)
        return {};
    const auto& catalogue = m_follower.site().catalogue();
    return BoardWords::cutOff(m_words.time(toLocal(*lost, catalogue ? catalogue->timeZone : TimeZone::Wib)));
}

QString BoardViewModel::voiceProblem() const
{
    return m_voice.news().problem ? BoardWords::noSound() : QString();
}

} // namespace anjungan
