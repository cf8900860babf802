// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/explanation.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "search/evaluation.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/analysis/stemmer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {
namespace {

using query::Node;
using query::NodeKind;
using query::Occur;

/// So many words of the record are named for a part that it does not meet.
constexpr std::size_t kMostNearest = 5;
/// Words that begin alike up to here may be meant.
constexpr std::size_t kCommonBeginning = 4;

bool is_text(const Node& node) {
  return is_leaf_of_words(node) || node.kind == NodeKind::kNear || node.kind == NodeKind::kHeading || node.at_start ||
         node.at_end;
}

class Explainer {
 public:
  Explainer(const store::Index& index, const query::Query& query, const SearchOptions& options, store::DocId document)
      : match_(options.match),
        document_(document),
        only_(DocSet::of({document})),
        evaluation_(index, options.match),
        trial_(index.trial(document)) {
    evaluation_.expand(query, options);
  }

  std::vector<PartFinding> parts(const query::Query& query) {
    evaluation_.matcher().work().start();
    add(query.root, 0, true);
    return std::move(parts_);
  }

 private:
  bool is_met(const Node& node) { return evaluation_.evaluate_within(node, only_).contains(document_); }

  /// `wanted`: that it is not met makes the parent unmet, and so on up to the query.
  void add(const Node& node, std::size_t depth, bool decides) {
    const std::size_t place = parts_.size();
    parts_.emplace_back();
    const bool met = is_met(node);
    PartFinding finding;
    finding.part = query::to_string(node);
    finding.depth = depth;
    finding.met = met;
    finding.decides = decides && !met;
    if (is_text(node)) {
      find_text(node, finding);
    } else if (!met) {
      finding.note = value_note(node);
    }
    parts_[place] = std::move(finding);
    if (is_text(node)) return;
    for (const Node& child : node.children) add_child(node, child, depth + 1, decides && !met);
  }

  void add_child(const Node& parent, const Node& child, std::size_t depth, bool decides) {
    const bool excluded = parent.kind == NodeKind::kAny && child.occur == Occur::kExcluded;
    if (parent.kind != NodeKind::kNot && !excluded) {
      const bool optional = parent.kind == NodeKind::kAny && child.occur == Occur::kOptional && match_ == Match::kAny;
      const bool needed = std::any_of(parent.children.begin(), parent.children.end(),
                                      [](const Node& each) { return each.occur == Occur::kRequired; });
      return add(child, depth, decides && !(optional && needed));
    }
    // What must not be there: met where it is not found.
    PartFinding finding;
    finding.part = (excluded ? "-" : "") + query::to_string(child);
    finding.depth = depth;
    const bool found = is_met(child);
    finding.met = !found;
    finding.decides = decides && found;
    if (found) finding.note = "The record has it, and the query excludes it.";
    if (found && is_text(child)) find_text(child, finding);
    parts_.push_back(std::move(finding));
  }

  PlacePlan plan_of(const Node& node) {
    PlacePlanner& planner = evaluation_.matcher().planner();
    if (node.kind == NodeKind::kNear) return planner.plan_near(node);
    if (node.kind == NodeKind::kHeading) {
      return either_of({planner.plan_heading(node), planner.plan_heading_in_text(node)});
    }
    return either_of(planner.plan_leaf(node));
  }

  void find_text(const Node& node, PartFinding& finding) {
    for (const auto& [field, count] : evaluation_.matcher().places(plan_of(node), document_)) {
      finding.places.push_back({std::string(field->name), count, 0});
    }
    if (finding.met && finding.places.empty() && node.kind == NodeKind::kWord) {
      finding.note = "It is one of the record's numbers.";
    }
    if (!finding.met && finding.note.empty()) note_missing(node, finding);
  }

  /// Which words of a text that was not found the record does hold, and where; else those that are like them.
  void note_missing(const Node& node, PartFinding& finding) {
    const std::vector<std::string> words = words_of(node);
    std::set<std::string> nearest;
    std::string elsewhere;
    std::size_t held = 0;
    for (const std::string& word : words) {
      const std::set<std::string> fields = fields_with(word);
      if (fields.empty()) {
        add_nearest(word, nearest);
        continue;
      }
      ++held;
      elsewhere += (elsewhere.empty() ? "" : "; ") + word + " in " + base::joined(fields);
    }
    if (held == 0) {
      finding.note = words.size() == 1 ? "The record does not hold this word." : "The record holds none of its words.";
    } else if (held == words.size() && words.size() > 1) {
      finding.note = "All its words are there, but not so that they stand as wanted: " + elsewhere + ".";
    } else {
      finding.note =
          "The record has " + elsewhere + (words.size() == 1 ? ", where this part does not look." : " only.");
    }
    for (const std::string& word : nearest) {
      if (finding.nearest.size() < kMostNearest) finding.nearest.push_back(word);
    }
  }

