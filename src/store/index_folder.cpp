// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/index_folder.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <filesystem>
#include <system_error>
#include <utility>
#include <vector>

#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::store {
namespace {

namespace fs = std::filesystem;
using base::Error;
using base::ErrorCode;
using base::Path;

constexpr std::string_view kPrefix = "gen-";
constexpr std::string_view kUnfinished = ".tmp";
constexpr const char* kCurrentName = "CURRENT";
constexpr const char* kLockName = "LOCK";

std::string name_of(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  constexpr std::size_t kWidth = 6;
  return std::string(kPrefix) + std::string(kWidth - std::min(kWidth, digits.size()), '0') + digits;
}

/// The number in gen-000007, or nothing.
std::optional<std::uint64_t> number_of(std::string_view name) {
  if (!name.starts_with(kPrefix)) return std::nullopt;
  const std::string_view digits = name.substr(kPrefix.size());
  std::uint64_t number = 0;
  const auto end = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (end.ec != std::errc() || name != name_of(number)) return std::nullopt;
  return number;
}

std::vector<Path> entries(const Path& folder) {
  std::vector<Path> found;
  std::error_code error;
  for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
    found.push_back(it->path());
  if (error) base::throw_system_error("cannot read the folder " + folder.string(), error.value());
  std::sort(found.begin(), found.end());
  return found;
}

/// What CURRENT says: the generation's name and its manifest's hash.
struct Current {
  std::string name;
  std::string manifest_hash;
};

[[noreturn]] void throw_unreachable(const Path& folder, int error_number) {
  throw Error(ErrorCode::kIo,
              "cannot look for an index in " + folder.string() + ": " + std::generic_category().message(error_number),
              "check the name and its permissions");
}

std::string hash_of(const std::string& manifest) {
  return base::hex64(base::hash64(manifest));
}

std::string text_of(const Current& current) {
  return current.name + " " + current.manifest_hash + "\n";
}

[[noreturn]] void throw_missing(const Path& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder, error);
  if (fs::exists(status) && !fs::is_directory(status)) error = std::make_error_code(std::errc::not_a_directory);
  if (error && error != std::errc::no_such_file_or_directory) throw_unreachable(folder, error.value());
  throw Error(ErrorCode::kIndexMissing, "there is no index in " + folder.string());
}

Current read_current(const Path& folder) {
  if (!is_index(folder)) throw_missing(folder);
  const Path path = folder / kCurrentName;
  const std::string text = base::read_file(path);
  const std::vector<std::string_view> parts = base::split(base::trim(text), ' ');
  if (parts.size() == 2 && number_of(parts[0])) {
    Current current{std::string(parts[0]), std::string(parts[1])};
    if (text == text_of(current)) return current;
  }
  throw Error(ErrorCode::kIndexCorrupt, path.string() + " names no generation");
}

/// Every file below a generation's folder but its manifest, by relative name, sorted.
std::vector<std::string> files_of(const Path& generation) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::recursive_directory_iterator it(generation, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().lexically_relative(generation).string();
    if (it->is_regular_file() && name != kManifestName) names.push_back(name);
  }
  if (error) base::throw_system_error("cannot read the folder " + generation.string(), error.value());
  std::sort(names.begin(), names.end());
  return names;
}

bool is_checksummed(const Path& name) {
  return std::find(kChecksummedNames.begin(), kChecksummedNames.end(), name) != kChecksummedNames.end();
}

/// A generation with its manifest, if that is the one whose hash is given; `pointer` is the file that names both.
Generation generation_of(const Path& folder, const std::string& name, const std::string& manifest_hash,
                         const std::string& pointer) {
  const Path generation = folder / name;
  const Path path = generation / kManifestName;
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) {
    throw Error(ErrorCode::kIndexCorrupt, path.string() + " is missing, which " + pointer + " names");
  }
  const std::string json = base::read_file(path);
  if (hash_of(json) != manifest_hash) {
    throw Error(ErrorCode::kIndexCorrupt,
                path.string() + " has changed since it was written, or " + pointer + " has: it holds another checksum");
  }
  return {generation, Manifest::from_json(json, path)};
}

