// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/beside_records.hpp"

#include <xapian.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "trialsift/model/trial.hpp"
#include "trialsift/model/vocabulary.hpp"

namespace trialsift::search {

const schema::Field* field_beside_record(std::string_view name) {
  const schema::Field* const field = schema::find_field(name);
  return field != nullptr && (field->uses & schema::kBesideRecord) != 0 ? field : nullptr;
}

DocSet with_date_beside_record(const store::Index& index, const DocSet& documents,
                               const std::optional<schema::Interval>& range) {
  std::vector<store::DocId> found;
  documents.for_each([&](store::DocId document) {
    const model::PartialDate date = index.records().as_of(document);
    if (date.empty()) return;
    if (range && (date.first() > range->high || date.last() < range->low)) return;
    found.push_back(document);
  });
  return DocSet::of(std::move(found));
}

DocSet past_completion(const store::Index& index) {
  const Xapian::Database& database = index.database();
  const std::string prefix(schema::find_field("status")->prefix);
  const auto last_day = static_cast<Xapian::valueno>(schema::find_field("completion")->slot + 1);
  std::vector<store::DocId> found;
  for (const std::string_view status : model::kOpenStatuses) {
    auto completion = database.valuestream_begin(last_day);
    const auto end = database.valuestream_end(last_day);
    const std::string term = prefix + std::string(status);
    for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term); ++posting) {
      completion.skip_to(*posting);
      if (completion == end) break;
      if (completion.get_docid() != *posting) continue;
      const auto day = static_cast<std::uint32_t>(Xapian::sortable_unserialise(*completion));
      const model::PartialDate as_of = index.records().as_of(*posting);
      if (!as_of.empty() && model::is_past_completion(status, day, as_of.first())) found.push_back(*posting);
    }
  }
  std::sort(found.begin(), found.end());
  return DocSet::of(std::move(found));
}

}  // namespace trialsift::search
