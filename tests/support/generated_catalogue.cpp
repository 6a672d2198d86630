// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/generated_catalogue.h"

#include "support/chance.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace anjungan {

namespace {

using std::chrono::hours;
using std::chrono::minutes;

const std::vector<std::string> agencyNames{
    "Dinas Kependudukan dan Pencatatan Sipil",
    "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu",
    "Kepolisian Resor",
    "Kantor Imigrasi Kelas II Non-TPI",
    "Kantor Pelayanan, Penyuluhan, dan Konsultasi Perpajakan",
    "BPJS Kesehatan",
    "BPJS Ketenagakerjaan",
    "Samsat",
    "Kantor Pertanahan",
    "Kementerian Agama",
    "PDAM",
    "PT PLN (Persero) Unit Layanan Pelanggan",
    "Kejaksaan Negeri",
    "Pengadilan Agama",
    "Taspen",
    "Dinas Pemberdayaan Perempuan, Perlindungan Anak, Pengendalian Penduduk, dan Keluarga Berencana",
    "Badan Pengelolaan Keuangan dan Pendapatan Daerah",
    "Dinas Sosial",
    "Dinas Kesehatan",
    "Kantor Pos",
};

const std::vector<std::string> acts{"Penerbitan", "Perubahan data", "Perpanjangan", "Pendaftaran",
                                    "Legalisasi", "Konsultasi",     "Pengaduan",    "Pembayaran"};
const std::vector<std::string> things{
    "KTP-el", "kartu keluarga", "akta kelahiran",   "SKCK",  "paspor",
    "NPWP",   "izin usaha",     "sertipikat tanah", "SIM C", "jaminan hari tua"};
const std::string longTail = " bagi pemohon yang berdomisili di luar wilayah kabupaten, yang dokumen asalnya "
                             "hilang, rusak, atau “tidak terbaca” – termasuk ahli waris dan kuasanya";

Text text(std::string indonesian, std::string english = {})
{
    return {std::move(indonesian), std::move(english)};
}

class CatalogueMaker
{
public:
    CatalogueMaker(std::uint64_t seed, CatalogueSize size)
        : m_chance(seed)
        , m_size(size)
    {
        m_out.version = m_chance.whole(1, 50);
        m_out.site = *SiteId::parse(fmt::format("situs-{}", m_chance.whole(1, 9999)));
        m_out.kind = static_cast<SiteKind>(m_out.version % 6);
        if (m_out.kind != SiteKind::Mall)
            m_out.parent = *SiteId::parse("induk");
        m_out.siteName = text("Mal Pelayanan Publik", "Public Service Mall");
        m_out.siteRegion = text("Kabupaten Contoh");
        m_out.helpPlace = text("Meja informasi, lantai 1");
        m_out.timeZone = m_chance.pick(std::vector{TimeZone::Wib, TimeZone::Wita, TimeZone::Wit});
        m_out.policy = {m_chance.whole(1, 3), m_chance.whole(2, 5)};
        for (int i = 0; i < m_chance.whole(0, 4); ++i)
            m_out.notices.push_back(text(fmt::format("Pemberitahuan {}: simpan nomor Anda.", i + 1)));
    }

    Catalogue make()
    {
        makeCalendar();
        makeClassesAndZones();
        for (int i = 0; i < m_size.agencies; ++i)
            makeAgency(i);
        makeCounters();
        makeServices();
        return std::move(m_out);
    }

private:
    void makeCalendar()
    {
        const bool hasBreak = m_chance.happens(0.8);
        for (std::size_t day = 0; day < 5; ++day) {
            const bool friday = day == 4;
            auto& periods = m_out.hours.week[day];
            if (hasBreak) {
                periods.push_back({minutes(450), friday ? minutes(690) : minutes(720)});
                periods.push_back({minutes(780), friday ? minutes(990) : minutes(960)});
            } else {
                periods.push_back({minutes(480), minutes(900)});
            }
        }
        if (m_chance.happens(0.2))
            m_out.hours.week[5].push_back({minutes(480), minutes(690)});
        auto day = Day(std::chrono::local_days(std::chrono::year(2026) / 12 / 7));
        for (int i = 0; i < m_chance.whole(3, 15); ++i) {
            day += std::chrono::days(m_chance.whole(1, 40));
            m_out.closures.push_back({day, text(i % 2 ? "Cuti bersama" : "Hari libur nasional"), {}});
        }
        Season ramadan{Day(std::chrono::local_days(std::chrono::year(2027) / 2 / 8)),
                       Day(std::chrono::local_days(std::chrono::year(2027) / 3 / 9)),
                       text("Ramadan"),
                       {}};
        for (std::size_t weekday = 0; weekday < 5; ++weekday)
            ramadan.hours.week[weekday].push_back({minutes(480), minutes(900)});
        if (m_chance.happens(0.7))
            m_out.seasons.push_back(std::move(ramadan));
    }

