# Tables have no date of their own: without one nothing tells which is newer.
$ printf 'NCT Number,Study Title,Study Status\nNCT99000401,Kites,RECRUITING\n' > spring.csv
$ printf 'NCT Number,Study Title,Study Status\nNCT99000401,Kites,COMPLETED\n' > autumn.csv
$ trialsift index --quiet --index index spring.csv
$ trialsift index --index index autumn.csv --report report.json
files                  1
read                   1
added                  0
updated                0
unchanged              0
conflicts              1
duplicates             0
rejected               0
removed                0
total                  1
trialsift: warning[conflicts]: records of 1 trial differ, and no date tells which is newer: one with a date counts before one without, else a hash of their content decides. --current DATE and --sources FILE say when an export was made; --report lists them.
  NCT99000401: status
The index is in index.
$ grep -o '"conflicts":[0-9]*' report.json; grep -o '"conflicting".*' report.json
"conflicts":1
"conflicting":[{"id":"NCT99000401","parts":["status"]}]}
$ trialsift show --index index --sources NCT99000401 | tail -n 6

Where each part comes from
  spring.csv (ctgov-csv), date unknown
    gives: brief_title, status
    says that there is none: why_stopped, last_known_status
    another record differs, and no date tells which is newer: status

# A date tells, in either order.
$ trialsift index --quiet --index dated --current 2025-10 autumn.csv && trialsift index --quiet --index dated --current 2025-03 spring.csv
$ trialsift show --index dated NCT99000401
NCT99000401
Kites

Page:               https://clinicaltrials.gov/study/NCT99000401
Status:             Completed (as of 2025-10)
$ trialsift count --index dated 'as_of:2025-10' && trialsift count --index dated 'as_of:2025-03'
1
0
? 1
$ trialsift search --index dated -f csv --fields id,status,as_of kites
id,status,as_of
NCT99000401,completed,2025-10

# A table of inputs, with what is known of each.
$ mkdir -p exports && cp spring.csv autumn.csv exports
$ cat > exports/sources.toml <<'EOT'
> [[source]]
> path = "spring.csv"
> register = "ClinicalTrials.gov"
> date = 2025-03-01
>
> [[source]]
> path = "autumn.csv"
> platform = "a spreadsheet of ours"
> date = "2025-10"
> EOT
$ trialsift index --quiet --index told --sources exports/sources.toml && trialsift stats --index told | grep -A 2 sources
sources
  exports/autumn.csv: 1 records, ctgov-csv, current on 2025-10
  exports/spring.csv: 1 records, ctgov-csv, current on 2025-03-01
$ trialsift show --index told --sources --format json NCT99000401 | grep -o '"sources":.*' | grep -o '{"part":"status"[^}]*}'
{"part":"status","has_value":true,"file":"exports/autumn.csv","format":"ctgov-csv","register":"","platform":"a spreadsheet of ours","as_of":"2025-10","updated":"","conflict":false}
$ trialsift stats --index told --format json | grep -o '"sources".*'
"sources":[{"name":"exports/autumn.csv","format":"ctgov-csv","current":"2025-10","records":1,"platform":"a spreadsheet of ours"},{"name":"exports/spring.csv","format":"ctgov-csv","current":"2025-03-01","records":1,"register":"ClinicalTrials.gov"}]}

# What is no such table is told with its line.
$ printf '[[source]]\npath = "spring.csv"\ndate = "soon"\n' > bad.toml; trialsift index --index told --sources bad.toml
trialsift: error[usage]: bad.toml:3: soon is no date
  hint: write it as 2025-01-15, 2025-01 or 2025
? 2
$ printf '[[source]]\nfile = "spring.csv"\n' > bad.toml; trialsift index --index told --sources bad.toml
trialsift: error[usage]: bad.toml:2: a source has no file
  hint: a table for each input: [[source]], path = "...", date = 2025-01-15, and if you like register and platform
? 2
$ printf '[[source]]\npath = spring.csv\n' > bad.toml; trialsift index --index told --sources bad.toml
trialsift: error[usage]: bad.toml:2: Error while parsing value: could not determine value type
  hint: a table for each input: [[source]], path = "...", date = 2025-01-15, and if you like register and platform
