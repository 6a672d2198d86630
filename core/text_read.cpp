// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text_read.h"

namespace anjungan {

namespace {

using Json = nlohmann::json;

constexpr std::size_t textBytesMax = 500;

} // namespace

Text readText(const Json& value, std::string place, Fault& fault)
{
    ObjectReader reader(value, std::move(place), fault);
    Text text;
    text.indonesian = reader.plain("id", textBytesMax);
    if (const Json* english = reader.find("en"))
        text.english = ObjectReader::readPlain(*english, reader.placeOf("en"), textBytesMax, fault);
    reader.finish();
    return text;
}

Text requireText(ObjectReader& reader, std::string_view key)
{
    const Json* value = reader.require(key);
    return value == nullptr ? Text() : readText(*value, reader.placeOf(key), reader.fault());
}

Text findText(ObjectReader& reader, std::string_view key)
{
    const Json* value = reader.find(key);
    return value == nullptr ? Text() : readText(*value, reader.placeOf(key), reader.fault());
}

std::vector<Text> readTexts(ObjectReader& reader, std::string_view key, std::size_t most)
{
    return reader.list<Text>(key, 0, most, [&](const Json& item, std::string place) {
        return readText(item, std::move(place), reader.fault());
    });
}

} // namespace anjungan
