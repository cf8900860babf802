// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command_info.hpp"

/// Files made from the table of commands and the tables of fields and values: man pages, completions, the reference.
namespace trialsift::cli {

struct GeneratedFile {
  std::string path;  ///< below the folder that programs share: man/man1/trialsift.1
  std::string text;
};

/// trialsift(1), a page for each command, and trialsift-fields(7).
std::vector<GeneratedFile> man_pages(const CommandInfo& program);
GeneratedFile bash_completion(const CommandInfo& program);
GeneratedFile zsh_completion(const CommandInfo& program);
GeneratedFile fish_completion(const CommandInfo& program);
/// docs/commands.md
GeneratedFile reference_page(const CommandInfo& program);

/// What a shell offers for a value, told by what the value is called: FILE, DIR, QUERY, FIELD.
enum class ValueKind : std::uint8_t { kOther, kChoices, kFile, kFolder, kQuery, kFields };
ValueKind kind_of(const OptionInfo& option);

/// The program and every command below it, each before those that are below itself.
std::vector<const CommandInfo*> all_commands(const CommandInfo& program);

/// What a query may begin a word with: fields and groups of fields, by their names.
struct QueryName {
  std::string_view name;
  std::string_view about;
  std::vector<std::string_view> values;  ///< of a vocabulary
};
std::vector<QueryName> query_names();

/// Words with a blank between them.
std::string joined(const std::vector<std::string>& words);

/// In single quotes for bash and zsh.
std::string shell_quoted(std::string_view text);

}  // namespace trialsift::cli
