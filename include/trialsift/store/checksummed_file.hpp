// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "trialsift/base/file.hpp"

/// Files whose every block has a checksum: `words`, `abbreviations`, `tokens` and `records`. A file is its content, the
/// checksum (XXH3, 64 bits) of each block of the content, the checksum of each block of those checksums, and the size
/// of the content in 8 bytes. The manifest holds the checksum of the last two, so that every byte hangs on it: a block
/// of another place, another file or another generation is found out like a flipped bit.
namespace trialsift::store {

/// Such a file with what its manifest says of it.
struct StoredFile {
  base::Path path;
  std::uint64_t size = 0;
  std::uint64_t hash = 0;
};

/// What a manifest is to say of a file that was just written; reads its end only. Throws Error(kIndexCorrupt) for a
/// file that ChecksummedWriter did not write.
StoredFile stored_file(const base::Path& path);

/// Memory-mapped; a block is verified at its first touch, once. Immutable: any number of threads. Throws
/// Error(kIndexCorrupt) with the place where the file is not as it was written. Should the file become shorter while it
/// is mapped, the system raises SIGBUS: base::MappedFile::holding() tells a handler the file (src/cli/damage.cpp).
class ChecksummedFile {
 public:
  static constexpr std::size_t kBlockBytes = 4096;

  /// Verifies the size and the end of the file.
  explicit ChecksummedFile(const StoredFile& file);

  /// Of the content.
  std::uint64_t size() const { return size_; }
  /// A part of the content, verified. It lives as long as the file.
  std::string_view bytes(std::uint64_t offset, std::uint64_t size) const {
    if (offset > size_ || size > size_ - offset) throw_unreadable();
    need(offset, size);
    return {data() + offset, static_cast<std::size_t>(size)};
  }
  /// The content; only parts that need() was called for are verified.
  const char* data() const { return map_.bytes().data(); }
  /// Verifies a part of the content, which the caller knows to lie in it.
  void need(std::uint64_t offset, std::uint64_t size) const {
    if (size == 0) return;
    const std::uint64_t last = (offset + size - 1) / kBlockBytes;
    for (std::uint64_t block = offset / kBlockBytes; block <= last; ++block) {
      if (!is_verified(block)) verify_block(block);
    }
  }
  /// Verifies all of it, whatever was verified before.
  void verify() const;

  /// See base::MappedFile::release().
  void release(std::size_t from) const { map_.release(from); }

  /// For content that is as it was written, but not as this program writes it.
  [[noreturn]] void throw_unreadable() const;

 private:
  bool is_verified(std::uint64_t block) const {
    return ((verified_[block / 64].load(std::memory_order_relaxed) >> (block % 64)) & 1U) != 0;
  }
  void verify_block(std::uint64_t block) const;
  void verify_checksums(std::uint64_t block) const;
  std::uint64_t number_at(std::uint64_t offset) const;
  [[noreturn]] void throw_changed(std::uint64_t begin, std::uint64_t end) const;

  base::Path path_;
  base::MappedFile map_;
  std::uint64_t size_ = 0;
  std::uint64_t checksums_ = 0;                                         ///< where the blocks' checksums begin
  std::uint64_t heads_ = 0;                                             ///< where the checksums of those begin
  mutable std::vector<std::atomic<std::uint64_t>> verified_;            ///< a bit a block of the content
  mutable std::vector<std::atomic<std::uint64_t>> verified_checksums_;  ///< a bit a block of checksums
};

/// An array in such a file, which outlives it; an element is verified as it is read. Places outside are
/// Error(kIndexCorrupt).
template <class T>
class ChecksummedArray {
  static_assert(std::is_trivially_copyable_v<T>);

 public:
  ChecksummedArray() = default;
  /// `size` elements from `offset` on, a multiple of their alignment; the caller knows them to lie in the content.
  ChecksummedArray(const ChecksummedFile& file, std::uint64_t offset, std::size_t size)
      : file_(&file), data_(reinterpret_cast<const T*>(file.data() + offset)), offset_(offset), size_(size) {}

  std::size_t size() const { return size_; }
  T at(std::size_t i) const {
    if (i >= size_) file_->throw_unreadable();
    file_->need(offset_ + i * sizeof(T), sizeof(T));
    return data_[i];
  }
  std::span<const T> part(std::size_t begin, std::size_t end) const {
    if (begin > end || end > size_) file_->throw_unreadable();
    file_->need(offset_ + begin * sizeof(T), (end - begin) * sizeof(T));
    return {data_ + begin, end - begin};
  }

 private:
  const ChecksummedFile* file_ = nullptr;
  const T* data_ = nullptr;
  std::uint64_t offset_ = 0;
  std::size_t size_ = 0;
};

/// Writes such a file; the checksums are counted on the way.
class ChecksummedWriter {
 public:
  explicit ChecksummedWriter(const base::Path& path) : file_(path) {}

  void write(std::string_view bytes);
  /// Pads the content to a multiple of 8 and writes the checksums. GenerationWriter::publish() syncs.
  void close();

 private:
  void end_block(std::string_view block);

  base::FileWriter file_;
  std::string block_;  ///< begun and not full
  std::vector<std::uint64_t> checksums_;
};

}  // namespace trialsift::store
