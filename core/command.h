// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event.h"
#include "core/leg_commands.h"
#include "core/site_commands.h"
#include "core/ticket_commands.h"

#include <variant>

namespace anjungan {

using CommandBody =
    std::variant<PublishCatalogue, ChangeStaff, RegisterDevice, ChangeCounter, IssueTicket, CancelTicket,
                 CallNext, CallLeg, AcknowledgeCall, RecallLeg, StartService, FinishLeg, MarkNoShow,
                 WithdrawCall, ParkLeg, ReturnLeg, TransferLeg, TakeOverLeg, ReopenLeg, UndoAct,
                 ConfirmPriority, RaiseNumbers, ConfirmClock, RaiseEpoch>;

/// What somebody wants to happen. Its id is made before the first send, so a retry is recognised.
struct Command
{
    CommandId id;
    Actor actor;
    CommandBody body;
};

[[nodiscard]] std::string_view kindOf(const CommandBody& body);

/// The form of the protocol: `{"id", "device", "staff"?, "kind", "body": {…}}`.
[[nodiscard]] nlohmann::json toJson(const Command& command);

/// Fields that are not known are passed over. Errors: `command-unknown` (its kind: made by a newer version),
/// `command-invalid` with the field.
[[nodiscard]] Result<Command> commandFromJson(const nlohmann::json& json);

} // namespace anjungan
