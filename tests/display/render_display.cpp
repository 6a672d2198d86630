// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws the board in every state that it can be in, on the real authority, one picture a state.

#include "board_hall.h"

#include <array>
#include <cstdio>
#include <QDir>
#include <QGuiApplication>
#include <QImage>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQuickWindow>
#include <QTimer>

using namespace anjungan;

namespace {

int warnings = 0;

void note(QtMsgType type, const QMessageLogContext&, const QString& message)
{
    std::fprintf(stderr, "%s\n", qPrintable(message));
    if (type != QtDebugMsg && type != QtInfoMsg)
        ++warnings;
}

struct Look
{
    QSize size{1920, 1080};
    double inches = 43;
    double textScale = 1.0;
    bool highContrast = false;
};

struct Picture
{
    const char* name;
    void (*prepare)(BoardHall& hall, RecordedVoice& voice);
    Look look{};
    const char* zone = "zona-1";
    bool phonePage = true;
    Language language = Language::Indonesian;
    void (*changeCatalogue)(Catalogue& catalogue) = nullptr;
};

void passTime(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

// What the hall does before the picture is taken.

void earlier(BoardHall& hall)
{
    for (const char* counter :
         {"loket-2", "loket-5", "loket-1", "loket-6", "loket-3", "loket-4", "loket-2", "loket-1"}) {
        const bool permits = counter[6] >= '5';
        const LegId leg = hall.callNew(counter, permits ? "nib" : "ktp-baru");
        hall.act<StartService>(leg);
        hall.act<FinishLeg>(leg);
    }
}

void missed(BoardHall& hall, int count)
{
    for (int i = 0; i < count; ++i) {
        const LegId leg = hall.callNew(i % 2 == 0 ? "loket-1" : "loket-5", i % 2 == 0 ? "ktp-baru" : "nib");
        hall.act<MarkNoShow>(leg);
    }
}

void fourCalls(BoardHall& hall, RecordedVoice& voice)
{
    earlier(hall);
    missed(hall, 2);
    hall.callNew("loket-2", "ktp-baru");
    hall.callNew("loket-6", "nib");
    hall.callNew("loket-4", "ktp-baru");
    hall.open(&voice);
    hall.callNew("loket-1", "ktp-baru");
    hall.settle();
    const Announcement last{Announcement::Kind::Call,
                            *Number::parse(hall.board->newest().number.toStdString()), "1",
                            Language::Indonesian};
    voice.tell({1, last, std::nullopt});
}

void someServed(BoardHall& hall, RecordedVoice& voice)
{
    earlier(hall);
    hall.act<StartService>(hall.callNew("loket-3", "ktp-baru"));
    hall.act<StartService>(hall.callNew("loket-5", "nib"));
    hall.callNew("loket-4", "ktp-baru");
    hall.open(&voice);
    hall.callNew("loket-2", "ktp-baru");
}

void onlyServed(BoardHall& hall, RecordedVoice& voice)
{
    earlier(hall);
    hall.act<StartService>(hall.callNew("loket-3", "ktp-baru"));
    hall.act<StartService>(hall.callNew("loket-5", "nib"));
    hall.open(&voice);
}

void oneCounter(BoardHall& hall, RecordedVoice& voice)
{
    hall.act<FinishLeg>(hall.callNew("loket-1", "ktp-baru"));
    hall.open(&voice);
    hall.callNew("loket-1", "ktp-baru");
}

void twoCounters(BoardHall& hall, RecordedVoice& voice)
{
    hall.act<FinishLeg>(hall.callNew("loket-1", "ktp-baru"));
    hall.callNew("loket-1", "ktp-baru");
    hall.open(&voice);
    hall.callNew("loket-5", "nib");
}

/// The second call was a mistake, and the first is taken over.
void retracted(BoardHall& hall, RecordedVoice& voice)
{
    hall.open(&voice);
    const LegId first = hall.callNew("loket-1", "ktp-baru");
    hall.callNew("loket-5", "nib");
    const LegId mistake = hall.callNew("loket-4", "ktp-baru");
    BoardHall::settle();
    hall.undo(mistake);
    hall.takeOver("loket-2", first);
}

void sixCalls(BoardHall& hall, RecordedVoice& voice)
{
    earlier(hall);
    for (const char* counter : {"loket-2", "loket-4", "loket-3", "loket-1"})
        hall.callNew(counter, "ktp-baru");
    hall.open(&voice);
    hall.callNew("loket-6", "nib");
    hall.callNew("loket-5", "nib");
}

void twelveCalls(BoardHall& hall, RecordedVoice& voice)
{
    earlier(hall);
    missed(hall, 9);
    const std::array<std::pair<const char*, const char*>, 12> calls{{{"loket-1", "ktp-baru"},
                                                                     {"loket-2", "ktp-baru"},
                                                                     {"loket-3", "ktp-baru"},
                                                                     {"loket-4", "ktp-baru"},
                                                                     {"loket-5", "nib"},
                                                                     {"loket-6", "nib"},
                                                                     {"loket-7", "skck-baru"},
                                                                     {"loket-8", "skck-baru"},
                                                                     {"loket-9", "pajak-kendaraan"},
                                                                     {"loket-14", "jkn-daftar"},
                                                                     {"loket-19", "bayar-air"},
                                                                     {"loket-12", "buka-rekening"}}};
    hall.open(&voice);
    for (const auto& [counter, service] : calls)
        hall.callNew(counter, service);
}

void longestNumbers(BoardHall& hall, RecordedVoice& voice)
{
    hall.act<FinishLeg>(hall.callNew("loket-1", "ktp-baru", 3));
    hall.act<MarkNoShow>(hall.callNew("loket-2", "ktp-baru", 3));
    hall.callNew("loket-5", "nib", 4);
    hall.callNew("loket-3", "ktp-baru", 8);
    hall.callNew("loket-4", "ktp-baru", 8);
    hall.open(&voice);
    hall.callNew("loket-2", "ktp-baru", 3);
}

void welcome(BoardHall& hall, RecordedVoice& voice)
{
    hall.openCounter("loket-1");
    hall.open(&voice);
}

void idle(BoardHall& hall, RecordedVoice& voice)
{
    earlier(hall);
    missed(hall, 1);
    hall.open(&voice);
}

void closedDay(BoardHall& hall, RecordedVoice& voice)
{
    hall.clock.advance(std::chrono::hours(24 * 6));
    hall.open(&voice);
}

void lunch(BoardHall& hall, RecordedVoice& voice)
{
    earlier(hall);
    missed(hall, 1);
    hall.clock.advance(std::chrono::hours(3) + std::chrono::minutes(20));
    hall.open(&voice);
}

void cutOff(BoardHall& hall, RecordedVoice& voice)
{
    fourCalls(hall, voice);
    hall.queue.tell({false, Error{"unreachable", Severity::TryAgain, {}}, 0});
}

void cutOffWhileNobodyIsCalled(BoardHall& hall, RecordedVoice& voice)
{
    earlier(hall);
    hall.open(&voice);
    hall.queue.tell({false, Error{"no-answer", Severity::TryAgain, {}}, 0});
}

void unreached(BoardHall& hall, RecordedVoice& voice)
{
    hall.open(&voice);
    hall.queue.tell({false, Error{"unreachable", Severity::TryAgain, {}}, 0});
}

void refused(BoardHall& hall, RecordedVoice& voice)
{
    hall.open(&voice);
    hall.queue.tell({false, Error{"token-unknown", Severity::ThisItem, {}}, 0});
}

void diskFull(BoardHall& hall, RecordedVoice& voice)
{
    fourCalls(hall, voice);
    hall.queue.tell({true, Error{"disk-full", Severity::Fatal, {}}, 0});
}

void noSound(BoardHall& hall, RecordedVoice& voice)
{
    fourCalls(hall, voice);
    voice.tell({0, std::nullopt, Error{"audio-device-missing", Severity::TryAgain, {}}});
}

void justOpened(BoardHall& hall, RecordedVoice& voice)
{
    hall.open(&voice);
}

void ramadan(Catalogue& catalogue)
{
    const Day today = dayOf(FakeClock().now(), TimeZone::Wib);
    Hours shorter;
    for (auto& day : shorter.week)
        day = {{MinuteOfDay(8 * 60), MinuteOfDay(12 * 60)},
               {MinuteOfDay(12 * 60 + 30), MinuteOfDay(15 * 60)}};
    catalogue.seasons = {
        {today, today + std::chrono::days(29), Text{"Jam Ramadan", "Ramadan hours"}, shorter}};
}

void longNames(Catalogue& catalogue)
{
    catalogue.siteName.indonesian = "Mal Pelayanan Publik Terpadu Satu Pintu";
    catalogue.siteRegion.indonesian = "Kabupaten Contoh Panjang Sekali Bagian Tenggara Kepulauan";
    for (Zone& zone : catalogue.zones)
        zone.name.indonesian = "Gedung utama, lantai 1 sayap barat dekat musala";
    for (Queue& queue : catalogue.queues)
        queue.prefix = queue.prefix == "A" ? "AB" : queue.prefix == "B" ? "WM" : queue.prefix;
    for (Counter& counter : catalogue.counters)
        counter.label = counter.label.size() == 1 ? "1" + counter.label + "A" : counter.label + "B";
}

void training(Catalogue& catalogue)
{
    catalogue.training = true;
}

void trainingWithLongNames(Catalogue& catalogue)
{
    longNames(catalogue);
    training(catalogue);
}

constexpr auto indonesian = Language::Indonesian;

const std::array pictures{
    Picture{"calls", fourCalls},
    Picture{"calls-en", fourCalls, {}, "zona-1", true, Language::English},
    Picture{"calls-high-contrast", fourCalls, {{1920, 1080}, 43, 1.0, true}},
    Picture{"calls-large-text", fourCalls, {{1920, 1080}, 43, 2.0, false}},
    Picture{"calls-4k", fourCalls, {{3840, 2160}, 55, 1.0, false}},
    Picture{"calls-720", fourCalls, {{1280, 720}, 43, 1.0, false}},
    Picture{"calls-32-inch", fourCalls, {{1920, 1080}, 32, 1.0, false}},
    Picture{"calls-4-3", fourCalls, {{1440, 1080}, 40, 1.0, false}},
    Picture{"some-served", someServed, {}, "zona-1", false},
    Picture{"only-served", onlyServed, {}, "zona-1", false},
    Picture{"one-counter", oneCounter},
    Picture{"two-counters", twoCounters, {}, "zona-1", false},
    Picture{"six-calls", sixCalls},
    Picture{"twelve-calls-all-zones", twelveCalls, {}, nullptr},
    Picture{"longest", longestNumbers, {}, "zona-1", true, Language::Indonesian, longNames},
    Picture{"longest-all-zones", longestNumbers, {}, nullptr, true, Language::Indonesian, longNames},
    Picture{"longest-32-inch",
            longestNumbers,
            {{1920, 1080}, 32, 1.0, false},
            "zona-1",
            true,
            Language::Indonesian,
            longNames},
    Picture{"welcome", welcome},
    Picture{"welcome-large-text", welcome, {{1920, 1080}, 43, 2.0, false}},
    Picture{"idle", idle},
    Picture{"closed", closedDay},
    Picture{"break", lunch},
    Picture{"break-season", lunch, {}, "zona-1", true, Language::Indonesian, ramadan},
    Picture{"call-retracted", retracted},
    Picture{"cut-off", cutOff},
    Picture{"cut-off-en", cutOff, {}, "zona-1", true, Language::English},
    Picture{"cut-off-high-contrast", cutOff, {{1920, 1080}, 43, 1.0, true}},
    Picture{"cut-off-large-text", cutOff, {{1920, 1080}, 43, 2.0, false}},
    Picture{"cut-off-idle", cutOffWhileNobodyIsCalled},
    Picture{"unreached", unreached, {}, nullptr, false},
    Picture{"unreached-en", unreached, {}, nullptr, false, Language::English},
    Picture{"unreached-high-contrast", unreached, {{1920, 1080}, 43, 1.0, true}, nullptr, false},
    Picture{"unreached-large-text", unreached, {{1920, 1080}, 43, 2.0, false}, nullptr, false},
    Picture{"unreached-refused", refused, {}, nullptr, false},
    Picture{"disk-full", diskFull},
    Picture{"no-sound", noSound},
    Picture{"no-sound-high-contrast", noSound, {{1920, 1080}, 43, 1.0, true}},
    Picture{"training", fourCalls, {}, "zona-1", true, indonesian, training},
    Picture{"training-en", fourCalls, {}, "zona-1", true, Language::English, training},
    Picture{"training-large-text", fourCalls, {{1920, 1080}, 43, 2.0}, "zona-1", true, indonesian, training},
    Picture{"training-high-contrast",
            fourCalls,
            {{1920, 1080}, 43, 1.0, true},
            "zona-1",
            true,
            indonesian,
            training},
    Picture{"training-720", fourCalls, {{1280, 720}, 43, 1.0}, "zona-1", true, indonesian, training},
    Picture{"training-32-inch", fourCalls, {{1920, 1080}, 32, 1.0}, "zona-1", true, indonesian, training},
    Picture{"training-longest", longestNumbers, {}, "zona-1", true, indonesian, trainingWithLongNames},
    Picture{"training-welcome", welcome, {}, "zona-1", true, indonesian, training},
    Picture{"training-cut-off", cutOff, {}, "zona-1", true, indonesian, training},
    Picture{"catching-up", justOpened, {}, nullptr, false, Language::Indonesian, [](Catalogue&) {}},
};

std::shared_ptr<const Catalogue> catalogueOf(const Picture& picture)
{
    if (QByteArray(picture.name) == "catching-up" || QByteArray(picture.name).startsWith("unreached"))
        return nullptr;
    if (picture.changeCatalogue == nullptr)
        return sampleCatalogue();
    auto changed = std::make_shared<Catalogue>(*sampleCatalogue());
    picture.changeCatalogue(*changed);
    return changed;
}

QObject* themeOf(QQmlEngine& engine)
{
    QQmlComponent holder(&engine);
    holder.setData("import QtQml; import Anjungan.Ui; QtObject { property QtObject theme: Theme }", QUrl());
    const std::unique_ptr<QObject> held(holder.create());
    return held ? held->property("theme").value<QObject*>() : nullptr;
}

bool draw(const Picture& picture, const QDir& directory)
{
    BoardOptions options;
    if (picture.zone != nullptr)
        options.zone = ZoneId::parse(picture.zone);
    options.phonePage = picture.phonePage;
    options.panelDiagonal_inch = picture.look.inches;
    RecordedVoice voice;
    BoardHall hall(options, catalogueOf(picture));
    hall.language.change(picture.language);
    picture.prepare(hall, voice);
    BoardHall::settle();

    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    QObject* theme = themeOf(engine);
    if (theme == nullptr)
        return false;
    theme->setProperty("textScale", picture.look.textScale);
    theme->setProperty("highContrast", picture.look.highContrast);
    theme->setProperty("reducedMotion", true);
    engine.setInitialProperties({{QStringLiteral("vm"), QVariant::fromValue(hall.board.get())},
                                 {QStringLiteral("width"), picture.look.size.width()},
                                 {QStringLiteral("height"), picture.look.size.height()},
                                 {QStringLiteral("visible"), true}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Anjungan/Display/BoardWindow.qml")));
    if (engine.rootObjects().isEmpty())
        return false;
    passTime(150);
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().first());
    return window->grabWindow().save(
        directory.filePath(QString::fromUtf8(picture.name) + QStringLiteral(".png")));
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    const QGuiApplication app(argc, argv);
    qInstallMessageHandler(note);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() < 2) {
        std::fputs("usage: render_display OUTDIR [PREFIX]\n", stderr);
        return 2;
    }
    const QDir directory(arguments.at(1));
    bool all = directory.mkpath(QStringLiteral("."));
    for (const Picture& picture : pictures) {
        if (arguments.size() < 3 || QString::fromUtf8(picture.name).startsWith(arguments.at(2)))
            all = draw(picture, directory) && all;
    }
    return all && warnings == 0 ? 0 : 1;
}
