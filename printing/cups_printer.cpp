// SPDX-License-Identifier: GPL-3.0-or-later
#include "printing/cups_printer.h"

#include "printing/cups_connection.h"
#include "printing/pwg.h"

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

namespace anjungan {

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds pollEvery{50};
constexpr std::size_t uriLengthMax = 1'024;

struct QueueState
{
    bool isStopped = false;
    bool isAccepting = true;
    std::vector<std::string> reasons;
    std::string deviceUri;
    PwgType type = PwgType::Black1;
};

std::string queueUri(const CupsPrinterSettings& settings)
{
    std::array<char, uriLengthMax> uri{};
    const char* host = settings.server.starts_with('/') ? "localhost" : settings.server.c_str();
    httpAssembleURIf(HTTP_URI_CODING_ALL, uri.data(), static_cast<int>(uri.size()), "ipp", nullptr, host,
                     settings.port, "/printers/%s", settings.queue.c_str());
    return uri.data();
}

Result<CupsConnection> connect(const CupsPrinterSettings& settings)
{
    return CupsConnection::open(settings.server, settings.port, settings.connectTimeout,
                                settings.requestTimeout);
}

void ask(const Ipp& request, std::initializer_list<const char*> names)
{
    ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(names.size()), nullptr, names.begin());
}

Result<QueueState> readQueue(CupsConnection& connection, const std::string& uri)
{
    Ipp request = CupsConnection::request(IPP_OP_GET_PRINTER_ATTRIBUTES, "printer-uri", uri);
    ask(request, {"printer-state", "printer-state-reasons", "printer-is-accepting-jobs", "device-uri",
                  "pwg-raster-document-type-supported"});
    Result<Ipp> answer = connection.send(std::move(request), "/");
    if (!answer)
        return tl::unexpected(answer.error());
    QueueState queue;
    queue.isStopped = integerOf(*answer, "printer-state", IPP_PSTATE_IDLE) == IPP_PSTATE_STOPPED;
    ipp_attribute_t* accepting =
        ippFindAttribute(answer->get(), "printer-is-accepting-jobs", IPP_TAG_BOOLEAN);
    queue.isAccepting = accepting == nullptr || ippGetBoolean(accepting, 0) != 0;
    queue.reasons = keywordsOf(*answer, "printer-state-reasons");
    const std::vector<std::string> device = keywordsOf(*answer, "device-uri");
    queue.deviceUri = device.empty() ? std::string() : device.front();
    // One bit a dot is what we have; IPP Everywhere only promises eight.
    const std::vector<std::string> types = keywordsOf(*answer, "pwg-raster-document-type-supported");
    if (!types.empty() && std::ranges::find(types, "black_1") == types.end())
        queue.type = PwgType::Gray8;
    return queue;
}

Result<int> submit(CupsConnection& connection, const CupsPrinterSettings& settings,
                   const std::string& document, const std::string& name)
{
    Ipp request = CupsConnection::request(IPP_OP_PRINT_JOB, "printer-uri", queueUri(settings));
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr, name.c_str());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr,
                 "image/pwg-raster");
    const Result<Ipp> answer = connection.send(std::move(request), "/printers/" + settings.queue, document);
    if (!answer)
        return tl::unexpected(answer.error());
    return integerOf(*answer, "job-id", 0);
}

struct JobState
{
    int state = IPP_JSTATE_PENDING;
    bool hasRun = false; ///< some of it may have reached the printer
};

Result<JobState> readJob(CupsConnection& connection, const std::string& jobUri)
{
    Ipp request = CupsConnection::request(IPP_OP_GET_JOB_ATTRIBUTES, "job-uri", jobUri);
    ask(request, {"job-state", "time-at-processing"});
    const Result<Ipp> answer = connection.send(std::move(request), "/");
    if (!answer)
        return tl::unexpected(answer.error());
    JobState job;
    job.state = integerOf(*answer, "job-state", IPP_JSTATE_PENDING);
    job.hasRun = integerOf(*answer, "time-at-processing", 0) > 0;
    return job;
}

std::string problemCode(PrinterCondition condition)
{
    switch (condition) {
    case PrinterCondition::PaperOut:
        return "printer-paper-out";
    case PrinterCondition::CoverOpen:
        return "printer-cover-open";
    case PrinterCondition::Offline:
        return "printer-offline";
    case PrinterCondition::Ready:
    case PrinterCondition::PaperLow:
    case PrinterCondition::Unknown:
        break;
    }
    return "printer-timeout";
}

// Takes back a job that does not end, and says whether some of it may be on paper.
Error cancel(CupsConnection& connection, const CupsPrinterSettings& settings, const std::string& jobUri)
{
    const Result<QueueState> queue = readQueue(connection, queueUri(settings));
    const std::string code = queue ? problemCode(conditionOf(queue->reasons)) : "printer-timeout";
    Ipp request = CupsConnection::request(IPP_OP_CANCEL_JOB, "job-uri", jobUri);
    const Result<Ipp> cancelled = connection.send(std::move(request), "/jobs/");
    const Result<JobState> job = readJob(connection, jobUri);
    if (cancelled && job && job->state == IPP_JSTATE_CANCELED && !job->hasRun)
        return {"printer-refused", Severity::TryAgain, "the queue did not begin the job"};
    return {code, Severity::ThisItem, "the job did not end"};
}

