// SPDX-License-Identifier: GPL-3.0-or-later
//
// Draws slips to pictures, to be looked at: render_slip OUTDIR
#include "printing/sample_slips.h"
#include "printing/slip_layout.h"
#include "printing/zxing_qr_encoder.h"

#include <cstdio>
#include <QDir>
#include <QGuiApplication>

using namespace anjungan;

namespace {

struct Kind
{
    const char* name;
    bool training;
    bool reprint;
    Language language;
};

constexpr Kind kinds[] = {
    {"original", false, false, Language::Indonesian},       {"reprint", false, true, Language::Indonesian},
    {"training", true, false, Language::Indonesian},        {"training-en", true, false, Language::English},
    {"training-reprint", true, true, Language::Indonesian},
};

bool draw(const QDir& directory, const char* paper, Paper width)
{
    const ZxingQrEncoder encoder;
    bool all = true;
    for (const Kind& kind : kinds) {
        Slip slip = tests::sampleSlip();
        slip.training = kind.training;
        slip.reprint = kind.reprint;
        slip.language = kind.language;
        const auto page = SlipLayout(encoder, width).render(slip, tests::sampleCode());
        const QString file = QStringLiteral("%1-%2.png").arg(QLatin1String(kind.name), QLatin1String(paper));
        all = page && page->image.save(directory.filePath(file)) && all;
    }
    return all;
}

} // namespace

int main(int argc, char** argv)
{
    const QGuiApplication app(argc, argv);
    const QDir directory(QGuiApplication::arguments().value(1));
    if (argc != 2 || !directory.mkpath(QStringLiteral("."))) {
        std::fputs("usage: render_slip OUTDIR\n", stderr);
        return 2;
    }
    const bool wide = draw(directory, "80mm", paper80mm);
    return draw(directory, "58mm", paper58mm) && wide ? 0 : 1;
}
