// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json/json_splitter.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace trialsift::formats {
namespace {

constexpr std::size_t kChunkBytes = 32U << 10U;
/// Lists and pages inside each other; real files need two. A file of brackets must not grow the stack.
constexpr std::size_t kLevelsMax = 64;
/// Blanks to look over for a key or a bracket; more would have to be held.
constexpr std::size_t kLookAheadMax = 4096;
constexpr std::size_t kKeyBytesMax = 32;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Record separators (RFC 7464) count as blanks between records.
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\x1E';
}

}  // namespace

JsonSplitter::JsonSplitter(ByteSource& source, const JsonShape& shape, std::size_t record_bytes_max)
    : Window(source, kChunkBytes, kJsonPadding, record_bytes_max), shape_(shape) {}

void JsonSplitter::newline_at(std::size_t at) {
  ++line_;
  line_start_ = dropped_ + at + 1;
}

/// At a newline: does a study begin on the next line that cannot be part of the object under way?
bool JsonSplitter::study_follows() {
  std::size_t step = 1;  // relative to at_: ensure() may move the buffer
  const auto peek = [&](std::size_t ahead) { return ensure(ahead + 1) ? buffer_[at_ + ahead] : '\0'; };
  std::size_t column = 0;
  char c = peek(step);
  while (c == ' ' || c == '\t') {
    if (++column > piece_column_ || column > kLookAheadMax) return false;
    c = peek(++step);
  }
  if (c != '{') return false;
  do c = peek(++step);
  while (is_blank(c) && step < kLookAheadMax);
  if (c != '"') return false;
  ensure(step + kKeyBytesMax);
  const std::string_view rest(buffer_.data() + at_ + step, end_ - at_ - step);
  return std::any_of(shape_.top_keys.begin(), shape_.top_keys.end(),
                     [rest](std::string_view key) { return rest.starts_with(key); });
}

/// From the first byte of a string's contents to behind its closing quote. Returns false if the string does not end
/// before the input or a new study does; at_ then stands at the end or on the newline before the study.
bool JsonSplitter::skip_string() {
  bool escaped = false;  // an odd run of backslashes ends right before at_
  while (ensure(1)) {
    const char* const from = buffer_.data() + at_;
    const auto* const quote = static_cast<const char*>(std::memchr(from, '"', end_ - at_));
    const char* const to = quote != nullptr ? quote : buffer_.data() + end_;
    const auto* const newline = static_cast<const char*>(std::memchr(from, '\n', static_cast<std::size_t>(to - from)));
    if (newline != nullptr) {
      const auto ahead = static_cast<std::size_t>(newline - from);
      at_ += ahead;
      if (study_follows()) return false;
      newline_at(at_++);
      escaped = false;
      continue;
    }
    const char* before = to;
    while (before > from && before[-1] == '\\') --before;
    const bool odd = ((to - before) % 2 != 0) != (escaped && before == from);
    at_ = static_cast<std::size_t>(to - buffer_.data());
    if (quote == nullptr) {
      escaped = odd;
    } else {
      ++at_;
      if (!odd) return true;
      escaped = false;
    }
  }
  return false;
}

/// At a quote where a page's key can stand: is this the key of a page's list? If so, at_ goes behind its bracket.
bool JsonSplitter::enter_page() {
  ensure(kKeyBytesMax);
  const std::string_view rest(buffer_.data() + at_, end_ - at_);
  const auto key = std::find_if(shape_.lists.begin(), shape_.lists.end(),
                                [rest](std::string_view list) { return rest.starts_with(list); });
  if (key == shape_.lists.end()) return false;
  std::size_t step = key->size();
  const auto peek = [&](std::size_t ahead) { return ensure(ahead + 1) ? buffer_[at_ + ahead] : '\0'; };
  while (is_blank(peek(step)) && step < kLookAheadMax) ++step;
  if (peek(step) != ':') return false;
  do ++step;
  while (is_blank(peek(step)) && step < kLookAheadMax);
  if (peek(step) != '[' || levels_.size() + 2 > kLevelsMax) return false;
  for (std::size_t i = 0; i <= step; ++i, ++at_) {
    if (buffer_[at_] == '\n') newline_at(at_);
  }
  return true;
}

JsonSplitter::End JsonSplitter::scan_object(unsigned depth) {
  while (ensure(1)) {
    switch (buffer_[at_]) {
      case '"':
        if (depth == shape_.list_depth && enter_page()) return End::kPage;
        ++at_;
        if (!skip_string()) return at_ < end_ ? End::kUnclosed : End::kInputEnd;
        break;
      case '{':
        ++depth;
        ++at_;
        break;
      case '}':
        ++at_;
        if (--depth == 0) return End::kClosed;
        break;
      case '\n':
        if (study_follows()) return End::kUnclosed;
        newline_at(at_++);
        break;
      case ',':
        ++commas_;
        ++at_;
        break;
      default:
        ++at_;
    }
  }
  return End::kInputEnd;
}

