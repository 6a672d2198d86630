// SPDX-License-Identifier: GPL-3.0-or-later
// Preloaded into a server: every sync takes SLOW_SYNC_MS longer, as on a kiosk's flash.
#include <chrono>
#include <cstdlib>
#include <dlfcn.h>
#include <thread>

namespace {

void wait()
{
    static const int delay_ms = std::getenv("SLOW_SYNC_MS") ? std::atoi(std::getenv("SLOW_SYNC_MS")) : 0;
    std::this_thread::sleep_for(std::chrono::milliseconds(delay_ms));
}

int call(const char* name, int file)
{
    using Sync = int (*)(int);
    return reinterpret_cast<Sync>(dlsym(RTLD_NEXT, name))(file);
}

} // namespace

extern "C" int fsync(int file)
{
    wait();
    return call("fsync", file);
}

extern "C" int fdatasync(int file)
{
    wait();
    return call("fdatasync", file);
}