? 2
$ printf 'path = "spring.csv"\n' > bad.toml; trialsift index --index told --sources bad.toml
trialsift: error[usage]: bad.toml:1: there is no table path
  hint: a table for each input: [[source]], path = "...", date = 2025-01-15, and if you like register and platform
? 2
$ printf '' > bad.toml; trialsift index --index told --sources bad.toml
trialsift: error[usage]: bad.toml:1: it names no source
  hint: a table for each input: [[source]], path = "...", date = 2025-01-15, and if you like register and platform
? 2
$ trialsift index --index told --sources none.toml
trialsift: error[input-unreadable]: cannot open none.toml: No such file or directory
  hint: check the name and its permissions
? 2
$ trialsift index --index told --current yesterday spring.csv
trialsift: error[usage]: --current: yesterday is no date
  hint: write it as 2025-01-15, 2025-01 or 2025
? 2
$ trialsift index --index told
trialsift: error[usage]: there is no input
  hint: name files or folders, or --sources FILE
? 2

# Recruiting, beside a completion date that has passed by the source's own date.
$ echo '{"protocolSection":{"identificationModule":{"nctId":"NCT99000402","briefTitle":"Balloons"},"statusModule":{"overallStatus":"RECRUITING","completionDateStruct":{"date":"2023-05"}}},"derivedSection":{"miscInfoModule":{"versionHolder":"2024-02-03"}}}' > late.json
$ trialsift index --quiet --index late late.json && trialsift show --index late NCT99000402
NCT99000402
Balloons

Page:               https://clinicaltrials.gov/study/NCT99000402
Status:             Recruiting (as of 2024-02-03)
Note:               the completion date, 2023-05, had passed by 2024-02-03
Completion:         2023-05
$ trialsift search --index late balloons --snippets 0 --facets status
 1  NCT99000402  0.46
    Balloons
    Recruiting (completion date passed) · to 2023-05

Status
  Recruiting                   1
  Recruiting, past completion  1

1 trial.
$ trialsift count --index late status:recruiting_past_completion
1

# The index remembers what it rejected and removed.
$ echo '{"protocolSection":{"identificationModule":{"nctId":"NCT99000403"}}' >> late.json; cp autumn.csv more.csv
$ trialsift index --quiet --index late late.json more.csv; trialsift show --index late NCT99000403 2>&1 | sed 's/20..-..-../DATE/'
trialsift: NCT99000403 is not in the index: its record was rejected on DATE, in run 2: truncated, late.json:2
$ trialsift explain --index late NCT99000403 -e balloons 2>&1 | sed 's/20..-..-../DATE/'
trialsift: NCT99000403 is not in the index: its record was rejected on DATE, in run 2: truncated, late.json:2
$ trialsift similar --index late NCT99000403 2>&1 | sed 's/20..-..-../DATE/'
trialsift: NCT99000403 is not in the index: its record was rejected on DATE, in run 2: truncated, late.json:2
$ trialsift index --quiet --index late --delete-missing --max-delete 1 more.csv; trialsift show --index late NCT99000402 2>&1 | sed 's/20..-..-../DATE/'
trialsift: NCT99000402 is not in the index: it was removed on DATE, in run 3: the inputs of that run did not hold it
$ trialsift show --index late NCT99000404
trialsift: NCT99000404 is not in the index: it is not in the one source
? 1
# A record in the index of which a newer one was rejected is shown, and that is told.
$ echo '{"protocolSection":{"identificationModule":{"nctId":"NCT99000401"}}' > cut.json; trialsift index --quiet --index late cut.json late.json
$ trialsift show --index late NCT99000401 2>&1 | sed 's/20..-..-../DATE/'
trialsift: note: NCT99000401 is shown as an earlier record had it: its record was rejected on DATE, in run 4: truncated, cut.json:1
NCT99000401
Kites

Page:               https://clinicaltrials.gov/study/NCT99000401
Status:             Completed
$ trialsift index --quiet --index late more.csv; trialsift show --index late NCT99000401 | head -n 1
NCT99000401
