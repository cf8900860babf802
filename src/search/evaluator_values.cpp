// SPDX-License-Identifier: GPL-2.0-or-later
//
// What the evaluation knows of values: filters, ranges, and trials that lack a field.

#include <xapian.h>

#include <optional>
#include <string>
#include <utility>

#include "search/beside_records.hpp"
#include "search/evaluation.hpp"
#include "trialsift/model/vocabulary.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::search {

using query::Node;
using query::NodeKind;

Lacking Evaluator::Impl::lacking(const Node& tree, std::span<const DocSet> lines, const DocSet* within) {
  Lacking lacking;
  const std::vector<std::string> fields = query::wanted_values(tree);
  if (fields.empty()) return lacking;
  lines_ = lines;
  Node keeping = tree;
  query::keep_missing(keeping);
  DocSet more = node(keeping, nullptr);
  if (more.is_void()) return lacking;
  more -= node(tree, nullptr);
  if (within != nullptr) more &= *within;
  lacking.total = more.size();
  for (const std::string& field : fields) {
    Node has;
    has.kind = NodeKind::kHas;
    has.field = field;
    DocSet without = more;
    without -= leaf(has, nullptr);
    if (!without.empty()) lacking.fields.push_back({field, without.size()});
  }
  warnings_.clear();
  return lacking;
}

DocSet Evaluator::Impl::filter(const Node& node) {
  const schema::Field& field = *schema::find_field(node.field);
  if (field.name == "status" && node.text == model::kPastCompletion) return past_completion(index_);
  return matcher_.elements().with_term(std::string(field.prefix) + schema::key_form(field, node.text));
}

DocSet Evaluator::Impl::has(const Node& node) {
  if (field_beside_record(node.field) != nullptr) {
    return with_date_beside_record(index_, matcher_.elements().every(), std::nullopt);
  }
  std::vector<std::string> names;
  for (const schema::Field* field : schema::text_fields(node.field)) names.emplace_back(field->name);
  if (names.empty()) names.push_back(node.field);
  DocSet found;
  for (const std::string& name : names) found |= matcher_.elements().with_term(std::string(schema::kHasPrefix) + name);
  return found;
}

/// Intervals that overlap: the trial's begins before the wanted one ends, and ends after it begins.
DocSet Evaluator::Impl::range(const Node& node, const DocSet* within) {
  if (field_beside_record(node.field) != nullptr) {
    const DocSet& documents = within == nullptr ? matcher_.elements().every() : *within;
    matcher_.work().spend(documents.size() * Work::kPostingSteps);
    return with_date_beside_record(index_, documents, schema::Interval{node.low, node.high});
  }
  const Xapian::Database& database = index_.database();
  const auto slot = static_cast<Xapian::valueno>(schema::find_field(node.field)->slot);
  std::vector<store::DocId> ids;
  auto low = database.valuestream_begin(slot);
  auto high = database.valuestream_begin(slot + 1);
  const auto end = database.valuestream_end(slot);
  const auto look = [&] {
    matcher_.work().spend(2 * Work::kPostingSteps);
    const double first = Xapian::sortable_unserialise(*low);
    const double last = Xapian::sortable_unserialise(*high);
    if (first <= static_cast<double>(node.high) && last >= static_cast<double>(node.low)) {
      ids.push_back(low.get_docid());
    }
  };
  if (within == nullptr) {
    for (; low != end; ++low, ++high) look();
  } else {
    within->for_each([&](store::DocId document) {
      if (low == end) return;
      low.skip_to(document);
      if (low == end || low.get_docid() != document) return;
      high.skip_to(document);
      look();
    });
  }
  return DocSet::of(std::move(ids));
}

DocSet Evaluator::Impl::with_missing(const Node& node, DocSet found) {
  if (!node.keep_missing) return found;
  DocSet missing = matcher_.elements().every();
  missing -= has(node);
  return found |= missing;
}

}  // namespace trialsift::search
