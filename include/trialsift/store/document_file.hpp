// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "trialsift/store/checksummed_file.hpp"

/// A file with some bytes and a number for each document: what `tokens` and `records` are. Memory-mapped, so that a
/// document costs two look-ups in a table and no copy.
namespace trialsift::store {

/// Immutable: any number of threads. Throws Error(kIndexCorrupt) for what DocumentFileWriter cannot have written.
class DocumentFile {
 public:
  DocumentFile(const StoredFile& file, std::string_view magic);

  /// Empty for a document that has none. The bytes begin at an even address and live as long as the file.
  std::string_view bytes(std::uint32_t document) const;
  std::uint32_t number(std::uint32_t document) const { return document < numbers_.size() ? numbers_.at(document) : 0; }
  std::uint32_t last_document() const {
    return numbers_.size() == 0 ? 0 : static_cast<std::uint32_t>(numbers_.size() - 1);
  }
  /// Where bytes() of a document stand in the file.
  std::size_t offset(const void* bytes) const {
    return static_cast<std::size_t>(static_cast<const char*>(bytes) - file_.data());
  }
  /// See base::MappedFile::release().
  void release(std::size_t from) const { file_.release(from); }

 private:
  ChecksummedFile file_;
  std::uint64_t content_size_ = 0;
  ChecksummedArray<std::uint64_t> begins_;  ///< by document
  ChecksummedArray<std::uint32_t> sizes_;
  ChecksummedArray<std::uint32_t> numbers_;
};

/// Writes such a file, documents in any order; `magic` has 8 bytes.
class DocumentFileWriter {
 public:
  DocumentFileWriter(const base::Path& path, std::string_view magic);

  void add(std::uint32_t document, std::string_view bytes, std::uint32_t number);
  /// Writes the tables.
  void close();

 private:
  ChecksummedWriter file_;
  std::uint64_t written_ = 0;
  std::vector<std::uint64_t> begins_;
  std::vector<std::uint32_t> sizes_;
  std::vector<std::uint32_t> numbers_;
};

}  // namespace trialsift::store
