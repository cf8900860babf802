$ trialsift --version
trialsift [...]
Xapian [...]
index format [...]
# Nothing to do, a misspelt format.
$ trialsift
trialsift: error[usage]: no command is given
  hint: see trialsift --help
? 2
$ trialsift index --quiet --index index corpus
$ trialsift search --format jsonlines myeloma
trialsift: error[usage]: --format does not take jsonlines
  hint: it takes text, html, markdown, jsonl, csv, tsv, ris, nbib, ids, trec, json
? 2
$ trialsift search --format cvs myeloma
trialsift: error[usage]: --format does not take cvs
  hint: did you mean csv? it takes text, html, markdown, jsonl, csv, tsv, ris, nbib, ids, trec, json
? 2
$ trialsift search
trialsift: error[usage]: there is no query
  hint: give words, --query QUERY or --query-file FILE
? 2

$ trialsift formats
read by trialsift index (told apart by content; gzip, zstd, bzip2, xz, zip and tar are opened):
  module-text   text export of the Description Module (NCT ID, Brief Summary, Detailed Description) and its sisters
  api-v2        ClinicalTrials.gov API v2 JSON: an array, pages of studies, one study a line, one study a file
  api-v1        ClinicalTrials.gov API v1 JSON (retired): FullStudiesResponse, StudyFieldsResponse, studies
  ctgov-xml     XML of the retired ClinicalTrials.gov site: <clinical_study>, one or many a file
  xml-as-json   that XML turned into JSON: {"clinical_study": ...}
  ictrp-xml     XML of the WHO's trial search portal: trials of all primary registries
  aact          AACT: its tables as bar-delimited text or CSV, joined to trials
  ictrp-csv     WHO ICTRP CSV: exports, lists, the full export without a header
  ctgov-csv     ClinicalTrials.gov CSV and TSV, and any table with a column of trial ids and others that are known
written by trialsift search --format:
  text          for people: titles, facts and the best sentences
  html          one page to read, sort and filter in a browser
  markdown      for notes and reports
  jsonl         JSON lines: the search, a line a hit, the end
  csv           a table for spreadsheets, Rayyan and ASReview
  tsv           the same table, tabs between its cells
  ris           for reference managers and screening tools
  nbib          PubMed's form, for the same
  ids           trial ids, one a line
  trec          a TREC run: query, Q0, id, rank, score, tag
$ trialsift fields
id                  id      registered numbers: the trial's own, aliases, the sponsor's
                            id:NCT01421927   also nct, nct_id
registry            value   the registry of the trial's own number
                            registry:isrctn
title               text    brief and official title, acronym (searched by default)
                            title:lenalidomide   also ti, titles
summary             text    brief summary (searched by default)
                            summary:"graft versus host"   also brief_summary
detailed            text    detailed description (searched by default)
                            detailed:relapse   also detailed_description, description
condition           text    conditions or diseases studied (searched by default)
                            condition:myeloma   also conditions
intervention        text    names and other names of the interventions (searched by default)
                            intervention:metformin   also interventions
keyword             text    keywords (searched by default)
                            keyword:transplantation   also keywords
mesh                text    MeSH terms of conditions and interventions
                            mesh:"multiple myeloma"
mesh_ancestor       text    MeSH terms above those
                            mesh_ancestor:neoplasms   also mesh_ancestors
inclusion           text    eligibility criteria below a heading of inclusion
                            inclusion:HIV   also inclusion_criteria
exclusion           text    eligibility criteria below a heading of exclusion
                            exclusion:HIV   also exclusion_criteria
other_criteria      text    eligibility criteria below no such heading
                            other_criteria:HIV
primary_outcome     text    primary outcomes: measure, description, time frame
                            primary_outcome:survival   also primary_outcomes
secondary_outcome   text    secondary outcomes
                            secondary_outcome:"quality of life"   also secondary_outcomes
other_outcome       text    other outcomes, and those of no told kind
                            other_outcome:adherence   also other_outcomes
arm                 text    arms and descriptions of the interventions
                            arm:placebo   also arms
lead_sponsor        text    who is responsible for the study
                            lead_sponsor:university   also primary_sponsor
collaborator        text    who supports the study
                            collaborator:novartis   also collaborators, secondary_sponsor
location            text    sites: facility, city, state, postal code, country as written
                            location:lille   also locations, facility, city
why_stopped         text    why a study was stopped
                            why_stopped:funding
design              text    descriptions of the model and of the masking
                            design:crossover
population          text    study population, and who is eligible by gender
                            population:outpatients   also study_population
contact             text    contacts and officials: names, affiliations
                            contact:smith   also contacts
ipd_plan            text    how data of participants are shared
                            ipd_plan:vivli
result_outcome      text    outcomes that results are posted of
                            result_outcome:survival   also result_outcomes
adverse_event       text    terms of adverse events in the results
                            adverse_event:neutropenia   also adverse_events
status              value   recruitment status
                            status:recruiting
phase               value   phases; 2 holds for 1/2 and 2/3 too
                            phase:2   also phases
type                value   study type
                            type:interventional   also study_type
sex                 value   sex of the participants
                            sex:female   also gender
country             value   countries with a study site, by any of their names or by code
                            country:france   also countries
results             value   results are posted
                            results:yes   also has_results
allocation          value   allocation to arms
                            allocation:randomized
masking             value   who does not know the arm
                            masking:double   also blinding
