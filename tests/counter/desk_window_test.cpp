// SPDX-License-Identifier: GPL-3.0-or-later
//
// Proves on the real window that every act can be done by key and by finger, that a held key acts once,
// that the keypad of four keys works and stays out of text fields, and that nothing moves.

#include "counter/counter_rig.h"

#include <gtest/gtest.h>
#include <QSignalSpy>
#include <QTest>

namespace anjungan {
namespace {

using std::chrono::seconds;

class DeskWindowTest : public testing::Test
{
protected:
    DeskWindowTest()
    {
        for (int i = 0; i < 6; ++i)
            tickets.push_back(hall.issue({"ktp-baru"}));
        desk = std::make_unique<Desk>(hall, Desk::at("loket-3", "siti"));
        EXPECT_TRUE(desk->openWindow());
        QTest::qWait(50);
        desk->pass(seconds(4));
    }

    ~DeskWindowTest() override { EXPECT_EQ(desk->warnings, QStringList()); }

    void settle()
    {
        QTest::qWait(30);
        desk->pass(seconds(4));
        QTest::qWait(10);
    }

    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(desk->window, static_cast<Qt::Key>(key), modifiers);
        settle();
    }

    void type(const QString& text)
    {
        for (const QChar letter : text)
            QTest::keyClick(desk->window, letter.toLatin1());
    }

    void touch(const char* name)
    {
        QQuickItem* item = desk->item(QString::fromUtf8(name));
        ASSERT_NE(item, nullptr) << name;
        const QPoint centre = item->mapToScene(QPointF(item->width() / 2, item->height() / 2)).toPoint();
        QTest::touchEvent(desk->window, finger).press(1, centre, desk->window);
        QTest::qWait(10);
        QTest::touchEvent(desk->window, finger).release(1, centre, desk->window);
        settle();
    }

    [[nodiscard]] LegState state(std::size_t index) const
    {
        return hall.queue.site().find(LegId{tickets[index], 0})->state;
    }

