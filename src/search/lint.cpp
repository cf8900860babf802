// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/lint.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "search/evaluation.hpp"
#include "search/wildcards.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/search/near_words.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {
namespace {

using query::Node;
using query::NodeKind;
using query::Occur;

/// A pattern that stands for more words than this surprises.
constexpr std::size_t kManyWords = 1000;
/// A NOT over fewer trials than this is looked through by eye.
constexpr std::size_t kFewHits = 20;
constexpr std::size_t kMostListed = 5;
constexpr std::size_t kMostNearest = 3;

std::string quoted_text(std::string_view text) {
  constexpr std::size_t kLongest = 60;
  const std::string safe = base::printable(text);
  std::size_t end = std::min(kLongest, safe.size());
  while (end < safe.size() && end > 0 && (static_cast<unsigned char>(safe[end]) & 0xC0U) == 0x80U) --end;
  return end < safe.size() ? safe.substr(0, end) + "..." : safe;
}

class Linter {
 public:
  Linter(const store::Index& index, Match match) : index_(index), evaluation_(index, match) {}

  std::vector<query::Warning> run(const Node& root) {
    look_at(root);
    warn_of_unknown();
    return std::move(warnings_);
  }

 private:
  void look_at(const Node& node) {
    switch (node.kind) {
      case NodeKind::kWord:
      case NodeKind::kPhrase:
        look_at_words(node);
        break;
      case NodeKind::kPattern:
        look_at_pattern(node);
        break;
      case NodeKind::kAnd:
      case NodeKind::kAny:
        look_at_negations(node);
        break;
      default:
        break;
    }
    for (const Node& child : node.children) look_at(child);
  }

  void look_at_words(const Node& leaf) {
    const Expander& expander = evaluation_.matcher().planner().expander();
    const bool family = leaf.kind == NodeKind::kWord && !leaf.exact;
    if (family) {
      for (const Concept& wanted : expander.expand(leaf)) {
        if (wanted.empty()) note_unknown(wanted.text, leaf.span);
      }
      return;
    }
    for (const std::string& word : analysis::words_of(leaf.text)) {
      if (!index_.words().find(word)) note_unknown(word, leaf.span);
    }
  }

  void look_at_pattern(const Node& leaf) {
    for (const WordPattern& pattern : WordPattern::of(leaf.text)) {
      const std::size_t count = evaluation_.matcher().planner().expander().matching(pattern).size();
      if (count == 0) note_unknown(pattern.text(), leaf.span);
      if (count <= kManyWords || warned("wildcard-explodes")) continue;
      warnings_.push_back({"wildcard-explodes",
                           quoted_text(pattern.text()) + " stands for " + std::to_string(count) +
                               " words: trialsift terms and --analyze show them",
                           leaf.span, false});
    }
  }

  void note_unknown(const std::string& word, query::Span span) {
    const auto same = [&word](const auto& known) { return known.first == word; };
    if (std::none_of(unknown_.begin(), unknown_.end(), same)) unknown_.emplace_back(word, span);
  }

  bool warned(std::string_view code) const {
    return std::any_of(warnings_.begin(), warnings_.end(), [code](const query::Warning& w) { return w.code == code; });
  }

  void warn_of_unknown() {
    if (unknown_.empty()) return;
    std::string sentence = "no trial has ";
    for (std::size_t i = 0; i < std::min(unknown_.size(), kMostListed); ++i) {
      const std::string& word = unknown_[i].first;
      sentence += (i == 0 ? "" : ", ") + quoted_text(word);
      const std::vector<std::string> tokens = analysis::words_of(word);
      const bool plain = tokens.size() == 1 && word.find_first_of("*?#") == std::string::npos;
      std::string nearest;
      for (const std::string& near :
           plain ? near_words(index_.words(), tokens.front(), kMostNearest) : std::vector<std::string>()) {
        nearest += (nearest.empty() ? "" : ", ") + near;
      }
      if (!nearest.empty()) sentence += " (nearest: " + nearest + ")";
    }
    if (unknown_.size() > kMostListed) sentence += " and " + std::to_string(unknown_.size() - kMostListed) + " more";
    warnings_.push_back({"no-such-word", std::move(sentence), unknown_.front().second, false});
  }

  /// What is left out is compared with what would be there without.
  void look_at_negations(const Node& node) {
    if (warned("not-removes-most")) return;
    Node wanted = node;
    const Node* unwanted = nullptr;
    std::erase_if(wanted.children,
                  [](const Node& child) { return child.kind == NodeKind::kNot || child.occur == Occur::kExcluded; });
    for (const Node& child : node.children) {
      if (unwanted == nullptr && child.kind == NodeKind::kNot) unwanted = &child.children.front();
      if (unwanted == nullptr && child.occur == Occur::kExcluded) unwanted = &child;
    }
    if (unwanted == nullptr || wanted.children.empty()) return;
    const std::size_t before = evaluation_.evaluate(wanted, {}).size();
    if (before < kFewHits) return;
    const std::size_t after = evaluation_.evaluate(node, {}).size();
    if (after * 2 >= before) return;
    warnings_.push_back({"not-removes-most",
                         "NOT leaves out " + std::to_string(before - after) + " of " + std::to_string(before) +
                             " trials: " + quoted_text(query::to_string(*unwanted)),
                         unwanted->span, false});
  }

  const store::Index& index_;
  Evaluator::Impl evaluation_;
  std::vector<std::pair<std::string, query::Span>> unknown_;
  std::vector<query::Warning> warnings_;
};

}  // namespace

std::vector<query::Warning> lint(const store::Index& index, const query::Query& query, Match match) {
  return store::through_gate([&] { return Linter(index, match).run(query.root); });
}

}  // namespace trialsift::search
