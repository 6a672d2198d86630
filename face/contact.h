// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/queue_port.h"

namespace anjungan {

/// How a face stands to its queue, as far as people are told about it.
enum class Contact {
    Unknown, ///< nothing was heard yet
    Good,
    Lost,    ///< it is away, and asked again and again: nobody needs to do anything
    Refused, ///< it is there, but not for this machine: the technician must come
    Faulty,  ///< connected, but something is wrong
};

[[nodiscard]] Contact contactOf(const Connection& connection);

} // namespace anjungan
