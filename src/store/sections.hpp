// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "trialsift/base/error.hpp"
#include "trialsift/base/file.hpp"
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
  base::FileWriter file_;
};

/// Reads such a file from its mapped bytes; what does not fit is an Error(kIndexCorrupt) that names the file.
class SectionReader {
 public:
  SectionReader(std::string_view file, std::string_view magic, const base::Path& path) : rest_(file), path_(path) {
    require(rest_.starts_with(magic));
    rest_.remove_prefix(magic.size());
  }

  void require(bool sound) const {
    if (!sound) throw base::Error(base::ErrorCode::kIndexCorrupt, path_.string() + " is damaged");
  }

  std::string_view bytes() {
    std::uint64_t size = 0;
    require(rest_.size() >= sizeof size);
    std::memcpy(&size, rest_.data(), sizeof size);
    rest_.remove_prefix(sizeof size);
    const std::uint64_t padding = (kSectionAlignment - size % kSectionAlignment) % kSectionAlignment;
    require(size <= rest_.size() && padding <= rest_.size() - size);
    const std::string_view section = rest_.substr(0, size);
    rest_.remove_prefix(size + padding);
    return section;
  }
  template <class T>
  std::span<const T> array() {
    const std::string_view section = bytes();
    require(section.size() % sizeof(T) == 0);
    return {reinterpret_cast<const T*>(section.data()), section.size() / sizeof(T)};
  }
  template <class T>
  T one() {
    const std::string_view section = bytes();
    require(section.size() == sizeof(T));
    T value;
    std::memcpy(&value, section.data(), sizeof value);
    return value;
  }

 private:
  std::string_view rest_;
  base::Path path_;
};

/// A table of strings as two sections: where each ends, and their bytes.
class MappedStringsWriter {
 public:
  void add(std::string_view text) {
    bytes_ += text;
    ends_.push_back(static_cast<std::uint32_t>(bytes_.size()));
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
  const std::span<const std::uint32_t> ends = in.array<std::uint32_t>();
  return {ends, in.bytes()};
}

}  // namespace trialsift::store