// The printer's own word, where IPP reaches it; nothing where it does not.
std::optional<PrinterCondition> askDevice(const CupsPrinterSettings& settings, const std::string& deviceUri)
{
    std::array<char, 16> scheme{};
    std::array<char, uriLengthMax> user{};
    std::array<char, uriLengthMax> host{};
    std::array<char, uriLengthMax> resource{};
    int port = 0;
    const auto size = [](const auto& text) { return static_cast<int>(text.size()); };
    const http_uri_status_t status =
        httpSeparateURI(HTTP_URI_CODING_ALL, deviceUri.c_str(), scheme.data(), size(scheme), user.data(),
                        size(user), host.data(), size(host), &port, resource.data(), size(resource));
    if (status < HTTP_URI_STATUS_OK || std::string(scheme.data()) != "ipp")
        return std::nullopt;
    Result<CupsConnection> connection =
        CupsConnection::open(host.data(), port, settings.connectTimeout, settings.requestTimeout);
    if (!connection)
        return PrinterCondition::Offline;
    Ipp request = CupsConnection::request(IPP_OP_GET_PRINTER_ATTRIBUTES, "printer-uri", deviceUri);
    ask(request, {"printer-state-reasons"});
    const Result<Ipp> answer = connection->send(std::move(request), resource.data());
    return answer ? conditionOf(keywordsOf(*answer, "printer-state-reasons")) : PrinterCondition::Offline;
}

} // namespace

PrinterCondition conditionOf(const std::vector<std::string>& reasons)
{
    struct Rule
    {
        const char* prefix;
        PrinterCondition condition;
    };
    // The first that applies is told: what a person must put right first.
    static constexpr std::array rules{
        Rule{"media-empty", PrinterCondition::PaperOut},
        Rule{"media-needed", PrinterCondition::PaperOut},
        Rule{"cover-open", PrinterCondition::CoverOpen},
        Rule{"door-open", PrinterCondition::CoverOpen},
        Rule{"interlock-open", PrinterCondition::CoverOpen},
        Rule{"media-jam", PrinterCondition::Offline},
        Rule{"offline", PrinterCondition::Offline},
        Rule{"connecting-to-device", PrinterCondition::Offline},
        Rule{"timed-out", PrinterCondition::Offline},
        Rule{"shutdown", PrinterCondition::Offline},
        Rule{"stopped", PrinterCondition::Offline},
        Rule{"media-low", PrinterCondition::PaperLow},
    };
    for (const Rule& rule : rules) {
        for (const std::string& reason : reasons) {
            if (reason.starts_with(rule.prefix))
                return rule.condition;
        }
    }
    return PrinterCondition::Ready;
}

CupsPrinter::CupsPrinter(Settings settings)
    : m_settings(std::move(settings))
{}

Result<SlipState> CupsPrinter::print(const Raster& raster, const std::string& name)
{
    Result<CupsConnection> connection = connect(m_settings);
    if (!connection)
        return tl::unexpected(connection.error());
    const Result<QueueState> queue = readQueue(*connection, queueUri(m_settings));
    if (!queue && queue.error().code == "printer-timeout")
        return failTemporarily("printer-unreachable", queue.error().context);
    if (!queue)
        return tl::unexpected(queue.error());
    // A stopped queue would take the page and print it whenever somebody starts it again. Its reasons are not
    // asked: cupsd keeps those of the last job, and "paper out" would then stay true for ever.
    if (queue->isStopped || !queue->isAccepting)
        return failTemporarily("printer-refused",
                               queue->isStopped ? "the queue is stopped" : "the queue takes no jobs");
    const Result<std::string> document = toPwg(raster, queue->type);
    if (!document)
        return tl::unexpected(document.error());
    const Result<int> job = submit(*connection, m_settings, *document, name);
    if (!job)
        return tl::unexpected(job.error());

    const std::string jobUri = "ipp://localhost/jobs/" + std::to_string(*job);
    const auto deadline = Steady::now() + m_settings.jobTimeout;
    while (Steady::now() < deadline) {
        const Result<JobState> state = readJob(*connection, jobUri);
        if (!state)
            return refuse("printer-timeout", "after the submission: " + state.error().code);
        if (state->state == IPP_JSTATE_COMPLETED)
            return SlipState::HandedOver;
        if (state->state == IPP_JSTATE_ABORTED || state->state == IPP_JSTATE_CANCELED)
            return refuse("printer-aborted");
        std::this_thread::sleep_for(pollEvery);
    }
    return tl::unexpected(cancel(*connection, m_settings, jobUri));
}

PrinterCondition CupsPrinter::condition()
{
    Result<CupsConnection> connection = connect(m_settings);
    if (!connection)
        return PrinterCondition::Offline;
    const Result<QueueState> queue = readQueue(*connection, queueUri(m_settings));
    if (!queue || queue->isStopped || !queue->isAccepting)
        return PrinterCondition::Offline;
    if (const std::optional<PrinterCondition> device = askDevice(m_settings, queue->deviceUri))
        return *device;
    const PrinterCondition told = conditionOf(queue->reasons);
    return told == PrinterCondition::Ready ? PrinterCondition::Unknown : told;
}

} // namespace anjungan
