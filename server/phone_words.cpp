// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/phone_words.h"

#include <array>
#include <fmt/format.h>

namespace anjungan {

namespace {

/// A few people ahead: it is time to be near.
constexpr int soonAhead = 2;

struct Say
{
    const char* indonesian;
    const char* english;
};

class Speaker
{
public:
    Speaker(const PhoneView& view, Language language)
        : m_view(view)
        , m_language(language)
    {}

    [[nodiscard]] PhoneText text() const;

private:
    [[nodiscard]] std::string say(const Say& words) const
    {
        return m_language == Language::English ? words.english : words.indonesian;
    }
    template <typename... Arguments>
    [[nodiscard]] std::string say(const Say& words, const Arguments&... arguments) const
    {
        return fmt::format(fmt::runtime(m_language == Language::English ? words.english : words.indonesian),
                           arguments...);
    }

    [[nodiscard]] std::string help() const { return m_view.helpPlace.in(m_language); }
    [[nodiscard]] std::string date() const;
    [[nodiscard]] std::string placeOf(const PhoneLeg& leg) const;
    [[nodiscard]] std::string counterOf(const PhoneLeg& leg) const;
    [[nodiscard]] std::string waitOf(const PhoneLeg& leg) const;
    [[nodiscard]] std::string stateOf(const PhoneLeg& leg) const;
    void sayState(PhoneText& text) const;
    void sayWaiting(PhoneText& text, const PhoneLeg& leg) const;
    void sayAtCounter(PhoneText& text, const PhoneLeg& leg) const;
    void sayMissed(PhoneText& text, const PhoneLeg& leg) const;
    void sayWithoutTicket(PhoneText& text) const;
    void listErrands(PhoneText& text) const;

