// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>

namespace trialsift::formats {

/// The code point of a byte from 0x80 on in Windows-1252, as the WHATWG's Encoding Standard has it.
inline char32_t windows1252(unsigned char byte) {
  constexpr std::array<char16_t, 32> kRow = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                             0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                             0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                             0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  return byte < 0xA0 ? kRow[byte - 0x80U] : byte;
}

}  // namespace trialsift::formats
