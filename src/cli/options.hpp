// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
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

/// What an option is to a file that it names.
enum class FileUse : std::uint8_t {
  kRead,           ///< a file, a folder, a pattern, - for standard input
  kWritten,        ///< - is standard output, where the command prints as well: refused
  kWrittenInstead  ///< with - it takes the place of what the command prints on standard output
};

/// An option whose value names files.
struct FileOption {
  std::string names;  ///< "-o,--output"
  Target target;
  FileUse use;
  const std::size_t* split = nullptr;  ///< where it points to a number, the file's parts are written: part_name()
};

/// An option or argument that was added: what else is to be said of it, one call after the other. A reference, made to
/// be copied; the option belongs to the command line.
class Option {
 public:
  Option(CLI::Option& option, FileOption file, std::vector<FileOption>& files)
      : option_(&option), file_(std::move(file)), files_(&files) {}

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
  /// Its values name files that the command reads.
  Option reads();
  /// Its value names a file that the command writes: check_files() sees to it that nothing is destroyed.
  Option writes(FileUse use = FileUse::kWritten, const std::size_t* split = nullptr);

 private:
  CLI::Option* option_;
  FileOption file_;
  std::vector<FileOption>* files_;
};

/// The options and arguments of one command, in the order in which help tells them. A reference to a command of the
/// command line, which outlives it. A name that is taken, or one that no option has where another is meant, is a slip
/// of the program: std::runtime_error when it starts.
class Options {
 public:
  /// `files` collects the options that name files; it outlives the parsing.
  Options(CLI::App& command, std::vector<FileOption>& files) : command_(command), files_(files) {}

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
  std::vector<FileOption>& files_;
};

}  // namespace trialsift::cli
