// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/diagnosis.h"

#include "core/protocol.h"
#include "server/device_registry.h"
#include "server/staff_registry.h"
#include "storage/journal_check.h"
#include "storage/journal_stats.h"
#include "storage/schema.h"
#include "storage/system_random.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>
#include <sys/utsname.h>

namespace anjungan {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// Only the code: a context may hold a path, and a path somebody's name.
json errorJson(const Error& error)
{
    return {{"error", error.code}};
}

json timeJson(const std::optional<Instant>& time)
{
    return time ? json(formatInstant(*time)) : json();
}

json systemJson()
{
    json out = json::object();
    utsname system{};
    if (::uname(&system) == 0)
        out["kernel"] = std::string(system.sysname) + ' ' + system.release + ' ' + system.machine;
    std::ifstream release("/etc/os-release");
    for (std::string line; std::getline(release, line);) {
        if (line.starts_with("PRETTY_NAME="))
            out["name"] = line.substr(12);
    }
    return out;
}

json filesJson(const DataDirectory& directory)
{
    json files = json::object();
    std::error_code problem;
    // Known names alone: what else lies there is not ours to tell.
    for (const char* name : {"journal.db", "journal.db-wal", "access.db", "numbers.mark", "put-back.json",
                             "catalogue.json", "site.key", "ca.crt", "ca.key", "server.crt", "server.key"}) {
        const auto bytes = fs::file_size(directory.path / name, problem);
        if (!problem)
            files[name] = bytes;
    }
    return files;
}

json diskJson(const DataDirectory& directory)
{
    std::error_code problem;
    const auto space = fs::space(directory.path, problem);
    if (problem)
        return {{"error", "disk-error"}};
    return {{"bytes", space.capacity}, {"free", space.available}};
}

json statsJson(const std::string& path)
{
    const auto stats = statsOfJournal(path);
    if (!stats)
        return errorJson(stats.error());
    const DayGrowth mean = stats->meanOf(30);
    return {{"schema", stats->schemaVersion},
            {"beginning", positionText(stats->beginning)},
            {"head", positionText(stats->head)},
            {"events", stats->events},
            {"tickets", stats->tickets},
            {"eventsByKind", stats->eventsByKind},
            {"firstTime", timeJson(stats->firstTime)},
            {"lastTime", timeJson(stats->lastTime)},
            {"daysWithEvents", stats->days.size()},
            {"eventsADay", mean.events},
            {"bytesADay", mean.bytes},
            {"freeBytes", stats->freeBytes},
            {"checkpoints", stats->checkpoints.count}};
}

json soundnessJson(const std::string& path, const Hasher& hasher)
{
    const auto report = verifyJournal(path, hasher);
    if (!report)
        return errorJson(report.error());
    json problems = json::object();
    // Counted by their code: a reason may quote what stands in the log.
    for (const JournalProblem& problem : report->problems)
        problems[problem.code] = problems.value(problem.code, 0) + 1;
    return {{"sound", report->problems.empty()},
            {"problems", std::move(problems)},
            {"problemsLeftOut", report->problemsLeftOut}};
}

json certificateJson(const DataDirectory& directory)
{
    const auto state = readCertificate(directory.certificate());
    const auto authority = readAuthorityEnd(directory.certificate());
    json out = json::object();
    out["server"] = state ? json{{"ends", formatInstant(state->ends)}, {"isPair", state->isPair}}
                          : errorJson(state.error());
    out["authority"] = authority ? json{{"ends", formatInstant(*authority)}} : errorJson(authority.error());
    return out;
}

/// When each device last said in the log that it started.
std::map<std::string, Instant> registrationsIn(const std::string& path)
{
    std::map<std::string, Instant> last;
    const auto database = openJournalFile(path, sqlite::Database::Mode::ReadOnly);
    if (!database)
        return last;
    auto select = database->prepare(
        "SELECT subject, max(time) FROM event WHERE kind = 'device-registered' GROUP BY subject");
    if (!select)
        return last;
    for (auto row = select->step(); row && *row; row = select->step())
        last[std::string(select->text(0))] = Instant(std::chrono::milliseconds(select->integer(1)));
    return last;
}

json devicesJson(const DataDirectory& directory, const Hasher& hasher)
{
    SystemRandom random;
    const auto registry = DeviceRegistry::open(directory.access(), hasher, random);
    const auto devices = registry ? (*registry)->devices() : tl::unexpected(registry.error());
    if (!devices)
        return errorJson(devices.error());
    const auto registered = registrationsIn(directory.journal());
    json list = json::array();
    for (const EnrolledDevice& device : *devices) {
        json item{{"device", device.enrolment.device.text()},
                  {"role", textOf(device.enrolment.role)},
                  {"series", device.enrolment.series},
                  {"enrolled", formatInstant(device.enrolled)},
                  {"revoked", timeJson(device.revoked)}};
        const auto found = registered.find(subjectOf(device.enrolment.device));
        item["lastRegistered"] = found == registered.end() ? json() : json(formatInstant(found->second));
        list.push_back(std::move(item));
    }
    return list;
}

json staffJson(const DataDirectory& directory)
{
    const auto registry = StaffRegistry::open(directory.access());
    const auto members = registry ? (*registry)->members() : tl::unexpected(registry.error());
    if (!members)
        return errorJson(members.error());
    return {{"count", std::ranges::count(*members, false, &StaffMember::hasLeft)}};
}

json metricsJson(std::string_view metrics)
{
    json out = json::object();
    std::istringstream lines{std::string(metrics)};
    for (std::string line; std::getline(lines, line);) {
        const std::size_t space = line.rfind(' ');
        if (line.starts_with("anjungan_") && space != std::string::npos)
            out[line.substr(0, space)] = line.substr(space + 1);
    }
    return out;
}

} // namespace

std::string diagnose(const DataDirectory& directory, std::string_view version, std::string_view metrics,
                     const Hasher& hasher, const Clock& clock)
{
    json out{{"program", version},
             {"now", formatInstant(clock.now())},
             {"system", systemJson()},
             {"disk", diskJson(directory)},
             {"files", filesJson(directory)},
             {"certificates", certificateJson(directory)},
             {"devices", devicesJson(directory, hasher)},
             {"staff", staffJson(directory)}};
    std::error_code problem;
    // Opening would make a file that is not there, as for a log in PostgreSQL.
    if (fs::exists(directory.journal(), problem)) {
        out["log"] = statsJson(directory.journal());
        out["soundness"] = soundnessJson(directory.journal(), hasher);
    } else {
        out["log"] = {{"error", "journal-missing"}};
    }
    if (!metrics.empty())
        out["metrics"] = metricsJson(metrics);
    return out.dump(2, ' ', false, json::error_handler_t::replace) + '\n';
}

} // namespace anjungan
