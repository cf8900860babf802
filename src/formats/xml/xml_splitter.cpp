// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/xml/xml_splitter.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <optional>
#include <utility>

#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::size_t kChunkBytes = 64U << 10U;
/// A tag outside of records is looked at up to this length.
constexpr std::size_t kTagMax = 4096;

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}
bool ends_name(char c) {
  return is_blank(c) || c == '>' || c == '/';
}
bool begins_name(char c) {
  return base::is_letter(c) || c == '_';
}

/// The number in the attribute `count` of a start tag.
std::optional<std::uint64_t> count_in(std::string_view tag) {
  constexpr std::string_view kAttribute = " count=\"";
  const std::size_t at = tag.find(kAttribute);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view rest = tag.substr(at + kAttribute.size());
  std::uint64_t count = 0;
  const auto [stop, error] = std::from_chars(rest.data(), rest.data() + rest.size(), count);
  const bool whole = error == std::errc() && stop != rest.data() + rest.size() && *stop == '"';
  return whole ? std::optional(count) : std::nullopt;
}

}  // namespace

XmlSplitter::XmlSplitter(ByteSource& source, std::string_view record_name, std::size_t record_bytes_max,
                         bool with_siblings)
    : Window(source, kChunkBytes, 0, record_bytes_max),
      start_tag_("<" + std::string(record_name)),
      end_tag_("</" + std::string(record_name)),
      with_siblings_(with_siblings) {}

bool XmlSplitter::follows(std::string_view text) {
  return ensure(text.size()) && std::memcmp(buffer_.data() + at_, text.data(), text.size()) == 0;
}

void XmlSplitter::step(std::size_t count) {
  const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(at_);
  line_ += static_cast<std::uint64_t>(std::count(from, from + static_cast<std::ptrdiff_t>(count), '\n'));
  at_ += count;
}

/// To the next `c`, which stays the next byte; false at the end.
bool XmlSplitter::to_next(char c) {
  while (ensure(1)) {
    const char* const from = buffer_.data() + at_;
    const auto* const found = static_cast<const char*>(std::memchr(from, c, end_ - at_));
    step(found == nullptr ? end_ - at_ : static_cast<std::size_t>(found - from));
    if (found != nullptr) return true;
  }
  return false;
}

bool XmlSplitter::skip_past(std::string_view end) {
  while (to_next(end.front())) {
    if (follows(end)) {
      step(end.size());
      return true;
    }
    step(1);
  }
  return false;
}

bool XmlSplitter::starts_record() {
  return ensure(start_tag_.size() + 1) && follows(start_tag_) && ends_name(buffer_[at_ + start_tag_.size()]);
}

XmlPiece XmlSplitter::piece(XmlPiece::Kind kind) const {
  const bool has_text = kept_ && at_ > start_;
  return {kind, has_text ? std::string_view(buffer_.data() + start_, at_ - start_) : std::string_view(), piece_offset_,
          piece_line_};
}

/// A tag outside of records: the outermost element is closed before the input ends, or records may be missing.
void XmlSplitter::take_tag() {
  std::size_t length = 1;
  while (length < kTagMax && ensure(length + 1) && buffer_[at_ + length] != '>') ++length;
  const bool cut = length < kTagMax && !ensure(length + 1);
  const std::string_view tag(buffer_.data() + at_, std::min(length, end_ - at_));
  const bool closes = tag.size() > 1 && tag[1] == '/';
  std::string_view name = tag.substr(closes ? 2 : 1);
  name = name.substr(0, static_cast<std::size_t>(std::find_if(name.begin(), name.end(), ends_name) - name.begin()));
  if (cut) {
    around_ = tag;  // never closed
  } else if (closes) {
    if (name == around_) around_.clear();
  } else if (around_.empty() && begins_name(name.empty() ? '\0' : name.front()) && tag.back() != '/') {
    around_ = name;
    const auto count = count_in(tag);
    states_count_ = count.has_value();
    if (count) stated_.push_back({std::string(tag), *count, 0});
  }
  step(1);
}

/// Up to the next record's start tag, which stays.
std::optional<XmlPiece> XmlSplitter::outside() {
  bool in_comment = false;
  while (to_next('<')) {
    if (starts_record()) return std::nullopt;
    piece_offset_ = offset();
    piece_line_ = line_;
    if (follows("<!--")) {
      step(4);
      in_comment = !skip_past("-->");
    } else if (follows("<!ENTITY") && !declares_entities_) {
      declares_entities_ = true;
      step(1);
      return piece(XmlPiece::Kind::kEntities);
    } else {
      take_tag();
    }
  }
  if (std::exchange(around_, {}).empty() && !in_comment) return std::nullopt;
  if (!in_comment) {
    piece_offset_ = offset();
    piece_line_ = line_;
  }
  return piece(XmlPiece::Kind::kTruncated);
}

XmlPiece XmlSplitter::record() {
  start_ = at_;
  kept_ = true;
  piece_offset_ = offset();
  piece_line_ = line_;
  if (!around_.empty() && states_count_) ++stated_.back().records;
  step(start_tag_.size());
  while (to_next('<')) {
    if (starts_record()) return piece(XmlPiece::Kind::kUnclosed);
    if (ensure(end_tag_.size() + 1) && follows(end_tag_) && ends_name(buffer_[at_ + end_tag_.size()])) {
      if (!to_next('>')) break;
      step(1);
      bool siblings = false;
      while (with_siblings_ && take_sibling()) siblings = true;
      XmlPiece found = piece(is_too_large() ? XmlPiece::Kind::kTooLarge : XmlPiece::Kind::kRecord);
      found.siblings = siblings;
      return found;
    }
    step(1);
  }
  around_.clear();
  return piece(XmlPiece::Kind::kTruncated);
}

/// An element behind a record, with its end tag. Stays where it is if there is none.
bool XmlSplitter::take_sibling() {
  std::size_t length = 0;
  const auto here = [&] { return buffer_[at_ + length]; };
  while (ensure(length + 1) && is_blank(here())) ++length;
  if (!ensure(length + 2) || here() != '<' || !begins_name(buffer_[at_ + length + 1])) return false;
  const std::size_t name_from = ++length;
  while (ensure(length + 1) && !ends_name(here())) ++length;
  const std::string name(buffer_.data() + at_ + name_from, length - name_from);
  if ("<" + name == start_tag_) return false;
  const std::string end = "</" + name + ">";
  constexpr std::size_t kSiblingMax = 1U << 20U;
  for (; length < kSiblingMax && ensure(length + end.size()); ++length) {
    const std::string_view rest(buffer_.data() + at_ + length, end.size());
    if (rest.starts_with(start_tag_.substr(0, std::min(rest.size(), start_tag_.size()))) && here() == '<') return false;
    if (rest == end) {
      step(length + end.size());
      return true;
    }
  }
  return false;
}

std::optional<XmlPiece> XmlSplitter::next() {
  kept_ = false;
  if (const auto told = outside()) return told;
  if (!ensure(1)) return std::nullopt;
  return record();
}

}  // namespace trialsift::formats
