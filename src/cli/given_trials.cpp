// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/given_trials.hpp"

#include <optional>

#include "trialsift/base/error.hpp"

namespace trialsift::cli {

model::TrialId trial_id_of(const std::string& text) {
  const std::optional<model::TrialId> id = model::TrialId::parse(text);
  if (!id) {
    throw base::Error(base::ErrorCode::kUsage, text + " is not the id of a trial", "ids look like NCT01421927");
  }
  return *id;
}

store::DocId document_of(const store::Index& index, const std::string& text) {
  const model::TrialId id = trial_id_of(text);
  const std::optional<store::DocId> document = index.find(id);
  if (!document) {
    throw base::Error(base::ErrorCode::kUsage, id.text() + " is not in the index",
                      "trialsift stats tells what the index was made of");
  }
  return *document;
}

}  // namespace trialsift::cli
