// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace anjungan {

/// How far an error reaches, and so what may be done about it.
enum class Severity {
    Fatal,    ///< this node cannot go on as it is: a person has to act
    ThisItem, ///< this request is refused for good; others are unaffected
    TryAgain, ///< nothing happened; the same request may succeed later
};

/// What went wrong, for programs and logs. Words for people are made in view models, from `code`.
struct Error
{
    std::string code; ///< stable, kebab-case, e.g. "queue-closed"; part of the protocol
    Severity severity = Severity::ThisItem;
    std::string context; ///< English, for the log; never personal data

    bool operator==(const Error&) const = default;
};

[[nodiscard]] inline tl::unexpected<Error> refuse(std::string_view code, std::string context = {})
{
    return tl::unexpected(Error{std::string(code), Severity::ThisItem, std::move(context)});
}

[[nodiscard]] inline tl::unexpected<Error> failTemporarily(std::string_view code, std::string context = {})
{
    return tl::unexpected(Error{std::string(code), Severity::TryAgain, std::move(context)});
}

[[nodiscard]] inline tl::unexpected<Error> failForGood(std::string_view code, std::string context = {})
{
    return tl::unexpected(Error{std::string(code), Severity::Fatal, std::move(context)});
}

template <typename T>
using Result = tl::expected<T, Error>;

} // namespace anjungan
