// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "trialsift/base/error.hpp"

namespace CLI {
class App;
class Error;
class Option;
class ParseError;
}  // namespace CLI

namespace trialsift::cli {

/// The command whose words were read last: the program itself where there was none.
const CLI::App& command_meant(const CLI::App& program);

/// What CLI11 refused, told in our words, with the nearest command, option or value as hint.
base::Error usage_error(const CLI::App& program, const CLI::ParseError& error);

/// A value that an option does not take.
base::Error value_error(const CLI::Option& option, const std::string& value, const std::string& where,
                        const CLI::Error& error);

}  // namespace trialsift::cli
