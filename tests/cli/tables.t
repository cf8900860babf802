# Tables: one trial a row, or the rows of several files.
$ mkdir -p aact
$ printf 'nct_id|study_first_posted_date|brief_title|overall_status|study_type\nNCT99000311|2020-01-02|Rest for clocks|COMPLETED|INTERVENTIONAL\n' > aact/studies.txt
$ printf 'id|nct_id|description\n1|NCT99000311|"Clocks | and\nbells"\n2||Nobody\n' > aact/brief_summaries.txt
$ printf 'id|nct_id|name|downcase_name\n1|NCT99000311|Haste|haste\n' > aact/conditions.txt
$ printf 'id|nct_id|url|description\n1|NCT99000311|x|y\n' > aact/links.txt
$ printf 'NCT Number\tStudy Title\tAge\tNotes\nNCT99000312\t"More ""rest"""\t18 Years and older\tx\n\t\t\t\nNCT99000313\tToo\t\t\tmany\n' > site.tsv
$ printf 'TrialID;Public title;Scientific title;Date registration;Condition\nISRCTN99000314;Bells;Bells;16/02/2020;Haste<br>\n' > who.csv
$ trialsift index --index index --tmp . --report report.json aact site.tsv who.csv
trialsift: rejected[no-id]: aact/brief_summaries.txt:4: The row has no trial id.
trialsift: note: site.tsv: 1 row has more cells than the header (the first in line 4): what is beyond is left out.
trialsift: note: site.tsv: No column is read as the status of the trials. Not read: Notes.
files                  5
read                   5
added                  4
updated                0
unchanged              0
duplicates             0
rejected               1
  no-id                1
removed                0
total                  4
skipped_files          1
Skipped files hold no trial records that can be read; --verbose names them.
The index is in index.
$ grep -o '"name":"[a-z.]*","format":"[a-z-]*"' report.json
"name":"aact","format":"aact"
"name":"site.tsv","format":"ctgov-csv"
"name":"who.csv","format":"ictrp-csv"
$ trialsift search --index index --format ids 'clocks OR rest OR haste'
NCT99000311
NCT99000312
ISRCTN99000314
$ trialsift show --index index NCT99000311
...

# --verbose names the columns that are not read.
$ trialsift index --verbose --index index site.tsv 2>&1 | grep -e Notes -e nothing
[...]site.tsv: columns that are not read: Notes
[...]site.tsv: 1 row holds nothing
trialsift: note: site.tsv: No column is read as the status of the trials. Not read: Notes.

# A file that could be two tables, a folder for temporary files that is none.
$ printf 'id,nct_id,description\n1,NCT99000311,What is it?\n' > some.csv
$ trialsift index --index other some.csv
trialsift: rejected[unknown-format]: some.csv: The columns are those of brief_summaries or of detailed_descriptions: the file's name must tell which.
trialsift: error[input-unreadable]: the inputs hold no trial record that could be read
  hint: see trialsift formats for what can be read
? 2
$ { echo 'NCT Number,Start Date'; yes NCT99000315,01-02-2020 | head -n 5000; } | trialsift index --index other --tmp nowhere -
trialsift: error[io]: cannot make a temporary file in nowhere: No such file or directory
? 2
$ { echo 'NCT Number,Start Date'; yes NCT99000315,01-02-2020 | head -n 5000; echo NCT99000316,31-01-2020; } | trialsift index --quiet --index other --tmp . -
$ trialsift show --index other NCT99000315 | grep Start
Start:              2020-02-01
