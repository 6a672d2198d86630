// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the eye gets: capitals of 61 and 40 mm on the configured panel, measured in the picture's own
// pixels; and a flash that comes at most twice a second and is over after three.

#include "board_hall.h"

#include <cmath>
#include <gtest/gtest.h>
#include <QElapsedTimer>
#include <QImage>
#include <QQmlApplicationEngine>
#include <QQmlComponent>
#include <QQmlProperty>
#include <QQuickItem>
#include <QQuickWindow>
#include <QTest>

namespace anjungan {
namespace {

struct Panel
{
    const char* name;
    QSize size;
    double inches;
};

struct Shown
{
    Shown(BoardHall& hall, QSize size)
    {
        engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
        QQmlComponent holder(&engine);
        holder.setData("import QtQml; import Anjungan.Ui; QtObject { property QtObject theme: Theme }",
                       QUrl());
        const std::unique_ptr<QObject> held(holder.create());
        theme = held->property("theme").value<QObject*>();
        engine.setInitialProperties({{QStringLiteral("vm"), QVariant::fromValue(hall.board.get())},
                                     {QStringLiteral("width"), size.width()},
                                     {QStringLiteral("height"), size.height()},
                                     {QStringLiteral("visible"), true}});
        engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Anjungan/Display/BoardWindow.qml")));
        window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    }

    [[nodiscard]] QQuickItem* find(const char* name, QObject* below = nullptr) const
    {
        QObject* root = below != nullptr ? below : window->contentItem();
        for (QQuickItem* item : qobject_cast<QQuickItem*>(root)->childItems()) {
            if (item->objectName() == QLatin1String(name))
                return item;
            if (QQuickItem* found = find(name, item))
                return found;
        }
        return nullptr;
    }

    QQmlApplicationEngine engine;
    QObject* theme = nullptr;
    QQuickWindow* window = nullptr;
};

/// How many rows of pixels the text of an item covers, by what differs from the colour at its left edge.
int inkHeight(const QImage& image, const QQuickItem& item)
{
    const QRect area = QRectF(item.mapToScene({0, 0}), item.size())
                           .toAlignedRect()
                           .adjusted(0, -6, 0, 6)
                           .intersected(image.rect());
    const QColor ground = image.pixelColor(area.left(), area.top());
    const auto isInk = [&](int x, int y) {
        const QColor c = image.pixelColor(x, y);
        return std::abs(c.red() - ground.red()) + std::abs(c.green() - ground.green()) +
                   std::abs(c.blue() - ground.blue()) >
               150;
    };
    int first = -1;
    int last = -1;
    // The letter alone: figures are a little higher than capitals.
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x < area.left() + area.height() / 2 && x <= area.right(); ++x) {
            if (isInk(x, y)) {
                first = first < 0 ? y : first;
                last = y;
                break;
            }
        }
    }
    return first < 0 ? 0 : last - first + 1;
}

class BoardPageSizes : public testing::TestWithParam<Panel>
{};

