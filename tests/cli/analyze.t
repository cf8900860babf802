$ trialsift index --quiet --index index corpus

# How a query is read: its parts with their hits, what each word stands for and how many trials hold it.
$ trialsift count --analyze 'lenalidomide AND Allo-SCT'
query: lenalidomide AND Allo-SCT
read as native: (and lenalidomide Allo-SCT)

   trials  part
        3  (and lenalidomide Allo-SCT)
        7    lenalidomide
                 in title, summary, detailed, condition, intervention, keyword; words: lenalidomide
                         7  lenalidomide (written)
        5    Allo-SCT
                 in title, summary, detailed, condition, intervention, keyword; words: allo, sct
                         3  allo sct (written)
                         2  allosct (hyphens)

compiled: 2.361 bm25(lenalidomide) + 2.696 bm25(Allo-SCT)
$ trialsift search --analyze 'status:recruiting transplant* -"graft versus host"'
query: status:recruiting transplant* -"graft versus host"
read as native: (any [status:recruiting] transplant* -"graft versus host")

   trials  part
        2  (any [status:recruiting] transplant* -"graft versus host")
       24    status:recruiting
       15    transplant*
                 in title, summary, detailed, condition, intervention, keyword; words: transplant*
                        13  transplantation (wildcard)
                         9  transplant (written)
                         1  transplanted (wildcard)
                         1  transplants (wildcard)
        4    -"graft versus host"
                 in title, summary, detailed, condition, intervention, keyword; words: graft, versus, host
                         4  graft versus host (written)

compiled: 1.529 bm25(transplant*)
$ trialsift count --analyze 'lenalidomide NEAR/3 =maintenance'
query: lenalidomide NEAR/3 =maintenance
read as native: (near/3 lenalidomide =maintenance)

   trials  part
        5  (near/3 lenalidomide =maintenance)
        7    lenalidomide
                 in title, summary, detailed, condition, intervention, keyword; words: lenalidomide
                         7  lenalidomide (written)
        9    =maintenance
                 in title, summary, detailed, condition, intervention, keyword; words: maintenance
                         9  maintenance (written)

compiled: 2.696 bm25(lenalidomide NEAR/3 =maintenance)
$ trialsift count --analyze --json 'phase:3 myeloma'
{"type":"analysis","schema":1,"query":"phase:3 myeloma","syntax":"native","read_as":"(any [phase:phase3] myeloma)","total":2,"parts":[{"depth":0,"part":"(any [phase:phase3] myeloma)","hits":2,"span":[0,15]},{"depth":1,"part":"phase:phase3","hits":25,"span":[0,7]},{"depth":1,"part":"myeloma","hits":7,"span":[8,15],"fields":["title","summary","detailed","condition","intervention","keyword"],"tokens":["myeloma"],"expansion_count":1,"expansions":[{"text":"myeloma","source":"written","trials":7}]}],"expansions":[],"compiled":"2.361 bm25(myeloma)","warnings":[]}
$ trialsift count --syntax ovid --analyze 'exp Multiple Myeloma/ and randomized controlled trial.pt.'
trialsift: warning[void-field]: .pt. is nothing that registry records have: it says nothing here; --map-publication-types reads it as allocation:randomized
trialsift: warning[heading-in-text]: 24 trials have no MeSH terms: there the words of a heading are looked for in conditions, keywords and interventions
query: exp Multiple Myeloma/ and randomized controlled trial.pt.
read as ovid: (and exp Multiple Myeloma/ void)

   trials  part
        3  (and exp Multiple Myeloma/ void)
        3    exp Multiple Myeloma/
                 in mesh, mesh_ancestor; words: multiple, myeloma
        -    void

compiled: 3.172 bm25(Multiple Myeloma)

