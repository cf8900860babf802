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

/// Negations and what says which trials but not how well.
bool is_condition(const Node& node) {
  switch (node.kind) {
    case NodeKind::kNot:
    case NodeKind::kFilter:
    case NodeKind::kRange:
    case NodeKind::kHas:
    case NodeKind::kLine:
      return true;
    default:
      return false;
  }
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
  if (c.fallback) key += '~';
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

Query Compiler::compile(const query::Query& query, Match match, const DocSet* within) {
  match_ = match;
  evaluation_.set_match(match);
  evaluation_.matcher().work().start();
  targets_.clear();
  expanded_.clear();
  text_ = query.text;
  evaluation_.look_at(query.root);
  Query compiled = Query::MatchAll;
  if (query.root.kind != NodeKind::kAny || !query.root.children.empty()) {
    compiled = node(query.root).value_or(Query::MatchNothing);
  }
  if (within == nullptr) return compiled;
  const Query only = set(*within, "within").value_or(Query::MatchNothing);
  return Query(Query::OP_FILTER, compiled, only);
}

Compiler::Part Compiler::node(const Node& node) {
  if (node.at_start || node.at_end) return set(evaluation_.evaluate_part(node), query::to_string(node));
  switch (node.kind) {
    case NodeKind::kAny:
      return any(node);
    case NodeKind::kAnd:
      return all_of(node);
    case NodeKind::kOr: {
      Parts parts;
      for (const Node& child : node.children) {
        if (Part query = this->node(child)) parts.emplace_back(query->get_description(), *std::move(query));
      }
      if (parts.empty()) return std::nullopt;
      return combine(Query::OP_OR, std::move(parts));
    }
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPattern:
      return leaf(node);
    case NodeKind::kNear:
      return near(node);
    case NodeKind::kHeading:
      return heading(node);
    case NodeKind::kEvery:
      return Query::MatchAll;
    case NodeKind::kVoid:
      return std::nullopt;
    default:
      return set(evaluation_.evaluate_part(node), query::to_string(node));
  }
}

Compiler::Part Compiler::set(const DocSet& documents, const std::string& text, double scale) {
  if (documents.is_void()) return std::nullopt;
  if (documents.empty()) return Query::MatchNothing;
  PostingList postings;
  postings.reserve(documents.size());
  documents.for_each([&](store::DocId document) { postings.push_back({document, 0}); });
  const std::string key = "set " + std::to_string(sets_++);
  texts_[key] = text;
  return source(key, kept(std::move(postings)), scale);
}

std::shared_ptr<const PostingList> Compiler::kept(PostingList postings) {
  constexpr std::size_t kMostBytes = 70'000'000;
  bytes_ += postings.size() * sizeof(Posting);
  if (bytes_ > kMostBytes) {
    throw base::Error(base::ErrorCode::kQueryCost, "this query has too many frequent parts to be ranked",
                      "count it, or run it with screen run, which do not rank; or write fewer wildcards and phrases");
  }
  return std::make_shared<const PostingList>(std::move(postings));
}

Compiler::Part Compiler::all_of(const Node& node) {
  Parts wanted;
  bool conditions = false;
  for (const Node& child : node.children) {
    if (is_condition(child)) {
      conditions = true;
    } else if (Part query = this->node(child)) {
      wanted.emplace_back(query->get_description(), *std::move(query));
    }
  }
  if (!conditions) {
    if (wanted.empty()) return std::nullopt;
    return combine(Query::OP_AND, std::move(wanted));
  }
  Part only = set(evaluation_.evaluate_part(node), query::to_string(node));
  if (wanted.empty() || !only) return only;
  return Query(Query::OP_FILTER, combine(Query::OP_AND, std::move(wanted)), *only);
}

Compiler::Part Compiler::any(const Node& node) {
  Parts optional;
  Parts required;
  bool conditions = false;
  const auto put = [](Parts& into, Part query) {
    if (!query) return;
    std::string key = query->get_description();
    into.emplace_back(std::move(key), *std::move(query));
  };
  for (const Node& child : node.children) {
    switch (child.occur) {
      case Occur::kOptional:
        if (!is_leaf_of_words(child)) put(optional, this->node(child));
        break;
      case Occur::kRequired:
        put(required, this->node(child));
        break;
      case Occur::kExcluded:
      case Occur::kFilter:
        conditions = true;
        break;
    }
  }
  for (auto& word : two_tiers(evaluation_.words_of_any(node))) optional.push_back(std::move(word));

  if (match_ == Match::kAll) {
    std::move(optional.begin(), optional.end(), std::back_inserter(required));
    optional.clear();
  }
  Part query;
  if (!required.empty()) {
    query = combine(Query::OP_AND, std::move(required));
    if (!optional.empty()) query = Query(Query::OP_AND_MAYBE, *query, combine(Query::OP_OR, std::move(optional)));
  } else if (!optional.empty()) {
    query = combine(Query::OP_OR, std::move(optional));
  }
  if (!conditions) return query;
  Part only = set(evaluation_.evaluate_part(node), query::to_string(node));
  if (!query || !only) return only;
  return Query(Query::OP_FILTER, *query, *only);
}

Compiler::Part Compiler::leaf(const Node& node) {
  Parts parts = two_tiers(evaluation_.words_of_leaf(node));
  // Text without a word ("+", "&") matches nothing.
  if (parts.empty()) return Query::MatchNothing;
  return combine(Query::OP_AND, std::move(parts));
}

std::string Compiler::text_of(const Node& node) const {
  if (node.span.end <= node.span.begin || node.span.end > text_.size()) return query::to_string(node);
  return std::string(text_.substr(node.span.begin, node.span.end - node.span.begin));
}

Compiler::Part Compiler::near(const Node& node) {
  Matcher& matcher = evaluation_.matcher();
  Target& target = targets_.emplace_back(Target{text_of(node), 0, matcher.planner().plan_near(node)});
  const std::string key = leaf_key(node);
  texts_[key] = query::to_string(node);
  std::shared_ptr<const PostingList>& postings = matched_[key];
  if (!postings) postings = kept(match(index_, matcher, target.plan));
  if (postings->empty()) return Query::MatchNothing;
  return source(key, postings, weigh(node.weight, postings->size()));
}

/// A heading counts as one occurrence.
Compiler::Part Compiler::heading(const Node& node) {
  PlacePlanner& planner = evaluation_.matcher().planner();
  PlacePlan either;
  either.kind = PlacePlan::Kind::kEither;
  either.children = {planner.plan_heading(node), planner.plan_heading_in_text(node)};
  for (const PlacePlan& child : either.children) either.fields |= child.fields;
  targets_.push_back({node.text, 0, std::move(either)});
  const DocSet documents = evaluation_.evaluate_part(node);
  return set(documents, query::to_string(node), weigh(node.weight, documents.size()));
}

double Compiler::weigh(double boost, std::uint64_t matching, double most) {
  const double idf = Bm25::inverse_document_frequency(matching, index_.manifest().trials);
  targets_.back().weight = boost * std::min(idf, most);
  return targets_.back().weight;
}

std::string Compiler::describe(const Query& compiled) const {
  std::string text = compiled.get_description();
  const std::string head = "PostingSource(";
  for (std::size_t at = text.find(head); at != std::string::npos; at = text.find(head, at + 1)) {
    const std::size_t begin = at + head.size();
    const std::string* longest = nullptr;  // names may begin alike
    for (const auto& [name, meaning] : texts_) {
      if (text.compare(begin, name.size(), name) != 0) continue;
      if (longest == nullptr || name.size() > longest->size()) longest = &name;
    }
    if (longest != nullptr) text.replace(begin, longest->size(), texts_.at(*longest));
  }
  return text;
}

Query Compiler::source(const std::string& key, std::shared_ptr<const PostingList> postings, double scale) {
  auto* source = new PostingListSource(key, std::move(postings), index_, bm25_);
  return Query(Query::OP_SCALE_WEIGHT, Query(source->release()), scale);
}

Compiler::Parts Compiler::two_tiers(const std::vector<Concept>& words) {
  std::vector<Query> queries;
  std::vector<double> idfs;  // of words that no trial holds: no bound
  for (const Concept& word : words) {
    queries.push_back(concept_query(word));
    const double weight = targets_.back().weight;
    idfs.push_back(weight > 0 && word.boost > 0 ? weight / word.boost : kNoBound);
  }
  Parts parts;
  for (std::size_t i = 0; i < words.size(); ++i) {
    Parts either;
    either.emplace_back(queries[i].get_description(), queries[i]);
    for (const Variant& variant : words[i].variants) {
      // The first of the words that it belongs to has it.
      if (variant.covered == 0 && match_ == Match::kAny) continue;
      // A rare expansion must not outweigh the words that it stands for.
      double most = kNoBound;
      for (std::size_t k = i; k < i + variant.covered; ++k) most = std::min(most, idfs[k]);
      Query query = concept_query(variant.meaning, variant.weight, most);
      if (variant.covered == 0) {
        targets_.pop_back();
      } else {
        std::string of;
        for (std::size_t k = i; k < i + variant.covered; ++k) of += (k == i ? "" : " ") + words[k].text;
        expanded_.push_back({std::move(of), variant.meaning.text, variant.source, variant.weight, matching_});
      }
      either.emplace_back(query.get_description(), std::move(query));
    }
    Query query = either.size() == 1 ? queries[i] : combine(Query::OP_OR, std::move(either));
    parts.emplace_back(query.get_description(), std::move(query));
  }
  return parts;
}

Query Compiler::concept_query(const Concept& wanted, double share, double most) {
  targets_.push_back({wanted.text, 0, evaluation_.matcher().planner().plan(wanted)});
  matching_ = 0;
  if (wanted.empty()) return Query::MatchNothing;
  if (wanted.document_count) {
    std::vector<Query> terms;
    for (const schema::Field* field : wanted.fields) {
      for (const store::Words::Index word : wanted.words) {
        const Query term(std::string(field->prefix) + std::string(index_.words().text(word)));
        for (unsigned i = 0; i < field->weight; ++i) terms.push_back(term);
      }
    }
    matching_ = *wanted.document_count;
    const double scale = weigh(wanted.boost * share, matching_, most);
    return Query(Query::OP_SCALE_WEIGHT, Query(Query::OP_SYNONYM, terms.begin(), terms.end()), scale);
  }
  const std::string key = key_of(wanted);
  texts_[key] = wanted.text;
  std::shared_ptr<const PostingList>& postings = matched_[key];
  if (!postings) postings = kept(match(index_, evaluation_.matcher(), wanted));
  if (postings->empty()) return Query::MatchNothing;
  matching_ = postings->size();
  return source(key, postings, weigh(wanted.boost * share, matching_, most));
}

}  // namespace trialsift::search
