// SPDX-License-Identifier: GPL-3.0-or-later
#include "face/words.h"

#include <array>
#include <QDate>
#include <QLocale>

namespace anjungan {

namespace {

/// lupdate finds the texts by the context that is named here.
constexpr const char* context = "Words";

QLocale localeOf(Language language)
{
    return language == Language::Indonesian ? QLocale(QLocale::Indonesian, QLocale::Indonesia)
                                            : QLocale(QLocale::English, QLocale::UnitedKingdom);
}

QDate qtDate(Day day)
{
    const std::chrono::year_month_day date(day);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

struct ProblemText
{
    const char* code;
    const char* text;
};

/// What a person can understand and do something about; everything else has the general words.
constexpr std::array problems{
    ProblemText{"disk-full",
                QT_TRANSLATE_NOOP("Words", "This machine cannot store anything more. Nothing was "
                                           "lost. Please call the technician.")},
    ProblemText{"journal-read-only",
                QT_TRANSLATE_NOOP("Words", "This machine may not write to its storage. "
                                           "Nothing was lost. Please call the technician.")},
    ProblemText{"disk-error", QT_TRANSLATE_NOOP("Words", "The storage of this machine has a fault. What was "
                                                         "given out is kept. Please call the technician.")},
    ProblemText{"journal-in-use",
                QT_TRANSLATE_NOOP("Words", "Another program on this machine runs this queue "
                                           "already. Close it first, then start again.")},
    ProblemText{"journal-newer",
                QT_TRANSLATE_NOOP("Words", "This queue was kept by a newer version of the program. "
                                           "Nothing was changed. Please install that version.")},
    ProblemText{"journal-corrupt",
                QT_TRANSLATE_NOOP("Words", "The file of this queue is damaged. Nothing was "
                                           "changed. Please call the technician.")},
    ProblemText{"journal-foreign",
                QT_TRANSLATE_NOOP("Words", "The file in this queue's place is none of its own. "
                                           "Nothing was changed. Please call the technician.")},
    ProblemText{"folder-unusable",
                QT_TRANSLATE_NOOP("Words", "The folder of this queue cannot be used. Nothing was "
                                           "changed. Please call the technician.")},
    ProblemText{"unreachable", QT_TRANSLATE_NOOP("Words", "The queue cannot be reached just now. Please try "
                                                          "again in a moment.")},
    ProblemText{"no-answer",
                QT_TRANSLATE_NOOP("Words", "The queue does not answer just now. Please try again "
                                           "in a moment.")},
    ProblemText{"no-answer-yet", QT_TRANSLATE_NOOP("Words", "The queue does not answer just now. Please try "
                                                            "again in a moment.")},
    ProblemText{"certificate-refused",
                QT_TRANSLATE_NOOP("Words", "This machine does not trust the server that answers. Nothing was "
                                           "lost. Please call the technician.")},
    ProblemText{"token-unknown",
                QT_TRANSLATE_NOOP("Words",
                                  "The server does not know this machine any more. Nothing was lost. "
                                  "Please call the technician.")},
    ProblemText{"time-unsigned",
                QT_TRANSLATE_NOOP("Words", "This machine does not trust the server that answers. Nothing was "
                                           "lost. Please call the technician.")},
    ProblemText{"log-invalid",
                QT_TRANSLATE_NOOP("Words", "The server's records contradict what this machine knows. Nothing "
                                           "was changed. Please call the technician.")},
    ProblemText{"nobody-waiting", QT_TRANSLATE_NOOP("Words", "Nobody is waiting for this counter.")},
    ProblemText{"counter-busy",
                QT_TRANSLATE_NOOP("Words", "Finish the citizen who is at this counter first.")},
    ProblemText{"counter-closed", QT_TRANSLATE_NOOP("Words", "This counter is closed or on a break.")},
    ProblemText{"counter-taken", QT_TRANSLATE_NOOP("Words", "A colleague is signed in at this counter.")},
    ProblemText{"counter-other-queue", QT_TRANSLATE_NOOP("Words", "This number belongs to another counter.")},
    ProblemText{"citizen-elsewhere",
                QT_TRANSLATE_NOOP("Words", "This citizen is at another counter just now.")},
    ProblemText{"episode-over", QT_TRANSLATE_NOOP("Words", "This call has ended meanwhile.")},
    ProblemText{"act-illegal", QT_TRANSLATE_NOOP("Words", "This is not possible any more.")},
    ProblemText{"act-too-late", QT_TRANSLATE_NOOP("Words", "It is too late for that.")},
    ProblemText{"undo-not-yours",
                QT_TRANSLATE_NOOP("Words", "A colleague did this. Only they can take it back.")},
    ProblemText{"nothing-to-undo", QT_TRANSLATE_NOOP("Words", "There is nothing to take back any more.")},
    ProblemText{"nothing-left",
                QT_TRANSLATE_NOOP("Words", "This number was not left waiting, or too long ago.")},
    ProblemText{"continued-already",
                QT_TRANSLATE_NOOP("Words", "This number was continued already with a new one.")},
    ProblemText{"turn-too-late",
                QT_TRANSLATE_NOOP("Words", "Too many people are waiting: the turn would not come before "
                                           "closing time.")},
    ProblemText{"clock-doubtful",
                QT_TRANSLATE_NOOP("Words", "The clock of this machine may be wrong. Please ask staff to look "
                                           "at the date and the time.")},
    ProblemText{"clock-behind",
                QT_TRANSLATE_NOOP("Words", "The clock of this machine may be wrong. Please ask staff to look "
                                           "at the date and the time.")},
    ProblemText{"clock-jumped",
                QT_TRANSLATE_NOOP("Words", "The clock of this machine was set to another time. The queue "
                                           "counts on from before. Please call the technician.")},
    ProblemText{"quantity-invalid", QT_TRANSLATE_NOOP("Words", "The quantity is from 1 to 999.")},
    ProblemText{"ticket-unknown", QT_TRANSLATE_NOOP("Words", "No such number today.")},
    ProblemText{"service-closed", QT_TRANSLATE_NOOP("Words", "This service has just closed.")},
    ProblemText{"quota-spent", QT_TRANSLATE_NOOP("Words", "Today's numbers for this service are all given.")},
    ProblemText{"numbers-spent",
                QT_TRANSLATE_NOOP("Words", "Today's numbers are all given. Please ask staff.")},
    ProblemText{"pin-wrong", QT_TRANSLATE_NOOP("Words", "That PIN is not right.")},
    ProblemText{
        "pin-locked",
        QT_TRANSLATE_NOOP("Words", "Too many wrong PINs. Wait a while, or ask the manager for a new one.")},
    ProblemText{"pin-too-weak",
                QT_TRANSLATE_NOOP("Words",
                                  "That PIN is too easily guessed. Choose six digits or more, not in a "
                                  "row.")},
    ProblemText{"staff-not-signed-in",
                QT_TRANSLATE_NOOP("Words", "Your sign-in has ended. Type your PIN to go on.")},
    ProblemText{"role-forbidden", QT_TRANSLATE_NOOP("Words", "This is not allowed here. Ask the manager.")},
    ProblemText{"closed", QT_TRANSLATE_NOOP("Words", "The program is closing. Please try again shortly.")},
};

} // namespace

Words::Words(Language language)
    : m_language(language)
    , m_translator(std::make_shared<QTranslator>())
{
    if (language == Language::Indonesian)
        (void)m_translator->load(QStringLiteral(":/i18n/face_id.qm"));
}

QString Words::say(const char* source) const
{
    const QString translated = m_translator->translate(context, source);
    return translated.isEmpty() ? QString::fromUtf8(source) : translated;
}

QString Words::time(MinuteOfDay at) const
{
    const QChar separator = QLatin1Char(m_language == Language::Indonesian ? '.' : ':');
    return QStringLiteral("%1%2%3")
        .arg(at.count() / 60, 2, 10, QLatin1Char('0'))
        .arg(separator)
        .arg(at.count() % 60, 2, 10, QLatin1Char('0'));
}

QString Words::time(LocalInstant at) const
{
    return time(std::chrono::floor<std::chrono::minutes>(at - std::chrono::floor<std::chrono::days>(at)));
}

QString Words::date(Day day) const
{
    return localeOf(m_language).toString(qtDate(day), QStringLiteral("dddd, d MMMM yyyy"));
}

QString Words::calendarDate(Day day) const
{
    return localeOf(m_language).toString(qtDate(day), QStringLiteral("d MMMM yyyy"));
}

QString Words::weekday(Day day) const
{
    return localeOf(m_language).toString(qtDate(day), QStringLiteral("dddd"));
}

QString Words::shortDuration(std::chrono::milliseconds duration) const
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(duration).count();
    if (minutes < 1)
        return say(QT_TRANSLATE_NOOP("Words", "<1 min"));
    if (minutes < 60)
        return say(QT_TRANSLATE_NOOP("Words", "%1 min")).arg(minutes);
    return say(QT_TRANSLATE_NOOP("Words", "%1 h %2 min")).arg(minutes / 60).arg(minutes % 60);
}

QString Words::waitRange(const std::optional<std::chrono::minutes>& waitMin,
                         const std::optional<std::chrono::minutes>& waitMax) const
{
    if (!waitMin || !waitMax)
        return say(QT_TRANSLATE_NOOP("Words", "Counter not open yet"));
    if (waitMax->count() == 0)
        return say(QT_TRANSLATE_NOOP("Words", "No waiting"));
    return say(QT_TRANSLATE_NOOP("Words", "%1–%2 minutes")).arg(waitMin->count()).arg(waitMax->count());
}

QString Words::waitLine(const WaitEstimate& estimate) const
{
    if (!estimate.waitMin || !estimate.waitMax)
        return waitRange({}, {});
    if (estimate.waitMax->count() == 0)
        return say(QT_TRANSLATE_NOOP("Words", "Served at once"));
    return say(QT_TRANSLATE_NOOP("Words", "Wait %1")).arg(waitRange(estimate.waitMin, estimate.waitMax));
}

QString Words::people(int count) const
{
    if (count <= 0)
        return say(QT_TRANSLATE_NOOP("Words", "Nobody"));
    if (count == 1)
        return say(QT_TRANSLATE_NOOP("Words", "1 person"));
    return say(QT_TRANSLATE_NOOP("Words", "%1 people")).arg(count);
}

QString Words::fee(const Fee& fee) const
{
    if (!fee.verified || !fee.rupiah) {
        const QString note = text(fee.note);
        if (fee.verified && !note.isEmpty())
            return note;
        return say(QT_TRANSLATE_NOOP("Words", "Staff will confirm the fee"));
    }
    if (*fee.rupiah == 0)
        return say(QT_TRANSLATE_NOOP("Words", "Free of charge"));
    return QStringLiteral("Rp") +
           localeOf(Language::Indonesian).toString(static_cast<qlonglong>(*fee.rupiah));
}

QString Words::opensNext(Instant opens, Instant now, TimeZone zone) const
{
    const Day today = dayOf(now, zone);
    const Day day = dayOf(opens, zone);
    const QString at = time(minuteOfDay(opens, zone));
    if (day == today)
        return say(QT_TRANSLATE_NOOP("Words", "Opens at %1")).arg(at);
    if (day == today + std::chrono::days(1))
        return say(QT_TRANSLATE_NOOP("Words", "Opens tomorrow, %1 %2")).arg(weekday(day), at);
    if (day < today + std::chrono::days(7))
        return say(QT_TRANSLATE_NOOP("Words", "Opens on %1 %2")).arg(weekday(day), at);
    return say(QT_TRANSLATE_NOOP("Words", "Opens on %1, %2")).arg(date(day), at);
}

QString Words::closedLine(const Opening& opening, Instant now, TimeZone zone) const
{
    QString why;
    switch (opening.reason) {
    case ClosedReason::None:
        return {};
    case ClosedReason::BeforeHours:
        why = say(QT_TRANSLATE_NOOP("Words", "Not open yet."));
        break;
    case ClosedReason::Break:
        why = say(QT_TRANSLATE_NOOP("Words", "Break."));
        break;
    case ClosedReason::AfterHours:
        why = say(QT_TRANSLATE_NOOP("Words", "Closed for today."));
        break;
    case ClosedReason::ClosedDay:
        why = say(QT_TRANSLATE_NOOP("Words", "Closed today."));
        break;
    case ClosedReason::Holiday:
        why = say(QT_TRANSLATE_NOOP("Words", "Closed: %1."))
                  .arg(opening.closure ? text(opening.closure->reason) : QString());
        break;
    case ClosedReason::QuotaSpent:
        why = say(QT_TRANSLATE_NOOP("Words", "Today's numbers are all given."));
        break;
    case ClosedReason::TurnTooLate:
        why =
            say(QT_TRANSLATE_NOOP("Words", "Too many people are waiting to be served before closing time."));
        break;
    }
    if (!opening.opensNext)
        return why;
    const bool opensToday = dayOf(*opening.opensNext, zone) == dayOf(now, zone);
    return why + QLatin1Char(' ') + opensNext(*opening.opensNext, now, zone) +
           (opensToday ? seasonNote(opening) : QString());
}

QString Words::seasonNote(const Opening& opening) const
{
    return opening.season ? QStringLiteral(" (%1)").arg(text(opening.season->name)) : QString();
}

QString Words::opensLine(const Opening& opening, Instant now, TimeZone zone) const
{
    return opening.opensNext ? opensNext(*opening.opensNext, now, zone) : QString();
}

QString Words::siteMark(const Catalogue* catalogue) const
{
    return catalogue != nullptr && catalogue->training
               ? say(QT_TRANSLATE_NOOP("Words", "TRAINING – not valid"))
               : QString();
}

QString Words::cannotStart() const
{
    return say(QT_TRANSLATE_NOOP("Words", "The queue cannot start"));
}

QString Words::problem(const Error& error) const
{
    for (const ProblemText& known : problems) {
        if (error.code == known.code)
            return say(known.text);
    }
    return say(QT_TRANSLATE_NOOP("Words", "That did not work, and nothing was changed. Please try again."));
}

} // namespace anjungan
