// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/bench.h"
#include "core/authority.h"
#include "core/slip_maker.h"
#include "storage/sodium.h"
#include "storage/sqlite_journal.h"
#include "support/catalogues.h"
#include "support/fake_clock.h"
#include "support/fixed_random.h"
#include "support/temp_directory.h"

namespace anjungan::bench {

/// One machine's authority as the product builds it (journal, hashes, slips reserved), without its threads:
/// a Monday at nine, the sample catalogue, every counter open. Only the clock is not real.
class Office
{
public:
    /// With the journal in `directory`, which must outlive it.
    explicit Office(const TempDirectory& directory);

    [[nodiscard]] Authority& authority() { return m_authority; }
    [[nodiscard]] const Site& site() const { return m_authority.site(); }
    [[nodiscard]] const std::string& journalPath() const { return m_journalPath; }
    [[nodiscard]] FakeClock& clock() { return m_clock; }

    [[nodiscard]] Command command(CommandBody body)
    {
        return {m_random.makeId<CommandId>(), {m_device, std::nullopt}, std::move(body)};
    }

    /// The next citizen: the queues in turn and their services in turn, every fifth with a second errand,
    /// every eighth with priority. Services with a quota, or closed on a Monday morning, are left out.
    [[nodiscard]] Command nextIssue();

    /// Each counter with more than `waitingLeast` people waiting calls its next one; what was called.
    std::vector<LegAct> callNext(std::size_t waitingLeast = 0);

    /// One act on each leg, made by `makeBody`, all in one commit.
    template <typename MakeBody>
    void act(const std::vector<LegAct>& legs, MakeBody makeBody)
    {
        std::vector<Command> commands;
        for (const LegAct& leg : legs)
            commands.push_back(command(makeBody(leg)));
        commit(commands);
    }

    /// Throws where one is refused for another reason than `turn-too-late`.
    std::vector<Receipt> commit(const std::vector<Command>& commands);

private:
    void open();

    const DeviceId m_device = *DeviceId::parse("kiosk-1");
    const std::string m_journalPath;
    FakeClock m_clock;
    FixedRandom m_random;
    SodiumHasher m_hasher;
    SodiumSigner m_signer;
    std::unique_ptr<SqliteJournal> m_journal;
    Authority m_authority;
    std::vector<std::vector<ServiceId>> m_services; ///< of each queue
    std::size_t m_citizens = 0;
};

} // namespace anjungan::bench
