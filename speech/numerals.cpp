// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/numerals.h"

#include <algorithm>
#include <array>

namespace anjungan {

namespace {

constexpr std::array<std::string_view, 10> indonesianDigits{"nol",  "satu", "dua",   "tiga",    "empat",
                                                            "lima", "enam", "tujuh", "delapan", "sembilan"};

constexpr std::array<std::string_view, 20> englishSmall{
    "zero",     "one",     "two",     "three",     "four",     "five",    "six",
    "seven",    "eight",   "nine",    "ten",       "eleven",   "twelve",  "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};

constexpr std::array<std::string_view, 10> englishTens{"",      "",      "twenty",  "thirty", "forty",
                                                       "fifty", "sixty", "seventy", "eighty", "ninety"};

constexpr std::array<std::string_view, 26> indonesianLetters{
    "a",  "be", "ce", "de", "e",  "ef", "ge", "ha", "i",  "je", "ka",  "el", "em",
    "en", "o",  "pe", "ki", "er", "es", "te", "u",  "ve", "we", "eks", "ye", "zet"};

std::string_view indonesianDigit(int digit)
{
    return indonesianDigits[static_cast<std::size_t>(digit)];
}

void append(std::string& words, std::string_view word)
{
    if (!words.empty())
        words += ' ';
    words += word;
}

/// Appends "<count> <unit>", where one of a unit is a prefix: "seratus", not "satu ratus".
void appendIndonesianUnit(std::string& words, int count, std::string_view unit)
{
    if (count == 0)
        return;
    if (count == 1) {
        append(words, "se");
    } else {
        append(words, indonesianDigit(count));
        words += ' ';
    }
    words += unit;
}

std::string indonesian(int value)
{
    if (value == 0)
        return std::string(indonesianDigit(0));
    std::string words;
    appendIndonesianUnit(words, value / 1000, "ribu");
    appendIndonesianUnit(words, value / 100 % 10, "ratus");
    const int rest = value % 100;
    if (rest > 10 && rest < 20) {
        appendIndonesianUnit(words, rest - 10, "belas");
        return words;
    }
    appendIndonesianUnit(words, rest / 10, "puluh");
    if (rest % 10 != 0)
        append(words, indonesianDigit(rest % 10));
    return words;
}

std::string english(int value)
{
    std::string words;
    if (value >= 1000) {
        append(words, englishSmall[static_cast<std::size_t>(value / 1000)]);
        append(words, "thousand");
    }
    if (value / 100 % 10 != 0) {
        append(words, englishSmall[static_cast<std::size_t>(value / 100 % 10)]);
        append(words, "hundred");
    }
    const int rest = value % 100;
    if (rest == 0)
        return words.empty() ? std::string(englishSmall[0]) : words;
    if (!words.empty())
        append(words, "and");
    if (rest < 20) {
        append(words, englishSmall[static_cast<std::size_t>(rest)]);
        return words;
    }
    append(words, englishTens[static_cast<std::size_t>(rest / 10)]);
    if (rest % 10 != 0) {
        words += '-';
        words += englishSmall[static_cast<std::size_t>(rest % 10)];
    }
    return words;
}

} // namespace

std::string numeralOf(int value, Language language)
{
    const int held = std::clamp(value, 0, numeralMax);
    return language == Language::English ? english(held) : indonesian(held);
}

std::string digitsOf(std::string_view digits, Language language)
{
    std::string words;
    for (const char c : digits) {
        if (c < '0' || c > '9')
            continue;
        if (!words.empty())
            words += ", ";
        words += numeralOf(c - '0', language);
    }
    return words;
}

std::string letterNameOf(char letter, Language language)
{
    const char capital = letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    if (capital < 'A' || capital > 'Z')
        return {};
    if (language == Language::English)
        return std::string(1, capital);
    return std::string(indonesianLetters[static_cast<std::size_t>(capital - 'A')]);
}

} // namespace anjungan