TEST_P(BoardPageSizes, CapitalsKeepTheirMillimetres)
{
    const Panel& panel = GetParam();
    BoardOptions options;
    options.zone = ZoneId::parse("zona-1");
    options.panelDiagonal_inch = panel.inches;
    BoardHall hall(options);
    for (const char* counter : {"loket-1", "loket-2", "loket-3", "loket-4"})
        hall.callNew(counter, "ktp-baru");
    hall.open();
    Shown shown(hall, panel.size);
    ASSERT_NE(shown.window, nullptr);
    QTest::qWait(100);
    const QImage image = shown.window->grabWindow();
    ASSERT_EQ(image.size(), panel.size);

    const double pixelsPerMillimetre =
        std::hypot(panel.size.width(), panel.size.height()) / (panel.inches * 25.4);
    const auto millimetres = [&](const QQuickItem* item) {
        return inkHeight(image, *item) / pixelsPerMillimetre;
    };
    QQuickItem* number = shown.find("newest-number");
    QQuickItem* counter = shown.find("newest-counter");
    ASSERT_NE(number, nullptr);
    ASSERT_NE(counter, nullptr);
    EXPECT_GE(millimetres(number), 61.0);
    EXPECT_EQ(counter->property("shownSize").toInt(), number->property("shownSize").toInt());
    const int rows = hall.board->activeCalls()->count();
    ASSERT_GE(rows, 2);
    for (int row = 0; row < rows; ++row) {
        QQuickItem* item = shown.find(qPrintable(QStringLiteral("call-row-%1").arg(row)));
        ASSERT_NE(item, nullptr);
        QQuickItem* rowNumber = shown.find("call-number", item);
        QQuickItem* rowCounter = shown.find("call-counter", item);
        EXPECT_GE(millimetres(rowNumber), 40.0);
        EXPECT_EQ(rowCounter->property("shownSize").toInt(), rowNumber->property("shownSize").toInt());
        const QRectF inside = item->mapRectToScene(item->boundingRect());
        EXPECT_TRUE(inside.contains(rowNumber->mapRectToScene(rowNumber->boundingRect())));
        EXPECT_TRUE(inside.contains(rowCounter->mapRectToScene(rowCounter->boundingRect())));
        EXPECT_TRUE(QRectF(QPointF(0, 0), panel.size).contains(inside));
    }
    std::printf("%s: newest %.1f mm, others %.1f mm\n", panel.name, millimetres(number),
                millimetres(shown.find("call-number", shown.find("call-row-0"))));
}

