// SPDX-License-Identifier: GPL-3.0-or-later
//
// Prints what the server would send for the scenes of a citizen's day, made by the real queue: for the test
// that reads them in a real browser. One JSON object: `pageHeaders`, `jsonHeaders`, and under `scenes` each
// scene's `status`, `at_ms`, `tag`, `json` and the pages `id` and `en`.
#include "server/phone_hall.h"
#include "server/phone_page.h"

#include <iostream>
#include <nlohmann/json.hpp>

namespace {

using namespace anjungan;
using namespace std::chrono_literals;
using nlohmann::json;

class Scenes
{
public:
    void add(const std::string& name, const PhoneView& view)
    {
        const std::string text = toJsonText(view);
        const std::string tag = entityTagOf(text, m_hasher);
        m_scenes[name] = {{"status", view.state == PhoneState::Refused ? 404 : 200},
                          {"at_ms", view.at.time_since_epoch().count()},
                          {"tag", tag},
                          {"json", text},
                          {"id", phonePage(view, text, tag, Language::Indonesian)},
                          {"en", phonePage(view, text, tag, Language::English)}};
    }

    void print() const
    {
        const auto headersOf = [](std::span<const PhoneHeader> headers) {
            json out = json::object();
            for (const PhoneHeader& header : headers)
                out[std::string(header.name)] = header.value;
            return out;
        };
        std::cout << json{{"pageHeaders", headersOf(phonePageHeaders())},
                          {"jsonHeaders", headersOf(phoneJsonHeaders())},
                          {"scenes", m_scenes}}
                         .dump()
                  << '\n';
    }

private:
    SodiumHasher m_hasher;
    json m_scenes = json::object();
};

/// One errand from the kiosk to its end, and what may come between.
void addOneErrand(Scenes& scenes)
{
    PhoneHall hall;
    for (int i = 0; i < 11; ++i)
        hall.issue({"ktp"});
    const TicketId ticket = hall.issue({"kk"});
    const std::string token = hall.tokenOf(ticket);
    scenes.add("no-counter", hall.scan(token));
    hall.open(hall.counter1, hall.ani);
    hall.open(hall.counter2, hall.budi);
    scenes.add("far", hall.scan(token));
    for (int i = 0; i < 11; ++i) {
        const LegAct act = hall.call(i % 2 == 0 ? hall.counter1 : hall.counter2);
        hall.clock.advance(5min);
        if (i == 5)
            scenes.add("waiting", hall.scan(token));
        if (i < 10)
            hall.queue.must(FinishLeg{act, Outcome::Done});
    }
    scenes.add("next", hall.scan(token));
    LegAct act = hall.call(hall.counter2);
    scenes.add("called", hall.scan(token));
    hall.queue.must(RecallLeg{act});
    scenes.add("recalled", hall.scan(token));
    hall.queue.must(MarkNoShow{act});
    scenes.add("missed", hall.scan(token));
    const Receipt again = hall.queue.must(CallLeg{hall.counter2, act.leg});
    act.episode = std::get<LegCalled>(again.events.front().body).episode;
    hall.queue.must(StartService{act});
    scenes.add("serving", hall.scan(token));
    hall.queue.must(ParkLeg{act});
    scenes.add("parked", hall.scan(token));
    hall.queue.must(CancelTicket{ticket, std::nullopt});
    scenes.add("cancelled", hall.scan(token));
}

void addSeveralErrands(Scenes& scenes)
{
    PhoneHall hall;
    const TicketId ticket = hall.issue({"ktp", "skck"});
    hall.open(hall.counter1, hall.ani);
    const LegAct first = hall.call(hall.counter1);
    scenes.add("called-first", hall.view(ticket));
    hall.queue.must(StartService{first});
    hall.issue({"skck"});
    hall.open(hall.counter3, hall.budi);
    hall.clock.advance(4min);
    hall.queue.must(FinishLeg{first, Outcome::Done});
    scenes.add("second-errand", hall.view(ticket));
    hall.queue.must(FinishLeg{hall.call(hall.counter3), Outcome::Done});
    scenes.add("finished", hall.view(ticket));
}

void addWithoutTicket(Scenes& scenes)
{
    const PhoneHall hall;
    scenes.add("unknown-yet", hall.scan(hall.tokenAlone()));
    scenes.add("refused", hall.scan("KODEYANGSALAH"));
    scenes.add("day-over", hall.scan(hall.tokenAlone("2026-11-20")));
}

void addLeftWaiting(Scenes& scenes)
{
    PhoneHall hall;
    const TicketId ticket = hall.issue({"ktp"});
    hall.clock.advance(24h);
    scenes.add("left-waiting", hall.view(ticket));
}

void addTraining(Scenes& scenes)
{
    Catalogue catalogue = openCatalogue();
    catalogue.training = true;
    PhoneHall hall(catalogue);
    hall.open(hall.counter1, hall.ani);
    const TicketId ticket = hall.issue({"ktp"});
    scenes.add("training-waiting", hall.view(ticket));
    (void)hall.call(hall.counter1);
    scenes.add("training-called", hall.view(ticket));
}

/// As long as the catalogue lets names be in life, and markup in them.
void addLongNames(Scenes& scenes)
{
    Catalogue catalogue = openCatalogue();
    catalogue.siteName = {
        "Mal Pelayanan Publik Ki Ageng Pandanaran <b>&</b> \"Sentra\" Kependudukan",
        "Public Service Mall Ki Ageng Pandanaran <b>&</b> \"Centre\" of Civil Registration"};
    catalogue.siteRegion = {"Kabupaten Penukal Abab Lematang Ilir, Provinsi Sumatera Selatan",
                            "Penukal Abab Lematang Ilir Regency, Province of South Sumatra"};
    catalogue.helpPlace = {"Meja informasi dan pengaduan terpadu, lobi utama sayap timur, lantai 1",
                           "Integrated information and complaints desk, main lobby, east wing, floor 1"};
    catalogue.queues[0].prefix = "AK";
    for (Counter& counter : catalogue.counters)
        counter.label = "Prioritas " + counter.label + "AB";
    catalogue.zones[0].name = {"Ruang tunggu pelayanan administrasi kependudukan terpadu sayap timur",
                               "Waiting room of the integrated population administration, east wing"};
    PhoneHall hall(catalogue);
    for (int i = 0; i < 5; ++i)
        hall.issue({"ktp"});
    IssueTicket wanted;
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    wanted.series = 3;
    wanted.services = {*ServiceId::parse("kk"), *ServiceId::parse("skck"), *ServiceId::parse("ktp")};
    hall.queue.must(wanted);
    hall.open(hall.counter1, hall.ani);
    scenes.add("long-waiting", hall.view(wanted.ticket));
    hall.queue.must(CallLeg{hall.counter1, {wanted.ticket, 0}});
    scenes.add("long-called", hall.view(wanted.ticket));
}

} // namespace

int main()
{
    Scenes scenes;
    addOneErrand(scenes);
    addSeveralErrands(scenes);
    addWithoutTicket(scenes);
    addTraining(scenes);
    addLeftWaiting(scenes);
    addLongNames(scenes);
    scenes.print();
}
