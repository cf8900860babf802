$ trialsift index --quiet --index index corpus

# For people: the default.
$ trialsift search -n 2 lenalidomide maintenance allogeneic
 1  NCT99000001  23.53
    Lenalidomide Maintenance After Allogeneic Transplantation in Multiple Myeloma
    Active, not recruiting · Phase 3 · 2018-02-19 to 2027-06 · 168 participants · Multiple Myeloma,
    Graft Versus Host Disease
      summary: This trial asks whether lenalidomide maintenance, begun three to six months after the
      allogeneic graft, prolongs the time until the disease returns.
      detailed: Lenalidomide has direct activity against plasma cells and also activates T and NK
      cells of the donor, so it may strengthen the graft-versus-myeloma effect.

 2  NCT99000002  19.13
    Two Durations of Lenalidomide Maintenance Following Autologous Transplant in Newly Diagnosed
    Myeloma
    Recruiting · Phase 3 · 2020-09-01 to 2030-09 · 540 participants · Multiple Myeloma in Remission
      detailed: Open-ended lenalidomide maintenance extends remission after autologous stem cell
      transplantation (ASCT), but the cost in cytopenia, fatigue and second primary malignancy grows
      with exposure.
      summary: After high-dose melphalan and an autologous graft, most people with myeloma take
      lenalidomide until it fails or harms them.

13 trials with any of the words, 5 with all (--match all); shown: 1 to 2 (--limit, --offset).
$ trialsift search -n 1 --offset 1 --snippets 0 lenalidomide maintenance allogeneic
 2  NCT99000002  19.13
    Two Durations of Lenalidomide Maintenance Following Autologous Transplant in Newly Diagnosed
    Myeloma
    Recruiting · Phase 3 · 2020-09-01 to 2030-09 · 540 participants · Multiple Myeloma in Remission

13 trials with any of the words, 5 with all (--match all); shown: 2 to 2 (--limit, --offset).
$ trialsift search --match all -n 1 --snippets 0 lenalidomide maintenance
 1  NCT99000001  17.01
    Lenalidomide Maintenance After Allogeneic Transplantation in Multiple Myeloma
    Active, not recruiting · Phase 3 · 2018-02-19 to 2027-06 · 168 participants · Multiple Myeloma,
    Graft Versus Host Disease

7 trials with all of the words, 9 with any (--match any); shown: 1 to 1 (--limit, --offset).
$ trialsift search metformin --snippets 1
 1  NCT99000027  8.94
    Metformin or Dapagliflozin First in Newly Diagnosed Type 2 Diabetes
    Recruiting · Phase 4 · 2022-04-04 to 2027-10 · 8600 participants · Type 2 Diabetes Mellitus
      summary: Metformin has been the first tablet for type 2 diabetes for decades.

1 trial.

