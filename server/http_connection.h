// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/http_server.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

namespace anjungan {

/// What all connections of a server share.
struct ConnectionShared
{
    ConnectionShared(Api& theApi, HttpServer::Settings theSettings,
                     std::weak_ptr<boost::asio::io_context> theContext);

    /// Connections that wait look again at what there is.
    void wakeAll();
    [[nodiscard]] std::uint64_t listen(std::function<void()> wake);
    void forget(std::uint64_t listener);

    Api& api;
    const HttpServer::Settings settings;
    const std::weak_ptr<boost::asio::io_context> context;
    std::atomic<std::size_t> open{0}; ///< whoever spawns a connection counts it; it counts itself out
    std::atomic<bool> isStopping{false};

private:
    std::mutex m_mutex;
    std::map<std::uint64_t, std::function<void()>> m_idle;
    std::uint64_t m_last = 0;
};

/// One connection, to its end. `isTooMany`: its first request is answered with `too-many-connections`.
boost::asio::awaitable<void> serveConnection(boost::asio::ip::tcp::socket socket,
                                             std::shared_ptr<boost::asio::ssl::context> tls,
                                             std::shared_ptr<ConnectionShared> shared, bool isTooMany);

} // namespace anjungan
