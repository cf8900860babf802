// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/ctgov/ctgov_area.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

using Text = std::string_view;

/// Text in which the registry looks for synonyms too.
constexpr Area text(Text name, Text field, Fit fit = Fit::kSame) {
  return {name, field, fit, true};
}
/// Names, numbers, values and dates.
constexpr Area plain(Text name, Text field, Fit fit = Fit::kSame) {
  return {name, field, fit, false};
}
constexpr Area ages(Text name, AgePart part) {
  return {name, "age", Fit::kSame, false, part};
}
constexpr Area none(Text name) {
  return {name, {}, Fit::kNone, false};
}

constexpr Fit kWider = Fit::kWider;
constexpr Fit kNarrower = Fit::kNarrower;

// https://clinicaltrials.gov/data-api/about-api/search-areas and .../study-data-structure. The first row is the area of
// an expression without AREA.
constexpr Area kAreas[] = {
    // search areas
    text("BasicSearch", "area_basic"),
    text("ConditionSearch", "area_condition"),
    text("InterventionSearch", "area_intervention"),
    text("InterventionNameSearch", "intervention"),
    text("ObsoleteConditionSearch", "area_condition", kWider),
    plain("ExternalIdsSearch", "id", kWider),
    none("ExternalIdTypesSearch"),
    text("EligibilitySearch", "eligibility"),
    text("OutcomeSearch", "outcome"),
    text("OutcomeNameSearch", "outcome", kWider),
    text("TitleSearch", "title"),
    plain("LocationSearch", "area_location", kNarrower),
    none("ContactSearch"),
    plain("NCTIdSearch", "id", kWider),
    plain("IdSearch", "id", kNarrower),
    plain("SponsorSearch", "sponsor"),
    plain("FunderTypeSearch", "sponsor_class", kNarrower),
    none("ResponsiblePartySearch"),
    text("PatientSearch", "area_basic"),
    // identification
    plain("NCTId", "id", kWider),
    plain("NCTIdAlias", "id", kWider),
    plain("OrgStudyId", "id", kWider),
    none("OrgStudyIdType"),
    none("OrgStudyIdDomain"),
    none("OrgStudyIdLink"),
    plain("SecondaryId", "id", kWider),
    none("SecondaryIdType"),
    none("SecondaryIdDomain"),
    none("SecondaryIdLink"),
    text("BriefTitle", "title", kWider),
    text("OfficialTitle", "title", kWider),
    text("Acronym", "title", kWider),
    none("OrgFullName"),
    none("OrgClass"),
    // status
    none("StatusVerifiedDate"),
    plain("OverallStatus", "status"),
    none("LastKnownStatus"),
    none("DelayedPosting"),
    text("WhyStopped", "why_stopped"),
    none("HasExpandedAccess"),
    none("ExpandedAccessNCTId"),
    none("ExpandedAccessStatusForNCTId"),
    plain("StartDate", "start"),
    none("StartDateType"),
    plain("PrimaryCompletionDate", "primary_completion"),
    none("PrimaryCompletionDateType"),
    plain("CompletionDate", "completion"),
    none("CompletionDateType"),
    none("StudyFirstSubmitDate"),
    none("StudyFirstSubmitQCDate"),
    plain("StudyFirstPostDate", "posted"),
    none("StudyFirstPostDateType"),
    none("ResultsWaived"),
    none("ResultsFirstSubmitDate"),
    none("ResultsFirstSubmitQCDate"),
    plain("ResultsFirstPostDate", "results_posted"),
    none("ResultsFirstPostDateType"),
    none("ResultsFirstPostedQCCommentsDate"),
    none("DispFirstSubmitDate"),
    none("DispFirstSubmitQCDate"),
    none("DispFirstPostDate"),
    none("DispFirstPostDateType"),
    none("LastUpdateSubmitDate"),
    plain("LastUpdatePostDate", "updated"),
    none("LastUpdatePostDateType"),
    // sponsors and oversight
    none("ResponsiblePartyType"),
    none("ResponsiblePartyInvestigatorFullName"),
    none("ResponsiblePartyInvestigatorTitle"),
    none("ResponsiblePartyInvestigatorAffiliation"),
    none("ResponsiblePartyOldNameTitle"),
    none("ResponsiblePartyOldOrganization"),
    plain("LeadSponsorName", "sponsor", kWider),
    plain("LeadSponsorClass", "sponsor_class"),
    plain("CollaboratorName", "sponsor", kWider),
    none("CollaboratorClass"),
    none("OversightHasDMC"),
    none("IsFDARegulatedDrug"),
    none("IsFDARegulatedDevice"),
    none("IsUnapprovedDevice"),
    none("IsPPSD"),
    none("IsUSExport"),
    none("FDAAA801Violation"),
    // descriptions and conditions
    text("BriefSummary", "summary"),
    text("DetailedDescription", "detailed"),
    text("Condition", "condition"),
    text("Keyword", "keyword"),
    // design
    plain("StudyType", "type"),
    none("NPtrsToThisExpAccNCTId"),
    none("ExpAccTypeIndividual"),
    none("ExpAccTypeIntermediate"),
    none("ExpAccTypeTreatment"),
    none("PatientRegistry"),
    none("TargetDuration"),
    plain("Phase", "phase"),
    plain("DesignAllocation", "allocation"),
    plain("DesignInterventionModel", "model"),
    none("DesignInterventionModelDescription"),
    plain("DesignPrimaryPurpose", "purpose"),
    none("DesignObservationalModel"),
    none("DesignTimePerspective"),
    plain("DesignMasking", "masking"),
    none("DesignMaskingDescription"),
    none("DesignWhoMasked"),
    none("BioSpecRetention"),
    none("BioSpecDescription"),
    plain("EnrollmentCount", "enrollment"),
    none("EnrollmentType"),
    // arms and interventions
    text("ArmGroupLabel", "arm", kWider),
    none("ArmGroupType"),
    text("ArmGroupDescription", "arm", kWider),
    none("ArmGroupInterventionName"),
    plain("InterventionType", "intervention_type"),
    text("InterventionName", "intervention", kWider),
    text("InterventionDescription", "arm", kWider),
    none("InterventionArmGroupLabel"),
    text("InterventionOtherName", "intervention", kWider),
    // outcomes
    text("PrimaryOutcomeMeasure", "outcome", kWider),
    text("PrimaryOutcomeDescription", "outcome", kWider),
    text("PrimaryOutcomeTimeFrame", "outcome", kWider),
    text("SecondaryOutcomeMeasure", "outcome", kWider),
    text("SecondaryOutcomeDescription", "outcome", kWider),
    text("SecondaryOutcomeTimeFrame", "outcome", kWider),
    text("OtherOutcomeMeasure", "outcome", kWider),
    text("OtherOutcomeDescription", "outcome", kWider),
    text("OtherOutcomeTimeFrame", "outcome", kWider),
    // eligibility
    text("EligibilityCriteria", "eligibility"),
    plain("HealthyVolunteers", "healthy"),
    plain("Sex", "sex"),
    plain("Gender", "sex"),
    none("GenderBased"),
    none("GenderDescription"),
    ages("MinimumAge", AgePart::kMinimum),
    ages("MaximumAge", AgePart::kMaximum),
    ages("StdAge", AgePart::kGroup),
    none("StudyPopulation"),
    none("SamplingMethod"),
    // contacts and locations
    none("CentralContactName"),
    none("CentralContactRole"),
    none("CentralContactPhone"),
    none("CentralContactPhoneExt"),
    none("CentralContactEMail"),
    none("OverallOfficialName"),
    none("OverallOfficialAffiliation"),
    none("OverallOfficialRole"),
    plain("LocationFacility", "location", kWider),
    none("LocationStatus"),
    plain("LocationCity", "location", kWider),
    none("LocationState"),
    none("LocationZip"),
    plain("LocationCountry", "country"),
    none("LocationContactName"),
    none("LocationContactRole"),
    none("LocationContactPhone"),
    none("LocationContactPhoneExt"),
    none("LocationContactEMail"),
    none("LocationGeoPoint"),
    // references and sharing
    none("ReferencePMID"),
    none("ReferenceType"),
    none("ReferenceCitation"),
    none("RetractionPMID"),
    none("RetractionSource"),
    none("SeeAlsoLinkLabel"),
    none("SeeAlsoLinkURL"),
    none("AvailIPDId"),
    none("AvailIPDType"),
    none("AvailIPDURL"),
    none("AvailIPDComment"),
    none("IPDSharing"),
    none("IPDSharingDescription"),
    none("IPDSharingInfoType"),
    none("IPDSharingTimeFrame"),
    none("IPDSharingAccessCriteria"),
    none("IPDSharingURL"),
    // results
    plain("HasResults", "results"),
    none("FlowPreAssignmentDetails"),
    none("FlowRecruitmentDetails"),
    none("FlowTypeUnitsAnalyzed"),
    none("FlowGroupTitle"),
    none("FlowGroupDescription"),
    none("FlowPeriodTitle"),
    none("FlowMilestoneType"),
    none("FlowDropWithdrawType"),
    none("FlowReasonNumSubjects"),
    none("BaselinePopulationDescription"),
    none("BaselineGroupTitle"),
    none("BaselineGroupDescription"),
    none("BaselineMeasureTitle"),
    none("BaselineMeasureDescription"),
    none("OutcomeMeasureType"),
    none("OutcomeMeasureTitle"),
    none("OutcomeMeasureDescription"),
    none("OutcomeMeasurePopulationDescription"),
    none("OutcomeMeasureReportingStatus"),
    none("OutcomeMeasureTimeFrame"),
    none("OutcomeGroupTitle"),
    none("OutcomeGroupDescription"),
    none("OutcomeAnalysisPValue"),
    none("OutcomeAnalysisStatisticalMethod"),
    none("EventsFrequencyThreshold"),
    none("EventsTimeFrame"),
    none("EventsDescription"),
    none("EventGroupTitle"),
    none("EventGroupDescription"),
    none("SeriousEventTerm"),
    none("SeriousEventOrganSystem"),
    none("OtherEventTerm"),
    none("OtherEventOrganSystem"),
    none("LimitationsAndCaveatsDescription"),
    none("AgreementPISponsorEmployee"),
    none("AgreementRestrictionType"),
    none("PointOfContactTitle"),
    none("PointOfContactOrganization"),
    none("LargeDocFilename"),
    none("LargeDocTypeAbbrev"),
    none("LargeDocHasProtocol"),
    none("LargeDocHasSAP"),
    none("LargeDocHasICF"),
    // derived by the registry
    none("VersionHolder"),
    none("RemovedCountry"),
    none("ConditionMeshId"),
    text("ConditionMeshTerm", "mesh", kWider),
    none("ConditionAncestorId"),
    text("ConditionAncestorTerm", "mesh_ancestor", kWider),
    none("ConditionBrowseLeafName"),
    none("ConditionBrowseBranchName"),
    none("InterventionMeshId"),
    text("InterventionMeshTerm", "mesh", kWider),
    none("InterventionAncestorId"),
    text("InterventionAncestorTerm", "mesh_ancestor", kWider),
    none("InterventionBrowseLeafName"),
    none("InterventionBrowseBranchName"),
};

}  // namespace

const Area* find_area(std::string_view name) {
  const std::string wanted = base::to_lower_ascii(name);
  const auto* found = std::find_if(std::begin(kAreas), std::end(kAreas), [&wanted](const Area& area) {
    return area.name.size() == wanted.size() && base::to_lower_ascii(area.name) == wanted;
  });
  return found == std::end(kAreas) ? nullptr : found;
}

std::string area_suggestion(std::string_view name) {
  std::vector<std::string> lower;
  for (const Area& area : kAreas) lower.push_back(base::to_lower_ascii(area.name));
  const std::vector<std::string_view> names(lower.begin(), lower.end());
  const std::string_view near = base::nearest(base::to_lower_ascii(name), names);
  if (near.empty()) return {};
  return ": did you mean " + std::string(find_area(near)->name) + "?";
}

const Area& default_area() {
  return kAreas[0];
}

}  // namespace trialsift::query
