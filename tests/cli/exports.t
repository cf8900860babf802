$ trialsift index --quiet --index index corpus

# The name of a file says its format; one that says nothing is text.
$ trialsift search -o found.ris metformin; head -n 4 found.ris
TY  - DBASE
AN  - NCT99000027
ID  - NCT99000027
TI  - A Pragmatic Randomised Trial of Dapagliflozin Versus Metformin as First Drug in Type 2 Diabetes in Primary Care
$ trialsift search -o found.md -n 1 metformin; head -n 1 found.md
## Search
$ trialsift search -o found.html -n 1 metformin; head -n 1 found.html
<!doctype html>
$ trialsift search -o found -n 1 metformin; tail -n 1 found
1 trial.
$ trialsift search -o found.csv -f ids metformin; cat found.csv
NCT99000027
$ trialsift search -o missing/found.ris metformin
trialsift: error[io]: cannot write missing/found.ris: No such file or directory
? 2
$ trialsift search -q -o empty.ris zzzz; wc -c < empty.ris
0

# Parts hold each hit once, in the order of the whole.
$ trialsift search -q -f ids myeloma > whole; trialsift search -q -f ids -o part.txt --split 3 myeloma; wc -l part-*.txt
 3 part-1.txt
 3 part-2.txt
 1 part-3.txt
 7 total
$ cat part-1.txt part-2.txt part-3.txt | cmp - whole && echo same
same
$ trialsift search -q -f ids -n 4 --offset 1 -o some.txt --split 3 myeloma; cat some-1.txt some-2.txt | cmp - <(tail -n +2 whole | head -n 4) && ls some-*
some-1.txt
some-2.txt
$ trialsift search -q -f ids -o none.txt --split 3 zzzz; wc -c none-*
0 none-1.txt
$ trialsift search --split 3 myeloma
trialsift: error[usage]: --split writes files
  hint: name them with --output FILE
? 2
$ trialsift search --split 3 -o x.ris --query a --query b
trialsift: error[usage]: --split takes one query
  hint: run the queries one by one
? 2
$ trialsift search --split 0 -o x.ris myeloma
trialsift: error[usage]: --split: Value 0 not in range [...]
  hint: see trialsift search --help
? 2

# Fields and facets, where a format has a place for them.
$ trialsift search -f tsv --fields nct_id,phase,enrollment,country myeloma -n 3
nct_id	phase	enrollment	country
NCT99000001	phase3	168	Austria; France; Germany
NCT99000003	phase2	31	Brazil
NCT99000002	phase3	540	United Kingdom
$ trialsift search --json --fields id,start --facets phase,country -n 1 'myeloma start:2018..'
{"type":"search","schema":1,"version":"[...]","index":{"fingerprint":"[...]","generation":1,"trials":86,"sources":[{"name":"corpus","format":"api-v2, module-text","current":"2026-01-15","records":86}]},"query":"myeloma start:2018..","read_as":"(any myeloma [start:20180101..])","syntax":"native","match":"any","total":2,"lacking":{"total":4,"fields":{"start":4}},"offset":0,"limit":1,"truncated":true,"expansions":[],"warnings":[]}
{"type":"facet","field":"phase","missing":0,"values":[{"value":"phase3","count":2}]}
{"type":"facet","field":"country","missing":0,"values":[{"value":"austria","count":1},{"value":"france","count":1},{"value":"germany","count":1},{"value":"united_kingdom","count":1}]}
{"type":"hit","id":"NCT99000001","start":"2018-02-19"}
{"type":"end","returned":1}
$ trialsift search -f csv --fields nct_id,tittle myeloma
trialsift: error[usage]: there is no field tittle to give
  hint: did you mean title?
? 2
$ trialsift search -f ris --fields title myeloma
trialsift: error[usage]: --fields says nothing to the format ris
  hint: give --format jsonl, csv or tsv