Manifest verified(Generation in_force) {
  for (const FileInfo& info : in_force.manifest.files) {
    const StoredFile file = in_force.file(info.name);
    verify_size(file);
    verify_bytes(file);
  }
  return std::move(in_force.manifest);
}

}  // namespace

bool is_index(const Path& folder) {
  std::error_code error;
  const fs::file_status status = fs::status(folder / kCurrentName, error);
  if (fs::is_regular_file(status)) return true;
  const bool absent = !error || error == std::errc::no_such_file_or_directory || error == std::errc::not_a_directory;
  if (!absent) throw_unreachable(folder, error.value());
  return false;
}

std::string in_force(const Path& folder) {
  struct stat status {};
  const Path path = folder / kCurrentName;
  const std::string text = text_of(read_current(folder));
  if (::stat(path.c_str(), &status) != 0) throw_missing(folder);
  return text + std::to_string(status.st_dev) + " " + std::to_string(status.st_ino);
}

Path current_generation(const Path& folder) {
  return folder / read_current(folder).name;
}

Generation read_generation(const Path& folder) {
  const Current current = read_current(folder);
  return generation_of(folder, current.name, current.manifest_hash, (folder / kCurrentName).string());
}

StoredFile Generation::file(std::string_view name) const {
  const auto info = std::find_if(manifest.files.begin(), manifest.files.end(),
                                 [name](const FileInfo& candidate) { return candidate.name == name; });
  if (info == manifest.files.end()) {
    throw Error(ErrorCode::kIndexCorrupt, (folder / kManifestName).string() + " names no " + std::string(name));
  }
  return {folder / info->name, info->size, info->hash};
}

void verify_size(const StoredFile& file) {
  std::error_code error;
  const std::uint64_t size = fs::file_size(file.path, error);
  if (error) throw Error(ErrorCode::kIndexCorrupt, file.path.string() + " is missing");
  if (size != file.size) {
    throw Error(ErrorCode::kIndexCorrupt, file.path.string() + " has " + std::to_string(size) +
                                              " bytes, the manifest says " + std::to_string(file.size));
  }
}

void verify_bytes(const StoredFile& file) {
  if (is_checksummed(file.path.filename())) {
    ChecksummedFile(file).verify();
  } else if (base::hash64_of_file(file.path) != file.hash) {
    throw Error(ErrorCode::kIndexCorrupt,
                file.path.string() + " has changed since it was written: its checksum differs");
  }
}

GenerationWriter::GenerationWriter(const Path& folder) : root_(folder) {
  base::create_lasting_directories(root_);
  lock_ = std::make_unique<base::FileLock>(root_ / kLockName);
  try {
    if (is_index(root_)) current_ = current_generation(root_);
  } catch (const Error&) {
    // A damaged CURRENT is no generation to build upon, and none to keep from being rebuilt.
  }
  for (const Path& entry : entries(root_)) {
    if (const auto number = number_of(entry.filename().string())) number_ = std::max(number_, *number + 1);
  }
  remove_leftovers();
  folder_ = root_ / (name_of(number_) + std::string(kUnfinished));
  scratch_ = root_ / (name_of(number_) + ".scratch" + std::string(kUnfinished));
  for (const Path& made : {folder_, scratch_}) {
    base::create_directories(made);
    base::share_with_group_of(root_, made);
  }
}

GenerationWriter::~GenerationWriter() {
  std::error_code ignored;
  fs::remove_all(scratch_, ignored);
  fs::remove_all(folder_, ignored);
}

