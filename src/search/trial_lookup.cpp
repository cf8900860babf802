// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/trial_lookup.hpp"

#include <xapian.h>

#include <map>
#include <optional>
#include <string>

#include "search/number_terms.hpp"
#include "trialsift/model/registered_numbers.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::search {

std::vector<store::DocId> trials_with_number(const store::Index& index, std::string_view number) {
  if (const std::optional<model::TrialId> id = model::typed_number(number)) {
    if (const std::optional<store::DocId> document = index.find(*id)) return {*document};
  }
  const std::string term = number_term(number);
  std::map<std::string, store::DocId> found;
  if (has_term(index, term)) {
    store::through_gate([&] {
      const Xapian::Database& database = index.database();
      for (auto posting = database.postlist_begin(term); posting != database.postlist_end(term); ++posting) {
        found.emplace(database.get_document(*posting).get_value(schema::kIdSlot), *posting);
      }
      return 0;
    });
  }
  std::vector<store::DocId> documents;
  for (const auto& [id, document] : found) documents.push_back(document);
  return documents;
}

}  // namespace trialsift::search
