// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "trialsift/base/file.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/store/document_file.hpp"
#include "trialsift/store/merged_trial.hpp"

namespace trialsift::store {

/// An encoded record (store/record.hpp) as it stands in a file: a Zstandard frame. One object, one thread.
class RecordPacker {
 public:
  RecordPacker();
  ~RecordPacker();
  RecordPacker(const RecordPacker&) = delete;
  RecordPacker& operator=(const RecordPacker&) = delete;

  std::string pack(std::string_view record);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// Throws Error(kIndexCorrupt) if it is no such frame.
model::Trial unpack(std::string_view packed);
MergedTrial unpack_merged(std::string_view packed, const model::PartialDate& as_of, const OriginTable& origins);

/// The `records` file of a generation: every trial's record, packed, and the date at which its source was current.
/// (Xapian's own document data costs three times the time: docs/architecture.md, "Why a file of records".) Immutable:
/// any number of threads.
class Records {
 public:
  explicit Records(const StoredFile& file);

  std::string_view packed(std::uint32_t docid) const { return file_.bytes(docid); }
  model::PartialDate as_of(std::uint32_t docid) const { return model::PartialDate::from_number(file_.number(docid)); }
  /// See base::MappedFile::release().
  void release(std::size_t from) const { file_.release(from); }
  model::Trial trial(std::uint32_t docid) const;
  MergedTrial merged(std::uint32_t docid, const OriginTable& origins) const {
    return unpack_merged(packed(docid), as_of(docid), origins);
  }

 private:
  DocumentFile file_;
};

class RecordsWriter {
 public:
  explicit RecordsWriter(const base::Path& path);

  void add(std::uint32_t docid, std::string_view packed, const model::PartialDate& as_of) {
    file_.add(docid, packed, as_of.number());
  }
  void close() { file_.close(); }

 private:
  DocumentFileWriter file_;
};

}  // namespace trialsift::store
