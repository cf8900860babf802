// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/generated.hpp"

namespace trialsift::cli {
namespace {

constexpr std::string_view kHead =
    "# bash completion for trialsift; made by: trialsift generate\n"
    "\n";

/// Bash parts words at : and =, and replaces what stands behind the last of them only.
constexpr std::string_view kFunctions = R"bash(
# _trialsift_query WORD: fields, or the values of the field that WORD begins with.
_trialsift_query() {
  local values
  if [[ $1 == *:* ]]; then
    _trialsift_values "${1%%:*}"
    values=$REPLY
    COMPREPLY=($(compgen -P "${1%%:*}:" -W "$values" -- "${1#*:}"))
  else
    COMPREPLY=($(compgen -S : -W "$_trialsift_fields" -- "$1"))
    compopt -o nospace 2>/dev/null
  fi
}

_trialsift() {
  local line=${COMP_LINE:0:COMP_POINT} command=trialsift current word kind keep='' i
  local -a words
  COMPREPLY=()
  read -ra words <<<"$line"
  if [[ $line == *[[:space:]] ]]; then words+=(''); fi
  current=${words[-1]}

  # The command, and the option whose value is asked for.
  local option=''
  for ((i = 1; i < ${#words[@]} - 1; ++i)); do
    word=${words[i]}
    if [[ -n $option ]]; then
      option=''
    elif [[ $word == -* ]]; then
      _trialsift_kind "$command $word"
      if [[ -n $REPLY ]]; then option=$word; fi
    else
      _trialsift_commands "$command"
      if [[ " $REPLY " == *" $word "* ]]; then command+=" $word"; fi
    fi
  done
  if [[ -z $option && $current == --*=* ]]; then
    option=${current%%=*}
    keep=$option=
    current=${current#*=}
  fi

  # Inside quotes the last word is completed, and what stands before it is kept.
  word=${COMP_WORDS[COMP_CWORD]}
  if [[ $word == [\'\"]* ]]; then
    word=${word:1}
    current=${word##*[ (]}
    keep=${word%"$current"}
  fi

  if [[ -n $option ]]; then
    _trialsift_kind "$command $option"
    kind=$REPLY
  elif [[ $current == -* ]]; then
    _trialsift_options "$command"
    COMPREPLY=($(compgen -W "$REPLY $_trialsift_shared" -- "$current"))
    return
  else
    _trialsift_commands "$command"
    if [[ -n $REPLY ]]; then
      COMPREPLY=($(compgen -W "$REPLY" -- "$current"))
      return
    fi
    _trialsift_kind "$command"
    kind=$REPLY
  fi
  case $kind in
    file) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")) ;;
    folder) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$current")) ;;
    query) _trialsift_query "$current" ;;
    fields)
      # A list with commas: the last of them is completed.
      word=${current##*,}
      COMPREPLY=($(compgen -P "${current%"$word"}" -W "$_trialsift_fields" -- "$word"))
      ;;
    =*) COMPREPLY=($(compgen -W "${kind#=}" -- "$current")) ;;
  esac
  if [[ $kind == file || $kind == folder ]]; then return; fi
  for ((i = 0; i < ${#COMPREPLY[@]}; ++i)); do
    if [[ ${COMP_WORDS[COMP_CWORD]} == [\'\"]* ]]; then
      COMPREPLY[i]=$keep${COMPREPLY[i]}
    elif [[ $current == *:* && $COMP_WORDBREAKS == *:* ]]; then
      COMPREPLY[i]=${COMPREPLY[i]#"${current%"${current##*:}"}"}
    elif [[ -n $keep && $COMP_WORDBREAKS != *=* ]]; then
      COMPREPLY[i]=$keep${COMPREPLY[i]}
    fi
  done
}

complete -F _trialsift trialsift
)bash";

std::string kind_word(const OptionInfo& option) {
  switch (kind_of(option)) {
    case ValueKind::kChoices:
      return "=" + joined(option.choices);
    case ValueKind::kFile:
      return "file";
    case ValueKind::kFolder:
      return "folder";
    case ValueKind::kQuery:
      return "query";
    case ValueKind::kFields:
      return "fields";
    case ValueKind::kOther:
      break;
  }
  return "other";
}

/// A function that sets REPLY by its argument.
std::string function(const std::string& name, const std::string& cases) {
  return name + "() {\n  case $1 in\n" + cases + "    *) REPLY='' ;;\n  esac\n}\n";
}

std::string reply(const std::string& pattern, const std::string& words) {
  return "    " + pattern + ") REPLY=" + shell_quoted(words) + " ;;\n";
}

std::vector<std::string> names(const std::vector<OptionInfo>& options) {
  std::vector<std::string> names;
  for (const OptionInfo& option : options) {
    if (!option.short_name.empty()) names.push_back(option.short_name);
    if (!option.long_name.empty()) names.push_back(option.long_name);
  }
  return names;
}

/// "trialsift search --format": the kind of its value; "trialsift search": the kind of its arguments.
std::string kinds(const CommandInfo& program) {
  std::string cases;
  for (const CommandInfo* command : all_commands(program)) {
    for (const OptionInfo& option : command->options) {
      if (option.value.empty()) continue;
      std::string pattern;
      for (const std::string& name : names({option})) {
        const std::string of =
            command == &program ? "*" + shell_quoted(" " + name) : shell_quoted(command->name + " " + name);
        pattern += (pattern.empty() ? "" : " | ") + of;
      }
      cases += reply(pattern, kind_word(option));
    }
    if (!command->arguments.empty()) {
      cases += reply(shell_quoted(command->name), kind_word(command->arguments.front()));
    }
  }
  return cases;
}

}  // namespace

GeneratedFile bash_completion(const CommandInfo& program) {
  std::string commands;
  std::string options;
  for (const CommandInfo* command : all_commands(program)) {
    std::vector<std::string> verbs;
    for (const CommandInfo& below : command->commands) verbs.emplace_back(below.verb());
    if (!verbs.empty()) commands += reply(shell_quoted(command->name), joined(verbs));
    if (command != &program && !command->options.empty()) {
      options += reply(shell_quoted(command->name), joined(names(command->options)));
    }
  }
  std::vector<std::string> fields;
  std::string values;
  for (const QueryName& name : query_names()) {
    fields.emplace_back(name.name);
    if (name.values.empty()) continue;
    values += reply(std::string(name.name), joined({name.values.begin(), name.values.end()}));
  }
  std::string text(kHead);
  text += "_trialsift_shared=" + shell_quoted(joined(names(program.options))) + "\n";
  text += "_trialsift_fields=" + shell_quoted(joined(fields)) + "\n\n";
  text += function("_trialsift_commands", commands) + "\n" + function("_trialsift_options", options) + "\n";
  text += function("_trialsift_kind", kinds(program)) + "\n" + function("_trialsift_values", values);
  return {"bash-completion/completions/trialsift", text + std::string(kFunctions)};
}

}  // namespace trialsift::cli
