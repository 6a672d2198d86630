// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "core/ports/queue_port.h"
#include "core/ports/random.h"
#include "core/ports/staff_port.h"
#include "sync/event_stream.h"
#include "sync/http_client.h"
#include "sync/site_time.h"

#include <deque>
#include <mutex>
#include <thread>

namespace anjungan {

/// A site's queue whose authority is a server elsewhere. One thread sends commands, in their order and one at
/// a time, follows the log and keeps a replica from which followers begin.
///
/// A command keeps its id through every try, so it happens once however often its answer was lost. Its reply
/// comes after its events were told, as long as the log comes through.
class RemoteQueue final : public QueuePort, public StaffPort
{
public:
    struct Settings
    {
        ServerAddress server;
        SiteId site;
        DeviceId device;
        std::string token;
        PublicKey siteKey{};
        /// Told of each event after it was taken into the state, on the queue's thread, before anybody else.
        std::function<void(const Site&, const Event&)> applied{};
        std::chrono::milliseconds sendWithin{2'000};    ///< one try
        std::chrono::milliseconds commandWithin{6'000}; ///< all tries; then its reply is the last error
        std::chrono::milliseconds backoffMin{250};
        std::chrono::milliseconds backoffMax{10'000};
    };
    static constexpr std::size_t pendingMax = 1'000;

    /// `clock`, `random` and `verifier` must live longer.
    RemoteQueue(Settings settings, SyncedClock& clock, Random& random, const Verifier& verifier);
    /// What was not answered is answered with `closed`; it may have happened.
    ~RemoteQueue() override;
    RemoteQueue(const RemoteQueue&) = delete;
    RemoteQueue& operator=(const RemoteQueue&) = delete;

    /// Beyond the authority's errors: `unreachable`, `no-answer`, `certificate-refused`, `token-unknown`.
    void submit(Command command, QueuePort::Reply reply) override;
    [[nodiscard]] Subscription follow(Position after, Observer observer) override;
    void unfollow(Subscription subscription) override;

    void signIn(const StaffId& staff, const std::string& pin, const std::optional<std::string>& newPin,
                StaffPort::Reply reply) override;
    void signOut(const StaffId& staff) override;

private:
    using Time = std::chrono::milliseconds; ///< of the steady clock
    struct Pending
    {
        Command command;
        QueuePort::Reply reply;
        Time until{};
    };
    struct Follower
    {
        Observer observer;
        Position seen;
        bool caughtUp = false;
        bool beginsAnew = false; ///< what it saw may be of another log than the state that was taken
        bool knowsConnection = false;
    };
    /// A command that was answered while its events have not come yet.
    struct Answered
    {
        QueuePort::Reply reply;
        Receipt receipt;
        Time until{};
    };

    /// What is asked beside the queue: sent once, as soon as may be.
    struct Question
    {
        std::string path;
        std::string body;
        StaffPort::Reply reply;
    };

    void run();
    void ask(Question question);
    void sendQuestions(std::vector<Question> questions);
    void answerTheRest();

    // Commands
    void sendNext();
    void sent(const Result<HttpClient::Response>& response);
    void answer(Result<Receipt> result);
    void replyToAnswered();

    // The log
    void tendLog();
    void askTime();
    void askSnapshot();
    void takeSnapshot(const Result<HttpClient::Response>& response);
    void openLog();
    void takeFrame(const EventStream::Frame& frame);
    void logEnded(const Result<HttpClient::Response>& response);
    void lost(Error problem);

    // Followers
    void publish();
    void bringUpTo(Follower& follower);
    void setConnection(Connection connection);
    void tellConnection(Follower& follower) const;
    /// One that came while the server was away hears that it is, also before the first contact.
    void tellNewFollowers();

    enum class Log { Away, Asking, Reading, Live };

    const Settings m_settings;
    SyncedClock& m_clock;
    Random& m_random;
    const Verifier& m_verifier;

    std::mutex m_mutex; ///< of what is pending
    std::deque<Pending> m_pending;
    std::vector<Question> m_questions;
    bool m_stopping = false;
    bool m_followersAdded = false;

    // Of the thread alone
    HttpClient m_http;
    std::optional<Pending> m_current; ///< what is being sent
    bool m_isSending = false;
    Time m_sendAt{};
    std::deque<Answered> m_answered;
    std::map<std::uint64_t, StaffPort::Reply> m_asked; ///< questions under way
    std::uint64_t m_lastAsked = 0;
    Log m_log = Log::Away;
    bool m_hasState = false; ///< a snapshot was taken
    bool m_hadState = false; ///< one was taken before, and did for a while
    Time m_logAt{};
    int m_failures = 0;
    std::optional<EventStream> m_stream;
    bool m_isFaulty = false; ///< the log contradicted itself
    Site m_site;
    Position m_before; ///< of the first of `m_events`
    std::optional<Site> m_begin;
    std::vector<Event> m_events; ///< since the snapshot
    Connection m_connection;

    std::mutex m_followersMutex; ///< held while followers are called, so that none is after `unfollow`
    std::map<Subscription, Follower> m_followers;
    Subscription m_lastSubscription = 0;

    std::thread m_thread;
};

} // namespace anjungan
