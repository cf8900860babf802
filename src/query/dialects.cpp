// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/query/dialects.hpp"

#include <algorithm>
#include <iterator>

#include "query/cochrane/cochrane.hpp"
#include "query/ctgov/ctgov.hpp"
#include "query/native/native.hpp"
#include "query/ovid/ovid.hpp"
#include "query/pubmed/pubmed.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

// Lines of the Cochrane Library are those of PubMed but for some forms.
Query parse_pubmed_or_cochrane(std::string_view text, const References& references, const DialectOptions& options) {
  return parse_pubmed(text, references, options, kCochraneForms);
}
std::optional<Span> pubmed_or_cochrane_sign(const SignPlace& place) {
  const std::optional<Span> sign = pubmed_sign(place);
  return sign ? sign : cochrane_sign(place);
}

constexpr Dialect kDialects[] = {
    {.name = "native",
     .about = "for people: words, phrases, fields, ranges, AND OR NOT",
     .parse = parse_typed,
     .combine = parse_ovid},
    {.name = "ovid",
     .about = "Ovid MEDLINE and Embase: (heart adj3 attack$).ti,ab. or exp Myocardial Infarction/",
     .parse = parse_ovid,
     .strategies = true,
     .sign_at = ovid_sign,
     .is_own_combination = is_ovid_combination},
    {.name = "pubmed",
     .about = "PubMed: heart attack*[tiab] OR \"Myocardial Infarction\"[Mesh]",
     .parse = parse_pubmed_or_cochrane,
     .strategies = true,
     .sign_at = pubmed_or_cochrane_sign,
     .is_own_combination = is_pubmed_combination,
     .habit = pubmed_habit},
    {.name = "ctgov",
     .about = "ClinicalTrials.gov: AREA[ConditionSearch](heart attack OR stroke) AND NOT child",
     .parse = parse_ctgov,
     .combine = parse_ovid,
     .sign_at = ctgov_sign},
};

}  // namespace

std::span<const Dialect> dialects() {
  return kDialects;
}

const Dialect& default_dialect() {
  return kDialects[0];
}

const Dialect* find_dialect(std::string_view name) {
  const std::string wanted = base::to_lower_ascii(name);
  const auto* found = std::find_if(std::begin(kDialects), std::end(kDialects),
                                   [&wanted](const Dialect& dialect) { return dialect.name == wanted; });
  return found == std::end(kDialects) ? nullptr : found;
}

}  // namespace trialsift::query
