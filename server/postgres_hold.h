// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/postgres_ownership.h"

#include <atomic>
#include <functional>
#include <thread>

namespace anjungan {

/// A site held for as long as this lives: the lease is renewed on a thread of its own.
class PostgresHold
{
public:
    /// `random` must live longer. Holds nothing yet.
    PostgresHold(std::string url, SiteId site, std::string name, Random& random);
    /// Gives the site up, so that another may take it at once.
    ~PostgresHold();
    PostgresHold(const PostgresHold&) = delete;
    PostgresHold& operator=(const PostgresHold&) = delete;

    /// Stands by until the site is ours; a database that cannot be reached is asked again. Errors: `closed`
    /// (`mayWait` said no). Once.
    [[nodiscard]] Result<OwnerToken> take(const std::function<bool()>& mayWait);

    /// Another process owns the site: this one writes nothing any more, and had better end.
    [[nodiscard]] bool isLost() const { return m_isLost; }

private:
    void renewUntilTheEnd();

    PostgresOwnership m_ownership;
    std::atomic<bool> m_isLost{false};
    std::atomic<bool> m_ends{false};
    std::thread m_thread;
};

} // namespace anjungan
