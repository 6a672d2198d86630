// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/config.h"
#include "face/face_language.h"

#include <memory>
#include <QQmlApplicationEngine>
#include <QQuickWindow>

namespace anjungan {

/// One face on the screen: an engine of its own and the window it made. Its view model must be older than
/// it and outlive it.
class FaceWindow
{
public:
    /// Loads `qrc:/qt/qml/Anjungan/<module>/<page>.qml` with `viewModel` as its property `vm`, in the site's
    /// look, and hidden.
    FaceWindow(const QString& module, const QString& page, QObject& viewModel, FaceLanguage& language,
               const Config::Look& look, double diagonalInches);

    /// Null where the page could not be made; Qt has said why.
    [[nodiscard]] QQuickWindow* window() const { return m_window; }
    void show();

    /// Shrinks the face as a whole, so that it fits on a smaller screen and is still the same picture: for a
    /// demonstration on a laptop. Never enlarges.
    void shrinkInto(QSize available);

private:
    void layOut();
    void applyLook(const QString& module, const Config::Look& look, double diagonalInches);

    QQmlApplicationEngine m_engine;
    QQuickWindow* m_window = nullptr;
    double m_scale = 1.0;
};

} // namespace anjungan
