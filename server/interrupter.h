// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/ssl.hpp>
#include <functional>
#include <memory>

namespace anjungan {

using TlsStream = boost::beast::ssl_stream<boost::beast::tcp_stream>;

/// Ends what a stream waits for, after a time or when it is told to, and leaves it fit to be written to: the
/// stream's own deadline would close it. Of one strand.
class Interrupter
{
public:
    explicit Interrupter(TlsStream& stream)
        : m_state(std::make_shared<State>(stream))
    {}
    ~Interrupter()
    {
        m_state->isOver = true;
        m_state->timer.cancel();
    }
    Interrupter(const Interrupter&) = delete;
    Interrupter& operator=(const Interrupter&) = delete;

    void interruptAfter(std::chrono::milliseconds time)
    {
        m_state->timer.expires_after(time);
        m_state->timer.async_wait([state = m_state](boost::system::error_code problem) {
            if (!problem)
                state->interrupt(true);
        });
    }
    /// To be called from any thread, also when this is gone: interrupts.
    [[nodiscard]] std::function<void()> whenTold()
    {
        return [state = m_state, executor = m_state->timer.get_executor()] {
            boost::asio::post(executor, [state] { state->interrupt(false); });
        };
    }
    [[nodiscard]] bool isLate() const { return m_state->isLate; }

private:
    struct State
    {
        explicit State(TlsStream& theStream)
            : stream(theStream)
            , timer(theStream.get_executor())
        {}
        void interrupt(bool late)
        {
            if (isOver)
                return;
            isLate = isLate || late;
            boost::beast::get_lowest_layer(stream).cancel();
        }
        TlsStream& stream;
        boost::asio::steady_timer timer;
        bool isOver = false; ///< the stream may be gone
        bool isLate = false;
    };
    std::shared_ptr<State> m_state;
};

} // namespace anjungan
