// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres_proxy.h"

#include <algorithm>
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace anjungan::tests {

namespace {

using namespace std::chrono_literals;

constexpr int lookAround_ms = 10;
constexpr int answer_ms = 10'000;

sockaddr_in loopback(int port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

bool isReadable(int socket, int wait_ms)
{
    pollfd asked{socket, POLLIN, 0};
    return ::poll(&asked, 1, wait_ms) > 0;
}

bool sendAll(int socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

/// What is there to be read now; empty at the end.
std::string receive(int socket)
{
    std::string bytes(256 * 1024, '\0');
    const ssize_t length = ::recv(socket, bytes.data(), bytes.size(), 0);
    bytes.resize(static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    return bytes;
}

void close(int& socket)
{
    if (socket >= 0)
        ::close(socket);
    socket = -1;
}

} // namespace

TcpProxy::TcpProxy(int targetPort)
    : m_target(targetPort)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    if (::bind(m_listener, reinterpret_cast<const sockaddr*>(&address), length) != 0 ||
        ::listen(m_listener, 16) != 0 ||
        ::getsockname(m_listener, reinterpret_cast<sockaddr*>(&address), &length) != 0)
        std::abort();
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { run(); });
}

TcpProxy::~TcpProxy()
{
    m_ends = true;
    m_thread.join();
    for (Way& way : m_ways) {
        close(way.client);
        close(way.server);
    }
    close(m_listener);
}

void TcpProxy::cut(Cut what, int later)
{
    m_cut = what;
    m_countdown = later;
}

void TcpProxy::release()
{
    m_releases = true;
    while (m_releases)
        std::this_thread::sleep_for(1ms);
}

void TcpProxy::run()
{
    while (!m_ends) {
        std::vector<pollfd> sockets{{m_listener, POLLIN, 0}};
        for (const Way& way : m_ways) {
            sockets.push_back({way.isHeld ? -1 : way.client, POLLIN, 0});
            sockets.push_back({way.isHeld ? -1 : way.server, POLLIN, 0});
        }
        ::poll(sockets.data(), sockets.size(), lookAround_ms);
        for (std::size_t i = 0; i < m_ways.size(); ++i) {
            Way& way = m_ways[i];
            const bool goesOn = (sockets[2 * i + 1].revents == 0 || passOn(way)) &&
                                (sockets[2 * i + 2].revents == 0 || way.isHeld || passBack(way));
            if (!goesOn) {
                close(way.client);
                close(way.server);
            }
        }
        std::erase_if(m_ways, [](const Way& way) { return way.server < 0; });
        if (sockets[0].revents != 0)
            accept();
        if (m_releases) {
            for (Way& way : m_ways)
                letGo(way);
            m_holds = false;
            m_releases = false;
        }
    }
}

void TcpProxy::accept()
{
    Way way;
    way.client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
    way.server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(m_target);
    if (::connect(way.server, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) {
        m_ways.push_back(std::move(way));
        return;
    }
    close(way.client);
    close(way.server);
}

bool TcpProxy::passOn(Way& way)
{
    std::string message = receive(way.client);
    if (message.empty())
        return false;
    if (m_holdsNext.exchange(false)) {
        way.isHeld = true;
        way.held = std::move(message);
        m_holds = true;
        return true;
    }
    const bool isCut = m_countdown >= 0 && m_countdown-- == 0;
    if (isCut && m_cut == Cut::Request)
        return false;
    if (!sendAll(way.server, message))
        return false;
    if (isCut && isReadable(way.server, answer_ms))
        (void)receive(way.server);
    return !isCut;
}

bool TcpProxy::passBack(Way& way)
{
    const std::string answer = receive(way.server);
    return !answer.empty() && sendAll(way.client, answer);
}

void TcpProxy::letGo(Way& way)
{
    if (!way.isHeld)
        return;
    if (sendAll(way.server, way.held) && isReadable(way.server, answer_ms))
        (void)receive(way.server);
    way.isHeld = false;
    close(way.client);
    close(way.server);
}

} // namespace anjungan::tests
