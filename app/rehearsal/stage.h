// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rehearsal/visitor.h"
#include "core/result.h"

#include <deque>
#include <filesystem>
#include <nlohmann/json.hpp>

namespace anjungan {

/// Where the processes of one rehearsal meet: what each visitor means to do and which number she holds, as
/// she knows it herself; who works where; that the day is over; and what each face has to tell afterwards.
/// Nothing of the queue goes this way. Files appear whole or not at all.
class Stage
{
public:
    /// Who works where, and what is open.
    struct Plan
    {
        struct Desk
        {
            CounterId counter;
            StaffId staff;
            std::string pin; ///< hers for the first sign-in

            template <typename Self, typename Visitor>
            static void fields(Self& self, Visitor&& field)
            {
                field("counter", self.counter);
                field("staff", self.staff);
                field("pin", self.pin);
            }
        };
        std::vector<DeviceId> kiosks; ///< the visitors go to them in turn
        std::vector<Desk> desks;
        std::vector<ServiceId> services;

        template <typename Self, typename Visitor>
        static void fields(Self& self, Visitor&& field)
        {
            field("kiosks", self.kiosks);
            field("desks", self.desks);
            field("services", self.services);
        }
    };

    explicit Stage(std::filesystem::path folder)
        : m_folder(std::move(folder))
    {}

    /// Errors of all that write: `folder-unusable`.
    [[nodiscard]] Result<void> write(const Plan& plan) const;
    [[nodiscard]] Result<void> write(const Visitor& visitor) const;
    [[nodiscard]] Result<void> endTheDay() const;
    [[nodiscard]] Result<void> tellFacts(const std::string& device,
                                         const nlohmann::ordered_json& facts) const;

    /// Errors: `rehearsal-unreadable`.
    [[nodiscard]] Result<Plan> plan() const;
    /// Every visitor, by index. Errors: `rehearsal-unreadable`.
    [[nodiscard]] Result<std::deque<Visitor>> visitors() const;
    /// Reads again those who had no number yet.
    void renew(std::deque<Visitor>& visitors) const;
    [[nodiscard]] bool isDayOver() const;
    /// Null where it told nothing.
    [[nodiscard]] nlohmann::ordered_json factsOf(const std::string& device) const;

    /// Where a device's pictures go.
    [[nodiscard]] std::filesystem::path screens(const std::string& device) const;

private:
    [[nodiscard]] std::filesystem::path fileOf(int visitor) const;

    std::filesystem::path m_folder;
};

} // namespace anjungan
