# Languages of reviewers on search and count, and strategies in files.
$ trialsift index --quiet --index index corpus

# The switch.
$ trialsift count --syntax ovid 'lenalidomide.ti,ab. and maintenance.mp.'
7
$ trialsift count --syntax OVID 'lenalidomide.ti.'
trialsift: warning[field-fallback]: 24 trials have no title: there the descriptions are searched instead
7
$ trialsift count --syntax pubmed 'lenalidomide[tiab] AND maintenance'
7
$ trialsift count --syntax native 'lenalidomide AND maintenance'
7
$ trialsift count --syntax auto 'lenalidomide[tiab]'
trialsift: read as pubmed, because of [tiab]; --syntax says otherwise
7
$ trialsift count --syntax auto 'lenalidomide'
7

# A pasted line under native names the switch.
$ trialsift count 'exp Multiple Myeloma/'
trialsift: error[query-syntax]: Myeloma/ is of the dialect ovid: give --syntax ovid
  exp Multiple Myeloma/
               ^
  hint: to search for the text itself, put it in quotes
? 2
$ trialsift count 'lenalidomide[tiab] OR myeloma'
trialsift: error[query-syntax]: [tiab] is of the dialect pubmed: give --syntax pubmed
  lenalidomide[tiab] OR myeloma
              ^
  hint: to search for the text itself, put it in quotes
? 2
$ trialsift count '"lenalidomide[tiab]"'
trialsift: warning[no-such-word]: no trial has tiab
0
? 1

# What was read shows in the JSON output, and so do the warnings.
$ trialsift search --syntax ovid --json -n 1 '(heart adj3 fail$).tw. or letter.pt. or exp Multiple Myeloma/' | head -1 | grep -o '"read_as":"[^,]*"'
trialsift: warning[void-field]: .pt. is nothing that registry records have: it says nothing here
trialsift: warning[heading-in-text]: 24 trials have no MeSH terms: there the words of a heading are looked for in conditions, keywords and interventions
"read_as":"(or (near/3 tiab:\"heart\" tiab:fail*) void exp Multiple Myeloma/)"
$ trialsift search --quiet --syntax pubmed --json -n 1 'myeloma[ti] NOT editorial[pt]' | head -1 | grep -o '"code":"[^"]*"'
"code":"void-field"
"code":"field-fallback"

# Hits come in the usual formats.
$ trialsift search --syntax ovid -f ids '(graft adj3 host).ti.'
trialsift: warning[field-fallback]: 24 trials have no title: there the descriptions are searched instead
NCT99000004
NCT99000006
NCT99000063

# Queries of a batch are in one language; a bad line does not cost the others.
$ printf '1\tlenalidomide.ti.\n2\t(lenalidomide.ti.\n3\tmaintenance.ti.\n' > batch.tsv
$ trialsift count --syntax ovid --batch --query-file batch.tsv
trialsift: warning[field-fallback]: query 1: 24 trials have no title: there the descriptions are searched instead
1	7
trialsift: warning[field-fallback]: query 3: 24 trials have no title: there the descriptions are searched instead
3	8
trialsift: error[query-syntax]: query 2: this ( is never closed: write ) where the group ends
  (lenalidomide.ti.
  ^
  hint: see trialsift search --help for the query language
? 2

# A strategy of lines is one query: its last line.
$ printf 'lenalidomide.tw.\nmyeloma$.tw.\n1 and 2\n' > bare.txt
$ trialsift count --query-file bare.txt
trialsift: read as ovid, because of .tw.; --syntax says otherwise
6
$ trialsift count --syntax ovid - < bare.txt
6
$ printf '#1\tSearch lenalidomide[tiab]\n#2\tSearch myeloma*[tiab]\n#3\tSearch (#1) AND #2\n' > history.txt
$ trialsift count --query-file history.txt
trialsift: read as pubmed, because of [tiab]; --syntax says otherwise
trialsift: warning[debris]: "Search" before the query was left out
6
$ printf 'lenalidomide.tw.\n3 or 1\n1 and 2\n' > forward.txt
$ trialsift count --query-file forward.txt
trialsift: read as ovid, because of .tw.; --syntax says otherwise
trialsift: error[query-syntax]: line 3 stands after this one: a line refers to lines before it
  3 or 1
  ^
  hint: see trialsift search --help for the query language
? 2
$ printf 'lenalidomide\nmaintenance\n' > native.txt
$ trialsift count --match all --query-file native.txt
7
$ printf -- '--\n' > nothing.txt
$ trialsift count --syntax ovid --query-file nothing.txt
trialsift: error[usage]: there is no query in this file
  hint: see trialsift --help
? 2
