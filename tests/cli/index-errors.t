# What cannot be read at all ends the run; the index stays as it was.
$ trialsift index --index index nothing.json
trialsift: error[input-unreadable]: cannot read nothing.json: No such file or directory
  hint: check the name and its permissions
? 2
$ : > empty.json; trialsift index --index index empty.json
trialsift: rejected[empty]: empty.json: The input is empty.
trialsift: error[input-unreadable]: the inputs hold no trial record that could be read
  hint: see trialsift formats for what can be read
? 2
$ printf 'hello\n' > hello.txt; trialsift index --index index hello.txt
trialsift: rejected[unknown-format]: hello.txt: The content is in no format that is known.
trialsift: error[input-unreadable]: the inputs hold no trial record that could be read
  hint: see trialsift formats for what can be read
? 2
$ trialsift index --index index --from xml corpus
trialsift: error[usage]: --from does not take xml
  hint: it takes module-text, api-v2, api-v1, ctgov-xml, xml-as-json, ictrp-xml, aact, ictrp-csv, ctgov-csv
? 2
$ trialsift index
trialsift: error[usage]: there is no input
  hint: name files or folders, or --sources FILE
? 2
$ trialsift search --index index x
trialsift: error[index-missing]: there is no index in index
  hint: build one with: trialsift index FILE..., or name one with --index DIR
? 2

# Bad records are told with their place, counted, and cost nothing else.
$ cat > mixed.ndjson <<'END'
> {"protocolSection":{"identificationModule":{"nctId":"NCT99000101","briefTitle":"A good record"}}}
> {"protocolSection":{"identificationModule":{}}}
> {"protocolSection":{"identificationModule":{"nctId":"NCT1"}}}
> {"name":"no study"}
> {"protocolSection":{"identificationModule":{"nctId":"NCT99000102"}}
> END
$ trialsift index --index index --rejects rejects.jsonl --report report.json mixed.ndjson
trialsift: rejected[no-id]: mixed.ndjson:2: The study's identification module has no nctId.
trialsift: rejected[no-id]: mixed.ndjson:3: "NCT1" is no trial id.
trialsift: rejected[not-a-study]: mixed.ndjson:4: The object has no protocolSection.
trialsift: rejected[truncated]: mixed.ndjson:5 (NCT99000102): The input ends inside this record.
files                  1
read                   5
added                  1
updated                0
unchanged              0
duplicates             0
rejected               4
  no-id                2
  not-a-study          1
  truncated            1
removed                0
total                  1
The index is in index.
$ cat rejects.jsonl
{"file":"mixed.ndjson","line":2,"offset":98,"id":"","reason":"no-id","detail":"The study's identification module has no nctId."}
{"file":"mixed.ndjson","line":3,"offset":146,"id":"","reason":"no-id","detail":"\"NCT1\" is no trial id."}
{"file":"mixed.ndjson","line":4,"offset":208,"id":"","reason":"not-a-study","detail":"The object has no protocolSection."}
{"file":"mixed.ndjson","line":5,"offset":228,"id":"NCT99000102","reason":"truncated","detail":"The input ends inside this record."}
$ cat report.json
{"type":"index","schema":1,"files":1,"read":5,"added":1,"updated":0,"unchanged":0,"conflicts":0,"duplicates":0,"rejected":4,"removed":0,"total":1,"skipped_files":0,"missing_kept":0,"invalid_bytes":0,"rejected_by_reason":{"no-id":2,"not-a-study":1,"truncated":1},"incomplete_by_reason":{"no-id":2,"not-a-study":1,"truncated":1},"incomplete":[{"reason":"no-id","file":"mixed.ndjson","detail":"The study's identification module has no nctId."},{"reason":"no-id","file":"mixed.ndjson","detail":"\"NCT1\" is no trial id."},{"reason":"not-a-study","file":"mixed.ndjson","detail":"The object has no protocolSection."},{"reason":"truncated","file":"mixed.ndjson","detail":"The input ends inside this record."}],"removed_ids":[],"sources":[{"name":"mixed.ndjson","format":"api-v2","current":"","records":5}],"conflicting":[]}

# Module text without a number, with a bad one.
$ printf 'Description Module\n\nNCT ID: \nBrief Summary: No number.\n\nDescription Module\n\nNCT ID: 12-34\nBrief Summary: Not one.\n' > bad.txt
$ trialsift index --index other bad.txt corpus/module-text/descriptions-one.txt
trialsift: rejected[no-id]: bad.txt:3: The record has no NCT ID.
trialsift: rejected[bad-id]: bad.txt:8: "12-34" is no trial id.
files                  2
read                   3
added                  1
updated                0
unchanged              0
duplicates             0
rejected               2
  bad-id               1
  no-id                1
removed                0
total                  1
The index is in other.

# --strict stops at the first and leaves the index as it was.
$ trialsift index --index index --strict --rebuild mixed.ndjson
trialsift: rejected[no-id]: mixed.ndjson:2: The study's identification module has no nctId.
trialsift: error[input-rejected]: mixed.ndjson:2: The study's identification module has no nctId.
  hint: leave --strict out to go on past rejected records
? 2
$ trialsift search --index index -f ids ''
NCT99000101

# --quiet keeps errors.
$ trialsift index --quiet --index index nothing.json
trialsift: error[input-unreadable]: cannot read nothing.json: No such file or directory
  hint: check the name and its permissions
? 2

# One writer at a time.
$ flock index/LOCK trialsift index --index index corpus
trialsift: error[index-locked]: another process is writing the index in index
  hint: wait until the other trialsift index has ended
? 2

# Inputs of which every record is rejected are an error for an index that is there, too; an answer without trials is none.
$ trialsift index --quiet --index there corpus
$ printf '{"studies": [{"x": 1}]}' > broken.json
$ printf '{"studies": []}' > none.json
$ trialsift index --quiet --index there broken.json
trialsift: error[input-unreadable]: the inputs hold no trial record that could be read
  hint: see trialsift formats for what can be read
? 2
$ trialsift index --quiet --index there none.json
$ trialsift stats --index there | head -n 1
index        there
