// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/remote_queue.h"

#include "core/json_depth.h"
#include "sync/problem.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

using nlohmann::json;

constexpr std::chrono::milliseconds tickEvery{100};
constexpr std::chrono::milliseconds tryAgainAfter{200};
/// So long a reply waits for its events to come through the log.
constexpr std::chrono::milliseconds eventsWithin{2'000};
constexpr std::size_t questionsMax = 16;

/// Whether nobody knows what became of the request, or it was not done and may be later.
bool mayTryAgain(const Error& error)
{
    return error.code == "unreachable" || error.code == "no-answer" || error.code == "no-answer-yet" ||
           error.code == "starting" || error.code == "not-owner" || error.code == "too-many-connections" ||
           error.code == "closed";
}

Result<Receipt> receiptOf(const HttpClient::Response& response)
{
    const json from = parseJson(response.body);
    if (!from.is_object() || !from.contains("events") || !from["events"].is_array())
        return failTemporarily("no-answer", "no receipt");
    Receipt receipt;
    for (const json& text : from["events"]) {
        auto event = eventFromJson(text);
        if (!event || !event->position)
            return failTemporarily("no-answer", "no receipt");
        receipt.events.push_back(*std::move(event));
    }
    return receipt;
}

} // namespace

RemoteQueue::RemoteQueue(Settings settings, SyncedClock& clock, Random& random, const Verifier& verifier)
    : m_settings(std::move(settings))
    , m_clock(clock)
    , m_random(random)
    , m_verifier(verifier)
    , m_http(m_settings.server, clock)
    , m_thread([this] { run(); })
{}

RemoteQueue::~RemoteQueue()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_http.wake();
    m_thread.join();
    answerTheRest();
}

void RemoteQueue::answerTheRest()
{
    for (const Answered& answered : m_answered)
        answered.reply(answered.receipt);
    if (m_current)
        m_current->reply(failTemporarily("closed"));
    for (const Pending& pending : m_pending)
        pending.reply(failTemporarily("closed"));
    for (const auto& [id, reply] : m_asked)
        reply(failTemporarily("closed"));
    for (const Question& question : m_questions)
        question.reply(failTemporarily("closed"));
}

void RemoteQueue::signIn(const StaffId& staff, const std::string& pin,
                         const std::optional<std::string>& newPin, StaffPort::Reply reply)
{
    json body = {{"staff", staff.text()}, {"pin", pin}};
    if (newPin)
        body["newPin"] = *newPin;
    ask({"sign-in", body.dump(-1, ' ', false, json::error_handler_t::replace), std::move(reply)});
}

void RemoteQueue::signOut(const StaffId& staff)
{
    ask({"sign-out", json{{"staff", staff.text()}}.dump(), [](const Result<void>&) {}});
}

void RemoteQueue::ask(Question question)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_questions.size() < questionsMax) {
            m_questions.push_back(std::move(question));
            m_http.wake();
            return;
        }
    }
    question.reply(failTemporarily("too-busy"));
}

void RemoteQueue::sendQuestions(std::vector<Question> questions)
{
    for (Question& question : questions) {
        HttpClient::Request request;
        request.isPost = true;
        request.path = "/v1/sites/" + m_settings.site.text() + '/' + question.path;
        request.body = std::move(question.body);
        request.token = m_settings.token;
        request.within = m_settings.commandWithin;
        const std::uint64_t id = ++m_lastAsked;
        m_asked[id] = std::move(question.reply);
        m_http.send(std::move(request), [this, id](const Result<HttpClient::Response>& response) {
            const auto asked = m_asked.extract(id);
            asked.mapped()(successOf(response).map([](const HttpClient::Response&) {}));
        });
    }
}

void RemoteQueue::submit(Command command, QueuePort::Reply reply)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping && m_pending.size() < pendingMax) {
            m_pending.push_back(
                {std::move(command), std::move(reply), m_clock.steady() + m_settings.commandWithin});
            m_http.wake();
            return;
        }
    }
    reply(failTemporarily("too-busy"));
}

QueuePort::Subscription RemoteQueue::follow(Position after, Observer observer)
{
    Subscription subscription = 0;
    {
        const std::lock_guard lock(m_followersMutex);
        subscription = ++m_lastSubscription;
        m_followers[subscription] = {std::move(observer), after};
    }
    const std::lock_guard lock(m_mutex);
    m_followersAdded = true;
    m_http.wake();
    return subscription;
}

void RemoteQueue::unfollow(Subscription subscription)
{
    const std::lock_guard lock(m_followersMutex);
    m_followers.erase(subscription);
}

void RemoteQueue::run()
{
    while (true) {
        bool followersAdded = false;
        std::vector<Question> questions;
        {
            const std::lock_guard lock(m_mutex);
            if (m_stopping)
                return;
            followersAdded = std::exchange(m_followersAdded, false);
            questions = std::exchange(m_questions, {});
            if (!m_current && !m_pending.empty()) {
                m_current = std::move(m_pending.front());
                m_pending.pop_front();
            }
        }
        if (followersAdded) {
            publish();
            tellNewFollowers();
        }
        sendQuestions(std::move(questions));
        sendNext();
        tendLog();
        m_http.work(tickEvery);
        replyToAnswered();
    }
}

// Commands

void RemoteQueue::sendNext()
{
    const Time now = m_clock.steady();
    if (!m_current || m_isSending || now < m_sendAt)
        return;
    m_isSending = true;
    HttpClient::Request request;
    request.isPost = true;
    request.path = "/v1/sites/" + m_settings.site.text() + "/commands";
    request.body = toJson(m_current->command).dump();
    request.token = m_settings.token;
    request.within = std::clamp(m_current->until - now, Time(1), m_settings.sendWithin);
    m_http.send(std::move(request), [this](const Result<HttpClient::Response>& response) { sent(response); });
}

void RemoteQueue::sent(const Result<HttpClient::Response>& response)
{
    m_isSending = false;
    const auto result = successOf(response).and_then(&receiptOf);
    const Time now = m_clock.steady();
    if (!result && result.error().code == "not-owner")
        m_http.useNextAddress();
    if (!result && mayTryAgain(result.error()) && now + tryAgainAfter < m_current->until) {
        m_sendAt = now + tryAgainAfter;
        return;
    }
    answer(result);
}

void RemoteQueue::answer(Result<Receipt> result)
{
    Pending answered = std::move(*m_current);
    m_current.reset();
    m_sendAt = {};
    if (result) {
        // The server is there: its log need not wait any longer, if it did.
        m_logAt = {};
        m_answered.push_back(
            {std::move(answered.reply), *std::move(result), m_clock.steady() + eventsWithin});
    } else {
        answered.reply(result);
    }
}

void RemoteQueue::replyToAnswered()
{
    while (!m_answered.empty()) {
        const Answered& first = m_answered.front();
        // What is read of a log is told once it is read to its end.
        const bool isTold =
            first.receipt.events.empty() ||
            (m_log == Log::Live && first.receipt.events.back().position->n <= m_site.head().n);
        if (!isTold && !m_isFaulty && m_clock.steady() < first.until)
            return;
        const Answered answered = std::move(m_answered.front());
        m_answered.pop_front();
        answered.reply(answered.receipt);
    }
}

} // namespace anjungan
