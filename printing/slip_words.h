// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

#include <array>
#include <string_view>

namespace anjungan {

/// A text that must be given: without a default constructor a language that lacks one does not compile.
struct Phrase
{
    consteval Phrase(const char* words) // NOLINT: implicit, so that the tables below read as text
        : text(words)
    {
        if (text.empty())
            throw "a phrase is empty";
    }

    std::string_view text;
};

/// Every word a slip can show, in one language. `%1` and `%2` are filled in.
struct SlipWords
{
    Phrase yourNumber;
    Phrase priority;
    Phrase wait;
    Phrase waitRange;
    Phrase waitAbout;
    Phrase waitLess;
    Phrase waitNone;
    Phrase waitNoneLong;
    Phrase waitForOpening;
    Phrase waitForOpeningLong;
    Phrase ahead;
    Phrase aheadOne;
    Phrase aheadMany;
    Phrase aheadNobody;
    Phrase aheadOneLong;
    Phrase aheadManyLong;
    Phrase aheadNobodyLong;
    Phrase waitLong; ///< `%1` is a range, an about or a less
    Phrase room;
    Phrase zoneAndFloor;
    Phrase floorOnly;
    Phrase next;
    Phrase scanToFollow;
    Phrase showToStaff;
    Phrase farewell;
    Phrase reprint;
    Phrase copy;
    Phrase training;
    Phrase notValid;
    Phrase date;                    ///< `%1` weekday, `%2` day, `%3` month, `%4` year
    Phrase time;                    ///< `%1` hour, `%2` minute
    std::array<Phrase, 7> weekdays; ///< Monday first
    std::array<Phrase, 12> months;
};

inline constexpr SlipWords slipWordsIndonesian{
    .yourNumber = "Nomor antrean Anda",
    .priority = "Prioritas: %1",
    .wait = "Perkiraan tunggu",
    .waitRange = "%1–%2 menit",
    .waitAbout = "±%1 menit",
    .waitLess = "kurang dari %1 menit",
    .waitNone = "langsung",
    .waitNoneLong = "Langsung dilayani",
    .waitForOpening = "menunggu loket dibuka",
    .waitForOpeningLong = "Menunggu loket dibuka",
    .ahead = "Di depan Anda",
    .aheadOne = "1 orang",
    .aheadMany = "%1 orang",
    .aheadNobody = "tidak ada",
    .aheadOneLong = "1 orang di depan Anda",
    .aheadManyLong = "%1 orang di depan Anda",
    .aheadNobodyLong = "Tidak ada yang di depan Anda",
    .waitLong = "Perkiraan tunggu %1",
    .room = "Ruang tunggu",
    .zoneAndFloor = "%1, lantai %2",
    .floorOnly = "Lantai %1",
    .next = "Layanan berikutnya",
    .scanToFollow = "Pindai untuk memantau giliran dari ponsel",
    .showToStaff = "Tunjukkan kode ini kepada petugas",
    .farewell = "Silakan menunggu panggilan",
    .reprint = "CETAK ULANG",
    .copy = "SALINAN",
    .training = "LATIHAN",
    .notValid = "Tidak berlaku",
    .date = "%1, %2 %3 %4",
    .time = "pukul %1.%2",
    .weekdays = {"Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"},
    .months = {"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
               "Oktober", "November", "Desember"},
};

/// The marks keep their Indonesian word: staff must know them at a glance.
inline constexpr SlipWords slipWordsEnglish{
    .yourNumber = "Your queue number",
    .priority = "Priority: %1",
    .wait = "Expected wait",
    .waitRange = "%1–%2 minutes",
    .waitAbout = "±%1 minutes",
    .waitLess = "less than %1 minutes",
    .waitNone = "no waiting",
    .waitNoneLong = "Served at once",
    .waitForOpening = "until a counter opens",
    .waitForOpeningLong = "Waiting until a counter opens",
    .ahead = "Ahead of you",
    .aheadOne = "1 person",
    .aheadMany = "%1 people",
    .aheadNobody = "nobody",
    .aheadOneLong = "1 person ahead of you",
    .aheadManyLong = "%1 people ahead of you",
    .aheadNobodyLong = "Nobody ahead of you",
    .waitLong = "Expected wait: %1",
    .room = "Waiting room",
    .zoneAndFloor = "%1, floor %2",
    .floorOnly = "Floor %1",
    .next = "Your next services",
    .scanToFollow = "Scan to follow your turn on your phone",
    .showToStaff = "Show this code to staff",
    .farewell = "Please wait for your call",
    .reprint = "CETAK ULANG",
    .copy = "REPRINT · COPY",
    .training = "TRAINING",
    .notValid = "Not valid · LATIHAN",
    .date = "%1, %2 %3 %4",
    .time = "at %1:%2",
    .weekdays = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
    .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September",
               "October", "November", "December"},
};

[[nodiscard]] constexpr const SlipWords& slipWords(Language language)
{
    return language == Language::English ? slipWordsEnglish : slipWordsIndonesian;
}

} // namespace anjungan
