// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/faces.h"
#include "app/rehearsal/summary.h"
#include "app/rehearsal/touch_driver.h"
#include "app/rehearsal/visitor.h"

namespace anjungan {

/// A visitor at the kiosk: finds her services by touch and takes her number.
class KioskHand
{
public:
    /// The references must outlive it.
    KioskHand(KioskFace& face, SlipTimes& slipTimes, std::filesystem::path pictures);

    /// The whole way from the first page back to it. False where something did not answer; `trouble` says
    /// what.
    [[nodiscard]] bool takeNumber(Visitor& visitor);
    [[nodiscard]] const QString& trouble() const { return m_trouble; }

private:
    [[nodiscard]] bool touch(const QString& objectName);
    [[nodiscard]] bool lookAround(const Visitor& visitor);
    [[nodiscard]] bool openService(const ServiceId& service, bool first);
    [[nodiscard]] bool chooseServices(const Visitor& visitor);
    [[nodiscard]] bool confirm(Visitor& visitor);
    [[nodiscard]] bool getsTicket();
    [[nodiscard]] bool readTicket(Visitor& visitor);
    [[nodiscard]] bool arrivesAt(KioskViewModel::Page page);
    void picture(const char* page, const Visitor& visitor);

    KioskFace& m_face;
    SlipTimes& m_slipTimes;
    TouchDriver m_driver;
    QString m_trouble;
};

} // namespace anjungan
