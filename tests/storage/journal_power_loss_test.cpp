// SPDX-License-Identifier: GPL-3.0-or-later
// Proves that a loss of power at any write loses nothing that was acknowledged: for every write, sync and
// change of a name in a journal's day, what the disk may then hold is made, and opened with the real code.
// The same journal with `synchronous=NORMAL` and `OFF` must be seen to lose, or the proof proves nothing.
//
// ANJUNGAN_SEEDS: how many random images a moment, and other days; tools/soak power-loss sets it.
#include "storage/journal_life.h"
#include "storage/sodium.h"
#include "support/lossy_vfs.h"
#include "support/temp_directory.h"

#include <cstdio>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <gmock/gmock.h>
#include <set>
#include <sys/stat.h>

namespace anjungan {
namespace {

using Loss = LossyDisk::Loss;

const SodiumHasher hasher;

/// Random images a moment, two of each. The short form has one.
int seeds()
{
    const char* text = std::getenv("ANJUNGAN_SEEDS");
    return text ? std::max(1, std::atoi(text)) : 1;
}

bool isLong()
{
    return seeds() > 1;
}

/// What had been acknowledged when the disk had been asked this much.
struct Mark
{
    std::size_t steps = 0;
    JournalLife::Acknowledged acknowledged;
};

struct Counts
{
    std::size_t moments = 0; ///< at which power was lost
    std::size_t images = 0;  ///< opened, each different from the others of its moment
    std::size_t lost = 0;    ///< held less than was acknowledged
    std::size_t unsound = 0; ///< were worse
    std::string first;       ///< complaint

