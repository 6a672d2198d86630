// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/json_depth.h"

#include <nlohmann/json.hpp>

namespace anjungan {

std::optional<std::size_t> findTooDeep(std::string_view text, int depthMax)
{
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (inString) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                inString = false;
        } else if (c == '"') {
            inString = true;
        } else if (c == '{' || c == '[') {
            if (++depth > depthMax)
                return i;
        } else if (c == '}' || c == ']') {
            --depth;
        }
    }
    return std::nullopt;
}

nlohmann::json parseJson(std::string_view text)
{
    if (findTooDeep(text))
        return nlohmann::json(nlohmann::json::value_t::discarded);
    return nlohmann::json::parse(text.begin(), text.end(), nullptr, false);
}

} // namespace anjungan
