// SPDX-License-Identifier: GPL-2.0-or-later
#include "reference/agreement.hpp"

#include <map>
#include <stdexcept>

#include "trialsift/query/parser.hpp"
#include "trialsift/search/searcher.hpp"

namespace trialsift::testing {
namespace {

using query::Node;
using query::NodeKind;
using search::DocSet;

bool refers_to_lines(const Node& node) {
  if (node.kind == NodeKind::kLine) return true;
  for (const Node& child : node.children) {
    if (refers_to_lines(child)) return true;
  }
  return false;
}

}  // namespace

Agreement::Agreement(const Reference& reference, const store::Index& index, search::Match match)
    : reference_(reference), index_(index), match_(match), evaluator_(index, match) {
  places_.resize(index.tokens().last_docid() + std::size_t{1}, reference.trials().size());
  for (std::size_t i = 0; i < reference.trials().size(); ++i) {
    const auto document = index.find(reference.trials()[i].id);
    if (!document) throw std::logic_error("not in the index: " + reference.trials()[i].id.text());
    places_.at(*document) = i;
  }
}

std::string Agreement::listed(const Node& tree, const Answer& wanted, const std::vector<bool>& found) const {
  std::string out = query::to_string(tree) + (tree.fallback ? " (or in the descriptions)" : "");
  constexpr std::size_t kMostListed = 5;
  std::size_t missing = 0;
  std::size_t extra = 0;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::string id = ' ' + reference_.trials()[i].id.text();
    if ((*wanted)[i] && !found[i] && ++missing <= kMostListed) out += " misses" + id;
    if (!(*wanted)[i] && found[i] && ++extra <= kMostListed) out += " has too much" + id;
  }
  return out;
}

std::string Agreement::compare(const Node& tree, std::span<const Answer> answers, std::span<const DocSet> lines) {
  const Answer wanted = reference_.evaluate(tree, answers);
  const DocSet set = evaluator_.evaluate(tree, lines);
  if (set.is_void() != !wanted.has_value()) return query::to_string(tree) + " is void for one only";
  std::vector<bool> found(reference_.trials().size(), false);
  set.for_each([&](store::DocId document) { found.at(places_.at(document)) = true; });
  if (wanted && found != *wanted) return listed(tree, wanted, found);
  if (refers_to_lines(tree)) return {};

  // The ranked way, and a fresh evaluator that has nothing looked up.
  query::Query query;
  query.root = tree;
  search::SearchOptions options;
  options.match = match_;
  options.limit = 0;
  options.with_records = false;
  const search::Searcher searcher(index_);
  const search::ResultSet ranked = searcher.search(query, options);
  if (ranked.size() != set.size() || ranked.counts().total != set.size()) {
    return query::to_string(tree) + " ranks " + std::to_string(ranked.size()) + " of " + std::to_string(set.size());
  }
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    if (!set.contains(*index_.find(ranked.hit(i).id))) return query::to_string(tree) + " ranks others";
  }
  if (searcher.count(query, options).total != set.size()) return query::to_string(tree) + " counts otherwise";
  return {};
}

std::string Agreement::difference(const Node& tree, std::span<const Answer> answers, std::span<const DocSet> lines) {
  std::string told = compare(tree, answers, lines);
  if (told.empty()) return told;
  const Node* part = &tree;
  for (bool smaller = true; smaller;) {
    smaller = false;
    if (part->kind == NodeKind::kNear) break;
    for (const Node& child : part->children) {
      const std::string of_child = compare(child, answers, lines);
      if (of_child.empty()) continue;
      told = of_child;
      part = &child;
      smaller = true;
      break;
    }
  }
  return told + " in " + query::to_string(tree);
}

}  // namespace trialsift::testing
