// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves that every number and counter is put into right words in both languages, that letters are
// spelled, and that nothing a label holds reaches the synthesiser but words.
#include "speech/numerals.h"
#include "speech/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <set>
#include <sstream>

namespace anjungan {
namespace {

using ::testing::ElementsAre;

struct NumeralRow
{
    int value;
    const char* indonesian;
    const char* english;
};

TEST(Numerals, SpotChecks)
{
    const NumeralRow rows[] = {
        {0, "nol", "zero"},
        {1, "satu", "one"},
        {9, "sembilan", "nine"},
        {10, "sepuluh", "ten"},
        {11, "sebelas", "eleven"},
        {12, "dua belas", "twelve"},
        {13, "tiga belas", "thirteen"},
        {15, "lima belas", "fifteen"},
        {18, "delapan belas", "eighteen"},
        {19, "sembilan belas", "nineteen"},
        {20, "dua puluh", "twenty"},
        {21, "dua puluh satu", "twenty-one"},
        {40, "empat puluh", "forty"},
        {99, "sembilan puluh sembilan", "ninety-nine"},
        {100, "seratus", "one hundred"},
        {101, "seratus satu", "one hundred and one"},
        {110, "seratus sepuluh", "one hundred and ten"},
        {111, "seratus sebelas", "one hundred and eleven"},
        {123, "seratus dua puluh tiga", "one hundred and twenty-three"},
        {200, "dua ratus", "two hundred"},
        {616, "enam ratus enam belas", "six hundred and sixteen"},
        {999, "sembilan ratus sembilan puluh sembilan", "nine hundred and ninety-nine"},
        {1000, "seribu", "one thousand"},
        {1001, "seribu satu", "one thousand and one"},
        {1100, "seribu seratus", "one thousand one hundred"},
        {1111, "seribu seratus sebelas", "one thousand one hundred and eleven"},
        {2010, "dua ribu sepuluh", "two thousand and ten"},
        {3012, "tiga ribu dua belas", "three thousand and twelve"},
        {9999, "sembilan ribu sembilan ratus sembilan puluh sembilan",
         "nine thousand nine hundred and ninety-nine"},
        {-5, "nol", "zero"},
        {10'000, "sembilan ribu sembilan ratus sembilan puluh sembilan",
         "nine thousand nine hundred and ninety-nine"},
    };
    for (const NumeralRow& row : rows) {
        EXPECT_EQ(numeralOf(row.value, Language::Indonesian), row.indonesian) << row.value;
        EXPECT_EQ(numeralOf(row.value, Language::English), row.english) << row.value;
    }
}

/// Reads Indonesian numerals back by the grammar, knowing nothing of how they were made.
int readIndonesian(const std::string& text)
{
    const std::map<std::string, int> digits{{"nol", 0},     {"satu", 1},    {"dua", 2},  {"tiga", 3},
                                            {"empat", 4},   {"lima", 5},    {"enam", 6}, {"tujuh", 7},
                                            {"delapan", 8}, {"sembilan", 9}};
    const std::map<std::string, int> ones{
        {"sepuluh", 10}, {"sebelas", 11}, {"seratus", 100}, {"seribu", 1000}};
    std::istringstream in(text);
    int total = 0;
    int pending = 0;
    for (std::string word; in >> word;) {
        if (const auto digit = digits.find(word); digit != digits.end())
            pending += digit->second;
        else if (const auto one = ones.find(word); one != ones.end())
            total += one->second;
        else if (word == "belas")
            total += pending + 10, pending = 0;
        else if (word == "puluh")
            total += pending * 10, pending = 0;
        else if (word == "ratus")
            total += pending * 100, pending = 0;
        else if (word == "ribu")
            total += pending * 1000, pending = 0;
        else
            return -1;
    }
    return total + pending;
}

TEST(Numerals, EveryNumberReadsBackAndDiffersFromEveryOther)
{
    std::set<std::string> english;
    for (int value = 0; value <= numeralMax; ++value) {
        const std::string words = numeralOf(value, Language::Indonesian);
        ASSERT_EQ(readIndonesian(words), value) << words;
        ASSERT_EQ(words.find("satu ratus"), std::string::npos) << words;
        ASSERT_EQ(words.find("satu ribu"), std::string::npos) << words;
        ASSERT_EQ(words.find("satu belas"), std::string::npos) << words;
        ASSERT_EQ(words.find("satu puluh"), std::string::npos) << words;
        ASSERT_TRUE(english.insert(numeralOf(value, Language::English)).second) << value;
    }
}

TEST(Numerals, LettersHaveNamesOfTheirOwn)
{
    std::set<std::string> names;
    for (char c = 'A'; c <= 'Z'; ++c) {
        EXPECT_TRUE(names.insert(letterNameOf(c, Language::Indonesian)).second) << c;
        EXPECT_EQ(letterNameOf(static_cast<char>(c + 32), Language::Indonesian),
                  letterNameOf(c, Language::Indonesian));
    }
    EXPECT_EQ(letterNameOf('B', Language::Indonesian), "be");
    EXPECT_EQ(letterNameOf('C', Language::Indonesian), "ce");
    EXPECT_EQ(letterNameOf('T', Language::Indonesian), "te");
    EXPECT_EQ(letterNameOf('b', Language::English), "B");
    EXPECT_EQ(letterNameOf('-', Language::Indonesian), "");
}

Announcement call(Number number, std::string label)
{
    return {Announcement::Kind::Call, std::move(number), std::move(label), Language::Indonesian};
}

std::string onceSaid(const Announcement& announcement, NumberReading reading = NumberReading::Digits)
{
    const std::vector<Utterance> words = wordsOf(announcement, {reading, 1});
    return words.empty() ? std::string() : words.front().text;
}

TEST(Words, CallIsSaidTwice)
{
    const Utterance said{Language::Indonesian, "Nomor antrean a, nol, nol, satu. Silakan menuju loket tiga."};
    EXPECT_THAT(wordsOf(call({"A", 0, 1}, "3")), ElementsAre(said, said));
}

TEST(Words, RepetitionsAreBounded)
{
    EXPECT_EQ(wordsOf(call({"A", 0, 1}, "3"), {NumberReading::Digits, 0}).size(), 1u);
    EXPECT_EQ(wordsOf(call({"A", 0, 1}, "3"), {NumberReading::Digits, 3}).size(), 3u);
    EXPECT_EQ(wordsOf(call({"A", 0, 1}, "3"), {NumberReading::Digits, 1'000'000}).size(), 3u);
}

TEST(Words, NumbersByDigitsAndWhole)
{
    EXPECT_EQ(onceSaid(call({"B", 0, 123}, "3"), NumberReading::Whole),
              "Nomor antrean be, seratus dua puluh tiga. Silakan menuju loket tiga.");
    EXPECT_EQ(onceSaid(call({"B", 0, 7}, "3"), NumberReading::Whole),
              "Nomor antrean be, tujuh. Silakan menuju loket tiga.");
    EXPECT_EQ(onceSaid(call({"A", 3, 12}, "3")),
              "Nomor antrean a, tiga, nol, satu, dua. Silakan menuju loket tiga.");
    EXPECT_EQ(onceSaid(call({"A", 3, 12}, "3"), NumberReading::Whole),
              "Nomor antrean a, tiga ribu dua belas. Silakan menuju loket tiga.");
    EXPECT_EQ(onceSaid(call({"GP", 0, 999}, "1")),
              "Nomor antrean ge, pe, sembilan, sembilan, sembilan. Silakan menuju loket satu.");
}

TEST(Words, CounterLabels)
{
    const std::pair<std::string, std::string> rows[] = {
        {"12", "loket dua belas."},
        {"3A", "loket tiga a."},
        {"B2", "loket be dua."},
        {"03", "loket nol, tiga."},
        {"12345", "loket satu, dua, tiga, empat, lima."},
        {"Loket 7", "loket tujuh."},
        {"VIP", "loket ve, i, pe."},
        {"Farmasi 2", "loket farmasi dua."},
        {"PAJAK", "loket pajak."},
        {"<b>&[[x]]", "loket be eks."},
    };
    for (const auto& [label, end] : rows)
        EXPECT_THAT(onceSaid(call({"A", 0, 1}, label)), ::testing::EndsWith("Silakan menuju " + end))
            << label;
}

TEST(Words, UnreadableLabelSendsToTheDisplay)
{
    for (const std::string label : {"", "--", "\xE2\x82\xAC", "loket"})
        EXPECT_EQ(onceSaid(call({"A", 0, 1}, label)),
                  "Nomor antrean a, nol, nol, satu. Silakan melihat layar.");
}

TEST(Words, HostileLabelsAreBoundedAndPlain)
{
    for (int byte = 1; byte < 256; ++byte) {
        const std::string label(100'000, static_cast<char>(byte));
        const std::string text = onceSaid(call({"A", 0, 1}, label));
        ASSERT_LT(text.size(), 700u) << byte;
        for (const char c : text) {
            ASSERT_TRUE((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == ' ' || c == ',' || c == '.')
                << byte << ": " << text;
        }
    }
}

TEST(Words, RecallAndWithdrawal)
{
    Announcement announcement = call({"C", 0, 45}, "2");
    announcement.kind = Announcement::Kind::Recall;
    EXPECT_THAT(
        wordsOf(announcement),
        ElementsAre(
            Utterance{Language::Indonesian,
                      "Panggilan ulang. Nomor antrean ce, nol, empat, lima. Silakan menuju loket dua."},
            Utterance{Language::Indonesian,
                      "Nomor antrean ce, nol, empat, lima. Silakan menuju loket dua."}));
    announcement.kind = Announcement::Kind::Withdrawal;
    EXPECT_THAT(
        wordsOf(announcement),
        ElementsAre(Utterance{Language::Indonesian, "Nomor antrean ce, nol, empat, lima, panggilan "
                                                    "dibatalkan. Mohon maaf, silakan menunggu kembali."}));
}

TEST(Words, EnglishFollowsIndonesian)
{
    Announcement announcement = call({"B", 0, 20}, "12A");
    announcement.language = Language::English;
    const Utterance indonesian{Language::Indonesian,
                               "Nomor antrean be, nol, dua, nol. Silakan menuju loket dua belas a."};
    const Utterance english{Language::English,
                            "Queue number B, zero, two, zero. Please proceed to counter twelve A."};
    EXPECT_THAT(wordsOf(announcement), ElementsAre(indonesian, english, indonesian, english));

    announcement.kind = Announcement::Kind::Withdrawal;
    const std::vector<Utterance> withdrawn = wordsOf(announcement);
    ASSERT_EQ(withdrawn.size(), 2u);
    EXPECT_EQ(withdrawn[1].text,
              "Queue number B, zero, two, zero, the call is cancelled. We apologise. Please go on waiting.");
}

TEST(Words, ATrainingIsSaidBeforeEverything)
{
    for (const auto kind :
         {Announcement::Kind::Call, Announcement::Kind::Recall, Announcement::Kind::Withdrawal}) {
        Announcement announcement = call({"B", 0, 20}, "12A");
        announcement.kind = kind;
        announcement.language = Language::English;
        const std::vector<Utterance> real = wordsOf(announcement);
        announcement.training = true;
        const std::vector<Utterance> said = wordsOf(announcement);
        ASSERT_EQ(said.size(), real.size());
        for (std::size_t i = 0; i < said.size(); ++i) {
            EXPECT_EQ(said[i].language, real[i].language);
            EXPECT_EQ(said[i].text,
                      (real[i].language == Language::English ? "Training. " : "Latihan. ") + real[i].text);
        }
    }
}

} // namespace
} // namespace anjungan
