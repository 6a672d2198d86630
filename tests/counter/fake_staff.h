// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/staff_port.h"

#include <map>
#include <set>
#include <vector>

namespace anjungan {

/// People with PINs, as a server knows them; some must choose their own first. Answers at once.
class FakeStaff final : public StaffPort
{
public:
    void signIn(const StaffId& staff, const std::string& pin, const std::optional<std::string>& newPin,
                Reply reply) override
    {
        if (pins[staff] != pin)
            reply(refuse("pin-wrong"));
        else if (mustChange.contains(staff) && !newPin)
            reply(refuse("pin-must-change"));
        else if (newPin && newPin->size() < 6)
            reply(refuse("pin-too-weak"));
        else {
            mustChange.erase(staff);
            if (newPin)
                pins[staff] = *newPin;
            reply({});
        }
    }
    void signOut(const StaffId& staff) override { signedOut.push_back(staff); }

    std::map<StaffId, std::string> pins;
    std::set<StaffId> mustChange;
    std::vector<StaffId> signedOut;
};

} // namespace anjungan
