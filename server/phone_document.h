// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// What cmake/EmbedPhonePage.cmake makes of resources/phone at build time.
namespace anjungan {

/// The phone page with its style and script inside; `{{name}}` stands where `phonePage` writes.
extern const std::string_view phoneDocument;

/// Allows that one style and that one script by their hashes, requests to where the page came from, and
/// nothing else.
extern const std::string_view phoneContentSecurityPolicy;

} // namespace anjungan
