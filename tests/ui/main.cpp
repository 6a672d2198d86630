// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs the tst_*.qml beside it against the linked design system.

#include <QQmlEngine>
#include <QtQuickTest>

class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath(QStringLiteral("qrc:/qt/qml")); }
};

QUICK_TEST_MAIN_WITH_SETUP(ui, Setup)

#include "main.moc"
