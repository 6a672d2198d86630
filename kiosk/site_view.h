// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/opening.h"
#include "core/waiting.h"
#include "face/face_language.h"
#include "face/site_follower.h"
#include "face/words.h"

#include <vector>

namespace anjungan {

/// What the kiosk's models ask about the site, in the citizen's language and at this moment. GUI thread.
class SiteView
{
public:
    /// The references must outlive it.
    SiteView(const SiteFollower& follower, const FaceLanguage& language);

    /// Nothing until the log brought one. A holder keeps every pointer into it alive.
    [[nodiscard]] std::shared_ptr<const Catalogue> catalogue() const { return site().catalogue(); }
    [[nodiscard]] const Site& site() const { return m_follower.site(); }
    [[nodiscard]] Instant now() const { return m_follower.now(); }
    [[nodiscard]] Language language() const { return m_language.current(); }
    [[nodiscard]] const Words& words() const { return m_words; }
    [[nodiscard]] QString text(const Text& text) const { return m_words.text(text); }

    /// Call when the language changed.
    void renewWords();

    // All of these need a published catalogue.
    [[nodiscard]] Opening openingOf(const Service& service) const;
    [[nodiscard]] QString closedLine(const Opening& opening) const;
    [[nodiscard]] WaitEstimate estimate(const Service& service, bool priority = false) const;
    /// Open if any of the agency's services is; else the one that opens first.
    [[nodiscard]] Opening openingOf(const AgencyId& agency) const;
    /// The whole site: closed only when no service at all is open.
    [[nodiscard]] Opening openingOfSite() const;
    /// Citizens, each counted once.
    [[nodiscard]] int peopleWaiting() const;
    [[nodiscard]] int peopleWaiting(const AgencyId& agency) const;

private:
    [[nodiscard]] int peopleIn(const std::vector<QueueId>& queues) const;

    const SiteFollower& m_follower;
    const FaceLanguage& m_language;
    Words m_words;
};

} // namespace anjungan
