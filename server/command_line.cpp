// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/command_line.h"

#include <iostream>

namespace anjungan {

int complain(const Error& error)
{
    std::cerr << "anjungan-server: " << error.code << (error.context.empty() ? "" : ": ") << error.context
              << '\n';
    return static_cast<int>(Exit::Unusable);
}

} // namespace anjungan
