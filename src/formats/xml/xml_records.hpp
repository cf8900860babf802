// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "formats/reader.hpp"
#include "formats/xml/element.hpp"
#include "formats/xml/xml_splitter.hpp"

namespace trialsift::formats {

/// What the records of one XML format look like.
struct XmlShape {
  std::string_view record;      ///< the name of their element
  std::string_view id;          ///< of the element that holds the id, for reports of records that are no XML
  std::string_view left_out{};  ///< an element of which only the presence counts; it can be most of a record
  bool with_siblings =
      false;  ///< what stands behind it, up to the next record or the end of the element around, is part of it
};

/// The records of a stream of XML as trees, one at a time, by expat. Each is parsed by itself, so that a broken one
/// costs no other. A second chance mends bare ampersands, HTML's entities, control characters, comparison signs and
/// ill-formed UTF-8. Nothing outside of a record is parsed: no entity is ever declared, expanded or loaded, and records
/// are nested, and branched, up to a limit. The bytes are read as UTF-8, whatever they say of themselves.
class XmlRecords {
 public:
  using Parsed = Element;

  /// `source` outlives it.
  XmlRecords(ByteSource& source, std::string file, const ReadOptions& options, XmlShape shape);
  ~XmlRecords();
  XmlRecords(const XmlRecords&) = delete;
  XmlRecords& operator=(const XmlRecords&) = delete;

  /// A record, a rejection, or nothing at the end. Throws what the source throws.
  std::optional<std::variant<Element, Rejected>> next();

  /// A rejection of the record that was given out last.
  Rejected rejected(std::string_view reason, std::string detail, std::string id = {}) const;
  /// With a page for each element around records that tells how many there are; at the end.
  Ending ending() const;

 private:
  class Parser;
  std::variant<Element, Rejected> parsed(const XmlPiece& piece);
  Rejected without_record(const XmlPiece& piece) const;
  std::string id_in(std::string_view text) const;

  XmlSplitter splitter_;
  std::string file_;
  std::size_t record_bytes_max_;
  XmlShape shape_;
  base::Place place_;  ///< of the record given out last
  std::unique_ptr<Parser> parser_;
};

/// XML as a human or a program with bugs writes it, made well-formed where its meaning is plain. With `keep_entities`
/// references by names that XML does not define stay, and stay an error.
std::string repair_xml(std::string_view text, bool keep_entities);

}  // namespace trialsift::formats
