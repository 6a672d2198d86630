// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/postgres_journal.h"
#include "storage/sodium.h"
#include "storage/system_random.h"
#include "support/postgres_server.h"

#include <gtest/gtest.h>

namespace anjungan::tests {

/// A site that no other test uses.
inline SiteId newSite()
{
    static int sites = 0;
    return *SiteId::parse("site-" + std::to_string(++sites));
}

/// One process's view of a site: the ownership, and the journal while it is open.
class PostgresStore
{
public:
    explicit PostgresStore(std::string url, SiteId site = newSite())
        : m_url(std::move(url))
        , m_site(std::move(site))
        , m_ownership(m_url, m_site, "test", m_random)
    {}

    PostgresJournal& journal()
    {
        if (!m_journal) {
            const auto token = m_ownership.tryTake();
            if (!token || !*token)
                throw std::runtime_error(token ? "the site is another's" : token.error().context);
            auto journal = PostgresJournal::open(m_url, m_site, **token, m_hasher);
            if (!journal)
                throw std::runtime_error(journal.error().code + ": " + journal.error().context);
            m_journal = std::move(*journal);
        }
        return *m_journal;
    }
    void restart() { m_journal.reset(); }

    [[nodiscard]] PostgresOwnership& ownership() { return m_ownership; }
    [[nodiscard]] const SiteId& site() const { return m_site; }
    [[nodiscard]] const std::string& url() const { return m_url; }

private:
    std::string m_url;
    SiteId m_site;
    SystemRandom m_random;
    SodiumHasher m_hasher;
    PostgresOwnership m_ownership;
    std::unique_ptr<PostgresJournal> m_journal;
};

} // namespace anjungan::tests
