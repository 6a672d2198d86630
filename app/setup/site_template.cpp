// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/setup/site_template.h"

#include "app/sample_site.h"

#include <nlohmann/json.hpp>

namespace anjungan {

namespace {

std::filesystem::path builtIn(const std::string& kind)
{
    return kind == "mall" ? std::filesystem::path() : std::filesystem::path(":/sample/" + kind + ".json");
}

} // namespace

Result<Catalogue> catalogueOf(const SetupPlan& plan)
{
    const bool isOwn = !plan.catalogue.empty();
    const auto text = readCatalogueText(isOwn ? plan.catalogue : builtIn(plan.kind));
    if (!text)
        return tl::unexpected(text.error());
    if (isOwn)
        return parseCatalogue(*text);
    nlohmann::json filled = nlohmann::json::parse(*text);
    filled["version"] = 1;
    filled["site"] = plan.site;
    filled["siteName"] = {{"id", plan.name}};
    filled["siteRegion"] = {{"id", plan.region}};
    filled["timeZone"] = plan.timeZone;
    return readCatalogue(filled);
}

} // namespace anjungan