Piece JsonSplitter::piece(Piece::Kind kind, std::size_t end) const {
  const bool has_text = kept_ && end > start_;
  return {kind, has_text ? std::string_view(buffer_.data() + start_, end - start_) : std::string_view(), piece_offset_,
          piece_line_};
}

Piece JsonSplitter::object() {
  ++at_;
  commas_ = 0;
  switch (scan_object(1)) {
    case End::kClosed:
      if (is_too_large()) return piece(Piece::Kind::kTooLarge, at_);
      return piece(commas_ < kJsonValuesMax ? Piece::Kind::kRecord : Piece::Kind::kTooMany, at_);
    case End::kPage:
      levels_.push_back(Level::kPage);
      levels_.push_back(Level::kList);
      open_pages_.emplace_back();
      keep_of_page();
      return piece(Piece::Kind::kStray, start_);
    case End::kUnclosed:
      return piece(Piece::Kind::kUnclosed, at_);
    case End::kInputEnd:
      break;
  }
  truncated_ = true;
  return piece(Piece::Kind::kTruncated, at_);
}

/// What is held, of the page under way; a page of which that is too much says nothing of itself.
void JsonSplitter::keep_of_page() {
  std::string& text = open_pages_.back().text;
  const bool fits = kept_ && at_ - start_ + text.size() <= piece_bytes_max();
  text = fits ? text + std::string(buffer_.data() + start_, at_ - start_) : std::string();
}

/// From the bracket behind a page's list on, at start_: the keys after the list.
std::optional<Piece> JsonSplitter::page_tail() {
  const End end = scan_object(shape_.list_depth);
  if (end == End::kPage) {
    keep_of_page();
    levels_.push_back(Level::kList);
    return std::nullopt;
  }
  if (end == End::kClosed) {
    keep_of_page();
    closed_pages_.push_back(std::move(open_pages_.back()));
  }
  kept_ = false;
  if (end == End::kInputEnd) {
    truncated_ = true;
    return piece(Piece::Kind::kTruncated, at_);
  }
  levels_.pop_back();
  open_pages_.pop_back();
  if (end == End::kClosed) return std::nullopt;
  return piece(Piece::Kind::kUnclosed, at_);
}

bool JsonSplitter::skip_byte_order_mark() {
  if (buffer_[at_] != kByteOrderMark[0] || !ensure(kByteOrderMark.size())) return false;
  if (std::string_view(buffer_.data() + at_, kByteOrderMark.size()) != kByteOrderMark) return false;
  at_ += kByteOrderMark.size();
  return true;
}

/// Up to the next record, or the end of the list. Lines are counted; what is above the limit is not kept.
Piece JsonSplitter::stray() {
  std::size_t length = 0;  // up to the last byte that is no blank
  const std::uint64_t from = dropped_ + start_;
  while (ensure(1)) {
    const char c = buffer_[at_];
    if (c == '{' || (c == ']' && !levels_.empty() && offset() > from)) break;
    if (c == '\n') newline_at(at_);
    ++at_;
    if (!is_blank(c) && c != ',') length = static_cast<std::size_t>(offset() - from);
  }
  return piece(Piece::Kind::kStray, start_ + length);
}

std::optional<Piece> JsonSplitter::next() {
  while (true) {
    start_ = at_;
    kept_ = true;
    if (!ensure(1)) break;
    const char c = buffer_[at_];
    piece_offset_ = offset();
    piece_line_ = line_;
    piece_column_ = piece_offset_ - line_start_;
    if (is_blank(c) || c == ',') {
      if (c == '\n') newline_at(at_);
      ++at_;
    } else if (c == '{') {
      const Piece found = object();
      if (found.kind == Piece::Kind::kStray) continue;
      if (!open_pages_.empty()) ++open_pages_.back().records;
      return found;
    } else if (c == '[' && levels_.size() < kLevelsMax) {
      levels_.push_back(Level::kList);
      ++at_;
    } else if (c == ']' && !levels_.empty()) {
      levels_.pop_back();
      ++at_;
      if (!levels_.empty() && levels_.back() == Level::kPage) {
        if (const auto found = page_tail()) return found;
      }
    } else if (!skip_byte_order_mark()) {
      return stray();
    }
  }
  if (levels_.empty() || truncated_) return std::nullopt;
  truncated_ = true;
  piece_offset_ = offset();
  piece_line_ = line_;
  return piece(Piece::Kind::kTruncated, at_);
}

}  // namespace trialsift::formats
