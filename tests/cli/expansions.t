$ trialsift index --quiet --index index corpus

# What is looked for beside a query's words, with its source.
$ trialsift expansions tumour children
spelling            3  tumour = tumor
spelling            4  children = child
$ trialsift expansions --format jsonl GVHD
{"type":"expansion","source":"abbreviations","of":"GVHD","text":"graft versus host disease","weight":0.300,"trials":4}
$ trialsift expansions zzzz
? 1
$ trialsift expansions | grep -c spelling
166
$ trialsift expansions | head -3
abbreviations       2  5 fu = 5 fluorouracil
abbreviations       3  gvhd = graft versus host disease
abbreviations       2  il 2 = interleukin 2

# A search tells what it looked for, and may be told otherwise.
$ trialsift search -n 1 --snippets 0 tumor surgery
 1  NCT99000013  12.98
    Trastuzumab Deruxtecan Before Surgery for HER2-positive Breast Cancer
    Active, not recruiting · Phase 3 · 2022-01-24 to 2030-01 · 640 participants · HER2-positive
    Breast Cancer, Early Breast Cancer

17 trials with any of the words, 4 with all (--match all); shown: 1 to 1 (--limit, --offset).
Also looked for, with less weight: tumour (spelling); --expand none leaves that out.
$ trialsift search -n 1 --snippets 0 --expand none tumor surgery
 1  NCT99000013  7.41
    Trastuzumab Deruxtecan Before Surgery for HER2-positive Breast Cancer
    Active, not recruiting · Phase 3 · 2022-01-24 to 2030-01 · 640 participants · HER2-positive
    Breast Cancer, Early Breast Cancer

12 trials with any of the words, 1 with all (--match all); shown: 1 to 1 (--limit, --offset).
$ trialsift count --match all tumor
11
$ trialsift count --match all --expand none tumor
3
$ trialsift count --match all --expand abbreviations,spelling tumor
11
$ trialsift count '"tumor"'
2
$ trialsift count '=tumor'
2
$ trialsift count 'tumor OR zzzz'
trialsift: warning[no-such-word]: no trial has zzzz
3
$ trialsift count --expand all 'tumor OR zzzz'
trialsift: warning[no-such-word]: no trial has zzzz
11
$ trialsift count --syntax pubmed --expand all 'tumor'
2
$ trialsift count --expand feathers tumor
trialsift: error[usage]: --expand does not know "feathers"
  hint: it takes none, all, abbreviations, spelling, hyphens, synonyms, feedback
? 2

# A file of synonyms.
$ printf 'lenalidomide\tRevlimid\nheart attack\tmyocardial infarction\n' > synonyms.tsv
$ trialsift count Revlimid
1
$ trialsift count --synonyms synonyms.tsv Revlimid
7
$ trialsift expansions --synonyms synonyms.tsv heart attack
synonyms synonyms.tsv       3  heart attack = myocardial infarction
$ trialsift count --synonyms nowhere.tsv Revlimid
trialsift: error[input-unreadable]: cannot open nowhere.tsv: No such file or directory
  hint: check the name and its permissions
? 2

# Misspelt words: the likely ones are offered, and searched for where that is asked.
$ trialsift count lenalidomde
trialsift: warning[did-you-mean]: did you mean lenalidomide? --correct searches for that
trialsift: warning[no-such-word]: no trial has lenalidomde (nearest: lenalidomide)
0
? 1
$ trialsift count --correct lenalidomde maintainance
trialsift: warning[corrected]: searched for lenalidomide maintenance
trialsift: warning[any-word]: 9 trials hold any of the words, 7 all; say which is meant with --match any or --match all
9
$ trialsift count --correct '"lenalidomde"'
trialsift: warning[no-such-word]: no trial has lenalidomde (nearest: lenalidomide)
0
? 1
