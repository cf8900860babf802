// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "trialsift/base/file.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

/// How commands tell their options and arguments. CLI11, which parses them, stands behind this header: it is large, and
/// a source that sees it takes several times as long to compile.
namespace trialsift::cli {

/// Where a value goes; it outlives the parsing. What stands there before is the default. A list gets one value each
/// time that its option is given; the list of an argument gets all words that are left.
using Target = std::variant<std::string*, std::vector<std::string>*, base::Path*, unsigned*, std::size_t*,
                            std::optional<std::size_t>*>;

/// Whether capitals and small letters are told apart.
enum class Case : std::uint8_t { kMatters, kIgnored };

/// An option or argument that was added: what else is to be said of it, one call after the other. A reference, made to
/// be copied; the option belongs to the command line.
class Option {
 public:
  explicit Option(CLI::Option& option) : option_(&option) {}

  /// No other values are taken. Help names them, and shells offer them. With Case::kIgnored the target gets the value
  /// as it is spelled here.
  Option choices(const std::vector<std::string>& values, Case letters = Case::kMatters);
  /// Shells offer these values; others are taken too.
  Option suggestions(const std::vector<std::string>& values);
  /// A whole number from `least` to `most`.
  Option range(std::uint64_t least, std::uint64_t most);
  /// A number of bytes that may be given in units of 1,024: 64M, 1GiB.
  Option bytes();
  /// A value is a list with these signs between its members.
  Option delimiter(char sign);
  Option required();
  /// The other option, "--format", was added before. Both together are refused.
  Option excludes(const std::string& other);
  /// The other option, "--format", was added before. This one without it is refused.
  Option needs(const std::string& other);

 private:
  CLI::Option* option_;
};

/// The options and arguments of one command, in the order in which help tells them. A reference to a command of the
/// command line, which outlives it. A name that is taken, or one that no option has where another is meant, is a slip
/// of the program: std::runtime_error when it starts.
class Options {
 public:
  explicit Options(CLI::App& command) : command_(command) {}

  /// An option for names that begin with dashes, "-f,--format"; an argument for a bare name, "id". `value` is what its
  /// value is called: "FILE", "NCT...". Shells tell by it what to offer (kind_of()).
  Option add(const std::string& names, const std::string& value, Target target, const std::string& about);
  /// True where it is given.
  Option add_flag(const std::string& names, bool* target, const std::string& about);
  /// How many times it is given.
  Option add_flag(const std::string& names, int* target, const std::string& about);
  /// Takes away an option that was added before.
  void remove(const std::string& name);

  /// The whole command line, for describe().
  const CLI::App& program() const;

 private:
  CLI::App& command_;
};

}  // namespace trialsift::cli
