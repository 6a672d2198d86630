// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/lossy_disk.h"
#include "support/system_calls.h"

#include <optional>
#include <sqlite3.h>

namespace anjungan {

/// Records everything that SQLite, and the project's own renames and syncs, do to the files of one empty
/// directory, from which `LossyDisk` makes what a loss of power may leave. It passes all calls on to the
/// system and is the default of every connection opened while it lives. One at a time, one thread.
/// SQLite's own syncs of the directory are seen by the unix VFS's system call table.
class LossyVfs final : private SystemCalls
{
public:
    struct Settings
    {
        /// What `PRAGMA synchronous` every connection has, whatever it asks for itself.
        std::optional<std::string> synchronous;
        /// Pages after which a commit moves the log of writes into the file, of connections that set
        /// `PRAGMA synchronous` themselves; 0: SQLite's own number.
        int checkpointPages = 0;
    };

    /// What was recorded, and the names that a running program sees.
    struct Memory
    {
        std::vector<DiskStep> steps;
        std::map<std::string, int> names;
        int files = 0;
    };

    /// Goes on with a memory where the directory holds what a running system saw at its end, as it does for
    /// the next process when one dies.
    LossyVfs(std::string directory, Settings settings, Memory memory);
    LossyVfs(std::string directory, Settings settings)
        : LossyVfs(std::move(directory), std::move(settings), Memory())
    {}
    ~LossyVfs() override;
    LossyVfs(const LossyVfs&) = delete;
    LossyVfs& operator=(const LossyVfs&) = delete;

    [[nodiscard]] const Memory& memory() const { return m_memory; }
    [[nodiscard]] const std::vector<DiskStep>& steps() const { return m_memory.steps; }
    [[nodiscard]] int syncs() const { return m_syncs; }

    /// The `at`-th sync of a file from the beginning (1: the first) fails with `systemError`; what it should
    /// have written is read from memory from then on, and never written, as Linux does.
    void failSync(int at, int systemError);
    [[nodiscard]] bool hasFailed() const { return m_failAt > 0 && m_syncs >= m_failAt; }

    /// SQLite is about to sync the directory.
    void directorySynced();

private:
    struct File
    {
        sqlite3_file base;
        sqlite3_file* real;
        int number; ///< 0: not in the directory, or of no name
    };

    static sqlite3_file* realOf(sqlite3_file* file) { return reinterpret_cast<File*>(file)->real; }
    static int numberOf(sqlite3_file* file) { return reinterpret_cast<File*>(file)->number; }
    static const sqlite3_io_methods& methods();
    template <auto method, typename... Arguments>
    static auto pass(sqlite3_file* file, Arguments... arguments)
    {
        return (realOf(file)->pMethods->*method)(realOf(file), arguments...);
    }

    static int open(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags);
    static int remove(sqlite3_vfs*, const char* name, int syncDirectory);
    static int write(sqlite3_file* file, const void* data, int length, sqlite3_int64 offset);
    static int truncate(sqlite3_file* file, sqlite3_int64 size);
    static int sync(sqlite3_file* file, int flags);
    static int control(sqlite3_file* file, int operation, void* argument);
    static int setUp(sqlite3* connection, const char**, const struct sqlite3_api_routines*);

    int writing(const std::string& path, std::span<const std::uint8_t> bytes, std::uint64_t offset) override;
    int syncing(const std::string& path) override;
    int renaming(const std::string& from, const std::string& to) override;
    /// The error with which the sync of a file fails, or 0.
    int fileSynced(int file);
    void removed(const std::string& name);
    [[nodiscard]] std::optional<std::string> nameIn(const std::string& path) const;

    std::string m_directory;
    Settings m_settings;
    Memory m_memory;
    int m_syncs = 0;
    int m_failAt = 0;
    int m_failWith = 0;
    sqlite3* m_connection = nullptr; ///< opened last
    bool m_settingUp = false;
    sqlite3_vfs* m_real = nullptr;
    sqlite3_vfs m_vfs{};
};

} // namespace anjungan
