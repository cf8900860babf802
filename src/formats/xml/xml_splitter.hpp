// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/bytes/window.hpp"
#include "formats/reader.hpp"

namespace trialsift::formats {

/// What the splitter found: the bytes of one record, or a reason why there is none.
struct XmlPiece {
  enum class Kind {
    kRecord,     ///< from its start tag to its end tag; whether it is XML is the parser's business
    kUnclosed,   ///< a record whose end tag does not come before the next record's start tag
    kTruncated,  ///< the input ends inside a record, a comment or the element around the records
    kTooLarge,   ///< a record above the limit; its text was not kept
    kEntities,   ///< a document type declares entities; told once
  };
  Kind kind;
  std::string_view text;  ///< valid until the next call
  std::uint64_t offset;   ///< bytes from the start of the file
  std::uint64_t line;     ///< from 1
  bool siblings = false;  ///< elements stand behind the record's own
};

/// An element around records that tells how many there are: `<search_results count="300">`.
struct StatedCount {
  std::string tag;
  std::uint64_t count = 0;
  std::uint64_t records = 0;  ///< in it
};

/// Parts a stream into the elements of one name, without parsing them: one document, several one after the other, or
/// records under any element. Memory is one record, at most `record_bytes_max`.
///
/// Records do not hold each other: a start tag of that name always begins a record, so that a lost end tag, quote or
/// comment's end costs no other record. Only outside of records comments are passed over.
class XmlSplitter : private Window {
 public:
  XmlSplitter(ByteSource& source, std::string_view record_name, std::size_t record_bytes_max,
              bool with_siblings = false);

  /// Throws what the source throws; pieces before the damage have been given out by then.
  std::optional<XmlPiece> next();

  /// True once a document type that declares entities was met.
  bool declares_entities() const { return declares_entities_; }
  /// Of the elements around records that were met so far.
  const std::vector<StatedCount>& stated() const { return stated_; }

 private:
  bool follows(std::string_view text);
  bool to_next(char c);
  bool skip_past(std::string_view end);
  void step(std::size_t count);
  bool starts_record();
  std::optional<XmlPiece> outside();
  XmlPiece record();
  bool take_sibling();
  void take_tag();
  XmlPiece piece(XmlPiece::Kind kind) const;

  std::string start_tag_;  ///< <name
  std::string end_tag_;    ///< </name
  bool with_siblings_;     ///< elements behind a record, up to the next or to the end of those around, are its parts
  std::uint64_t line_ = 1;
  bool declares_entities_ = false;
  std::string around_;         ///< the name of the element that records stand in, while it is open
  bool states_count_ = false;  ///< that element does, the last of stated_
  std::vector<StatedCount> stated_;
  std::uint64_t piece_offset_ = 0;
  std::uint64_t piece_line_ = 1;
};

}  // namespace trialsift::formats
