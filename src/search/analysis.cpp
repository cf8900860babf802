// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/analysis.hpp"

#include <algorithm>
#include <utility>

#include "search/compiler.hpp"
#include "search/wildcards.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {
namespace {

using query::Node;
using query::NodeKind;

class Analyst {
 public:
  Analyst(const store::Index& index, const query::Query& query, const SearchOptions& options)
      : index_(index), evaluation_(index, options.match) {
    evaluation_.expand(query, options);
  }

  std::vector<AnalyzedPart> parts(const Node& root) {
    add(root, 0);
    return std::move(parts_);
  }

 private:
  void add(const Node& node, std::size_t depth) {
    AnalyzedPart part;
    part.depth = depth;
    part.text = query::to_string(node);
    if (node.occur == query::Occur::kRequired) part.text.insert(0, "+");
    if (node.occur == query::Occur::kExcluded) part.text.insert(0, "-");
    part.span = node.span;
    const DocSet found = evaluation_.evaluate(node, {});
    if (!found.is_void()) part.hits = found.size();
    if (node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase || node.kind == NodeKind::kPattern) {
      add_words(node, part);
    }
    parts_.push_back(std::move(part));
    for (const Node& child : node.children) add(child, depth + 1);
  }

  void add_words(const Node& leaf, AnalyzedPart& part) {
    for (const schema::Field* field : fields_of(leaf)) part.fields.emplace_back(field->name);
    if (leaf.kind == NodeKind::kPattern) {
      for (const WordPattern& pattern : WordPattern::of(leaf.text)) part.tokens.push_back(pattern.text());
    } else {
      part.tokens = analysis::words_of(leaf.text);
    }
    for (const Concept& wanted : evaluation_.matcher().planner().expander().expand(leaf)) {
      part.expansion_count += wanted.words.size() + wanted.sequences.size();
      for (const Sequence& sequence : wanted.sequences) add_sequence(leaf, wanted, sequence, part);
      Element words = wanted.words;
      std::sort(words.begin(), words.end(), [this](store::Words::Index a, store::Words::Index b) {
        const auto times = [this](store::Words::Index word) { return index_.words().occurrences(word); };
        return times(a) != times(b) ? times(a) > times(b) : a < b;
      });
      if (words.size() > kMostExpansionsShown) words.resize(kMostExpansionsShown);
      for (const store::Words::Index word : words) {
        part.expansions.push_back(
            {std::string(index_.words().text(word)), source_of(leaf, wanted, word), count(wanted, {word}, {})});
      }
    }
    std::stable_sort(part.expansions.begin(), part.expansions.end(),
                     [](const Expansion& a, const Expansion& b) { return a.trials > b.trials; });
    if (part.expansions.size() > kMostExpansionsShown) part.expansions.resize(kMostExpansionsShown);
  }

  std::uint64_t count(const Concept& wanted, Element words, std::vector<Sequence> sequences) {
    Concept one = wanted;
    one.words = std::move(words);
    one.sequences = std::move(sequences);
    return evaluation_.matcher().documents(evaluation_.matcher().planner().plan(one), nullptr).size();
  }

  std::string_view source_of(const Node& leaf, const Concept& wanted, store::Words::Index word) const {
    const std::vector<std::string> tokens = analysis::words_of(wanted.text);
    const bool one = tokens.size() == 1;
    if (one && index_.words().text(word) == tokens.front()) return "written";
    if (leaf.kind == NodeKind::kPattern) return "wildcard";
    const bool same_stem = one && stemmer_.stem(tokens.front()) == stemmer_.stem(index_.words().text(word));
    return same_stem ? "family" : "spelling";
  }

  void add_sequence(const Node& leaf, const Concept& wanted, const Sequence& sequence, AnalyzedPart& part) {
    constexpr std::size_t kMostShown = 3;
    const std::vector<std::string> tokens = analysis::words_of(wanted.text);
    std::string text;
    bool written = tokens.size() == sequence.size();
    for (std::size_t i = 0; i < sequence.size(); ++i) {
      const Element& element = sequence[i];
      std::string words;
      for (std::size_t n = 0; n < std::min(element.size(), kMostShown); ++n) {
        words += (n == 0 ? "" : "|") + std::string(index_.words().text(element[n]));
      }
      if (element.size() > kMostShown) words += "|... " + std::to_string(element.size()) + " words";
      text += (i == 0 ? "" : " ") + (element.size() > 1 ? "(" + words + ")" : words);
      const auto is_token = [&](store::Words::Index word) { return index_.words().text(word) == tokens[i]; };
      written = written && std::any_of(element.begin(), element.end(), is_token);
    }
    const std::string_view source = leaf.kind == NodeKind::kPattern ? "wildcard" : written ? "written" : "spelling";
    part.expansions.push_back({std::move(text), source, count(wanted, {}, {sequence})});
  }

  const store::Index& index_;
  Evaluator::Impl evaluation_;
  analysis::Stemmer stemmer_;
  std::vector<AnalyzedPart> parts_;
};

}  // namespace

Analysis analyze(const store::Index& index, const query::Query& query, const SearchOptions& options) {
  return store::through_gate([&] {
    Analysis analysis;
    analysis.parts = Analyst(index, query, options).parts(query.root);
    analysis.total = analysis.parts.front().hits.value_or(0);
    Compiler compiler(index);
    compiler.evaluation().expand(query, options);
    const Xapian::Query compiled = compiler.compile(query, options.match);
    analysis.expanded = compiler.expanded();
    analysis.compiled = compiler.describe(compiled);
    return analysis;
  });
}

}  // namespace trialsift::search
