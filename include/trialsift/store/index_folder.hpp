// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "trialsift/base/error.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/store/checksummed_file.hpp"
#include "trialsift/store/manifest.hpp"

/// The folder of an index:
///
///     CURRENT        the name of the generation in force and its manifest's checksum
///     gen-000007/    a generation, immutable once published: db/ (Xapian), words, abbreviations, tokens,
///                    records, origins, absences, MANIFEST
///     gen-000006/    the one before, for readers that still hold it, and to be put back
///     LOCK           held by the one writer
///
/// A new generation is written as gen-000008.tmp, synced, renamed, and then CURRENT is replaced by rename: a reader, or
/// a kill at any moment, finds the old or the new generation, whole.
namespace trialsift::store {

inline constexpr const char* kDatabaseName = "db";
inline constexpr const char* kWordsName = "words";
inline constexpr const char* kAbbreviationsName = "abbreviations";
inline constexpr const char* kTokensName = "tokens";
inline constexpr const char* kRecordsName = "records";
inline constexpr const char* kOriginsName = "origins";
inline constexpr const char* kAbsencesName = "absences";
inline constexpr const char* kManifestName = "MANIFEST";

/// The files that ChecksummedWriter writes. The manifest holds the checksum of their ends, of other files that of all
/// bytes.
inline constexpr std::array kChecksummedNames = {kWordsName, kAbbreviationsName, kTokensName, kRecordsName};

/// True if the folder holds a published index. Throws Error(kIo) where that cannot be seen: a folder without
/// permission, links in a circle.
bool is_index(const base::Path& folder);

/// The folder of the generation in force. Throws Error: kIndexMissing, kIo (the folder cannot be looked into or is
/// none).
base::Path current_generation(const base::Path& folder);
/// Tells what is in force from whatever was before or comes after, another index in the folder's place too. Throws as
/// current_generation().
std::string in_force(const base::Path& folder);

struct Generation {
  base::Path folder;
  Manifest manifest;

  /// Throws Error(kIndexCorrupt) for a file that the manifest does not name.
  StoredFile file(std::string_view name) const;
};

/// The generation in force with its manifest, whose checksum CURRENT holds. Throws Error: kIndexMissing, kIndexCorrupt,
/// kIndexSchema (of another format).
Generation read_generation(const base::Path& folder);

/// Returns what read() returns. A writer may publish twice while a generation is read, which is then gone, and another
/// index may be moved to the folder's place: where read() throws an Error and something else is in force by then, it is
/// called again. Throws Error(kIndexMissing) where the index was moved away.
template <class Read>
auto while_in_force(const base::Path& folder, Read read) {
  constexpr int kAttempts = 10;
  for (int attempt = 1;; ++attempt) {
    const std::string before = in_force(folder);
    try {
      return read();
    } catch (const base::Error&) {
      if (attempt == kAttempts || in_force(folder) == before) throw;
    }
  }
}

/// The one writer of an index: holds the lock, makes a folder for the next generation, publishes it.
class GenerationWriter {
 public:
  /// Makes the index's folder if need be. Throws Error(kIndexLocked) if there is another writer. Removes what a killed
  /// writer left.
  explicit GenerationWriter(const base::Path& folder);
  /// What was not published is removed.
  ~GenerationWriter();
  GenerationWriter(const GenerationWriter&) = delete;
  GenerationWriter& operator=(const GenerationWriter&) = delete;

  /// The folder to write all files but MANIFEST into. It exists and is empty at first.
  const base::Path& folder() const { return folder_; }
  /// A folder beside it for files that are thrown away. Exists.
  const base::Path& scratch() const { return scratch_; }
  /// Of the generation that is written.
  std::uint64_t number() const { return number_; }
  /// The generation in force, if there is one.
  const std::optional<base::Path>& current() const { return current_; }

  /// Fills in the manifest's generation and files, writes it, syncs everything and makes the new generation the one in
  /// force. Older generations than the one before go.
  void publish(Manifest manifest);

 private:
  void remove_leftovers() const;

  base::Path root_;
  std::unique_ptr<base::FileLock> lock_;
  std::optional<base::Path> current_;
  std::uint64_t number_ = 1;
  base::Path folder_;
  base::Path scratch_;
};

/// Throws Error(kIndexCorrupt) unless the file is there with the size that its manifest says.
void verify_size(const StoredFile& file);
/// Reads all of a file and throws Error(kIndexCorrupt) unless every byte of it is as it was written.
void verify_bytes(const StoredFile& file);

/// Gives the files of a generation's folder, except its manifest and those named in `but`, to another folder: by links,
/// or copies where the file system has none. Generations never change, so that they can share files.
void link_files(const base::Path& from, const base::Path& to, std::initializer_list<std::string_view> but = {});

/// What restore_generation() put back, and what was in force until then.
struct Restored {
  Manifest now;
  Manifest before;
};

/// Publishes the generation before the one in force again, as a new one of the same files: a reader, or a kill at any
/// moment, finds the one or the other, and the one that was in force can be put back in the same way. Throws Error:
/// kIndexMissing, kNothingToRestore, kIndexCorrupt (its files are not as they were written), kIndexSchema,
/// kIndexLocked.
Restored restore_generation(const base::Path& folder);

/// Verifies the generation in force against its manifest: every file there, of the right size, with the right hash.
/// Throws Error(kIndexCorrupt) for the first that is not. Returns the manifest.
Manifest verify(const base::Path& folder);

}  // namespace trialsift::store