  static std::vector<std::string> words_of(const Node& node) {
    std::vector<std::string> words;
    if (node.kind == NodeKind::kNear || node.kind == NodeKind::kOr || node.kind == NodeKind::kAny) {
      for (const Node& child : node.children) {
        for (std::string& word : words_of(child)) words.push_back(std::move(word));
      }
    } else {
      words = analysis::words_of(node.text);
    }
    return words;
  }

  std::set<std::string> fields_with(const std::string& word) {
    const std::string stem = stem_of(word);
    std::set<std::string> fields;
    for (const auto& [own, field] : record_words()) {
      if (own == word || stem_of(own) == stem) fields.insert(field);
    }
    return fields;
  }

  void add_nearest(const std::string& word, std::set<std::string>& nearest) {
    std::set<std::string_view> own;
    for (const auto& [text, field] : record_words()) own.insert(text);
    const std::string_view spelt = base::nearest(word, {own.begin(), own.end()});
    if (!spelt.empty()) nearest.emplace(spelt);
    if (word.size() < kCommonBeginning) return;
    for (const std::string_view text : own) {
      if (text.substr(0, kCommonBeginning) == std::string_view(word).substr(0, kCommonBeginning)) nearest.emplace(text);
    }
  }

  std::string stem_of(std::string_view word) const {
    return analysis::is_plain_word(word) ? std::string(stemmer_.stem(word)) : std::string(word);
  }

  /// Each word of the record with each text field that holds it.
  const std::set<std::pair<std::string, std::string>>& record_words() {
    if (!record_words_.empty()) return record_words_;
    std::vector<std::string_view> texts;
    for (const schema::Field& field : schema::fields()) {
      if (field.kind != schema::Kind::kText) continue;
      texts.clear();
      field.texts(trial_, texts);
      for (const std::string_view text : texts) {
        for (std::string& word : analysis::words_of(text)) record_words_.emplace(std::move(word), field.name);
      }
    }
    return record_words_;
  }

  std::string value_note(const Node& node) {
    if (node.kind != NodeKind::kFilter && node.kind != NodeKind::kRange && node.kind != NodeKind::kHas) return "";
    const schema::Field* field = schema::find_field(node.field);
    if (field == nullptr || node.kind == NodeKind::kHas) return "The record has no " + node.field + ".";
    std::vector<std::string_view> texts;
    if (field->texts != nullptr) field->texts(trial_, texts);
    std::string values = base::joined(texts);
    if (values.empty() && field->interval != nullptr) {
      if (const auto interval = field->interval(trial_)) {
        values = std::to_string(interval->low);
        if (interval->high != interval->low) values += " to " + std::to_string(interval->high);
      }
    }
    if (values.empty()) return "The record has no " + std::string(field->name) + ".";
    return "The record's " + std::string(field->name) + ": " + values + ".";
  }

  Match match_;
  store::DocId document_;
  DocSet only_;
  Evaluator::Impl evaluation_;
  model::Trial trial_;
  analysis::Stemmer stemmer_;
  std::set<std::pair<std::string, std::string>> record_words_;
  std::vector<PartFinding> parts_;
};

}  // namespace

Explanation explain(const store::Index& index, const query::Query& query, const SearchOptions& options,
                    store::DocId document) {
  return store::through_gate([&] {
    Explanation explanation;
    explanation.parts = Explainer(index, query, options, document).parts(query);
    SearchOptions all = options;
    all.limit = 0;
    all.offset = 0;
    const ResultSet found = Searcher(index).search(query, all);
    explanation.total = found.counts().total;
    const std::optional<std::size_t> place = found.find(document);
    explanation.is_hit = place.has_value();
    if (place) {
      explanation.rank = *place + 1;
      explanation.hit = found.hit(*place);
      explanation.reasons = found.reasons(*place);
    } else {
      explanation.hit.trial = index.trial(document);
      explanation.hit.id = explanation.hit.trial.id;
    }
    return explanation;
  });
}

}  // namespace trialsift::search
