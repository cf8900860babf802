// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "trialsift/schema/fields.hpp"
#include "trialsift/search/doc_set.hpp"
#include "trialsift/store/index.hpp"

/// What is known of documents by the dates that are kept beside their records, and by no term or slot.
namespace trialsift::search {

/// The field of that name, if it is schema::kBesideRecord; or null.
const schema::Field* field_beside_record(std::string_view name);

/// Those of `documents` with such a date, in `range` if there is one.
DocSet with_date_beside_record(const store::Index& index, const DocSet& documents,
                               const std::optional<schema::Interval>& range);

/// All with an open status that is past its completion date (model::is_past_completion). Goes through_gate().
DocSet past_completion(const store::Index& index);

}  // namespace trialsift::search
