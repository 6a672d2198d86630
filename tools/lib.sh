# SPDX-License-Identifier: GPL-3.0-or-later
# What the tools share. Sourced after `set -euo pipefail`; leaves the caller at the root of the tree.
# Before the dependencies are installed nothing but bash, coreutils, dpkg and apt may be relied on.

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"

say() {
    printf '== %s\n' "$*"
}

die() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# configure PRESET: the log is shown only where it fails.
configure() {
    mkdir -p "build/$1"
    say "configure $1"
    if ! cmake --preset "$1" >"build/$1/configure.log" 2>&1; then
        cat "build/$1/configure.log" >&2
        return 1
    fi
}

# build PRESET [TARGET…]: goes on after a failing file, so that one run tells every fault.
build() {
    local preset="$1"
    shift
    say "build $preset ${*:-everything}"
    cmake --build "build/$preset" ${1:+--target "$@"} --parallel "$(nproc)" -- -k 0
}
