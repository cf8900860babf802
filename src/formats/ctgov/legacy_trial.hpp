// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <utility>

#include "formats/records_reader.hpp"
#include "formats/values/excerpt.hpp"
#include "formats/xml/element.hpp"
#include "trialsift/model/trial.hpp"

namespace trialsift::formats {

/// What a <clinical_study> of ClinicalTrials.gov's retired site says about its trial; `id` is the caller's business.
model::Trial trial_of_legacy(const Element& study, model::TrialId id);

/// What the element has a place for: it knows no MeSH terms above those of the trial, and its results are not read.
constexpr model::Coverage kLegacyCoverage{
    model::MemberSet::all() -
        (model::member::kMeshAncestors | model::member::kResultOutcomes | model::member::kAdverseEvents),
    {}};

/// The number in <id_info>, as it stands there.
std::string legacy_id(const Element& study);

/// Reads <clinical_study> elements, whatever they are cut out of.
template <class Records>
class LegacyReader : public RecordsReader<Records> {
 public:
  using RecordsReader<Records>::RecordsReader;

 protected:
  Record trial_of(const Element& study) {
    const std::string given = legacy_id(study);
    auto id = model::TrialId::parse(given);
    if (!id) return this->records().rejected("no-id", no_id_sentence(given, "The study has no nct_id."));
    model::Trial trial = trial_of_legacy(study, std::move(*id));
    this->note_current(trial.as_of.text());
    this->note_coverage(kLegacyCoverage);
    return trial;
  }
};

}  // namespace trialsift::formats
