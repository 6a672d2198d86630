// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace anjungan {

enum class Language { Indonesian, English };

/// `id`, `en`.
[[nodiscard]] std::string_view languageCode(Language language);
[[nodiscard]] std::optional<Language> parseLanguage(std::string_view code);

/// A text in the site's languages; Indonesian is always there.
struct Text
{
    std::string indonesian;
    std::string english; ///< empty where nobody translated it

    [[nodiscard]] const std::string& in(Language language) const
    {
        return language == Language::English && !english.empty() ? english : indonesian;
    }
    bool operator==(const Text&) const = default;
};

} // namespace anjungan
