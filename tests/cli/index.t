# The account adds up, and the second run finds nothing new.
$ trialsift index --index index corpus
files                  8
read                  86
added                 86
updated                0
unchanged              0
duplicates             0
rejected               0
removed                0
total                 86
skipped_files          3
Skipped files hold no trial records that can be read; --verbose names them.
The index is in index.
$ trialsift index --index index corpus
files                  8
read                  86
added                  0
updated                0
unchanged             86
duplicates             0
rejected               0
removed                0
total                 86
skipped_files          3
Skipped files hold no trial records that can be read; --verbose names them.
Nothing has changed: the index in index is as it was.
$ trialsift index --quiet --index index corpus

# --verbose names what was passed over.
$ trialsift index --verbose --index index corpus 2>&1 >/dev/null
trialsift: skipped, no trial records by its content: corpus/README.md
trialsift: skipped, no trial records by its content: corpus/qrels.tsv
trialsift: skipped, no trial records by its content: corpus/topics.tsv
Nothing has changed: the index in index is as it was.

# A named file, and the report as JSON.
$ trialsift index --quiet --index one --report report.json corpus/api-v2/single.json
$ cat report.json
{"type":"index","schema":1,"files":1,"read":1,"added":1,"updated":0,"unchanged":0,"conflicts":0,"duplicates":0,"rejected":0,"removed":0,"total":1,"skipped_files":0,"missing_kept":0,"invalid_bytes":0,"rejected_by_reason":{},"incomplete_by_reason":{},"incomplete":[],"removed_ids":[],"sources":[{"name":"corpus/api-v2/single.json","format":"api-v2","current":"2026-01-15","records":1}],"conflicting":[]}

# --rebuild replaces what the index held.
$ trialsift index --quiet --index one corpus/api-v2/haematology.json
$ trialsift stats --index one | grep -e trials -e generation
trials       13
generation   2
$ trialsift index --index one --rebuild corpus/module-text
files                  3
read                  24
added                 24
updated                0
unchanged              0
duplicates             0
rejected               0
removed                0
total                 24
The index is in one.
$ trialsift stats --index one
index        one
trials       24
words        [...]
bytes        [...]
generation   3
fingerprint  [...]
sources
  corpus/module-text: 24 records, module-text, current on 2026-01-13T11:51

# A newer version of a trial replaces the older one, whatever the order; the same record again is a duplicate.
$ tr '\n' ' ' < corpus/api-v2/single.json | sed -e 's/"lastUpdatePostDateStruct": *{[^}]*}/"lastUpdatePostDateStruct":{"date":"2031-01-01"}/' > newer.json
$ trialsift index --quiet --index two corpus/api-v2/single.json
$ trialsift index --index two newer.json corpus/api-v2/single.json newer.json
files                  3
read                   3
added                  0
updated                1
unchanged              0
duplicates             2
rejected               0
removed                0
total                  1
The index is in two.
$ trialsift index --index two corpus/api-v2/single.json 2> /dev/null | head -n 8
files                  1
read                   1
added                  0
updated                0
unchanged              1
duplicates             0
rejected               0
removed                0

# The number of threads, the order of inputs and compression change nothing in the results.
$ trialsift index --quiet --index a --jobs 1 corpus/api-v2 corpus/module-text
$ gzip --keep corpus/api-v2/*.ndjson && rm corpus/api-v2/*.ndjson && tar -cf corpus/api-v2/all.tar --remove-files -C corpus/api-v2 haematology.json oncology.json
$ trialsift index --quiet --index b --jobs 4 corpus/module-text corpus/api-v2
$ trialsift search --index a -f ids -n 0 '' > a.txt; trialsift search --index b -f ids -n 0 '' > b.txt; cmp a.txt b.txt && wc -l < a.txt
86
$ diff <(trialsift stats --index a | grep fingerprint) <(trialsift stats --index b | grep fingerprint) && echo same
same

# Standard input, patterns, and the index that is meant when none is named.
$ cat corpus/api-v2/single.json | trialsift index -
files                  1
read                   1
added                  0
updated                0
unchanged              1
duplicates             0
rejected               0
removed                0
total                 86
The index is in index.
$ trialsift index --quiet --index three 'corpus/module-text/*-one.txt' && trialsift stats --index three | grep -A 1 sources
sources
  corpus/module-text/*-one.txt: 1 records, module-text, current on 2026-01-04T02:57
$ TRIALSIFT_INDEX=three trialsift count ''
1
