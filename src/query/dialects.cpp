// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/query/dialects.hpp"

#include <algorithm>

#include "query/ctgov.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/query/parser.hpp"

namespace trialsift::query {
namespace {

constexpr Dialect kDialects[] = {
    {"native", [](std::string_view text, const References&, const DialectOptions&) { return parse_native(text); },
     "for people: docs/query-language.md"},
    {"ctgov", parse_ctgov, "search expressions of ClinicalTrials.gov: AREA[...], EXPANSION[...], RANGE[...]"},
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

Detection detect_dialect(std::string_view /*text*/) {
  return {&kDialects[0], "nothing in it speaks for another"};
}

}  // namespace trialsift::query
