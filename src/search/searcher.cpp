// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/searcher.hpp"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "search/evaluation.hpp"
#include "search/scorer.hpp"
#include "search/snippets.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/search/trial_table.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {
namespace {

/// How many documents match, exactly.
std::uint64_t matching(Evaluator::Impl& evaluation, const query::Query& query, Match match, const DocSet* within,
                       const TrialTable* trials) {
  evaluation.set_match(match);
  DocSet found = evaluation.evaluate_part(query.root);
  if (within != nullptr) found &= *within;
  if (trials != nullptr) found = trials->leading(std::move(found));
  return found.size();
}

/// Words side by side: the count for the other way to match them.
void count_other_way(Evaluator::Impl& evaluation, const query::Query& query, Match match, const DocSet* within,
                     const TrialTable* trials, Counts& counts) {
  if (!query.bare_words) return;
  const Match other = match == Match::kAny ? Match::kAll : Match::kAny;
  const std::uint64_t count = matching(evaluation, query, other, within, trials);
  counts.any_words = match == Match::kAny ? counts.total : count;
  counts.all_words = match == Match::kAny ? count : counts.total;
}

}  // namespace

std::string to_string(const Lacking& lacking) {
  if (lacking.total == 0) return {};
  std::vector<std::string> fields;
  for (const Lacking::Field& field : lacking.fields) {
    const std::string count = lacking.fields.size() > 1 ? " (" + std::to_string(field.trials) + ")" : "";
    fields.push_back(field.name + count);
  }
  return std::to_string(lacking.total) + " more without " + base::listed(fields, "or");
}

class ResultSet::Impl {
 public:
  Impl(const store::Index& index, const query::Query& query, const SearchOptions& options, const DocSet* within,
       const std::vector<store::Words::Family>* families_by_number, const TrialTable* trials)
      : index_(index), options_(options), trials_(trials), scorer_(index, options, families_by_number, trials) {
    scorer_.search(query, within);
    counts_ = scorer_.counts();
    counts_.warnings = scorer_.evaluation().take_warnings();
    if (!query.bare_words) {
      counts_.any_words.reset();
      counts_.all_words.reset();
    } else if (!counts_.any_words) {
      count_other_way(scorer_.evaluation(), query, options.match, within, trials, counts_);
    }
    scorer_.evaluation().set_match(options.match);
    counts_.lacking = scorer_.evaluation().lacking(query.root, {}, within);
    if (options.with_records && options.snippets > 0) {
      highlighter_.emplace(index, scorer_.evaluation().matcher().elements(), scorer_.query().targets());
    }
  }

  const Counts& counts() const { return counts_; }
  const std::vector<Expanded>& expanded() const { return scorer_.query().expanded(); }
  std::size_t size() const { return scorer_.hits().size(); }

  Hit hit(std::size_t i) const {
    const ScoredDocument& found = scorer_.hits().at(i);
    Hit hit;
    hit.rank = options_.offset + i + 1;
    hit.score = from_millionths(found.score);
    if (trials_ != nullptr) add_trial_ids(found.document, hit);
    if (!options_.with_records) {
      hit.id = *model::TrialId::parse(id_of(found.document));
      return hit;
    }
    hit.trial = index_.trial(found.document);
    hit.id = hit.trial.id;
    if (highlighter_) highlighter_->fill(hit, found.document, options_.snippets);
    return hit;
  }

  std::optional<std::size_t> find(store::DocId document) const {
    const std::vector<ScoredDocument>& hits = scorer_.hits();
    const auto place = std::find_if(hits.begin(), hits.end(),
                                    [document](const ScoredDocument& hit) { return hit.document == document; });
    if (place == hits.end()) return std::nullopt;
    return static_cast<std::size_t>(place - hits.begin());
  }

  std::vector<ScoreReason> reasons(std::size_t i) { return scorer_.reasons(scorer_.hits().at(i).document); }
  std::vector<std::string> feedback_words() const { return scorer_.feedback_words(); }

 private:
  std::string id_of(store::DocId document) const {
    return index_.database().get_document(document, Xapian::DOC_ASSUME_VALID).get_value(schema::kIdSlot);
  }

  void add_trial_ids(store::DocId leading, Hit& hit) const {
    hit.trial_ids.push_back(id_of(leading));
    for (const store::DocId record : trials_->records_of(leading)) {
      if (record != leading) hit.trial_ids.push_back(id_of(record));
    }
  }

  const store::Index& index_;
  SearchOptions options_;
  const TrialTable* trials_;
  Scorer scorer_;
  std::optional<Highlighter> highlighter_;
  Counts counts_;
};

ResultSet::ResultSet(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ResultSet::~ResultSet() = default;
ResultSet::ResultSet(ResultSet&&) noexcept = default;

const Counts& ResultSet::counts() const {
  return impl_->counts();
}
const std::vector<Expanded>& ResultSet::expanded() const {
  return impl_->expanded();
}
std::size_t ResultSet::size() const {
  return impl_->size();
}
Hit ResultSet::hit(std::size_t i) const {
  return store::through_gate([&] { return impl_->hit(i); });
}

std::optional<std::size_t> ResultSet::find(store::DocId document) const {
  return impl_->find(document);
}
std::vector<ScoreReason> ResultSet::reasons(std::size_t i) const {
  return store::through_gate([&] { return impl_->reasons(i); });
}
std::vector<std::string> ResultSet::feedback_words() const {
  return impl_->feedback_words();
}

const std::vector<store::Words::Family>& Searcher::families_by_number() const {
  if (families_by_number_.empty()) families_by_number_ = search::families_by_number(index_.words());
  return families_by_number_;
}

ResultSet Searcher::search(const query::Query& query, const SearchOptions& options, const DocSet* within) const {
  return store::through_gate([&] {
    const bool learns = (options.expansions & kFeedback) != 0 && options.ranking->feedback.documents > 0;
    return ResultSet(std::make_unique<ResultSet::Impl>(index_, query, options, within,
                                                       learns ? &families_by_number() : nullptr, trials_for(options)));
  });
}

Counts Searcher::count(const query::Query& query, const SearchOptions& options) const {
  return store::through_gate([&] {
    Evaluator::Impl evaluation(index_, options.match);
    evaluation.expand(query, options);
    Counts counts;
    evaluation.look_at(query.root);
    const TrialTable* const trials = trials_for(options);
    counts.total = matching(evaluation, query, options.match, nullptr, trials);
    counts.warnings = evaluation.take_warnings();
    count_other_way(evaluation, query, options.match, nullptr, trials, counts);
    evaluation.set_match(options.match);
    counts.lacking = evaluation.lacking(query.root, {}, nullptr);
    return counts;
  });
}

DocSet Searcher::documents(const query::Query& query, const SearchOptions& options) const {
  return store::through_gate([&] {
    Evaluator::Impl evaluation(index_, options.match);
    evaluation.expand(query, options);
    DocSet found = evaluation.evaluate(query.root, {});
    const TrialTable* const trials = trials_for(options);
    return trials == nullptr ? found : trials->leading(std::move(found));
  });
}

const TrialTable& Searcher::trials() const {
  if (trials_ == nullptr) trials_ = std::make_shared<const TrialTable>(index_);
  return *trials_;
}

const TrialTable* Searcher::trials_for(const SearchOptions& options) const {
  return options.per == Per::kTrial ? &trials() : nullptr;
}

}  // namespace trialsift::search
