// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/query/dialects.hpp"

#include <algorithm>
#include <iterator>

#include "query/diagnostics.hpp"
#include "query/dialect_parsers.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/query/parser.hpp"

namespace trialsift::query {
namespace {

/// Pasted text of another dialect would be read as words.
Query parse_native_only(std::string_view text, const References&, const DialectOptions&) {
  const Detection detection = detect_dialect(text);
  // What is wrong with ADJ5 the native language says itself.
  if (detection.certain && !detection.reason.starts_with("ADJ")) {
    const std::string name(detection.dialect->name);
    fail(detection.span.begin, detection.reason + " is of the dialect " + name + ": give --syntax " + name,
         "to search for the text itself, put it in quotes");
  }
  return parse_native(text);
}

constexpr Dialect kDialects[] = {
    {"native", parse_native_only, false, "for people: words, phrases, fields, ranges, AND OR NOT"},
    {"ovid", parse_ovid, true, "Ovid MEDLINE and Embase: (heart adj3 attack$).ti,ab. or exp Myocardial Infarction/"},
    {"pubmed", parse_pubmed, true, "PubMed: heart attack*[tiab] OR \"Myocardial Infarction\"[Mesh]"},
    {"ctgov", parse_ctgov, false, "ClinicalTrials.gov: AREA[ConditionSearch](heart attack OR stroke) AND NOT child"},
};

}  // namespace

std::span<const Dialect> dialects() {
  return kDialects;
}

const Dialect* find_dialect(std::string_view name) {
  const std::string wanted = base::to_lower_ascii(name);
  const auto* found = std::find_if(std::begin(kDialects), std::end(kDialects),
                                   [&wanted](const Dialect& dialect) { return dialect.name == wanted; });
  return found == std::end(kDialects) ? nullptr : found;
}

}  // namespace trialsift::query
