// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/xml/xml_records.hpp"

#include <expat.h>

#include <exception>
#include <utility>
#include <vector>

#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::size_t kDepthMax = 64;
constexpr std::size_t kElementsMax = 500'000;

}  // namespace

/// Owns an expat parser, which is used for one record after the other.
class XmlRecords::Parser {
 public:
  explicit Parser(std::string_view left_out) : left_out_(left_out), expat_(XML_ParserCreate("UTF-8")) {
    if (expat_ == nullptr) throw std::bad_alloc();
  }
  ~Parser() { XML_ParserFree(expat_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// The record, or nothing; error() tells why then.
  std::optional<Element> parse(std::string_view text) {
    XML_ParserReset(expat_, "UTF-8");
    XML_SetUserData(expat_, this);
    XML_SetElementHandler(expat_, on_start, on_end);
    XML_SetCharacterDataHandler(expat_, on_text);
    root_ = Element();
    open_.clear();
    elements_ = 0;
    skipped_ = 0;
    error_.clear();
    constexpr std::size_t kStepBytes = 1U << 20U;  // expat counts in int
    XML_Status status = XML_STATUS_OK;
    while (status == XML_STATUS_OK) {
      const std::string_view step = text.substr(0, kStepBytes);
      text.remove_prefix(step.size());
      status = XML_Parse(expat_, step.data(), static_cast<int>(step.size()), text.empty() ? 1 : 0);
      if (text.empty()) break;
    }
    if (thrown_) std::rethrow_exception(std::exchange(thrown_, nullptr));
    if (status == XML_STATUS_OK) return std::move(root_);
    if (XML_GetErrorCode(expat_) == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
    if (error_.empty()) error_ = XML_ErrorString(XML_GetErrorCode(expat_));
    lines_ = XML_GetCurrentLineNumber(expat_) - 1;
    return std::nullopt;
  }

  const std::string& error() const { return error_; }
  bool too_many() const { return elements_ > kElementsMax; }
  /// Between the record's first line and that of the error.
  std::uint64_t lines() const { return lines_; }

 private:
  /// Expat is C: nothing may be thrown through it.
  template <class Step>
  static void guarded(void* self, Step&& step) {
    Parser& parser = *static_cast<Parser*>(self);
    try {
      step(parser);
    } catch (...) {
      parser.thrown_ = std::current_exception();
      XML_StopParser(parser.expat_, XML_FALSE);
    }
  }
  static void on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
    guarded(self, [name, attributes](Parser& parser) { parser.start(name, attributes); });
  }
  static void on_end(void* self, const XML_Char* /*name*/) {
    guarded(self, [](Parser& parser) { parser.end(); });
  }
  static void on_text(void* self, const XML_Char* text, int length) {
    guarded(self, [text, length](Parser& parser) {
      if (parser.skipped_ == 0) parser.open_.back()->text.append(text, static_cast<std::size_t>(length));
    });
  }

  /// `attributes` are names and values by turns, then null.
  void start(std::string_view name, const XML_Char** attributes) {
    if (skipped_ > 0) {
      ++skipped_;
      return;
    }
    if (open_.size() == kDepthMax) return stop("elements are nested too deeply");
    if (++elements_ > kElementsMax) return stop("too many elements");
    Element& element = open_.empty() ? root_ : open_.back()->children.emplace_back();
    element.name = name;
    if (!open_.empty()) element.text_before = open_.back()->text.size();
    for (; *attributes != nullptr; attributes += 2) {
      if (std::string_view(attributes[0]) == "type") element.type = attributes[1];
    }
    open_.push_back(&element);
    if (!left_out_.empty() && name == left_out_) skipped_ = 1;
  }

  void end() {
    if (skipped_ > 0 && --skipped_ > 0) return;
    merge_markup(*open_.back());
    open_.pop_back();
  }

  void stop(const char* why) {
    error_ = why;
    XML_StopParser(expat_, XML_FALSE);
  }

  std::string_view left_out_;
  XML_Parser expat_;
  Element root_;
  std::vector<Element*> open_;  ///< from the record down; none of them moves while it is open
  std::size_t elements_ = 0;
  std::size_t skipped_ = 0;  ///< elements open inside of the one that is left out, with it
  std::string error_;
  std::uint64_t lines_ = 0;
  std::exception_ptr thrown_;
};

XmlRecords::XmlRecords(ByteSource& source, std::string file, const ReadOptions& options, XmlShape shape)
    : splitter_(source, shape.record, options.record_bytes_max, shape.with_siblings),
      file_(std::move(file)),
      record_bytes_max_(options.record_bytes_max),
      shape_(shape),
      parser_(std::make_unique<Parser>(shape.left_out)) {}
XmlRecords::~XmlRecords() = default;

std::optional<std::variant<Element, Rejected>> XmlRecords::next() {
  const auto piece = splitter_.next();
  if (!piece) return std::nullopt;
  place_ = {file_, piece->line, piece->offset, {}};
  if (piece->kind == XmlPiece::Kind::kRecord) return parsed(*piece);
  return without_record(*piece);
}

Rejected XmlRecords::rejected(std::string_view reason, std::string detail, std::string id) const {
  Rejected bad{place_, std::string(reason), std::move(detail)};
  bad.where.id = std::move(id);
  return bad;
}

Ending XmlRecords::ending() const {
  Ending ending;
  for (const StatedCount& stated : splitter_.stated()) {
    ending.pages.push_back(
        {stated.tag, file_ + " " + std::to_string(ending.pages.size()), stated.records, stated.count, false});
  }
  return ending;
}

std::variant<Element, Rejected> XmlRecords::parsed(const XmlPiece& given) {
  XmlPiece piece = given;
  std::string together;
  if (piece.siblings) {
    together = "<siblings>" + std::string(piece.text) + "</siblings>";
    piece.text = together;
  }
  auto record = parser_->parse(piece.text);
  if (record) return std::move(*record);
  if (parser_->too_many()) {
    return rejected("too-large", "The record holds more than " + std::to_string(kElementsMax) + " elements.",
                    id_in(piece.text));
  }
  const std::string error = parser_->error();
  const std::uint64_t line = piece.line + parser_->lines();
  record = parser_->parse(repair_xml(piece.text, splitter_.declares_entities()));
  if (record) return std::move(*record);
  return rejected("bad-xml", "The record is no XML: " + error + " in line " + std::to_string(line) + ".",
                  id_in(piece.text));
}

Rejected XmlRecords::without_record(const XmlPiece& piece) const {
  switch (piece.kind) {
    case XmlPiece::Kind::kUnclosed:
      return rejected("bad-xml", "The record has no end tag before the next record begins.", id_in(piece.text));
    case XmlPiece::Kind::kTooLarge:
      return rejected("too-large", "The record is larger than " + std::to_string(record_bytes_max_) + " bytes.");
    case XmlPiece::Kind::kEntities:
      return rejected("bad-xml", "The document declares entities: records that use them are rejected.");
    default:
      return rejected("truncated",
                      piece.text.empty() ? "The input ends before its last element or comment is closed."
                                         : "The input ends inside this record.",
                      id_in(piece.text));
  }
}

/// The id in text that is no XML, for the report.
std::string XmlRecords::id_in(std::string_view text) const {
  const std::string tag = "<" + std::string(shape_.id) + ">";
  const std::size_t open = text.find(tag);
  if (open == std::string_view::npos) return {};
  text.remove_prefix(open + tag.size());
  const auto id = model::TrialId::parse(text.substr(0, text.find('<')));
  return id ? id->text() : std::string();
}

}  // namespace trialsift::formats
