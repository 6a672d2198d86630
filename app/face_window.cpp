// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/face_window.h"

#include <QColor>

namespace anjungan {

FaceWindow::FaceWindow(const QString& module, const QString& page, QObject& viewModel, FaceLanguage& language,
                       const Config::Look& look, double diagonalInches)
{
    m_engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    m_engine.setInitialProperties(
        {{QStringLiteral("vm"), QVariant::fromValue(&viewModel)}, {QStringLiteral("visible"), false}});
    m_engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Anjungan/%1/%2.qml").arg(module, page)));
    if (!m_engine.rootObjects().isEmpty())
        m_window = qobject_cast<QQuickWindow*>(m_engine.rootObjects().constFirst());
    if (m_window)
        applyLook(module, look, diagonalInches);
    QObject::connect(&language, &FaceLanguage::changed, &m_engine, &QQmlEngine::retranslate);
}

void FaceWindow::applyLook(const QString& module, const Config::Look& look, double diagonalInches)
{
    auto* theme = m_engine.singletonInstance<QObject*>(qmlTypeId("Anjungan.Ui", 1, 0, "Theme"));
    if (!theme)
        return;
    theme->setProperty("panel", QSizeF(m_window->size()));
    theme->setProperty("diagonalInches", diagonalInches);
    QVariantMap colours;
    const auto add = [&colours](const char* name, const std::string& colour) {
        if (!colour.empty())
            colours.insert(QString::fromLatin1(name), QColor(QString::fromStdString(colour)));
    };
    add("primary", look.primary);
    add("primaryDeep", look.primaryDeep);
    add("primaryTint", look.primaryTint);
    add("accent", look.accent);
    theme->setProperty("siteColours", colours);
    // The kiosk's own settings stand above these: they go back to them after each citizen.
    if (module != QStringLiteral("Kiosk")) {
        theme->setProperty("textScale", look.largeText ? 1.5 : 1.0);
        theme->setProperty("highContrast", look.highContrast);
    }
}

void FaceWindow::show()
{
    if (m_window)
        m_window->show();
}

} // namespace anjungan
