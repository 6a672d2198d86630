// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/postgres_server.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <pwd.h>
#include <unistd.h>

namespace anjungan::tests {

namespace {

using namespace std::chrono_literals;
namespace fs = std::filesystem;

/// The package's user where there is one; another who owns nothing would do.
const passwd* serverUser()
{
    const passwd* user = ::getpwnam("postgres");
    return user ? user : ::getpwnam("nobody");
}

/// The number behind `/usr/lib/postgresql/15/bin`.
int versionOf(const fs::path& folder)
{
    return std::atoi(folder.filename().c_str());
}

} // namespace

std::string PostgresServer::program(const std::string& name)
{
    std::vector<fs::path> versions;
    std::error_code problem;
    for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", problem))
        versions.push_back(entry.path());
    std::ranges::sort(versions, std::ranges::greater(), versionOf);
    for (const fs::path& version : versions) {
        if (fs::exists(version / "bin" / name))
            return version / "bin" / name;
    }
    return {};
}

PostgresServer& PostgresServer::shared()
{
    static PostgresServer server;
    if (!server.problem().empty()) {
        std::fprintf(stderr, "%s\n", server.problem().c_str());
        std::exit(1);
    }
    return server;
}

PostgresServer::PostgresServer()
    : m_port(freePort())
    , m_poolerPort(freePort())
{
    if (program("postgres").empty()) {
        m_problem = "PostgreSQL is missing (package postgresql)";
        return;
    }
    fs::permissions(m_folder.path(), fs::perms(0755));
    for (const char* name : {"cluster", "socket", "log", "pooler"}) {
        fs::create_directory(m_folder.path(name));
        if (::geteuid() == 0 &&
            ::chown(m_folder.path(name).c_str(), serverUser()->pw_uid, serverUser()->pw_gid) != 0)
            m_problem = "the server's folders cannot be given to its user";
    }
    if (!m_problem.empty() || !makeCluster())
        return;
    start();
    if (m_problem.empty())
        startPooler();
}

PostgresServer::~PostgresServer()
{
    stopPooler();
    // At once, without waiting for clients; the folder goes anyway.
    if (m_server)
        m_server->end(SIGQUIT);
}

bool PostgresServer::makeCluster()
{
    if (!run({program("initdb"), "--pgdata=" + m_folder.path("cluster"), "--username=anjungan",
              "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"})) {
        m_problem = "initdb failed: " + logged("log/commands");
        return false;
    }
    std::ofstream(m_folder.path("cluster/postgresql.auto.conf"))
        << "listen_addresses = '127.0.0.1'\n"
        << "port = " << m_port << "\n"
        << "unix_socket_directories = '" << m_folder.path("socket") << "'\n"
        << "max_connections = 60\n"
        << "fsync = on\n"
        << "recovery_init_sync_method = syncfs\n"
        << "timezone = 'Asia/Jakarta'\n";
    return true;
}

void PostgresServer::start()
{
    m_server = std::make_unique<Program>(asServer({program("postgres"), "-D", m_folder.path("cluster")}),
                                         m_folder.path("log/server"));
    const bool ready = waitUntil(
        [this] {
            return run(
                {program("pg_isready"), "--quiet", "--host=127.0.0.1", "--port=" + std::to_string(m_port)});
        },
        60s);
    if (!ready)
        m_problem = "PostgreSQL did not start: " + logged("log/server");
}

void PostgresServer::crash()
{
    // The postmaster's children see it gone and leave; a new one waits for them.
    m_server->kill();
    std::error_code ignored;
    fs::remove(m_folder.path("cluster/postmaster.pid"), ignored);
}

void PostgresServer::startPooler()
{
    write("pooler/pgbouncer.ini", "[databases]\n* = host=127.0.0.1 port=" + std::to_string(m_port) +
                                      " user=anjungan\n[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = " +
                                      std::to_string(m_poolerPort) +
                                      "\nunix_socket_dir =\nauth_type = any\npool_mode = transaction\n"
                                      "max_client_conn = 100\ndefault_pool_size = 4\n"
                                      "server_login_retry = 1\n");
    m_pooler = std::make_unique<Program>(
        asServer({findProgram("pgbouncer"), "--quiet", m_folder.path("pooler/pgbouncer.ini")}),
        m_folder.path("log/pooler"));
    if (!waitUntil([this] { return answers(m_poolerPort); }, 10s))
        m_problem = "pgbouncer did not start (package pgbouncer): " + logged("log/pooler");
}

void PostgresServer::stopPooler()
{
    // SIGTERM: at once, in every version.
    if (m_pooler)
        m_pooler->end(SIGTERM);
    m_pooler.reset();
}

std::string PostgresServer::urlAt(int port, const std::string& database) const
{
    return "postgresql://anjungan@127.0.0.1:" + std::to_string(port) + "/" + database;
}

std::string PostgresServer::url(const std::string& database)
{
    // It fails where the database is there already.
    (void)run({program("createdb"), "--host=127.0.0.1", "--port=" + std::to_string(m_port),
               "--username=anjungan", database});
    return urlAt(m_port, database);
}

std::string PostgresServer::pooledUrl(const std::string& database)
{
    (void)url(database);
    return urlAt(m_poolerPort, database);
}

std::vector<std::string> PostgresServer::asServer(std::vector<std::string> command) const
{
    std::vector<std::string> words{"setpriv", "--pdeathsig=TERM"};
    if (::geteuid() == 0) {
        words.push_back("--reuid=" + std::to_string(serverUser()->pw_uid));
        words.push_back("--regid=" + std::to_string(serverUser()->pw_gid));
        words.push_back("--clear-groups");
    }
    words.insert(words.end(), command.begin(), command.end());
    return words;
}

bool PostgresServer::run(std::vector<std::string> command)
{
    Program child(asServer(std::move(command)), m_folder.path("log/commands"), {"LC_ALL=C"});
    return child.wait(60) == 0;
}

void PostgresServer::write(const std::string& name, const std::string& text) const
{
    std::ofstream(m_folder.path(name)) << text;
}

std::string PostgresServer::logged(const std::string& name) const
{
    std::ifstream file(m_folder.path(name));
    const std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    constexpr std::size_t enough = 1'000;
    return text.size() > enough ? text.substr(text.size() - enough) : text;
}

} // namespace anjungan::tests
