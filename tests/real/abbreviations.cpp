// SPDX-License-Identifier: GPL-2.0-or-later
// Abbreviations found in abstracts, compared with those that people marked in them.
#include "trialsift/analysis/abbreviations.hpp"

#include <simdjson.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "real/real_data.hpp"
#include "support/catch.hpp"
#include "trialsift/base/text.hpp"

using namespace trialsift;

namespace {

using Pair = std::pair<std::string, std::string>;
using Pairs = std::set<Pair>;

/// Without case, with single blanks.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : base::trim(text)) {
    const bool blank = c == ' ' || c == '\n' || c == '\t' || c == '\r';
    if (!blank) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  return base::to_lower_ascii(out);
}

Pairs marked(const simdjson::dom::element& document, const char* member) {
  Pairs pairs;
  for (const simdjson::dom::element pair : document[member].get_array()) {
    pairs.emplace(plain(pair.at(0).get_string().value()), plain(pair.at(1).get_string().value()));
  }
  return pairs;
}

std::size_t shared(const Pairs& a, const Pairs& b) {
  return static_cast<std::size_t>(
      std::count_if(a.begin(), a.end(), [&](const Pair& pair) { return b.count(pair) > 0; }));
}

}  // namespace

TEST_CASE("96 of 100 abbreviations found are right and 84 of 100 are found in marked abstracts") {
  const auto data = testing::real_data();
  if (!data) return;
  std::size_t right = 0;
  std::size_t found = 0;
  std::size_t wanted = 0;
  simdjson::dom::parser parser;
  for (const simdjson::dom::element document : parser.load_many(*data + "/abbreviations/med1250.jsonl")) {
    Pairs pairs;
    for (const char* member : {"title", "text"}) {
      std::vector<analysis::Abbreviation> abbreviations;
      analysis::find_abbreviations(document[member].get_string().value(), abbreviations);
      for (const auto& each : abbreviations) pairs.emplace(plain(each.short_form), plain(each.long_form));
    }
    const Pairs gold = marked(document, "pairs");
    // Synonyms in brackets are neither right nor wrong.
    for (const Pair& synonym : marked(document, "synonyms")) {
      if (gold.count(synonym) == 0) pairs.erase(synonym);
    }
    right += shared(pairs, gold);
    found += pairs.size();
    wanted += gold.size();
  }
  REQUIRE(wanted > 0);
  const double precision = static_cast<double>(right) / static_cast<double>(found);
  const double recall = static_cast<double>(right) / static_cast<double>(wanted);
  WARN("precision " << precision << ", recall " << recall << " (" << right << " of " << found << " found, " << wanted
                    << " marked)");
  CHECK(precision >= 0.96);
  CHECK(recall >= 0.84);
}