    Hall hall;
    std::vector<TicketId> tickets;
    std::unique_ptr<Desk> desk;
    QPointingDevice* finger = QTest::createTouchDevice();
};

TEST_F(DeskWindowTest, ATrainingIsMarkedOnEveryPage)
{
    EXPECT_EQ(desk->vm.siteMark(), QString());
    EXPECT_EQ(desk->item(QStringLiteral("site-mark")), nullptr);
    auto catalogue = std::make_shared<Catalogue>(*sampleCatalogue());
    catalogue->training = true;
    Hall practice(catalogue);
    for (const bool signedIn : {false, true}) {
        Desk marked(practice, signedIn ? Desk::at("loket-3", "siti") : CounterOptions{}, "desk-2");
        ASSERT_TRUE(marked.openWindow(420, 768));
        QTest::qWait(50);
        EXPECT_EQ(marked.vm.state(), signedIn ? CounterViewModel::Desk : CounterViewModel::SignIn);
        QQuickItem* mark = marked.item(QStringLiteral("site-mark"));
        ASSERT_NE(mark, nullptr);
        EXPECT_EQ(mark->property("text").toString(), QStringLiteral("LATIHAN – tidak berlaku"));
        EXPECT_EQ(mark->width(), 420);
        marked.language.change(Language::English);
        EXPECT_EQ(mark->property("text").toString(), QStringLiteral("TRAINING – not valid"));
        marked.language.change(Language::Indonesian);
        EXPECT_EQ(marked.warnings, QStringList());
    }
}

TEST_F(DeskWindowTest, EveryActByKey)
{
    press(Qt::Key_F2);
    EXPECT_EQ(state(0), LegState::Called);
    press(Qt::Key_F3);
    EXPECT_EQ(hall.queue.site().find(LegId{tickets[0], 0})->open->repeats, 1);
    press(Qt::Key_F9);
    EXPECT_EQ(state(0), LegState::Waiting);
    press(Qt::Key_F2);
    press(Qt::Key_F4);
    EXPECT_EQ(state(0), LegState::Missed);
    press(Qt::Key_F2);
    press(Qt::Key_F5);
    EXPECT_EQ(state(1), LegState::Parked);
    press(Qt::Key_F2);
    press(Qt::Key_F2);
    EXPECT_EQ(state(2), LegState::Serving);
    press(Qt::Key_F8, Qt::ShiftModifier);
    EXPECT_EQ(desk->desk().sheet(), DeskViewModel::OutcomeSheet);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    EXPECT_EQ(desk->desk().sheet(), DeskViewModel::NoSheet);
    EXPECT_EQ(desk->desk().acts()->outcome(), static_cast<int>(Outcome::Issued));
    press(Qt::Key_F2);
    EXPECT_EQ(state(2), LegState::Finished);
    EXPECT_EQ(hall.queue.site().find(LegId{tickets[2], 0})->outcome, Outcome::Issued);
    EXPECT_EQ(state(3), LegState::Called);
    press(Qt::Key_F2);
    press(Qt::Key_F8);
    EXPECT_EQ(state(3), LegState::Finished);
    press(Qt::Key_F10);
    EXPECT_TRUE(desk->desk().isPaused());
    press(Qt::Key_F10);
    EXPECT_FALSE(desk->desk().isPaused());
}

TEST_F(DeskWindowTest, EveryActByFinger)
{
    touch("act-primary");
    EXPECT_EQ(state(0), LegState::Called);
    touch("act-F3");
    EXPECT_EQ(hall.queue.site().find(LegId{tickets[0], 0})->open->repeats, 1);
    touch("act-F9");
    EXPECT_EQ(state(0), LegState::Waiting);
    touch("act-primary");
    touch("act-F4");
    EXPECT_EQ(state(0), LegState::Missed);
    touch("act-primary");
    touch("act-F5");
    EXPECT_EQ(state(1), LegState::Parked);
    touch("act-primary");
    touch("act-primary");
    EXPECT_EQ(state(2), LegState::Serving);
    touch("act-outcome");
    touch("outcome-3");
    touch("act-F8");
    EXPECT_EQ(hall.queue.site().find(LegId{tickets[2], 0})->outcome, Outcome::Refused);
    touch("act-pause");
    EXPECT_TRUE(desk->desk().isPaused());
    touch("act-primary");
    EXPECT_FALSE(desk->desk().isPaused());
    touch("why-next");
    touch("why-close");
    touch("leg-row-A-005");
    touch("leg-call");
    EXPECT_EQ(state(4), LegState::Called);
    touch("act-F9");
    touch("sign-out");
    touch("sign-out-confirm");
    EXPECT_EQ(desk->vm.state(), CounterViewModel::SignIn);
    QTest::qWait(30);
    touch("person-siti");
    EXPECT_EQ(desk->vm.state(), CounterViewModel::Desk);
}

TEST_F(DeskWindowTest, TransferAndNumberByKeyboardAlone)
{
    press(Qt::Key_F2);
    press(Qt::Key_F6);
    ASSERT_EQ(desk->desk().sheet(), DeskViewModel::TransferSheet);
    QTest::qWait(200);
    type(QStringLiteral("paspor 1234"));
    EXPECT_EQ(desk->desk().transfer()->filter(), QStringLiteral("paspor 1234")) << "digits are text here";
    desk->desk().transfer()->setFilter(QStringLiteral("kia"));
    press(Qt::Key_Return);
    EXPECT_TRUE(desk->desk().transfer()->isReady());
    touch("transfer-send");
    EXPECT_EQ(hall.queue.site().find(LegId{tickets[0], 0})->service, *ServiceId::parse("kia"));
    EXPECT_EQ(desk->desk().sheet(), DeskViewModel::NoSheet);
    QTest::qWait(200);
    press(Qt::Key_F7);
    QTest::qWait(200);
    type(QStringLiteral("a4"));
    press(Qt::Key_Return);
    EXPECT_EQ(state(3), LegState::Called);
    QTest::qWait(200);
    press(Qt::Key_F5);
    EXPECT_EQ(state(3), LegState::Parked) << "keys mean acts again once the sheet is closed";
}

TEST_F(DeskWindowTest, AHeldKeyActsOnce)
{
    QTest::keyPress(desk->window, Qt::Key_F2);
    settle();
    for (int i = 0; i < 5; ++i) {
        QKeyEvent held(QEvent::KeyPress, Qt::Key_F2, Qt::NoModifier, QString(), true);
        QCoreApplication::sendEvent(desk->window, &held);
        settle();
    }
    EXPECT_EQ(state(0), LegState::Called);
    EXPECT_EQ(state(1), LegState::Waiting);
}

TEST_F(DeskWindowTest, FourKeysAreEnough)
{
    press(Qt::Key_1);
    EXPECT_EQ(state(0), LegState::Called);
    press(Qt::Key_2);
    EXPECT_EQ(hall.queue.site().find(LegId{tickets[0], 0})->open->repeats, 1);
    press(Qt::Key_3);
    EXPECT_EQ(state(0), LegState::Missed);
    press(Qt::Key_1);
    press(Qt::Key_4);
    EXPECT_EQ(state(1), LegState::Parked);
}

TEST_F(DeskWindowTest, ArrowsWalkTheListAndEnterOpensARow)
{
    press(Qt::Key_Down);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    ASSERT_EQ(desk->desk().sheet(), DeskViewModel::LegSheet);
    EXPECT_EQ(desk->desk().legSheet()->number(), QStringLiteral("A-002"));
    press(Qt::Key_Escape);
    QTest::qWait(200);
    EXPECT_EQ(desk->desk().sheet(), DeskViewModel::NoSheet);
    press(Qt::Key_F2);
    EXPECT_EQ(state(0), LegState::Called);
}

TEST_F(DeskWindowTest, NothingMovesUnderTheHand)
{
    const QStringList names{QStringLiteral("act-primary"), QStringLiteral("act-F3"), QStringLiteral("act-F9"),
                            QStringLiteral("act-take-number"), QStringLiteral("act-pause")};
    const auto places = [&] {
        QList<QRectF> rects;
        for (const QString& name : names) {
            QQuickItem* item = desk->item(name);
            rects.append(item ? item->mapRectToScene(QRectF(0, 0, item->width(), item->height())) : QRectF());
        }
        return rects;
    };
    const auto idle = places();
    EXPECT_FALSE(idle.contains(QRectF()));
    press(Qt::Key_F2);
    EXPECT_EQ(places(), idle) << "called";
    press(Qt::Key_F2);
    EXPECT_EQ(places(), idle) << "serving";
    desk->desk().askSignOut();
    settle();
    EXPECT_NE(desk->item(QStringLiteral("notice")), nullptr);
    EXPECT_EQ(places(), idle) << "with a notice";
}

} // namespace
} // namespace anjungan

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    testing::InitGoogleTest(&argc, argv);
    const QGuiApplication app(argc, argv);
    return RUN_ALL_TESTS();
}
