// SPDX-License-Identifier: GPL-3.0-or-later
//
// Renders the gallery of the design system, one picture a profile and setting.

#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTimer>

#include <array>
#include <cstdio>
#include <memory>

namespace {

struct Picture
{
    const char* name;
    const char* page;
    const char* profile;
    QSize panel;
    double inches;
    double textScale;
    bool highContrast;
};

const std::array pictures{
    Picture{"kiosk", "KioskGallery", "kiosk", {1080, 1920}, 32, 1.0, false},
    Picture{"kiosk-24-inch", "KioskGallery", "kiosk", {1080, 1920}, 24, 1.0, false},
    Picture{"kiosk-large-text", "KioskGallery", "kiosk", {1080, 1920}, 32, 2.0, false},
    Picture{"kiosk-high-contrast", "KioskGallery", "kiosk", {1080, 1920}, 32, 1.0, true},
    Picture{"kiosk-more", "KioskMoreGallery", "kiosk", {1080, 1920}, 32, 1.0, false},
    // Taller than a panel, of the same density: everything that would scroll.
    Picture{"kiosk-more-whole", "KioskMoreGallery", "kiosk", {1080, 2900}, 45, 1.0, false},
    Picture{"kiosk-more-large-text", "KioskMoreGallery", "kiosk", {1080, 5200}, 77.1, 2.0, false},
    Picture{"kiosk-more-high-contrast", "KioskMoreGallery", "kiosk", {1080, 2900}, 45, 1.0, true},
    Picture{"kiosk-sheet", "SheetGallery", "kiosk", {1080, 1920}, 32, 1.0, false},
    Picture{"counter", "CounterGallery", "counter", {1366, 768}, 15.6, 1.0, false},
    Picture{"counter-large-text", "CounterGallery", "counter", {1366, 768}, 15.6, 1.5, false},
    Picture{"counter-high-contrast", "CounterGallery", "counter", {1366, 768}, 15.6, 1.0, true},
    Picture{"display", "DisplayGallery", "display", {1920, 1080}, 43, 1.0, false},
    Picture{"display-high-contrast", "DisplayGallery", "display", {1920, 1080}, 43, 1.0, true},
};

bool render(const Picture& picture, const QDir& directory)
{
    QQuickView view;
    view.engine()->addImportPath(QStringLiteral("qrc:/qt/qml"));
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    // A singleton written in QML exists for C++ only once QML has named it.
    QQmlComponent holder(view.engine());
    holder.setData("import QtQml; import Anjungan.Ui; QtObject { property QtObject theme: Theme }", QUrl());
    const std::unique_ptr<QObject> held(holder.create());
    if (held == nullptr) {
        std::fputs(qPrintable(holder.errorString()), stderr);
        return false;
    }
    auto* theme = held->property("theme").value<QObject*>();
    theme->setProperty("profile", QString::fromUtf8(picture.profile));
    theme->setProperty("panel", QSizeF(picture.panel));
    theme->setProperty("diagonalInches", picture.inches);
    theme->setProperty("textScale", picture.textScale);
    theme->setProperty("highContrast", picture.highContrast);
    theme->setProperty("reducedMotion", true);
    view.setSource(
        QUrl::fromLocalFile(QStringLiteral(GALLERY_DIR "/%1.qml").arg(QLatin1String(picture.page))));
    for (const QQmlError& error : view.errors())
        std::fputs(qPrintable(error.toString() + QLatin1Char(10)), stderr);
    if (view.status() != QQuickView::Ready)
        return false;
    view.resize(picture.panel);
    view.show();
    QEventLoop loop;
    QTimer::singleShot(250, &loop, &QEventLoop::quit);
    loop.exec();
    return view.grabWindow().save(directory.filePath(QLatin1String(picture.name) + QStringLiteral(".png")));
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    const QGuiApplication app(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: render_gallery OUTDIR [PREFIX]\n", stderr);
        return 2;
    }
    const QDir directory(arguments.at(1));
    if (!directory.mkpath(QStringLiteral(".")))
        return 1;
    bool all = true;
    for (const Picture& picture : pictures) {
        if (arguments.size() < 3 || QString::fromUtf8(picture.name).startsWith(arguments.at(2)))
            all = render(picture, directory) && all;
    }
    return all ? 0 : 1;
}
