// SPDX-License-Identifier: GPL-3.0-or-later
#include "kiosk/ticket_issue.h"

namespace anjungan {

TicketIssue::TicketIssue(SiteFollower& follower, QObject* parent)
    : QObject(parent)
    , m_follower(follower)
{}

void TicketIssue::begin(std::vector<ServiceId> services, std::vector<PriorityClassId> classes,
                        std::vector<Need> needs, Language language)
{
    if (m_state == State::Sending || m_state == State::Done)
        return;
    // It may have happened although nobody heard of it: for the same wish only the same ids are safe.
    if (m_state == State::Failed && m_wanted.services == services && m_wanted.classes == classes &&
        m_wanted.needs == needs) {
        send();
        return;
    }
    m_command = m_follower.makeId<CommandId>();
    m_ticket = m_follower.makeId<TicketId>();
    m_wanted = IssueTicket();
    m_wanted.ticket = m_ticket;
    m_wanted.services = std::move(services);
    m_wanted.classes = std::move(classes);
    m_wanted.needs = std::move(needs);
    m_wanted.channel = Channel::SelfService;
    m_wanted.language = language;
    send();
}

void TicketIssue::retry()
{
    if (m_state == State::Failed)
        send();
}

void TicketIssue::send()
{
    m_state = State::Sending;
    emit changed();
    const CommandId command = m_command;
    m_follower.submit(command, m_wanted, std::nullopt, this, [this, command](const Result<Receipt>& reply) {
        if (command != m_command || m_state != State::Sending)
            return;
        m_state = reply ? State::Done : State::Failed;
        if (!reply)
            m_error = reply.error();
        emit changed();
    });
}

void TicketIssue::reset()
{
    m_state = State::Idle;
    m_command = {};
    m_ticket = {};
    m_wanted = {};
    m_error = {};
}

} // namespace anjungan
