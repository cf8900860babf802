$ trialsift index --quiet --index index corpus

# The score of a hit by word, field and factor; what feedback adds has a plus.
$ trialsift search --explain --snippets 0 -n 1 --expand none lenalidomide maintenance study
$ trialsift search --explain --snippets 0 -n 1 lenalidomide maintenance
$ trialsift search --explain --snippets 0 -n 1 --expand none --json lenalidomide maintenance | grep -o '"reasons".*'
$ trialsift search -n 2 -f trec --ranking bm25 lenalidomide maintenance

# Why a trial is a hit.
$ trialsift explain NCT99000002 --expand none -e 'lenalidomide AND "lenalidomide maintenance" phase:3'

# Why it is none: the parts that decide are in capitals.
$ trialsift explain NCT99000002 -e '(lenalidomde OR thalidomide) AND "maintenance lenalidomide" status:completed'
$ trialsift explain NCT99000002 -f json -e 'tenecteplase'
$ trialsift explain NCT99000999 -e tenecteplase
$ trialsift explain myeloma -e tenecteplase

# More like one.
$ trialsift similar NCT99000036 -n 2 --snippets 0
$ trialsift similar NCT99000031 NCT99000030 -n 3 -f ids
$ trialsift search --ranking pagerank stroke
$ trialsift search --expand feedbck stroke
