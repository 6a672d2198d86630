// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <string>
#include <thread>
#include <vector>

namespace anjungan::tests {

/// A way to a port of the loopback that can be cut where it hurts: between what a client sent and what the
/// server answers. A message is what a client wrote at once. Works in a thread of its own.
class TcpProxy
{
public:
    enum class Cut {
        Request, ///< the server never sees the message
        Answer,  ///< the server did what it was asked to; its answer is lost
    };

    explicit TcpProxy(int targetPort);
    ~TcpProxy();
    TcpProxy(const TcpProxy&) = delete;
    TcpProxy& operator=(const TcpProxy&) = delete;

    [[nodiscard]] int port() const { return m_port; }

    /// Cuts the connection at the client's next message but `later`, once.
    void cut(Cut what, int later = 0);
    void disarm() { m_countdown = -1; }
    /// Whether `cut` is still to come.
    [[nodiscard]] bool isArmed() const { return m_countdown >= 0; }

    /// Keeps the client's next message back, and with it the connection, also when the client gives up.
    void hold() { m_holdsNext = true; }
    [[nodiscard]] bool holdsOne() const { return m_holds; }
    /// Lets the message go on, and returns when the server has answered it or closed.
    void release();

private:
    struct Way
    {
        int client = -1;
        int server = -1;
        bool isHeld = false;
        std::string held;
    };

    void run();
    void accept();
    /// False: the way is at its end.
    [[nodiscard]] bool passOn(Way& way);
    [[nodiscard]] bool passBack(Way& way);
    void letGo(Way& way);

    int m_target = 0;
    int m_port = 0;
    int m_listener = -1;
    std::vector<Way> m_ways;
    std::atomic<int> m_countdown{-1};
    std::atomic<Cut> m_cut{Cut::Request};
    std::atomic<bool> m_holdsNext{false};
    std::atomic<bool> m_holds{false};
    std::atomic<bool> m_releases{false};
    std::atomic<bool> m_ends{false};
    std::thread m_thread;
};

} // namespace anjungan::tests
