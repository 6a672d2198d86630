// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalogue.h"
#include "core/json_depth.h"
#include "core/plain_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <set>

namespace anjungan {

namespace {

using Json = nlohmann::json;

/// Deeper than any catalogue goes.
constexpr int catalogueDepthMax = 16;

/// Counted from 1; columns in bytes.
std::string placeAt(std::string_view text, std::size_t offset)
{
    const std::string_view before = text.substr(0, std::min(offset, text.size()));
    const auto line = 1 + std::count(before.begin(), before.end(), '\n');
    const std::size_t lastBreak = before.rfind('\n');
    const std::size_t column =
        lastBreak == std::string_view::npos ? before.size() : before.size() - lastBreak - 1;
    return fmt::format("line {}, column {}", line, column + 1);
}

/// What nlohmann says is wrong, without its own place and without the input that it quotes.
std::string reasonOf(const Json::parse_error& error)
{
    std::string_view what = error.what();
    if (const auto cut = what.find("; last read"); cut != std::string_view::npos)
        what = what.substr(0, cut);
    if (const auto start = what.find(": "); start != std::string_view::npos)
        what = what.substr(start + 2);
    return !what.empty() && isPlainText(what, 200) ? std::string(what) : "not JSON";
}

/// Remembers a key that stands twice in one object, of which the parser would silently keep the last.
class RepeatedKeys
{
public:
    bool operator()(int /*depth*/, Json::parse_event_t event, Json& parsed)
    {
        if (event == Json::parse_event_t::object_start)
            m_open.emplace_back();
        else if (event == Json::parse_event_t::object_end)
            m_open.pop_back();
        else if (event == Json::parse_event_t::key && !m_open.back().insert(parsed.get<std::string>()).second)
            m_found = parsed.get<std::string>();
        return true;
    }

    [[nodiscard]] const std::optional<std::string>& found() const { return m_found; }

private:
    std::vector<std::set<std::string>> m_open;
    std::optional<std::string> m_found;
};

} // namespace

Result<Catalogue> parseCatalogue(std::string_view json)
{
    const auto invalid = [](std::string_view place, std::string_view reason) {
        return refuse("catalogue-invalid", fmt::format("{}: {}", place, reason));
    };
    if (json.size() > catalogueBytesMax)
        return invalid("catalogue", "is larger than 8 MiB");
    if (const auto offset = findTooDeep(json, catalogueDepthMax))
        return invalid(placeAt(json, *offset),
                       fmt::format("nested deeper than {} levels", catalogueDepthMax));
    Json document;
    RepeatedKeys repeated;
    try {
        document = Json::parse(json, std::ref(repeated));
    } catch (const Json::parse_error& error) {
        // It counts the byte it stumbled over from 1.
        return invalid(placeAt(json, error.byte == 0 ? 0 : error.byte - 1), reasonOf(error));
    } catch (const Json::exception&) {
        return invalid("catalogue", "holds a number that is too large");
    }
    if (repeated.found()) {
        const std::string& key = *repeated.found();
        const bool presentable = isPlainText(key, 64);
        return invalid("catalogue",
                       fmt::format("the key '{}' comes twice in one object", presentable ? key : "?"));
    }
    return readCatalogue(document);
}

} // namespace anjungan
