// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/analysis.hpp"

#include <algorithm>
#include <utility>

#include "search/query_parts.hpp"
#include "search/wildcards.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {
namespace {

using query::Node;
using query::NodeKind;
using query::Occur;

/// Words shown of one place in a sequence.
constexpr std::size_t kMostAtOnePlace = 3;

class Analyst {
 public:
  Analyst(const store::Index& index, Evaluator::Impl& evaluation)
      : words_(index.words()),
        evaluation_(evaluation),
        planner_(evaluation.matcher().planner()),
        expander_(planner_.expander()) {}

  std::vector<AnalyzedPart> parts(const Node& root) {
    if (is_leaf_of_words(root)) {
      add_leaf(root, 0, expander_.expand(root));
    } else {
      add(root, 0);
    }
    return std::move(parts_);
  }

 private:
  AnalyzedPart& part(const Node& node, std::size_t depth, const DocSet& found) {
    AnalyzedPart& part = parts_.emplace_back();
    part.depth = depth;
    part.text = query::to_string(node);
    if (node.occur == Occur::kRequired) part.text.insert(0, "+");
    if (node.occur == Occur::kExcluded) part.text.insert(0, "-");
    part.span = node.span;
    if (!found.is_void()) part.hits = found.size();
    return part;
  }

  void add(const Node& node, std::size_t depth) {
    AnalyzedPart& whole = part(node, depth, evaluation_.evaluate_part(node));
    if (node.kind == NodeKind::kHeading) {
      for (const schema::Field* field : schema::text_fields("mesh")) whole.fields.emplace_back(field->name);
      if (node.explode) {
        for (const schema::Field* field : schema::text_fields("mesh_ancestor")) whole.fields.emplace_back(field->name);
      }
      whole.tokens = analysis::words_of(node.text);
    }
    std::vector<Concept> side_by_side;
    if (node.kind == NodeKind::kAny) side_by_side = expander_.side_by_side(node);
    auto next = side_by_side.begin();
    for (const Node& child : node.children) {
      if (!is_leaf_of_words(child)) {
        add(child, depth + 1);
        continue;
      }
      std::vector<Concept> wanted = expander_.expand(child);
      if (node.kind == NodeKind::kAny && child.occur == Occur::kOptional) {
        // As the neighbours make them: "follow up" stands for followup too.
        for (Concept& each : wanted) each = *next++;
      }
      add_leaf(child, depth + 1, wanted);
    }
  }

  void add_leaf(const Node& leaf, std::size_t depth, const std::vector<Concept>& wanted) {
    DocSet found = DocSet::void_set();
    for (const Concept& each : wanted) found &= evaluation_.documents(each, nullptr);
    AnalyzedPart& part = this->part(leaf, depth, found.is_void() ? DocSet() : found);
    for (const schema::Field* field : fields_of(leaf)) part.fields.emplace_back(field->name);
    if (leaf.kind == NodeKind::kPattern) {
      for (const WordPattern& pattern : WordPattern::of(leaf.text)) part.tokens.push_back(pattern.text());
    } else {
      part.tokens = analysis::words_of(leaf.text);
    }
    for (const Concept& each : wanted) add_expansions(leaf, each, part);
    std::stable_sort(part.expansions.begin(), part.expansions.end(),
                     [](const Expansion& a, const Expansion& b) { return a.trials > b.trials; });
    if (part.expansions.size() > kMostExpansionsShown) part.expansions.resize(kMostExpansionsShown);
  }

  void add_expansions(const Node& leaf, const Concept& wanted, AnalyzedPart& part) {
    if (!wanted.number.empty()) {
      ++part.expansion_count;
      part.expansions.push_back(
          {"id:" + wanted.text, "number", evaluation_.matcher().elements().with_term(wanted.number).size()});
    }
    part.expansion_count += wanted.words.size() + wanted.sequences.size();
    const std::vector<std::string> tokens = analysis::words_of(wanted.text);
    Element words = wanted.words;
    if (words.size() > kMostExpansionsShown) {
      std::stable_sort(words.begin(), words.end(), [this](store::Words::Index a, store::Words::Index b) {
        return words_.occurrences(a) > words_.occurrences(b);
      });
      words.resize(kMostExpansionsShown);
    }
    for (const store::Words::Index word : words) {
      part.expansions.push_back(
          {std::string(words_.text(word)), source_of(leaf, tokens, words_.text(word)), count(wanted, {word}, {})});
    }
    for (const Sequence& sequence : wanted.sequences) {
      const std::string_view source = leaf.kind == NodeKind::kPattern ? "wildcard"
                                      : is_written(sequence, tokens)  ? "written"
                                                                      : "hyphens";
      part.expansions.push_back({text_of(sequence), source, count(wanted, {}, {sequence})});
    }
  }

  std::uint64_t count(const Concept& wanted, Element words, std::vector<Sequence> sequences) {
    Concept one = wanted;
    one.words = std::move(words);
    one.sequences = std::move(sequences);
    return evaluation_.matcher().documents(planner_.plan(one), nullptr).size();
  }

  std::string_view source_of(const Node& leaf, const std::vector<std::string>& tokens, std::string_view word) const {
    if (tokens.size() == 1 && word == tokens.front()) return "written";
    if (leaf.kind == NodeKind::kPattern) return "wildcard";
    return tokens.size() == 1 && stemmer_.stem(tokens.front()) == stemmer_.stem(word) ? "family" : "hyphens";
  }

  bool is_written(const Sequence& sequence, const std::vector<std::string>& tokens) const {
    if (tokens.size() != sequence.size()) return false;
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      const auto is_token = [&](store::Words::Index word) { return words_.text(word) == tokens[i]; };
      if (std::none_of(sequence[i].begin(), sequence[i].end(), is_token)) return false;
    }
    return true;
  }

  /// graft (versus|vs) host
  std::string text_of(const Sequence& sequence) const {
    std::string text;
    for (const Element& element : sequence) {
      std::string words;
      for (std::size_t n = 0; n < std::min(element.size(), kMostAtOnePlace); ++n) {
        words += (n == 0 ? "" : "|") + std::string(words_.text(element[n]));
      }
      if (element.size() > kMostAtOnePlace) words += "|... " + std::to_string(element.size()) + " words";
      text += (text.empty() ? "" : " ") + (element.size() > 1 ? "(" + words + ")" : words);
    }
    return text;
  }

  const store::Words& words_;
  Evaluator::Impl& evaluation_;
  PlacePlanner& planner_;
  const Expander& expander_;
  analysis::Stemmer stemmer_;
  std::vector<AnalyzedPart> parts_;
};

}  // namespace

std::vector<AnalyzedPart> Evaluator::Impl::analyze(const Node& tree, std::span<const DocSet> lines) {
  lines_ = lines;
  matcher_.work().start();
  return Analyst(index_, *this).parts(tree);
}

Analysis analyze(const store::Index& index, const query::Query& query, const SearchOptions& options) {
  return store::through_gate([&] {
    Analysis analysis;
    Evaluator::Impl evaluation(index, options.match);
    evaluation.expand(query, options);
    evaluation.look_at(query.root);
    QueryParts parts(index, evaluation, *options.ranking);
    parts.read(query);
    analysis.compiled = parts.describe();
    analysis.expanded = parts.expanded();
    analysis.parts = evaluation.analyze(query.root, {});
    analysis.warnings = evaluation.take_warnings();
    analysis.total = analysis.parts.front().hits.value_or(0);
    return analysis;
  });
}

}  // namespace trialsift::search
