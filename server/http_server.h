// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api.h"
#include "server/certificates.h"

#include <memory>

namespace anjungan {

/// Carries requests to the `Api` and the log to its readers, over TLS 1.2 or later. Every connection has
/// deadlines and bounded buffers; there may be only so many; a reader who does not take its data is dropped.
class HttpServer
{
public:
    struct Settings
    {
        std::string address = "0.0.0.0";
        std::uint16_t port = 8443; ///< 0: one that is free
        CertificateFiles certificate;
        int threads = 2;
        std::size_t connectionsMax = 2'000;
        std::chrono::milliseconds handshakeWithin{10'000};
        std::chrono::milliseconds requestWithin{10'000}; ///< from a request's first byte to its last
        std::chrono::milliseconds idleWithin{75'000};    ///< between requests
        std::chrono::milliseconds writeWithin{15'000};   ///< for each piece of a response
        std::chrono::milliseconds answerWithin{10'000};  ///< then it is `no-answer-yet`
        std::chrono::milliseconds heartbeat{10'000};     ///< on a log where nothing happens
        std::chrono::milliseconds drainWithin{5'000};    ///< for what is under way when the server stops
    };

    /// Listens at once. `api` must outlive it.
    /// Errors: `address-unusable`, `certificate-unusable`.
    [[nodiscard]] static Result<std::unique_ptr<HttpServer>> start(Api& api, Settings settings);
    /// Takes no more connections, ends the logs, lets requests under way be answered, then closes.
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;

    /// Reads the certificate anew: connections from now on are shown it. The old one stays where it cannot
    /// be read. Errors: `certificate-unusable`.
    [[nodiscard]] Result<void> reloadCertificate();

private:
    struct Impl;
    explicit HttpServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace anjungan
