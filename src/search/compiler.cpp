// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/compiler.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "trialsift/base/error.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::search {
namespace {

using query::Node;
using query::NodeKind;
using query::Occur;
using Xapian::Query;

bool is_leaf_of_words(const Node& node) {
  return node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase || node.kind == NodeKind::kPattern;
}

/// Sums of weights depend on their order in the last digit, enough to reorder ties: the order is that of the queries'
/// descriptions, not of the user's words.
Query combine(Query::op operation, std::vector<std::pair<std::string, Query>> parts) {
  std::sort(parts.begin(), parts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Query> queries;
  for (auto& [key, query] : parts) queries.push_back(std::move(query));
  return Query(operation, queries.begin(), queries.end());
}

/// What makes two leaves the same, and what orders them.
std::string key_of(const Concept& c) {
  std::string key;
  for (const schema::Field* field : c.fields) key += std::string(field->prefix) + ',';
  for (const store::Words::Index word : c.words) key += ' ' + std::to_string(word);
  for (const Sequence& sequence : c.sequences) {
    key += " (";
    for (const Element& element : sequence) {
      for (const store::Words::Index word : element) key += ' ' + std::to_string(word);
      key += '|';
    }
  }
  return key;
}

}  // namespace

Query Compiler::compile(const query::Query& query, Match match) {
  match_ = match;
  concepts_.clear();
  if (query.root.kind == NodeKind::kAny && query.root.children.empty()) return Query::MatchAll;
  return node(query.root, Role::kRanked);
}

Query Compiler::node(const Node& node, Role role) {
  switch (node.kind) {
    case NodeKind::kAny:
      return any(node, role);
    case NodeKind::kAnd:
      return all_of(node, role);
    case NodeKind::kOr: {
      std::vector<std::pair<std::string, Query>> parts;
      for (const Node& child : node.children) {
        Query query = this->node(child, role);
        parts.emplace_back(query.get_description(), std::move(query));
      }
      return combine(Query::OP_OR, std::move(parts));
    }
    case NodeKind::kNot:
      return Query(Query::OP_AND_NOT, Query::MatchAll, this->node(node.children.front(), Role::kUnranked));
    case NodeKind::kFilter:
      return filter(node);
    case NodeKind::kRange:
      return range(node);
    case NodeKind::kHas:
      return has(node);
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPattern:
      return leaf(node, role);
    case NodeKind::kEvery:
      return Query::MatchAll;
    case NodeKind::kNear:
    case NodeKind::kHeading:
    case NodeKind::kVoid:
    case NodeKind::kLine:
      break;
  }
  throw base::Error(base::ErrorCode::kInternal, "a query tree holds a node of no kind");
}

Query Compiler::all_of(const Node& node, Role role) {
  std::vector<std::pair<std::string, Query>> wanted;
  std::vector<Query> unwanted;
  for (const Node& child : node.children) {
    if (child.kind == NodeKind::kNot) {
      unwanted.push_back(this->node(child.children.front(), Role::kUnranked));
    } else {
      Query query = this->node(child, role);
      wanted.emplace_back(query.get_description(), std::move(query));
    }
  }
  Query query = wanted.empty() ? Query::MatchAll : combine(Query::OP_AND, std::move(wanted));
  if (unwanted.empty()) return query;
  return Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, unwanted.begin(), unwanted.end()));
}

Query Compiler::any(const Node& node, Role role) {
  std::vector<Concept> words;  // optional words side by side, whose joined spellings are looked up
  std::vector<std::pair<std::string, Query>> optional;
  std::vector<std::pair<std::string, Query>> required;
  std::vector<Query> excluded;
  std::map<std::string, std::vector<Query>> filters;
  const auto put = [](std::vector<std::pair<std::string, Query>>& into, Query query) {
    std::string key = query.get_description();
    into.emplace_back(std::move(key), std::move(query));
  };
  bool adjacent = false;
  for (const Node& child : node.children) {
    if (child.occur == Occur::kOptional && is_leaf_of_words(child)) {
      for (Concept& next : expand(child)) {
        const bool joinable = child.kind == NodeKind::kWord && !child.exact;
        if (joinable && adjacent) expander_.join(words.back(), next);
        words.push_back(std::move(next));
        adjacent = joinable;
      }
      continue;
    }
    adjacent = false;
    switch (child.occur) {
      case Occur::kOptional:
        put(optional, this->node(child, role));
        break;
      case Occur::kRequired:
        put(required, this->node(child, role));
        break;
      case Occur::kExcluded:
        excluded.push_back(this->node(child, Role::kUnranked));
        break;
      case Occur::kFilter: {
        // Values of one field are alternatives; anything else beside words is a condition of its own.
        const bool value = child.kind == NodeKind::kFilter || child.kind == NodeKind::kRange;
        const std::string key = value ? child.field : "#" + std::to_string(filters.size());
        filters[key].push_back(this->node(child, Role::kUnranked));
        break;
      }
    }
  }
  for (const Concept& word : words) put(optional, concept_query(word, role));

  if (match_ == Match::kAll) {
    std::move(optional.begin(), optional.end(), std::back_inserter(required));
    optional.clear();
  }
  Query query = Query::MatchAll;
  if (!required.empty()) {
    query = combine(Query::OP_AND, std::move(required));
    // Without weight optional parts change nothing, and Xapian 1.4.22 reads uninitialized weights of an OP_AND_MAYBE on
    // the right of an OP_AND_NOT: it lost matches.
    if (!optional.empty() && role == Role::kRanked) {
      query = Query(Query::OP_AND_MAYBE, query, combine(Query::OP_OR, std::move(optional)));
    }
  } else if (!optional.empty()) {
    query = combine(Query::OP_OR, std::move(optional));
  }
  for (const auto& [field, values] : filters) {
    query = Query(Query::OP_FILTER, query, Query(Query::OP_OR, values.begin(), values.end()));
  }
  if (!excluded.empty()) {
    query = Query(Query::OP_AND_NOT, query, Query(Query::OP_OR, excluded.begin(), excluded.end()));
  }
  return query;
}

