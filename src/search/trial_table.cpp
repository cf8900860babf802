// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/trial_table.hpp"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "search/number_terms.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/model/registered_numbers.hpp"
#include "trialsift/model/trial_groups.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/schema/trial_terms.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {
namespace {

/// The documents that give numbers, in the order met, and the groups that the numbers make of them.
class Grouping {
 public:
  explicit Grouping(const store::Index& index) : database_(index.database()) {}

  void read() {
    const std::string prefix(schema::kJoinPrefix);
    for (auto term = database_.allterms_begin(prefix); term != database_.allterms_end(prefix); ++term) {
      base::check_interrupt();
      const std::string number = (*term).substr(prefix.size());
      std::vector<store::DocId> bearers;
      for (auto posting = database_.postlist_begin(*term); posting != database_.postlist_end(*term); ++posting) {
        bearers.push_back(*posting);
      }
      const std::vector<store::DocId> owners = owners_of(number);
      if (bearers.size() + owners.size() < 2) continue;
      for (const store::DocId owner : owners) place_of(owner);
      for (const store::DocId bearer : bearers) groups_.name(place_of(bearer), number);
    }
  }

  /// Those of several records.
  std::vector<std::vector<store::DocId>> trials() const {
    std::map<std::size_t, std::vector<store::DocId>> all;
    const std::vector<std::size_t> firsts = groups_.firsts();
    for (std::size_t i = 0; i < firsts.size(); ++i) all[firsts[i]].push_back(documents_[i]);
    std::vector<std::vector<store::DocId>> several;
    for (auto& [first, documents] : all) {
      if (documents.size() > 1) several.push_back(std::move(documents));
    }
    return several;
  }

  std::string id_of(store::DocId document) const { return database_.get_document(document).get_value(schema::kIdSlot); }

 private:
  std::vector<store::DocId> owners_of(const std::string& number) const {
    std::vector<store::DocId> owners;
    const std::string term = number_term(number);
    for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term); ++posting) {
      if (number_term(id_of(*posting)) == term) owners.push_back(*posting);
    }
    return owners;
  }

  std::size_t place_of(store::DocId document) {
    const auto [place, is_new] = places_.try_emplace(document, documents_.size());
    if (is_new) {
      groups_.add(*model::TrialId::parse(id_of(document)));
      documents_.push_back(document);
    }
    return place->second;
  }

  const Xapian::Database& database_;
  model::TrialGroups groups_;
  std::vector<store::DocId> documents_;
  std::unordered_map<store::DocId, std::size_t> places_;
};

/// The last day on which the record was known to be current, YYYYMMDD; 0: unknown.
std::int64_t current_day(const store::Index& index, store::DocId document) {
  const auto slot = static_cast<Xapian::valueno>(schema::find_field("updated")->slot + 1);
  const std::string value = index.database().get_document(document).get_value(slot);
  const auto updated = value.empty() ? 0 : static_cast<std::int64_t>(Xapian::sortable_unserialise(value));
  const model::PartialDate as_of = index.records().as_of(document);
  return std::max(updated, as_of.empty() ? std::int64_t{0} : static_cast<std::int64_t>(as_of.last()));
}

}  // namespace

TrialTable::TrialTable(const store::Index& index) {
  store::through_gate([&] {
    Grouping grouping(index);
    grouping.read();
    std::map<std::string, std::vector<store::DocId>> by_id;
    for (const std::vector<store::DocId>& documents : grouping.trials()) {
      std::vector<std::pair<std::pair<std::int64_t, std::string>, store::DocId>> records;
      for (const store::DocId document : documents) {
        records.push_back({{-current_day(index, document), grouping.id_of(document)}, document});
      }
      std::sort(records.begin(), records.end());
      std::vector<store::DocId>& trial = by_id[records.front().first.second];
      for (const auto& [order, document] : records) trial.push_back(document);
    }
    for (auto& [id, documents] : by_id) {
      for (const store::DocId document : documents) places_.emplace(document, trials_.size());
      trials_.push_back(std::move(documents));
    }
    return 0;
  });
}

std::span<const store::DocId> TrialTable::records_of(const store::DocId& document) const {
  const auto place = places_.find(document);
  if (place == places_.end()) return {&document, 1};
  return trials_[place->second];
}

DocSet TrialTable::leading(DocSet documents) const {
  if (documents.is_void()) return documents;
  std::vector<store::DocId> others;
  for (const std::vector<store::DocId>& trial : trials_) {
    bool is_led = false;
    for (const store::DocId record : trial) {
      if (!documents.contains(record)) continue;
      if (is_led) others.push_back(record);
      is_led = true;
    }
  }
  std::sort(others.begin(), others.end());
  documents -= DocSet::of(std::move(others));
  return documents;
}

DocSet TrialTable::with_other_records(DocSet documents) const {
  if (documents.is_void()) return documents;
  std::vector<store::DocId> more;
  for (const std::vector<store::DocId>& trial : trials_) {
    const auto is_in = [&documents](store::DocId record) { return documents.contains(record); };
    if (std::any_of(trial.begin(), trial.end(), is_in)) more.insert(more.end(), trial.begin(), trial.end());
  }
  std::sort(more.begin(), more.end());
  documents |= DocSet::of(std::move(more));
  return documents;
}

}  // namespace trialsift::search
