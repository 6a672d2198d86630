// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access_rules.h"

namespace anjungan {

namespace {

template <typename... Kinds>
bool isOneOf(const CommandBody& body)
{
    return (std::holds_alternative<Kinds>(body) || ...);
}

tl::unexpected<Error> forbid(const Command& command)
{
    return refuse("role-forbidden", std::string(kindOf(command.body)));
}

/// A device speaks for itself, not for another.
bool isOwnRegistration(const Command& command)
{
    const auto* wanted = std::get_if<RegisterDevice>(&command.body);
    return wanted && wanted->device == command.actor.device;
}

Result<Needs> kioskNeeds(const Command& command)
{
    const auto* issue = std::get_if<IssueTicket>(&command.body);
    if (issue && issue->channel == Channel::SelfService)
        return Needs::Device;
    // A citizen says that she is back, or gives up.
    if (isOneOf<ReturnLeg, CancelTicket>(command.body))
        return Needs::Device;
    if (isOneOf<IssueTicket, ConfirmPriority, ConfirmClock>(command.body))
        return Needs::SignedIn;
    return forbid(command);
}

Result<Needs> counterNeeds(const Command& command)
{
    if (isOneOf<PublishCatalogue, ChangeStaff, RaiseNumbers, RaiseEpoch, RegisterDevice>(command.body))
        return forbid(command);
    // The desk shows the call by itself, also while nobody touches it.
    return std::holds_alternative<AcknowledgeCall>(command.body) ? Needs::Device : Needs::SignedIn;
}

} // namespace

Result<Needs> needsOf(DeviceRole role, const Command& command)
{
    if (role == DeviceRole::Site)
        return forbid(command);
    if (isOwnRegistration(command))
        return Needs::Device;
    switch (role) {
    case DeviceRole::Kiosk:
        return kioskNeeds(command);
    case DeviceRole::Counter:
        return counterNeeds(command);
    case DeviceRole::Display:
        return forbid(command);
    case DeviceRole::Manager:
    case DeviceRole::Site:
        break;
    }
    if (isOneOf<RegisterDevice, RaiseNumbers, RaiseEpoch>(command.body))
        return forbid(command);
    return isOneOf<PublishCatalogue, ChangeStaff>(command.body) ? Needs::ManagerToo : Needs::SignedIn;
}

Result<void> mayDo(const Enrolment& device, const Command& command,
                   const std::function<Result<StaffRole>(const StaffId&)>& roleOfStaff)
{
    if (command.actor.device != device.device)
        return refuse("device-other", "the command names another device than the token");
    const auto needs = needsOf(device.role, command);
    if (!needs)
        return tl::unexpected(needs.error());
    // Whoever is named must be there, whatever the command needs: it will stand in the log.
    if (!command.actor.staff)
        return *needs == Needs::Device ? Result<void>() : refuse("staff-not-signed-in");
    const auto role = roleOfStaff(*command.actor.staff);
    if (!role)
        return tl::unexpected(role.error());
    if (*needs == Needs::ManagerToo && *role != StaffRole::Manager)
        return forbid(command);
    return {};
}

} // namespace anjungan
