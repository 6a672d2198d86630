// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility> // Asio 1.74 forgets it

#include "server/http_connection.h"

#include "server/interrupter.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/ssl.hpp>

namespace anjungan {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Code = boost::system::error_code;
using BeastRequest = http::request<http::string_body>;

constexpr std::uint32_t headerBytesMax = 8 * 1024;
constexpr std::size_t firstBytesMax = 4 * 1024;
constexpr std::chrono::milliseconds goodbyeWithin{200};

auto into(Code& problem)
{
    return asio::redirect_error(asio::use_awaitable, problem);
}

std::string textOf(beast::string_view text)
{
    return std::string(text.data(), text.size());
}

std::string bearerIn(beast::string_view authorization)
{
    constexpr std::string_view scheme = "Bearer ";
    const std::string_view text(authorization.data(), authorization.size());
    if (!text.starts_with(scheme) || text.size() > scheme.size() + 128)
        return {};
    return std::string(text.substr(scheme.size()));
}

/// GCC 12 destroys twice what an expression with `co_await` or `co_return` makes from braces: an error is
/// made here instead.
HttpResponse refusal(const char* code, Severity severity, const char* why = "")
{
    return problemResponse({code, severity, why});
}

/// The reply of a request that another thread answers, or that nobody does in time.
struct Answer
{
    explicit Answer(const asio::any_io_executor& executor)
        : timer(executor)
    {}
    asio::steady_timer timer;
    std::optional<HttpResponse> response;
};

/// Listens for as long as it lives.
template <typename Source>
class Listening
{
public:
    Listening(Source& source, std::function<void()> wake)
        : m_source(source)
        , m_id(source.listen(std::move(wake)))
    {}
    ~Listening() { m_source.forget(m_id); }
    Listening(const Listening&) = delete;
    Listening& operator=(const Listening&) = delete;

private:
    Source& m_source;
    std::uint64_t m_id;
};

class HttpConnection
{
public:
    HttpConnection(tcp::socket socket, std::shared_ptr<asio::ssl::context> tls,
                   std::shared_ptr<ConnectionShared> shared)
        : m_tls(std::move(tls))
        , m_stream(std::move(socket), *m_tls)
        , m_shared(std::move(shared))
    {
        Code ignored;
        const auto peer = beast::get_lowest_layer(m_stream).socket().remote_endpoint(ignored);
        m_isLocal = !ignored && peer.address().is_loopback();
        beast::get_lowest_layer(m_stream).socket().set_option(tcp::no_delay(true), ignored);
    }
    ~HttpConnection() { --m_shared->open; }

    asio::awaitable<void> run(bool isTooMany)
    {
        Metrics& metrics = m_shared->api.metrics();
        expireAfter(m_shared->settings.handshakeWithin);
        Code problem;
        co_await m_stream.async_handshake(asio::ssl::stream_base::server, into(problem));
        if (problem) {
            ++metrics.handshakesFailed;
            co_return;
        }
        ++metrics.connections;
        if (isTooMany)
            ++metrics.connectionsRefused;
        while (co_await serveOne(isTooMany)) {
        }
        --metrics.connections;
        // An idle peer may not answer the goodbye at all.
        expireAfter(goodbyeWithin);
        co_await m_stream.async_shutdown(into(problem));
    }

private:
    void expireAfter(std::chrono::milliseconds time)
    {
        beast::get_lowest_layer(m_stream).expires_after(time);
    }

    /// Reads a request's first bytes, which may take long to come, and ends early when the server stops.
    asio::awaitable<bool> waitForRequest()
    {
        if (m_buffer.size() > 0)
            co_return true;
        Interrupter interrupter(m_stream);
        const Listening listening(*m_shared, interrupter.whenTold());
        Code problem = asio::error::operation_aborted;
        std::size_t count = 0;
        if (!m_shared->isStopping) {
            expireAfter(m_shared->settings.idleWithin);
            count = co_await m_stream.async_read_some(m_buffer.prepare(firstBytesMax), into(problem));
        }
        m_buffer.commit(count);
        co_return !problem;
    }