    void makeClassesAndZones()
    {
        const std::vector<std::string> names{"Lansia", "Penyandang disabilitas", "Ibu hamil atau menyusui",
                                             "Membawa anak kecil", "Pahlawan dan veteran"};
        const int classes = m_chance.whole(1, static_cast<int>(names.size()));
        for (int i = 0; i < classes; ++i)
            m_out.priorityClasses.push_back({*PriorityClassId::parse(fmt::format("kelas-{}", i + 1)),
                                             text(names[static_cast<std::size_t>(i)]), "elderly"});
        const int zones = std::clamp(m_size.counters / 6, 1, 12);
        for (int i = 0; i < zones; ++i)
            m_out.zones.push_back({*ZoneId::parse(fmt::format("zona-{}", i + 1)),
                                   text(fmt::format("Zona {}", i + 1)), 1 + i / 4});
    }

    /// With one to three queues: large agencies part their services.
    void makeAgency(int number)
    {
        Agency agency;
        agency.id = *AgencyId::parse(fmt::format("instansi-{}", number + 1));
        const auto index = static_cast<std::size_t>(number);
        const std::string& name = agencyNames[index % agencyNames.size()];
        agency.name = text(index < agencyNames.size() ? name : fmt::format("{} wilayah {}", name, number));
        agency.shortName = text(fmt::format("Instansi {}", number + 1), fmt::format("Agency {}", number + 1));
        agency.icon = "office-building";
        if (number > 0 && m_chance.happens(0.25))
            agency.hours = someWeekdays();
        const double drawn = m_chance.uniform();
        const int queues = drawn < 0.65 ? 1 : drawn < 0.9 ? 2 : 3;
        auto& own = m_queuesOf.emplace_back();
        for (int i = 0; i < queues; ++i) {
            Queue queue;
            const auto n = m_out.queues.size();
            queue.id = *QueueId::parse(fmt::format("antrean-{}", n + 1));
            queue.prefix = prefix(n);
            queue.name = text(fmt::format("{} {}", agency.shortName.indonesian, i + 1));
            if (m_chance.happens(0.15))
                queue.policy = CallPolicy{m_chance.whole(1, 4), m_chance.whole(0, 4)};
            own.push_back(queue.id);
            m_out.queues.push_back(std::move(queue));
        }
        m_out.agencies.push_back(std::move(agency));
    }

    /// A to Z, then AA, AB …
    static std::string prefix(std::size_t n)
    {
        const auto letter = [](std::size_t i) { return static_cast<char>('A' + i); };
        return n < 26 ? std::string{letter(n)} : std::string{letter(n / 26 - 1), letter(n % 26)};
    }

    Hours someWeekdays()
    {
        Hours own;
        const auto first = static_cast<std::size_t>(m_chance.whole(0, 4));
        for (std::size_t day = 0; day < 5; ++day) {
            if (day != first && m_chance.happens(0.4))
                continue;
            for (Period period : m_out.hours.week[day]) {
                if (period.closes > minutes(900))
                    period.closes = minutes(900);
                own.week[day].push_back(period);
            }
        }
        return own;
    }

    /// Every queue gets a counter: agencies in turn, then what is left at random, large agencies first.
    void makeCounters()
    {
        const auto agencies = m_out.agencies.size();
        std::vector<std::vector<std::size_t>> countersOf(agencies);
        std::vector<double> weights;
        for (std::size_t i = 0; i < agencies; ++i)
            weights.push_back(1.0 / static_cast<double>(1 + i / 2));
        for (int i = 0; i < m_size.counters; ++i) {
            const auto n = static_cast<std::size_t>(i);
            const std::size_t agency = n < agencies ? n : m_chance.weighted(weights);
            Counter counter;
            counter.id = *CounterId::parse(fmt::format("loket-{}", i + 1));
            counter.label = std::to_string(i + 1);
            counter.agency = m_out.agencies[agency].id;
            counter.zone = m_chance.pick(m_out.zones).id;
            counter.direction = static_cast<Direction>(m_chance.whole(0, 5));
            if (m_chance.happens(0.2))
                counter.serves = {Need::Wheelchair, Need::SignLanguage};
            countersOf[agency].push_back(m_out.counters.size());
            m_out.counters.push_back(std::move(counter));
        }
        for (std::size_t i = 0; i < agencies; ++i) {
            // An agency without a counter of its own is served at another's.
            const auto shared = std::vector<std::size_t>{i % m_out.counters.size()};
            assignQueues(m_queuesOf[i], countersOf[i].empty() ? shared : countersOf[i]);
        }
    }

