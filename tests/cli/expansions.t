$ trialsift index --quiet --index index corpus

# What is looked for beside a query's words, with its source.
$ trialsift expansions tumour children
$ trialsift expansions --format jsonl GVHD
$ trialsift expansions zzzz
? 1
$ trialsift expansions | grep -c spelling
$ trialsift expansions | head -3

# A search tells what it looked for, and may be told otherwise.
$ trialsift search -n 1 --snippets 0 tumor surgery
$ trialsift search -n 1 --snippets 0 --expand none tumor surgery
$ trialsift count --match all tumor
$ trialsift count --match all --expand none tumor
$ trialsift count --match all --expand abbreviations,spelling tumor
$ trialsift count '"tumor"'
$ trialsift count '=tumor'
$ trialsift count 'tumor OR zzzz'
$ trialsift count --expand all 'tumor OR zzzz'
$ trialsift count --syntax pubmed --expand all 'tumor'
$ trialsift count --expand feathers tumor
? 2

# A file of synonyms.
$ printf 'lenalidomide\tRevlimid\nheart attack\tmyocardial infarction\n' > synonyms.tsv
$ trialsift count Revlimid
? 1
$ trialsift count --synonyms synonyms.tsv Revlimid
$ trialsift expansions --synonyms synonyms.tsv heart attack
$ trialsift count --synonyms nowhere.tsv Revlimid
? 2

# Misspelt words: the likely ones are offered, and searched for where that is asked.
$ trialsift count lenalidomde
? 1
$ trialsift count --correct lenalidomde maintainance
$ trialsift count --correct '"lenalidomde"'
? 1
