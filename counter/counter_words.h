// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/calling.h"
#include "counter/undoable.h"
#include "face/words.h"

#include <QCoreApplication>

namespace anjungan {

/// What the staff's face says in several places, and how it names people, places and reasons.
class CounterWords : public Words
{
    Q_DECLARE_TR_FUNCTIONS(CounterWords)

public:
    using Words::Words;

    /// "Loket 3"
    [[nodiscard]] QString counter(const Counter& counter) const;
    /// "Loket 1, 2, 3"; with more than four the queue's name and how many: "Disdukcapil, 6 loket"
    [[nodiscard]] QString countersOf(const Catalogue& catalogue, const QueueId& queue) const;
    [[nodiscard]] QString number(const Ticket& ticket) const;
    [[nodiscard]] QString serviceShort(const Catalogue& catalogue, const ServiceId& service) const;
    [[nodiscard]] QString serviceTitle(const Catalogue& catalogue, const ServiceId& service) const;
    /// "Lansia · Ibu hamil"; empty for an ordinary ticket
    [[nodiscard]] QString classes(const Catalogue& catalogue, const Ticket& ticket) const;
    /// Why a leg is the next one at a counter, as sentences.
    [[nodiscard]] QString whyNext(const Site& site, const NextLeg& next) const;
    /// Where a leg stands, for somebody who asks about its number at `counter`.
    [[nodiscard]] QString whereabouts(const Site& site, const Leg& leg, TimeZone zone) const;
    /// "Batalkan: selesai A-012"
    [[nodiscard]] QString undoing(UndoneAct what, const QString& number) const;
    [[nodiscard]] QString outcome(Outcome outcome) const;
    [[nodiscard]] QString way(Way way) const;
    [[nodiscard]] QString need(Need need) const;
    [[nodiscard]] static QString needIcon(Need need);
    /// "Janji temu 09.30"
    [[nodiscard]] QString appointment(Instant slot, TimeZone zone) const;

private:
    /// A sentence about who came before and is passed over, after a space; empty where nobody is.
    [[nodiscard]] QString passedOverBy(const Site& site, const NextLeg& next) const;
};

} // namespace anjungan
