// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sample_site.h"

#include "app/event_wait.h"
#include "core/opening.h"
#include "face/site_follower.h"

#include <QFile>
#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

constexpr auto patience = std::chrono::seconds(10);

} // namespace

Result<std::string> readCatalogueText(const std::filesystem::path& named)
{
    QFile file(named.empty() ? QStringLiteral(":/sample/catalogue.json")
                             : QString::fromStdString(named.string()));
    if (!file.open(QIODevice::ReadOnly))
        return failForGood("catalogue-unreadable", named.string());
    return file.read(catalogueBytesMax + 1).toStdString();
}

Result<std::shared_ptr<const Catalogue>> sharedCatalogue(const std::string& text)
{
    return parseCatalogue(text).map(
        [](Catalogue&& catalogue) { return std::make_shared<const Catalogue>(std::move(catalogue)); });
}

bool enlistStaff(Machine& machine)
{
    SiteFollower follower(machine.queue(), machine.clock(), machine.random(), machine.device());
    if (!waitUntil([&follower] { return follower.site().catalogue() != nullptr; }, patience))
        return false;
    int unanswered = 0;
    bool enlisted = true;
    for (const SamplePerson& person : samplePeople) {
        const StaffId id = *StaffId::parse(person.id);
        if (follower.site().staff().contains(id))
            continue;
        ++unanswered;
        follower.submit(ChangeStaff{id, person.name}, std::nullopt, &follower,
                        [&](const Result<Receipt>& reply) {
                            --unanswered;
                            enlisted = enlisted && reply;
                        });
    }
    return waitUntil([&unanswered] { return unanswered == 0; }, patience) && enlisted;
}

void confirmClock(Machine& machine)
{
    machine.queue().submit({machine.random().makeId<CommandId>(),
                            {machine.device(), std::nullopt},
                            ConfirmClock{machine.clock().now()}},
                           [](const Result<Receipt>& reply) {
                               if (!reply)
                                   spdlog::warn("clock: {} {}", reply.error().code, reply.error().context);
                           });
}

Instant openHours(const Catalogue& catalogue, Instant from, bool always)
{
    const Instant soonest = from + std::chrono::milliseconds(1);
    if (!always && openingOf(catalogue, soonest).isOpen())
        return soonest;
    constexpr unsigned tuesday = 2;
    constexpr auto morning = std::chrono::hours(8) + std::chrono::minutes(40);
    constexpr auto lastStart = std::chrono::hours(10);
    const Day today = dayOf(from, catalogue.timeZone);
    if (weekdayOf(today) == tuesday && !catalogue.closureOn(today) &&
        minuteOfDay(from, catalogue.timeZone) >= morning &&
        minuteOfDay(from, catalogue.timeZone) < lastStart) {
        return soonest;
    }
    Day day = today + std::chrono::days(1);
    while (weekdayOf(day) != tuesday || catalogue.closureOn(day))
        day += std::chrono::days(1);
    return toInstant(day + morning, catalogue.timeZone);
}

} // namespace anjungan
