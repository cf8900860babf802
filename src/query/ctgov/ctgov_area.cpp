// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/ctgov/ctgov_area.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "trialsift/base/text.hpp"
#include "trialsift/schema/fields.hpp"

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
constexpr Area kSearchAreas[] = {
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
    plain("ContactSearch", "contact", kNarrower),
    plain("NCTIdSearch", "id", kWider),
    plain("IdSearch", "id", kNarrower),
    plain("SponsorSearch", "sponsor"),
    plain("FunderTypeSearch", "sponsor_class", kNarrower),
    none("ResponsiblePartySearch"),
    text("PatientSearch", "area_basic"),
};

/// Pieces that are an old name, or a part of a field.
constexpr Area kOwnPieces[] = {
    text("EligibilityCriteria", "eligibility"), plain("Gender", "sex"),          ages("MinimumAge", AgePart::kMinimum),
    ages("MaximumAge", AgePart::kMaximum),      ages("StdAge", AgePart::kGroup),
};

/// All pieces of the registry's records. Which of them a field holds stands in the table of fields.
constexpr Text kPieces[] = {
    // identification
    "NCTId",
    "NCTIdAlias",
    "OrgStudyId",
    "OrgStudyIdType",
    "OrgStudyIdDomain",
    "OrgStudyIdLink",
    "SecondaryId",
    "SecondaryIdType",
    "SecondaryIdDomain",
    "SecondaryIdLink",
    "BriefTitle",
    "OfficialTitle",
    "Acronym",
    "OrgFullName",
    "OrgClass",
    // status
    "StatusVerifiedDate",
    "OverallStatus",
    "LastKnownStatus",
    "DelayedPosting",
    "WhyStopped",
    "HasExpandedAccess",
    "ExpandedAccessNCTId",
    "ExpandedAccessStatusForNCTId",
    "StartDate",
    "StartDateType",
    "PrimaryCompletionDate",
    "PrimaryCompletionDateType",
    "CompletionDate",
    "CompletionDateType",
    "StudyFirstSubmitDate",
    "StudyFirstSubmitQCDate",
    "StudyFirstPostDate",
    "StudyFirstPostDateType",
    "ResultsWaived",
    "ResultsFirstSubmitDate",
    "ResultsFirstSubmitQCDate",
    "ResultsFirstPostDate",
    "ResultsFirstPostDateType",
    "ResultsFirstPostedQCCommentsDate",
    "DispFirstSubmitDate",
    "DispFirstSubmitQCDate",
    "DispFirstPostDate",
    "DispFirstPostDateType",
    "LastUpdateSubmitDate",
    "LastUpdatePostDate",
    "LastUpdatePostDateType",
    // sponsors and oversight
    "ResponsiblePartyType",
    "ResponsiblePartyInvestigatorFullName",
    "ResponsiblePartyInvestigatorTitle",
    "ResponsiblePartyInvestigatorAffiliation",
    "ResponsiblePartyOldNameTitle",
    "ResponsiblePartyOldOrganization",
    "LeadSponsorName",
    "LeadSponsorClass",
    "CollaboratorName",
    "CollaboratorClass",
    "OversightHasDMC",
    "IsFDARegulatedDrug",
    "IsFDARegulatedDevice",
    "IsUnapprovedDevice",
    "IsPPSD",
    "IsUSExport",
    "FDAAA801Violation",
    // descriptions and conditions
    "BriefSummary",
    "DetailedDescription",
    "Condition",
    "Keyword",
    // design
    "StudyType",
    "NPtrsToThisExpAccNCTId",
    "ExpAccTypeIndividual",
    "ExpAccTypeIntermediate",
    "ExpAccTypeTreatment",
    "PatientRegistry",
    "TargetDuration",
    "Phase",
    "DesignAllocation",
    "DesignInterventionModel",
    "DesignInterventionModelDescription",
    "DesignPrimaryPurpose",
    "DesignObservationalModel",
    "DesignTimePerspective",
    "DesignMasking",
    "DesignMaskingDescription",
    "DesignWhoMasked",
    "BioSpecRetention",
    "BioSpecDescription",
    "EnrollmentCount",
    "EnrollmentType",
    // arms and interventions
    "ArmGroupLabel",
    "ArmGroupType",
    "ArmGroupDescription",
    "ArmGroupInterventionName",
    "InterventionType",
    "InterventionName",
    "InterventionDescription",
    "InterventionArmGroupLabel",
    "InterventionOtherName",
    // outcomes
    "PrimaryOutcomeMeasure",
    "PrimaryOutcomeDescription",
    "PrimaryOutcomeTimeFrame",
    "SecondaryOutcomeMeasure",
    "SecondaryOutcomeDescription",
    "SecondaryOutcomeTimeFrame",
    "OtherOutcomeMeasure",
    "OtherOutcomeDescription",
    "OtherOutcomeTimeFrame",
    // eligibility
    "EligibilityCriteria",
    "HealthyVolunteers",
    "Sex",
    "Gender",
    "GenderBased",
    "GenderDescription",
    "MinimumAge",
    "MaximumAge",
    "StdAge",
    "StudyPopulation",
    "SamplingMethod",
    // contacts and locations
    "CentralContactName",
    "CentralContactRole",
    "CentralContactPhone",
    "CentralContactPhoneExt",
    "CentralContactEMail",
    "OverallOfficialName",
    "OverallOfficialAffiliation",
    "OverallOfficialRole",
    "LocationFacility",
    "LocationStatus",
    "LocationCity",
    "LocationState",
    "LocationZip",
    "LocationCountry",
    "LocationContactName",
    "LocationContactRole",
    "LocationContactPhone",
    "LocationContactPhoneExt",
    "LocationContactEMail",
    "LocationGeoPoint",
    // references and sharing
    "ReferencePMID",
    "ReferenceType",
    "ReferenceCitation",
    "RetractionPMID",
    "RetractionSource",
    "SeeAlsoLinkLabel",
    "SeeAlsoLinkURL",
    "AvailIPDId",
    "AvailIPDType",
    "AvailIPDURL",
    "AvailIPDComment",
    "IPDSharing",
    "IPDSharingDescription",
    "IPDSharingInfoType",
    "IPDSharingTimeFrame",
    "IPDSharingAccessCriteria",
    "IPDSharingURL",
    // results
    "HasResults",
    "FlowPreAssignmentDetails",
    "FlowRecruitmentDetails",
    "FlowTypeUnitsAnalyzed",
    "FlowGroupTitle",
    "FlowGroupDescription",
    "FlowPeriodTitle",
    "FlowMilestoneType",
    "FlowDropWithdrawType",
    "FlowReasonNumSubjects",
    "BaselinePopulationDescription",
    "BaselineGroupTitle",
    "BaselineGroupDescription",
    "BaselineMeasureTitle",
    "BaselineMeasureDescription",
    "OutcomeMeasureType",
    "OutcomeMeasureTitle",
    "OutcomeMeasureDescription",
    "OutcomeMeasurePopulationDescription",
    "OutcomeMeasureReportingStatus",
    "OutcomeMeasureTimeFrame",
    "OutcomeGroupTitle",
    "OutcomeGroupDescription",
    "OutcomeAnalysisPValue",
    "OutcomeAnalysisStatisticalMethod",
    "EventsFrequencyThreshold",
    "EventsTimeFrame",
    "EventsDescription",
    "EventGroupTitle",
    "EventGroupDescription",
    "SeriousEventTerm",
    "SeriousEventOrganSystem",
    "OtherEventTerm",
    "OtherEventOrganSystem",
    "LimitationsAndCaveatsDescription",
    "AgreementPISponsorEmployee",
    "AgreementRestrictionType",
    "PointOfContactTitle",
    "PointOfContactOrganization",
    "LargeDocFilename",
    "LargeDocTypeAbbrev",
    "LargeDocHasProtocol",
    "LargeDocHasSAP",
    "LargeDocHasICF",
    // derived by the registry
    "VersionHolder",
    "RemovedCountry",
    "ConditionMeshId",
    "ConditionMeshTerm",
    "ConditionAncestorId",
    "ConditionAncestorTerm",
    "ConditionBrowseLeafName",
    "ConditionBrowseBranchName",
    "InterventionMeshId",
    "InterventionMeshTerm",
    "InterventionAncestorId",
    "InterventionAncestorTerm",
    "InterventionBrowseLeafName",
    "InterventionBrowseBranchName",
};

