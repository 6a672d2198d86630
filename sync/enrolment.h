// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/site_events.h"
#include "sync/http_client.h"

namespace anjungan {

/// What a device holds once it is enrolled at its site's server. The token is a secret.
struct Enrolled
{
    SiteId site;
    DeviceId device;
    std::string role; ///< `kiosk`, `counter`, `display`, `manager`
    std::uint8_t series = 0;
    PublicKey siteKey{};
    std::string token;

    template <typename Self, typename Visitor>
    static void fields(Self& self, Visitor&& field)
    {
        field("site", self.site);
        field("device", self.device);
        field("role", self.role);
        field("series", self.series);
        field("siteKey", self.siteKey);
        field("token", self.token);
    }
};

[[nodiscard]] std::string toJsonText(const Enrolled& enrolled);
/// Errors: `enrolment-invalid`.
[[nodiscard]] Result<Enrolled> readEnrolled(const std::string& text);

/// Uses up a one-time code; waits for the answer, at most ten seconds. Where no answer came the code may be
/// used up: a new one is needed then. Errors: those of `HttpClient`, `code-unknown`, `too-many-tries`.
[[nodiscard]] Result<Enrolled> enrolAt(const ServerAddress& server, const std::string& code,
                                       const Clock& clock);

} // namespace anjungan