# JSON lines.
$ trialsift search -n 1 --json '"graft versus host" status:recruiting'
{"type":"search","schema":1,"version":"0.1.0","index":{"fingerprint":"3b0f623d628507e9-1-a0c4fc28d3ce612d-c4c49a257c849b93","generation":1,"trials":86,"sources":[{"name":"corpus","format":"api-v2, module-text","current":"2026-01-15","records":86}]},"query":"\"graft versus host\" status:recruiting","read_as":"(any \"graft versus host\" [status:recruiting])","syntax":"native","match":"any","total":1,"lacking":{"total":1,"fields":{"status":1}},"offset":0,"limit":1,"truncated":false,"expansions":[],"warnings":[]}
{"type":"hit","rank":1,"id":"NCT99000004","nct_id":"NCT99000004","score":4.875713,"title":"Post-transplant Cyclophosphamide or ATG to Prevent GVHD After Unrelated Donor Transplantation","url":"https://clinicaltrials.gov/study/NCT99000004","status":"recruiting","phases":["phase3"],"study_type":"interventional","start":"2022-10-03","completion":"2028-12","enrollment":310,"conditions":["Graft-versus-host Disease","Acute Leukaemia","Myelodysplastic Syndromes"],"interventions":["Cyclophosphamide","Anti-thymocyte globulin"],"sponsor":"Bergslagen Transplant Foundation","snippets":[{"field":"summary","text":"Two ways of preventing graft-versus-host disease (GVHD) are compared in adults who receive blood stem cells from an unrelated donor.","spans":[[23,40]]},{"field":"condition","text":"Graft-versus-host Disease","spans":[[0,17]]}],"matched":["graft versus host"]}
{"type":"end","returned":1}
$ trialsift search --format jsonl --snippets 0 zzzz
trialsift: warning[no-such-word]: no trial has zzzz
{"type":"search","schema":1,"version":"[...]","index":{"fingerprint":"[...]","generation":1,"trials":86,"sources":[{"name":"corpus","format":"api-v2, module-text","current":"2026-01-15","records":86}]},"query":"zzzz","read_as":"zzzz","syntax":"native","match":"any","total":0,"lacking":{"total":0,"fields":{}},"offset":0,"limit":20,"truncated":false,"expansions":[],"warnings":[{"code":"no-such-word","sentence":"no trial has zzzz","result_changing":false}]}
{"type":"end","returned":0}
? 1

# Lists for other programs. Bare words in them are warned of.
$ trialsift search -f ids lenalidomide maintenance
trialsift: warning[any-word]: 9 trials hold any of the words, 7 all; say which is meant with --match any or --match all
NCT99000001
NCT99000002
NCT99000086
NCT99000063
NCT99000008
NCT99000076
NCT99000064
NCT99000019
NCT99000048
$ trialsift search -f ids --match all lenalidomide maintenance
NCT99000001
NCT99000002
NCT99000086
NCT99000063
NCT99000008
NCT99000076
NCT99000064
$ trialsift search -f trec -n 2 --match any lenalidomide maintenance
1 Q0 NCT99000001 1 17.014685 trialsift
1 Q0 NCT99000002 2 16.265345 trialsift
$ trialsift search -f csv -n 2 'intervention:lenalidomide status:recruiting' | head -n 2 | cut -c 1-160
rank,score,id,nct_id,title,status,phase,type,start,completion,enrollment,conditions,interventions,sponsor,url,key,authors,year,month,day,keywords,abstract,notes
1,2.687266,NCT99000002,NCT99000002,An Open-label Randomized Comparison of Two-year Versus Continuous Lenalidomide Maintenance After Autologous Stem Cell Transpl
$ trialsift search -f csv metformin | head -n 1 | tail -c 2 | od -An -c
  \r  \n

# All formats give the same order and scores.
$ diff <(trialsift search -f trec myeloma | cut -d ' ' -f 3) <(trialsift search -f ids myeloma) && echo same
same
$ diff <(trialsift search -f trec myeloma | cut -d ' ' -f 5) <(trialsift search --json myeloma | sed -n 's/.*"score":\([0-9.]*\).*/\1/p') && echo same
same

# The same bytes every time.
$ trialsift search --json -n 0 transplant myeloma > first; trialsift search --json -n 0 transplant myeloma > second; cmp first second && wc -l < first
17

# A reader that stops early is no error.
$ trialsift search --json -n 0 '' | head -n 1 | cut -c 1-24
{"type":"search","schema

# Nothing found is exit status 1, a limit of 0 is all, no colour is in a pipe.
$ trialsift search zzzz
trialsift: warning[no-such-word]: no trial has zzzz
0 trials.
? 1
$ trialsift search -f ids -n 0 '' | wc -l
86
$ trialsift search --color always -n 1 --snippets 0 metformin | grep -c $'\033'
2
$ trialsift search -n 1 --snippets 0 metformin | grep -c $'\033'
0
? 1

# A query that begins with a minus sign.
$ trialsift count --query=-diabetes
78
$ trialsift count -- -diabetes
78
