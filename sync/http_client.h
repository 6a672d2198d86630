// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/result.h"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace anjungan {

/// Where a server is and how it is known.
struct ServerAddress
{
    /// `https://host:port`, nothing after it; several, with spaces between, where processes stand by for one
    /// another: the next is tried when one cannot be reached.
    std::string url;
    std::string authorityFile; ///< the PEM file of the certificate authority that is trusted, and no other
};

/// HTTPS requests by libcurl, many at a time, on the thread that calls `work`. TLS is verified always: there
/// is no way to skip it. Connections are kept and used again.
///
/// Not thread-safe, but for `wake`.
class HttpClient
{
public:
    struct Request
    {
        bool isPost = false;
        std::string path; ///< begins with a slash
        std::string body; ///< JSON
        std::string token;
        std::chrono::milliseconds within{2'000}; ///< from the request to the whole response
        /// The certificate's dates are not looked at: for asking the time, whose answer is signed.
        bool atAnyTime = false;
    };
    struct Response
    {
        int status = 0;
        std::string body;
    };
    /// Errors: `unreachable` (no connection), `no-answer` (a connection, but no response in time or not
    /// whole), `certificate-refused` (another host's, expired, of an authority that is not trusted),
    /// `response-too-large`. Whether a request that got no answer was done is not known.
    using Done = std::function<void(Result<Response>)>;

    struct Stream
    {
        std::string path;
        std::string token;
        std::chrono::milliseconds silenceMax{25'000}; ///< then the connection is taken for dead
        std::function<bool(std::string_view)> piece;  ///< false: enough, it ends as `no-answer`
        Done ended;                                   ///< also with the problem of another status
    };

    static constexpr std::size_t responseBytesMax = 64 * 1024 * 1024;
    static constexpr std::chrono::milliseconds connectWithin{4'000};

    /// Certificates are checked at the time of `clock`, which must live longer. A file of the authority that
    /// cannot be used is `certificate-refused` at every request.
    HttpClient(ServerAddress address, const Clock& clock);
    ~HttpClient();
    HttpClient(const HttpClient&) = delete;
    HttpClient& operator=(const HttpClient&) = delete;

    /// `done` is called by `work`, exactly once; not by the destructor.
    void send(Request request, Done done);
    /// The same of `ended`.
    void open(Stream stream);

    /// Works for at most `timeout`; less where something happened or `wake` was called.
    void work(std::chrono::milliseconds timeout);
    /// What is sent from now on goes to the next address, if there is another.
    void useNextAddress();
    /// Thread-safe: the `work` that runs, or the next, returns at once.
    void wake();

private:
    struct Transfer;
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace anjungan
