# A record of another export fills gaps; it does not erase what it lacks.
$ printf 'Description Module\nNCT ID: NCT99000998\nDetailed Description: Walnuts and pears.\n' > text.txt
$ trialsift index --quiet --index index text.txt
$ echo '{"protocolSection":{"identificationModule":{"nctId":"NCT99000998","briefTitle":"Nuts"},"statusModule":{"lastUpdatePostDateStruct":{"date":"2025-01-02"}}}}' > title.json
$ trialsift index --index index --dry-run title.json
files                  1
read                   1
added                  0
updated                1
unchanged              0
duplicates             0
rejected               0
removed                0
total                  1
A dry run: nothing was written.
$ trialsift index --index index title.json
files                  1
read                   1
added                  0
updated                1
unchanged              0
duplicates             0
rejected               0
removed                0
total                  1
The index is in index.
$ trialsift search --index index -n 1 nuts walnuts
 1  NCT99000998  0.40
    Nuts
      detailed: Walnuts and pears.

1 trial with any of the words, 1 with all (--match all).
$ trialsift index --rebuild --quiet --index index title.json; trialsift count --index index walnuts
trialsift: warning[no-such-word]: no trial has walnuts
0
? 1

# Trials that the inputs no longer hold leave the index when that is asked for, and only then.
$ trialsift index --quiet --index index corpus/api-v2/single.json corpus/module-text && trialsift count --index index ''
26
$ trialsift index --index index --delete-missing corpus/api-v2/single.json
trialsift: error[delete-refused]: nothing is deleted: the inputs lack 25 of the index's 26 trials, more than the limit of 10%
  hint: check that the inputs are whole; --max-delete 25 deletes them
? 2
$ trialsift index --index index --delete-missing --max-delete 24 corpus/api-v2/single.json
trialsift: error[delete-refused]: nothing is deleted: the inputs lack 25 of the index's 26 trials, more than the limit of 24
  hint: check that the inputs are whole; --max-delete 25 deletes them
? 2
$ trialsift index --index index --delete-missing --max-delete 1.5% corpus/api-v2/single.json
trialsift: error[usage]: --max-delete: 1.5% is neither a number nor a percentage
  hint: write it as 100 or as 10%
? 2
$ trialsift index --index index --delete-missing --max-delete 100% --dry-run corpus/api-v2/single.json
files                  1
read                   1
added                  0
updated                0
unchanged              1
duplicates             0
rejected               0
removed               25
total                  1
A dry run: nothing was written.
$ trialsift index --index index --delete-missing --max-delete 25 --report report.json corpus/api-v2/single.json
files                  1
read                   1
added                  0
updated                0
unchanged              1
duplicates             0
rejected               0
removed               25
total                  1
The index is in index.
$ trialsift search --index index -f ids '' && trialsift stats --index index | grep -A 3 sources
NCT99000062
sources
  corpus/api-v2/single.json: 1 records, api-v2, current on 2026-01-15