    const PhoneView& m_view;
    Language m_language;
};

std::string lowered(std::string text)
{
    for (char& c : text)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

std::string Speaker::date() const
{
    static constexpr std::array<Say, 12> months{{{"Januari", "January"},
                                                 {"Februari", "February"},
                                                 {"Maret", "March"},
                                                 {"April", "April"},
                                                 {"Mei", "May"},
                                                 {"Juni", "June"},
                                                 {"Juli", "July"},
                                                 {"Agustus", "August"},
                                                 {"September", "September"},
                                                 {"Oktober", "October"},
                                                 {"November", "November"},
                                                 {"Desember", "December"}}};
    const std::chrono::year_month_day day(*m_view.day);
    return fmt::format("{} {} {}", static_cast<unsigned>(day.day()),
                       say(months.at(static_cast<unsigned>(day.month()) - 1)), static_cast<int>(day.year()));
}

std::string iconOf(PhoneState state)
{
    switch (state) {
    case PhoneState::Finished:
    case PhoneState::UnknownYet:
        return "done";
    case PhoneState::Missed:
    case PhoneState::Cancelled:
    case PhoneState::Refused:
        return "alert";
    case PhoneState::Parked:
        return "pause";
    case PhoneState::DayOver:
        return "clock";
    case PhoneState::Waiting:
    case PhoneState::Held:
    case PhoneState::Called:
    case PhoneState::Serving:
        break;
    }
    return {};
}

/// A zone that has its floor in its name says it once.
std::string Speaker::placeOf(const PhoneLeg& leg) const
{
    const std::string& zone = leg.zone.in(m_language);
    const std::string floor = say({"lantai {}", "floor {}"}, leg.floor);
    if (zone.empty() || lowered(zone).find(floor) != std::string::npos)
        return zone;
    return zone + ", " + floor;
}

/// With a space at which no line breaks.
std::string Speaker::counterOf(const PhoneLeg& leg) const
{
    return say({"Loket\u00a0{}", "Counter\u00a0{}"}, leg.counter);
}

std::string Speaker::waitOf(const PhoneLeg& leg) const
{
    if (!leg.waitMin || !leg.waitMax)
        return say({"Loket belum dibuka", "No counter open yet"});
    if (leg.waitMax->count() == 0)
        return say({"Sebentar lagi", "Any moment now"});
    return say({"{}–{} menit", "{}–{} minutes"}, leg.waitMin->count(), leg.waitMax->count());
}

std::string Speaker::stateOf(const PhoneLeg& leg) const
{
    switch (leg.state) {
    case PhoneState::Waiting:
        return say({"Menunggu", "Waiting"});
    case PhoneState::Held:
        return say(
            {"Menunggu Anda selesai; tempat Anda tetap", "Waits until you are done; your place is kept"});
    case PhoneState::Called:
        return say({"Dipanggil ke {}", "Called to {}"}, counterOf(leg));
    case PhoneState::Serving:
        return say({"Dilayani di {}", "Served at {}"}, counterOf(leg));
    case PhoneState::Parked:
        return say({"Ditunda", "On hold"});
    case PhoneState::Missed:
        return say({"Terlewat: silakan hubungi petugas", "Missed: please see the staff"});
    case PhoneState::Finished:
        return say({"Selesai", "Done"});
    case PhoneState::Cancelled:
        return say({"Dibatalkan", "Cancelled"});
    case PhoneState::DayOver:
    case PhoneState::UnknownYet:
    case PhoneState::Refused:
        break; // of a whole ticket, never of a leg
    }
    return {};
}

void Speaker::sayWaiting(PhoneText& text, const PhoneLeg& leg) const
{
    const int ahead = leg.ahead.value_or(0);
    const std::string place = placeOf(leg);
    const bool isSoon = ahead <= soonAhead && leg.waitMax;
    if (ahead == 0 && leg.waitMax)
        text.title = say({"Giliran Anda berikutnya", "You are next"});
    else if (isSoon)
        text.title = say({"Sebentar lagi giliran Anda", "Your turn comes soon"});
    else
        text.title = say({"Mohon menunggu", "Please wait"});
    text.facts.push_back({"clock", say({"Perkiraan tunggu", "Expected wait"}), waitOf(leg)});
    text.facts.push_back({"people", say({"Di depan Anda", "Ahead of you"}),
                          ahead == 0 ? say({"Tidak ada", "Nobody"})
                                     : say({"{} orang", ahead == 1 ? "{} person" : "{} people"}, ahead)});
    if (!place.empty())
        text.facts.push_back({"place", say({"Ruang tunggu", "Waiting room"}), place});
    text.advice = isSoon
                      ? say({"Mohon bersiap di ruang tunggu. Siapkan berkas Anda.",
                             "Please be in the waiting room and have your papers ready."})
                      : say({"Boleh menunggu di luar. Biarkan halaman ini terbuka: Anda diberi tahu saat "
                             "dipanggil.",
                             "You may wait outside. Keep this page open: it tells you when you are called."});
}

void Speaker::sayAtCounter(PhoneText& text, const PhoneLeg& leg) const
{
    text.deskLabel = say({"Loket", "Counter"});
    text.desk = leg.counter;
    text.deskPlace = placeOf(leg);
    if (leg.state == PhoneState::Called) {
        text.title = say({"Silakan menuju {}", "Please go to {}"}, counterOf(leg));
        text.body = say({"Tunjukkan nomor ini kepada petugas.", "Show this number to the staff."});
    } else {
        text.title = say({"Anda sedang dilayani", "You are being served"});
    }
}

void Speaker::sayMissed(PhoneText& text, const PhoneLeg& leg) const
{
    text.title = say({"Nomor Anda sudah dipanggil", "Your number was called"});
    if (leg.counter.empty())
        text.body = say({"Silakan hubungi petugas. Nomor Anda masih tercatat.",
                         "Please see the staff. Your number is still on record."});
    else
        text.body = say({"Silakan datang ke {}, atau hubungi petugas. Nomor Anda masih tercatat.",
                         "Please come to {}, or see the staff. Your number is still on record."},
                        counterOf(leg));
    if (!placeOf(leg).empty())
        text.facts.push_back({"place", counterOf(leg), placeOf(leg)});
}

void Speaker::sayWithoutTicket(PhoneText& text) const
{
    if (m_view.state == PhoneState::UnknownYet) {
        text.title = say({"Nomor Anda sah", "Your number is valid"});
        text.body = say({"Gedung belum mengirim kabar tentang nomor ini.",
                         "The hall has not told us about this number yet."});
        text.advice = say({"Simpan kertas Anda, perhatikan layar dan dengarkan panggilan.",
                           "Keep your slip, watch the display and listen for the call."});
    } else if (m_view.state == PhoneState::DayOver) {
        text.title = say({"Hari layanan sudah berakhir", "This day of service is over"});
        text.body = say({"Nomor ini berlaku pada {}.", "This number was valid on {}."}, date());
        if (m_view.mayContinue)
            text.advice =
                say({"Anda belum sempat dilayani. Mintalah nomor lanjutan kepada petugas: giliran Anda "
                     "didahulukan.",
                     "You were not served. Ask the staff for a number to continue: you will go first."});
    } else {
        text.title = say({"Kode ini tidak dapat dibuka", "This code cannot be opened"});
        text.body =
            say({"Pindai sekali lagi kode pada kertas Anda. Jika tetap begini, tunjukkan kertas itu kepada "
                 "petugas.",
                 "Scan the code on your slip once more. If this stays, show the slip to the staff."});
    }
}

void Speaker::sayState(PhoneText& text) const
{
    const PhoneLeg* leg = m_view.currentLeg();
    switch (m_view.state) {
    case PhoneState::Waiting:
        return sayWaiting(text, *leg);
    case PhoneState::Called:
    case PhoneState::Serving:
        return sayAtCounter(text, *leg);
    case PhoneState::Missed:
        return sayMissed(text, *leg);
    case PhoneState::Held: // never of a whole ticket: she is at a counter then
    case PhoneState::Parked:
        text.title = say({"Antrean Anda ditunda sementara", "Your turn is on hold"});
        text.body = say({"Petugas akan memanggil Anda lagi.", "The staff will call you again."});
        return;
    case PhoneState::Finished:
        text.title = say({"Selesai. Terima kasih!", "Done. Thank you!"});
        text.body =
            say({"Semua layanan dengan nomor ini sudah selesai.", "Everything under this number is done."});
        return;
    case PhoneState::Cancelled:
        text.title = say({"Antrean dibatalkan", "This number was cancelled"});
        text.body = say({"Jika ini tidak sesuai, silakan hubungi petugas.",
                         "If this is not right, please see the staff."});
        return;
    case PhoneState::DayOver:
    case PhoneState::UnknownYet:
    case PhoneState::Refused:
        return sayWithoutTicket(text);
    }
}

void Speaker::listErrands(PhoneText& text) const
{
    if (m_view.legs.size() < 2)
        return;
    text.errandsLabel = say({"Layanan Anda", "Your services"});
    for (std::size_t i = 0; i < m_view.legs.size(); ++i) {
        const PhoneLeg& leg = m_view.legs[i];
        const bool isOver = leg.state == PhoneState::Finished || leg.state == PhoneState::Cancelled;
        text.errands.push_back({say({"Layanan ke-{}", "Service {}"}, i + 1), stateOf(leg),
                                isOver ? std::string() : placeOf(leg), m_view.current == i && !isOver});
    }
}

PhoneText Speaker::text() const
{
    PhoneText text;
    if (m_view.training)
        text.mark = say({"LATIHAN – tidak berlaku", "TRAINING – not valid"});
    text.siteName = m_view.siteName.in(m_language);
    text.siteRegion = m_view.siteRegion.in(m_language);
    text.label = say({"Nomor antrean Anda", "Your queue number"});
    text.icon = iconOf(m_view.state);
    sayState(text);
    const bool needsHelp = m_view.state == PhoneState::Missed || m_view.state == PhoneState::Cancelled ||
                           m_view.state == PhoneState::Refused || m_view.state == PhoneState::DayOver;
    if (needsHelp && !help().empty())
        text.facts.push_back({"help", say({"Bantuan petugas", "Staff help"}), help()});
    listErrands(text);
    text.spoken = m_view.number ? say({"Nomor {}. {}", "Number {}. {}"}, m_view.number->text(), text.title)
                                : text.title;
    if (m_view.state == PhoneState::Called && !text.deskPlace.empty())
        text.spoken += ". " + text.deskPlace;
    if (m_view.training)
        text.spoken.insert(0, say({"Latihan. ", "Training. "}));
    return text;
}

} // namespace

PhoneText phoneTextOf(const PhoneView& view, Language language)
{
    return Speaker(view, language).text();
}

std::string clockText(Instant at, TimeZone zone, Language language)
{
    const MinuteOfDay minute = minuteOfDay(at, zone);
    return fmt::format("{:02}{}{:02}", minute.count() / 60, language == Language::English ? ":" : ".",
                       minute.count() % 60);
}

std::string_view nameOf(TimeZone zone)
{
    switch (zone) {
    case TimeZone::Wib:
        return "WIB";
    case TimeZone::Wita:
        return "WITA";
    case TimeZone::Wit:
        return "WIT";
    }
    return "WIB";
}

} // namespace anjungan