purpose             value   primary purpose
                            purpose:prevention   also primary_purpose
model               value   design of the arms
                            model:crossover   also intervention_model
sponsor_class       value   class of the lead sponsor
                            sponsor_class:industry   also funder
intervention_type   value   types of the interventions
                            intervention_type:device
healthy             value   takes healthy volunteers
                            healthy:yes   also healthy_volunteers
last_known_status   value   status before it became unknown
                            last_known_status:recruiting
site_status         value   status of a site
                            site_status:recruiting
observational_model value   design of an observational study
                            observational_model:cohort
time_perspective    value   direction of an observational study
                            time_perspective:prospective
who_masked          value   roles that are masked
                            who_masked:investigator
start_type          value   whether the start date is actual or estimated
                            start_type:actual
primary_completion_typevalue   the same of the primary completion date
                            primary_completion_type:actual
completion_type     value   the same of the completion date
                            completion_type:estimated
enrollment_type     value   the same of the number of participants
                            enrollment_type:actual   also enrolment_type
fda_drug            value   studies a drug that the FDA regulates
                            fda_drug:yes
fda_device          value   studies a device that the FDA regulates
                            fda_device:yes
ipd_sharing         value   data of participants are shared
                            ipd_sharing:yes
pmid                value   PubMed ids of cited publications
                            pmid:12345678   also pmids
reference_type      value   kinds of cited publications
                            reference_type:result
start               date    start date
                            start:2015..2020   also start_date
primary_completion  date    primary completion date
                            primary_completion:2021..
completion          date    completion date
                            completion:..2019   also completion_date
posted              date    first posted
                            posted:2024-06..   also first_posted
updated             date    last update posted
                            updated:2025..   also last_updated
results_posted      date    results first posted
                            results_posted:2020..
enrollment          number  number of participants
                            enrollment:>=100   also enrolment
age                 age     ages that a study takes, from minimum and maximum
                            age:18..65   also ages
as_of               date    when the source of the record's status was current
                            as_of:2025..
any                 group   what words without a field search: title, summary, detailed, condition, intervention, keyword
desc                group   both descriptions: summary, detailed
eligibility         group   eligibility criteria: inclusion, exclusion, other_criteria   also criteria
outcome             group   outcomes of all kinds: primary_outcome, secondary_outcome, other_outcome   also outcomes
sponsor             group   lead sponsor and collaborators: lead_sponsor, collaborator   also sponsors
all                 group   those, eligibility and outcomes: title, summary, detailed, condition, intervention, keyword, inclusion, exclusion, other_criteria, primary_outcome, secondary_outcome, other_outcome
tiab                group   titles and descriptions: .ti,ab. and [tiab]: title, summary, detailed
kw                  group   keywords and conditions: .kw. and [ot]: keyword, condition
tiab_kw             group   titles, descriptions, keywords and conditions: .ti,ab,kw.: title, summary, detailed, keyword, condition
tiab_nm             group   titles, descriptions and interventions: .tw,nm.: title, summary, detailed, intervention
tiab_kw_nm          group   all of these: .ti,ab,kw,nm.: title, summary, detailed, keyword, condition, intervention
mp                  group   what Ovid searches without a field: .mp.: title, summary, detailed, condition, intervention, keyword, mesh
af                  group   every text field: .af. and [all]: title, summary, detailed, condition, intervention, keyword, mesh, mesh_ancestor, inclusion, exclusion, other_criteria, primary_outcome, secondary_outcome, other_outcome, arm, lead_sponsor, collaborator, location, why_stopped, design, population, contact, ipd_plan, result_outcome, adverse_event
area_basic          group   the registry's BasicSearch: no detailed description, no eligibility: title, summary, condition, intervention, keyword, mesh, mesh_ancestor, primary_outcome, secondary_outcome, other_outcome, arm, lead_sponsor, collaborator, location
area_condition      group   the registry's ConditionSearch: title, condition, keyword, mesh, mesh_ancestor
area_intervention   group   the registry's InterventionSearch: title, intervention, keyword, mesh, mesh_ancestor, arm
area_location       group   the registry's LocationSearch: location

# About an index.
$ trialsift stats
index        index
trials       86
words        [...]
bytes        [...]
generation   1
fingerprint  [...]
sources
  corpus: 86 records, api-v2, module-text, current on 2026-01-15
$ trialsift stats --format json
{"type":"stats","schema":1,"index":"index","fingerprint":"[...]","generation":1,"trials":86,"words":[...],"bytes":[...],"sources":[{"name":"corpus","format":"api-v2, module-text","current":"2026-01-15","records":86}]}
$ trialsift terms graft
        8  graft
        1  grafting
        3  grafts
$ trialsift terms --format tsv -n 3 maint
word	documents	occurrences
maintenance	9	27
$ trialsift terms zzzz
? 1
$ trialsift terms 'two words'
trialsift: error[usage]: "two words" is not the beginning of one word
  hint: see trialsift --help
? 2

# Without one.
$ trialsift stats --index nowhere
trialsift: error[index-missing]: there is no index in nowhere
  hint: build one with: trialsift index FILE..., or name one with --index DIR
? 2
$ cd corpus && trialsift stats
trialsift: error[index-missing]: there is no index in ./index or [...]/.home/data/trialsift/index
  hint: build one with: trialsift index FILE..., or name one with --index DIR
? 2
