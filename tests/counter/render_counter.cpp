// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws every state of the staff's face to PNG files, to be looked at: render_counter OUTDIR [PREFIX].
// Fails where QML warns.

#include "counter/fake_staff.h"
#include "counter/painter.h"

#include <QGuiApplication>

namespace anjungan {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

/// A morning at the civil registration: eleven wait, one has two errands, one is over the limit.
void fill(Hall& hall)
{
    hall.issue({"akta-kelahiran"});
    hall.pass(minutes(9));
    hall.issue({"kartu-keluarga", "kia"});
    hall.pass(minutes(8));
    hall.issue({"kartu-keluarga"}, {"lansia"});
    hall.pass(minutes(4));
    hall.issue({"ktp-ganti"});
    hall.issue({"kia"});
    hall.pass(minutes(3));
    hall.issue({"akta-kelahiran"}, {"disabilitas", "hamil-menyusui"});
    hall.issue({"ktp-baru"});
    hall.pass(minutes(2));
    hall.issue({"pindah"});
    hall.issue({"ikd"});
    hall.pass(minutes(5));
    hall.issue({"ktp-ganti"});
    hall.issue({"akta-kematian"});
}

/// Serves some, parks one, misses one, so that figures and lists have something to say.
void serveSome(Desk& desk)
{
    using Act = DeskActs::Act;
    const auto perform = [&desk](Act act, std::chrono::milliseconds after) {
        desk.desk().acts()->perform(act);
        Desk::settle();
        desk.pass(after);
    };
    perform(Act::Primary, seconds(20));
    perform(Act::Primary, minutes(7));
    perform(Act::Finish, seconds(5));
    perform(Act::Primary, seconds(20));
    perform(Act::Primary, minutes(17));
    perform(Act::Park, seconds(5));
    perform(Act::Primary, seconds(40));
    perform(Act::NoShow, seconds(10));
}

/// How somebody is to be served, and when, and with which number she goes on.
void issueWith(Hall& hall, std::vector<Need> needs, std::optional<Instant> appointment = {})
{
    IssueTicket wanted;
    wanted.ticket = hall.queue.random().makeId<TicketId>();
    wanted.services = {*ServiceId::parse("ktp-baru")};
    wanted.classes = {*PriorityClassId::parse("lansia")};
    wanted.needs = std::move(needs);
    wanted.appointment = appointment;
    hall.queue.must(wanted);
}

/// Needs, appointments, a number of yesterday, and what a typed number offers.
void drawRules(Painter& painter)
{
    Hall hall;
    for (int i = 0; i < 8; ++i)
        hall.issue({"ktp-baru", "kia"});
    hall.pass(std::chrono::hours(24));
    issueWith(hall, {Need::Wheelchair, Need::Escort, Need::SignLanguage, Need::Writing});
    issueWith(hall, {Need::SignLanguage}, hall.clock.now() + minutes(30));
    hall.pass(minutes(1));
    hall.issue({"ktp-ganti"});
    hall.issue({"kartu-keluarga"}, {"disabilitas", "hamil-menyusui"});
    Desk other(hall, Desk::at("loket-2", "budi"), "desk-2");
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(2));
    other.faceClock.look();
    const auto ask = [](const char* typed) {
        return [typed](Desk& shown) {
            shown.desk().acts()->perform(DeskActs::TakeNumber);
            shown.desk().numberEntry()->setTyped(QString::fromLatin1(typed));
            shown.desk().numberEntry()->submit();
        };
    };
    painter.draw("rules-left-waiting", desk, {}, ask("A-008"));
    painter.draw("rules-left-waiting-large-text", desk, {.textScale = 2.0}, ask("A-008"));
    painter.draw("rules-continued", desk, {}, [&](Desk& shown) {
        ask("A-008")(shown);
        shown.pass(seconds(1));
        shown.desk().numberEntry()->accept();
        Desk::settle();
    });
    painter.draw("rules-row-needs", desk, {}, [](Desk& shown) { shown.desk().openRow(0); });
    painter.draw("rules-row-needs-narrow", desk, {.size = {420, 768}},
                 [](Desk& shown) { shown.desk().openRow(0); });
    painter.draw("rules-row-needs-large-text", desk, {.textScale = 2.0},
                 [](Desk& shown) { shown.desk().openRow(0); });
    other.desk().acts()->perform(DeskActs::Primary);
    Desk::settle();
    const QByteArray elsewhere = other.desk().citizen().number.toLatin1();
    painter.draw("rules-take-over", desk, {}, ask(elsewhere.constData()));
    // The program has one language: the last face to change it.
    other.language.change(Language::English);
    painter.draw("rules-take-over-english-narrow", desk, {.size = {420, 768}, .language = Language::English},
                 ask(elsewhere.constData()));
    other.language.change(Language::Indonesian);
    painter.draw("rules-take-over-large-text", desk, {.textScale = 2.0}, ask(elsewhere.constData()));
    desk.language.change(Language::Indonesian);
    desk.desk().acts()->perform(DeskActs::Primary);
    Desk::settle();
    desk.pass(seconds(2));
    painter.draw("rules-undo-call", desk);
    other.language.change(Language::English);
    painter.draw("rules-undo-call-english", desk, {.language = Language::English});
    other.language.change(Language::Indonesian);
    painter.draw("rules-undo-call-narrow", desk, {.size = {420, 768}});
    painter.draw("rules-undo-call-large-text", desk, {.textScale = 2.0});
    painter.draw("rules-undo-call-high-contrast", desk, {.highContrast = true});
    desk.desk().acts()->perform(DeskActs::Primary);
    Desk::settle();
    desk.pass(seconds(5));
    desk.desk().acts()->chooseWay(1);
    desk.desk().acts()->setQuantity(999);
    const auto outcome = [](Desk& shown) { shown.desk().acts()->perform(DeskActs::ChooseOutcome); };
    painter.draw("rules-outcome", desk, {}, outcome);
    other.language.change(Language::English);
    painter.draw("rules-outcome-english", desk, {.language = Language::English}, outcome);
    other.language.change(Language::Indonesian);
    painter.draw("rules-outcome-narrow", desk, {.size = {420, 768}}, outcome);
    painter.draw("rules-outcome-large-text", desk, {.textScale = 1.5}, outcome);
    desk.desk().chooseOutcome(2);
    painter.draw("rules-outcome-chosen", desk);
    const QByteArray finished = desk.desk().citizen().number.toLatin1();
    desk.desk().acts()->perform(DeskActs::Finish);
    Desk::settle();
    desk.pass(seconds(2));
    painter.draw("rules-reopen", desk, {}, ask(finished.constData()));
}

