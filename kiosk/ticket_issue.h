// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "face/site_follower.h"

#include <QObject>

namespace anjungan {

/// One citizen's issue: one command id and one ticket id, however often it is touched or tried again.
class TicketIssue : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Sending, Failed, Done };

    /// `follower` must outlive it.
    explicit TicketIssue(SiteFollower& follower, QObject* parent = nullptr);

    /// Sends under new ids, or, when the same wish failed before, under its own. Nothing happens while an
    /// answer is awaited, or after it came.
    void begin(std::vector<ServiceId> services, std::vector<PriorityClassId> classes, std::vector<Need> needs,
               Language language);
    /// Sends the same under the same ids. Only after a failure.
    void retry();
    /// The next citizen. An answer that is still on its way says nothing to her.
    void reset();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const TicketId& ticket() const { return m_ticket; }
    /// Why it failed.
    [[nodiscard]] const Error& error() const { return m_error; }

signals:
    void changed();

private:
    void send();

    SiteFollower& m_follower;
    State m_state = State::Idle;
    CommandId m_command;
    TicketId m_ticket;
    IssueTicket m_wanted;
    Error m_error;
};

} // namespace anjungan
