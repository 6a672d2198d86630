// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalogue.h"

#include <fstream>
#include <iterator>
#include <memory>
#include <stdexcept>
#include <string>

namespace anjungan {

/// The whole of a file of this project; `path` counts from its root.
inline std::string readProjectFile(const std::string& path)
{
    std::ifstream file(std::string(ANJUNGAN_SOURCE_DIR "/") + path, std::ios::binary);
    if (!file)
        throw std::runtime_error("cannot read " + path);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Throws, and so fails the test that asked, where the file is missing or refused.
inline std::shared_ptr<const Catalogue> catalogueFromFile(const std::string& path)
{
    Result<Catalogue> catalogue = parseCatalogue(readProjectFile(path));
    if (!catalogue)
        throw std::runtime_error(path + ": " + catalogue.error().context);
    return std::make_shared<const Catalogue>(*std::move(catalogue));
}

/// Two agencies, services ktp and kk (queue dukcapil, A; counters loket-1 and loket-2, zone depan) and skck
/// (queue polres, C; counter loket-3, zone atas; Tuesday and Thursday mornings only, five a day).
inline std::shared_ptr<const Catalogue> tinyCatalogue()
{
    static const auto catalogue = catalogueFromFile("tests/data/tiny_catalogue.json");
    return catalogue;
}

/// The catalogue that the product brings along.
inline std::shared_ptr<const Catalogue> sampleCatalogue()
{
    static const auto catalogue = catalogueFromFile("resources/sample/catalogue.json");
    return catalogue;
}

} // namespace anjungan
