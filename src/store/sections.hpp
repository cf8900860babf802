// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "trialsift/base/narrow.hpp"
#include "trialsift/store/checksummed_file.hpp"
#include "trialsift/store/mapped_tables.hpp"

namespace trialsift::store {

static_assert(std::endian::native == std::endian::little, "index files are mapped as little-endian arrays");

constexpr std::size_t kSectionAlignment = 8;

/// A file of sections: 8 bytes of magic, then each section as its size in bytes (8 bytes) and its bytes, padded to a
/// multiple of 8 so that mapped arrays are aligned.
class SectionWriter {
 public:
  SectionWriter(const base::Path& path, std::string_view magic) : file_(path) { file_.write(magic); }

  void bytes(std::string_view section) {
    const std::uint64_t size = section.size();
    file_.write({reinterpret_cast<const char*>(&size), sizeof size});
    file_.write(section);
    file_.write(std::string_view("\0\0\0\0\0\0\0", (kSectionAlignment - size % kSectionAlignment) % kSectionAlignment));
  }
  template <class T>
  void array(const std::vector<T>& values) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes({reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T)});
  }
  template <class T>
  void one(const T& value) {
    static_assert(std::is_trivially_copyable_v<T>);
    bytes({reinterpret_cast<const char*>(&value), sizeof value});
  }
  void close() { file_.close(); }

 private:
  ChecksummedWriter file_;
};

/// Reads such a file; what does not fit is an Error(kIndexCorrupt) that names it.
class SectionReader {
 public:
  SectionReader(const ChecksummedFile& file, std::string_view magic) : file_(file) {
    require(take(magic.size()) == magic);
  }

  void require(bool sound) const {
    if (!sound) file_.throw_unreadable();
  }

  template <class T>
  ChecksummedArray<T> array() {
    std::uint64_t size = 0;
    std::memcpy(&size, take(sizeof size).data(), sizeof size);
    const std::uint64_t begin = at_;
    const std::uint64_t rest = file_.size() - begin;
    const std::uint64_t padding = (kSectionAlignment - size % kSectionAlignment) % kSectionAlignment;
    require(size <= rest && padding <= rest - size && size % sizeof(T) == 0);
    at_ += size + padding;
    return {file_, begin, size / sizeof(T)};
  }
  template <class T>
  T one() {
    const ChecksummedArray<T> section = array<T>();
    require(section.size() == 1);
    return section.at(0);
  }

 private:
  std::string_view take(std::size_t size) {
    const std::string_view bytes = file_.bytes(at_, size);
    at_ += size;
    return bytes;
  }

  const ChecksummedFile& file_;
  std::uint64_t at_ = 0;
};

/// A table of strings as two sections: where each ends, and their bytes.
class MappedStringsWriter {
 public:
  void add(std::string_view text) {
    bytes_ += text;
    ends_.push_back(base::narrow<std::uint32_t>(bytes_.size(), "bytes of words"));
  }
  std::size_t size() const { return ends_.size(); }
  void write(SectionWriter& out) const {
    out.array(ends_);
    out.bytes(bytes_);
  }

 private:
  std::string bytes_;
  std::vector<std::uint32_t> ends_;
};

inline MappedStrings read_strings(SectionReader& in) {
  const ChecksummedArray<std::uint32_t> ends = in.array<std::uint32_t>();
  return {ends, in.array<char>()};
}

}  // namespace trialsift::store
