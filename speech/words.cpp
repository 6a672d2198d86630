// SPDX-License-Identifier: GPL-3.0-or-later
#include "speech/words.h"

#include "speech/numerals.h"

#include <algorithm>
#include <fmt/format.h>

namespace anjungan {

namespace {

/// Longer runs of capitals are taken for words written in capitals.
constexpr std::size_t spelledLettersMax = 3;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isLetter(char c)
{
    return isCapital(c) || (c >= 'a' && c <= 'z');
}

std::string lowered(std::string_view word)
{
    std::string lower(word);
    for (char& c : lower) {
        if (isCapital(c))
            c = static_cast<char>(c - 'A' + 'a');
    }
    return lower;
}

std::string spelled(std::string_view letters, Language language)
{
    std::string words;
    for (const char c : letters) {
        if (!words.empty())
            words += ", ";
        words += letterNameOf(c, language);
    }
    return words;
}

std::string numberWords(const Number& number, const Wording& wording, Language language)
{
    const std::string_view prefix = std::string_view(number.prefix).substr(0, 2);
    const std::string letters = spelled(prefix, language);
    const int whole = number.series * 1000 + number.value;
    const std::string digits = wording.reading == NumberReading::Whole
                                   ? numeralOf(whole, language)
                                   : digitsOf(fmt::format("{:03}", whole), language);
    return letters.empty() ? digits : letters + ", " + digits;
}

std::string digitRunWords(std::string_view run, Language language)
{
    // Written with a leading zero, or too long for a number in words, it is a code rather than a count.
    const bool isCode = run.size() > 4 || (run.size() > 1 && run.front() == '0');
    if (isCode)
        return digitsOf(run, language);
    int value = 0;
    for (const char c : run)
        value = value * 10 + (c - '0');
    return numeralOf(value, language);
}

std::string letterRunWords(std::string_view run, Language language)
{
    const bool isSpelled = run.size() == 1 || (run.size() <= spelledLettersMax &&
                                               std::all_of(run.begin(), run.end(), isCapital));
    return isSpelled ? spelled(run, language) : lowered(run);
}

/// Empty when the label holds nothing that can be said.
std::string labelWords(std::string_view label, Language language)
{
    label = label.substr(0, labelMax);
    std::string words;
    for (std::size_t i = 0; i < label.size();) {
        std::size_t end = i + 1;
        if (isDigit(label[i])) {
            while (end < label.size() && isDigit(label[end]))
                ++end;
        } else if (isLetter(label[i])) {
            while (end < label.size() && isLetter(label[end]))
                ++end;
        } else {
            i = end;
            continue;
        }
        const std::string_view run = label.substr(i, end - i);
        i = end;
        // The sentence says "loket" itself.
        const std::string word = lowered(run);
        if (words.empty() && (word == "loket" || word == "counter"))
            continue;
        if (!words.empty())
            words += ' ';
        words += isDigit(run.front()) ? digitRunWords(run, language) : letterRunWords(run, language);
    }
    return words;
}

std::string callIn(const Announcement& announcement, const Wording& wording, Language language)
{
    const std::string number = numberWords(announcement.number, wording, language);
    const std::string label = labelWords(announcement.counterLabel, language);
    if (language == Language::English) {
        return label.empty() ? fmt::format("Queue number {}. Please look at the display.", number)
                             : fmt::format("Queue number {}. Please proceed to counter {}.", number, label);
    }
    return label.empty() ? fmt::format("Nomor antrean {}. Silakan melihat layar.", number)
                         : fmt::format("Nomor antrean {}. Silakan menuju loket {}.", number, label);
}

std::string withdrawalIn(const Announcement& announcement, const Wording& wording, Language language)
{
    const std::string number = numberWords(announcement.number, wording, language);
    if (language == Language::English)
        return fmt::format("Queue number {}, the call is cancelled. We apologise. Please go on waiting.",
                           number);
    return fmt::format("Nomor antrean {}, panggilan dibatalkan. Mohon maaf, silakan menunggu kembali.",
                       number);
}

/// Before everything that is said in a training.
void markTraining(std::vector<Utterance>& utterances)
{
    for (Utterance& utterance : utterances)
        utterance.text.insert(0, utterance.language == Language::English ? "Training. " : "Latihan. ");
}

std::vector<Utterance> realWordsOf(const Announcement& announcement, const Wording& wording)
{
    std::vector<Language> languages{Language::Indonesian};
    if (announcement.language == Language::English)
        languages.push_back(Language::English);

    std::vector<Utterance> utterances;
    if (announcement.kind == Announcement::Kind::Withdrawal) {
        for (const Language language : languages)
            utterances.push_back({language, withdrawalIn(announcement, wording, language)});
        return utterances;
    }
    const int repetitions = std::clamp(wording.repetitions, 1, 3);
    for (int round = 0; round < repetitions; ++round) {
        for (const Language language : languages) {
            std::string text = callIn(announcement, wording, language);
            if (announcement.kind == Announcement::Kind::Recall && round == 0)
                text = (language == Language::English ? "Repeat call. " : "Panggilan ulang. ") + text;
            utterances.push_back({language, std::move(text)});
        }
    }
    return utterances;
}

} // namespace

std::vector<Utterance> wordsOf(const Announcement& announcement, const Wording& wording)
{
    std::vector<Utterance> utterances = realWordsOf(announcement, wording);
    if (announcement.training)
        markTraining(utterances);
    return utterances;
}

} // namespace anjungan
