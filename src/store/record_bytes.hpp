// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "trialsift/base/error.hpp"

/// The alphabet of stored records: numbers as LEB128, bytes after their size.
namespace trialsift::store {

[[noreturn]] inline void corrupt_record() {
  throw base::Error(base::ErrorCode::kIndexCorrupt, "a stored record cannot be read");
}

inline void put_number(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(value | 0x80U)));
    value >>= 7U;
  }
  out.push_back(static_cast<char>(static_cast<unsigned char>(value)));
}

inline std::uint64_t take_number(std::string_view& in) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (in.empty()) corrupt_record();
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return value;
  }
  corrupt_record();
}

inline std::string_view take_bytes(std::string_view& in) {
  const std::uint64_t size = take_number(in);
  if (size > in.size()) corrupt_record();
  const std::string_view bytes = in.substr(0, size);
  in.remove_prefix(size);
  return bytes;
}

}  // namespace trialsift::store
