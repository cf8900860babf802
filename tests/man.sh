#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# man.sh FOLDER...: every man page below is without a warning of man and of mandoc, where they are installed.
set -euo pipefail
linted=0 bad=0
while read -r page; do
  if command -v mandoc >/dev/null; then
    linted=1
    mandoc -Tlint -W warning "$page" || bad=1
  fi
  if command -v groff >/dev/null && command -v man >/dev/null; then
    linted=1
    warnings=$(LC_ALL=C.UTF-8 MANROFFSEQ='' man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)
    [ -z "$warnings" ] || { echo "$warnings"; bad=1; }
  fi
done < <(find "$@" -name '*.[17]')
((linted)) || { echo "skipped: neither mandoc nor groff is installed"; exit 77; }
((bad == 0))
