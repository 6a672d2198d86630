// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/halt_window.h"

#include "face/words.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>

namespace anjungan {

void showHalt(const Error& error)
{
    const Words words(Language::Indonesian);
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{QStringLiteral("heading"), words.cannotStart()},
                                 {QStringLiteral("words"), words.problem(error)},
                                 {QStringLiteral("code"), QString::fromStdString(error.code)},
                                 {QStringLiteral("visible"), true}});
    engine.load(QUrl(QStringLiteral("qrc:/app/HaltWindow.qml")));
    if (!engine.rootObjects().isEmpty())
        QGuiApplication::exec();
}

} // namespace anjungan
