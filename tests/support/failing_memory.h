// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sqlite3.h>

namespace anjungan {

/// SQLite's way to memory with one fault in it: its i-th allocation fails once. While it lives no connection
/// from before may be open, and at its end none at all. One at a time, one thread.
class FailingMemory
{
public:
    FailingMemory();
    ~FailingMemory();
    FailingMemory(const FailingMemory&) = delete;
    FailingMemory& operator=(const FailingMemory&) = delete;

    /// Begins to count anew: 1 fails the next, 0 none.
    void failAt(int allocation);
    [[nodiscard]] bool hasFailed() const;
    /// Since it began to count.
    [[nodiscard]] int allocations() const;

private:
    sqlite3_mem_methods m_before{};
};

} // namespace anjungan
