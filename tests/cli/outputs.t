$ trialsift index --quiet --index index corpus

# Results appear when the run has succeeded: what was there before a failing one is as it was.
$ echo before > r.csv; trialsift search -o r.csv '(unclosed' 2> /dev/null; echo $?; cat r.csv
2
before
$ trialsift search -q -o r.csv -n 1 --fields id metformin; cat r.csv
id
NCT99000027
$ ls -a | grep r.csv
r.csv

# An existing file keeps its mode, a link stays and its target is replaced.
$ chmod 640 r.csv; ln -s r.csv link.csv; trialsift search -q -o link.csv -n 1 --fields id myeloma; stat -c '%a %F' r.csv link.csv; cat r.csv
640 regular file
777 symbolic link
id
NCT99000001

# Pipes, devices and descriptors are written directly, and - is standard output.
$ trialsift search -q -o - -f ids metformin
NCT99000027
$ ls -- - 2> /dev/null
? 2
$ echo first > seen; trialsift search -q -o /dev/stdout -f ids metformin >> seen; cat seen
first
NCT99000027
$ trialsift search -q -o /dev/fd/3 -f ids metformin 3> three; cat three
NCT99000027
$ mkfifo pipe; cat pipe > copied & trialsift search -q -o pipe -f ids metformin; wait; cat copied
NCT99000027
$ trialsift search -q -o /dev/full -f ids metformin
trialsift: error[disk-full]: cannot write /dev/full: No space left on device
  hint: free some space and run it again
