# Records under several numbers: one trial in counts, lists, exports, screening and between registries.
$ cat > a.ndjson <<'END'
> {"protocolSection":{"identificationModule":{"nctId":"NCT99000931","briefTitle":"Salts for kidneys","secondaryIdInfos":[{"id":"2013-903828-36","type":"EUDRACT_NUMBER"}]},"statusModule":{"overallStatus":"COMPLETED","startDateStruct":{"date":"2014-03"},"lastUpdatePostDateStruct":{"date":"2020-01-15"}},"designModule":{"enrollmentInfo":{"count":120}},"outcomesModule":{"primaryOutcomes":[{"measure":"Clearance"}]}}}
> {"protocolSection":{"identificationModule":{"nctId":"NCT99000932","briefTitle":"Salts for kidneys, continued","secondaryIdInfos":[{"id":"NCT99000931","domain":"parent study"}]},"statusModule":{"overallStatus":"RECRUITING","lastUpdatePostDateStruct":{"date":"2021-01-15"}}}}
> {"protocolSection":{"identificationModule":{"nctId":"NCT99000933","briefTitle":"Salts for bones"}}}
> END
$ cat > e.xml <<'END'
> <Trials_downloaded_from_ICTRP>
> <Trial><TrialID>EUCTR2013-903828-36-SK</TrialID><Public_title>Salts for kidneys in Slovakia</Public_title><Recruitment_Status>Recruiting</Recruitment_Status><Date_enrollement>15/03/2014</Date_enrollement><Target_size>150</Target_size><Primary_outcome>clearance.</Primary_outcome><Last_Refreshed_on>1 May 2019</Last_Refreshed_on></Trial>
> <Trial><TrialID>EUCTR2013-903828-36-ES</TrialID><Public_title>Salts for kidneys in Spain</Public_title><Last_Refreshed_on>1 June 2019</Last_Refreshed_on></Trial>
> <Trial><TrialID>EUCTR2015-901226-42-DE</TrialID><Public_title>Salts for teeth</Public_title></Trial>
> </Trials_downloaded_from_ICTRP>
> END
$ trialsift index -q -i ix a.ndjson e.xml
$ trialsift count -i ix salts
6
$ trialsift count -i ix --per trial salts
4
$ trialsift count -i ix --per trial --json salts
{"type":"count","schema":1,"query":"salts","syntax":"native","read_as":"salts","total":4,"per":"trial","lacking":{"total":0,"fields":{}},"warnings":[]}
$ trialsift search -i ix -f ids salts
EUCTR2015-901226-42-DE
NCT99000931
NCT99000933
NCT99000932
EUCTR2013-903828-36-ES
EUCTR2013-903828-36-SK
$ trialsift search -i ix -f ids --per trial salts
EUCTR2015-901226-42-DE
NCT99000931 EUCTR2013-903828-36-ES EUCTR2013-903828-36-SK
NCT99000933
NCT99000932
$ trialsift search -i ix --per trial --snippets 0 -n 1 salts kidneys status:completed
 1  NCT99000931  0.50
    Salts for kidneys
    Records: NCT99000931, EUCTR2013-903828-36-ES, EUCTR2013-903828-36-SK
    Completed · 2014-03 · 120 participants

1 trial with any of the words, 1 with all (--match all); 3 more without status (--keep-missing).
$ trialsift search -i ix -f csv --fields id,trial_ids --per trial slovakia
id,trial_ids
EUCTR2013-903828-36-SK,EUCTR2013-903828-36-SK; NCT99000931; EUCTR2013-903828-36-ES
$ trialsift search -i ix -f jsonl --per trial slovakia
{"type":"search","schema":1,"version":"0.1.0","index":{"fingerprint":"3b0f623d628507e9-1-a0c4fc28d3ce612d-59b7c1319a780c90","generation":1,"trials":6,"sources":[{"name":"a.ndjson","format":"api-v2","current":"","records":3},{"name":"e.xml","format":"ictrp-xml","current":"2019-06-01","records":3}]},"query":"slovakia","read_as":"slovakia","syntax":"native","match":"any","per":"trial","total":1,"lacking":{"total":0,"fields":{}},"offset":0,"limit":20,"truncated":false,"expansions":[],"warnings":[]}
{"type":"hit","rank":1,"id":"EUCTR2013-903828-36-SK","score":1.705463,"title":"Salts for kidneys in Slovakia","url":"https://trialsearch.who.int/Trial2.aspx?TrialID=EUCTR2013-903828-36-SK","status":"recruiting","phases":[],"study_type":"","start":"2014-03-15","completion":"","enrollment":150,"conditions":[],"interventions":[],"sponsor":"","snippets":[],"matched":["slovakia"],"trial_ids":["EUCTR2013-903828-36-SK","NCT99000931","EUCTR2013-903828-36-ES"]}
{"type":"end","returned":1}
$ trialsift search -i ix --analyze --per trial salts
trialsift: error[usage]: --analyze counts records: leave out --per trial
  hint: see trialsift --help
