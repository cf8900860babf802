// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/bytes/text_source.hpp"

#include <algorithm>
#include <cstring>

#include <simdjson.h>

#include "formats/bytes/windows1252.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::size_t kChunkBytes = 64U << 10U;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned char byte_of(char c) {
  return static_cast<unsigned char>(c);
}

/// How many bytes at the end begin a sequence that may go on in the next chunk.
std::size_t unfinished(std::string_view text) {
  for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
    const unsigned char byte = byte_of(text[text.size() - back]);
    if ((byte & 0xC0U) == 0x80U) continue;
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1;
    return length > back ? back : 0;
  }
  return 0;
}

/// What says which Unicode encoding a text is in.
constexpr std::size_t kHeadBytes = 32;

/// Sees UTF-16 that has no byte order mark: in markup and JSON every second byte of the beginning is NUL.
bool nul_every_second(std::string_view head, std::size_t first) {
  if (head.size() < 8) return false;
  const std::size_t end = std::min(head.size(), kHeadBytes);
  for (std::size_t i = 0; i < end; ++i) {
    if ((head[i] == '\0') != (i % 2 == first)) return false;
  }
  return true;
}

}  // namespace

bool TextSource::fill() {
  if (ended_) return false;
  const std::size_t before = raw_.size();
  raw_.resize(before + kChunkBytes);
  std::size_t got = 0;
  try {
    got = source_.read(raw_.data() + before, kChunkBytes);
  } catch (...) {
    damage_ = std::current_exception();
  }
  raw_.resize(before + got);
  ended_ = got == 0;
  return !ended_;
}

void TextSource::decide_by_start() {
  const std::string_view head = raw_;
  const auto drop = [this](std::size_t count) { raw_.erase(0, count); };
  encoding_ = Encoding::kAscii;
  if (head.starts_with("\xEF\xBB\xBF")) {
    encoding_ = Encoding::kUtf8;
    drop(3);
  } else if (head.starts_with("\xFF\xFE")) {
    encoding_ = Encoding::kUtf16Le;
    drop(2);
  } else if (head.starts_with("\xFE\xFF")) {
    encoding_ = Encoding::kUtf16Be;
    drop(2);
  } else if (nul_every_second(head, 1)) {
    encoding_ = Encoding::kUtf16Le;
  } else if (nul_every_second(head, 0)) {
    encoding_ = Encoding::kUtf16Be;
  }
}

void TextSource::decide_by_first_bytes(std::size_t at) {
  std::uint64_t well_formed = 0;
  std::uint64_t ill_formed = 0;
  std::string_view text = std::string_view(raw_).substr(0, at + kChunkBytes);
  if (!ended_ || text.size() < raw_.size()) text.remove_suffix(unfinished(text));
  while (at < text.size()) {
    if (byte_of(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const base::CodePoint point = base::decode_utf8(text, at);
    ++(point.length == 1 ? ill_formed : well_formed);
    at += point.length;
  }
  encoding_ = ill_formed > well_formed ? Encoding::kWindows1252 : Encoding::kUtf8;
}

void TextSource::replace(std::uint64_t bytes) {
  decoded_ += kReplacement;
  invalid_bytes_ += bytes;
}

void TextSource::decode_utf8() {
  const std::size_t end = raw_.size() - (ended_ ? 0 : unfinished(raw_));
  const std::string_view text = std::string_view(raw_).substr(0, end);
  if (simdjson::validate_utf8(text)) {
    decoded_.append(text);
  } else {
    for (std::size_t at = 0; at < end;) {
      if (byte_of(text[at]) < 0x80) {
        decoded_.push_back(text[at++]);
        continue;
      }
      const base::CodePoint point = base::decode_utf8(text, at);
      if (point.length == 1) {
        replace(1);
      } else {
        decoded_.append(text.substr(at, point.length));
      }
      at += point.length;
    }
  }
  raw_.erase(0, end);
}

void TextSource::decode_utf16(bool big_endian) {
  const auto unit = [this, big_endian](std::size_t at) {
    const unsigned first = byte_of(raw_[at]);
    const unsigned second = byte_of(raw_[at + 1]);
    return static_cast<char32_t>(big_endian ? first << 8U | second : second << 8U | first);
  };
  const auto is_low = [](char32_t c) { return c >= 0xDC00 && c < 0xE000; };
  std::size_t at = 0;
  while (at + 2 <= raw_.size()) {
    char32_t c = unit(at);
    if (c < 0xD800 || c >= 0xE000) {
      base::append_utf8(decoded_, c);
      at += 2;
    } else if (!is_low(c) && at + 4 <= raw_.size() && is_low(unit(at + 2))) {
      base::append_utf8(decoded_, 0x10000 + ((c - 0xD800) << 10U) + (unit(at + 2) - 0xDC00));
      at += 4;
    } else if (!is_low(c) && at + 4 > raw_.size() && !ended_) {
      break;  // its other half is in the next chunk
    } else {
      replace(2);
      at += 2;
    }
  }
  if (ended_ && at < raw_.size()) {
    replace(raw_.size() - at);
    at = raw_.size();
  }
  raw_.erase(0, at);
}

void TextSource::decode_windows1252() {
  for (const char c : raw_) {
    if (byte_of(c) < 0x80) {
      decoded_.push_back(c);
    } else {
      base::append_utf8(decoded_, windows1252(byte_of(c)));
    }
  }
  raw_.clear();
}

void TextSource::decode() {
  if (encoding_ == Encoding::kUnknown) {
    // A pipe may give them one by one.
    while (raw_.size() < kHeadBytes && fill()) {
    }
    decide_by_start();
  }
  if (encoding_ == Encoding::kAscii) {
    const auto high = std::find_if(raw_.begin(), raw_.end(), [](char c) { return byte_of(c) >= 0x80; });
    const auto at = static_cast<std::size_t>(high - raw_.begin());
    if (high == raw_.end()) {
      std::swap(decoded_, raw_);
      raw_.clear();
      return;
    }
    // The text around the first of them says more than one byte alone.
    while (raw_.size() - at < kChunkBytes && fill()) {
    }
    decide_by_first_bytes(at);
  }
  switch (encoding_) {
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be:
      return decode_utf16(encoding_ == Encoding::kUtf16Be);
    case Encoding::kWindows1252:
      return decode_windows1252();
    default:
      return decode_utf8();
  }
}

std::size_t TextSource::read(char* out, std::size_t capacity) {
  while (given_ == decoded_.size()) {
    decoded_.clear();
    given_ = 0;
    const bool more = fill();
    if (!more && raw_.empty()) {
      if (damage_) std::rethrow_exception(damage_);
      return 0;
    }
    decode();
  }
  const std::size_t count = std::min(capacity, decoded_.size() - given_);
  std::memcpy(out, decoded_.data() + given_, count);
  given_ += count;
  return count;
}

}  // namespace trialsift::formats
