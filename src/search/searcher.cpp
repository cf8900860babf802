// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/searcher.hpp"

#include <algorithm>
#include <cstdint>

#include "search/compiler.hpp"
#include "search/evaluation.hpp"
#include "search/snippets.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {
namespace {

/// How many documents match, exactly.
std::uint64_t matching(Evaluator::Impl& evaluation, const query::Query& query, Match match, const DocSet* within) {
  evaluation.set_match(match);
  DocSet found = evaluation.evaluate_part(query.root);
  if (within != nullptr) found &= *within;
  return found.size();
}

/// Words side by side: the count for the other way to match them.
void count_other_way(Evaluator::Impl& evaluation, const query::Query& query, Match match, const DocSet* within,
                     Counts& counts) {
  if (!query.bare_words) return;
  const Match other = match == Match::kAny ? Match::kAll : Match::kAny;
  const std::uint64_t count = matching(evaluation, query, other, within);
  counts.any_words = match == Match::kAny ? counts.total : count;
  counts.all_words = match == Match::kAny ? count : counts.total;
}

}  // namespace

std::string to_string(const Lacking& lacking) {
  if (lacking.total == 0) return {};
  std::string text = std::to_string(lacking.total) + " more without ";
  for (std::size_t i = 0; i < lacking.fields.size(); ++i) {
    if (i > 0) text += i + 1 == lacking.fields.size() ? " or " : ", ";
    text += lacking.fields[i].name;
    if (lacking.fields.size() > 1) text += " (" + std::to_string(lacking.fields[i].trials) + ")";
  }
  return text;
}

class ResultSet::Impl {
 public:
  Impl(const store::Index& index, const query::Query& query, const SearchOptions& options, const DocSet* within)
      : index_(index), options_(options), compiler_(index) {
    const Xapian::doccount all = index.database().get_doccount();
    Xapian::Enquire enquire(index.database());
    enquire.set_weighting_scheme(SaturationWeight(compiler_.bm25()));
    enquire.set_sort_by_relevance_then_value(schema::kIdSlot, false);
    compiler_.evaluation().expand(query, options);
    enquire.set_query(compiler_.compile(query, options.match, within));
    const auto first = static_cast<Xapian::doccount>(std::min<std::size_t>(options.offset, all));
    const std::size_t wanted = options.limit == 0 ? all : options.limit;
    const auto count = static_cast<Xapian::doccount>(std::min<std::size_t>(wanted, all - first));
    found_ = enquire.get_mset(first, count, all);
    counts_.total = found_.get_matches_estimated();
    counts_.warnings = compiler_.evaluation().take_warnings();
    count_other_way(compiler_.evaluation(), query, options.match, within, counts_);
    compiler_.evaluation().set_match(options.match);
    counts_.lacking = compiler_.evaluation().lacking(query.root, {}, within);
    if (options.with_records && options.snippets > 0) {
      highlighter_.emplace(index, compiler_.evaluation().matcher().elements(), compiler_.targets());
    }
  }

  const Counts& counts() const { return counts_; }
  const std::vector<Expanded>& expanded() const { return compiler_.expanded(); }
  std::size_t size() const { return found_.size(); }

  Hit hit(std::size_t i) const {
    const Xapian::MSetIterator it = found_[static_cast<Xapian::doccount>(i)];
    Hit hit;
    hit.rank = it.get_rank() + std::size_t{1};
    hit.score = it.get_weight();
    if (!options_.with_records) {
      hit.id = *model::TrialId::parse(it.get_document().get_value(schema::kIdSlot));
      return hit;
    }
    hit.trial = index_.trial(*it);
    hit.id = hit.trial.id;
    if (highlighter_) highlighter_->fill(hit, *it, options_.snippets);
    return hit;
  }

 private:
  const store::Index& index_;
  SearchOptions options_;
  Compiler compiler_;
  std::optional<Highlighter> highlighter_;
  Xapian::MSet found_;
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

ResultSet Searcher::search(const query::Query& query, const SearchOptions& options, const DocSet* within) const {
  return store::through_gate(
      [&] { return ResultSet(std::make_unique<ResultSet::Impl>(index_, query, options, within)); });
}

Counts Searcher::count(const query::Query& query, const SearchOptions& options) const {
  return store::through_gate([&] {
    Evaluator::Impl evaluation(index_, options.match);
    evaluation.expand(query, options);
    Counts counts;
    evaluation.look_at(query.root);
    counts.total = matching(evaluation, query, options.match, nullptr);
    counts.warnings = evaluation.take_warnings();
    count_other_way(evaluation, query, options.match, nullptr, counts);
    evaluation.set_match(options.match);
    counts.lacking = evaluation.lacking(query.root, {}, nullptr);
    return counts;
  });
}

DocSet Searcher::documents(const query::Query& query, const SearchOptions& options) const {
  return store::through_gate([&] {
    Evaluator::Impl evaluation(index_, options.match);
    evaluation.expand(query, options);
    return evaluation.evaluate(query.root, {});
  });
}

}  // namespace trialsift::search
