#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# hardening.sh PROGRAM: the program has what cmake/warnings.cmake asks for. 77, skipped, without readelf or on other systems.
set -eu
command -v readelf >/dev/null || exit 77
readelf -h "$1" >/dev/null 2>&1 || exit 77
fail() {
  echo "$1 has $2" >&2
  exit 1
}
readelf -lW "$1" | grep -q GNU_RELRO || fail "$1" "no read-only relocations"
readelf -dW "$1" | grep -Eq 'BIND_NOW|NOW' || fail "$1" "symbols that are bound when they are called"
readelf -sW "$1" | grep -q __stack_chk_fail || fail "$1" "no stack protector"
