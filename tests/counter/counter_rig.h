// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/counter_view_model.h"
#include "support/catalogues.h"
#include "support/direct_queue.h"

#include <memory>
#include <QCoreApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>

namespace anjungan {

/// A hall with the sample catalogue on the real authority: staff, tickets, and time that is told.
/// Monday, 23 November 2026, 09.00 WIB.
class Hall
{
public:
    /// Without a catalogue nothing is known to the faces.
    explicit Hall(std::shared_ptr<const Catalogue> catalogue = sampleCatalogue())
        : queue(clock)
    {
        if (!catalogue)
            return;
        queue.must(PublishCatalogue{std::move(catalogue)});
        addStaff("siti", "Siti Aminah");
        addStaff("budi", "Budi Santoso");
        addStaff("dewi", "Dewi Lestari");
    }

    void addStaff(const char* id, const std::string& name)
    {
        queue.must(ChangeStaff{*StaffId::parse(id), name});
    }

    TicketId issue(std::vector<std::string> services, std::vector<std::string> classes = {})
    {
        IssueTicket wanted;
        wanted.ticket = queue.random().makeId<TicketId>();
        for (const std::string& id : services)
            wanted.services.push_back(*ServiceId::parse(id));
        for (const std::string& id : classes)
            wanted.classes.push_back(*PriorityClassId::parse(id));
        queue.must(wanted);
        return wanted.ticket;
    }

    void pass(std::chrono::milliseconds time) { clock.advance(time); }

    FakeClock clock;
    DirectQueue queue;
};

/// One staff machine in a hall: its view model, and on demand its window.
class Desk
{
public:
    explicit Desk(Hall& place, CounterOptions options, const char* device = "desk-1",
                  Language startLanguage = Language::Indonesian, StaffPort* staff = nullptr)
        : hall(place)
        , random(std::hash<std::string_view>{}(device))
        , follower(place.queue, place.clock, random, *DeviceId::parse(device))
        , faceClock(place.clock)
        , language(QStringLiteral("counter"), startLanguage)
        , vm(follower, faceClock, language, std::move(options), staff)
    {
        settle();
    }

    static CounterOptions at(const char* counter, const char* staff)
    {
        return {CounterId::parse(counter), StaffId::parse(staff)};
    }

    /// Lets everything that was sent arrive.
    static void settle()
    {
        for (int i = 0; i < 5; ++i) {
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
        }
    }

    /// Time passes, and the face sees its clock.
    void pass(std::chrono::milliseconds time)
    {
        hall.pass(time);
        faceClock.look();
        settle();
    }

    bool openWindow(int width = 1366, int height = 768)
    {
        engine = std::make_unique<QQmlApplicationEngine>();
        engine->addImportPath(QStringLiteral("qrc:/qt/qml"));
        QObject::connect(engine.get(), &QQmlEngine::warnings, [this](const QList<QQmlError>& errors) {
            for (const QQmlError& error : errors)
                warnings.append(error.toString());
        });
        engine->setInitialProperties({{QStringLiteral("vm"), QVariant::fromValue(&vm)},
                                      {QStringLiteral("width"), width},
                                      {QStringLiteral("height"), height}});
        engine->load(QUrl(QStringLiteral("qrc:/qt/qml/Anjungan/Counter/CounterWindow.qml")));
        if (engine->rootObjects().isEmpty())
            return false;
        window = qobject_cast<QQuickWindow*>(engine->rootObjects().constFirst());
        settle();
        return window != nullptr;
    }

    /// A visible item of the window by its objectName, popups included.
    [[nodiscard]] QQuickItem* item(const QString& name) const { return find(window->contentItem(), name); }

    [[nodiscard]] DeskViewModel& desk() { return *vm.desk(); }

    Hall& hall;
    FixedRandom random;
    SiteFollower follower;
    FaceClock faceClock;
    FaceLanguage language;
    CounterViewModel vm;
    std::unique_ptr<QQmlApplicationEngine> engine;
    QQuickWindow* window = nullptr;
    QStringList warnings;

private:
    static QQuickItem* find(QQuickItem* from, const QString& name)
    {
        if (!from->isVisible())
            return nullptr;
        if (from->objectName() == name)
            return from;
        const auto children = from->childItems();
        for (QQuickItem* child : children) {
            if (QQuickItem* found = find(child, name))
                return found;
        }
        return nullptr;
    }
};

} // namespace anjungan