    void assignQueues(const std::vector<QueueId>& queues, const std::vector<std::size_t>& counters)
    {
        const bool everyCounterEveryQueue = m_chance.happens(0.5);
        const auto add = [&](std::size_t counter, const QueueId& queue) {
            auto& own = m_out.counters[counter].queues;
            if (std::find(own.begin(), own.end(), queue) == own.end())
                own.push_back(queue);
        };
        for (std::size_t i = 0; i < std::max(queues.size(), counters.size()); ++i)
            add(counters[i % counters.size()], queues[i % queues.size()]);
        for (const std::size_t counter : counters) {
            for (const QueueId& queue : queues) {
                if (everyCounterEveryQueue || m_chance.happens(0.2))
                    add(counter, queue);
            }
        }
    }

    void makeServices()
    {
        const auto agencies = m_out.agencies.size();
        std::vector<double> weights;
        for (std::size_t i = 0; i < agencies; ++i)
            weights.push_back(1.0 / static_cast<double>(1 + i / 4));
        for (int i = 0; i < m_size.services; ++i) {
            const auto n = static_cast<std::size_t>(i);
            makeService(i, n < agencies ? n : m_chance.weighted(weights));
        }
        for (Closure& closure : m_out.closures) {
            if (m_chance.happens(0.2))
                closure.agencies = {m_chance.pick(m_out.agencies).id};
        }
    }

    void makeService(int number, std::size_t agency)
    {
        Service service;
        service.id = *ServiceId::parse(fmt::format("layanan-{}", number + 1));
        service.agency = m_out.agencies[agency].id;
        service.queue = m_chance.pick(m_queuesOf[agency]);
        const std::string title =
            fmt::format("{} {} {}", m_chance.pick(acts), m_chance.pick(things), number + 1);
        service.title = text(m_chance.happens(0.08) ? title + longTail : title,
                             m_chance.happens(0.6) ? fmt::format("Service {}", number + 1) : "");
        if (m_chance.happens(0.5))
            service.shortTitle = text(fmt::format("Layanan {}", number + 1));
        service.icon = "file-document";
        service.keywords = {fmt::format("kata{}", number % 37), m_chance.pick(things)};
        for (int i = 0; i < m_chance.whole(1, 3); ++i) {
            ServiceCase own{*CaseId::parse(fmt::format("keperluan-{}", i + 1)),
                            text(fmt::format("Keperluan {}", i + 1)),
                            {}};
            for (int k = 0; k < m_chance.whole(1, 6); ++k)
                own.requirements.push_back(text(fmt::format("Fotokopi {}", m_chance.pick(things))));
            service.cases.push_back(std::move(own));
        }
        if (m_chance.happens(0.8))
            service.fee.rupiah = m_chance.happens(0.7) ? 0 : m_chance.whole(1, 60) * 5000;
        service.fee.verified = m_chance.happens(0.5);
        service.waitingStandard = minutes(30);
        service.serviceStandard = minutes(m_chance.pick(std::vector{5, 10, 10, 15, 15, 20, 30}));
        service.serviceStandardVerified = m_chance.happens(0.3);
        if (m_chance.happens(0.06))
            service.hours = mornings(m_out.agencies[agency].hours.value_or(m_out.hours));
        if (m_chance.happens(0.08))
            service.quotaDaily = m_chance.whole(5, 60);
        service.reportTags =
            m_chance.happens(0.3) ? std::vector<std::string>{"population"} : std::vector<std::string>{};
        service.frequent = number < 6;
        m_out.services.push_back(std::move(service));
    }

    static Hours mornings(Hours own)
    {
        for (auto& periods : own.week) {
            if (!periods.empty())
                periods.resize(1);
        }
        return own;
    }

    Chance m_chance;
    CatalogueSize m_size;
    Catalogue m_out;
    std::vector<std::vector<QueueId>> m_queuesOf; ///< by agency
};

} // namespace

CatalogueSize CatalogueSize::any(std::uint64_t seed)
{
    Chance chance(seed ^ 0x5ca1ab1eU);
    const double share = std::pow(chance.uniform(), 2);
    CatalogueSize size;
    size.agencies = 1 + static_cast<int>(share * 39);
    size.services = size.agencies + static_cast<int>(share * 300) + chance.whole(0, 90);
    size.counters = std::max(1, static_cast<int>(size.agencies * chance.between(0.6, 2)));
    return size;
}

std::shared_ptr<const Catalogue> generateCatalogue(std::uint64_t seed, CatalogueSize size)
{
    size.agencies = std::clamp(size.agencies, 1, 40);
    size.services = std::clamp(size.services, size.agencies, 430);
    size.counters = std::clamp(size.counters, 1, 80);
    auto parsed = parseCatalogue(toJson(CatalogueMaker(seed, size).make()).dump());
    if (!parsed)
        throw std::runtime_error(fmt::format("seed {}: {}", seed, parsed.error().context));
    return std::make_shared<const Catalogue>(*std::move(parsed));
}

} // namespace anjungan
