// SPDX-License-Identifier: GPL-3.0-or-later
// What an administrator writes. Proves that a catalogue is refused in words or taken, and written as it was
// read.
#include "core/catalogue.h"
#include "core/json_codec.h"
#include "fuzz/must.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace anjungan;
    const auto catalogue = parseCatalogue({reinterpret_cast<const char*>(data), size});
    if (!catalogue) {
        must(catalogue.error().code == "catalogue-invalid" && !catalogue.error().context.empty());
        return 0;
    }
    const std::string text = toJson(*catalogue).dump();
    const auto again = parseCatalogue(text);
    must(again && toJson(*again).dump() == text);
    return 0;
}
