// SPDX-License-Identifier: GPL-2.0-or-later
//
// Headings, and what the evaluation warns of: where other trials are found than a searcher may think.

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "search/evaluation.hpp"
#include "search/lint.hpp"
#include "search/number_terms.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::search {

using query::Node;
using query::NodeKind;

namespace {

bool is_human(const Node& heading) {
  const std::string name = base::to_lower_ascii(base::trim(heading.text));
  return name == "human" || name == "humans";
}
bool is_animal(const Node& heading) {
  const std::string name = base::to_lower_ascii(base::trim(heading.text));
  return name == "animal" || name == "animals";
}

/// The terms of the numbers that a tree asks for.
std::set<std::string> ids_in(const Node& node) {
  std::set<std::string> terms;
  if (node.kind == NodeKind::kFilter && node.field == "id") terms.insert(number_term(node.text));
  for (const Node& child : node.children) terms.merge(ids_in(child));
  return terms;
}

FieldMask mesh_fields() {
  static const FieldMask mask = mask_of(schema::text_fields("mesh")) | mask_of(schema::text_fields("mesh_ancestor"));
  return mask;
}

}  // namespace

std::vector<query::Warning> Evaluator::Impl::take_warnings() {
  return std::exchange(warnings_, {});
}

void Evaluator::Impl::warn(query::Warning warning) {
  const bool told = std::any_of(warnings_.begin(), warnings_.end(),
                                [&warning](const query::Warning& w) { return w.code == warning.code; });
  if (!told) warnings_.push_back(std::move(warning));
}

void Evaluator::Impl::look_at(const Node& tree) {
  for (query::Warning& warning : lint(tree, index_.words(), matcher_.planner().expander())) warn(std::move(warning));
  warn_of_substitutes(tree);
  warn_of_numbers(tree, ids_in(tree));
  warn_of_exclusions(tree);
}

void Evaluator::Impl::warn_of_numbers(const Node& node, const std::set<std::string>& ids) {
  for (const Node& child : node.children) warn_of_numbers(child, ids);
  if (node.kind != NodeKind::kWord && node.kind != NodeKind::kPhrase) return;
  const std::string term = number_term(node.text);
  const std::vector<Concept> words = matcher_.planner().expander().expand(node);
  const auto is_found = [](const Concept& word) { return !word.number.empty(); };
  if (ids.count(term) > 0 || std::any_of(words.begin(), words.end(), is_found)) return;
  const auto is_known = [](const Concept& word) { return word.has_words(); };
  const bool has_digit = std::any_of(node.text.begin(), node.text.end(), base::is_digit);
  if (std::any_of(words.begin(), words.end(), is_known) && !has_digit) return;
  const std::size_t trials = matcher_.elements().with_term(term).size();
  if (trials == 0) return;
  warn({"number-as-words",
        base::shown(node.text) + " was looked for in texts; id:" + base::shown(node.text) + " finds " +
            std::to_string(trials) + (trials == 1 ? " trial" : " trials"),
        node.span, false});
}

/// Where a word of eligibility criteria is mostly one of those who may not take part.
void Evaluator::Impl::warn_of_exclusions(const Node& node) {
  if (node.kind == NodeKind::kNot || node.occur == query::Occur::kExcluded) return;
  for (const Node& child : node.children) warn_of_exclusions(child);
  const bool is_text =
      node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase || node.kind == NodeKind::kPattern;
  if (!is_text || node.field != "eligibility") return;
  const auto in_field = [&](const char* field) {
    Node part = node;
    part.field = field;
    return leaf(part, nullptr);
  };
  DocSet excluding = in_field("exclusion");
  DocSet all = excluding;
  for (const char* field : {"inclusion", "other_criteria"}) {
    const DocSet others = in_field(field);
    excluding -= others;
    all |= others;
  }
  constexpr std::size_t kFewHits = 20;
  if (all.size() < kFewHits || excluding.size() * 2 <= all.size()) return;
  warn({"mostly-exclusions",
        std::to_string(excluding.size()) + " of " + std::to_string(all.size()) + " trials have " +
            base::shown(node.text) +
            " among their exclusion criteria only: write inclusion: or exclusion: in the place of eligibility:",
        node.span, false});
}

void Evaluator::Impl::warn_of_loss(const Node& unwanted, std::size_t before, std::size_t after) {
  constexpr std::size_t kFewHits = 20;  // fewer are looked through by eye
  if (before < kFewHits || after * 2 >= before || unwanted.kind == NodeKind::kEvery) return;
  warn({"not-removes-most",
        "NOT leaves out " + std::to_string(before - after) + " of " + std::to_string(before) +
            " trials: " + base::shown(query::to_string(unwanted)),
        unwanted.span, false});
}

DocSet Evaluator::Impl::heading(const Node& node, const DocSet* within) {
  if (is_human(node)) return matcher_.elements().every();
  if (is_animal(node)) return {};
  DocSet without_mesh = matcher_.elements().lacking(mesh_fields());
  if (within != nullptr) without_mesh &= *within;
  DocSet found = matcher_.documents(matcher_.planner().plan_heading(node), within);
  found |= matcher_.documents(matcher_.planner().plan_heading_in_text(node), &without_mesh);
  return found;
}

void Evaluator::Impl::warn_of_substitutes(const Node& node) {
  for (const Node& child : node.children) warn_of_substitutes(child);
  if (node.fallback) warn_of_fallback(node);
  if (node.kind != NodeKind::kHeading || is_human(node) || is_animal(node)) return;
  const DocSet& without_mesh = matcher_.elements().lacking(mesh_fields());
  if (without_mesh.empty()) return;
  warn({"heading-in-text",
        std::to_string(without_mesh.size()) +
            " trials have no MeSH terms: there the words of a heading are looked for in conditions, keywords and "
            "interventions",
        node.span, true});
}

void Evaluator::Impl::warn_of_fallback(const Node& node) {
  const FieldMask fields = mask_of(fields_of(node));
  const DocSet& lacking = matcher_.elements().lacking(fields);
  if (lacking.empty() || (fields & description_fields()) == description_fields()) return;
  warn({"field-fallback",
        std::to_string(lacking.size()) + " trials have no " + node.field +
            ": there the descriptions are searched instead",
        node.span, true});
}

}  // namespace trialsift::search
