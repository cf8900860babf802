// SPDX-License-Identifier: GPL-2.0-or-later
//
// The values of the fields and their spellings in the registers. docs/formats.md tells them in words.

#include "model/value_readers.hpp"
#include "trialsift/model/vocabulary.hpp"

namespace trialsift::model {
namespace {

constexpr VocabularyValue kStatusRows[] = {
    {"not_yet_recruiting", "Not yet recruiting",
     "not yet open|not yet open for recruitment|not yet started|not started|not yet enrolling|pending|planned|planning|"
     "upcoming|preinitiation|before recruitment|recruiting planned|recruitment planned|recruitment pending|"
     "recruitment not started|recruitment not yet started|recruiting not yet started|pending (not yet recruiting)|"
     "active, not yet recruiting|authorised, not started|authorised, not yet started|authorised, not yet recruiting|"
     "authorised, recruitment pending|authorized, recruitment pending|authorised, recruitment not started|"
     "ongoing, not yet recruiting|ongoing, recruitment pending|ongoing, recruitment not started|start pending"},
    {"recruiting", "Recruiting",
     "open|opened|open to recruitment|open for recruitment|open public recruiting|open recruitment|open for inclusion|"
     "open: patient inclusion|open, patient inclusion|recruitment open|recruiting patients|recruiting participants|"
     "currently recruiting|now recruiting|in recruitment|recruitment ongoing|ongoing recruitment|recruiting ongoing|"
     "ongoing, recruiting|ongoing recruiting|active, recruiting|authorised, recruiting|authorized, recruiting|"
     "recruitment started|under recruitment|enrolling|enrolling participants|enrolment open|enrollment open|"
     "recruiting, open|restarted, recruiting|open (recruiting)|actively recruiting|open to accrual|open to enrollment"},
    {"enrolling_by_invitation", "Enrolling by invitation",
     "by invitation|enrolment by invitation|recruiting by invitation"},
    {"active_not_recruiting", "Active, not recruiting",
     "active|no longer recruiting|ongoing, not recruiting|ongoing, recruitment ended|ongoing, recruitment completed|"
     "ongoing, recruitment complete|ongoing, recruitment closed|ongoing, no longer recruiting|authorised, recruitment "
     "ended|"
     "recruiting complete, follow-up continuing|recruiting complete, follow up continuing|"
     "recruitment completed, follow-up continuing|recruitment complete, follow-up ongoing|"
     "recruiting completed, follow-up continuing|recruiting ended, follow-up continuing|"
     "closed: follow-up continuing|closed, follow-up continuing|closed to recruitment, follow-up continuing|"
     "closed to recruitment, follow up continuing|closed to recruitment, in follow-up|closed to recruitment, follow-up "
     "ongoing|"
     "recruitment stopped, follow-up ongoing|inclusion stopped: follow-up|stopped: inclusion finished, follow-up "
     "ongoing|"
     "in follow-up|follow-up|follow-up ongoing|in follow up phase|active, recruitment closed|active - not recruiting|"
     "active not enrolling|active, closed to recruitment|closed to accrual|closed to enrollment|in progress, not "
     "recruiting"},
    {"completed", "Completed",
     "complete|finished|ended|concluded|finalised|finalized|trial completed|trial complete|trial ended|trial finished|"
     "study completed|study complete|study ended|study finished|completed study|closed: follow-up complete|"
     "closed, follow-up complete|closed: follow-up completed|closed to recruitment, follow-up complete|"
     "closed to recruitment, follow up complete|closed to recruitment, follow-up completed|"
     "recruiting complete, study complete|recruiting complete, study completed|recruiting complete, follow-up complete|"
     "recruiting complete, follow up complete|recruitment complete, follow-up complete|recruiting completed, study "
     "completed|"
     "recruitment completed, study completed|stopped: trial finished|stopped, trial finished|closed: trial finished|"
     "main results already published|results published|data analysis completed|analysis completed|follow-up complete|"
     "follow-up completed|follow up complete|normal completion|has results|completed, has results"},
    {"suspended", "Suspended",
     "suspending|temporarily halted|temporarily halt|temporary halt|temporary halted|temporarily suspended|"
     "temporarily stopped|temporarily closed|temporary closed|halted|halted temporarily|on hold|temporarily on "
     "hold|paused|"
     "suspended by CA|suspended by competent authority|recruitment suspended|recruiting suspended|recruitment on hold|"
     "recruiting suspended on temporary hold|recruiting suspended or temporarily on hold|recruitment temporarily "
     "halted|"
     "recruiting temporarily suspended|recruitment temporarily suspended|temporarily not recruiting|interrupted"},
    {"terminated", "Terminated",
     "stopped|stopped early|stop early|early stop|stopped prematurely|prematurely stopped|prematurely ended|"
     "premature end|prematurely terminated|prematurely closed|closed prematurely|prematurely discontinued|"
     "terminated early|terminated prematurely|early terminated|early termination|early ended|discontinued|"
     "discontinued early|aborted|abandoned|halted prematurely|terminated (halted prematurely)|"
     "recruiting stopped after recruiting started|recruitment stopped after recruitment started|"
     "recruitment stopped after recruiting started|stopped: trial terminated|stopped: prematurely|prohibited by CA|"
     "prohibited by competent authority|other (terminated)|revoked|stopped (early)"},
    {"withdrawn", "Withdrawn",
     "withdrawn prior to enrollment|withdrawn prior to recruitment|withdrawn before recruitment|"
     "withdrawn before recruiting started|recruiting withdrawn before recruiting started|"
     "recruitment withdrawn before recruitment started|will not start|never started|not to be started|"
     "stopped: trial never started|stopped, trial never started|cancelled|canceled|study cancelled|trial cancelled|"
     "cancelled before start|abandoned before recruitment|withdrawn (no participants enrolled)"},
    {"available", "Available"},
    {"no_longer_available", "No longer available"},
    {"temporarily_not_available", "Temporarily not available"},
    {"approved_for_marketing", "Approved for marketing"},
    {"withheld", "Withheld"},
    {"unknown", "Unknown status", "status unknown"},
    // The WHO's platform: not yet, no more or not at present; permitted by an authority.
    {"not_recruiting", "Not recruiting",
     "recruitment complete|recruitment completed|recruiting complete|recruitment ended|"
     "recruitment finished|recruitment closed|recruitment stopped|recruiting stopped|inclusion stopped|closed|"
     "closed to recruitment|closed to recruitment of participants|closed for recruitment|closed recruitment|"
     "enrolment complete|enrollment complete|enrollment completed|enrolment closed|enrollment closed|non recruiting|"
     "not open to recruitment|not currently recruiting|recruitment over|stopped recruiting|closed: not recruiting|"
     "recruitment terminated"},
    {"authorised", "Authorised",
     "authorized|approved|authorised recruitment may be ongoing or finished|"
     "authorized recruitment may be ongoing or finished"},
    // Under way; whether it recruits is not told.
    {"ongoing", "Ongoing",
     "on going|in progress|under way|underway|in execution|trial ongoing|study ongoing|ongoing trial|restarted|"
     "started|authorised, ongoing"},
    {"not_authorised", "Not authorised", "not authorized|not approved|rejected|refused|authorisation refused"},
    {kPastCompletion, "Recruiting, past completion"},
};

constexpr VocabularyValue kPhaseRows[] = {
    {"early_phase1", "Early phase 1", "phase0|0|early1"},
    {"phase1", "Phase 1", "1|I|phase I"},
    {"phase2", "Phase 2", "2|II|phase II"},
    {"phase3", "Phase 3", "3|III|phase III"},
    {"phase4", "Phase 4", "4|IV|phase IV"},
    {"na", "Not applicable",
     "N/A|n/a (not applicable)|not applicable (N/A)|non applicable|phase n/a|phase not applicable|"
     "no aplica|no aplicable|nao aplicavel|nao se aplica|nicht zutreffend|sans objet|observational: not applicable"},
};

constexpr VocabularyValue kStudyTypeRows[] = {
    {"interventional", "Interventional",
     "intervention|interventions|interventional study|interventional studies|intervention study|interventional trial|"
     "intervention trial|interventional clinical trial|interventional clinical study|"
     "interventional clinical trial of medicinal product|interventional clinical trial of medicinal products|"
     "clinical trial|clinical trial of an investigational medicinal product|clinical trial of medicinal product|"
     "experimental|experimental study|interventional research|interventional, drug|interventional (clinical trial)|"
     "intervencional|intervenciones|intervencao|interventionell|interventionelle studie|interventionnel"},
    {"observational", "Observational",
     "observation|observational study|observational studies|observational trial|observational [patient registry]|"
     "observational patient registry|observational invasive|observational non invasive|observational non-invasive "
     "study|"
     "observational without invasive|observational research|observation study|non-interventional|non-interventional "
     "study|"
     "non interventional|observational model|observacional|beobachtungsstudie|observationnel|observational clinical "
     "study"},
    {"expanded_access", "Expanded access", "expanded access program|expanded access study|compassionate use"},
    // What some registers have in the place of these.
    {"patient_registry", "Patient registry", "patients registry|registry|registry study"},
    {"diagnostic_test", "Diagnostic test",
     "diagnosis|diagnostic|diagnostic study|diagnostic accuracy|diagnostic test for accuracy"},
    {"prognosis_study", "Prognosis study", "prognosis|prognostic study"},
    {"treatment_study", "Treatment study", "treatment"},
    {"prevention", "Prevention", "prevention study|preventive study"},
    {"screening", "Screening", "screening study"},
    {"basic_science", "Basic science", "basic research|basic science study"},
    {"health_services_research", "Health services research", "health services reaserch|health service research"},
    {"epidemiological_research", "Epidemiological research",
     "epidemilogical research|epidemiological study|epidemiology|epidemiologic study|epidemiologic research"},
    {"bioequivalence", "Bioequivalence", "BA/BE|bioequivalence study|bioavailability/bioequivalence"},
    {"post_marketing_surveillance", "Post-marketing surveillance", "PMS|post marketing surveillance study"},
};

constexpr VocabularyValue kSexRows[] = {
    {"all", "All", "both|both sexes|both genders|all genders|all sexes|any|any sex|either|either sex|ambos|b|f m|m f"},
    {"female", "Female", "women|f"},
    {"male", "Male", "men|m"},
};

constexpr VocabularyValue kAllocationRows[] = {
    {"randomized", "Randomized", "randomised|RCT|random|yes randomized|randomizado|randomisiert|aleatorizado"},
    {"non_randomized", "Non-randomized", "non-randomised|not randomized|not randomised|non random|no randomization"},
    {"quasi_randomized", "Quasi-randomized",
     "quasi-randomised|quasi-randomized controlled|quasi-randomised controlled|quasi randomised controlled trial|"
     "quasi-randomized controlled trial"},
    {"na", "Not applicable",
     "N/A|n/a: single arm study|n/a single arm|not applicable (single arm)|single arm not applicable"},
};

constexpr VocabularyValue kMaskingRows[] = {
    {"none", "None (open label)",
     "none|open label|open|open-label study|no masking|no mask|no blinding|not blinded|not "
     "masked|non-blind|non-blinded|"
     "non blinded|unblinded|unmasked|non masked|masking not used|open (masking not used)|open - no one is blinded|"
     "open-no one is blinded|no|open trial|offen|abierto|aberto"},
    {"single", "Single", "single blind|single blinded|single mask|single masked|simple ciego|unicego"},
    {"double", "Double",
     "double blind|double blinded|double mask|double masked|doubleblind double dummy|double blind double dummy|"
     "double dummy|doble ciego|duplo cego"},
    {"triple", "Triple", "triple blind|triple blinded|triple mask|triple masked"},
    {"quadruple", "Quadruple", "quadruple blind|quadruple blinded|quadruple masked"},
    {"blinded", "Blinded", "blind|masked|masking used|blinded (masking used)|masking|yes"},
};

constexpr VocabularyValue kPurposeRows[] = {
    {"treatment", "Treatment",
     "therapy|therapeutic|therapeutics|cure|treatment study|tratamiento|tratamento|treatment drugs"},
    {"prevention", "Prevention", "preventive|preventative|prophylaxis|prophylactic|prevencion|prevencao"},
    {"diagnostic", "Diagnostic", "diagnosis|diagnostics|diagnostico"},
    {"ect", "Educational, counseling or training",
     "educational/counseling/training|educational / counselling / training|education|educational|counseling|training|"
     "education / counselling / training|education/training"},
    {"supportive_care", "Supportive care", "supportive|supportive care study|symptom control"},
    {"screening", "Screening"},
    {"health_services_research", "Health services research",
     "health services reaserch|health service research|health services|health services research study|health care "
     "system"},
    {"basic_science", "Basic science",
     "basic research|basic science/physiological study|basic research/physiological study|basic science study"},
    {"device_feasibility", "Device feasibility", "feasibility device"},
    {"other", "Other", "others|miscellaneous"},
};

constexpr VocabularyValue kInterventionModelRows[] = {
    {"single_group", "Single group",
     "single group assignment|single group study|single arm|single arm study|single-arm trial|single assignment|single|"
     "one arm|one-arm|one group|single group design|single arm design|uncontrolled single arm"},
    {"parallel", "Parallel",
     "parallel assignment|parallel group|parallel groups|parallel group study|parallel group design|parallel design|"
     "parallel arm|parallel arms|two arm parallel|parallel-group assignment|paralelo"},
    {"crossover", "Crossover",
     "crossover assignment|cross-over study|crossover design|crossover trial|crossover group|crossed|cruzado"},
    {"factorial", "Factorial", "factorial assignment|factorial design|factorial study"},
    {"sequential", "Sequential", "sequential assignment|sequential design|group sequential"},
};

constexpr VocabularyValue kSponsorClassRows[] = {
    {"industry", "Industry"},
    {"nih", "NIH"},
    {"fed", "U.S. federal agency", "U.S. Fed"},
    {"other_gov", "Other government", "other gov"},
    {"indiv", "Individual"},
    {"network", "Network"},
    {"ambig", "Ambiguous"},
    {"other", "Other"},
    {"unknown", "Unknown"},
};

constexpr VocabularyValue kInterventionTypeRows[] = {
    {"drug", "Drug"},
    {"biological", "Biological", "biological/vaccine"},
    {"device", "Device"},
    {"procedure", "Procedure", "procedure/surgery"},
    {"radiation", "Radiation"},
    {"behavioral", "Behavioral", "behavioural"},
    {"genetic", "Genetic"},
    {"dietary_supplement", "Dietary supplement"},
    {"combination_product", "Combination product"},
    {"diagnostic_test", "Diagnostic test"},
    {"other", "Other"},
};

constexpr VocabularyValue kYesNoRows[] = {
    {"yes", "Yes", "true|y|t|has results|accepts healthy volunteers"},
    {"no", "No", "false|n|f|no results available|no results|no study results posted"},
};

/// What is written for any field in the place of a value.
constexpr std::string_view kNoValue = "not applicable|n/a|na|other|others|unknown";

}  // namespace

const Vocabulary kStatuses{"status", kStatusRows, read_label, true,
                           "not applicable|n/a|na|other|others|not available|n.a."};
const Vocabulary kPhases{
    "phase", kPhaseRows, read_phases, false,
    "other|others|unknown|retrospective study|prospective study|cohort study|case-control study|cross-sectional study|"
    "observational|observational study|interventional|interventional study|new treatment measure clinical study|"
    "new treatment measure|diagnostic new technique clinical study|diagnostic new technique clincal study|diagnostic "
    "test|"
    "basic science|prognosis study|post-market|post market|post-marketing|postmarketing|post marketing surveillance|"
    "post-marketing surveillance|post marketing study|post marketing clinical trial|post-marketing clinical trial|pms|"
    "post authorisation|pilot|pilot study|pilot trial|pilot clinical trial|feasibility|feasibility study|pivotal|"
    "bioequivalence|bioequivalence study|ba/be|bioavailability|pre-clinical|preclinical|pre-market|premarket|"
    "medical device|device|device trial|device feasibility|first in human|proof of concept|exploratory|confirmatory|"
    "confirmatory study|pragmatic|epidemiological study|epidemilogical research|health services research|screening|"
    "treatment study|prevention|phase not specified|no phase|no phase specified|phase not selected|not a drug trial|"
    "non-drug|nutritional trial|behavioural|behavioral|registry|"
    "expanded access|compassionate use|no drug trial"};
const Vocabulary kStudyTypes{
    "study type", kStudyTypeRows, read_label, true,
    "not applicable|n/a|na|other|others|unknown|others,meta-analysis etc|others, meta-analysis etc|phase 1|phase 2|"
    "phase 3|phase 4|phase I|phase II|phase III|phase IV"};
const Vocabulary kSexes{"sex", kSexRows, read_sex, false, "not applicable|n/a|na|other|others|unknown|no aplica"};
const Vocabulary kAllocations{"allocation", kAllocationRows, read_allocation, true, "other|others|unknown"};
const Vocabulary kMaskings{"masking", kMaskingRows, read_masking, true, kNoValue};
const Vocabulary kPurposes{"purpose", kPurposeRows, read_purpose, true, "not applicable|n/a|na|unknown"};
const Vocabulary kInterventionModels{"intervention model", kInterventionModelRows, read_model, true, kNoValue};
const Vocabulary kSponsorClasses{"sponsor class", kSponsorClassRows, read_label, true};
const Vocabulary kInterventionTypes{"intervention type", kInterventionTypeRows, read_label, true};
const Vocabulary kYesNo{"yes or no", kYesNoRows, read_label, false, kNoValue};

}  // namespace trialsift::model
