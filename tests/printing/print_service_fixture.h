// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "printing/print_service.h"
#include "printing/sample_slips.h"
#include "printing/zxing_qr_encoder.h"
#include "support/memory_outbox.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <gtest/gtest.h>
#include <memory>
#include <thread>

namespace anjungan::tests {

using namespace std::chrono_literals;

inline const ZxingQrEncoder encoder;

/// The wall clock of the sample's morning; time-outs run for real.
class MorningClock final : public Clock
{
public:
    Instant now() const override
    {
        return toInstant(std::chrono::local_days(std::chrono::year(2026) / 11 / m_day) + 9h + 42min,
                         TimeZone::Wib);
    }
    std::chrono::milliseconds steady() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::steady_clock::now().time_since_epoch());
    }
    unsigned m_day = 23;
};

/// A printer on the desk: what came out of it, and what it answers.
class DeskPrinter final : public Printer
{
public:
    struct Sheet
    {
        std::string name;
        bool isMarked = false;
    };

    Result<SlipState> print(const Raster& raster, const std::string& name) override
    {
        const Result<SlipState> answer =
            whenPrinting ? whenPrinting() : Result<SlipState>(SlipState::Printed);
        const std::scoped_lock lock(m_mutex);
        if (answer || answer.error().severity != Severity::TryAgain) {
            // Only the mark of a copy reaches the paper's edge.
            bool isMarked = false;
            for (int y = 0; y < raster.height; ++y)
                isMarked =
                    isMarked || (raster.bits[static_cast<std::size_t>(y * raster.stride())] & 0x80) != 0;
            m_sheets.push_back({name, isMarked});
        }
        return answer;
    }
    PrinterCondition condition() override { return m_condition; }

    int count(bool marked)
    {
        const std::scoped_lock lock(m_mutex);
        return static_cast<int>(std::ranges::count(m_sheets, marked, &Sheet::isMarked));
    }
    std::vector<Sheet> sheets()
    {
        const std::scoped_lock lock(m_mutex);
        return m_sheets;
    }

    std::function<Result<SlipState>()> whenPrinting; ///< set before the service starts
    std::atomic<PrinterCondition> m_condition{PrinterCondition::Ready};

private:
    std::mutex m_mutex;
    std::vector<Sheet> m_sheets;
};

/// What a face heard. Declared before the service, because it must outlive the service's last call.
class Listener
{
public:
    void follow(SlipPort& port)
    {
        port.follow(
            [this](const SlipNews& news) {
                const std::scoped_lock lock(m_mutex);
                m_news.push_back(news);
                m_changed.notify_all();
            },
            [this](PrinterCondition condition) {
                const std::scoped_lock lock(m_mutex);
                m_conditions.push_back(condition);
                m_changed.notify_all();
            });
    }

    bool waitFor(SlipState state, const std::string& problem = {}, int times = 1)
    {
        return wait([&] {
            return std::ranges::count_if(m_news, [&](const SlipNews& news) {
                       return news.state == state && news.problem == problem;
                   }) >= times;
        });
    }
    bool waitForCondition(PrinterCondition condition)
    {
        return wait([&] { return !m_conditions.empty() && m_conditions.back() == condition; });
    }
    std::vector<SlipNews> news()
    {
        const std::scoped_lock lock(m_mutex);
        return m_news;
    }
    std::vector<PrinterCondition> conditions()
    {
        const std::scoped_lock lock(m_mutex);
        return m_conditions;
    }

private:
    bool wait(const std::function<bool()>& predicate)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, 5s, predicate);
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<SlipNews> m_news;
    std::vector<PrinterCondition> m_conditions;
};

inline PrintService::Settings quick()
{
    PrintService::Settings settings;
    settings.backOffFirst = 1ms;
    settings.backOffMax = 4ms;
    settings.conditionEvery = 5ms;
    return settings;
}

inline SlipCode codeOf(const Slip&)
{
    return sampleCode();
}

inline Slip slipOf(std::uint8_t number)
{
    Slip slip = sampleSlip();
    slip.ticket = sampleTicket(number);
    slip.number.value = number;
    return slip;
}

class PrintServiceTest : public testing::Test
{
protected:
    MemoryOutbox outbox;
    DeskPrinter printer;
    MorningClock clock;
};

} // namespace anjungan::tests