void drawSignIn(Painter& painter)
{
    Hall hall;
    Desk colleague(hall, Desk::at("loket-2", "budi"), "desk-2");
    Desk other(hall, Desk::at("loket-5", "dewi"), "desk-5");
    other.desk().acts()->perform(DeskActs::TogglePause);
    Desk::settle();
    Desk desk(hall, {});
    painter.draw("sign-in", desk);
    painter.draw("sign-in-english", desk, {.language = Language::English});
    painter.draw("sign-in-large-text", desk, {.textScale = 2.0});
    painter.draw("sign-in-narrow", desk, {.size = {420, 768}});
    desk.vm.signIn()->chooseCounter(1);
    Desk::settle();
    painter.draw("sign-in-person", desk);
    desk.vm.signIn()->choosePerson(2);
    Desk::settle();
    painter.draw("sign-in-take-over", desk);
}

void drawPin(Painter& painter)
{
    Hall hall;
    FakeStaff staff;
    staff.pins = {{*StaffId::parse("budi"), "161803"}};
    staff.mustChange = {*StaffId::parse("budi")};
    Desk desk(hall, {}, "desk-1", Language::Indonesian, &staff);
    desk.vm.signIn()->chooseCounter(1);
    Desk::settle();
    desk.vm.signIn()->choosePerson(0);
    Desk::settle();
    const auto type = [&desk](const char* pin) {
        desk.vm.signIn()->pin()->setTyped(QString::fromUtf8(pin));
        desk.vm.signIn()->pin()->submit();
        Desk::settle();
    };
    painter.draw("pin", desk);
    type("000000");
    desk.vm.signIn()->pin()->setTyped(QStringLiteral("2718"));
    painter.draw("pin-wrong", desk);
    painter.draw("pin-large-text", desk, {.textScale = 2.0});
    painter.draw("pin-narrow", desk, {.size = {420, 768}});
    painter.draw("pin-contrast-english", desk, {.highContrast = true, .language = Language::English});
    type("161803");
    painter.draw("pin-own", desk);
    painter.draw("pin-own-narrow-large", desk, {.size = {420, 768}, .textScale = 2.0});
}

