// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/authority.h"
#include "storage/sodium.h"
#include "storage/system_random.h"
#include "support/catalogues.h"
#include "support/fake_clock.h"

namespace anjungan::tests {

/// The real authority of a site, as it is after each take-over: it knows what the journal says, and issues
/// tickets on a Monday at nine.
class ServingNode
{
public:
    explicit ServingNode(Journal& journal)
        : m_authority({*DeviceId::parse("server"), m_random.makeId<IncarnationId>()}, journal, m_hasher,
                      m_clock, {})
    {}

    /// Replays, and gives an empty site its catalogue.
    [[nodiscard]] Result<void> open()
    {
        if (Result<void> opened = m_authority.open(); !opened)
            return opened;
        if (m_authority.site().head().n > 0)
            return {};
        return commit({m_random.makeId<CommandId>(), m_actor, PublishCatalogue{tinyCatalogue()}})
            .map([](const Receipt&) {});
    }

    /// A ticket of the queue A, or of C.
    [[nodiscard]] Command issue(const char* service = "ktp")
    {
        IssueTicket wanted;
        wanted.ticket = m_random.makeId<TicketId>();
        wanted.services = {*ServiceId::parse(service)};
        return {m_random.makeId<CommandId>(), m_actor, wanted};
    }

    [[nodiscard]] Result<Receipt> commit(const Command& command)
    {
        return m_authority.commit({&command, 1}).front();
    }

    [[nodiscard]] Authority& authority() { return m_authority; }

private:
    SystemRandom m_random;
    SodiumHasher m_hasher;
    FakeClock m_clock;
    Actor m_actor{*DeviceId::parse("kiosk-1"), std::nullopt};
    Authority m_authority;
};

/// `A-012` of a receipt that issued a ticket.
inline std::string numberOf(const Receipt& receipt)
{
    return std::get<TicketIssued>(receipt.events.front().body).number.text();
}

} // namespace anjungan::tests