/// A field that holds several pieces holds more than each.
Area held_area(const schema::Field& field, Text name) {
  const bool synonyms = field.kind == schema::Kind::kText && (field.uses & schema::kNames) == 0;
  return {name, field.name, field.areas[1].empty() ? Fit::kSame : Fit::kWider, synonyms};
}

Area piece(Text name) {
  for (const Area& own : kOwnPieces) {
    if (own.name == name) return own;
  }
  for (const schema::Field& field : schema::fields()) {
    if (std::find(field.areas.begin(), field.areas.end(), name) != field.areas.end()) return held_area(field, name);
  }
  return {name, {}, Fit::kNone};
}

std::vector<Area> all_areas() {
  std::vector<Area> areas(std::begin(kSearchAreas), std::end(kSearchAreas));
  std::transform(std::begin(kPieces), std::end(kPieces), std::back_inserter(areas), piece);
  return areas;
}

const std::vector<Area>& areas() {
  static const std::vector<Area> all = all_areas();
  return all;
}

}  // namespace

const Area* find_area(std::string_view name) {
  const std::string wanted = base::to_lower_ascii(name);
  const auto found = std::find_if(areas().begin(), areas().end(), [&wanted](const Area& area) {
    return area.name.size() == wanted.size() && base::to_lower_ascii(area.name) == wanted;
  });
  return found == areas().end() ? nullptr : &*found;
}

std::string area_suggestion(std::string_view name) {
  std::vector<std::string> lower;
  for (const Area& area : areas()) lower.push_back(base::to_lower_ascii(area.name));
  const std::vector<std::string_view> names(lower.begin(), lower.end());
  const std::string_view near = base::nearest(base::to_lower_ascii(name), names);
  if (near.empty()) return {};
  return ": did you mean " + std::string(find_area(near)->name) + "?";
}

const Area& default_area() {
  return areas().front();
}

}  // namespace trialsift::query
