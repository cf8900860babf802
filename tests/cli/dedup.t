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
