// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"
#include "core/opening.h"
#include "core/waiting.h"

#include <QString>
#include <QTranslator>

namespace anjungan {

/// Words that every face says the same way, in one language: times, dates, waits, openings, problems.
/// A value of its own translator, so that two faces of one process may speak two languages.
class Words
{
public:
    explicit Words(Language language);

    [[nodiscard]] Language language() const { return m_language; }

    /// "09.41" in Indonesian, "09:41" in English.
    [[nodiscard]] QString time(LocalInstant at) const;
    [[nodiscard]] QString time(MinuteOfDay at) const;
    /// "Senin, 23 November 2026"
    [[nodiscard]] QString date(Day day) const;
    /// "23 November 2026"
    [[nodiscard]] QString calendarDate(Day day) const;
    /// "Senin"
    [[nodiscard]] QString weekday(Day day) const;
    /// "14 mnt", "1 jam 5 mnt"; under a minute "<1 mnt"
    [[nodiscard]] QString shortDuration(std::chrono::milliseconds duration) const;

    /// "10–20 menit"; "Tanpa menunggu" for none; "Loket belum dibuka" where no counter is open.
    [[nodiscard]] QString waitRange(const std::optional<std::chrono::minutes>& waitMin,
                                    const std::optional<std::chrono::minutes>& waitMax) const;
    /// The same as a line of its own: "Tunggu 10–20 menit", "Langsung dilayani".
    [[nodiscard]] QString waitLine(const WaitEstimate& estimate) const;
    /// "5 orang", "Tidak ada" (ahead of you)
    [[nodiscard]] QString people(int count) const;

    /// "Gratis", "Rp30.000", "Biaya dikonfirmasi petugas"
    [[nodiscard]] QString fee(const Fee& fee) const;

    /// Why it is closed and when it opens: "Tutup hari ini. Buka besok, Selasa 07.30".
    [[nodiscard]] QString closedLine(const Opening& opening, Instant now, TimeZone zone) const;

    /// " (Jam Ramadan)" on a day whose hours are not the usual ones; else empty.
    [[nodiscard]] QString seasonNote(const Opening& opening) const;

    /// The second half of it: "Buka besok, Selasa 07.30"; empty while open, or where nobody knows.
    [[nodiscard]] QString opensLine(const Opening& opening, Instant now, TimeZone zone) const;

    /// What every screen of a training site bears: "LATIHAN – tidak berlaku"; empty in a real one, and
    /// where no catalogue is known yet.
    [[nodiscard]] QString siteMark(const Catalogue* catalogue) const;

    /// Above the problem of a machine whose queue does not start.
    [[nodiscard]] QString cannotStart() const;

    /// What happened, what was kept and what to do, for an error of the authority or of the network.
    [[nodiscard]] QString problem(const Error& error) const;

    [[nodiscard]] QString text(const Text& text) const { return QString::fromStdString(text.in(m_language)); }

private:
    [[nodiscard]] QString say(const char* source) const;
    [[nodiscard]] QString opensNext(Instant opens, Instant now, TimeZone zone) const;

    Language m_language;
    std::shared_ptr<QTranslator> m_translator;
};

} // namespace anjungan
