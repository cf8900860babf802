#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# install.sh BUILD SOURCE COMPILER GENERATOR PROGRAM: installs the build into a new folder; the program, its pages and
# completions are where they belong, and a program of somebody else, built with the same CMake generator and its build
# program, finds the library, with no header or flag from the source.
set -euo pipefail
build=$1 source=$2 compiler=$3 generator=$4 program=$5
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake --install "$build" --prefix "$work/usr" >/dev/null
cd "$work"
missing=0
for file in bin/trialsift share/man/man1/trialsift.1 share/man/man1/trialsift-search.1 share/man/man7/trialsift-query.7 \
  share/man/man7/trialsift-fields.7 share/bash-completion/completions/trialsift share/zsh/site-functions/_trialsift \
  share/fish/vendor_completions.d/trialsift.fish share/doc/trialsift/README.md share/doc/trialsift/docs/commands.md \
  share/doc/trialsift/examples/corpus/README.md include/trialsift/search/searcher.hpp; do
  [ -e "usr/$file" ] || { echo "not installed: $file"; missing=1; }
done
((missing == 0))
if grep -rlF "$source" usr/lib*/cmake usr/*/*/cmake usr/share 2>/dev/null; then
  echo "these name the folder of the source" && exit 1
fi
usr/bin/trialsift --version >/dev/null

cmake -S "$source/tests/package/consumer" -B consumer -G "$generator" -DCMAKE_MAKE_PROGRAM="$program" \
  -DCMAKE_PREFIX_PATH="$work/usr" -DCMAKE_CXX_COMPILER="$compiler" >log 2>&1 || { cat log; exit 1; }
cmake --build consumer >log 2>&1 || { cat log; exit 1; }
answer=$(consumer/consumer "$work/index" usr/share/doc/trialsift/examples/corpus 'title:maintenance -condition:myeloma')
[ "$answer" = "86 trials, 2 match: NCT99000008 NCT99000019" ] || { echo "the consumer says: $answer"; exit 1; }