$ grep -o '"removed_ids":\["[^,]*,' report.json
"removed_ids":["NCT99000063",

# The generation before can be put back, and what was in force until then too.
$ trialsift restore --index index
The index in index is that of generation 4 again: 26 trials.
Until now it had 1 trials: trialsift restore puts these back in turn.
$ trialsift count --index index '' && trialsift check --index index && trialsift stats --index index | grep generation
26
The index in index is sound: 10 files as they were written, 26 trials.
generation   6
$ trialsift restore --quiet --index index && trialsift count --index index ''
The index in index is that of generation 5 again: 1 trials.
1
$ trialsift index --quiet --index fresh corpus/api-v2/single.json && trialsift restore --index fresh
trialsift: error[nothing-to-restore]: there is no generation before the one in force in fresh
  hint: an index has one once a second run has changed it
? 2
$ trialsift restore --index nowhere
trialsift: error[index-missing]: there is no index in nowhere
  hint: build one with: trialsift index FILE..., or name one with --index DIR
? 2
$ ls -d nowhere 2> /dev/null
? 2

# Not with an input that holds no trial, unless that is told.
$ echo '[]' > none.json; trialsift index --index index --delete-missing none.json
trialsift: error[delete-refused]: nothing is deleted: none.json holds no trial
  hint: check the inputs; --allow-empty deletes all the same
? 2
$ trialsift index --index index --delete-missing --allow-empty none.json
files                  1
read                   0
added                  0
updated                0
unchanged              0
duplicates             0
rejected               0
removed                1
total                  0
skipped_files          1
Skipped files hold no trial records that can be read; --verbose names them.
The index is in index.
$ trialsift index --index index --allow-empty none.json
trialsift: error[usage]: --allow-empty requires --delete-missing
  hint: see trialsift index --help
? 2

# Not where a rejected record may be the missing trial's.
$ trialsift index --quiet --index index corpus/api-v2/single.json
$ echo '{"protocolSection":{"identificationModule":{"nctId":"oops"}}}' > bad.json; trialsift index --index index --delete-missing corpus/module-text bad.json
trialsift: rejected[no-id]: bad.json:1: "oops" is no trial id.
files                  4
read                  25
added                 24
updated                0
unchanged              0
duplicates             0
rejected               1
  no-id                1
removed                0
total                 25
missing_kept           1
  no-id                1
trialsift: warning[missing-kept]: nothing was deleted: the inputs lack 1 trials of the index, but may not hold all that they should:
  no-id: bad.json: "oops" is no trial id.
The index is in index.

# Nor where what is there cannot be read, though the rejected record's trial is known.
$ trialsift index --quiet --index other corpus/api-v2/oncology.json corpus/module-text
$ head -c 60000 corpus/api-v2/oncology.json > cut.json; mkdir in; cp corpus/module-text/* cut.json in; ln -s nowhere in/gone.json; : > in/empty.ndjson
$ trialsift index --index other --delete-missing --report report.json in 2> told > account; grep -A 9 missing_kept account; sed -n '/missing-kept/,$p' told
missing_kept          [...]
  empty                1
  truncated            1
  unreadable           1
trialsift: warning[missing-kept]: nothing was deleted: the inputs lack [...] trials of the index, but may not hold all that they should:
  truncated: in/cut.json: The input ends inside this record.
  empty: in/empty.ndjson: It is empty, though its name is that of a file of records.
  unreadable: in/gone.json: No such file or directory
The index is in other.
$ grep -o '"incomplete_by_reason":{[^}]*}' report.json
"incomplete_by_reason":{"empty":1,"truncated":1,"unreadable":1}

# An export that states its count and does not reach it is told in any case.
$ printf '{"totalCount":300,"studies":[%s],"nextPageToken":"abc"}' '{"protocolSection":{"identificationModule":{"nctId":"NCT99000998"}}}' > page.json
$ trialsift index --index pages --report report.json page.json 2>&1 > /dev/null
trialsift: warning[incomplete]: page.json: The pages name a next one (nextPageToken) that is not among the inputs.
trialsift: warning[incomplete]: page.json: 1 of 300 read: the export states how many there are.
The index is in pages.
$ grep -o '"incomplete":.*"removed_ids"' report.json
"incomplete":[{"reason":"missing-pages","file":"page.json","detail":"The pages name a next one (nextPageToken) that is not among the inputs."},{"reason":"too-few","file":"page.json","detail":"1 of 300 read: the export states how many there are."}],"removed_ids"

# A rebuild of inputs that may not be whole is told too.
$ trialsift index --index pages --rebuild page.json 2>&1 > /dev/null
trialsift: warning[incomplete]: the index was built afresh of inputs that may not hold all that they should; trialsift restore puts the one before back:
  missing-pages: page.json: The pages name a next one (nextPageToken) that is not among the inputs.
  too-few: page.json: 1 of 300 read: the export states how many there are.
The index is in pages.

# Numbers that cannot be kept cost their value, not the record.
$ echo '{"protocolSection":{"identificationModule":{"nctId":"NCT99000997"},"designModule":{"enrollmentInfo":{"count":1e999}}}}' > large.json
$ trialsift index --index pages large.json 2>&1 | head -n 3
trialsift: note: large.json: 1 number is too large, or no whole number, and left out (the first: 1e999).
files                  1
read                   1
