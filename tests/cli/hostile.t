# Control characters and terminal escapes in records, names of files and queries never reach the terminal.
$ mkdir in; cat > in/$'a\e[2Jb.json' <<'END'
> {"protocolSection":{"identificationModule":{"nctId":"NCT99000101","briefTitle":"A\u0000 \u001b[31m red \u001b[0m \u0007\u009b2J"},"sponsorCollaboratorsModule":{"leadSponsor":{"name":"S\u001b[2J"}},"statusModule":{"overallStatus":"X\u001b[2J","startDateStruct":{"date":"2\u001b[2J"}}}}
> {"protocolSection":{"identificationModule":{"nctId":"N\u001b[2J"}}}
> END
$ trialsift index --index index --rejects rejects --report report in > index.out 2>&1
$ trialsift search --index index red > search.out
$ trialsift search --index index -f csv red > csv.out
$ trialsift search --index index -f jsonl red > jsonl.out
$ for format in html markdown tsv ris nbib; do trialsift search --index index -f $format red > $format.out; done
$ trialsift show --index index NCT99000101 > show.out
$ trialsift show --index index -f json NCT99000101 > json.out
$ trialsift index --index index in/a* > /dev/null 2>&1; trialsift stats --index index > stats.out
$ trialsift search --index index $'red \e[2J "' > error.out 2>&1
? 2
$ trialsift search --index index $'red \e[2J' > query.out 2>&1
$ grep -l red *.out
csv.out
error.out
html.out
json.out
jsonl.out
markdown.out
nbib.out
query.out
ris.out
search.out
show.out
tsv.out
$ cat *.out rejects report | LC_ALL=C grep -c -P '[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]'
0
? 1

# The limits of what is read, each by its name.
$ head -c 3000 /dev/zero | tr '\0' x > text
$ printf '{"protocolSection":{"identificationModule":{"nctId":"NCT99000%s","briefTitle":"%s"}}}\n' 102 "$(cat text)" 103 short > long.ndjson
$ trialsift index --index other --max-record 2K long.ndjson
trialsift: rejected[too-large]: long.ndjson:1: The record is larger than 2048 bytes.
files                  1
read                   2
added                  1
updated                0
unchanged              0
duplicates             0
rejected               1
  too-large            1
removed                0
total                  1
The index is in other.
$ trialsift index --index other --max-record 1 long.ndjson
trialsift: error[usage]: --max-record: Value 1 not in range [...]
  hint: see trialsift index --help
? 2
$ (cat long.ndjson; head -c 20000000 /dev/zero | tr '\0' '\n'; cat long.ndjson) | gzip > bomb.gz
$ trialsift index --index other --max-unpacked 20 bomb.gz
trialsift: rejected[bomb]: bomb.gz: It unpacks to more than 20 times its size; --max-unpacked raises the limit.
files                  1
read                   3
added                  1
updated                0
unchanged              1
duplicates             0
rejected               1
  bomb                 1
removed                0
total                  2
The index is in other.
$ trialsift index --index other --quiet bomb.gz
