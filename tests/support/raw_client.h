// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <arpa/inet.h>
#include <chrono>
#include <csignal>
#include <memory>
#include <netinet/in.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/socket.h>
#include <unistd.h>

namespace anjungan {

/// A client that keeps to no protocol: bytes to a port of this machine, and what comes back.
class RawSocket
{
public:
    using Time = std::chrono::milliseconds;

    explicit RawSocket(std::uint16_t port, int receiveBytes = 0)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        if (receiveBytes > 0)
            ::setsockopt(m_socket, SOL_SOCKET, SO_RCVBUF, &receiveBytes, sizeof receiveBytes);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected = ::connect(m_socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    }
    ~RawSocket() { ::close(m_socket); }
    RawSocket(const RawSocket&) = delete;
    RawSocket& operator=(const RawSocket&) = delete;

    [[nodiscard]] bool isConnected() const { return m_isConnected; }
    [[nodiscard]] int descriptor() const { return m_socket; }

    bool send(std::string_view bytes) const
    {
        return ::send(m_socket, bytes.data(), bytes.size(), MSG_NOSIGNAL) ==
               static_cast<ssize_t>(bytes.size());
    }
    [[nodiscard]] bool isReadable(Time within) const
    {
        pollfd wait{m_socket, POLLIN, 0};
        return ::poll(&wait, 1, static_cast<int>(within.count())) > 0;
    }

    struct Read
    {
        std::string text;
        bool isAtEnd = false; ///< the other side closed
    };
    /// What comes until the other side closes, or the time is over.
    [[nodiscard]] Read readToEnd(Time within) const
    {
        Read read;
        const auto until = std::chrono::steady_clock::now() + within;
        while (!read.isAtEnd && std::chrono::steady_clock::now() < until) {
            if (!isReadable(Time(20)))
                continue;
            char bytes[4096];
            const ssize_t count = ::recv(m_socket, bytes, sizeof bytes, 0);
            read.isAtEnd = count <= 0;
            read.text.append(bytes, count > 0 ? static_cast<std::size_t>(count) : 0);
        }
        return read;
    }

private:
    int m_socket;
    bool m_isConnected = false;
};

/// The same within TLS. It trusts whatever it meets: whom devices trust is tested with the project's client.
class RawTls
{
public:
    using Time = RawSocket::Time;
    using Read = RawSocket::Read;

    struct Options
    {
        int versionMax = 0; ///< as OpenSSL numbers them; 0: whatever it can
        int receiveBytes = 0;
    };

    explicit RawTls(std::uint16_t port)
        : RawTls(port, Options())
    {}
    RawTls(std::uint16_t port, Options options)
        : m_socket(port, options.receiveBytes)
        , m_context(SSL_CTX_new(TLS_client_method()))
    {
        if (options.versionMax != 0) {
            SSL_CTX_set_security_level(m_context.get(), 0);
            SSL_CTX_set_max_proto_version(m_context.get(), options.versionMax);
        }
        // A session's ticket alone must not make a read wait for more.
        SSL_CTX_clear_mode(m_context.get(), SSL_MODE_AUTO_RETRY);
        m_tls.reset(SSL_new(m_context.get()));
        SSL_set_fd(m_tls.get(), m_socket.descriptor());
        // OpenSSL writes to sockets whose other side may be gone.
        std::signal(SIGPIPE, SIG_IGN);
        ERR_clear_error();
        m_isOpen = m_socket.isConnected() && SSL_connect(m_tls.get()) == 1;
        if (const char* reason = m_isOpen ? nullptr : ERR_reason_error_string(ERR_peek_error()))
            m_refusal = reason;
        ERR_clear_error();
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    /// Why there is no TLS, in OpenSSL's words.
    [[nodiscard]] const std::string& refusal() const { return m_refusal; }

    bool send(std::string_view bytes) const
    {
        ERR_clear_error();
        return SSL_write(m_tls.get(), bytes.data(), static_cast<int>(bytes.size())) > 0;
    }
    /// What comes until `text` is among it, the other side closes, or the time is over.
    [[nodiscard]] Read readUntil(std::string_view text, Time within) const
    {
        Read read;
        const auto until = std::chrono::steady_clock::now() + within;
        while (!read.isAtEnd && std::chrono::steady_clock::now() < until) {
            if (SSL_pending(m_tls.get()) == 0 && !m_socket.isReadable(Time(20)))
                continue;
            char bytes[16 * 1024];
            ERR_clear_error();
            const int count = SSL_read(m_tls.get(), bytes, sizeof bytes);
            read.isAtEnd = count <= 0 && SSL_get_error(m_tls.get(), count) != SSL_ERROR_WANT_READ;
            read.text.append(bytes, count > 0 ? static_cast<std::size_t>(count) : 0);
            const std::size_t fresh = static_cast<std::size_t>(std::max(count, 0)) + text.size();
            const std::size_t from = read.text.size() - std::min(read.text.size(), fresh);
            if (!text.empty() && read.text.find(text, from) != std::string::npos)
                break;
        }
        return read;
    }
    [[nodiscard]] Read readToEnd(Time within) const { return readUntil({}, within); }
    /// One request, and all that comes until the connection is closed.
    [[nodiscard]] std::string ask(std::string_view request, Time within = Time(5'000)) const
    {
        send(request);
        return readToEnd(within).text;
    }

private:
    struct Freer
    {
        void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
        void operator()(SSL* tls) const { SSL_free(tls); }
    };
    RawSocket m_socket;
    std::unique_ptr<SSL_CTX, Freer> m_context;
    std::unique_ptr<SSL, Freer> m_tls;
    bool m_isOpen = false;
    std::string m_refusal;
};

} // namespace anjungan
