# SPDX-License-Identifier: GPL-2.0-or-later
# zsh -f type.zsh FUNCTIONS LINE: types LINE and a tab into an interactive zsh; prints the last word of what then stands there.
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PROMPT=; PS2=; stty -echo; fpath=(${(q)1} \$fpath); autoload -Uz compinit; compinit -D -u"
zpty -w shell 'show-line() { print -r -- "<line:$BUFFER>"; zle -I; BUFFER=; }; zle -N show-line; bindkey "^X^X" show-line; bindkey "^I" complete-word'
zpty -w shell 'print ready-${:-now}'
zpty -r shell output '*ready-now*'
zpty -w -n shell "$2"$'\t'$'\C-X\C-X'
zpty -r shell output '*<line:*>*'
output=${output##*<line:}
output=${output%%>*}
output=${output%% }
print -r -- ${${output##* }%=}
zpty -d shell
