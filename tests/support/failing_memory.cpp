// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/failing_memory.h"

#include <cstdlib>

namespace anjungan {

namespace {

sqlite3_mem_methods real;
int failing = 0;
int count = 0;

bool failsNow()
{
    return ++count == failing;
}

void* allocate(int size)
{
    return failsNow() ? nullptr : real.xMalloc(size);
}

void* reallocate(void* memory, int size)
{
    return failsNow() ? nullptr : real.xRealloc(memory, size);
}

} // namespace

FailingMemory::FailingMemory()
{
    sqlite3_shutdown();
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &m_before) != SQLITE_OK)
        std::abort();
    real = m_before;
    failAt(0);
    sqlite3_mem_methods own = m_before;
    own.xMalloc = allocate;
    own.xRealloc = reallocate;
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &own) != SQLITE_OK || sqlite3_initialize() != SQLITE_OK)
        std::abort();
}

FailingMemory::~FailingMemory()
{
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_MALLOC, &m_before);
    sqlite3_initialize();
}

void FailingMemory::failAt(int allocation)
{
    failing = allocation;
    count = 0;
}

bool FailingMemory::hasFailed() const
{
    return failing > 0 && count >= failing;
}

int FailingMemory::allocations() const
{
    return count;
}

} // namespace anjungan
