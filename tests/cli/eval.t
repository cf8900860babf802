# A run of the sample records against their judgements.
$ trialsift index --quiet --index index corpus
$ trialsift search --batch --query-file corpus/topics.tsv -f trec > run.txt
$ trialsift eval run.txt corpus/qrels.tsv
topics           16
ndcg@10      0.9692
p@10         0.2375
map          0.9388
bpref        0.9661
rr           1.0000
recall@1000  1.0000

# Measures by name, topics one by one, another run beside it.
$ printf '1 0 a 2\n1 0 b 1\n1 0 c 0\n2 0 a 1\n' > qrels.txt
$ printf '1 Q0 a 1 3 t\n1 Q0 c 2 2 t\n1 Q0 b 3 1 t\n3 Q0 a 1 1 t\n' > one.txt
$ printf '1 Q0 c 1 3 t\n1 Q0 b 2 2 t\n2 Q0 a 1 1 t\n' > other.txt
$ trialsift eval one.txt qrels.txt
topics            2
ndcg@10      0.4751
p@10         0.1000
map          0.4167
bpref        0.2500
rr           0.5000
recall@1000  0.5000
topics of one.txt: 1 without a result (each counts as 0), 1 without judgements (not looked at)
$ trialsift eval -m ndcg@2,map --per-query one.txt qrels.txt --against other.txt
topic  ndcg@2  against     map  against
1      0.7602   0.2398  0.8333   0.2500
2      0.0000   1.0000  0.0000   1.0000

topics       2  against  difference       p
ndcg@2  0.3801   0.6199     -0.2398  1.0000
map     0.4167   0.6250     -0.2083  1.0000
topics of one.txt: 1 without a result (each counts as 0), 1 without judgements (not looked at)
$ trialsift eval -m p@2 -m rr --per-query -f json one.txt qrels.txt --against other.txt
{"type":"eval","schema":1,"judgements":"qrels.txt","topics":2,"runs":[{"run":"one.txt","missing_topics":1,"unjudged_topics":1,"mean":{"p@2":0.250000,"rr":0.500000},"per_query":{"1":{"p@2":0.500000,"rr":1.000000},"2":{"p@2":0.000000,"rr":0.000000}}},{"run":"other.txt","missing_topics":0,"unjudged_topics":0,"mean":{"p@2":0.500000,"rr":0.750000},"per_query":{"1":{"p@2":0.500000,"rr":0.500000},"2":{"p@2":0.500000,"rr":1.000000}}}],"p":{"p@2":1.000000,"rr":1.000000}}

# What is no measure, no run, no judgement.
$ trialsift eval -m ndgc one.txt qrels.txt
trialsift: error[usage]: there is no measure ndgc
  hint: known are, with any number after @: ndcg@10, p@10, map, bpref, rr, recall@1000
? 2
$ trialsift eval one.txt one.txt
trialsift: error[input-unreadable]: one.txt, line 1: this is no judgement
  hint: each line reads: topic iteration document level
? 2
$ trialsift eval qrels.txt qrels.txt
trialsift: error[input-unreadable]: qrels.txt, line 1: this is no result of a run
  hint: each line reads: topic Q0 document rank score tag
? 2
$ trialsift eval nowhere.txt qrels.txt
trialsift: error[input-unreadable]: cannot open nowhere.txt: No such file or directory
  hint: check the name and its permissions
? 2
$ trialsift eval one.txt
trialsift: error[usage]: trialsift eval needs QRELS
  hint: see trialsift eval --help
? 2
$ : > empty.txt; trialsift eval one.txt empty.txt
trialsift: error[input-unreadable]: empty.txt holds no judgement
  hint: check the name and its permissions
? 2
