// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/bytes/window.hpp"
#include "formats/reader.hpp"

namespace trialsift::formats {

/// What the splitter found: an object, or bytes that are none.
struct Piece {
  enum class Kind {
    kRecord,     ///< an object with balanced braces; whether it is JSON is the parser's business
    kStray,      ///< text between records
    kUnclosed,   ///< an object whose braces do not close before the next study begins
    kTruncated,  ///< the input ends inside an object or a list
    kTooLarge,   ///< an object above the limit; its text was not kept
    kTooMany,    ///< an object of more than kJsonValuesMax values
  };
  Kind kind;
  std::string_view text;  ///< valid until the next call; at least kJsonPadding readable bytes follow it
  std::uint64_t offset;   ///< bytes from the start of the file
  std::uint64_t line;     ///< from 1
};

/// A page whose end was met: its members without the records of its list, and how many these were.
struct PagePiece {
  std::string text;  ///< `{"a": 1, "studies": [], "b": 2}`; empty if it was too long to be kept
  std::uint64_t records = 0;
  std::string first_id;  ///< for whoever reads the records to fill in
};

/// At least SIMDJSON_PADDING of any simdjson that we build with (32 before 3.1, 64 since).
constexpr std::size_t kJsonPadding = 64;

/// Values of one object: a tree of them takes a hundred times their bytes. The largest real study has 55,000.
constexpr std::size_t kJsonValuesMax = 500'000;

/// What the objects of one format look like. Keys stand in their quotes.
struct JsonShape {
  std::span<const std::string_view> lists;     ///< keys of the list in a page
  unsigned list_depth;                         ///< of those keys: 1 at the page's top
  std::span<const std::string_view> top_keys;  ///< first keys that only whole records and pages have
};

constexpr std::array<std::string_view, 7> kApiV2Keys = {
    "\"protocolSection\"", "\"derivedSection\"", "\"resultsSection\"", "\"annotationSection\"",
    "\"documentSection\"", "\"hasResults\"",     "\"studies\""};
constexpr std::array<std::string_view, 1> kApiV2Lists = {"\"studies\""};
constexpr JsonShape kApiV2Shape{kApiV2Lists, 1, kApiV2Keys};

/// Parts a stream into its study objects without parsing them: a bare array, pages such as `{"studies": [...], ...}`,
/// one object a line, objects one after the other. Memory is one record, at most `record_bytes_max`, however long the
/// array or page is. Only braces and strings are followed, so that a lost square bracket costs no other record.
///
/// A record whose braces never close ends where a new study begins: after a raw newline, at the record's own column or
/// left of it, an object whose first key is one that only whole studies have. A valid study holds no such object.
class JsonSplitter : private Window {
 public:
  JsonSplitter(ByteSource& source, const JsonShape& shape, std::size_t record_bytes_max);

  /// Throws what the source throws; pieces before the damage have been given out by then.
  std::optional<Piece> next();
  /// The pages that ended since the last call.
  std::vector<PagePiece> take_pages() { return std::exchange(closed_pages_, {}); }
  /// The page that the record given out last is in, or null.
  PagePiece* page() { return open_pages_.empty() ? nullptr : &open_pages_.back(); }

 private:
  enum class End { kClosed, kPage, kUnclosed, kInputEnd };
  enum class Level : char { kList, kPage };

  End scan_object(unsigned depth);
  bool skip_string();
  bool enter_page();
  bool study_follows();
  void newline_at(std::size_t at);
  bool skip_byte_order_mark();
  Piece object();
  std::optional<Piece> page_tail();
  void keep_of_page();
  Piece stray();
  Piece piece(Piece::Kind kind, std::size_t end) const;

  JsonShape shape_;
  std::uint64_t line_ = 1;
  std::uint64_t line_start_ = 0;  ///< offset in the file
  std::size_t commas_ = 0;        ///< outside of strings, of the object under way
  bool truncated_ = false;        ///< told already
  std::vector<Level> levels_;
  std::vector<PagePiece> open_pages_;  ///< one for each kPage of levels_
  std::vector<PagePiece> closed_pages_;
  std::uint64_t piece_offset_ = 0;
  std::uint64_t piece_line_ = 1;
  std::uint64_t piece_column_ = 0;
};

}  // namespace trialsift::formats
