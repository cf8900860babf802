// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/files.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>

#include "cli/output_file.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/formats/record_stream.hpp"
#include "trialsift/store/index_folder.hpp"

namespace trialsift::cli {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::Path;

/// "--output" of "-o,--output".
std::string long_name(const std::string& names) {
  return names.substr(names.rfind(',') + 1);
}

struct Values {
  std::vector<std::string> operator()(const std::string* text) const {
    return text->empty() ? std::vector<std::string>() : std::vector<std::string>{*text};
  }
  std::vector<std::string> operator()(const std::vector<std::string>* texts) const { return *texts; }
  std::vector<std::string> operator()(const Path* path) const { return (*this)(&path->native()); }
  template <class Number>
  std::vector<std::string> operator()(const Number*) const {
    return {};
  }
};

std::vector<std::string> values_of(const FileOption& option) {
  return std::visit(Values(), option.target);
}

/// A file that exists, by device and inode.
using FileKey = std::pair<dev_t, ino_t>;
std::optional<FileKey> key_of(const std::string& name) {
  struct stat status {};
  if (::stat(name.c_str(), &status) != 0) return std::nullopt;
  return FileKey{status.st_dev, status.st_ino};
}

/// An output, by its name and by the file behind it; its folders exist, itself perhaps not.
struct Output {
  std::string option;
  std::string name;
  std::optional<FileKey> key;
  Path path;              ///< absolute, behind links
  bool in_parts = false;  ///< not the file itself is written
};

/// The number of the part of `file` that a file is, or 0.
std::size_t part_number(const Path& file, const Path& candidate) {
  const std::string stem = file.stem().string() + "-";
  const std::string name = candidate.filename().string();
  if (!name.starts_with(stem) || candidate.parent_path() != file.parent_path()) return 0;
  std::size_t number = 0;
  std::from_chars(name.data() + stem.size(), name.data() + name.size(), number);
  return number > 0 && part_name(file.string(), number) == candidate.string() ? number : 0;
}

bool same_file(const Output& a, const Output& b) {
  if ((a.in_parts && part_number(a.path, b.path) > 0) || (b.in_parts && part_number(b.path, a.path) > 0)) return true;
  return a.path == b.path || (a.key && a.key == b.key);
}

[[noreturn]] void refuse(const Output& output, const std::string& why) {
  throw Error(ErrorCode::kUsage, output.option + " " + output.name + ": " + why,
              "nothing was read or written; give " + output.option + " another file");
}

bool lies_in(const Path& path, const Path& folder) {
  const auto [end, ignored] = std::mismatch(folder.begin(), folder.end(), path.begin(), path.end());
  return end == folder.end();
}

void check_against_input(const Output& output, const std::string& input) {
  if (input == "-") return;
  for (const std::string& file : formats::files_meant(input)) {
    std::error_code error;
    const Path path = fs::weakly_canonical(fs::absolute(file), error);
    if (error) continue;
    if (fs::is_directory(path, error)) {
      if (lies_in(output.path, path)) {
        refuse(output, "the file lies inside the folder " + file + ", which is read: it would be an input");
      }
    } else if (output.path == path || (output.key && output.key == key_of(file))) {
      refuse(output, "the file is read as well: the input would be lost");
    }
  }
}

/// A folder above an output that may not be looked into is none that trialsift wrote.
bool lies_in_index(const Path& folder) {
  try {
    return store::is_index(folder);
  } catch (const Error&) {
    return false;
  }
}

void check_against_indexes(const Output& output, const std::string& index) {
  std::error_code error;
  if (!index.empty() && lies_in(output.path, fs::weakly_canonical(fs::absolute(index), error)) && !error) {
    refuse(output, "the file lies in the index " + index + ", which only trialsift index changes");
  }
  for (Path folder = output.path.parent_path(); folder.has_relative_path(); folder = folder.parent_path()) {
    if (lies_in_index(folder)) {
      refuse(output, "the file lies in the index " + folder.string() + ", which only trialsift index changes");
    }
  }
}

void add_output(std::vector<Output>& outputs, const std::string& option, const std::string& name, bool in_parts,
                const std::string& index) {
  std::error_code error;
  Output output{option, name, key_of(name), fs::weakly_canonical(fs::absolute(name), error), in_parts};
  if (error) output.path = fs::absolute(name, error);
  const auto other = std::find_if(outputs.begin(), outputs.end(), [&output](const Output& earlier) {
    return earlier.option != output.option && same_file(earlier, output);
  });
  if (other != outputs.end()) refuse(output, "the file is that of " + other->option + " as well");
  check_against_indexes(output, index);
  outputs.push_back(std::move(output));
}

void check_standard_output(const std::vector<const FileOption*>& there) {
  if (there.empty()) return;
  if (there.size() > 1) {
    throw Error(ErrorCode::kUsage,
                long_name(there[0]->names) + " and " + long_name(there[1]->names) + " both go to standard output",
                "give one of them a file");
  }
  if (there.front()->use == FileUse::kWrittenInstead) return;
  throw Error(ErrorCode::kUsage, long_name(there.front()->names) + " goes to standard output, where results go",
              "give it a file");
}

}  // namespace

std::string part_name(const std::string& file, std::size_t part) {
  const Path path(file);
  const std::string name = path.stem().string() + "-" + std::to_string(part) + path.extension().string();
  return (path.parent_path() / name).string();
}

std::vector<std::pair<std::size_t, std::string>> parts_of(const std::string& file) {
  std::vector<std::pair<std::size_t, std::string>> parts;
  const Path path(file);
  std::error_code error;
  for (fs::directory_iterator it(path.has_parent_path() ? path.parent_path() : Path("."), error), end;
       !error && it != end; it.increment(error)) {
    const Path candidate = path.parent_path() / it->path().filename();
    if (const std::size_t number = part_number(path, candidate); number > 0) parts.emplace_back(number, candidate);
  }
  std::sort(parts.begin(), parts.end());
  return parts;
}

void check_files(const std::vector<FileOption>& options, const std::string& index) {
  std::vector<Output> outputs;
  std::vector<const FileOption*> to_stdout;
  for (const FileOption& option : options) {
    if (option.use == FileUse::kRead) continue;
    for (const std::string& name : values_of(option)) {
      if (OutputFile::is_stdout(name)) to_stdout.push_back(&option);
      if (OutputFile::is_direct(name)) continue;
      const bool in_parts = option.split != nullptr && *option.split > 0;
      add_output(outputs, long_name(option.names), name, in_parts, index);
      if (!in_parts) continue;
      for (const auto& [number, part] : parts_of(name))
        add_output(outputs, long_name(option.names), part, false, index);
    }
  }
  check_standard_output(to_stdout);
  if (outputs.empty()) return;
  for (const FileOption& option : options) {
    if (option.use != FileUse::kRead) continue;
    for (const std::string& input : values_of(option)) {
      for (const Output& output : outputs) check_against_input(output, input);
    }
  }
}

}  // namespace trialsift::cli
