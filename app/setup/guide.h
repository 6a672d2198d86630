// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/text.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <iosfwd>
#include <vector>

namespace anjungan {

/// Gives an option what it was not given on the command line. False where its own checks refuse that.
[[nodiscard]] bool takeAnswer(CLI::Option& option, const std::vector<std::string>& answer);

/// Takes the answers of a TOML file, each under its option's name. Errors: `answers-invalid`, with the answer
/// that is none.
[[nodiscard]] Result<void> readAnswers(CLI::App& command, const std::filesystem::path& file);

/// Asks on a terminal for the options that were not given, one after the other: shows what is taken where
/// nothing is typed, and asks again for as long as the option's own checks refuse the answer.
class Guide
{
public:
    Guide(std::istream& in, std::ostream& out, std::function<Language()> language);

    /// `current` is what the option's variable holds.
    void add(CLI::Option* option, Text question, std::function<std::string()> current);
    /// False where the input ended before the last answer.
    [[nodiscard]] bool ask();

private:
    struct Question
    {
        CLI::Option* option;
        Text words;
        std::function<std::string()> current;
    };

    [[nodiscard]] bool ask(const Question& question);

    std::istream& m_in;
    std::ostream& m_out;
    std::function<Language()> m_language; ///< known once the command line was read
    std::vector<Question> m_questions;
};

} // namespace anjungan
