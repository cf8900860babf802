// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/pager.hpp"
#include "cli/print_formats.hpp"
#include "cli/queries.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/search/doc_set.hpp"
#include "trialsift/search/trial_table.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

struct CompareArguments {
  std::string one;
  std::string other;
  QueryArguments query;
  std::string format = kTextFormat;
  bool no_pager = false;
};

/// What two records of a trial say differently.
struct Difference {
  std::string_view field;
  std::string one;
  std::string other;
};

/// A trial's records on each side, the newest first.
struct Compared {
  std::vector<store::DocId> one;
  std::vector<store::DocId> other;
};

/// Not recruiting, as the WHO's platform has it, covers all but these.
bool are_one_status(const std::string& a, const std::string& b) {
  constexpr std::string_view kNotRecruiting = "not_recruiting";
  const auto takes_people = [](const std::string& status) {
    return status == "recruiting" || status == "enrolling_by_invitation" || status == "available";
  };
  return a == b || (a == kNotRecruiting && !takes_people(b)) || (b == kNotRecruiting && !takes_people(a));
}

void compare_dates(std::string_view field, const model::PartialDate& a, const model::PartialDate& b,
                   std::vector<Difference>& out) {
  if (a.empty() || b.empty()) return;
  // 2015-06 and 2015-06-09 may be the same day.
  if (a.last() < b.first() || b.last() < a.first()) out.push_back({field, a.text(), b.text()});
}

std::vector<std::string> primary_outcomes(const model::Trial& trial) {
  std::vector<std::string> measures;
  for (const model::Outcome& outcome : trial.outcomes) {
    if (outcome.kind == "primary" && !outcome.measure.empty()) measures.push_back(outcome.measure);
  }
  return measures;
}

/// Without regard to case, punctuation and order.
std::set<std::string> folded(const std::vector<std::string>& texts) {
  std::set<std::string> all;
  for (const std::string& text : texts) all.insert(base::joined(analysis::words_of(text), " "));
  return all;
}

/// Of what both have.
std::vector<Difference> differences(const model::Trial& a, const model::Trial& b) {
  std::vector<Difference> found;
  if (!a.status.empty() && !b.status.empty() && !are_one_status(a.status, b.status)) {
    found.push_back({"status", a.status, b.status});
  }
  if (a.enrollment && b.enrollment && *a.enrollment != *b.enrollment) {
    found.push_back({"enrollment", std::to_string(*a.enrollment), std::to_string(*b.enrollment)});
  }
  compare_dates("start", a.start, b.start, found);
  compare_dates("primary_completion", a.primary_completion, b.primary_completion, found);
  compare_dates("completion", a.completion, b.completion, found);
  const std::vector<std::string> one = primary_outcomes(a);
  const std::vector<std::string> other = primary_outcomes(b);
  if (!one.empty() && !other.empty() && folded(one) != folded(other)) {
    found.push_back({"primary_outcome", base::joined(one, "; "), base::joined(other, "; ")});
  }
  return found;
}

class Comparison {
 public:
  Comparison(CompareArguments& arguments, const Globals& globals)
      : arguments_(arguments), index_(index_folder(globals, false)), searcher_(index_) {
    search::SearchOptions options;
    arguments_.query.apply_to(options);
    const std::vector<GivenQuery> queries = arguments_.query.all_or_every();
    if (queries.size() > 1) throw base::Error(base::ErrorCode::kUsage, "compare takes one query");
    query_ = arguments_.query.read(queries.front(), index_, globals);
    one_ = side(arguments_.one, options, globals);
    other_ = side(arguments_.other, options, globals);
    take(searcher_.documents(query_, options));
  }

  bool run() {
    const bool json = arguments_.format == kJsonLinesFormat;
    Pager pager(!json && !arguments_.no_pager);
    const auto out = [&](const std::string& text) { json ? write_stdout(text) : pager.write(text); };
    if (json) out(summary_json());
    constexpr std::string_view kPlaces[] = {"both", "one", "other"};
    for (const std::string_view place : kPlaces) {
      const std::vector<Compared>& trials = place == "both" ? both_ : place == "one" ? only_one_ : only_other_;
      if (!json) out(heading(place, trials.size()));
      for (const Compared& trial : trials) out(json ? trial_json(place, trial) : trial_text(trial));
    }
    return !both_.empty() || !only_one_.empty() || !only_other_.empty();
  }

 private:
  search::DocSet side(const std::string& text, const search::SearchOptions& options, const Globals& globals) const {
    return searcher_.documents(arguments_.query.read({"", text, "native", false}, index_, globals), options);
  }

