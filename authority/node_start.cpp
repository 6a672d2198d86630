// SPDX-License-Identifier: GPL-3.0-or-later
#include "authority/node_start.h"

#include <fmt/format.h>

namespace anjungan {

namespace {

Result<void> publish(Authority& authority, Random& random, const Actor& self,
                     const std::shared_ptr<const Catalogue>& catalogue, std::vector<std::string>& warnings)
{
    const auto published = authority.site().catalogue();
    if (!catalogue || (published && published->version >= catalogue->version))
        return {};
    const Command command{random.makeId<CommandId>(), self, PublishCatalogue{catalogue}};
    const auto result = authority.commit({&command, 1}).front();
    if (result)
        return {};
    // People wait where the new one has no counter: today goes on under the old one.
    if (!published || result.error().code != "catalogue-strands")
        return tl::unexpected(result.error());
    warnings.push_back(
        fmt::format("catalogue {} is not published yet: {}", catalogue->version, result.error().context));
    return {};
}

} // namespace

Result<std::vector<std::string>> startNode(Authority& authority, Random& random, const Node& node,
                                           const std::shared_ptr<const Catalogue>& catalogue,
                                           const std::vector<RaiseNumbers>& owed)
{
    const Actor self{node.device, std::nullopt};
    std::vector<std::string> warnings;
    if (auto published = publish(authority, random, self, catalogue, warnings); !published)
        return tl::unexpected(published.error());

    const Site& site = authority.site();
    std::vector<Command> commands;
    for (const RaiseNumbers& raise : owed) {
        warnings.push_back(
            fmt::format("the journal may have lost numbers up to {}: they are skipped", raise.upTo.text()));
        commands.push_back({random.makeId<CommandId>(), self, raise});
    }
    RegisterDevice device{node.device, node.incarnation, std::nullopt, node.series, node.publicKey};
    if (const auto known = site.devices().find(node.device);
        known != site.devices().end() && !known->second.incarnation.isNull())
        device.predecessor = known->second.incarnation;
    commands.push_back({random.makeId<CommandId>(), self, device});
    for (const auto& result : authority.commit(commands)) {
        if (!result)
            return tl::unexpected(result.error());
    }
    return warnings;
}

} // namespace anjungan
