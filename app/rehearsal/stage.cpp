// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rehearsal/stage.h"

#include "core/json_codec.h"

#include <fmt/format.h>
#include <fstream>
#include <system_error>
#include <unistd.h>

namespace anjungan {

namespace {

namespace fs = std::filesystem;

/// What of a visitor goes from process to process; `codec` has no names for courses.
struct Note
{
    int index = 0;
    std::vector<ServiceId> services;
    Language language = Language::Indonesian;
    bool priority = false;
    int course = 0;
    std::optional<TicketId> ticket;
    std::string number;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("index", self.index);
        field("services", self.services);
        field("language", self.language);
        field("priority", self.priority);
        field("course", self.course);
        field("ticket", self.ticket);
        field("number", self.number);
    }
};

/// Beside, then over: a reader sees the old file or the new one. Who dies meanwhile takes the rehearsal with
/// her, so nothing is synced.
Result<void> replace(const fs::path& file, const std::string& text)
{
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    const fs::path beside = fmt::format("{}.{}", file.string(), ::getpid());
    std::ofstream out(beside, std::ios::binary);
    out << text << '\n';
    out.close();
    if (!error && out)
        fs::rename(beside, file, error);
    if (error || !out)
        return failForGood("folder-unusable", file.string());
    return {};
}

template <typename Value>
Result<Value> read(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    Value value;
    const auto from = nlohmann::json::parse(in, nullptr, false);
    if (from.is_discarded() || !codec::decode(from, value))
        return failForGood("rehearsal-unreadable", file.string());
    return value;
}

Result<Visitor> readVisitor(const fs::path& file)
{
    return read<Note>(file).map([](Note&& note) {
        Visitor visitor;
        visitor.index = note.index;
        visitor.services = std::move(note.services);
        visitor.language = note.language;
        visitor.priority = note.priority;
        visitor.course = static_cast<Course>(note.course);
        visitor.ticket = note.ticket;
        visitor.number = std::move(note.number);
        return visitor;
    });
}

} // namespace

fs::path Stage::fileOf(int visitor) const
{
    return m_folder / "visitors" / fmt::format("{}.json", visitor);
}

fs::path Stage::screens(const std::string& device) const
{
    return m_folder / "screens" / device;
}

Result<void> Stage::write(const Plan& plan) const
{
    return replace(m_folder / "plan.json", codec::encode(plan).dump());
}

Result<void> Stage::write(const Visitor& visitor) const
{
    const Note note{visitor.index,
                    visitor.services,
                    visitor.language,
                    visitor.priority,
                    static_cast<int>(visitor.course),
                    visitor.ticket,
                    visitor.number};
    return replace(fileOf(visitor.index), codec::encode(note).dump());
}

Result<void> Stage::endTheDay() const
{
    return replace(m_folder / "day-over", {});
}

Result<void> Stage::tellFacts(const std::string& device, const nlohmann::ordered_json& facts) const
{
    return replace(m_folder / "facts" / (device + ".json"), facts.dump(2));
}

Result<Stage::Plan> Stage::plan() const
{
    return read<Plan>(m_folder / "plan.json");
}

Result<std::deque<Visitor>> Stage::visitors() const
{
    std::deque<Visitor> visitors;
    std::error_code error;
    for (int index = 0; fs::exists(fileOf(index), error); ++index) {
        auto visitor = readVisitor(fileOf(index));
        if (!visitor)
            return tl::unexpected(visitor.error());
        visitors.push_back(*std::move(visitor));
    }
    return visitors;
}

void Stage::renew(std::deque<Visitor>& visitors) const
{
    for (Visitor& visitor : visitors) {
        if (visitor.ticket)
            continue;
        if (auto now = readVisitor(fileOf(visitor.index)))
            visitor = *std::move(now);
    }
}

bool Stage::isDayOver() const
{
    std::error_code error;
    return fs::exists(m_folder / "day-over", error);
}

nlohmann::ordered_json Stage::factsOf(const std::string& device) const
{
    std::ifstream in(m_folder / "facts" / (device + ".json"), std::ios::binary);
    auto facts = nlohmann::ordered_json::parse(in, nullptr, false);
    return facts.is_discarded() ? nlohmann::ordered_json() : facts;
}

} // namespace anjungan
