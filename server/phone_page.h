// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/phone_document.h"
#include "server/phone_view.h"

#include <span>

namespace anjungan {

/// The whole HTML document: the state as text, readable without JavaScript (it then reloads itself), and the
/// script that keeps it true by asking the same address for JSON. `json` and `tag` are `toJsonText` of the
/// view and its `entityTagOf`: the first question after the page is answered *not modified*.
[[nodiscard]] std::string phonePage(const PhoneView& view, std::string_view json, std::string_view tag,
                                    Language language);

/// Of a request header `Accept-Language`: English where it is wanted more than Indonesian, which is the
/// default. Whatever the header holds is read without error.
[[nodiscard]] Language phoneLanguageOf(std::string_view acceptLanguage);

/// Whether a request header `Accept` asks for the JSON rather than the page.
[[nodiscard]] bool wantsPhoneJson(std::string_view accept);

/// Whether a request header `If-None-Match` names the tag: then the answer is 304 without a body.
[[nodiscard]] bool namesEntityTag(std::string_view ifNoneMatch, std::string_view tag);

struct PhoneHeader
{
    std::string_view name;
    std::string_view value;
};

/// What every answer carries; 304 leaves out `Content-Type`. `ETag` goes with the JSON and its 304 only, and
/// `Date` with all of them: the page's clock. The status is 404 where the state is `refused`, else 200.
[[nodiscard]] std::span<const PhoneHeader> phonePageHeaders();
[[nodiscard]] std::span<const PhoneHeader> phoneJsonHeaders();

} // namespace anjungan
