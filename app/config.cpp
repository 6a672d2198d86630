// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/config.h"

#include "app/config_keys.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <set>
#include <system_error>
#include <type_traits>

// The only place that sees toml++: it is compiled here, without the exceptions of the packaged library.
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

namespace anjungan {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t pathLengthMax = 1024;

bool isControl(char c)
{
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
}

bool isAlphanumeric(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Fills a Config from a parsed table and keeps the first fault of the file, by line.
class Reader
{
public:
    Reader(const toml::table& root, std::string name, fs::path base)
        : m_root(root)
        , m_name(std::move(name))
        , m_base(std::move(base))
    {}

    template <typename Field, typename... Rule>
    void operator()(std::string_view section, std::string_view key, Field& field, const Rule&... rule)
    {
        m_known.insert(fmt::format("{}.{}", section, key));
        m_sections.insert(std::string(section));
        const toml::table* table = m_root[section].as_table();
        const toml::node* node = table ? table->get(key) : nullptr;
        if (!node)
            return;
        const std::string reason = read(*node, field, rule...);
        if (!reason.empty())
            fault(*node, fmt::format("{}.{}: {}", section, key, reason));
    }

    /// To be called after every known key was visited.
    void refuseUnknown()
    {
        for (const auto& [section, node] : m_root) {
            const std::string name(section.str());
            if (!m_sections.contains(name)) {
                faultAt(section.source().begin.line, fmt::format("{}: no such section", quoted(name)));
            } else if (const toml::table* table = node.as_table()) {
                for (const auto& [key, value] : *table) {
                    const std::string whole = fmt::format("{}.{}", name, std::string_view(key.str()));
                    if (!m_known.contains(whole))
                        faultAt(key.source().begin.line, fmt::format("{}: no such key", quoted(whole)));
                }
            } else {
                fault(node, fmt::format("{}: not a section", name));
            }
        }
    }

    void refuse(std::string_view section, std::string_view key, const std::string& reason)
    {
        const toml::node* node = m_root[section][key].node();
        faultAt(node ? node->source().begin.line : 1, fmt::format("{}.{}: {}", section, key, reason));
    }

    [[nodiscard]] const std::optional<std::string>& problem() const { return m_problem; }

private:
    void fault(const toml::node& node, const std::string& reason)
    {
        faultAt(node.source().begin.line, reason);
    }

    void faultAt(std::uint32_t line, const std::string& reason)
    {
        if (m_problem && m_problemLine <= line)
            return;
        m_problemLine = line;
        m_problem = fmt::format("{}:{}: {}", m_name, line, reason);
    }

    /// A key from outside goes into a log: short, and on one line.
    static std::string quoted(std::string text)
    {
        std::replace_if(text.begin(), text.end(), isControl, '?');
        return text.size() <= 60 ? text : text.substr(0, 60) + "…";
    }

    static std::string read(const toml::node& node, bool& field)
    {
        const auto value = node.value_exact<bool>();
        if (!value)
            return "true or false is expected";
        field = *value;
        return {};
    }

    template <typename Field>
    static std::string read(const toml::node& node, Field& field, const IntegerBounds& bounds)
    {
        const auto value = node.value_exact<std::int64_t>();
        if (!value)
            return "a whole number is expected";
        if (*value < bounds.min || *value > bounds.max)
            return fmt::format("{} is not within {} to {}", *value, bounds.min, bounds.max);
        field = Field(static_cast<int>(*value));
        return {};
    }

    template <typename Enum, std::size_t N>
    static std::string read(const toml::node& node, Enum& field, const Choices<Enum, N>& choices)
    {
        const auto value = node.value_exact<std::string>();
        const auto found =
            value ? std::find(choices.names.begin(), choices.names.end(), *value) : choices.names.end();
        if (found == choices.names.end())
            return fmt::format("one of \"{}\" is expected", fmt::join(choices.names, "\", \""));
        field = static_cast<Enum>(found - choices.names.begin());
        return {};
    }

    static std::string read(const toml::node& node, std::string& field, const TextRule& rule)
    {
        const auto value = node.value_exact<std::string>();
        if (!value || value->size() > rule.lengthMax || (!value->empty() && !rule.accepts(*value)))
            return fmt::format("{} is expected, at most {} bytes", rule.meaning, rule.lengthMax);
        field = *value;
        return {};
    }

    std::string read(const toml::node& node, fs::path& field) const
    {
        const auto value = node.value_exact<std::string>();
        if (!value || value->size() > pathLengthMax || std::any_of(value->begin(), value->end(), isControl))
            return fmt::format("a path is expected, at most {} bytes", pathLengthMax);
        field = value->empty() ? fs::path() : (m_base / *value).lexically_normal();
        return {};
    }

    template <typename Tag>
    static std::string read(const toml::node& node, Name<Tag>& field)
    {
        const auto value = node.value_exact<std::string>();
        const auto name = value ? Name<Tag>::parse(*value) : std::nullopt;
        if (!name)
            return fmt::format("a name of a-z, 0-9 and - is expected, at most {} long", Name<Tag>::lengthMax);
        field = *name;
        return {};
    }

    template <typename Tag>
    static std::string read(const toml::node& node, std::optional<Name<Tag>>& field)
    {
        field.reset();
        if (node.value_exact<std::string>() == std::string())
            return {};
        Name<Tag> name;
        std::string reason = read(node, name);
        if (reason.empty())
            field = name;
        return reason;
    }

    const toml::table& m_root;
    std::string m_name;
    fs::path m_base;
    std::set<std::string> m_known;
    std::set<std::string> m_sections;
    std::optional<std::string> m_problem;
    std::uint32_t m_problemLine = 0;
};

/// Writes every key as `parseConfig` reads it.
class Writer
{
public:
    template <typename Field, typename... Rule>
    void operator()(std::string_view section, std::string_view key, const Field& field, const Rule&... rule)
    {
        if (m_section != section) {
            m_text += fmt::format("{}[{}]\n", m_text.empty() ? "" : "\n", section);
            m_section = section;
        }
        m_text += fmt::format("{} = {}\n", key, write(field, rule...));
    }

    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    static std::string write(bool field) { return field ? "true" : "false"; }

    template <typename Field>
    static std::string write(const Field& field, const IntegerBounds&)
    {
        if constexpr (std::is_same_v<Field, std::chrono::seconds>)
            return std::to_string(field.count());
        else
            return std::to_string(field);
    }

    template <typename Enum, std::size_t N>
    static std::string write(Enum field, const Choices<Enum, N>& choices)
    {
        return quote(choices.names.at(static_cast<std::size_t>(field)));
    }

    static std::string write(const std::string& field, const TextRule&) { return quote(field); }
    static std::string write(const fs::path& field) { return quote(field.string()); }

    template <typename Tag>
    static std::string write(const Name<Tag>& field)
    {
        return quote(field.text());
    }

    template <typename Tag>
    static std::string write(const std::optional<Name<Tag>>& field)
    {
        return quote(field ? field->text() : std::string());
    }

    static std::string quote(std::string_view text)
    {
        std::string out = "\"";
        for (const char c : text) {
            if (c == '"' || c == '\\')
                out += '\\';
            out += c;
        }
        return out + '"';
    }

    std::string_view m_section;
    std::string m_text;
};

/// A variable that names a directory; the XDG specification says to ignore relative ones.
std::optional<fs::path> directoryFrom(const char* variable)
{
    const char* value = std::getenv(variable);
    if (!value || value[0] != '/')
        return std::nullopt;
    return fs::path(value);
}

/// `$<variable>`, else `$HOME/<fallback>`.
std::optional<fs::path> baseDirectory(const char* variable, const char* fallback)
{
    if (auto directory = directoryFrom(variable))
        return directory;
    if (const auto home = directoryFrom("HOME"))
        return *home / fallback;
    return std::nullopt;
}

} // namespace

bool isPlainText(std::string_view text)
{
    return std::none_of(text.begin(), text.end(), isControl);
}

bool isColour(std::string_view text)
{
    return text.size() == 7 && text.front() == '#' &&
           text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
}

bool isHost(std::string_view text)
{
    const std::size_t colon = text.find(':');
    if (colon != std::string_view::npos) {
        const std::string_view port = text.substr(colon + 1);
        if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string_view::npos)
            return false;
        const int number = std::atoi(std::string(port).c_str());
        if (number < 1 || number > 65'535)
            return false;
        text = text.substr(0, colon);
    }
    while (!text.empty()) {
        const std::string_view label = text.substr(0, text.find('.'));
        const auto accepted = [](char c) { return isAlphanumeric(c) || c == '-'; };
        if (label.empty() || label.size() > 63 || !std::all_of(label.begin(), label.end(), accepted) ||
            label.front() == '-' || label.back() == '-')
            return false;
        if (label.size() == text.size())
            return true;
        text = text.substr(label.size() + 1);
    }
    return false;
}

bool isServerUrl(std::string_view text)
{
    constexpr std::string_view scheme = "https://";
    while (true) {
        const std::string_view one = text.substr(0, text.find(' '));
        if (!one.starts_with(scheme) || !isHost(one.substr(scheme.size())))
            return false;
        if (one.size() == text.size())
            return true;
        text.remove_prefix(one.size() + 1);
    }
}

Result<Config> parseConfig(std::string_view toml, const std::string& name, const fs::path& base)
{
    if (toml.size() > configBytesMax)
        return failForGood("config-invalid", fmt::format("{}:1: longer than {} bytes", name, configBytesMax));
    const toml::parse_result parsed = toml::parse(toml);
    if (!parsed) {
        const toml::parse_error& error = parsed.error();
        return failForGood("config-invalid",
                           fmt::format("{}:{}: {}", name, error.source().begin.line, error.description()));
    }

    Config config;
    Reader reader(parsed.table(), name, base);
    visitKeys(config, reader);
    reader.refuseUnknown();
    if (config.print.paperWidthMm != 58 && config.print.paperWidthMm != 80)
        reader.refuse("print", "paper-width-mm", "80 or 58 is expected");
    if (config.print.printer == Config::Print::Printer::Cups && config.print.queue.empty())
        reader.refuse("print", "printer", "\"cups\" needs a print.queue");
    if (!config.server.url.empty() && config.server.authority.empty())
        reader.refuse("server", "url", "a server needs a server.authority, by which it is known");
    if (reader.problem())
        return failForGood("config-invalid", *reader.problem());
    return config;
}

Result<Config> loadConfig(const fs::path& file)
{
    std::error_code error;
    const fs::file_status status = fs::status(file, error);
    if (status.type() == fs::file_type::not_found)
        return failForGood("config-missing", fmt::format("{}: no such file", file.string()));
    if (status.type() != fs::file_type::regular)
        return failForGood("config-unreadable", fmt::format("{}: not a file", file.string()));

    // One byte more than the limit tells a file that is too long from one that just fits.
    std::ifstream stream(file, std::ios::binary);
    std::string text(configBytesMax + 1, '\0');
    stream.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (!stream.is_open() || stream.bad())
        return failForGood("config-unreadable", fmt::format("{}: cannot be read", file.string()));
    text.resize(static_cast<std::size_t>(stream.gcount()));

    const fs::path whole = fs::absolute(file, error);
    return parseConfig(text, file.string(), error ? fs::path() : whole.parent_path());
}

std::optional<fs::path> findConfig()
{
    std::error_code error;
    if (const auto own = baseDirectory("XDG_CONFIG_HOME", ".config")) {
        const fs::path file = *own / "anjungan" / "anjungan.toml";
        if (fs::exists(file, error))
            return file;
    }
    const fs::path shared = "/etc/anjungan/anjungan.toml";
    if (fs::exists(shared, error))
        return shared;
    return std::nullopt;
}

Result<fs::path> dataDirectory(const Config::Data& data)
{
    if (!data.directory.empty())
        return data.directory;
    if (const auto state = baseDirectory("XDG_STATE_HOME", ".local/state"))
        return *state / "anjungan";
    return failForGood("data-directory-unknown",
                       "neither data.directory, nor XDG_STATE_HOME, nor HOME says where to keep the data");
}

std::string toToml(const Config& config)
{
    Writer writer;
    visitKeys(config, writer);
    return writer.text();
}

} // namespace anjungan
