// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/http_client.h"

#include "core/invariant.h"

#include <curl/curl.h>
#include <map>
#include <mutex>
#include <openssl/ssl.h>
#include <optional>
#include <sstream>
#include <vector>

namespace anjungan {

namespace {

constexpr long connectionsKeptMax = 8;

struct EasyCloser
{
    void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct MultiCloser
{
    void operator()(CURLM* multi) const { curl_multi_cleanup(multi); }
};
struct ListCloser
{
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

void makeCurlReady()
{
    static std::once_flag once;
    std::call_once(once, [] {
        if (curl_global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
            stopBecauseViolated("libcurl cannot start");
    });
}

Error errorOf(CURLcode code, bool wasConnected, const char* detail)
{
    const std::string context = *detail ? detail : curl_easy_strerror(code);
    switch (code) {
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_INVALIDCERTSTATUS:
        return {"certificate-refused", Severity::Fatal, context};
    case CURLE_FILESIZE_EXCEEDED:
        return {"response-too-large", Severity::ThisItem, context};
    default:
        return {wasConnected ? "no-answer" : "unreachable", Severity::TryAgain, context};
    }
}

} // namespace

struct HttpClient::Transfer
{
    std::unique_ptr<CURL, EasyCloser> easy;
    std::unique_ptr<curl_slist, ListCloser> headers;
    std::string url;
    std::string body;
    char problem[CURL_ERROR_SIZE] = "";
    Response response;
    Done done;
    std::optional<Stream> stream;
    bool wasOpened = false;
    bool hadEnough = false;
    const Clock* clock = nullptr;
    bool atAnyTime = false;
    std::size_t addressIndex = 0;

    /// At whose time certificates hold: the system's own clock may be the one that is wrong.
    static CURLcode setTime(CURL*, void* context, void* user)
    {
        const auto* transfer = static_cast<Transfer*>(user);
        X509_VERIFY_PARAM* checks = SSL_CTX_get0_param(static_cast<SSL_CTX*>(context));
        if (transfer->atAnyTime)
            X509_VERIFY_PARAM_set_flags(checks, X509_V_FLAG_NO_CHECK_TIME);
        else
            X509_VERIFY_PARAM_set_time(
                checks,
                std::chrono::floor<std::chrono::seconds>(transfer->clock->now()).time_since_epoch().count());
        return CURLE_OK;
    }

    static std::size_t write(char* data, std::size_t one, std::size_t size, void* user)
    {
        return static_cast<Transfer*>(user)->take({data, one * size}) ? one * size : 0;
    }

    bool take(std::string_view piece)
    {
        long status = 0;
        curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
        if (stream && status == 200) {
            wasOpened = true;
            hadEnough = !stream->piece(piece);
            return !hadEnough;
        }
        if (response.body.size() + piece.size() > responseBytesMax)
            return false;
        response.body += piece;
        return true;
    }

    void set(const std::string& server, const std::string& authorityFile, const std::string& path,
             const std::string& token, bool isPost)
    {
        CURL* handle = easy.get();
        url = server + path;
        curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
        curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "https");
        curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, "https");
        curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
        curl_easy_setopt(handle, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
        curl_easy_setopt(handle, CURLOPT_SSL_VERIFYPEER, 1L);
        curl_easy_setopt(handle, CURLOPT_SSL_VERIFYHOST, 2L);
        curl_easy_setopt(handle, CURLOPT_CAINFO, authorityFile.c_str());
        curl_easy_setopt(handle, CURLOPT_CAPATH, nullptr);
        curl_easy_setopt(handle, CURLOPT_SSL_CTX_FUNCTION, &Transfer::setTime);
        curl_easy_setopt(handle, CURLOPT_SSL_CTX_DATA, this);
        // A connection whose certificate was taken at any time is for nothing else.
        if (atAnyTime) {
            curl_easy_setopt(handle, CURLOPT_FRESH_CONNECT, 1L);
            curl_easy_setopt(handle, CURLOPT_FORBID_REUSE, 1L);
            curl_easy_setopt(handle, CURLOPT_SSL_SESSIONID_CACHE, 0L);
        }
        curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
        curl_easy_setopt(handle, CURLOPT_PROXY, "");
        curl_easy_setopt(handle, CURLOPT_TCP_KEEPALIVE, 1L);
        curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(connectWithin.count()));
        curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, problem);
        curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &Transfer::write);
        curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
        curl_easy_setopt(handle, CURLOPT_PRIVATE, this);
        const auto add = [this](const std::string& header) {
            headers.reset(curl_slist_append(headers.release(), header.c_str()));
        };
        add("Anjungan-Protocol: 1");
        add("Expect:");
        if (!token.empty())
            add("Authorization: Bearer " + token);
        if (isPost) {
            add("Content-Type: application/json");
            curl_easy_setopt(handle, CURLOPT_POST, 1L);
            curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
            curl_easy_setopt(handle, CURLOPT_POSTFIELDS, body.c_str());
        }
        curl_easy_setopt(handle, CURLOPT_HTTPHEADER, headers.get());
    }