std::vector<Concept> Compiler::expand(const Node& node) const {
  const std::vector<const schema::Field*> fields =
      node.field.empty() ? schema::default_fields() : schema::text_fields(node.field);
  std::optional<Concept> one;
  if (node.kind == NodeKind::kWord && !node.exact) return expander_.word(node.text, fields);
  if (node.kind == NodeKind::kPattern) {
    one = expander_.prefix(std::string_view(node.text).substr(0, node.text.size() - 1), fields);
  } else {
    one = expander_.phrase(node.text, fields);
  }
  if (!one) return {};
  return {*std::move(one)};
}

Query Compiler::leaf(const Node& node, Role role) {
  std::vector<std::pair<std::string, Query>> parts;
  for (const Concept& c : expand(node)) {
    Query query = concept_query(c, role);
    parts.emplace_back(query.get_description(), std::move(query));
  }
  // Text without a word ("+", "&") matches nothing.
  if (parts.empty()) return Query::MatchNothing;
  return combine(Query::OP_AND, std::move(parts));
}

double Compiler::weigh(std::uint64_t matching, Role role) {
  if (role == Role::kUnranked) return 0;
  return concepts_.back().weight = Bm25::inverse_document_frequency(matching, index_.manifest().trials);
}

Query Compiler::concept_query(const Concept& wanted, Role role) {
  if (role == Role::kRanked) concepts_.push_back(wanted);
  if (wanted.empty()) return Query::MatchNothing;
  if (wanted.document_count) {
    std::vector<Query> terms;
    for (const schema::Field* field : wanted.fields) {
      for (const store::Words::Index word : wanted.words) {
        const Query term(std::string(field->prefix) + std::string(index_.words().text(word)));
        for (unsigned i = 0; i < field->weight; ++i) terms.push_back(term);
      }
    }
    const double scale = weigh(*wanted.document_count, role);
    return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_SYNONYM, terms.begin(), terms.end()), scale);
  }
  const std::string key = key_of(wanted);
  std::shared_ptr<const PostingList>& postings = matched_[key];
  if (!postings) postings = std::make_shared<const PostingList>(match(index_, wanted));
  if (postings->empty()) return Query::MatchNothing;
  const double scale = weigh(postings->size(), role);
  auto* source = new PostingListSource(key, postings, index_, bm25_);
  return Query(Query::OP_SCALE_WEIGHT, Query(source->release()), scale);
}

Query Compiler::filter(const Node& node) const {
  const schema::Field& field = *schema::find_field(node.field);
  return Query(Query::OP_SCALE_WEIGHT, Query(std::string(field.prefix) + schema::key_form(field, node.text)), 0.0);
}

Query Compiler::has(const Node& node) const {
  std::vector<Query> fields;
  for (const schema::Field* field : schema::text_fields(node.field)) {
    fields.emplace_back(std::string(schema::kHasPrefix) + std::string(field->name));
  }
  if (fields.empty()) fields.emplace_back(std::string(schema::kHasPrefix) + node.field);
  return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_OR, fields.begin(), fields.end()), 0.0);
}

/// Intervals that overlap: the trial's begins before the wanted one ends, and ends after it begins.
Query Compiler::range(const Node& node) const {
  const schema::Field& field = *schema::find_field(node.field);
  const auto slot = static_cast<Xapian::valueno>(field.slot);
  Query query(std::string(schema::kHasPrefix) + std::string(field.name));
  if (node.low != query::kOpenLow) {
    const Query ends_after(Query::OP_VALUE_GE, slot + 1, Xapian::sortable_serialise(static_cast<double>(node.low)));
    query = Query(Query::OP_AND, query, ends_after);
  }
  if (node.high != query::kOpenHigh) {
    const Query begins_before(Query::OP_VALUE_LE, slot, Xapian::sortable_serialise(static_cast<double>(node.high)));
    query = Query(Query::OP_AND, query, begins_before);
  }
  return Query(Query::OP_SCALE_WEIGHT, query, 0.0);
}

}  // namespace trialsift::search
