// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/system_random.h"

#include "storage/sodium.h"

#include <sodium.h>

namespace anjungan {

SystemRandom::SystemRandom()
{
    makeSodiumReady();
}

void SystemRandom::fill(std::span<std::uint8_t> bytes)
{
    randombytes_buf(bytes.data(), bytes.size());
}

} // namespace anjungan
