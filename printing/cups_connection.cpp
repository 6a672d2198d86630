// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/cups_connection.h"

#include <algorithm>

namespace anjungan {

namespace {

constexpr int valuesMax = 64;

// libcups asks again after each time-out; once is enough.
int giveUp(http_t* /*http*/, void* /*context*/)
{
    return 0;
}

// The library's own would read a password from the terminal and so wait for ever.
const char* noPassword(const char* /*prompt*/, http_t* /*http*/, const char* /*method*/,
                       const char* /*resource*/, void* /*context*/)
{
    return nullptr;
}

std::string lastError()
{
    const char* text = cupsLastErrorString();
    return text != nullptr ? text : "";
}

} // namespace

Result<CupsConnection> CupsConnection::open(const std::string& host, int port,
                                            std::chrono::milliseconds connectTimeout,
                                            std::chrono::milliseconds requestTimeout)
{
    cupsSetPasswordCB2(noPassword, nullptr); // libcups keeps it a thread
    http_t* http = httpConnect2(host.c_str(), port, nullptr, AF_UNSPEC, HTTP_ENCRYPTION_IF_REQUESTED, 1,
                                static_cast<int>(connectTimeout.count()), nullptr);
    if (http == nullptr)
        return failTemporarily("printer-unreachable", host + ":" + std::to_string(port) + " " + lastError());
    httpSetTimeout(http, std::chrono::duration<double>(requestTimeout).count(), giveUp, nullptr);
    return CupsConnection(http);
}

Ipp CupsConnection::request(ipp_op_t operation, const char* targetName, const std::string& target)
{
    Ipp request(ippNewRequest(operation), &ippDelete);
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, targetName, nullptr, target.c_str());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, cupsUser());
    return request;
}

Result<Ipp> CupsConnection::send(Ipp request, const std::string& resource, std::string_view document)
{
    const std::size_t length = ippLength(request.get()) + document.size();
    http_status_t status = cupsSendRequest(m_http.get(), request.get(), resource.c_str(), length);
    if (status == HTTP_STATUS_CONTINUE && !document.empty())
        status = cupsWriteRequestData(m_http.get(), document.data(), document.size());
    // A server that did not get the whole length throws away what it got.
    if (status != HTTP_STATUS_CONTINUE && status != HTTP_STATUS_OK)
        return failTemporarily("printer-unreachable", lastError());
    Ipp answer(cupsGetResponse(m_http.get(), resource.c_str()), &ippDelete);
    if (!answer) {
        const http_status_t final = httpGetStatus(m_http.get());
        if (final >= HTTP_STATUS_BAD_REQUEST)
            return failTemporarily("printer-refused", "HTTP " + std::to_string(static_cast<int>(final)));
        return refuse("printer-timeout", "no answer: " + lastError());
    }
    const ipp_status_t code = ippGetStatusCode(answer.get());
    if (code == IPP_STATUS_ERROR_NOT_FOUND)
        return refuse("printer-unknown", resource);
    if (code >= IPP_STATUS_ERROR_BAD_REQUEST)
        return failTemporarily("printer-refused", ippErrorString(code));
    return answer;
}

std::vector<std::string> keywordsOf(const Ipp& answer, const char* name)
{
    std::vector<std::string> keywords;
    ipp_attribute_t* attribute = ippFindAttribute(answer.get(), name, IPP_TAG_ZERO);
    const int count = attribute != nullptr ? std::min(ippGetCount(attribute), valuesMax) : 0;
    for (int i = 0; i < count; ++i) {
        if (const char* text = ippGetString(attribute, i, nullptr); text != nullptr)
            keywords.emplace_back(text);
    }
    return keywords;
}

int integerOf(const Ipp& answer, const char* name, int otherwise)
{
    ipp_attribute_t* attribute = ippFindAttribute(answer.get(), name, IPP_TAG_ZERO);
    const ipp_tag_t tag = attribute != nullptr ? ippGetValueTag(attribute) : IPP_TAG_ZERO;
    return tag == IPP_TAG_INTEGER || tag == IPP_TAG_ENUM ? ippGetInteger(attribute, 0) : otherwise;
}

} // namespace anjungan
