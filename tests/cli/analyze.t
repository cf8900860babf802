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
                         2  allosct (spelling)

compiled: Query((2.3608540011180214613 * (Slenalidomide SYNONYM Slenalidomide SYNONYM Blenalidomide SYNONYM Dlenalidomide SYNONYM Clenalidomide SYNONYM Ilenalidomide SYNONYM Klenalidomide) AND 2.6958549280083916599 * PostingSource(Allo-SCT)))
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

compiled: Query((1.5288574257747611362 * PostingSource(transplant*) FILTER 0 * PostingSource((any [status:recruiting] transplant* -"graft versus host"))))
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

compiled: Query(2.6958549280083916599 * PostingSource((near/3 lenalidomide =maintenance)))
$ trialsift count --analyze --json 'phase:3 myeloma'
{"type":"analysis","schema":1,"query":"phase:3 myeloma","syntax":"native","read_as":"(any [phase:phase3] myeloma)","total":2,"parts":[{"depth":0,"part":"(any [phase:phase3] myeloma)","hits":2,"span":[0,15]},{"depth":1,"part":"phase:phase3","hits":25,"span":[0,7]},{"depth":1,"part":"myeloma","hits":7,"span":[8,15],"fields":["title","summary","detailed","condition","intervention","keyword"],"tokens":["myeloma"],"expansion_count":1,"expansions":[{"text":"myeloma","source":"written","trials":7}]}],"expansions":[],"compiled":"Query((2.3608540011180214613 * (Smyeloma SYNONYM Smyeloma SYNONYM Bmyeloma SYNONYM Dmyeloma SYNONYM Cmyeloma SYNONYM Imyeloma SYNONYM Kmyeloma) FILTER 0 * PostingSource((any [phase:phase3] myeloma))))","warnings":[]}
$ trialsift count --syntax ovid --analyze 'exp Multiple Myeloma/ and randomized controlled trial.pt.'
trialsift: warning[void-field]: .pt. is nothing that registry records have: it says nothing here
query: exp Multiple Myeloma/ and randomized controlled trial.pt.
read as ovid: (and exp Multiple Myeloma/ void)

   trials  part
        3  (and exp Multiple Myeloma/ void)
        3    exp Multiple Myeloma/
        -    void

compiled: Query(3.1720836633614419853 * PostingSource(exp Multiple Myeloma/))

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

# Trials that have no such field are told of, and may be kept.
$ trialsift count 'status:recruiting phase:3'
trialsift: 1 more without phase: --keep-missing keeps them
13
$ trialsift count --keep-missing 'status:recruiting phase:3'
38
$ trialsift search --limit 1 --snippets 0 'myeloma status:completed'
0 trials; 4 more without status (--keep-missing).
? 1
$ trialsift search --limit 1 --snippets 0 --keep-missing 'myeloma status:completed'
 1  NCT99000064  3.31
    This study compares carfilzomib, lenalidomide and dexamethasone (KRd) with lenalidomide and
    dexamethasone (Rd) in …

4 trials; shown: 1 to 1 (--limit, --offset).
