// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that the journal on a real PostgreSQL server keeps the contract that SQLite and memory keep,
// straight and through a pooler that gives the connection away after each transaction.
#include "server/postgres_store.h"
#include "support/journal_contract.h"

namespace anjungan {
namespace {

class DirectStore : public tests::PostgresStore
{
public:
    DirectStore()
        : PostgresStore(tests::PostgresServer::shared().url())
    {}
};

class PooledStore : public tests::PostgresStore
{
public:
    PooledStore()
        : PostgresStore(tests::PostgresServer::shared().pooledUrl())
    {}
};

using Stores = testing::Types<DirectStore, PooledStore>;
INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, JournalContract, Stores);

} // namespace
} // namespace anjungan