    [[nodiscard]] Result<Response> resultOf(CURLcode code)
    {
        long status = 0;
        curl_off_t connected = 0;
        curl_easy_getinfo(easy.get(), CURLINFO_RESPONSE_CODE, &status);
        curl_easy_getinfo(easy.get(), CURLINFO_APPCONNECT_TIME_T, &connected);
        if (code != CURLE_OK && !hadEnough)
            return tl::unexpected(errorOf(code, connected > 0 || wasOpened, problem));
        response.status = static_cast<int>(status);
        return std::move(response);
    }
};

struct HttpClient::Impl
{
    Impl(ServerAddress where, const Clock& theClock)
        : address(std::move(where))
        , clock(theClock)
        , multi(curl_multi_init())
    {
        if (!multi)
            stopBecauseViolated("libcurl has no memory");
        std::istringstream words(address.url);
        for (std::string word; words >> word;)
            urls.push_back(word);
        if (urls.empty())
            urls.emplace_back();
        curl_multi_setopt(multi.get(), CURLMOPT_MAXCONNECTS, connectionsKeptMax);
    }

    void start(std::unique_ptr<Transfer> transfer, const std::string& path, const std::string& token,
               bool isPost)
    {
        transfer->addressIndex = current;
        transfer->clock = &clock;
        transfer->set(urls[current], address.authorityFile, path, token, isPost);
        CURL* easy = transfer->easy.get();
        transfers[easy] = std::move(transfer);
        curl_multi_add_handle(multi.get(), easy);
    }

    std::unique_ptr<Transfer> take(CURL* easy)
    {
        curl_multi_remove_handle(multi.get(), easy);
        auto node = transfers.extract(easy);
        return node ? std::move(node.mapped()) : nullptr;
    }

    ServerAddress address;
    const Clock& clock;
    std::vector<std::string> urls;
    std::size_t current = 0;
    std::unique_ptr<CURLM, MultiCloser> multi;
    std::map<CURL*, std::unique_ptr<Transfer>> transfers;
};

HttpClient::HttpClient(ServerAddress address, const Clock& clock)
{
    makeCurlReady();
    m_impl = std::make_unique<Impl>(std::move(address), clock);
}

HttpClient::~HttpClient()
{
    while (!m_impl->transfers.empty())
        m_impl->take(m_impl->transfers.begin()->first);
}

void HttpClient::send(Request request, Done done)
{
    auto transfer = std::make_unique<Transfer>();
    transfer->easy.reset(curl_easy_init());
    transfer->body = std::move(request.body);
    transfer->done = std::move(done);
    transfer->atAnyTime = request.atAnyTime;
    curl_easy_setopt(transfer->easy.get(), CURLOPT_TIMEOUT_MS, static_cast<long>(request.within.count()));
    m_impl->start(std::move(transfer), request.path, request.token, request.isPost);
}

void HttpClient::open(Stream stream)
{
    auto transfer = std::make_unique<Transfer>();
    transfer->easy.reset(curl_easy_init());
    transfer->done = std::move(stream.ended);
    // Slower than a byte a second for so long: not even heartbeats come.
    curl_easy_setopt(transfer->easy.get(), CURLOPT_LOW_SPEED_LIMIT, 1L);
    curl_easy_setopt(transfer->easy.get(), CURLOPT_LOW_SPEED_TIME,
                     static_cast<long>(std::chrono::ceil<std::chrono::seconds>(stream.silenceMax).count()));
    const std::string path = stream.path;
    const std::string token = stream.token;
    transfer->stream = std::move(stream);
    m_impl->start(std::move(transfer), path, token, false);
}

void HttpClient::work(std::chrono::milliseconds timeout)
{
    int running = 0;
    curl_multi_perform(m_impl->multi.get(), &running);
    int left = 0;
    while (CURLMsg* message = curl_multi_info_read(m_impl->multi.get(), &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        const CURLcode code = message->data.result;
        const auto transfer = m_impl->take(message->easy_handle);
        if (!transfer)
            continue;
        auto result = transfer->resultOf(code);
        // Another one may have found it out before.
        if (!result && result.error().severity == Severity::TryAgain &&
            transfer->addressIndex == m_impl->current)
            useNextAddress();
        transfer->done(std::move(result));
        timeout = std::chrono::milliseconds(0);
    }
    curl_multi_poll(m_impl->multi.get(), nullptr, 0, static_cast<int>(timeout.count()), nullptr);
}

void HttpClient::useNextAddress()
{
    m_impl->current = (m_impl->current + 1) % m_impl->urls.size();
}

void HttpClient::wake()
{
    curl_multi_wakeup(m_impl->multi.get());
}

} // namespace anjungan
