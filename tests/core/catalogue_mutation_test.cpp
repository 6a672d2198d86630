// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that no document from outside, however mutilated, yields a catalogue that others could not trust:
// each of thousands of seeded mutations is read whole and sound, or refused with its place.
#include "core/catalogue.h"

#include "support/catalogues.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>

namespace anjungan {

namespace {

using Json = nlohmann::json;

/// A place in a document where something can be changed.
std::vector<Json::json_pointer> placesOf(const Json& document)
{
    std::vector<Json::json_pointer> places;
    const Json flat = document.flatten();
    for (const auto& [path, value] : flat.items()) {
        for (Json::json_pointer place(path); !place.empty(); place = place.parent_pointer())
            places.push_back(place);
    }
    std::sort(places.begin(), places.end(),
              [](const auto& a, const auto& b) { return a.to_string() < b.to_string(); });
    places.erase(std::unique(places.begin(), places.end()), places.end());
    return places;
}

class Mutator
{
public:
    explicit Mutator(unsigned seed)
        : m_random(seed)
    {}

    void mutate(Json& document, const std::vector<Json::json_pointer>& places)
    {
        const Json::json_pointer& place = places[pick(places.size())];
        const Json::json_pointer other = places[pick(places.size())];
        Json& value = document.at(place);
        switch (pick(5)) {
        case 0:
            remove(document, place);
            break;
        case 1:
            value = strange();
            break;
        case 2:
            value = Json(document.at(other));
            break;
        case 3:
            extend(value);
            break;
        default:
            nudge(value);
        }
    }

private:
    std::size_t pick(std::size_t bound) { return m_random() % bound; }

    Json strange()
    {
        static const std::vector<Json> values{nullptr,
                                              true,
                                              0,
                                              -1,
                                              1,
                                              std::int64_t{1} << 62,
                                              UINT64_MAX,
                                              0.5,
                                              "",
                                              "a",
                                              "A",
                                              "x y",
                                              "\x01",
                                              "24:00",
                                              "\xFF",
                                              "b",
                                              "…",
                                              Json::array(),
                                              Json::object(),
                                              Json::array({1, 2}),
                                              {{"id", "Halo"}}};
        return values[pick(values.size())];
    }

    static void remove(Json& document, const Json::json_pointer& place)
    {
        Json& parent = document.at(place.parent_pointer());
        if (parent.is_array())
            parent.erase(std::stoul(place.back()));
        else
            parent.erase(place.back());
    }

    void extend(Json& value)
    {
        if (value.is_array())
            value.push_back(value.empty() || pick(3) == 0 ? strange() : Json(value[pick(value.size())]));
        else if (value.is_object())
            value[pick(2) == 0 ? "en" : "extra"] = strange();
        else if (value.is_string())
            value = value.get<std::string>() + std::string(pick(2) == 0 ? 1 : 600, 'a');
        else
            value = Json::array({value});
    }

    void nudge(Json& value)
    {
        if (value.is_number_integer())
            value = value.get<std::int64_t>() + static_cast<std::int64_t>(pick(5)) - 2;
        else if (value.is_boolean())
            value = !value.get<bool>();
        else if (value.is_string() && !value.get_ref<std::string&>().empty())
            value.get_ref<std::string&>()[pick(value.get_ref<std::string&>().size())] =
                static_cast<char>(pick(256));
        else if (value.is_array() && value.size() > 1)
            std::swap(value.front(), value.back());
    }

    std::mt19937 m_random;
};

// Whoever holds a catalogue trusts these without asking again.
void expectSound(const Catalogue& catalogue)
{
    ASSERT_NE(catalogue.parent, catalogue.site);
    for (const Service& service : catalogue.services) {
        ASSERT_NE(catalogue.find(service.agency), nullptr);
        ASSERT_NE(catalogue.find(service.queue), nullptr);
        ASSERT_FALSE(service.cases.empty());
        ASSERT_FALSE(service.title.indonesian.empty());
        ASSERT_TRUE(
            std::any_of(catalogue.counters.begin(), catalogue.counters.end(), [&](const Counter& counter) {
                return std::find(counter.queues.begin(), counter.queues.end(), service.queue) !=
                       counter.queues.end();
            }));
    }
    for (const Counter& counter : catalogue.counters) {
        ASSERT_NE(catalogue.find(counter.zone), nullptr);
        ASSERT_NE(catalogue.find(counter.agency), nullptr);
    }
    const auto again = readCatalogue(toJson(catalogue));
    ASSERT_TRUE(again) << again.error().context;
    ASSERT_EQ(*again, catalogue);
}

TEST(CatalogueTest, everyMutationIsReadWholeOrRefusedWithAPlace)
{
    Json original = Json::parse(readProjectFile("resources/sample/catalogue.json"));
    original["siteKind"] = "desa";
    original["siteParent"] = "induk";
    original["training"] = true;
    const auto places = placesOf(original);
    int read = 0;
    int refused = 0;
    for (unsigned seed = 0; seed < 1500; ++seed) {
        SCOPED_TRACE(seed);
        Json document = original;
        Mutator(seed).mutate(document, places);
        const auto catalogue = readCatalogue(document);
        if (catalogue) {
            ++read;
            ASSERT_NO_FATAL_FAILURE(expectSound(*catalogue));
            continue;
        }
        ++refused;
        ASSERT_EQ(catalogue.error().code, "catalogue-invalid");
        ASSERT_THAT(catalogue.error().context, testing::MatchesRegex("[][a-zA-Z0-9.]+: .+"));
    }
    // The mutations are worth something only if both outcomes are common.
    EXPECT_GT(read, 150);
    EXPECT_GT(refused, 500);
}

TEST(CatalogueTest, everyMutatedTextIsReadWholeOrRefusedWithAPlace)
{
    const std::string original = readProjectFile("tests/data/tiny_catalogue.json");
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        SCOPED_TRACE(round);
        std::string text = original;
        const std::size_t at = random() % text.size();
        if (round % 3 == 0)
            text[at] = static_cast<char>(random());
        else if (round % 3 == 1)
            text.resize(at);
        else
            text.erase(at, 1 + random() % 40);
        const auto catalogue = parseCatalogue(text);
        if (catalogue) {
            ASSERT_NO_FATAL_FAILURE(expectSound(*catalogue));
            continue;
        }
        ASSERT_EQ(catalogue.error().code, "catalogue-invalid");
        ASSERT_THAT(catalogue.error().context, testing::MatchesRegex("[][a-zA-Z0-9., ]+: .+"));
    }
}

} // namespace

} // namespace anjungan
