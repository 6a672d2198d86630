// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/guide.h"

#include <fstream>
#include <istream>
#include <ostream>

namespace anjungan {

bool takeAnswer(CLI::Option& option, const std::vector<std::string>& answer)
{
    try {
        option.clear();
        option.add_result(answer);
        option.run_callback();
        return true;
    } catch (const CLI::ParseError&) {
        option.clear();
        return false;
    }
}

Result<void> readAnswers(CLI::App& command, const std::filesystem::path& file)
{
    std::ifstream text(file);
    std::vector<CLI::ConfigItem> items;
    try {
        items = CLI::ConfigTOML().from_config(text);
    } catch (const CLI::ParseError& problem) {
        return failForGood("answers-invalid", file.string() + ": " + problem.what());
    }
    for (const CLI::ConfigItem& item : items) {
        CLI::Option* option = item.parents.empty() ? command.get_option_no_throw("--" + item.name) : nullptr;
        if (!option || (option->count() == 0 && !takeAnswer(*option, item.inputs)))
            return failForGood("answers-invalid", file.string() + ": " + item.fullname());
    }
    return {};
}

Guide::Guide(std::istream& in, std::ostream& out, std::function<Language()> language)
    : m_in(in)
    , m_out(out)
    , m_language(std::move(language))
{}

void Guide::add(CLI::Option* option, Text question, std::function<std::string()> current)
{
    m_questions.push_back({option, std::move(question), std::move(current)});
}

bool Guide::ask()
{
    for (const Question& question : m_questions) {
        if (question.option->count() == 0 && !ask(question))
            return false;
    }
    return true;
}

bool Guide::ask(const Question& question)
{
    const Text none{"tidak ada", "none"};
    const Text wrong{"Jawaban itu tidak dapat dipakai. Silakan coba lagi.",
                     "That answer cannot be used. Please try again."};
    while (true) {
        const std::string current = question.current();
        m_out << question.words.in(m_language()) << " ["
              << (current.empty() ? none.in(m_language()) : current) << "]: " << std::flush;
        std::string answer;
        if (!std::getline(m_in, answer))
            return false;
        if (answer.empty() || takeAnswer(*question.option, {answer}))
            return true;
        m_out << wrong.in(m_language()) << '\n';
    }
}

} // namespace anjungan
