// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/postgres_hold.h"

#include <spdlog/spdlog.h>

namespace anjungan {

namespace {

constexpr std::chrono::milliseconds lookEvery{100};

} // namespace

PostgresHold::PostgresHold(std::string url, SiteId site, std::string name, Random& random)
    : m_ownership(std::move(url), std::move(site), std::move(name), random)
{}

PostgresHold::~PostgresHold()
{
    m_ends = true;
    if (!m_thread.joinable())
        return;
    m_thread.join();
    if (m_ownership.isOwner())
        (void)m_ownership.giveUp();
}

Result<OwnerToken> PostgresHold::take(const std::function<bool()>& mayWait)
{
    std::string told;
    while (mayWait()) {
        const auto token = m_ownership.tryTake();
        if (token && *token) {
            m_thread = std::thread([this] { renewUntilTheEnd(); });
            return **token;
        }
        const std::string state = token ? "another process owns the site: standing by" : token.error().code;
        if (std::exchange(told, state) != state)
            spdlog::info("{}", state);
        std::this_thread::sleep_for(PostgresOwnership::renewEvery);
    }
    return failTemporarily("closed");
}

void PostgresHold::renewUntilTheEnd()
{
    std::chrono::milliseconds waited{0};
    while (!m_ends) {
        std::this_thread::sleep_for(lookEvery);
        waited += lookEvery;
        if (waited < PostgresOwnership::renewEvery)
            continue;
        waited = std::chrono::milliseconds(0);
        if (const auto renewed = m_ownership.renew(); !renewed)
            spdlog::warn("the lease: {} {}", renewed.error().code, renewed.error().context);
        if (!m_ownership.isOwner()) {
            m_isLost = true;
            return;
        }
    }
}

} // namespace anjungan
