// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"
#include "core/ports/clock.h"
#include "core/ports/queue_port.h"
#include "core/ports/random.h"
#include "server/data_directory.h"
#include "server/log_feed.h"

#include <atomic>
#include <filesystem>
#include <memory>

namespace anjungan {

/// Errors: `catalogue-invalid` and what else `parseCatalogue` finds, `file-missing`, `file-too-large`,
/// `disk-error`.
[[nodiscard]] Result<std::shared_ptr<const Catalogue>> readCatalogueFile(const std::string& path);

/// What becomes of a catalogue's file on its way into a directory.
enum class TakeAs {
    Written,  ///< it is copied as it is
    Training, ///< it becomes that of the training site (core/training.h)
};

/// Writes a file's catalogue into a directory, whole or not at all. Errors: those of reading, `disk-full`,
/// `disk-error`.
[[nodiscard]] Result<std::shared_ptr<const Catalogue>> takeCatalogue(const std::string& file, TakeAs as,
                                                                     const DataDirectory& directory);

/// Checks a catalogue and makes it the directory's own, whole or not at all. The server that runs publishes
/// it soon. Errors: those of reading, `catalogue-other-site`, `training-differs` (a real site never becomes
/// one of training, nor back), `catalogue-old` (its version is not higher than that of the directory),
/// `disk-full`, `disk-error`.
[[nodiscard]] Result<std::shared_ptr<const Catalogue>>
importCatalogue(const DataDirectory& directory, const std::string& file, TakeAs as = TakeAs::Written);

/// The published catalogue in the log of a directory, as text that can be edited and imported; where nothing
/// was published, or the log lies elsewhere, the directory's own.
[[nodiscard]] Result<std::string> exportCatalogue(const DataDirectory& directory);

/// Publishes the catalogue of a directory when its file changes and its version is newer than what is
/// published. A refusal is logged once and tried again, until the day's end lets it through.
class CataloguePublisher
{
public:
    static constexpr std::chrono::minutes tryAgainAfter{5};

    /// All must live longer.
    CataloguePublisher(const DataDirectory& directory, QueuePort& queue, LogFeed& feed, Random& random,
                       const Clock& clock, Actor self);

    /// To be called about once a second, on one thread.
    void tend();

private:
    struct State ///< outlives this object in a reply
    {
        std::atomic<bool> isAsking{false};
    };
    void publish(const std::shared_ptr<const Catalogue>& catalogue);

    const DataDirectory& m_directory;
    QueuePort& m_queue;
    LogFeed& m_feed;
    Random& m_random;
    const Clock& m_clock;
    const Actor m_self;
    std::filesystem::file_time_type m_seen{};
    std::shared_ptr<const Catalogue> m_waiting; ///< not published yet
    std::chrono::milliseconds m_notBefore{0};   ///< of the steady clock
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace anjungan