    void add(const Counts& other)
    {
        moments += other.moments;
        images += other.images;
        lost += other.lost;
        unsound += other.unsound;
        first = first.empty() ? other.first : first;
    }
};

void writeImage(const std::string& directory, const DiskImage& image, FixedRandom& random)
{
    for (const auto& [name, bytes] : image) {
        std::ofstream file(directory + '/' + name, std::ios::binary);
        file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    }
    // The index of the log of writes is never synced: anything may be left of it.
    if (random.below(2) == 0) {
        std::vector<std::uint8_t> rubbish(32'768);
        random.fill(rubbish);
        std::ofstream file(directory + "/journal-shm", std::ios::binary);
        file.write(reinterpret_cast<const char*>(rubbish.data()),
                   static_cast<std::streamsize>(rubbish.size()));
    }
}

class PowerLoss
{
public:
    PowerLoss(const JournalLife& life, const std::vector<Mark>& marks)
        : m_life(life)
        , m_marks(marks)
    {}

    /// Loses power before every step, and after the last.
    Counts loseAtEvery(const std::vector<DiskStep>& steps)
    {
        LossyDisk disk;
        std::size_t mark = 0;
        for (std::size_t taken = 0; taken <= steps.size(); ++taken) {
            while (mark + 1 < m_marks.size() && m_marks[mark + 1].steps <= taken)
                ++mark;
            ++m_counts.moments;
            loseNow(disk, m_marks[mark].acknowledged);
            if (taken < steps.size())
                disk.take(steps[taken]);
        }
        return m_counts;
    }

    /// Loses power, with all that was not synced, right after every acknowledgement.
    Counts loseAfterEveryMark(const std::vector<DiskStep>& steps)
    {
        LossyDisk disk;
        std::size_t taken = 0;
        for (const Mark& mark : m_marks) {
            for (; taken < mark.steps; ++taken)
                disk.take(steps[taken]);
            ++m_counts.moments;
            judge(disk.image(Loss::All, m_random), mark.acknowledged);
        }
        return m_counts;
    }

private:
    void loseNow(const LossyDisk& disk, const JournalLife::Acknowledged& acknowledged)
    {
        std::set<DiskImage> seen;
        const auto lose = [&](Loss loss) {
            const auto [image, isNew] = seen.insert(disk.image(loss, m_random));
            if (isNew)
                judge(*image, acknowledged);
        };
        lose(Loss::All);
        if (disk.isSettled())
            return;
        lose(Loss::Nothing);
        lose(Loss::Tear);
        for (int i = 0; i < seeds(); ++i) {
            lose(Loss::Some);
            lose(Loss::Grow);
        }
    }

    void judge(const DiskImage& image, const JournalLife::Acknowledged& acknowledged)
    {
        const TempDirectory directory(TempDirectory::Place::Memory);
        writeImage(directory.path(), image, m_random);
        ++m_counts.images;
        const std::string complaint = m_life.complaintAbout(directory.path("journal"), acknowledged);
        if (complaint.empty())
            return;
        if (m_counts.first.empty())
            m_counts.first = fmt::format("at step {}: {}", m_counts.moments - 1, complaint);
        ++(complaint.starts_with("lost") ? m_counts.lost : m_counts.unsound);
    }

    const JournalLife& m_life;
    const std::vector<Mark>& m_marks;
    FixedRandom m_random{2'026};
    Counts m_counts;
};

Counts liveAndLosePower(const LossyVfs::Settings& settings, int rounds, bool atEvery)
{
    const TempDirectory directory(TempDirectory::Place::Memory);
    JournalLife life(directory.path("journal"), hasher);
    std::vector<Mark> marks(1);
    std::vector<DiskStep> steps;
    {
        LossyVfs vfs(directory.path(), settings);
        life.watch = [&] { marks.push_back({vfs.steps().size(), life.acknowledged()}); };
        EXPECT_TRUE(life.live(rounds));
        steps = vfs.steps();
    }
    EXPECT_THAT(life.errors(), testing::IsEmpty());
    PowerLoss loss(life, marks);
    return atEvery ? loss.loseAtEvery(steps) : loss.loseAfterEveryMark(steps);
}

void print(const std::string& name, const Counts& counts)
{
    const std::string line = fmt::format(
        "{}: power lost at {} moments, {} images opened, {} lost something acknowledged, {} were unsound",
        name, counts.moments, counts.images, counts.lost, counts.unsound);
    std::printf("%s\n%s", line.c_str(),
                counts.first.empty() ? "" : ("  first " + counts.first + "\n").c_str());
    testing::Test::RecordProperty(name, line);
}

TEST(JournalPowerLoss, AtAnyWriteLosesNothingAcknowledged)
{
    // The log of writes is moved into the file by reopening alone, and within commits.
    std::vector<int> checkpoints{8};
    if (isLong())
        checkpoints = {0, 5, 8, 13, 40};
    for (const int pages : checkpoints) {
        const Counts counts = liveAndLosePower({std::nullopt, pages}, isLong() ? 3 : 1, true);
        print(fmt::format("as it is set, checkpoint at {} pages", pages), counts);
        EXPECT_GT(counts.moments, 150U);
        EXPECT_GT(counts.images, counts.moments);
        EXPECT_EQ(counts.lost + counts.unsound, 0U) << counts.first;
    }
}

TEST(JournalPowerLoss, WouldBeSeenWithoutEverySync)
{
    for (const char* synchronous : {"NORMAL", "OFF"}) {
        const Counts counts = liveAndLosePower({synchronous, 8}, 1, isLong());
        print(fmt::format("synchronous={}", synchronous), counts);
        EXPECT_GT(counts.lost, 0U) << "the proof cannot see what it is for";
    }
}

/// A day in which one sync fails. `dies`: the process, too, as soon as an append failed; the system lives on,
/// and the next process reads from its memory what never reached the disk.
struct BrokenDay
{
    explicit BrokenDay(int failAt, int systemError, bool dies)
    {
        std::optional<LossyVfs::Memory> memory;
        bool died = false;
        {
            LossyVfs vfs(directory.path(), {std::nullopt, 8});
            vfs.failSync(failAt, systemError);
            life.watch = [&] { marks.push_back({vfs.steps().size(), life.acknowledged()}); };
            life.goOn = [&] {
                if (!dies)
                    return true;
                died = true;
                std::filesystem::copy(directory.path(), next.path());
                std::filesystem::remove(next.path("journal-shm"));
                memory = vfs.memory();
                return false;
            };
            recovered = life.live(1);
            life.close();
            cameTrue = vfs.hasFailed();
            if (!died)
                memory = vfs.memory();
        }
        if (died) {
            LossyVfs vfs(next.path(), {std::nullopt, 8}, std::move(*memory));
            life.watch = [&] { marks.push_back({vfs.steps().size(), life.acknowledged()}); };
            recovered = life.rise(next.path("journal"));
            life.close();
            memory = vfs.memory();
        }
        steps = std::move(memory->steps);
    }

    TempDirectory directory{TempDirectory::Place::Memory};
    TempDirectory next{TempDirectory::Place::Memory};
    JournalLife life{directory.path("journal"), hasher};
    std::vector<Mark> marks{Mark{}};
    std::vector<DiskStep> steps;
    bool recovered = false;
    bool cameTrue = false;
};

TEST(JournalPowerLoss, AfterAFailedSyncLosesNothingAcknowledged)
{
    for (const bool dies : {false, true}) {
        for (const int systemError : {EIO, ENOSPC}) {
            Counts all;
            int failAt = 1;
            for (;; ++failAt) {
                const BrokenDay day(failAt, systemError, dies);
                if (!day.cameTrue)
                    break;
                EXPECT_TRUE(day.recovered) << failAt << ": " << day.life.errors().back().context;
                // SQLite keeps the system's reason of most calls, not of a commit's sync.
                for (const Error& error : day.life.errors())
                    EXPECT_TRUE(error.code == "disk-error" ||
                                (error.code == "disk-full" && systemError == ENOSPC))
                        << failAt << ": " << error.code << ", " << error.context;
                PowerLoss loss(day.life, day.marks);
                const Counts counts =
                    isLong() ? loss.loseAtEvery(day.steps) : loss.loseAfterEveryMark(day.steps);
                EXPECT_EQ(counts.lost + counts.unsound, 0U) << "sync " << failAt << ' ' << counts.first;
                all.add(counts);
            }
            EXPECT_GT(failAt, 20) << "few syncs failed";
            print(fmt::format("{}, each of {} syncs failed once{}", systemError == EIO ? "EIO" : "ENOSPC",
                              failAt - 1, dies ? " and the process died" : ""),
                  all);
        }
    }
}

} // namespace
} // namespace anjungan