? 2

# The newest of the records that match leads, and each trial counts once in facets.
$ trialsift search -i ix -f ids --per trial Spain
EUCTR2013-903828-36-ES NCT99000931 EUCTR2013-903828-36-SK
$ trialsift search -i ix -f jsonl --facets registry --per trial salts | grep facet
{"type":"facet","field":"registry","missing":0,"values":[{"value":"ctgov","count":3},{"value":"euctr","count":1}]}

# Screening counts trials line by line.
$ printf '%s\n' '1 salts.ti.' '2 kidneys.ti.' '3 1 and 2' > s.txt
$ trialsift screen run -i ix --syntax ovid s.txt
s.txt: ovid; 3 lines on 6 trials
line     hits      new  strategy
   1        6        6  salts.ti.
   2        4        0  kidneys.ti.
   3        4        0  1 and 2
line 3: 4 trials
$ trialsift screen run -i ix --syntax ovid --per trial s.txt
s.txt: ovid; 3 lines on 6 trials
line     hits      new  strategy
   1        4        4  salts.ti.
   2        2        0  kidneys.ti.
   3        2        0  1 and 2
line 3: 2 trials (records in several registries counted once)
$ trialsift screen run -i ix -q --syntax ovid --per trial --export out.txt s.txt > /dev/null && cat out.txt
NCT99000931 EUCTR2013-903828-36-ES EUCTR2013-903828-36-SK
NCT99000932

# The index itself tells which of its records are of one trial.
$ trialsift dedup -i ix
EUCTR2013-903828-36 EUCTR2013-903828-36-ES EUCTR2013-903828-36-SK NCT99000931
  EUCTR2013-903828-36-ES  e.xml
  EUCTR2013-903828-36-SK  e.xml
  NCT99000931  a.ndjson  names EUCTR2013-903828-36
6 records of 4 trials; 1 with more than one record.
$ trialsift dedup -i ix -f jsonl
{"type":"dedup","schema":1,"records":6,"trials":4,"clusters":1}
{"type":"cluster","ids":["EUCTR2013-903828-36","EUCTR2013-903828-36-ES","EUCTR2013-903828-36-SK","NCT99000931"],"records":[{"id":"EUCTR2013-903828-36-ES","other_ids":[],"source":"e.xml"},{"id":"EUCTR2013-903828-36-SK","other_ids":[],"source":"e.xml"},{"id":"NCT99000931","other_ids":["EUCTR2013-903828-36"],"source":"a.ndjson"}]}

# What is in one registry, in the other, in both, and what differs there.
$ trialsift compare -i ix registry:ctgov registry:euctr salts
1 trial in both
  NCT99000931 EUCTR2013-903828-36-ES  Salts for kidneys
    status: completed | recruiting
    enrollment: 120 | 150

2 trials in registry:ctgov only
  NCT99000932  Salts for kidneys, continued
  NCT99000933  Salts for bones

1 trial in registry:euctr only
  EUCTR2015-901226-42-DE  Salts for teeth
$ trialsift compare -i ix -f jsonl registry:ctgov registry:euctr completed OR kidneys
{"type":"compare","schema":1,"one":"registry:ctgov","other":"registry:euctr","query":"completed OR kidneys","both":1,"only_one":1,"only_other":0,"warnings":[]}
{"type":"trial","in":"both","ids":["NCT99000931","EUCTR2013-903828-36-ES","EUCTR2013-903828-36-SK"],"one":"NCT99000931","other":"EUCTR2013-903828-36-ES","title":"Salts for kidneys","differences":[{"field":"status","one":"completed","other":"recruiting"},{"field":"enrollment","one":"120","other":"150"}]}
{"type":"trial","in":"one","ids":["NCT99000932"],"one":"NCT99000932","title":"Salts for kidneys, continued","differences":[]}
$ trialsift compare -i ix registry:ctgov registry:isrctn bones
0 trials in both

1 trial in registry:ctgov only
  NCT99000933  Salts for bones

0 trials in registry:isrctn only
$ trialsift compare -i ix registry:ctgov registry:nowhere
trialsift: error[query-syntax]: unknown registry nowhere
  registry:nowhere
           ^
  hint: values of registry: ctgov, euctr, ctis, isrctn, drks, anzctr, chictr, itmctr, ctri, jprn, umin, jrct, japiccti, jma, cris, irct, ntr, omon, pactr, repec, rebec, rpcec, slctr, tctr, lbctr, utn
? 2
