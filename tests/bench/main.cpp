// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>

namespace {

using namespace anjungan::bench;

int run(const std::vector<std::string>& wanted, const Settings& settings, const std::string& jsonFile)
{
    Report report;
    for (const auto& [name, measure] : Subject::all()) {
        if (!wanted.empty() && std::find(wanted.begin(), wanted.end(), name) == wanted.end())
            continue;
        std::fprintf(stderr, "measuring %.*s\n", static_cast<int>(name.size()), name.data());
        measure(settings, report);
    }
    std::fputs(report.table().c_str(), stdout);
    if (jsonFile.empty())
        return 0;
    std::ofstream file(jsonFile, std::ios::binary);
    file << report.json() << std::flush;
    if (!file)
        throw std::runtime_error("cannot write " + jsonFile);
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    CLI::App app("Measures, each figure against a yardstick of the same run. Exit code 0: everything was "
                 "measured, whether its bar holds or not. Journals lie in TMPDIR: choose the disk by it.");
    Settings settings;
    std::string jsonFile;
    std::vector<std::string> wanted;
    std::vector<std::string> names;
    for (const auto& [name, measure] : Subject::all())
        names.emplace_back(name);
    std::sort(names.begin(), names.end());
    app.add_flag("--quick", settings.quick, "few rounds: whether it can be measured, not how fast it is");
    app.add_option("--json", jsonFile, "also write the rows to this file");
    app.add_option("subject", wanted, "only these")->check(CLI::IsMember(names));
    CLI11_PARSE(app, argc, argv);
    try {
        return run(wanted, settings, jsonFile);
    } catch (const std::exception& problem) {
        std::fprintf(stderr, "anjungan_bench: %s\n", problem.what());
        return 1;
    }
}
