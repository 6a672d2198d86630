// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <csignal>
#include <functional>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

namespace anjungan {

/// A forked process that writes to a pipe. The parent must have no threads of its own.
class ChildProcess
{
public:
    /// Runs `work` with the pipe's end to write to; what it returns is the exit status.
    explicit ChildProcess(const std::function<int(int)>& work)
    {
        int ends[2] = {};
        if (::pipe(ends) != 0)
            std::abort();
        m_process = ::fork();
        if (m_process == 0) {
            ::close(ends[0]);
            ::_exit(work(ends[1]));
        }
        ::close(ends[1]);
        m_pipe = ends[0];
    }
    ~ChildProcess()
    {
        killAndWait();
        ::close(m_pipe);
    }
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// Reads one value; false at the end of what the child wrote.
    template <typename Value>
    bool read(Value& value)
    {
        return ::read(m_pipe, &value, sizeof value) == static_cast<ssize_t>(sizeof value);
    }

    /// kill -9.
    void killAndWait()
    {
        if (m_process <= 0)
            return;
        ::kill(m_process, SIGKILL);
        ::waitpid(m_process, nullptr, 0);
        m_process = 0;
    }

    /// What the child wrote until its end; `(died)` after it if it did not return.
    std::string readAll()
    {
        std::string text;
        char buffer[512];
        for (ssize_t length = 0; (length = ::read(m_pipe, buffer, sizeof buffer)) > 0;)
            text.append(buffer, static_cast<std::size_t>(length));
        int status = 0;
        ::waitpid(m_process, &status, 0);
        m_process = 0;
        return WIFEXITED(status) ? text : text + "(died)";
    }

private:
    pid_t m_process = 0;
    int m_pipe = -1;
};

/// Runs `work` in a process of its own and returns the text that it returned.
inline std::string runInChild(const std::function<std::string()>& work)
{
    ChildProcess child([&](int pipe) {
        const std::string text = work();
        return ::write(pipe, text.data(), text.size()) == static_cast<ssize_t>(text.size()) ? 0 : 1;
    });
    return child.readAll();
}

} // namespace anjungan
