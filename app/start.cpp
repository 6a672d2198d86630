// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/start.h"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

namespace anjungan {

ExitCode complain(const Error& error)
{
    fmt::print(stderr, "anjungan: {}: {}\n", error.code, error.context);
    return exitCodeOf(error);
}

void startLog(Config::Log::Level level)
{
    auto logger = spdlog::stderr_color_mt("anjungan");
    switch (level) {
    case Config::Log::Level::Debug:
        logger->set_level(spdlog::level::debug);
        break;
    case Config::Log::Level::Info:
        logger->set_level(spdlog::level::info);
        break;
    case Config::Log::Level::Warning:
        logger->set_level(spdlog::level::warn);
        break;
    case Config::Log::Level::Error:
        logger->set_level(spdlog::level::err);
        break;
    }
    logger->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
    spdlog::set_default_logger(std::move(logger));
}

Result<Config> readConfig(const std::filesystem::path& named)
{
    if (!named.empty())
        return loadConfig(named);
    if (const auto found = findConfig())
        return loadConfig(*found);
    return Config{};
}

} // namespace anjungan
