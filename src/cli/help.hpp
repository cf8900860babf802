// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "cli/command_info.hpp"

namespace trialsift::cli {

/// -h: what a command takes, a line an option where one is enough.
std::string short_help(const CommandInfo& command, const CommandInfo& program);
/// --help: with details, the options of every command, and examples.
std::string long_help(const CommandInfo& command, const CommandInfo& program);

/// What an option is about, with its values where the sentence does not name them.
std::string full_about(const OptionInfo& option);

/// Lines of at most `width` columns, all but the first behind `indent` blanks.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace trialsift::cli
