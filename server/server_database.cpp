// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/server_database.h"

namespace anjungan {

Result<sqlite::Database> openServerDatabase(const std::string& path, const std::string& schema)
{
    auto database = sqlite::Database::open(path, sqlite::Database::Mode::Create);
    if (!database)
        return database;
    if (Result<void> made = database->execute("PRAGMA journal_mode = WAL").and_then([&] {
            return database->execute(schema);
        });
        !made)
        return tl::unexpected(made.error());
    return database;
}

} // namespace anjungan