    /// One request and its response. False: the connection is at its end.
    asio::awaitable<bool> serveOne(bool isTooMany)
    {
        if (!co_await waitForRequest())
            co_return false;
        http::request_parser<http::string_body> parser;
        parser.header_limit(headerBytesMax);
        parser.body_limit(WatchedSites::bodyBytesMax);
        const Code problem = co_await readRequest(parser);
        if (problem)
            co_return co_await refuseUnread(problem);

        const BeastRequest& read = parser.get();
        HttpRequest request;
        if (!requestFrom(read, request)) {
            co_await write(refusal("request-invalid", Severity::ThisItem, "the request's target"), false);
            co_return false;
        }
        if (isTooMany) {
            co_await write(refusal("too-many-connections", Severity::TryAgain), false);
            co_return false;
        }
        if (Api::isLog(request) && read.method() != http::verb::head) {
            co_await serveLog(request);
            co_return false;
        }
        const bool keepAlive = read.keep_alive() && !m_shared->isStopping;
        co_return co_await write(co_await answerOf(request), keepAlive, read.method() == http::verb::head) &&
            keepAlive;
    }

    /// The rest of a request. `timed_out`: it did not come in time, but may be answered.
    asio::awaitable<Code> readRequest(http::request_parser<http::string_body>& parser)
    {
        beast::get_lowest_layer(m_stream).expires_never();
        Interrupter interrupter(m_stream);
        interrupter.interruptAfter(m_shared->settings.requestWithin);
        Code problem;
        co_await http::async_read_header(m_stream, m_buffer, parser, into(problem));
        if (!problem && !limitBody(parser))
            problem = http::error::body_limit;
        if (!problem)
            co_await http::async_read(m_stream, m_buffer, parser, into(problem));
        if (problem && interrupter.isLate())
            problem = asio::error::timed_out;
        co_return problem;
    }

    /// False: more is announced than may come.
    bool limitBody(http::request_parser<http::string_body>& parser)
    {
        HttpRequest head;
        const bool isOurs = requestFrom(parser.get(), head);
        const std::size_t limit = isOurs ? m_shared->api.bodyBytesFor(head) : Api::bodyBytesMax;
        parser.body_limit(limit);
        return parser.content_length().value_or(0) <= limit;
    }

    bool requestFrom(const BeastRequest& read, HttpRequest& request) const
    {
        const auto field = [&](auto name) { return textOf(read[name]); };
        request.method = textOf(read.method_string());
        if (request.method == "HEAD")
            request.method = "GET";
        request.body = read.body();
        request.token = bearerIn(read[http::field::authorization]);
        request.accept = field(http::field::accept);
        request.acceptLanguage = field(http::field::accept_language);
        request.ifNoneMatch = field(http::field::if_none_match);
        request.version = field("Anjungan-Protocol");
        request.isLocal = m_isLocal;
        return readTarget({read.target().data(), read.target().size()}, request);
    }

    /// What came was no request, or not in time.
    asio::awaitable<bool> refuseUnread(Code problem)
    {
        constexpr Severity here = Severity::ThisItem;
        if (problem == http::error::body_limit)
            co_await write(refusal("body-too-large", here, "more bytes than may come"), false);
        else if (problem == http::error::header_limit)
            co_await write(refusal("header-too-large", here, "at most 8192 bytes"), false);
        else if (problem == asio::error::timed_out)
            co_await write(refusal("request-timeout", here), false);
        else if (problem != http::error::end_of_stream &&
                 problem.category() == http::make_error_code(http::error::bad_method).category())
            co_await write(refusal("request-invalid", here, "no HTTP request"), false);
        co_return false;
    }

    asio::awaitable<HttpResponse> answerOf(const HttpRequest& request)
    {
        const auto executor = m_stream.get_executor();
        const auto answer = std::make_shared<Answer>(executor);
        answer->timer.expires_after(m_shared->settings.answerWithin);
        // Whoever answers late finds the context still there.
        m_shared->api.handle(request,
                             [answer, executor, context = m_shared->context.lock()](HttpResponse response) {
                                 asio::dispatch(executor, [answer, response = std::move(response)]() mutable {
                                     answer->response = std::move(response);
                                     answer->timer.cancel();
                                 });
                             });
        Code ignored;
        if (!answer->response)
            co_await answer->timer.async_wait(into(ignored));
        if (!answer->response)
            co_return refusal("no-answer-yet", Severity::TryAgain, "ask again with the same id");
        co_return *std::move(answer->response);
    }

    asio::awaitable<bool> write(HttpResponse response, bool keepAlive, bool isHead = false)
    {
        http::response<http::string_body> out(static_cast<http::status>(response.status), 11);
        out.set(http::field::server, "anjungan");
        out.set("X-Content-Type-Options", "nosniff");
        if (!response.contentType.empty())
            out.set(http::field::content_type, response.contentType);
        for (const auto& [name, value] : response.headers)
            out.set(name, value);
        out.keep_alive(keepAlive);
        const std::size_t length = response.body.size();
        if (!isHead)
            out.body() = std::move(response.body);
        out.content_length(length);
        http::response_serializer<http::string_body> serializer(out);
        if (isHead)
            serializer.split(true);
        expireAfter(m_shared->settings.writeWithin);
        Code problem;
        co_await http::async_write(m_stream, serializer, into(problem));
        co_return !problem;
    }