? 2
$ trialsift index -q --index index --report - corpus/api-v2/single.json | cut -c 1-40
{"type":"index","schema":1,"files":1,"re

# An output is no input: refused before anything is read or written.
$ cp corpus/api-v2/single.json F; trialsift index --index other --report F F
trialsift: error[usage]: --report F: the file is read as well: the input would be lost
  hint: nothing was read or written; give --report another file
? 2
$ ln F hard; trialsift index --index other --rejects hard F
trialsift: error[usage]: --rejects hard: the file is read as well: the input would be lost
  hint: nothing was read or written; give --rejects another file
? 2
$ ln -s F soft; trialsift index --index other --log-file soft './F*'
trialsift: error[usage]: --log-file soft: the file is read as well: the input would be lost
  hint: nothing was read or written; give --log-file another file
? 2
$ cmp F corpus/api-v2/single.json; ls other
ls: cannot access 'other': No such file or directory
? 2
$ mkdir in; cp F in/a.json; trialsift index --index other --report in/new.json in
trialsift: error[usage]: --report in/new.json: the file lies inside the folder in, which is read: it would be an input
  hint: nothing was read or written; give --report another file
? 2
$ trialsift index --index other --report x --rejects ./x F
trialsift: error[usage]: --report x: the file is that of --rejects as well
  hint: nothing was read or written; give --report another file
? 2
$ trialsift index --index other --rejects - --report /dev/stdout F
trialsift: error[usage]: --rejects and --report both go to standard output
  hint: give one of them a file
? 2
$ trialsift index --index other --rejects - F
trialsift: error[usage]: --rejects goes to standard output, where results go
  hint: give it a file
? 2
$ echo metformin > q.txt; trialsift search --query-file q.txt -o q.txt
trialsift: error[usage]: --output q.txt: the file is read as well: the input would be lost
  hint: nothing was read or written; give --output another file
? 2
$ echo metformin > s.txt; trialsift screen run s.txt --export s.txt
trialsift: error[usage]: --export s.txt: the file is read as well: the input would be lost
  hint: nothing was read or written; give --export another file
? 2

# Nor does it lie in an index.
$ cp index/CURRENT before; trialsift search -o index/CURRENT metformin
trialsift: error[usage]: --output index/CURRENT: the file lies in the index [...]index, which only trialsift index changes
  hint: nothing was read or written; give --output another file
? 2
$ trialsift index --index new --report new/report.json F
trialsift: error[usage]: --report new/report.json: the file lies in the index new, which only trialsift index changes
  hint: nothing was read or written; give --report another file
? 2
$ cmp index/CURRENT before; trialsift check --index index | tail -n 1
[...]

# Accounts appear also where the run fails, and tell how it ended.
$ echo '{"protocolSection":{}}' > bad.json; trialsift index -q --index other --report r.json --rejects rejects.jsonl bad.json 2> /dev/null; echo $?
2
$ cat rejects.jsonl
{"file":"bad.json","line":1,"offset":0,"id":"","reason":"no-id","detail":"The study has no identification module."}
{"end":"error","error":"input-unreadable","detail":"the inputs hold no trial record that could be read"}
$ cat r.json
{"type":"index","schema":1,"published":false,"error":{"code":"input-unreadable","message":"the inputs hold no trial record that could be read","hint":"see trialsift formats for what can be read"}}

# Closed descriptors are no files of ours.
$ trialsift search -q -f ids metformin >&-
trialsift: error[io]: cannot write to standard output
? 2
$ trialsift search -q -o closed.txt -f ids metformin >&- 2>&- <&-; cat closed.txt
NCT99000027

# Where a limit of a file's size or the disk ends the run, the earlier file stays.
$ echo before > big.jsonl; (ulimit -f 1; trialsift search -q -o big.jsonl -f jsonl -n 50 trial 2>&1 | head -n 1); cat big.jsonl
trialsift: error[disk-full]: cannot write big.jsonl: File too large
before

# All parts of a split result appear together.
$ trialsift search -q -f ids -o part.txt --split 3 myeloma; ls part-*
part-1.txt
part-2.txt
part-3.txt
$ trialsift search -q -f ids -o - --split 3 myeloma
trialsift: error[usage]: --split writes files
  hint: name them with --output FILE
? 2

# Parts are outputs like others: none of them destroys an input or an index. Parts of an earlier result are told.
$ echo myeloma > part-2.query; trialsift search -q -f ids --query-file part-2.query -o part.query --split 3
trialsift: error[usage]: --output part-2.query: the file is read as well: the input would be lost
  hint: nothing was read or written; give --output another file
? 2
$ cat part-2.query
myeloma
$ ln -s "$PWD/index/CURRENT" found-1.txt; trialsift search -q -o found.txt --split 3 myeloma
trialsift: error[usage]: --output found-1.txt: the file lies in the index [...]index, which only trialsift index changes
  hint: nothing was read or written; give --output another file
? 2
$ trialsift search -q -o logged.txt --split 3 --log-file logged-1.txt myeloma
trialsift: error[usage]: [...]
  hint: nothing was read or written; give [...] another file
? 2
$ trialsift search -f ids -o part.txt --split 5 myeloma
trialsift: warning[stale-parts]: this result ends with part-2.txt; part-3.txt is of an earlier one
$ ls part-*.txt
part-1.txt
part-2.txt
part-3.txt

# An account that cannot be printed is an error, which says that the index has changed all the same.
$ trialsift index --index fresh corpus/api-v2/single.json > /dev/full
The index is in fresh.
trialsift: error[io]: cannot write to standard output; the new index is in force all the same
  hint: run it again for the account: what is indexed stays
? 2

# What cannot be looked into is not a folder without an index.
$ ln -s round round; trialsift count --index round x
trialsift: error[io]: cannot look for an index in round: Too many levels of symbolic links
  hint: check the name and its permissions
? 2
$ echo > file; trialsift count --index file x
trialsift: error[io]: cannot look for an index in file: Not a directory
  hint: check the name and its permissions
? 2

# A killed dry run leaves nothing for ever.
$ mkdir tmp; mkfifo slow; (trialsift index -q --tmp tmp --dry-run --index fresh slow & exec 3<> slow
> for i in $(seq 500); do [ "$(ls tmp)" ] && break; sleep 0.02; done; ls tmp | wc -l; kill -9 $!; wait) 2> /dev/null; ls tmp | wc -l
1
1
$ trialsift index -q --tmp tmp --dry-run --index fresh corpus/api-v2/single.json; ls tmp | wc -l
0