/// The queue is away: before the first contact, at the sign-in, and in the middle of a service.
void drawAway(Painter& painter)
{
    const auto drawAll = [&painter](const QByteArray& name, Desk& desk) {
        painter.draw(name.constData(), desk);
        painter.draw((name + "-english").constData(), desk, {.language = Language::English});
        painter.draw((name + "-large-text").constData(), desk, {.textScale = 2.0});
        painter.draw((name + "-high-contrast").constData(), desk, {.highContrast = true});
        painter.draw((name + "-narrow").constData(), desk, {.size = {420, 768}});
    };
    const auto tell = [](Hall& hall, const char* code) {
        hall.queue.tell(Connection{false, Error{code, Severity::TryAgain, {}}, 0});
        Desk::settle();
    };
    {
        Hall unknown(nullptr);
        Desk desk(unknown, {});
        tell(unknown, "unreachable");
        drawAll("away-before-first-contact", desk);
        tell(unknown, "certificate-refused");
        drawAll("away-refused", desk);
    }
    Hall hall;
    fill(hall);
    {
        Desk desk(hall, {});
        tell(hall, "no-answer");
        drawAll("away-sign-in", desk);
    }
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(2));
    serveSome(desk);
    tell(hall, "no-answer");
    drawAll("away-desk", desk);
    tell(hall, "token-unknown");
    drawAll("away-desk-refused", desk);
}

void drawEmpty(Painter& painter)
{
    Hall hall;
    Desk desk(hall, Desk::at("loket-3", "siti"));
    painter.draw("empty", desk);
    fill(hall);
    Desk::settle();
    painter.draw("idle", desk);
    painter.draw("idle-narrow", desk, {.size = {420, 768}});
    painter.draw("idle-narrow-staff", desk, {.size = {420, 768}}, [](Desk& shown) {
        QMetaObject::invokeMethod(shown.item(QStringLiteral("part-staff")), "clicked");
    });
    painter.draw("why-next", desk, {}, [](Desk& shown) { shown.desk().askWhyNext(); });
    painter.draw("number-entry", desk, {}, [](Desk& shown) {
        shown.desk().acts()->perform(DeskActs::TakeNumber);
        shown.desk().numberEntry()->setTyped(QStringLiteral("K-007"));
        shown.desk().numberEntry()->submit();
    });
    painter.draw("number-entry-narrow", desk, {.size = {420, 768}},
                 [](Desk& shown) { shown.desk().acts()->perform(DeskActs::TakeNumber); });
    painter.draw("row-acts", desk, {}, [](Desk& shown) { shown.desk().openRow(2); });
    painter.draw("row-cancel", desk, {}, [](Desk& shown) {
        shown.desk().openRow(2);
        shown.desk().legSheet()->cancel();
    });
    painter.draw("sign-out", desk, {}, [](Desk& shown) { shown.desk().askSignOut(); });
    desk.desk().acts()->perform(DeskActs::TogglePause);
    Desk::settle();
    painter.draw("paused", desk);
}