? 2
$ trialsift search --facets enrollment myeloma
trialsift: error[usage]: there are no facets of enrollment
  hint: one of registry, condition, intervention, keyword, mesh, lead_sponsor, collaborator, adverse_event, status, phase, type, sex, country, results, allocation, masking, purpose, model, sponsor_class, intervention_type, healthy, last_known_status, site_status, observational_model, time_perspective, who_masked, start_type, primary_completion_type, completion_type, enrollment_type, fda_drug, fda_device, ipd_sharing, pmid, reference_type, start, primary_completion, completion, posted, updated, results_posted, as_of, sponsor, kw
? 2
$ trialsift search -f csv --facets status myeloma
trialsift: error[usage]: the format csv has no place for --facets
  hint: give --format text, html, markdown or jsonl
? 2
$ trialsift search -f markdown --facets status -n 1 --snippets 1 gvhd
## Search

gvhd

9 trials; shown: 1 to 1.

| Status | trials |
|---|---:|
| Recruiting | 2 |
| Active, not recruiting | 1 |
| Completed | 1 |
| Terminated | 1 |
| Unknown status | 1 |
| (not given) | 3 |

### 1. Lenalidomide Maintenance After Allogeneic Transplantation in Multiple Myeloma

[NCT99000001](<https://clinicaltrials.gov/study/NCT99000001>) · Active, not recruiting · Phase 3 · 2018-02-19 to 2027-06 · 168 participants · Multiple Myeloma, Graft Versus Host Disease

> *summary*: Acute and chronic **graft-versus-host disease** (**GVHD**) are watched closely, because lenalidomide stimulates donor T cells.

# Labels.
$ trialsift search -f csv --fields id,included,label --label relevant -n 1 myeloma
id,included,label
NCT99000001,1,relevant
$ trialsift search -f ris --label irrelevant -n 1 myeloma | grep ASReview
N1  - ASReview_irrelevant

# A strategy's result goes out in the same forms, ranked by the strategy.
$ printf '%s\n' '1 exp Multiple Myeloma/' '2 lenalidomide.ti,ab.' '3 1 and 2' > strategy.txt
$ trialsift screen run -q -f tsv strategy.txt --export result.ris > lines; grep -E '^(AN|N1)' result.ris | head -n 8
AN  - NCT99000001
N1  - Status: Active, not recruiting
N1  - Phase: Phase 3
N1  - Rank: 1
N1  - Score: 18.915793
N1  - Best sentence, summary: This trial asks whether lenalidomide maintenance, begun three to six months after the allogeneic graft, prolongs the time until the disease returns.
AN  - NCT99000002
N1  - Status: Recruiting
$ trialsift screen run -q -f tsv strategy.txt --export result.txt --split 1 > lines; head result-*.txt
==> result-1.txt <==
NCT99000001

==> result-2.txt <==
NCT99000002
$ trialsift screen run -q -f tsv strategy.txt --export result.csv --fields rank,id > lines; cat result.csv
rank,id
1,NCT99000001
2,NCT99000002
$ trialsift screen run -q -f tsv strategy.txt --export result.md --facets phase > lines; grep '^|' result.md
| Phase | trials |
|---|---:|
| Phase 3 | 2 |
$ trialsift screen run -q strategy.txt --split 2
trialsift: error[usage]: --split writes files
  hint: name them with --export FILE
? 2
$ trialsift screen run -q strategy.txt --export result.xyz
trialsift: error[usage]: there is no output format xyz
  hint: end the file's name in one of them, or say it with --format: text, html, markdown, jsonl, csv, tsv, ris, nbib, ids, trec
? 2

# NUL ends for xargs -0.
$ trialsift search -q -f ids -0 -n 2 title:maintenance | tr '\0' ' '; echo
NCT99000002 NCT99000001
$ trialsift search -f csv -0 maintenance
trialsift: error[usage]: -0 says nothing to the format csv
  hint: give --format ids
? 2

# A name's ending that no format has is no format.
$ trialsift search -o hits.xlsx lenalidomide
trialsift: error[usage]: there is no output format xlsx
  hint: end the file's name in one of them, or say it with --format: text, html, markdown, jsonl, csv, tsv, ris, nbib, ids, trec
? 2

# Fields go by any of their names.
$ trialsift search -n 1 -f jsonl --facets Condition lenalidomide | grep -c '"facet"'
1
