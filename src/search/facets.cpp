// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/facets.hpp"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "search/beside_records.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/vocabulary.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {
namespace {

using schema::Field;
using schema::Kind;

bool countable(const Field& field) {
  return field.kind == Kind::kDate || (field.uses & schema::kFacet) != 0;
}

std::vector<const Field*> facet_fields(std::string_view name) {
  std::vector<const Field*> fields = schema::facet_fields(name);
  if (!fields.empty()) return fields;
  throw base::Error(base::ErrorCode::kUsage, "there are no facets of " + std::string(name),
                    "one of " + base::joined(facet_names()));
}

void sort_by_count(std::vector<FacetValue>& values) {
  std::sort(values.begin(), values.end(), [](const FacetValue& a, const FacetValue& b) {
    return a.count != b.count ? a.count > b.count : a.value < b.value;
  });
}

/// Values of a keyword field: the terms that begin with its prefix.
void count_keywords(const store::Index& index, const DocSet& documents, const Field& field, Facet& facet) {
  const Xapian::Database& database = index.database();
  const std::string prefix(field.prefix);
  std::vector<store::DocId> with_field;
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    base::check_interrupt();
    std::uint64_t count = 0;
    for (auto posting = database.postlist_begin(*term); posting != database.postlist_end(*term); ++posting) {
      if (!documents.contains(*posting)) continue;
      ++count;
      with_field.push_back(*posting);
    }
    if (count > 0) facet.values.push_back({(*term).substr(prefix.size()), count});
  }
  if (field.name == "status") {
    DocSet past = past_completion(index);
    past &= documents;
    if (!past.empty()) facet.values.push_back({std::string(model::kPastCompletion), past.size()});
  }
  std::sort(with_field.begin(), with_field.end());
  const auto end = std::unique(with_field.begin(), with_field.end());
  facet.missing = documents.size() - static_cast<std::uint64_t>(end - with_field.begin());
  sort_by_count(facet.values);
}

void count_years_beside_records(const store::Index& index, const DocSet& documents, Facet& facet) {
  std::map<int, std::uint64_t> years;
  documents.for_each([&](store::DocId document) {
    const model::PartialDate date = index.records().as_of(document);
    if (date.empty()) {
      ++facet.missing;
    } else {
      ++years[date.year()];
    }
  });
  for (const auto& [year, count] : years) facet.values.push_back({std::to_string(year), count});
}

/// Years of a date field, from the slot of its low end.
void count_years(const store::Index& index, const DocSet& documents, const Field& field, Facet& facet) {
  constexpr std::int64_t kYear = 10000;  // dates are YYYYMMDD
  if ((field.uses & schema::kBesideRecord) != 0) return count_years_beside_records(index, documents, facet);
  const auto slot = static_cast<Xapian::valueno>(field.slot);
  const Xapian::Database& database = index.database();
  std::map<std::int64_t, std::uint64_t> years;
  std::uint64_t with_field = 0;
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value) {
    if (!documents.contains(value.get_docid())) continue;
    ++years[static_cast<std::int64_t>(Xapian::sortable_unserialise(*value)) / kYear];
    ++with_field;
  }
  for (const auto& [year, count] : years) facet.values.push_back({std::to_string(year), count});
  facet.missing = documents.size() - with_field;
}

/// Values of text fields, without regard to case, in the spelling that most records have; of equals the last in
/// the order of bytes, which has capitals first.
class TextCounter {
 public:
  TextCounter(std::vector<const Field*> fields, Facet& facet) : fields_(std::move(fields)), facet_(facet) {}

  void add(const model::Trial& trial) {
    texts_.clear();
    seen_.clear();
    for (const Field* field : fields_) field->texts(trial, texts_);
    for (const std::string_view text : texts_) {
      std::string folded = base::to_lower_ascii(base::collapse_space(text));
      if (folded.empty() || std::find(seen_.begin(), seen_.end(), folded) != seen_.end()) continue;
      Spelt& spelt = values_[folded];
      ++spelt.count;
      ++spelt.spellings[base::collapse_space(text)];
      seen_.push_back(std::move(folded));
    }
    if (seen_.empty()) ++facet_.missing;
  }

  void finish() {
    for (const auto& [folded, spelt] : values_) {
      const auto most = std::max_element(spelt.spellings.rbegin(), spelt.spellings.rend(),
                                         [](const auto& a, const auto& b) { return a.second < b.second; });
      facet_.values.push_back({most->first, spelt.count});
    }
    sort_by_count(facet_.values);
  }

 private:
  struct Spelt {
    std::uint64_t count = 0;
    std::map<std::string, std::uint64_t> spellings;
  };

  std::vector<const Field*> fields_;
  Facet& facet_;
  std::unordered_map<std::string, Spelt> values_;
  std::vector<std::string_view> texts_;
  std::vector<std::string> seen_;
};

void count_texts(const store::Index& index, const DocSet& documents, std::vector<TextCounter>& counters) {
  constexpr std::size_t kRecordsInMemory = 10'000;
  std::size_t read = 0;
  documents.for_each([&](store::DocId document) {
    base::check_interrupt();
    const model::Trial trial = index.trial(document);
    for (TextCounter& counter : counters) counter.add(trial);
    if (++read % kRecordsInMemory == 0) index.records().release(0);
  });
  for (TextCounter& counter : counters) counter.finish();
}

}  // namespace

std::vector<std::string> facet_names() {
  std::vector<std::string> names;
  for (const Field& field : schema::fields()) {
    if (countable(field)) names.emplace_back(field.name);
  }
  for (const schema::CombinedField& combined : schema::combined_fields()) {
    if (!schema::facet_fields(combined.name).empty()) names.emplace_back(combined.name);
  }
  return names;
}

void check_facet(std::string_view field) {
  facet_fields(field);
}

std::vector<Facet> count_facets(const store::Index& index, const DocSet& documents,
                                std::span<const std::string> names) {
  std::vector<Facet> facets(names.size());
  std::vector<TextCounter> texts;
  store::through_gate([&] {
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::vector<const Field*> fields = facet_fields(names[i]);
      const Field& field = *fields.front();
      facets[i].field = fields.size() == 1 ? field.name : schema::find_combined(names[i])->name;
      if (field.kind == Kind::kDate) {
        count_years(index, documents, field, facets[i]);
      } else if (field.kind == Kind::kKeyword) {
        count_keywords(index, documents, field, facets[i]);
      } else {
        texts.emplace_back(fields, facets[i]);
      }
    }
    if (!texts.empty()) count_texts(index, documents, texts);
    return 0;
  });
  return facets;
}

}  // namespace trialsift::search
