// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue_check.h"
#include "core/catalogue_words.h"
#include "core/hours_read.h"
#include "core/number.h"
#include "core/object_reader.h"
#include "core/text_read.h"
#include "core/token.h"

#include <algorithm>

namespace anjungan {

namespace {

using Json = nlohmann::json;

/// A name from the icon family of the faces, which know whether they have it.
std::string readIcon(ObjectReader& reader)
{
    std::string icon = reader.plain("icon", 48);
    const bool wellFormed = std::all_of(icon.begin(), icon.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
    if (!wellFormed)
        reader.fault().set(reader.placeOf("icon"), "must be of a-z, 0-9 and '-'");
    return icon;
}

/// A list of texts none of which comes twice.
std::vector<std::string> readWords(ObjectReader& reader, std::string_view key, std::size_t most,
                                   std::size_t bytesMax)
{
    auto words = reader.list<std::string>(key, 0, most, [&](const Json& item, const std::string& place) {
        return ObjectReader::readPlain(item, place, bytesMax, reader.fault());
    });
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto end = words.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(words.begin(), end, words[i]) != end)
            reader.fault().set(fmt::format("{}[{}]", reader.placeOf(key), i), "comes twice");
    }
    return words;
}

std::optional<CallPolicy> findPolicy(ObjectReader& parent)
{
    const Json* value = parent.find("policy");
    if (value == nullptr)
        return std::nullopt;
    ObjectReader reader(*value, parent.placeOf("policy"), parent.fault());
    CallPolicy policy;
    policy.priorityRun = static_cast<int>(reader.integer("priorityRun", 0, 100));
    policy.returnAfterOthers = static_cast<int>(reader.integer("returnAfterOthers", 0, 100));
    reader.finish();
    return policy;
}

TimeZone readTimeZone(ObjectReader& reader)
{
    if (const auto zone = timeZoneOf(reader.plain("timeZone", 4)))
        return *zone;
    reader.fault().set(reader.placeOf("timeZone"), "must be WIB, WITA or WIT");
    return TimeZone::Wib;
}

SiteId readSiteId(const Json& value, const std::string& place, Fault& fault)
{
    auto site = ObjectReader::readName<SiteId>(value, place, fault);
    if (site.text().size() > siteIdLengthMax)
        fault.set(place, "is longer than 12 characters");
    return site;
}

SiteKind readSiteKind(const Json& value, const std::string& place, Fault& fault)
{
    const auto* const word = std::find(siteKindWords.begin(), siteKindWords.end(),
                                       value.is_string() ? value.get<std::string>() : std::string());
    if (word != siteKindWords.end())
        return static_cast<SiteKind>(word - siteKindWords.begin());
    fault.set(place, "must be mall, kecamatan, desa, kelurahan, tiyuh or mobile");
    return SiteKind::Mall;
}

/// Who and what the site is.
void readSite(ObjectReader& reader, Catalogue& catalogue)
{
    Fault& fault = reader.fault();
    if (const Json* site = reader.require("site"))
        catalogue.site = readSiteId(*site, "site", fault);
    if (const Json* kind = reader.find("siteKind"))
        catalogue.kind = readSiteKind(*kind, "siteKind", fault);
    if (const Json* parent = reader.find("siteParent")) {
        catalogue.parent = readSiteId(*parent, "siteParent", fault);
        if (catalogue.parent == catalogue.site)
            fault.set("siteParent", "is the site itself");
    }
    catalogue.training = reader.flag("training");
    catalogue.siteName = requireText(reader, "siteName");
    catalogue.siteRegion = requireText(reader, "siteRegion");
}

PriorityClass readPriorityClass(const Json& value, std::string place, Fault& fault)
{
    ObjectReader reader(value, std::move(place), fault);
    PriorityClass priorityClass;
    priorityClass.id = reader.name<PriorityClassId>("id");
    priorityClass.name = requireText(reader, "name");
    priorityClass.icon = readIcon(reader);
    reader.finish();
    return priorityClass;
}

Zone readZone(const Json& value, std::string place, Fault& fault)
{
    ObjectReader reader(value, std::move(place), fault);
    Zone zone;
    zone.id = reader.name<ZoneId>("id");
    zone.name = requireText(reader, "name");
    zone.floor = static_cast<int>(reader.integer("floor", -9, 99));
    reader.finish();
    return zone;
}

Queue readQueue(const Json& value, std::string place, Fault& fault)
{
    ObjectReader reader(value, std::move(place), fault);
    Queue queue;
    queue.id = reader.name<QueueId>("id");
    queue.prefix = reader.plain("prefix", 2);
    if (!isPrefix(queue.prefix))
        fault.set(reader.placeOf("prefix"), "must be one or two of A-Z");
    queue.name = requireText(reader, "name");
    queue.policy = findPolicy(reader);
    reader.finish();
    return queue;
}

Agency readAgency(const Json& value, std::string place, Fault& fault)
{
    ObjectReader reader(value, std::move(place), fault);
    Agency agency;
    agency.id = reader.name<AgencyId>("id");
    agency.name = requireText(reader, "name");
    agency.shortName = requireText(reader, "shortName");
    agency.icon = readIcon(reader);
    agency.hours = findHours(reader);
    reader.finish();
    return agency;
}

ServiceCase readCase(const Json& value, std::string place, Fault& fault)
{
    ObjectReader reader(value, std::move(place), fault);
    ServiceCase serviceCase;
    serviceCase.id = reader.name<CaseId>("id");
    serviceCase.title = requireText(reader, "title");
    reader.require("requirements");
    serviceCase.requirements = readTexts(reader, "requirements", 40);
    reader.finish();
    return serviceCase;
}

Fee readFee(const Json& value, std::string place, Fault& fault)
{
    ObjectReader reader(value, std::move(place), fault);
    Fee fee;
    fee.rupiah = reader.optionalInteger("rupiah", 0, 1'000'000'000'000);
    reader.require("verified");
    fee.verified = reader.flag("verified");
    fee.note = findText(reader, "note");
    reader.finish();
    return fee;
}

Service readService(const Json& value, std::string place, Fault& fault)
{
    ObjectReader reader(value, std::move(place), fault);
    Service service;
    service.id = reader.name<ServiceId>("id");
    service.agency = reader.name<AgencyId>("agency");
    service.queue = reader.name<QueueId>("queue");
    service.title = requireText(reader, "title");
    service.shortTitle = findText(reader, "shortTitle");
    service.icon = readIcon(reader);
    service.keywords = readWords(reader, "keywords", 50, 50);
    service.cases = reader.list<ServiceCase>("cases", 1, 20, [&](const Json& item, std::string at) {
        return readCase(item, std::move(at), fault);
    });
    if (const Json* fee = reader.require("fee"))
        service.fee = readFee(*fee, reader.placeOf("fee"), fault);
    service.waitingStandard = std::chrono::minutes(reader.integer("waitingStandard", 1, 1440));
    service.serviceStandard = std::chrono::minutes(reader.integer("serviceStandard", 1, 1440));
    reader.require("serviceStandardVerified");
    service.serviceStandardVerified = reader.flag("serviceStandardVerified");
    service.hours = findHours(reader);
    if (const auto quota = reader.optionalInteger("quotaDaily", 1, 9999))
        service.quotaDaily = static_cast<int>(*quota);
    service.reportTags = readWords(reader, "reportTags", 20, 32);
    service.frequent = reader.flag("frequent");
    reader.finish();
    return service;
}

Need readNeed(const Json& value, const std::string& place, Fault& fault)
{
    const auto* const word = std::find(needWords.begin(), needWords.end(),
                                       value.is_string() ? value.get<std::string>() : std::string());
    if (word != needWords.end())
        return static_cast<Need>(word - needWords.begin());
    fault.set(place, "must be wheelchair, escort, sign-language or writing");
    return Need::Wheelchair;
}

Counter readCounter(const Json& value, std::string place, Fault& fault)
{
    ObjectReader reader(value, std::move(place), fault);
    Counter counter;
    counter.id = reader.name<CounterId>("id");
    counter.label = reader.plain("label", 16);
    counter.agency = reader.name<AgencyId>("agency");
    counter.zone = reader.name<ZoneId>("zone");
    if (const Json* direction = reader.find("direction")) {
        const auto* const known = std::find(directionWords.begin(), directionWords.end(),
                                            direction->is_string() ? direction->get<std::string>() : "");
        if (known == directionWords.end())
            fault.set(reader.placeOf("direction"), "must be none, left, right, ahead, up or down");
        else
            counter.direction = static_cast<Direction>(known - directionWords.begin());
    }
    counter.queues = reader.list<QueueId>("queues", 1, 1000, [&](const Json& item, const std::string& at) {
        return ObjectReader::readName<QueueId>(item, at, fault);
    });
    counter.serves =
        reader.list<Need>("serves", 0, needWords.size(),
                          [&](const Json& item, const std::string& at) { return readNeed(item, at, fault); });
    reader.finish();
    return counter;
}

void readLists(ObjectReader& reader, Catalogue& catalogue)
{
    Fault& fault = reader.fault();
    const auto with = [&fault](auto read) {
        return [&fault, read](const Json& item, std::string place) {
            return read(item, std::move(place), fault);
        };
    };
    catalogue.notices = readTexts(reader, "notices", 50);
    catalogue.closures = readClosures(reader);
    catalogue.seasons = readSeasons(reader);
    catalogue.priorityClasses = reader.list<PriorityClass>("priorityClasses", 0, 20, with(readPriorityClass));
    catalogue.zones = reader.list<Zone>("zones", 1, 100, with(readZone));
    catalogue.queues = reader.list<Queue>("queues", 1, 1000, with(readQueue));
    catalogue.agencies = reader.list<Agency>("agencies", 1, 100, with(readAgency));
    catalogue.services = reader.list<Service>("services", 1, 1000, with(readService));
    catalogue.counters = reader.list<Counter>("counters", 1, 500, with(readCounter));
}

template <typename Item, typename ItemId>
void indexById(const std::vector<Item>& items, std::unordered_map<ItemId, std::size_t>& index)
{
    index.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        index.emplace(items[i].id, i);
}

} // namespace

Result<Catalogue> readCatalogue(const Json& document)
{
    Fault fault;
    ObjectReader reader(document, {}, fault);
    Catalogue catalogue;
    catalogue.version = static_cast<int>(reader.integer("version", 1, 1'000'000'000));
    readSite(reader, catalogue);
    catalogue.timeZone = readTimeZone(reader);
    catalogue.helpPlace = findText(reader, "helpPlace");
    catalogue.hours = readSiteHours(reader);
    catalogue.policy = findPolicy(reader).value_or(CallPolicy());
    if (const auto within = reader.optionalInteger("continueWithinDays", 0, 60))
        catalogue.continueWithin_days = static_cast<int>(*within);
    readLists(reader, catalogue);
    reader.finish();
    if (!fault.isSet())
        checkCatalogue(catalogue, fault);
    if (fault.isSet())
        return refuse("catalogue-invalid", fault.text());
    indexById(catalogue.services, catalogue.index.services);
    indexById(catalogue.queues, catalogue.index.queues);
    indexById(catalogue.counters, catalogue.index.counters);
    return catalogue;
}

} // namespace anjungan
