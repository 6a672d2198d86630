// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/staff_commands.h"

#include "server/command_line.h"
#include "storage/system_random.h"

#include <fmt/format.h>
#include <iostream>
#include <memory>

namespace anjungan {

namespace {

struct Words
{
    DataDirectory directory;
    std::string staff;
    std::string name;
    std::string role = "staff";
};

Result<std::unique_ptr<StaffRegistry>> open(const DataDirectory& directory)
{
    std::error_code problem;
    if (!std::filesystem::exists(directory.access(), problem))
        return failForGood("directory-unusable", directory.path.string() + ": `init` did not make it");
    return StaffRegistry::open(directory.access());
}

Result<std::string> list(const Words& words)
{
    return open(words.directory)
        .and_then([](const auto& registry) { return registry->members(); })
        .map([](const auto& members) {
            std::string out;
            for (const StaffMember& member : members)
                out += fmt::format("{:32} {:8} {}{}\n", member.staff.text(), textOf(member.role), member.name,
                                   member.hasLeft ? " (has left)" : "");
            return out;
        });
}

Result<std::string> add(const Words& words)
{
    const auto staff = StaffId::parse(words.staff);
    const auto role = parseStaffRole(words.role);
    if (!staff || !role)
        return refuse("staff-invalid", words.staff);
    return open(words.directory).and_then([&](const auto& registry) {
        SystemRandom random;
        return giveOneTimePin(*registry, {*staff, words.name, *role, false}, random)
            .map([](const std::string& pin) {
                return fmt::format("the PIN for the first sign-in, to be changed there: {}\n", pin);
            });
    });
}

Result<std::string> remove(const Words& words)
{
    return open(words.directory).and_then([&](const auto& registry) -> Result<std::string> {
        const auto members = registry->members();
        if (!members)
            return tl::unexpected(members.error());
        for (StaffMember member : *members) {
            if (member.staff.text() != words.staff)
                continue;
            member.hasLeft = true;
            return registry->put(member, std::nullopt).map([] { return std::string(); });
        }
        return refuse("staff-unknown", words.staff);
    });
}

} // namespace

Result<std::string> giveOneTimePin(StaffRegistry& registry, const StaffMember& member, Random& random)
{
    std::string pin;
    while (!isStrongPin(pin)) {
        std::array<std::uint8_t, 8> bytes{};
        random.fill(bytes);
        pin.clear();
        for (const std::uint8_t byte : bytes)
            pin += static_cast<char>('0' + byte % 10);
    }
    return registry.put(member, pin).map([&] { return pin; });
}

void addStaffCommands(CLI::App& app, std::function<int()>& run)
{
    const auto words = std::make_shared<Words>();
    const auto command = [&](const char* name, const char* help, Result<std::string> (*does)(const Words&)) {
        CLI::App* added = app.add_subcommand(name, help);
        added->add_option("DIR", words->directory.path, "Data directory")->required();
        added->callback([&run, words, does] {
            run = [words, does] {
                const auto said = does(*words);
                if (!said)
                    return complain(said.error());
                std::cout << *said;
                return succeed();
            };
        });
        return added;
    };
    command("staff", "The people who may sign in", &list);
    CLI::App* adding = command(
        "staff-add", "Add somebody, or change name and role; gives a PIN for the first sign-in", &add);
    adding->add_option("--staff", words->staff, "A short name: a-z 0-9 -")->required();
    adding->add_option("--name", words->name, "As colleagues and citizens may read it")->required();
    adding->add_option("--role", words->role, "staff, greeter or manager")->capture_default_str();
    CLI::App* removing = command("staff-remove", "Somebody has left: no sign-in any more, at once", &remove);
    removing->add_option("--staff", words->staff, "Her short name")->required();
}

} // namespace anjungan
