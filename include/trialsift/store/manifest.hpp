// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/base/file.hpp"
#include "trialsift/base/json_writer.hpp"

namespace trialsift::store {

/// Raised when the files of a generation change their layout.
constexpr unsigned kIndexFormat = 4;

/// What an index must have been built with to be searched by this program.
struct Fingerprint {
  std::uint64_t schema = 0;
  unsigned analyzer = 0;
  std::uint64_t stemmer = 0;
  bool operator==(const Fingerprint&) const = default;
};
Fingerprint current_fingerprint();

/// Xapian's, as linked.
std::string engine_version();

struct SourceInfo {
  std::string name;
  std::string format;
  std::string current;  ///< ISO 8601: the date at which the source was current, or empty
  std::uint64_t records = 0;
  std::string register_name = {};  ///< as the user told; or empty
  std::string platform = {};       ///< the same
  bool operator==(const SourceInfo&) const = default;
};

/// The member "sources" of a JSON object, the same wherever sources are told.
void write_sources(base::JsonWriter& json, const std::vector<SourceInfo>& sources);

struct FileInfo {
  std::string name;  ///< relative to the generation's folder
  std::uint64_t size = 0;
  std::uint64_t hash = 0;  ///< of all its bytes, or of its end: see kChecksummedNames
};

/// The generation that was in force before: enough to know it again. Number 0: there was none.
struct EarlierGeneration {
  std::uint64_t generation = 0;
  std::string manifest_hash;
};

/// The file MANIFEST of a generation: what it holds and how to know that it is whole.
struct Manifest {
  unsigned format = kIndexFormat;
  std::uint64_t generation = 0;
  Fingerprint fingerprint;
  std::uint64_t trials = 0;
  std::uint64_t content = 0;        ///< sum of the records' content hashes, whatever their order
  std::uint64_t compact_bytes = 0;  ///< size of the database when it was last compacted; updates let it grow
  std::vector<SourceInfo> sources;
  std::vector<std::string> record_files;  ///< formats::RecordStream::files_to_expect(), of all runs
  EarlierGeneration before;
  std::vector<FileInfo> files;

  std::string to_json() const;
  /// Throws Error(kIndexCorrupt) naming `path`, or Error(kIndexSchema) for another format.
  static Manifest from_json(std::string_view json, const base::Path& path);

  /// The index's fingerprint as results show it: schema, analyzer, stemmer and content.
  std::string fingerprint_text() const;
};

}  // namespace trialsift::store
