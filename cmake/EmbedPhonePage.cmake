# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -DSOURCE=resources/phone -DOUT=phone_document.cpp -P EmbedPhonePage.cmake
#
# Puts style and script of the phone page into its document, and writes that as C++ together with the
# Content-Security-Policy that allows exactly these two: by their SHA-256, so that no nonce is needed and
# nothing that somebody slips into the page ever runs.

cmake_minimum_required(VERSION 3.25)

file(READ "${SOURCE}/index.html" document)
file(READ "${SOURCE}/phone.css" css)
file(READ "${SOURCE}/phone.js" js)

# Base 64 of a SHA-256 in hexadecimal: three digits are two characters; 64 digits leave one over.
function(sha256_base64 text out)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  string(SHA256 hex "${text}")
  set(result "")
  foreach(place RANGE 0 60 3)
    string(SUBSTRING "${hex}" ${place} 3 digits)
    math(EXPR high "0x${digits} >> 6")
    math(EXPR low "0x${digits} & 63")
    string(SUBSTRING "${alphabet}" ${high} 1 first)
    string(SUBSTRING "${alphabet}" ${low} 1 second)
    string(APPEND result "${first}${second}")
  endforeach()
  string(SUBSTRING "${hex}" 63 1 digit)
  math(EXPR last "0x${digit} << 2")
  string(SUBSTRING "${alphabet}" ${last} 1 first)
  set(${out} "${result}${first}=" PARENT_SCOPE)
endfunction()

sha256_base64("${css}" css_hash)
sha256_base64("${js}" js_hash)
string(REPLACE "@css@" "${css}" document "${document}")
string(REPLACE "@js@" "${js}" document "${document}")

string(CONCAT policy "default-src 'none'; script-src 'sha256-${js_hash}'; style-src 'sha256-${css_hash}'; "
  "img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")

set(text "// SPDX-License-Identifier: GPL-3.0-or-later
#include \"server/phone_document.h\"

namespace anjungan {

const std::string_view phoneDocument = R\"document(${document})document\";

const std::string_view phoneContentSecurityPolicy =
    \"${policy}\";

} // namespace anjungan
")
file(WRITE "${OUT}" "${text}")