void drawServing(Painter& painter)
{
    Hall hall;
    fill(hall);
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(2));
    serveSome(desk);
    painter.draw("parked", desk, {}, [](Desk& shown) { shown.desk().setList(DeskViewModel::Parked); });
    painter.draw("missed", desk, {}, [](Desk& shown) { shown.desk().setList(DeskViewModel::Missed); });
    painter.draw("parked-acts", desk, {}, [](Desk& shown) {
        shown.desk().setList(DeskViewModel::Parked);
        shown.desk().openRow(0);
    });
    desk.desk().setList(DeskViewModel::Waiting);
    desk.desk().acts()->perform(DeskActs::Primary);
    Desk::settle();
    desk.pass(seconds(30));
    painter.draw("called", desk);
    painter.draw("called-narrow", desk, {.size = {420, 768}});
    desk.desk().acts()->perform(DeskActs::Primary);
    Desk::settle();
    desk.pass(minutes(6));
    desk.desk().requirements()->toggle(0);
    desk.desk().requirements()->toggle(1);
    painter.draw("serving", desk);
    painter.draw("serving-english", desk, {.language = Language::English});
    painter.draw("serving-high-contrast", desk, {.highContrast = true});
    painter.draw("serving-large-text-125", desk, {.textScale = 1.25});
    painter.draw("serving-large-text-150", desk, {.textScale = 1.5});
    painter.draw("serving-large-text-200", desk, {.textScale = 2.0});
    painter.draw("serving-narrow", desk, {.size = {480, 768}});
    painter.draw("serving-narrow-lists", desk, {.size = {480, 768}}, [](Desk& shown) {
        QMetaObject::invokeMethod(shown.item(QStringLiteral("part-lists")), "clicked");
    });
    painter.draw("serving-1920", desk, {.size = {1920, 1080}});
    painter.draw("transfer", desk, {}, [](Desk& shown) {
        shown.desk().acts()->perform(DeskActs::Transfer);
        shown.desk().transfer()->setFilter(QStringLiteral("akta"));
        shown.desk().transfer()->chooseFirst();
        shown.desk().transfer()->setNote(QStringLiteral("Berkas asli sudah diperiksa"));
    });
    painter.draw("transfer-large-text", desk, {.textScale = 1.5},
                 [](Desk& shown) { shown.desk().acts()->perform(DeskActs::Transfer); });
    painter.draw("outcome", desk, {},
                 [](Desk& shown) { shown.desk().acts()->perform(DeskActs::ChooseOutcome); });
    desk.desk().askSignOut();
    painter.draw("problem", desk);
    painter.draw("problem-narrow", desk, {.size = {420, 768}});
    desk.pass(minutes(20));
    hall.queue.tell(Connection{false, std::nullopt, 3});
    Desk::settle();
    painter.draw("disconnected-late", desk);
    hall.queue.tell(Connection{true, Error{"disk-full", Severity::TryAgain, {}}, 0});
    Desk::settle();
    painter.draw("disk-full", desk);
    hall.queue.tell(Connection{true, Error{"clock-jumped", Severity::TryAgain, {}}, 0});
    Desk::settle();
    painter.draw("clock-jumped", desk);
}

