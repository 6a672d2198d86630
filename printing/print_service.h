// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ports/clock.h"
#include "core/ports/printer.h"
#include "core/ports/qr_encoder.h"
#include "core/ports/slips.h"
#include "printing/slip_layout.h"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>
#include <unordered_map>
#include <vector>

namespace anjungan {

struct PrintServiceSettings
{
    Paper paper = paper80mm;
    int attemptsMax = 5; ///< hand-overs of one slip before it is given up
    std::chrono::milliseconds backOffFirst{500};
    std::chrono::milliseconds backOffMax{8'000};
    std::chrono::milliseconds conditionEvery{1'000}; ///< asked only while nothing is printed
};

/// Brings slips from the print outbox to paper, on one worker thread, which alone uses the outbox and the
/// printer. At most one *unmarked* slip a ticket comes out, wherever the process dies:
///
/// - "handed over, `print-interrupted`" is on disk before the printer gets a page, so a row that is still
///   Reserved was never handed over. Only an error that promises an empty paper (TryAgain) puts it back.
/// - At the start, a row that was being handed over may be on paper. It is closed as Failed with
///   `print-interrupted`, and one copy, marked CETAK ULANG, follows by itself; a copy that was interrupted
///   gets no further one, and a day that is over gets nothing (`slip-day-over`).
/// - What failed stays in the outbox; only `reprint` brings it back, marked.
///
/// News of a slip: Reserved with a problem (will be tried again), HandedOver or Printed as soon as the
/// printer's answer is there, Failed with the problem. Every public call is thread-safe except `start` and
/// `stop`, which belong to the owner. Needs a QGuiApplication (fonts).
class PrintService final : public SlipPort
{
public:
    using Settings = PrintServiceSettings;

    /// What the QR of a slip holds. Called on the worker thread, for every hand-over: the same slip must
    /// always give the same code.
    using CodeMaker = std::function<SlipCode(const Slip&)>;

    /// Everything given must outlive the service.
    PrintService(PrintOutbox& outbox, Printer& printer, const QrEncoder& encoder, CodeMaker codeOf,
                 const Clock& clock, Settings settings = {});
    ~PrintService() override;

    /// Recovers what an earlier process left, then prints. Once.
    void start();

    /// Ends the page that is being printed and joins; no observer is called afterwards. Not from an observer.
    void stop();

    /// A ticket was committed: there is something to print.
    void wake();

    /// A new observer is told the printer's condition at once.
    void follow(Observer observer, ConditionObserver conditionObserver) override;

    /// Asks for a marked copy. A second wish for the same ticket while one waits is the same wish; more
    /// than 64 waiting are ignored. Errors come as news: Failed with `slip-unknown` or the journal's code.
    void reprint(const TicketId& ticket) override;

private:
    struct Follower
    {
        Observer observer;
        ConditionObserver conditionObserver;
        std::optional<PrinterCondition> told;
    };

    void run();
    void warmUp();
    [[nodiscard]] bool takeWishes(std::vector<TicketId>& reprints);
    void waitForWork();

    void step();
    [[nodiscard]] Result<void> recover();
    [[nodiscard]] Result<void> closeInterrupted(OutboxRow row);
    [[nodiscard]] bool saveUnsaved();
    void printNext();
    void print(OutboxRow row);
    void settle(OutboxRow row, const Result<SlipState>& outcome);
    void save(const OutboxRow& row);

    void tell(const OutboxRow& row);
    void tell(const SlipNews& news);
    void pollCondition();
    void tellCondition();

    [[nodiscard]] bool isOfToday(const OutboxRow& row) const;
    [[nodiscard]] std::chrono::milliseconds backOff(int failures) const;

    PrintOutbox& m_outbox;
    Printer& m_printer;
    const CodeMaker m_codeOf;
    const Clock& m_clock;
    const Settings m_settings;
    const SlipLayout m_layout;

    std::mutex m_mutex; ///< guards the five below
    std::condition_variable m_changed;
    bool m_stopping = false;
    bool m_woken = true;
    std::vector<TicketId> m_reprints;
    std::vector<Follower> m_followers;

    // The worker's own. Times are the clock's steady time.
    bool m_recovered = false;
    std::unordered_map<std::int64_t, std::chrono::milliseconds>
        m_notBefore;                    ///< rows that wait for another try
    std::optional<OutboxRow> m_unsaved; ///< what the outbox did not take yet; nothing is printed until it did
    int m_outboxFailures = 0;
    std::optional<std::chrono::milliseconds> m_nextStep; ///< nothing: only when woken
    std::chrono::milliseconds m_nextPoll{};
    std::optional<PrinterCondition> m_condition;

    std::thread m_thread;
};

} // namespace anjungan
