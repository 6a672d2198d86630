// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace anjungan {

/// Shows why the queue cannot start on this machine, until the window is closed. Needs a QGuiApplication.
void showHalt(const Error& error);

} // namespace anjungan
