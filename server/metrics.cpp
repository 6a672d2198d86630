// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics.h"

#include <fmt/format.h>

namespace anjungan {

void Metrics::countResponse(int status)
{
    const auto digit = static_cast<std::size_t>(status / 100);
    if (digit < m_responses.size())
        ++m_responses[digit];
}

void Metrics::countCommand(std::chrono::microseconds took)
{
    std::size_t bucket = 0;
    while (bucket < bounds.size() && took > bounds[bucket])
        ++bucket;
    ++m_buckets[bucket];
    m_commandMicroseconds += static_cast<std::uint64_t>(took.count());
}

std::string Metrics::text(const Site& site) const
{
    std::string out;
    const auto add = [&out](std::string_view name, std::string_view type, std::string_view help, auto value) {
        out += fmt::format("# HELP anjungan_{0} {2}\n# TYPE anjungan_{0} {1}\nanjungan_{0} {3}\n", name, type,
                           help, value);
    };
    add("sound", "gauge", "1 while the journal takes what is decided", site.isSound ? 1 : 0);
    add("log_events", "gauge", "position of the newest event", site.head);
    add("tickets_today", "gauge", "tickets of the newest day", site.tickets);
    add("connections", "gauge", "open connections", connections.load());
    add("log_readers", "gauge", "devices that follow the log", logReaders.load());
    add("connections_refused_total", "counter", "connections over the limit", connectionsRefused.load());
    add("handshakes_failed_total", "counter", "TLS handshakes that failed", handshakesFailed.load());
    add("slow_readers_dropped_total", "counter", "readers that did not take their data",
        slowReadersDropped.load());
    add("certificate_ends_seconds", "gauge", "when the certificate ends, seconds since 1970",
        certificateEnds_s.load());
    if (lastBackup_s >= 0) {
        add("last_backup_seconds", "gauge",
            "when the last good backup was made, seconds since 1970; 0: never", lastBackup_s.load());
        add("backups_failed_total", "counter", "backups that failed", backupsFailed.load());
    }
    if (upstreamReached >= 0)
        add("upstream_reached", "gauge", "1 while the server that watches this site takes its log",
            upstreamReached.load());
    out += "# HELP anjungan_responses_total responses by class of status\n# TYPE anjungan_responses_total "
           "counter\n";
    for (std::size_t digit = 1; digit < m_responses.size(); ++digit)
        out +=
            fmt::format("anjungan_responses_total{{status=\"{}xx\"}} {}\n", digit, m_responses[digit].load());
    out += "# HELP anjungan_command_seconds from a command's arrival to its answer\n"
           "# TYPE anjungan_command_seconds histogram\n";
    std::uint64_t count = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        count += m_buckets[i];
        out += fmt::format("anjungan_command_seconds_bucket{{le=\"{}\"}} {}\n",
                           static_cast<double>(bounds[i].count()) / 1000.0, count);
    }
    count += m_buckets[bounds.size()];
    out +=
        fmt::format("anjungan_command_seconds_bucket{{le=\"+Inf\"}} {0}\nanjungan_command_seconds_sum {1}\n"
                    "anjungan_command_seconds_count {0}\n",
                    count, static_cast<double>(m_commandMicroseconds.load()) / 1e6);
    return out;
}

} // namespace anjungan