    asio::awaitable<bool> writeText(std::string_view text)
    {
        expireAfter(m_shared->settings.writeWithin);
        Code problem;
        co_await asio::async_write(m_stream, asio::buffer(text), into(problem));
        if (problem == beast::error::timeout)
            ++m_shared->api.metrics().slowReadersDropped;
        co_return !problem;
    }

    asio::awaitable<void> serveLog(const HttpRequest& request)
    {
        const auto reader = m_shared->api.openLog(request);
        if (!reader) {
            m_shared->api.metrics().countResponse(statusOf(reader.error()));
            co_await write(problemResponse(reader.error()), false);
            co_return;
        }
        m_shared->api.metrics().countResponse(200);
        ++m_shared->api.metrics().logReaders;
        co_await followLog(*reader);
        --m_shared->api.metrics().logReaders;
    }

    asio::awaitable<void> followLog(Api::LogReader reader)
    {
        LogFeed& feed = m_shared->api.feed();
        const auto news = std::make_shared<std::atomic<bool>>(true);
        const auto timer = std::make_shared<asio::steady_timer>(m_stream.get_executor());
        const auto wake = [news, timer, executor = m_stream.get_executor()] {
            if (!news->exchange(true))
                asio::post(executor, [timer] { timer->cancel(); });
        };
        const Listening toFeed(feed, wake);
        const Listening toServer(*m_shared, wake);
        co_await writeLog(reader, *news, *timer);
    }

    asio::awaitable<void> writeLog(Api::LogReader reader, std::atomic<bool>& news, asio::steady_timer& timer)
    {
        constexpr std::string_view head =
            "HTTP/1.1 200 OK\r\nServer: anjungan\r\nContent-Type: text/event-stream\r\n"
            "Cache-Control: no-store\r\nConnection: close\r\n\r\n";
        if (!co_await writeText(head))
            co_return;
        std::string told;
        while (!m_shared->isStopping) {
            news = false;
            if (!m_shared->api.mayRead(reader.token))
                co_return;
            auto chunk = m_shared->api.feed().after(reader.after);
            if (!chunk)
                co_return;
            reader.after = chunk->upTo;
            const std::string connection = m_shared->api.feed().connectionFrame();
            // That the log is read to its end is said once, with how the authority is.
            if (chunk->text.empty() && connection != told)
                chunk->text = told = connection;
            if (chunk->text.empty() && news)
                continue;
            if (chunk->text.empty()) {
                timer.expires_after(m_shared->settings.heartbeat);
                Code woken;
                if (!news)
                    co_await timer.async_wait(into(woken));
                if (woken || news)
                    continue;
                chunk->text = ": beat\n\n";
            }
            if (!co_await writeText(chunk->text))
                co_return;
        }
    }

    std::shared_ptr<asio::ssl::context> m_tls; ///< must outlive the stream
    TlsStream m_stream;
    std::shared_ptr<ConnectionShared> m_shared;
    beast::flat_static_buffer<headerBytesMax + Api::bodyBytesMax> m_buffer;
    bool m_isLocal = false;
};

} // namespace

ConnectionShared::ConnectionShared(Api& theApi, HttpServer::Settings theSettings,
                                   std::weak_ptr<asio::io_context> theContext)
    : api(theApi)
    , settings(std::move(theSettings))
    , context(std::move(theContext))
{}

void ConnectionShared::wakeAll()
{
    const std::lock_guard lock(m_mutex);
    for (const auto& [id, wake] : m_idle)
        wake();
}

std::uint64_t ConnectionShared::listen(std::function<void()> wake)
{
    const std::lock_guard lock(m_mutex);
    m_idle[++m_last] = std::move(wake);
    return m_last;
}

void ConnectionShared::forget(std::uint64_t listener)
{
    const std::lock_guard lock(m_mutex);
    m_idle.erase(listener);
}

asio::awaitable<void> serveConnection(tcp::socket socket, std::shared_ptr<asio::ssl::context> tls,
                                      std::shared_ptr<ConnectionShared> shared, bool isTooMany)
{
    const auto connection =
        std::make_unique<HttpConnection>(std::move(socket), std::move(tls), std::move(shared));
    co_await connection->run(isTooMany);
}

} // namespace anjungan