# A strategy: each of its lines, and how many of its hits are new.
$ printf '%s\n' '1. lenalidomide.tw.' '2. exp Multiple Myeloma/' '3. 1 or 2' '4. limit 3 to "all adult (19 plus years)"' > s.txt
$ trialsift count --analyze --query-file s.txt
trialsift: read as ovid, because of .tw.; --syntax says otherwise
s.txt: ovid; 4 lines on 86 trials
line     hits      new  strategy
   1        7        7  lenalidomide.tw.
            7  tiab:"lenalidomide"
                   in title, summary, detailed; words: lenalidomide
                           7  lenalidomide (written)
   2        3        1  exp Multiple Myeloma/
            3  exp Multiple Myeloma/
                   in mesh, mesh_ancestor; words: multiple, myeloma
   3        8        0  1 or 2
            8  (or #1 #2)
            7    #1
            3    #2
   4        4        0  limit 3 to "all adult (19 plus years)"
            4  (and #3 age:6939d..)
            8    #3
           53    age:6939d..
line 4: 4 trials
Warnings that change the result: 2
  heading-in-text (line 2): 24 trials have no MeSH terms: there the words of a heading are looked for in conditions, keywords and interventions
  limit (line 4): the limit to all adult (19 plus years) is the age of the participants here
Other warnings: 1
  missing-field (line 4): 4 more without age: --keep-missing keeps them
$ trialsift search --analyze --format tsv --query-file s.txt
trialsift: read as ovid, because of .tw.; --syntax says otherwise
strategy	line	hits	new	valid	result_changing_warnings	other_warnings	error	text
s.txt	1	7	7	yes	0	0		lenalidomide.tw.
s.txt	2	3	1	yes	1	0		exp Multiple Myeloma/
s.txt	3	8	0	yes	0	0		1 or 2
s.txt	4	4	0	yes	1	1		limit 3 to "all adult (19 plus years)"
$ trialsift count --analyze --json --query-file s.txt | grep -o '"number":"2".*"number":"3"'
trialsift: read as ovid, because of .tw.; --syntax says otherwise
"number":"2","text":"exp Multiple Myeloma/","read_as":"exp Multiple Myeloma/","valid":true,"error":null,"stands_upon":null,"hits":3,"new":1,"lacking":{"total":0,"fields":{}},"parts":[{"depth":0,"part":"exp Multiple Myeloma/","hits":3,"span":[0,21],"fields":["mesh","mesh_ancestor"],"tokens":["multiple","myeloma"],"expansion_count":0,"expansions":[]}],"warnings":[{"code":"heading-in-text","sentence":"24 trials have no MeSH terms: there the words of a heading are looked for in conditions, keywords and interventions","result_changing":true}]},{"number":"3"
$ printf '%s\n' '1. lenalidomide.tw.' '2. (myeloma' | trialsift count --syntax ovid --analyze -
standard input: ovid; 2 lines on 86 trials
line     hits      new  strategy
   1        7        7  lenalidomide.tw.
            7  tiab:"lenalidomide"
                   in title, summary, detailed; words: lenalidomide
                           7  lenalidomide (written)
   2    error           (myeloma
                        ^
                        this ( is never closed: write ) where the group ends
                        hint: see trialsift search --help for the query language
no result: line 2 is in error
Other warnings: 1
  unused-line (line 1): no later line refers to this one
trialsift: error[query-syntax]: no result, for a line in error: standard input
  hint: see trialsift search --help for the query language
? 2
$ trialsift count --analyze --format tsv lenalidomide
trialsift: error[usage]: a strategy of several lines is analyzed as tsv, a query as text or json
  hint: see trialsift --help
? 2
$ trialsift search --analyze --format csv lenalidomide
trialsift: error[usage]: --analyze prints text, json or tsv, not csv
  hint: see trialsift --help
? 2

# A count as JSON.
$ trialsift count --json 'phase:3 myelom'
trialsift: warning[did-you-mean]: did you mean phase:3 myeloma? --correct searches for that
trialsift: warning[no-such-word]: no trial has myelom (nearest: myeloma)
{"type":"count","schema":1,"query":"phase:3 myelom","syntax":"native","read_as":"(any [phase:phase3] myelom)","total":0,"lacking":{"total":0,"fields":{}},"warnings":[{"code":"did-you-mean","sentence":"did you mean phase:3 myeloma? --correct searches for that","result_changing":false},{"code":"no-such-word","sentence":"no trial has myelom (nearest: myeloma)","result_changing":false}]}
? 1
$ trialsift count --format tsv lenalidomide
trialsift: error[usage]: a count is text or json; tsv is for --analyze
  hint: see trialsift --help
? 2

# What the index gives cause to warn of comes unasked.
$ trialsift count 'myeloma AND lenalidomid'
6
$ trialsift count 'myelom OR lenalidmide OR lenalidomid OR a'
trialsift: warning[did-you-mean]: did you mean myeloma OR lenalidomide OR lenalidomid OR a? --correct searches for that
trialsift: warning[no-such-word]: no trial has myelom (nearest: myeloma), lenalidmide (nearest: lenalidomide)
84
$ trialsift count '"graft versus hots"'
trialsift: warning[no-such-word]: no trial has hots (nearest: host, hot)
0
? 1
$ trialsift count 'trial NOT (study OR trial)'
trialsift: warning[not-removes-most]: NOT leaves out 38 of 38 trials: (or study trial)
0
? 1

$ trialsift count "'graft versus host' OR myeloma"
trialsift: warning[single-quotes]: single quotes make no phrase: write double ones
trialsift: warning[mixed-juxtaposition]: words stand beside AND, OR or NOT without parentheses: the operators bind first; write the parentheses to say what belongs together
23
$ printf '%s\n' '1. myelomo.tw.' '2. trial.tw. not (study or trial).tw.' '3. 1 or 2' | trialsift screen run --syntax ovid -
standard input: ovid; 3 lines on 86 trials
line     hits      new  strategy
   1        0        0  myelomo.tw.
   2        0        0  trial.tw. not (study or trial).tw.
   3        0        0  1 or 2
line 3: 0 trials
Other warnings: 2
  no-such-word (line 1): no trial has myelomo (nearest: myeloma, myeloid)
  not-removes-most (line 2): NOT leaves out 33 of 33 trials: (or tiab:"study" tiab:"trial")
? 1

# Trials that have no such field are told of, and may be kept.
$ trialsift count 'status:recruiting phase:3'
trialsift: 25 more without status (24) or phase (25): --keep-missing keeps them
13
$ trialsift count --keep-missing 'status:recruiting phase:3'
38
$ trialsift search --limit 1 --snippets 0 'myeloma status:completed'
0 trials; 4 more without status (--keep-missing).
? 1
$ trialsift search --limit 1 --snippets 0 --keep-missing 'myeloma status:completed'
 1  NCT99000086  8.03
    Bortezomib, lenalidomide and dexamethasone with early or late autologous transplantation,
    followed by risk-adapted …

4 trials; shown: 1 to 1 (--limit, --offset).