/// What is unfinished, was never in force, or is older than the generation before the one in force. Where it cannot be
/// removed it stays for the next writer: the index is sound with it.
void GenerationWriter::remove_leftovers() const {
  std::error_code ignored;
  std::optional<Path> before;
  const std::vector<Path> found = entries(root_);
  for (const Path& entry : found) {
    if (current_ && number_of(entry.filename().string()) && entry < *current_) before = entry;
  }
  for (const Path& entry : found) {
    const std::string name = entry.filename().string();
    const bool is_unfinished =
        (name.starts_with(kPrefix) || name.starts_with(kCurrentName)) && name.ends_with(kUnfinished);
    // Beside a damaged CURRENT any generation may be the one to save.
    const bool is_needless = current_ && number_of(name) && entry != current_ && entry != before;
    if (is_unfinished || is_needless) fs::remove_all(entry, ignored);
  }
}

void GenerationWriter::publish(Manifest manifest) {
  manifest.generation = number_;
  manifest.before = {};
  if (current_) {
    const Current before = read_current(root_);
    manifest.before = {number_of(before.name).value(), before.manifest_hash};
  }
  manifest.files.clear();
  for (const std::string& name : files_of(folder_)) {
    const Path path = folder_ / name;
    base::sync_path(path);
    if (is_checksummed(name)) {
      const StoredFile file = stored_file(path);
      manifest.files.push_back({name, file.size, file.hash});
    } else {
      manifest.files.push_back({name, base::file_size(path), base::hash64_of_file(path)});
    }
  }
  base::share_with_group_of(folder_, folder_ / kDatabaseName);
  base::sync_path(folder_ / kDatabaseName);
  const std::string json = manifest.to_json();
  base::replace_file(folder_ / kManifestName, json);  // syncs the folder, too
  const Path final_name = root_ / name_of(number_);
  base::rename_path(folder_, final_name);
  try {
    base::replace_file(root_ / kCurrentName, text_of({name_of(number_), hash_of(json)}));
  } catch (const Error& error) {
    // It may be only the folder that could not be synced.
    if (is_index(root_) && current_generation(root_) == final_name) {
      throw Error(error.code(), std::string(error.what()) + "; the new index is in force all the same",
                  "a power cut may still bring the one before back: run it again");
    }
    remove_leftovers();
    throw;
  }
  current_ = final_name;
  remove_leftovers();
}

void link_files(const Path& from, const Path& to, std::initializer_list<std::string_view> but) {
  for (const std::string& name : files_of(from)) {
    if (std::find(but.begin(), but.end(), name) != but.end()) continue;
    const Path target = to / name;
    base::create_directories(target.parent_path());
    std::error_code error;
    fs::create_hard_link(from / name, target, error);
    if (error) base::copy_file(from / name, target);
  }
}

Restored restore_generation(const Path& folder) {
  if (!is_index(folder)) throw_missing(folder);
  GenerationWriter writer(folder);
  Manifest in_force = read_generation(folder).manifest;
  const EarlierGeneration& before = in_force.before;
  const std::string name = name_of(before.generation);
  if (before.generation == 0 || !fs::is_directory(folder / name)) {
    throw Error(ErrorCode::kNothingToRestore, "there is no generation before the one in force in " + folder.string());
  }
  Generation wanted = generation_of(folder, name, before.manifest_hash, (folder / kCurrentName).string());
  if (wanted.manifest.fingerprint != current_fingerprint()) {
    throw Error(ErrorCode::kIndexSchema, "the generation before the one in force in " + folder.string() +
                                             " was built with other fields, words or stems than this program's");
  }
  const Path files = wanted.folder;
  Manifest manifest = verified(std::move(wanted));
  link_files(files, writer.folder());
  writer.publish(std::move(manifest));
  return {read_generation(folder).manifest, std::move(in_force)};
}

Manifest verify(const Path& folder) {
  return while_in_force(folder, [&] { return verified(read_generation(folder)); });
}

}  // namespace trialsift::store
