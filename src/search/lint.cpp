// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/lint.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "search/wildcards.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/search/near_words.hpp"

namespace trialsift::search {
namespace {

using query::Node;
using query::NodeKind;

/// A pattern that stands for more words than this surprises.
constexpr std::size_t kManyWords = 1000;
constexpr std::size_t kMostListed = 5;
constexpr std::size_t kMostNearest = 3;

class Linter {
 public:
  Linter(const store::Words& words, const Expander& expander) : words_(words), expander_(expander) {}

  std::vector<query::Warning> run(const Node& tree) {
    look_at(tree);
    warn_of_unknown();
    return std::move(warnings_);
  }

 private:
  void look_at(const Node& node) {
    if (node.kind == NodeKind::kPattern) {
      look_at_pattern(node);
    } else if (node.kind == NodeKind::kWord && !node.exact) {
      for (const Concept& wanted : expander_.expand(node)) {
        if (wanted.empty()) note_unknown(wanted.text, node.span);
      }
    } else if ((node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase) && !expander_.is_number(node.text)) {
      for (const std::string& word : analysis::words_of(node.text)) {
        if (!schema::status_of_site_word(word).empty()) continue;
        if (!words_.find(word)) note_unknown(word, node.span);
      }
    }
    for (const Node& child : node.children) look_at(child);
  }

  void look_at_pattern(const Node& leaf) {
    for (const WordPattern& pattern : WordPattern::of(leaf.text)) {
      const std::size_t count = expander_.matching(pattern).size();
      if (count == 0) note_unknown(pattern.text(), leaf.span);
      if (count <= kManyWords || exploding_) continue;
      exploding_ = true;
      warnings_.push_back(
          {"wildcard-explodes",
           base::shown(pattern.text()) + " stands for " + std::to_string(count) + " words; --analyze shows them",
           leaf.span, false});
    }
  }

  void note_unknown(const std::string& word, query::Span span) {
    const auto same = [&word](const auto& known) { return known.first == word; };
    if (std::none_of(unknown_.begin(), unknown_.end(), same)) unknown_.emplace_back(word, span);
  }

  void warn_of_unknown() {
    if (unknown_.empty()) return;
    std::string sentence = "no trial has ";
    for (std::size_t i = 0; i < std::min(unknown_.size(), kMostListed); ++i) {
      const std::string& word = unknown_[i].first;
      sentence += (i == 0 ? "" : ", ") + base::shown(word);
      const std::vector<std::string> tokens = analysis::words_of(word);
      if (tokens.size() != 1 || word.find_first_of("*?#") != std::string::npos) continue;
      const std::string nearest = base::joined(near_words(words_, tokens.front(), kMostNearest));
      if (!nearest.empty()) sentence += " (nearest: " + nearest + ")";
    }
    if (unknown_.size() > kMostListed) sentence += " and " + std::to_string(unknown_.size() - kMostListed) + " more";
    warnings_.push_back({"no-such-word", std::move(sentence), unknown_.front().second, false});
  }

  const store::Words& words_;
  const Expander& expander_;
  std::vector<std::pair<std::string, query::Span>> unknown_;
  bool exploding_ = false;
  std::vector<query::Warning> warnings_;
};

}  // namespace

std::vector<query::Warning> lint(const Node& tree, const store::Words& words, const Expander& expander) {
  return Linter(words, expander).run(tree);
}

}  // namespace trialsift::search
