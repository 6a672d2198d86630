// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "counter/counter_rig.h"

#include <cstdio>
#include <QDir>
#include <QEventLoop>
#include <QQmlComponent>
#include <QTimer>

namespace anjungan {

struct Look
{
    QSize size{1366, 768};
    double textScale = 1.0;
    bool highContrast = false;
    Language language = Language::Indonesian;
};

/// Draws the staff's window to PNG files of a folder, those whose names begin with a prefix.
class Painter
{
public:
    Painter(const QString& directory, const QString& prefix)
        : m_directory(directory)
        , m_prefix(prefix)
    {}

    /// Draws a desk after `prepare` brought its window to the state wanted.
    void draw(const char* name, Desk& desk, const Look& look = {},
              const std::function<void(Desk&)>& prepare = {})
    {
        const QString title = QString::fromUtf8(name);
        if (!title.startsWith(m_prefix))
            return;
        desk.language.change(look.language);
        if (!desk.openWindow(look.size.width(), look.size.height())) {
            std::fprintf(stderr, "%s: no window\n", name);
            m_good = false;
            return;
        }
        setTheme(desk, look);
        wait(60);
        if (prepare)
            prepare(desk);
        wait(120);
        m_good =
            desk.window->grabWindow().save(m_directory.filePath(title + QStringLiteral(".png"))) && m_good;
        for (const QString& warning : desk.warnings) {
            std::fprintf(stderr, "%s: %s\n", name, qPrintable(warning));
            m_good = false;
        }
        desk.desk().closeSheet();
        desk.engine.reset();
    }

    [[nodiscard]] bool isGood() const { return m_good; }

private:
    static void wait(int milliseconds)
    {
        QEventLoop loop;
        QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
        loop.exec();
    }

    static void setTheme(Desk& desk, const Look& look)
    {
        QQmlComponent holder(desk.engine.get());
        holder.setData("import QtQml; import Anjungan.Ui; QtObject { property QtObject theme: Theme }",
                       QUrl());
        const std::unique_ptr<QObject> held(holder.create());
        auto* theme = held->property("theme").value<QObject*>();
        theme->setProperty("textScale", look.textScale);
        theme->setProperty("highContrast", look.highContrast);
        theme->setProperty("reducedMotion", true);
    }

    QDir m_directory;
    QString m_prefix;
    bool m_good = true;
};

} // namespace anjungan
