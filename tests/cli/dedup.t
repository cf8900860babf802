# Records of one trial, whatever number each has it under.
$ echo '{"protocolSection":{"identificationModule":{"nctId":"NCT99000901","secondaryIdInfos":[{"id":"ISRCTN99000901"}]}}}' > a.json
$ echo '{"protocolSection":{"identificationModule":{"nctId":"NCT99000902","nctIdAliases":["NCT99000903"]}}}' > b.json
$ echo '{"protocolSection":{"identificationModule":{"nctId":"ISRCTN99000901","briefTitle":"The same trial"}}}' > c.json
$ trialsift dedup a.json b.json c.json
ISRCTN99000901 NCT99000901
  ISRCTN99000901  c.json
  NCT99000901  a.json  names ISRCTN99000901
3 records of 2 trials; 1 with more than one record.
$ trialsift dedup -f jsonl c.json b.json a.json
{"type":"dedup","schema":1,"records":3,"trials":2,"clusters":1}
{"type":"cluster","ids":["ISRCTN99000901","NCT99000901"],"records":[{"id":"ISRCTN99000901","other_ids":[],"source":"c.json"},{"id":"NCT99000901","other_ids":["ISRCTN99000901"],"source":"a.json"}]}
$ trialsift dedup a.json b.json
2 records of 2 trials; 0 with more than one record.
? 1

# Of a folder the files are named.
$ mkdir folder && cp a.json c.json folder
$ trialsift dedup folder
ISRCTN99000901 NCT99000901
  ISRCTN99000901  folder/c.json
  NCT99000901  folder/a.json  names ISRCTN99000901
2 records of 1 trials; 1 with more than one record.

# Numbers amid labels and blanks join, one European number is one trial; another trial's number and zeros join nothing.
$ cat > d.ndjson <<'END'
> {"protocolSection":{"identificationModule":{"nctId":"NCT99000904","secondaryIdInfos":[{"id":"2013-903828-36","type":"EUDRACT_NUMBER"}]}}}
> {"protocolSection":{"identificationModule":{"nctId":"NCT99000905","secondaryIdInfos":[{"id":"NCT99000904","domain":"parent study"},{"id":"2004-000000-00"}]}}}
> {"protocolSection":{"identificationModule":{"nctId":"NCT99000906","secondaryIdInfos":[{"id":"NCT99000904"},{"id":"2004-000000-00"}]}}}
> END
$ cat > e.xml <<'END'
> <Trials_downloaded_from_ICTRP>
> <Trial><TrialID>EUCTR2013-903828-36-SK</TrialID></Trial>
> <Trial><TrialID>EUCTR2013-903828-36-ES</TrialID></Trial>
> </Trials_downloaded_from_ICTRP>
> END
$ trialsift dedup d.ndjson e.xml
EUCTR2013-903828-36 EUCTR2013-903828-36-ES EUCTR2013-903828-36-SK NCT99000904
  EUCTR2013-903828-36-ES  e.xml
  EUCTR2013-903828-36-SK  e.xml
  NCT99000904  d.ndjson  names EUCTR2013-903828-36
5 records of 3 trials; 1 with more than one record.