/// The mark of a training: wide and narrow, beside sheets, before and after the sign-in.
void drawTraining(Painter& painter)
{
    auto catalogue = std::make_shared<Catalogue>(*sampleCatalogue());
    catalogue->training = true;
    Hall hall(catalogue);
    fill(hall);
    {
        Desk desk(hall, {});
        painter.draw("training-sign-in", desk);
        painter.draw("training-sign-in-narrow-large-text", desk, {.size = {420, 768}, .textScale = 2.0});
    }
    Desk desk(hall, Desk::at("loket-3", "siti"));
    desk.pass(seconds(2));
    serveSome(desk);
    desk.desk().acts()->perform(DeskActs::Primary);
    Desk::settle();
    painter.draw("training-desk", desk);
    painter.draw("training-desk-english", desk, {.language = Language::English});
    painter.draw("training-desk-high-contrast", desk, {.highContrast = true});
    painter.draw("training-desk-large-text", desk, {.textScale = 2.0});
    painter.draw("training-desk-narrow", desk, {.size = {420, 768}});
    painter.draw("training-desk-smallest", desk, {.size = {420, 600}});
    desk.pass(seconds(4));
    desk.desk().acts()->perform(DeskActs::Primary);
    Desk::settle();
    desk.pass(seconds(4));
    const auto chooseOutcome = [](Desk& shown) { shown.desk().acts()->perform(DeskActs::ChooseOutcome); };
    painter.draw("training-sheet-narrow-large-text", desk, {.size = {420, 768}, .textScale = 2.0},
                 chooseOutcome);
    painter.draw("training-sheet", desk, {}, chooseOutcome);
}

/// The agency with the longest names, many people, notes, several errands.
void drawLongest(Painter& painter)
{
    Hall hall;
    hall.addStaff("nama-panjang", "Raden Ayu Kusumaningtyas Wulandari Prawirodirdjo, S.Sos.");
    hall.issue({"sip", "nib", "pbg"}, {"lansia", "disabilitas", "hamil-menyusui", "anak-kecil"});
    for (int i = 0; i < 260; ++i) {
        hall.pass(seconds(15));
        hall.issue({i % 3 == 0   ? "sip"
                    : i % 3 == 1 ? "informasi"
                                 : "ak1"},
                   i % 7 == 3 ? std::vector<std::string>{"hamil-menyusui", "anak-kecil"}
                              : std::vector<std::string>());
    }
    Desk desk(hall, Desk::at("loket-5", "nama-panjang"));
    desk.pass(seconds(2));
    desk.desk().acts()->perform(DeskActs::Primary);
    Desk::settle();
    desk.desk().transfer()->open(
        {*hall.queue.site().desk(*CounterId::parse("loket-5")).openLeg,
         hall.queue.site().find(*hall.queue.site().desk(*CounterId::parse("loket-5")).openLeg)->open->id});
    desk.desk().transfer()->setFilter(QStringLiteral("nib"));
    desk.desk().transfer()->setNote(QStringLiteral(
        "Izin lama sudah diperiksa; tinggal surat rekomendasi organisasi profesi dan pasfoto."));
    desk.desk().transfer()->chooseFirst();
    desk.desk().transfer()->send();
    Desk::settle();
    desk.pass(seconds(2));
    desk.desk().acts()->perform(DeskActs::Primary);
    Desk::settle();
    desk.pass(seconds(20));
    desk.desk().acts()->perform(DeskActs::Primary);
    Desk::settle();
    desk.pass(minutes(31));
    painter.draw("longest", desk);
    painter.draw("longest-english", desk, {.language = Language::English});
    painter.draw("longest-narrow", desk, {.size = {420, 768}});
    painter.draw("longest-large-text", desk, {.textScale = 2.0});
}

} // namespace
} // namespace anjungan

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_QUICK_BACKEND", "software");
    const QGuiApplication app(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() < 2 || !QDir().mkpath(arguments.at(1))) {
        std::fputs("usage: render_counter OUTDIR [PREFIX]\n", stderr);
        return 2;
    }
    anjungan::Painter painter(arguments.at(1), arguments.value(2));
    anjungan::drawSignIn(painter);
    anjungan::drawPin(painter);
    anjungan::drawEmpty(painter);
    anjungan::drawAway(painter);
    anjungan::drawServing(painter);
    anjungan::drawTraining(painter);
    anjungan::drawLongest(painter);
    anjungan::drawRules(painter);
    return painter.isGood() ? 0 : 1;
}
