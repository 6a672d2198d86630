// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility> // Asio 1.74 forgets it

#include "server/http_server.h"

#include "server/http_connection.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <spdlog/spdlog.h>
#include <thread>
#include <vector>

namespace anjungan {

namespace {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
using asio::ip::tcp;

/// Beyond the limit so many are still told why they are turned away.
constexpr std::size_t turnedAwayAtOnceMax = 64;
constexpr std::chrono::milliseconds acceptAgainAfter{50};

Result<std::shared_ptr<ssl::context>> contextOf(const CertificateFiles& files)
{
    boost::system::error_code problem;
    auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
    const auto check = [&](std::string_view doing) -> Result<void> {
        if (problem)
            return failForGood("certificate-unusable", std::string(doing) + ": " + problem.message());
        return {};
    };
    context->set_options(ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 |
                             ssl::context::no_tlsv1 | ssl::context::no_tlsv1_1 | SSL_OP_NO_RENEGOTIATION,
                         problem);
    // Thousands of idle streams: no buffers are kept for them.
    SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
    context->use_certificate_chain_file(files.chain.string(), problem);
    if (auto fine = check(files.chain.string()); !fine)
        return tl::unexpected(fine.error());
    context->use_private_key_file(files.key.string(), ssl::context::pem, problem);
    if (auto fine = check(files.key.string()); !fine)
        return tl::unexpected(fine.error());
    return context;
}

} // namespace

struct HttpServer::Impl
{
    Impl(Api& theApi, Settings theSettings)
        : settings(std::move(theSettings))
        , shared(std::make_shared<ConnectionShared>(theApi, settings, context))
        , acceptor(*context)
    {}

    Result<void> listen()
    {
        boost::system::error_code problem;
        const auto address = asio::ip::make_address(settings.address, problem);
        const tcp::endpoint endpoint(address, settings.port);
        if (!problem)
            acceptor.open(endpoint.protocol(), problem);
        if (!problem)
            acceptor.set_option(asio::socket_base::reuse_address(true), problem);
        if (!problem)
            acceptor.bind(endpoint, problem);
        if (!problem)
            acceptor.listen(asio::socket_base::max_listen_connections, problem);
        if (problem)
            return failForGood("address-unusable", settings.address + ": " + problem.message());
        return {};
    }

    asio::awaitable<void> accept()
    {
        while (true) {
            boost::system::error_code problem;
            tcp::socket socket(asio::make_strand(*context));
            co_await acceptor.async_accept(socket, asio::redirect_error(asio::use_awaitable, problem));
            if (shared->isStopping)
                co_return;
            if (problem) {
                // Out of descriptors, most likely: those that are open will give theirs back.
                spdlog::warn("accepting a connection: {}", problem.message());
                asio::steady_timer timer(*context, acceptAgainAfter);
                co_await timer.async_wait(asio::redirect_error(asio::use_awaitable, problem));
                continue;
            }
            const std::size_t open = shared->open++;
            if (open >= settings.connectionsMax + turnedAwayAtOnceMax) {
                --shared->open;
                ++shared->api.metrics().connectionsRefused;
                continue;
            }
            auto executor = socket.get_executor();
            const bool isTooMany = open >= settings.connectionsMax;
            asio::co_spawn(executor, serveConnection(std::move(socket), currentTls(), shared, isTooMany),
                           asio::detached);
        }
    }

    std::shared_ptr<ssl::context> currentTls()
    {
        const std::lock_guard lock(tlsMutex);
        return tls;
    }

    Settings settings;
    std::shared_ptr<asio::io_context> context = std::make_shared<asio::io_context>();
    std::shared_ptr<ConnectionShared> shared;
    tcp::acceptor acceptor;
    std::mutex tlsMutex;
    std::shared_ptr<ssl::context> tls;
    std::vector<std::thread> threads;
};

HttpServer::HttpServer(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{}

Result<std::unique_ptr<HttpServer>> HttpServer::start(Api& api, Settings settings)
{
    std::unique_ptr<HttpServer> server(new HttpServer(std::make_unique<Impl>(api, std::move(settings))));
    Impl& impl = *server->m_impl;
    if (auto ready = server->reloadCertificate().and_then([&] { return impl.listen(); }); !ready)
        return tl::unexpected(ready.error());
    asio::co_spawn(*impl.context, impl.accept(), asio::detached);
    for (int i = 0; i < std::max(impl.settings.threads, 1); ++i)
        impl.threads.emplace_back([&impl] { impl.context->run(); });
    return server;
}

HttpServer::~HttpServer()
{
    m_impl->shared->isStopping = true;
    asio::post(*m_impl->context, [this] {
        boost::system::error_code ignored;
        m_impl->acceptor.close(ignored);
    });
    m_impl->shared->wakeAll();
    constexpr std::chrono::milliseconds step{10};
    for (std::chrono::milliseconds waited{0};
         m_impl->shared->open > 0 && waited < m_impl->settings.drainWithin; waited += step)
        std::this_thread::sleep_for(step);
    m_impl->context->stop();
    for (std::thread& thread : m_impl->threads)
        thread.join();
}

std::uint16_t HttpServer::port() const
{
    boost::system::error_code problem;
    return m_impl->acceptor.local_endpoint(problem).port();
}

Result<void> HttpServer::reloadCertificate()
{
    auto tls = contextOf(m_impl->settings.certificate);
    if (!tls)
        return tl::unexpected(tls.error());
    const std::lock_guard lock(m_impl->tlsMutex);
    m_impl->tls = *std::move(tls);
    return {};
}

} // namespace anjungan
