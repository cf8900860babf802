$ trialsift index --quiet --index index corpus
$ trialsift show NCT99000010
NCT99000010
Stopping Tyrosine Kinase Inhibitors in Chronic Myeloid Leukaemia: a Registry

Official title:     A Prospective Registry of Treatment-free Remission in Chronic Myeloid Leukaemia
                    in Routine Care
Acronym:            QUIETUS
Page:               https://clinicaltrials.gov/study/NCT99000010
Other ids:          CML-REG-1
Status:             Enrolling by invitation (as of 2026-01-15)
Type:               Observational
Observational model: Cohort
Time perspective:   Prospective
Enrollment:         900 (estimated)
Start:              2015-01 (actual)
Completion:         2030-12 (estimated)
First posted:       2015-02-27
Last updated:       2025-03-06
Results:            No
Sponsor:            Ardmore Leukaemia Trust
Conditions:         Chronic Myeloid Leukaemia, BCR/ABL-Positive
MeSH, conditions:   Leukemia, Myelogenous, Chronic, BCR-ABL Positive
Sex:                All
Ages:               18 Years and older

Brief summary
  Some people with chronic myeloid leukaemia (CML) can stop imatinib, dasatinib or nilotinib after
  years of deep response. This registry gathers what happens to them in ordinary practice: how long
  the remission lasts, what symptoms follow withdrawal, and how fast a response is regained on
  restarting.

Detailed description
  Clinics report each attempt at stopping on a two-page form. BCR-ABL1 is measured monthly for a
  year, every two months in the second year, and quarterly thereafter. Loss of major molecular
  response is the trigger to restart. Musculoskeletal pain after withdrawal is graded by the patient
  with a short diary. No visits, tests or drugs are imposed by the registry. Loss to followup is
  handled by linkage with the national death index.

Outcomes
  - Primary: Treatment-free remission: Share of patients in major molecular response without drug
    [24 months]

Eligibility
  Inclusion Criteria:

  * CML in first chronic phase
  * Deep molecular response for at least two years

  Exclusion Criteria:

  * Prior accelerated phase or blast crisis

Location
  - United Kingdom: Ardmore Infirmary, Belfast
$ trialsift show nct99000063 --format json
{"type":"record","schema":1,"id":"NCT99000063","nct_id":"NCT99000063","url":"https://clinicaltrials.gov/study/NCT99000063","record":{"other_ids":[],"brief_title":"","official_title":"","acronym":"","brief_summary":"The purpose of this phase I/II trial is to find the highest safe dose of lenalidomide when it is used as maintenance in patients with multiple myeloma (MM) who have had a reduced-intensity allogeneic transplantation. Lenalidomide maintenance will start around day 100 after the Allo-SCT. The second purpose is to describe how often graft-versus-host disease (GVHD) flares under the drug and how many patients reach a deeper remission.","detailed_description":"Allo-SCT offers a graft-versus-myeloma effect, but up to half of the patients relapse within three years. Lenalidomide is active after relapse from allogeneic transplantation, where responses have gone along with a rise of activated HLA-DR+ T cells and of NK cells in the blood. It is therefore reasonable to test lenalidomide as maintenance before relapse. Cohorts of three to six patients receive 2.5, 5, 10 or 15 mg on days 1 to 21 of a 28-day cycle for four cycles; immunosuppression with ciclosporin is being tapered at that time. Dose-limiting toxicity is defined as grade III-IV acute GVHD, neutropenia of grade 4 for more than seven days in spite of G-CSF, or any other non-haematological event of grade 3 or more in the first cycle. Once the dose has been set, 24 further patients are treated at that level for up to one year. T-cell subsets, IFN-γ production and CD34+ chimerism are studied before each of the first four cycles. Patients who progress may receive donor lymphocyte infusions or bortezomib at the discretion of the centre. Follow-up ends two years after the last patient has started lenalidomide.","conditions":[],"keywords":[],"interventions":[],"arms":[],"eligibility_criteria":"","outcomes":[],"lead_sponsor":"","collaborators":[],"locations":[],"condition_mesh":[],"intervention_mesh":[],"mesh_ancestors":[],"status":"","why_stopped":"","study_type":"","phases":[],"allocation":"","masking":"","purpose":"","model":"","sponsor_class":"","sex":"","minimum_age":"","maximum_age":"","healthy":"","results":"","enrollment":null,"pmids":[],"start":"","primary_completion":"","completion":"","posted":"","updated":"","results_posted":"","start_type":"","primary_completion_type":"","completion_type":"","enrollment_type":"","last_known_status":"","observational_model":"","time_perspective":"","study_population":"","masking_description":"","model_description":"","who_masked":[],"gender_description":"","fda_drug":"","fda_device":"","ipd_sharing":"","ipd_plan":"","contacts":[],"references":[],"result_outcomes":[],"adverse_events":[],"as_of":"2026-01-04"},"past_completion":false}
$ trialsift show NCT99000063 NCT99000064 | grep ^NCT
NCT99000063
NCT99000064

# What is not there is told: exit status 1; the others are shown.
$ trialsift show NCT99000001 NCT12345678 2>/dev/null | head -n 2
NCT99000001
Lenalidomide Maintenance After Allogeneic Transplantation in Multiple Myeloma
$ trialsift show NCT12345678 NCT99000001 >/dev/null
trialsift: NCT12345678 is not in the index: it is not in the one source
? 1
$ trialsift show NCT12345678
trialsift: NCT12345678 is not in the index: it is not in the one source
? 1
$ trialsift show 1421927
trialsift: error[usage]: 1421927 is not the id of a trial
  hint: ids look like NCT01421927
? 2
$ trialsift show NCT99000001 --format csv
trialsift: error[usage]: --format does not take csv
  hint: it takes text, json
? 2
