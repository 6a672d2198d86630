// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/site_checkpoint.h"

#include "core/json_codec.h"
#include "core/json_depth.h"

namespace anjungan {

namespace {

using nlohmann::json;

constexpr int version = 1;
constexpr std::size_t entriesMax = 100'000;

/// A list whose items are written by `write`.
template <typename Items, typename Write>
json listOf(const Items& items, Write write)
{
    json list = json::array();
    for (const auto& item : items)
        list.push_back(write(item));
    return list;
}

/// Calls `read(item)` for each item of a list until it answers false.
template <typename Read>
bool eachOf(const json& from, const char* name, Read read)
{
    const auto list = from.find(name);
    if (list == from.end() || !list->is_array() || list->size() > entriesMax)
        return false;
    return std::all_of(list->begin(), list->end(), read);
}

} // namespace

/// Reads and writes what the site keeps to itself.
class SiteCheckpoint
{
public:
    static json write(const Site& site);
    static bool read(const json& from, Site& site, std::uint64_t& cataloguePosition);
    static void stand(Site& site, Position head, Position cataloguePosition,
                      std::shared_ptr<const Catalogue> catalogue);

private:
    static json writePace(const Site& site);
    static bool readPace(const json& from, Site& site);
    static json writeLeft(const LeftTicket& left);
    static bool readLeft(const json& from, LeftTicket& left);
    static bool readPeople(const json& from, Site& site);
};

json SiteCheckpoint::writePace(const Site& site)
{
    json pace = json::array();
    for (const auto& [queue, day] : site.m_queues) {
        for (const auto& [service, times] : day.recentServices) {
            const auto counted = static_cast<std::ptrdiff_t>(std::min(times.size(), recentServicesCounted));
            json counts = json::array();
            for (auto time = times.end() - counted; time != times.end(); ++time)
                counts.push_back(time->time.count());
            if (counted > 0)
                pace.push_back({{"queue", queue.text()}, {"service", service.text()}, {"times", counts}});
        }
    }
    return pace;
}

bool SiteCheckpoint::readPace(const json& from, Site& site)
{
    return eachOf(from, "pace", [&site](const json& item) {
        QueueId queue;
        ServiceId service;
        if (!codec::get(item, "queue", queue) || !codec::get(item, "service", service))
            return false;
        auto& times = site.m_queues[queue].recentServices[service];
        return eachOf(item, "times", [&times](const json& value) {
            std::int64_t count = 0;
            if (times.size() >= recentServicesMax || !codec::decode(value, count) || count < 0)
                return false;
            times.push_back({EpisodeId(), std::chrono::milliseconds(count)});
            return true;
        });
    });
}

json SiteCheckpoint::writeLeft(const LeftTicket& left)
{
    json out{{"id", left.id.text()},
             {"number", left.number.text()},
             {"day", formatDay(left.day)},
             {"language", codec::encode(left.language)},
             {"classes", codec::encode(left.classes)},
             {"legs", listOf(left.legs, [](const LeftLeg& leg) {
                  return json{{"service", leg.service.text()}, {"arrival", codec::encode(leg.arrival)}};
              })}};
    codec::put(out, "continuedBy", left.continuedBy);
    return out;
}

bool SiteCheckpoint::readLeft(const json& from, LeftTicket& left)
{
    return codec::get(from, "id", left.id) && codec::get(from, "number", left.number) &&
           codec::get(from, "day", left.day) && codec::get(from, "language", left.language) &&
           codec::get(from, "classes", left.classes) && codec::get(from, "continuedBy", left.continuedBy) &&
           eachOf(from, "legs", [&left](const json& item) {
               LeftLeg& leg = left.legs.emplace_back();
               return codec::get(item, "service", leg.service) && codec::get(item, "arrival", leg.arrival);
           });
}

json SiteCheckpoint::write(const Site& site)
{
    auto left = site.m_left;
    for (const auto& [id, ticket] : site.m_tickets) {
        if (auto ofToday = leftOf(ticket))
            left.emplace(id, std::move(*ofToday));
    }
    return {{"version", version},
            {"time", codec::encode(site.m_lastTime)},
            {"day", formatDay(site.m_day)},
            {"catalogue", site.m_cataloguePosition.n},
            {"staff", listOf(site.m_staff,
                             [](const auto& person) {
                                 return json{{"id", person.first.text()}, {"name", person.second}};
                             })},
            {"devices", listOf(site.m_devices,
                               [](const auto& entry) {
                                   const auto& [id, device] = entry;
                                   return json{{"id", id.text()},
                                               {"incarnation", device.incarnation.text()},
                                               {"series", device.series},
                                               {"publicKey", codec::encode(device.publicKey)},
                                               {"suspect", device.isSuspect}};
                               })},
            {"desks", listOf(site.m_desks,
                             [](const auto& entry) {
                                 json desk{{"id", entry.first.text()},
                                           {"presence", codec::encode(entry.second.presence)},
                                           {"since", codec::encode(entry.second.since)}};
                                 codec::put(desk, "staff", entry.second.staff);
                                 return desk;
                             })},
            {"newer", json(site.m_newer)},
            {"pace", writePace(site)},
            {"left", listOf(left, [](const auto& entry) { return writeLeft(entry.second); })}};
}

bool SiteCheckpoint::readPeople(const json& from, Site& site)
{
    return eachOf(from, "staff",
                  [&site](const json& item) {
                      StaffId id;
                      return codec::get(item, "id", id) && codec::get(item, "name", site.m_staff[id]);
                  }) &&
           eachOf(from, "devices",
                  [&site](const json& item) {
                      DeviceId id;
                      if (!codec::get(item, "id", id))
                          return false;
                      Device& device = site.m_devices[id];
                      return codec::get(item, "incarnation", device.incarnation) &&
                             codec::get(item, "series", device.series) &&
                             codec::get(item, "publicKey", device.publicKey) &&
                             codec::get(item, "suspect", device.isSuspect);
                  }) &&
           eachOf(from, "desks", [&site](const json& item) {
               CounterId id;
               if (!codec::get(item, "id", id))
                   return false;
               CounterDesk& desk = site.m_desks[id];
               return codec::get(item, "presence", desk.presence) && codec::get(item, "since", desk.since) &&
                      codec::get(item, "staff", desk.staff);
           });
}

bool SiteCheckpoint::read(const json& from, Site& site, std::uint64_t& cataloguePosition)
{
    int written = 0;
    return from.is_object() && codec::get(from, "version", written) && written == version &&
           codec::get(from, "time", site.m_lastTime) && codec::get(from, "day", site.m_day) &&
           codec::get(from, "catalogue", cataloguePosition) && readPeople(from, site) &&
           readPace(from, site) &&
           eachOf(from, "newer",
                  [&site](const json& item) {
                      return item.is_string() && site.m_newer.insert(item.get<std::string>()).second;
                  }) &&
           eachOf(from, "left", [&site](const json& item) {
               LeftTicket left;
               return readLeft(item, left) && site.m_left.emplace(left.id, left).second;
           });
}

void SiteCheckpoint::stand(Site& site, Position head, Position cataloguePosition,
                           std::shared_ptr<const Catalogue> catalogue)
{
    site.m_head = head;
    site.m_cataloguePosition = cataloguePosition;
    site.m_catalogue = std::move(catalogue);
}

bool beginsDay(const Site& site, const EventBody& event)
{
    const auto* issued = std::get_if<TicketIssued>(&event);
    const auto* raised = std::get_if<NumbersRaised>(&event);
    const Day day = issued ? issued->day : raised ? raised->day : Day();
    return day > site.day() && site.day() != Day();
}

std::string checkpointOf(const Site& site)
{
    return SiteCheckpoint::write(site).dump();
}

Result<Site> siteOf(const Checkpoint& checkpoint,
                    const std::function<Result<std::optional<Event>>(std::uint64_t)>& eventAt)
{
    Site site;
    std::uint64_t cataloguePosition = 0;
    const json from = parseJson(checkpoint.state);
    if (from.is_discarded() || !SiteCheckpoint::read(from, site, cataloguePosition))
        return refuse("checkpoint-invalid", "not of this form");
    std::shared_ptr<const Catalogue> catalogue;
    Position at;
    if (cataloguePosition > 0) {
        const auto event = eventAt(cataloguePosition);
        if (!event)
            return tl::unexpected(event.error());
        const auto* published = *event ? std::get_if<CataloguePublished>(&(*event)->body) : nullptr;
        if (!published || !published->catalogue)
            return refuse("checkpoint-invalid", "its catalogue is not in the log");
        catalogue = published->catalogue;
        at = *(*event)->position;
    }
    SiteCheckpoint::stand(site, checkpoint.at, at, std::move(catalogue));
    return site;
}

} // namespace anjungan
