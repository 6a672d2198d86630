// SPDX-License-Identifier: GPL-3.0-or-later
#include "counter/pin_entry_view_model.h"

#include <QCoreApplication>
#include <QPointer>

namespace anjungan {

namespace {

/// Words of this file, in a context that lupdate and the program name alike.
struct PinWords
{
    Q_DECLARE_TR_FUNCTIONS(PinWords)
};

} // namespace

PinEntryViewModel::PinEntryViewModel(CounterSession& session, QObject* parent)
    : QObject(parent)
    , m_session(session)
{}

void PinEntryViewModel::start(const StaffId& person, const QString& name)
{
    m_person = person;
    m_name = name;
    m_pin.clear();
    m_newPin.clear();
    go(Step::Ask);
}

void PinEntryViewModel::forget()
{
    start({}, {});
}

QString PinEntryViewModel::title() const
{
    return m_step == Step::Ask ? m_name : PinWords::tr("A PIN of your own");
}

QString PinEntryViewModel::text() const
{
    switch (m_step) {
    case Step::ChooseNew:
        return PinWords::tr(
            "The one you were given is for once. Choose six digits or more that nobody guesses.");
    case Step::RepeatNew:
        return PinWords::tr("Once more, so that it is surely what you meant.");
    case Step::Ask:
        break;
    }
    return PinWords::tr("Type your PIN.");
}

void PinEntryViewModel::setTyped(const QString& typed)
{
    if (m_typed == typed)
        return;
    m_typed = typed;
    emit changed();
}

void PinEntryViewModel::go(Step step, const QString& answer)
{
    m_step = step;
    m_answer = answer;
    m_typed.clear();
    emit changed();
}

void PinEntryViewModel::submit()
{
    if (m_busy || m_typed.isEmpty())
        return;
    switch (m_step) {
    case Step::Ask:
        m_pin = m_typed;
        ask(std::nullopt);
        return;
    case Step::ChooseNew:
        m_newPin = m_typed;
        go(Step::RepeatNew);
        return;
    case Step::RepeatNew:
        if (m_typed == m_newPin)
            ask(m_newPin.toStdString());
        else
            go(Step::ChooseNew, PinWords::tr("The two were not the same."));
        return;
    }
}

void PinEntryViewModel::ask(const std::optional<std::string>& newPin)
{
    m_busy = true;
    emit changed();
    const QPointer<PinEntryViewModel> self(this);
    m_session.staffPort()->signIn(m_person, m_pin.toStdString(), newPin, [self](const Result<void>& reply) {
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [self, reply] {
                if (self)
                    self->take(reply);
            },
            Qt::QueuedConnection);
    });
}

void PinEntryViewModel::take(const Result<void>& reply)
{
    m_busy = false;
    if (reply) {
        forget();
        emit proven();
        return;
    }
    if (reply.error().code == "pin-must-change")
        go(Step::ChooseNew);
    else
        go(reply.error().code == "pin-too-weak" ? Step::ChooseNew : Step::Ask,
           m_session.words().problem(reply.error()));
}

} // namespace anjungan
