// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue.h"
#include "core/catalogue_words.h"

#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

using Json = nlohmann::json;

Json toJson(const Text& text)
{
    Json out{{"id", text.indonesian}};
    if (!text.english.empty())
        out["en"] = text.english;
    return out;
}

void putText(Json& out, const char* key, const Text& text)
{
    if (!text.indonesian.empty())
        out[key] = toJson(text);
}

Json toJson(const std::vector<Text>& texts)
{
    Json out = Json::array();
    for (const Text& text : texts)
        out.push_back(toJson(text));
    return out;
}

Json toJson(const Hours& hours)
{
    Json out = Json::object();
    for (std::size_t day = 0; day < hours.week.size(); ++day) {
        for (const Period& period : hours.week[day])
            out[std::string(weekdayWords[day])].push_back(
                Json::array({formatMinute(period.opens), formatMinute(period.closes)}));
    }
    return out;
}

Json toJson(const Closure& closure)
{
    Json out{{"day", formatDay(closure.day)}, {"reason", toJson(closure.reason)}};
    for (const AgencyId& agency : closure.agencies)
        out["agencies"].push_back(agency.text());
    return out;
}

Json toJson(const Season& season)
{
    return {{"from", formatDay(season.from)},
            {"to", formatDay(season.to)},
            {"name", toJson(season.name)},
            {"hours", toJson(season.hours)}};
}

Json toJson(const CallPolicy& policy)
{
    return {{"priorityRun", policy.priorityRun}, {"returnAfterOthers", policy.returnAfterOthers}};
}

Json toJson(const PriorityClass& priorityClass)
{
    return {
        {"id", priorityClass.id.text()}, {"name", toJson(priorityClass.name)}, {"icon", priorityClass.icon}};
}

Json toJson(const Zone& zone)
{
    return {{"id", zone.id.text()}, {"name", toJson(zone.name)}, {"floor", zone.floor}};
}

Json toJson(const Queue& queue)
{
    Json out{{"id", queue.id.text()}, {"prefix", queue.prefix}, {"name", toJson(queue.name)}};
    if (queue.policy)
        out["policy"] = toJson(*queue.policy);
    return out;
}

Json toJson(const Agency& agency)
{
    Json out{{"id", agency.id.text()},
             {"name", toJson(agency.name)},
             {"shortName", toJson(agency.shortName)},
             {"icon", agency.icon}};
    if (agency.hours)
        out["hours"] = toJson(*agency.hours);
    return out;
}

Json toJson(const ServiceCase& serviceCase)
{
    return {{"id", serviceCase.id.text()},
            {"title", toJson(serviceCase.title)},
            {"requirements", toJson(serviceCase.requirements)}};
}

Json toJson(const Fee& fee)
{
    Json out{{"verified", fee.verified}};
    if (fee.rupiah)
        out["rupiah"] = *fee.rupiah;
    putText(out, "note", fee.note);
    return out;
}

Json toJson(const Service& service)
{
    Json out{{"id", service.id.text()},
             {"agency", service.agency.text()},
             {"queue", service.queue.text()},
             {"title", toJson(service.title)},
             {"icon", service.icon},
             {"fee", toJson(service.fee)},
             {"waitingStandard", service.waitingStandard.count()},
             {"serviceStandard", service.serviceStandard.count()},
             {"serviceStandardVerified", service.serviceStandardVerified}};
    putText(out, "shortTitle", service.shortTitle);
    if (!service.keywords.empty())
        out["keywords"] = service.keywords;
    for (const ServiceCase& serviceCase : service.cases)
        out["cases"].push_back(toJson(serviceCase));
    if (service.hours)
        out["hours"] = toJson(*service.hours);
    if (service.quotaDaily)
        out["quotaDaily"] = *service.quotaDaily;
    if (!service.reportTags.empty())
        out["reportTags"] = service.reportTags;
    if (service.frequent)
        out["frequent"] = true;
    return out;
}

Json toJson(const Counter& counter)
{
    Json out{{"id", counter.id.text()},
             {"label", counter.label},
             {"agency", counter.agency.text()},
             {"zone", counter.zone.text()}};
    if (counter.direction != Direction::None)
        out["direction"] = std::string(directionWords[static_cast<std::size_t>(counter.direction)]);
    for (const QueueId& queue : counter.queues)
        out["queues"].push_back(queue.text());
    for (const Need need : counter.serves)
        out["serves"].push_back(std::string(needWords.at(static_cast<std::size_t>(need))));
    return out;
}

template <typename Item>
void putList(Json& out, const char* key, const std::vector<Item>& items)
{
    if (items.empty())
        return;
    Json& array = out[key] = Json::array();
    for (const Item& item : items)
        array.push_back(toJson(item));
}

} // namespace

Json toJson(const Catalogue& catalogue)
{
    Json out{{"version", catalogue.version},
             {"site", catalogue.site.text()},
             {"siteName", toJson(catalogue.siteName)},
             {"siteRegion", toJson(catalogue.siteRegion)},
             {"timeZone", std::string(wordOf(catalogue.timeZone))},
             {"hours", toJson(catalogue.hours)},
             {"policy", toJson(catalogue.policy)}};
    if (catalogue.kind != SiteKind::Mall)
        out["siteKind"] = std::string(siteKindWords.at(static_cast<std::size_t>(catalogue.kind)));
    if (catalogue.parent)
        out["siteParent"] = catalogue.parent->text();
    if (catalogue.training)
        out["training"] = true;
    if (catalogue.continueWithin_days != Catalogue().continueWithin_days)
        out["continueWithinDays"] = catalogue.continueWithin_days;
    putText(out, "helpPlace", catalogue.helpPlace);
    putList(out, "notices", catalogue.notices);
    putList(out, "closures", catalogue.closures);
    putList(out, "seasons", catalogue.seasons);
    putList(out, "priorityClasses", catalogue.priorityClasses);
    putList(out, "zones", catalogue.zones);
    putList(out, "queues", catalogue.queues);
    putList(out, "agencies", catalogue.agencies);
    putList(out, "services", catalogue.services);
    putList(out, "counters", catalogue.counters);
    return out;
}

} // namespace anjungan
