// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <variant>
#include <vector>

#include "trialsift/base/error.hpp"
#include "trialsift/model/trial.hpp"

/// What the readers of formats give, and how they are told to read.
namespace trialsift::formats {

/// A record, or a file of records, that could not be used: counted and reported, never thrown.
struct Rejected {
  base::Place where;          ///< file (archive members as "a.zip:b.json"), line or offset, id where known
  std::string reason;         ///< a stable slug: no-id, not-a-study, bad-json, truncated, too-large, unknown-format,
                              ///< damaged-archive...
  std::string detail;         ///< a sentence for people
  bool hides_others = false;  ///< records that were not seen may stand in it or behind it
};

/// A file met in a folder or archive that holds no trial records by its content; told, not counted as a record.
struct Skipped {
  std::string file;
};

/// Values that a reader left out of records which it kept; told, not counted as a record.
struct Note {
  std::string file;
  std::string text;  ///< a sentence for people
};

/// Why the inputs may not hold all the records that they should: what they lack may be lacking by accident.
struct Incomplete {
  std::string reason;  ///< a stable slug: that of a rejected record, or skipped, empty, open-end, changed,
                       ///< missing-pages, too-few
  std::string file;
  std::string detail;  ///< a sentence for people
};

/// All evidence of that kind. Bounded: memory does not grow with it.
struct Completeness {
  static constexpr std::size_t kKept = 1000;
  std::map<std::string, std::uint64_t> by_reason;
  std::vector<Incomplete> first;  ///< the first kKept, in the order met

  bool whole() const { return by_reason.empty(); }
};

using Record = std::variant<model::Trial, Rejected, Skipped, Note>;

/// What the user knows of an input and its files may not tell.
struct InputFacts {
  std::string register_name;   ///< such as ClinicalTrials.gov; or empty
  std::string platform;        ///< that the export was taken from, such as WHO ICTRP; or empty
  model::PartialDate current;  ///< when it was taken: the as_of of records that give none
};

/// Where records came from: one of the inputs as named, or one file met in it.
struct Source {
  std::string name;
  std::string format;         ///< of the registry; where there are several, in the order met: "api-v2, module-text"
  std::string current;        ///< the newest date at which the source says it was current (ISO 8601), or empty
  std::uint64_t records = 0;  ///< trials and rejected records
  std::uint64_t rows = 0;     ///< of tables that are joined, and tables that are known not to be read: no records of
                              ///< its own, but not empty
  InputFacts facts = {};
};

struct ReadOptions {
  std::string format;                         ///< a name of the registry; empty: by content
  std::size_t record_bytes_max = 16U << 20U;  ///< a longer record is rejected and skipped
  /// An archive's member or a compressed file that unpacks to more than so many times its size (and 256 KiB) is given
  /// up: it is a bomb.
  std::uint64_t unpacked_ratio = 200;
  /// For files without names, gone with the stream: what must be read twice or sorted and does not fit in memory.
  std::filesystem::path temp_folder = "/tmp";
  std::map<std::string, InputFacts> facts;  ///< of inputs by their names
  model::PartialDate current;               ///< in the place of InputFacts::current of the other inputs
};

}  // namespace trialsift::formats
