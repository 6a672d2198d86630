// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/face_window.h"

#include <algorithm>
#include <QColor>
#include <QQuickItem>

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

void FaceWindow::shrinkInto(QSize available)
{
    if (!m_window)
        return;
    const QSizeF whole = m_window->size();
    m_scale = std::min({1.0, available.width() / whole.width(), available.height() / whole.height()});
    // The window sets its content's size whenever its own changes.
    for (const auto changed :
         {&QQuickItem::widthChanged, &QQuickItem::heightChanged, &QQuickItem::childrenChanged})
        QObject::connect(m_window->contentItem(), changed, &m_engine, [this] { layOut(); });
    m_window->setMinimumSize({1, 1});
    m_window->resize((whole * m_scale).toSize());
    layOut();
}

/// What lies directly in a window, and what lies over it, has the window's size by itself: here it keeps the
/// face's own size and is drawn smaller.
void FaceWindow::layOut()
{
    QQuickItem* content = m_window->contentItem();
    content->setTransformOrigin(QQuickItem::TopLeft);
    content->setScale(m_scale);
    const QSizeF whole = QSizeF(m_window->size()) / m_scale;
    content->setSize(whole);
    const auto children = content->childItems();
    for (QQuickItem* child : children) {
        if (child->inherits("QQuickOverlay"))
            child->setSize(whole);
    }
}

void FaceWindow::show()
{
    if (m_window)
        m_window->show();
}

} // namespace anjungan
