#!/usr/bin/env bash
# Builds the module (pia_editor.wasm) and the page (editor.html) into the target folder of the workspace.
#
#   ./build.sh            for use: small, some minutes
#   ./build.sh --quick    for tests: larger, faster to build
#
# The target wasm32-unknown-unknown comes from rustup. Where rustup cannot download it: Debian's compiler with the source of its standard
# library, unpacked into target/debian (some 850 MB; nothing is installed). Exit status 3: neither can be had.
set -euo pipefail
cd "$(dirname "$0")"
profile=page
[ "${1:-}" = --quick ] && profile=quick
target=${CARGO_TARGET_DIR:-$(realpath ../..)/target}
mkdir -p "$target"

build() { cargo build --lib --target wasm32-unknown-unknown --target-dir "$target" --profile "$profile" "$@"; }

debian=$target/debian

unpack() {
    [ ! -x "$debian/rustc" ] || return 0
    mkdir -p "$debian/debs" "$debian/root"
    (
        cd "$debian/debs"
        apt-get update -qq
        needed=$(apt-cache depends --recurse --no-recommends --no-suggests --no-conflicts --no-breaks --no-replaces --no-enhances rustc-web |
            grep -E '^(rustc-web|libstd-rust-web|libllvm)' | sort -u)
        # shellcheck disable=SC2086
        apt-get download -qq $needed rust-web-src
        for package in *.deb; do dpkg -x "$package" ../root; done
    )
    [ -x "$debian/root/usr/bin/rustc" ] || return 1
    printf '#!/bin/sh\nLD_LIBRARY_PATH=%s exec %s "$@"\n' \
        "$debian/root/usr/lib/x86_64-linux-gnu" "$debian/root/usr/bin/rustc" >"$debian/rustc"
    chmod +x "$debian/rustc"
}

# Debian's compiler has no standard library for this target, so cargo builds it too.
with_debian() {
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$(rustc --print sysroot)/lib/rustlib/x86_64-unknown-linux-gnu/bin/rust-lld \
        RUSTC=$debian/rustc RUSTC_BOOTSTRAP=1 build -Z build-std=std,panic_abort --ignore-rust-version
}

if rustup target list --installed 2>/dev/null | grep -qx wasm32-unknown-unknown || rustup target add wasm32-unknown-unknown; then
    build
else
    echo "build.sh: rustup cannot add the target; trying Debian's packages" >&2
    unpack || { echo "build.sh: no compiler for wasm32-unknown-unknown" >&2; exit 3; }
    with_debian
fi
module=$target/pia_editor.wasm
cp "$target/wasm32-unknown-unknown/$profile/pia_editor.wasm" "$module"

# A fifth smaller. Not needed for tests.
if [ "$profile" = page ]; then
    optimize=$(command -v wasm-opt || echo "$target/npm/node_modules/.bin/wasm-opt")
    [ -x "$optimize" ] || npm install --silent --prefix "$target/npm" binaryen || true
    if [ -x "$optimize" ]; then
        "$optimize" -Oz --enable-bulk-memory --enable-mutable-globals --enable-multivalue --enable-nontrapping-float-to-int \
            --enable-reference-types --enable-sign-ext "$module" -o "$module"
    else
        echo "build.sh: the module is not optimized, because wasm-opt (npm: binaryen) cannot be had" >&2
    fi
fi
node page.mjs "$module" "$target/editor.html"