  /// A trial is compared where one of its records on either side matches the query; the other need not.
  void take(const search::DocSet& matching) {
    search::DocSet sides = one_;
    sides |= other_;
    search::DocSet wanted = matching;
    wanted &= sides;
    std::set<std::vector<store::DocId>> seen;
    wanted.for_each([&](store::DocId document) {
      const auto records = searcher_.trials().records_of(document);
      if (records.size() > 1 && !seen.emplace(records.begin(), records.end()).second) return;
      Compared trial;
      for (const store::DocId record : records) {
        if (one_.contains(record)) trial.one.push_back(record);
        if (other_.contains(record)) trial.other.push_back(record);
      }
      std::vector<Compared>& place = trial.one.empty() ? only_other_ : trial.other.empty() ? only_one_ : both_;
      place.push_back(std::move(trial));
    });
    const auto by_id = [this](const Compared& a, const Compared& b) { return id_of(first(a)) < id_of(first(b)); };
    for (std::vector<Compared>* trials : {&both_, &only_one_, &only_other_}) {
      std::sort(trials->begin(), trials->end(), by_id);
    }
  }

  static store::DocId first(const Compared& trial) {
    return trial.one.empty() ? trial.other.front() : trial.one.front();
  }
  std::string id_of(store::DocId document) const { return index_.trial(document).id.text(); }

  /// What the records of a side say together: of each part compared what the newest has that tells it.
  model::Trial together(const std::vector<store::DocId>& records) const {
    model::Trial all = index_.trial(records.front());
    for (std::size_t i = 1; i < records.size(); ++i) {
      const model::Trial older = index_.trial(records[i]);
      if (all.status.empty()) all.status = older.status;
      if (!all.enrollment) all.enrollment = older.enrollment;
      if (all.start.empty()) all.start = older.start;
      if (all.primary_completion.empty()) all.primary_completion = older.primary_completion;
      if (all.completion.empty()) all.completion = older.completion;
      if (primary_outcomes(all).empty()) {
        all.outcomes.insert(all.outcomes.end(), older.outcomes.begin(), older.outcomes.end());
      }
    }
    return all;
  }

  std::string heading(std::string_view place, std::size_t count) const {
    const std::string one = base::printable(arguments_.one);
    const std::string other = base::printable(arguments_.other);
    const std::string what = place == "both"  ? "in both"
                             : place == "one" ? "in " + one + " only"
                                              : "in " + other + " only";
    return (place == "both" ? "" : "\n") + std::to_string(count) + (count == 1 ? " trial " : " trials ") + what + "\n";
  }

  std::string trial_text(const Compared& trial) const {
    const model::Trial record = index_.trial(first(trial));
    std::string text = "  " + record.id.text();
    if (!trial.one.empty() && !trial.other.empty() && trial.one.front() != trial.other.front()) {
      text += " " + id_of(trial.other.front());
    }
    text += "  " + base::printable(record.title()) + "\n";
    for (const Difference& each : differences_of(trial)) {
      text += "    " + std::string(each.field) + ": " + base::printable(each.one) + " | " +
              base::printable(each.other) + "\n";
    }
    return text;
  }

  std::vector<Difference> differences_of(const Compared& trial) const {
    if (trial.one.empty() || trial.other.empty() || trial.one == trial.other) return {};
    return differences(together(trial.one), together(trial.other));
  }

  std::string summary_json() const {
    base::JsonWriter json;
    json.begin_object().member("type", "compare").member("schema", render::kJsonSchema);
    json.member("one", arguments_.one).member("other", arguments_.other).member("query", query_.text);
    json.member("both", both_.size()).member("only_one", only_one_.size()).member("only_other", only_other_.size());
    render::write_warnings(json, query_.warnings);
    json.end_object();
    return json.text() + "\n";
  }

  std::string trial_json(std::string_view place, const Compared& trial) const {
    base::JsonWriter json;
    json.begin_object().member("type", "trial").member("in", place);
    std::vector<std::string> ids;
    for (const store::DocId record : searcher_.trials().records_of(first(trial))) ids.push_back(id_of(record));
    json.strings("ids", ids);
    if (!trial.one.empty()) json.member("one", id_of(trial.one.front()));
    if (!trial.other.empty()) json.member("other", id_of(trial.other.front()));
    json.member("title", index_.trial(first(trial)).title()).key("differences").begin_array();
    for (const Difference& each : differences_of(trial)) {
      json.begin_object().member("field", each.field).member("one", each.one).member("other", each.other).end_object();
    }
    json.end_array().end_object();
    return json.text() + "\n";
  }

  CompareArguments& arguments_;
  store::Index index_;
  search::Searcher searcher_;
  query::Query query_;
  search::DocSet one_;
  search::DocSet other_;
  std::vector<Compared> both_;
  std::vector<Compared> only_one_;
  std::vector<Compared> only_other_;
};

}  // namespace

Run setup_compare(Options& options, const Globals& globals) {
  auto arguments = std::make_shared<CompareArguments>();
  options.add("one", "QUERY", &arguments->one, "the one side: registry:ctgov").required();
  options.add("other", "QUERY", &arguments->other, "the other: registry:euctr").required();
  arguments->query.add_to(options);
  for (const char* name : {"--batch", "--analyze", "--per", "--correct"}) options.remove(name);
  add_print_format(options, arguments->format, {kTextFormat, kJsonLinesFormat});
  options.add_flag("--no-pager", &arguments->no_pager, "print all at once on a terminal too");
  return [arguments, &globals] { return Comparison(*arguments, globals).run() ? kFound : kNothingFound; };
}

}  // namespace trialsift::cli
