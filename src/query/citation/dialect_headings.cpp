// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "query/characters.hpp"
#include "query/citation/dialect_leaf.hpp"
#include "query/diagnostics.hpp"
#include "query/shape.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

/// Ages that MEDLINE's indexers tick, as MeSH defines them; exploded, from the first to the last of the narrower ones.
struct CheckTag {
  std::string_view heading;
  std::string_view low;
  std::string_view high;
  std::string_view exploded_low;
  std::string_view exploded_high;
};
constexpr CheckTag kAges[] = {
    {"infant, newborn", "0 days", "29 days", "0 days", "29 days"},
    {"infant", "1 month", "23 months", "0 days", "23 months"},
    {"child, preschool", "2 years", "5 years", "2 years", "5 years"},
    {"child", "6 years", "12 years", "2 years", "12 years"},
    {"adolescent", "13 years", "18 years", "13 years", "18 years"},
    {"young adult", "19 years", "24 years", "19 years", "24 years"},
    {"adult", "19 years", "44 years", "19 years", ""},
    {"middle aged", "45 years", "64 years", "45 years", "64 years"},
    {"aged", "65 years", "", "65 years", ""},
    {"aged, 80 and over", "80 years", "", "80 years", ""},
};

std::string ages(std::string_view low, std::string_view high) {
  if (high.empty()) return "ages from " + std::string(low);
  return "ages " + std::string(low) + " to " + std::string(high);
}

/// Humans, Animals, ages and sexes; nothing for other headings.
std::optional<Node> check_tag(const std::string& lower, bool explode, Span span, const DialectContext& context) {
  if (lower == "human" || lower == "humans") {
    context.tell("check-tag", "the heading Humans finds every record here", span, true);
    return every_record(span);
  }
  if (lower == "animal" || lower == "animals") {
    context.tell("check-tag", "the heading Animals finds no record here", span, true);
    return no_record(span);
  }
  if (lower == "female" || lower == "male") {
    context.tell("check-tag", "the heading " + lower + " is the sex of the participants here", span, true);
    return sex_choice(lower, span);
  }
  for (const CheckTag& age : kAges) {
    if (age.heading != lower) continue;
    const std::string_view low = explode ? age.exploded_low : age.low;
    const std::string_view high = explode ? age.exploded_high : age.high;
    context.tell("check-tag", "the heading " + lower + " is " + ages(low, high) + " of the participants here", span,
                 true);
    return age_range(low, high, span);
  }
  return std::nullopt;
}

}  // namespace

Node heading_leaf(std::string_view text, bool explode, Span span, const DialectContext& context) {
  std::string heading = base::collapse_space(cleaned(text));
  if (const std::size_t slash = heading.find('/'); slash != std::string::npos) {
    context.tell("subheading",
                 "subheadings (" + shown(base::trim(heading.substr(slash + 1))) + ") are dropped: records have none",
                 span, true);
    heading.resize(slash);
    heading = base::trim(heading);
  }
  if (count_letters(heading) == 0) fail(span.begin, "there is no heading here: write one");
  if (std::optional<Node> tag = check_tag(base::to_lower_ascii(heading), explode, span, context)) return *tag;
  if (heading.find_first_of("*?#") != std::string::npos) {
    Node pattern = words_leaf(std::move(heading), span);
    pattern.field = "mesh";
    pattern.fallback = true;
    return pattern;
  }
  Node node = leaf(NodeKind::kHeading, span);
  node.text = std::move(heading);
  node.explode = explode;
  return node;
}

}  // namespace trialsift::query
