#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-2.0-or-later
# check.sh SHELL SHARE SOURCE: types each line of cases.tsv into the shell with the completions of SHARE, in the folder
# SOURCE, and compares what is offered. Exit status 77 where the shell is not installed.
set -euo pipefail
shell=$1 share=$2 source=$3
here=$(cd "$(dirname "$0")" && pwd)
command -v "$shell" >/dev/null || { echo "skipped: $shell is not installed"; exit 77; }
cd "$source"

# Each offer_SHELL LINE prints the words offered, one a line.
offer_bash() {
  bash --norc -c '
    source "$1/bash-completion/completions/trialsift"
    COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDS=() word="" before=""
    for ((i = 0; i < ${#2}; ++i)); do  # as bash does: : and = are words of their own
      c=${2:i:1}
      case $c in
        [\ ]) if [[ -n $word ]]; then COMP_WORDS+=("$word"); fi; word="" ;;
        [:=]) if [[ -n $word ]]; then COMP_WORDS+=("$word"); fi; COMP_WORDS+=("$c"); word="" ;;
        *) word+=$c ;;
      esac
    done
    COMP_WORDS+=("$word")
    COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    _trialsift
    last=${2##* }
    [[ $last == *:* ]] && before=${last%"${last##*:}"}
    for word in "${COMPREPLY[@]}"; do echo "$before${word% }"; done' - "$share" "$1"
}

offer_fish() {
  fish --no-config -c '
    source $argv[1]/fish/vendor_completions.d/trialsift.fish
    complete -C $argv[2]' "$share" "$1" | sed 's/\t.*//; s/^--[a-z]*=//; s,/$,,'
}

# zsh tells what is on its line after a tab, so that only lines with one answer can be asked.
offer_zsh() {
  zsh -f "$here/type.zsh" "$share/zsh/site-functions" "$1" | sed 's/^--[a-z]*=//; s,/$,,'
}

failures=0
while IFS=$'\t' read -r line expected; do
  case $line in '#'*) continue ;; esac
  if [[ $shell == zsh && $expected == *' '* ]]; then continue; fi
  actual=$("offer_$shell" "$line" | sort -u | paste -sd ' ')
  if [[ $actual != "$expected" ]]; then
    printf '%s: %s\n  expected: %s\n  offered:  %s\n' "$shell" "$line" "$expected" "$actual"
    failures=$((failures + 1))
  fi
done <"$here/cases.tsv"
echo "$shell: $failures lines differ"
((failures == 0))
