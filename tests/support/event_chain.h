// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/crypto.h"
#include "core/slip.h"
#include "support/fixed_random.h"

namespace anjungan {

/// Makes events as one node would: positions without gaps, one origin, its hashes chained.
class EventChain
{
public:
    /// Continues a log after `head`, as a new incarnation: another seed, another one.
    explicit EventChain(const Hasher& hasher, std::uint64_t seed = 1, Position head = {1, 0})
        : m_hasher(hasher)
        , m_random(seed)
        , m_head(head)
    {
        m_origin.device = *DeviceId::parse("server");
        m_origin.incarnation = m_random.makeId<IncarnationId>();
    }

    /// The next event, alone in its command, or the next of the same command.
    Event next(Subject subject, EventBody body, bool sameCommand = false)
    {
        if (!sameCommand || m_head.n == 0)
            m_command = m_random.makeId<CommandId>();
        m_index = static_cast<std::uint16_t>(sameCommand ? m_index + 1 : 0);
        Event event;
        event.position = Position{m_head.epoch, ++m_head.n};
        event.index = m_index;
        ++m_origin.sequence;
        event.origin = m_origin;
        event.act = {m_command, Actor{*DeviceId::parse("kiosk-1"), StaffId::parse("siti")}, timeOf(m_head.n)};
        event.subject = std::move(subject);
        event.body = std::move(body);
        m_origin.previous = m_hasher.hash(chainText(event));
        return event;
    }

    /// Says that the newest event was changed before it was used: what follows continues it as it is now.
    void relink(const Event& newest) { m_origin.previous = m_hasher.hash(chainText(newest)); }

    Event staff(const std::string& name = "Siti", bool sameCommand = false)
    {
        return next(subjectOf(*StaffId::parse("siti")), StaffChanged{*StaffId::parse("siti"), name},
                    sameCommand);
    }

    /// A ticket of the queue A whose number and day follow from its position: never twice the same.
    Event ticket(bool sameCommand = false)
    {
        return ticket(numberOf(m_head.n + 1), dayOf(m_head.n + 1), sameCommand);
    }

    Event ticket(const Number& number, Day day, bool sameCommand = false)
    {
        TicketIssued issued;
        issued.ticket = m_random.makeId<TicketId>();
        issued.number = number;
        issued.day = day;
        issued.catalogueVersion = 1;
        issued.legs.push_back({*ServiceId::parse("ktp-baru"), *QueueId::parse("dukcapil"), 3,
                               std::chrono::minutes(5), std::chrono::minutes(15)});
        return next(subjectOf(issued.ticket), std::move(issued), sameCommand);
    }

    [[nodiscard]] Position head() const { return m_head; }
    void raiseEpoch() { ++m_head.epoch; }

    static constexpr Day firstDay{std::chrono::days(20'780)};
    static Number numberOf(std::uint64_t n)
    {
        return {"A", 0, static_cast<std::uint16_t>(n % Number::valueMax + 1)};
    }
    static Day dayOf(std::uint64_t n)
    {
        return firstDay + std::chrono::days(static_cast<int>(n / Number::valueMax));
    }
    static Instant timeOf(std::uint64_t n)
    {
        return Instant(firstDay.time_since_epoch() + std::chrono::seconds(static_cast<int>(n)));
    }

private:
    const Hasher& m_hasher;
    FixedRandom m_random;
    Position m_head;
    Origin m_origin;
    CommandId m_command;
    std::uint16_t m_index = 0;
};

/// The slip of a ticket as a kiosk would print it.
inline Slip slipOf(const Event& event)
{
    const auto& issued = std::get<TicketIssued>(event.body);
    Slip slip;
    slip.site = *SiteId::parse("mpp-contoh");
    slip.ticket = issued.ticket;
    slip.number = issued.number;
    slip.siteName = "Mal Pelayanan Publik";
    slip.siteRegion = "Kabupaten Contoh";
    slip.issued = toLocal(event.act.time, TimeZone::Wib);
    slip.errands.push_back({"Perekaman KTP-el", "Disdukcapil", "Zona 1", 1, 3, std::chrono::minutes(5),
                            std::chrono::minutes(15), "A"});
    return slip;
}

} // namespace anjungan
