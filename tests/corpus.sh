#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# corpus.sh BENCH_CORPUS TRIALSIFT CORPUS: the corpus for benchmarks, made of the sample trials, has the same bytes
# wherever it is made; it begins with the samples, a smaller one is its beginning, and all its trials can be indexed.
set -euo pipefail
make=$1 trialsift=$2 corpus=$3
# Another sum means another corpus: figures measured on it do not compare with those of before.
expected="502642604 3499260"

fail() { echo "$*"; exit 1; }
export LC_ALL=C
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
corpus_of() { cat "$corpus"/api-v2/* | "$make" "$1" 2>/dev/null; }

corpus_of 1000 >"$work/first.ndjson"
corpus_of 1000 | cmp - "$work/first.ndjson" || fail "two runs differ"
found=$(cksum <"$work/first.ndjson")
[ "$found" = "$expected" ] || fail "cksum is $found, not $expected"
corpus_of 300 | cmp - <(head -n 300 "$work/first.ndjson") || fail "300 trials are not the first of 1000"

"$trialsift" index --quiet --index "$work/samples" "$corpus/api-v2"
"$trialsift" index --quiet --index "$work/samples" --report "$work/report" <(head -n 62 "$work/first.ndjson")
grep -q '"unchanged":62,' "$work/report" || fail "the first trials are not the samples: $(cat "$work/report")"
"$trialsift" index --quiet --index "$work/all" --report "$work/report" "$work/first.ndjson"
grep -q '"read":1000,"added":1000,' "$work/report" || fail "not every trial is one of its own: $(cat "$work/report")"