TEST_P(BoardPageSizes, ATrainingIsMarkedAboveTheBoard)
{
    for (const bool training : {false, true}) {
        auto catalogue = std::make_shared<Catalogue>(*sampleCatalogue());
        catalogue->training = training;
        BoardHall hall({}, catalogue);
        hall.callNew("loket-1", "ktp-baru");
        hall.open();
        EXPECT_EQ(hall.board->siteMark(), training ? QStringLiteral("LATIHAN – tidak berlaku") : QString());
        const Shown shown(hall, GetParam().size);
        ASSERT_NE(shown.window, nullptr);
        QTest::qWait(50);
        const QQuickItem* mark = shown.find("site-mark");
        const QQuickItem* page = shown.find("board-page");
        ASSERT_NE(mark, nullptr);
        EXPECT_EQ(mark->isVisible(), training);
        EXPECT_EQ(page->y(), mark->height());
        EXPECT_EQ(page->height() + page->y(), shown.window->height());
        if (training) {
            EXPECT_EQ(mark->width(), GetParam().size.width());
            EXPECT_GE(mark->height(), GetParam().size.height() / 20);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Panels, BoardPageSizes,
                         testing::Values(Panel{"FullHd43", {1920, 1080}, 43},
                                         Panel{"FullHd32", {1920, 1080}, 32},
                                         Panel{"FullHd65", {1920, 1080}, 65},
                                         Panel{"Uhd55", {3840, 2160}, 55}, Panel{"Hd43", {1280, 720}, 43}),
                         [](const testing::TestParamInfo<Panel>& panel) { return panel.param.name; });

struct Flashes
{
    int count = 0;              ///< times the card turned bright
    qint64 last_ms = 0;         ///< when it turned for the last time
    qint64 gapMin_ms = 100'000; ///< between two turns to bright
};

/// Writes down when a card changes its colour.
class CardWatch : public QObject
{
    Q_OBJECT

public:
    explicit CardWatch(QQuickItem* card)
        : m_card(card)
        , m_still(card->property("color").value<QColor>())
    {
        QQmlProperty(card, QStringLiteral("color")).connectNotifySignal(this, SLOT(turned()));
        m_timer.start();
    }

    Flashes seen;

public slots:
    void turned()
    {
        seen.last_ms = m_timer.elapsed();
        if (m_card->property("color").value<QColor>() == m_still)
            return;
        if (seen.count++ > 0)
            seen.gapMin_ms = std::min(seen.gapMin_ms, seen.last_ms - m_bright_ms);
        m_bright_ms = seen.last_ms;
    }

private:
    QQuickItem* m_card;
    QColor m_still;
    QElapsedTimer m_timer;
    qint64 m_bright_ms = 0;
};

/// Watches the card while a call is repeated, and once more after `again_ms` if that is not 0.
Flashes watch(BoardHall& hall, const Shown& shown, int time_ms, int again_ms, const LegId& leg)
{
    CardWatch watch(shown.find("newest-call"));
    hall.act<RecallLeg>(leg);
    QTest::qWait(again_ms);
    if (again_ms > 0)
        hall.act<RecallLeg>(leg);
    QTest::qWait(time_ms - again_ms);
    return watch.seen;
}

struct FlashingBoard : testing::Test
{
    FlashingBoard()
        : leg(hall.callNew("loket-1", "ktp-baru"))
    {
        hall.open();
    }

    BoardHall hall;
    LegId leg;
};

TEST_F(FlashingBoard, FlashesAtMostTwiceASecondAndIsStillAfterThree)
{
    Shown shown(hall, {1280, 720});
    QTest::qWait(50);
    const Flashes flashes = watch(hall, shown, 4'500, 0, leg);
    EXPECT_GE(flashes.count, 3);
    EXPECT_LE(flashes.count, 6);
    EXPECT_GE(flashes.gapMin_ms, 500);
    EXPECT_LE(flashes.last_ms, 3'100);
}

TEST_F(FlashingBoard, ACallWhileItFlashesDoesNotQuickenTheBeat)
{
    Shown shown(hall, {1280, 720});
    QTest::qWait(50);
    const Flashes flashes = watch(hall, shown, 5'500, 1'050, leg);
    EXPECT_GE(flashes.gapMin_ms, 500);
    EXPECT_GT(flashes.last_ms, 3'100) << "the second call has its own three seconds";
    EXPECT_LE(flashes.last_ms, 4'400);
}

TEST_F(FlashingBoard, StandsStillWhereMotionIsNotWanted)
{
    Shown shown(hall, {1280, 720});
    shown.theme->setProperty("reducedMotion", true);
    QTest::qWait(50);
    EXPECT_EQ(watch(hall, shown, 1'500, 0, leg).count, 0);
}

/// Every word of the page, also those that only a reader of screens says.
QString wordsBelow(const QQuickItem* item)
{
    QString words;
    for (const char* name : {"text", "title", "accessibleName"})
        words += item->property(name).toString() + QLatin1Char('\n');
    for (const QQuickItem* child : item->childItems())
        words += wordsBelow(child);
    return words;
}

TEST(BoardPage, NamesNoNeedNoServiceAndNoPriority)
{
    const auto silent = std::make_shared<Catalogue>(*sampleCatalogue());
    silent->notices.clear(); // they may speak of everything
    BoardHall hall({}, silent);
    IssueTicket wanted;
    wanted.ticket = hall.random.makeId<TicketId>();
    wanted.services = {*ServiceId::parse("ktp-baru")};
    wanted.classes = {*PriorityClassId::parse("disabilitas")};
    wanted.needs = {Need::Wheelchair, Need::Escort, Need::SignLanguage, Need::Writing};
    hall.queue.must(wanted);
    RecordedVoice voice;
    hall.open(&voice);
    hall.call("loket-1", {wanted.ticket, 0});
    BoardHall::settle();
    const Shown shown(hall, {1280, 720});
    ASSERT_NE(shown.window, nullptr);
    QTest::qWait(50);
    const QString words = wordsBelow(shown.window->contentItem());
    EXPECT_TRUE(words.contains(QStringLiteral("A-001"))) << words.toStdString();
    for (const char* secret : {"roda", "jemput", "isyarat", "tertulis", "wheelchair", "disabilitas", "KTP"})
        EXPECT_FALSE(words.contains(QLatin1String(secret), Qt::CaseInsensitive)) << secret;
}

} // namespace
} // namespace anjungan

#include "board_page_test.moc"
