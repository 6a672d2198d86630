// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "kiosk_bench.h"
#include "printing/zxing_qr_encoder.h"

#include <QDir>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>
#include <QTimer>

namespace anjungan {

inline int warnings = 0; ///< of QML, and expectations that were not met

inline void countWarnings(QtMsgType type, const QMessageLogContext& context, const QString& text)
{
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    ++warnings;
    std::fprintf(stderr, "%s: %s\n", context.category, qPrintable(text));
}

inline void waitFor(std::chrono::milliseconds time)
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

/// One kiosk with its window, and where its pictures go.
class Stage
{
public:
    Stage(QDir directory, QString prefix, std::shared_ptr<const Catalogue> catalogue = sampleCatalogue())
        : bench(std::move(catalogue), &m_encoder)
        , m_directory(std::move(directory))
        , m_prefix(std::move(prefix))
    {
        QObject::connect(&bench.language, &FaceLanguage::changed, &m_engine, &QQmlEngine::retranslate);
        m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        m_engine.setInitialProperties(
            {{QStringLiteral("vm"), QVariant::fromValue(&bench.vm)}, {QStringLiteral("visible"), true}});
        m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Anjungan/Kiosk/KioskWindow.qml")));
        if (m_engine.rootObjects().isEmpty())
            std::exit(2);
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().first());
    }

    void shoot(const char* name)
    {
        waitFor(std::chrono::milliseconds(260));
        const QString file = m_prefix + QLatin1Char('-') + QLatin1String(name) + QStringLiteral(".png");
        if (!m_window->grabWindow().save(m_directory.filePath(file)))
            std::exit(3);
    }
    QObject* find(const char* name) { return m_window->findChild<QObject*>(QLatin1String(name)); }

    /// A finger on the middle of a control, as the window's system would tell it.
    /// What lies under a strip that says there is more is not there to touch.
    void bringIntoView(QQuickItem* item)
    {
        QQuickItem* view = item->parentItem();
        while (view && !view->inherits("QQuickFlickable"))
            view = view->parentItem();
        if (!view || item->mapToItem(view, {0, item->height()}).y() < view->height() * 0.8)
            return;
        const double end = view->property("contentHeight").toDouble() - view->height();
        view->setProperty("contentY", std::max(0.0, end));
    }
    void touch(const QString& name)
    {
        if (QQuickItem* item = shown(m_window->contentItem(), name)) {
            bringIntoView(item);
            const QPointF middle = item->mapToScene({item->width() / 2, item->height() / 2});
            QTest::mouseClick(m_window, Qt::LeftButton, {}, middle.toPoint());
            return;
        }
        std::fprintf(stderr, "no control %s to touch\n", qPrintable(name));
        ++warnings;
    }
    void resize(int width, int height) { m_window->resize(width, height); }
    void expectMark()
    {
        const auto* mark = qobject_cast<QQuickItem*>(find("site-mark"));
        const auto* page = qobject_cast<QQuickItem*>(find("page"));
        expect(mark && mark->isVisible() && mark->width() == m_window->width() && mark->height() > 20,
               "the mark is there");
        expect(mark && page && page->y() >= mark->y() + mark->height(), "the page begins below the mark");
    }
    void key(Qt::Key key) { QTest::keyClick(m_window, key); }
    void expect(bool truth, const char* what)
    {
        if (!truth) {
            std::fprintf(stderr, "not so: %s\n", what);
            ++warnings;
        }
    }

    /// A day like any other: counters open, people waiting.
    void fill()
    {
        bench.openCounters();
        bench.issueFor("ktp-baru", 9);
        bench.issueFor("kartu-keluarga", 7);
        bench.issueFor("skck-baru", 4);
        waitFor(std::chrono::milliseconds(200));
    }
    void toTicket(const char* service)
    {
        bench.vm.openService(QLatin1String(service));
        bench.vm.chooseCase(0);
        bench.vm.take();
        bench.vm.takeOrdinary();
        bench.settle();
    }

private:
    /// By items, not by objects: a delegate's owner is not the item that shows it.
    static QQuickItem* shown(QQuickItem* item, const QString& name)
    {
        if (!item->isVisible())
            return nullptr;
        if (item->objectName() == name)
            return item;
        for (QQuickItem* child : item->childItems()) {
            if (QQuickItem* found = shown(child, name))
                return found;
        }
        return nullptr;
    }

    ZxingQrEncoder m_encoder;

public:
    KioskBench bench;

private:
    QDir m_directory;
    QString m_prefix;
    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
};

} // namespace anjungan
