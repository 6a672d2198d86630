// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/pin_hash.h"

#include "storage/sodium.h"

#include <sodium.h>

namespace anjungan {

Result<std::string> hashPin(std::string_view pin)
{
    makeSodiumReady();
    char hash[crypto_pwhash_STRBYTES];
    if (crypto_pwhash_str_alg(hash, pin.data(), pin.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return failTemporarily("out-of-memory", "hashing a PIN");
    return std::string(hash);
}

bool isPinOf(const std::string& hash, std::string_view pin)
{
    makeSodiumReady();
    return hash.size() < crypto_pwhash_STRBYTES &&
           crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

} // namespace anjungan
