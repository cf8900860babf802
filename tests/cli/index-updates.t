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
 1  NCT99000998  0.38
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
$ trialsift index --index index --delete-missing --dry-run corpus/api-v2/single.json
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
$ trialsift index --index index --delete-missing corpus/api-v2/single.json
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
trialsift: warning[missing-kept]: nothing was deleted: 1 trials of the index are missing, but a rejected record of an unknown trial may be theirs
The index is in index.
