// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/catalogue_file.h"

#include "core/training.h"
#include "storage/file_content.h"
#include "storage/schema.h"
#include "storage/sqlite_journal.h"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

namespace fs = std::filesystem;

/// Of the newest event that published one; empty where there is none.
Result<std::string> publishedIn(const std::string& journal)
{
    const auto database = openJournalFile(journal, sqlite::Database::Mode::ReadOnly);
    if (!database)
        return tl::unexpected(database.error());
    auto select = database->prepare(
        "SELECT body FROM event WHERE kind = 'catalogue-published' ORDER BY n DESC LIMIT 1");
    if (!select)
        return tl::unexpected(select.error());
    const auto row = select->step();
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::string();
    const auto body = nlohmann::json::parse(select->text(0), nullptr, false);
    if (!body.is_object() || !body.contains("catalogue"))
        return failForGood("catalogue-invalid", "the log's");
    return body["catalogue"].dump(2) + '\n';
}

Result<std::shared_ptr<const Catalogue>> readAs(const std::string& file, TakeAs as)
{
    return readCatalogueFile(file).map([as](const std::shared_ptr<const Catalogue>& read) {
        return as == TakeAs::Training ? std::make_shared<const Catalogue>(trainingOf(*read)) : read;
    });
}

} // namespace

Result<std::shared_ptr<const Catalogue>> readCatalogueFile(const std::string& path)
{
    return readWholeFile(path, catalogueBytesMax).and_then(&parseCatalogue).map([](Catalogue&& catalogue) {
        return std::make_shared<const Catalogue>(std::move(catalogue));
    });
}

Result<std::shared_ptr<const Catalogue>> takeCatalogue(const std::string& file, TakeAs as,
                                                       const DataDirectory& directory)
{
    return readAs(file, as).and_then([&](const std::shared_ptr<const Catalogue>& read) {
        const auto written = as == TakeAs::Written
                                 ? copyFileDurably(file, directory.catalogue())
                                 : writeFileDurably(directory.catalogue(), toJson(*read).dump(2) + '\n');
        return written.map([&read] { return read; });
    });
}

Result<std::shared_ptr<const Catalogue>> importCatalogue(const DataDirectory& directory,
                                                         const std::string& file, TakeAs as)
{
    const auto old = readCatalogueFile(directory.catalogue());
    if (!old)
        return old;
    const auto fresh = readAs(file, as);
    if (!fresh)
        return fresh;
    if ((*fresh)->site != (*old)->site)
        return refuse("catalogue-other-site", (*fresh)->site.text());
    if ((*fresh)->training != (*old)->training)
        return refuse("training-differs", (*old)->training
                                              ? "this directory is of a training site: give --training"
                                              : "this directory is of a real site");
    if ((*fresh)->version <= (*old)->version)
        return refuse("catalogue-old",
                      "version " + std::to_string((*old)->version) + " is there: give it a higher one");
    return takeCatalogue(file, as, directory);
}

Result<std::string> exportCatalogue(const DataDirectory& directory)
{
    std::error_code problem;
    if (fs::exists(directory.journal(), problem)) {
        auto published = publishedIn(directory.journal());
        if (!published || !published->empty())
            return published;
    }
    return readWholeFile(directory.catalogue(), catalogueBytesMax);
}

CataloguePublisher::CataloguePublisher(const DataDirectory& directory, QueuePort& queue, LogFeed& feed,
                                       Random& random, const Clock& clock, Actor self)
    : m_directory(directory)
    , m_queue(queue)
    , m_feed(feed)
    , m_random(random)
    , m_clock(clock)
    , m_self(std::move(self))
{}

void CataloguePublisher::tend()
{
    std::error_code problem;
    const auto changed = fs::last_write_time(m_directory.catalogue(), problem);
    if (problem || m_state->isAsking || !m_feed.isReady())
        return;
    if (changed != m_seen) {
        m_seen = changed;
        m_notBefore = {};
        auto read = readCatalogueFile(m_directory.catalogue());
        if (!read)
            spdlog::error("the catalogue: {} {}", read.error().code, read.error().context);
        m_waiting = read ? *read : nullptr;
    }
    if (!m_waiting || m_clock.steady() < m_notBefore)
        return;
    bool isNewer = false;
    m_feed.look([&](const Site& site) {
        isNewer = !site.catalogue() || site.catalogue()->version < m_waiting->version;
    });
    if (isNewer)
        publish(m_waiting);
    else
        m_waiting.reset();
}

void CataloguePublisher::publish(const std::shared_ptr<const Catalogue>& catalogue)
{
    m_notBefore = m_clock.steady() + tryAgainAfter;
    m_state->isAsking = true;
    m_queue.submit({m_random.makeId<CommandId>(), m_self, PublishCatalogue{catalogue}},
                   [state = m_state, version = catalogue->version](const Result<Receipt>& reply) {
                       if (reply)
                           spdlog::info("catalogue {} is published", version);
                       else
                           spdlog::warn("catalogue {} is not published yet, and will be tried again: {} {}",
                                        version, reply.error().code, reply.error().context);
                       state->isAsking = false;
                   });
}

} // namespace anjungan
