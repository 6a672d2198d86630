// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/setup/setup.h"
#include "core/text.h"

namespace anjungan {

/// What `anjungan setup` says on the terminal as it goes along, and what is left to do.
class SetupReport
{
public:
    /// `setup` must live longer.
    SetupReport(const Setup& setup, Language language);

    void tellSite() const;
    void tellDevices() const;
    void tellVisit(const FirstCall& visit) const;
    void tellNext() const;

private:
    [[nodiscard]] const std::string& in(const Text& text) const { return text.in(m_language); }

    const Setup& m_setup;
    Language m_language;
};

} // namespace anjungan
