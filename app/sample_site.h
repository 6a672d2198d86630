// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/machine.h"

#include <array>
#include <filesystem>
#include <memory>
#include <string>

/// The site of a demonstration: the sample catalogue, people who do not exist, a morning of opening hours.
namespace anjungan {

/// The catalogue that is named; where none is, the sample that is built in. Errors: `catalogue-unreadable`.
[[nodiscard]] Result<std::string> readCatalogueText(const std::filesystem::path& named);
/// Errors: those of `parseCatalogue`.
[[nodiscard]] Result<std::shared_ptr<const Catalogue>> sharedCatalogue(const std::string& text);

struct SamplePerson
{
    const char* id;
    const char* name;
};

/// People who do not exist, for a site that does not.
inline constexpr std::array samplePeople{
    SamplePerson{"ani", "Ani Lestari"}, SamplePerson{"budi", "Budi Santoso"},
    SamplePerson{"citra", "Citra Dewi"}, SamplePerson{"dedi", "Dedi Kurnia"},
    SamplePerson{"eka", "Eka Putri"}};

/// Those people, where the log does not know them yet. Lets events run until they are in the log; false where
/// they are not in time.
[[nodiscard]] bool enlistStaff(Machine& machine);

/// The queue noticed that its clock was moved, as it must: whoever shows it says that this is right.
void confirmClock(Machine& machine);

/// A demonstration is worth little while the site is closed: a moment after `from`, on a morning on which
/// nearly every agency is there. `always`: also where the site is open right after `from`.
[[nodiscard]] Instant openHours(const Catalogue& catalogue, Instant from, bool always);

} // namespace anjungan
