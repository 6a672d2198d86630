// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace anjungan {

/// A new directory that is removed with everything in it.
class TempDirectory
{
public:
    /// Memory: where syncs cost nothing, for tests in which the disk is not the point.
    enum class Place { Disk, Memory };

    explicit TempDirectory(Place place = Place::Disk)
    {
        const std::filesystem::path memory = "/dev/shm";
        const bool inMemory = place == Place::Memory && std::filesystem::is_directory(memory);
        const auto parent = inMemory ? memory : std::filesystem::temp_directory_path();
        std::string name = (parent / "anjungan-XXXXXX").string();
        if (!mkdtemp(name.data()))
            std::abort();
        m_path = name;
    }
    ~TempDirectory()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    TempDirectory(const TempDirectory&) = delete;
    TempDirectory& operator=(const TempDirectory&) = delete;

    [[nodiscard]] std::string path() const { return m_path.string(); }
    [[nodiscard]] std::string path(const std::string& name) const { return (m_path / name).string(); }

private:
    std::filesystem::path m_path;
};

} // namespace anjungan
