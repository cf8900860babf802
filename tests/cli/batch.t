$ trialsift index --quiet --index index corpus

# Several queries: each is a search of its own, numbered.
$ trialsift search -e metformin -e 'id:NCT99000001' --snippets 0
1: metformin

 1  NCT99000027  8.94
    Metformin or Dapagliflozin First in Newly Diagnosed Type 2 Diabetes
    Recruiting · Phase 4 · 2022-04-04 to 2027-10 · 8600 participants · Type 2 Diabetes Mellitus

1 trial.

2: id:NCT99000001

 1  NCT99000001  0.00
    Lenalidomide Maintenance After Allogeneic Transplantation in Multiple Myeloma
    Active, not recruiting · Phase 3 · 2018-02-19 to 2027-06 · 168 participants · Multiple Myeloma,
    Graft Versus Host Disease

1 trial.
$ trialsift count -e lenalidomide -e 'title:maintenance'
1	7
2	4

# A file or standard input.
$ echo myeloma | trialsift count -
7
$ echo 'title:maintenance' > query.txt; trialsift count --query-file query.txt
4

# A batch: the id goes into the output; without a tab the line's number is the id.
$ printf 'q1\tlenalidomide\n\nq3\tmetformin\nsepsis\n' > topics.tsv
$ trialsift search --batch --query-file topics.tsv -f trec -n 2
q1 Q0 NCT99000001 1 10.983997 trialsift
q1 Q0 NCT99000002 2 10.316547 trialsift
q3 Q0 NCT99000027 1 8.935361 trialsift
4 Q0 NCT99000057 1 13.669907 trialsift
4 Q0 NCT99000080 2 8.187675 trialsift
$ trialsift search --batch -f csv -n 1 < topics.tsv | grep -E '^(query_id|q?[0-9]),' | cut -d , -f 1-4
query_id,rank,score,id
q1,1,10.983997,NCT99000001
q3,1,8.935361,NCT99000027
4,1,13.669907,NCT99000057
$ trialsift search --batch --query-file topics.tsv --json -n 1 | cut -c 1-36
{"type":"search","query_id":"q1","sc
{"type":"hit","query_id":"q1","rank"
{"type":"end","query_id":"q1","retur
{"type":"search","query_id":"q3","sc
{"type":"hit","query_id":"q3","rank"
{"type":"end","query_id":"q3","retur
{"type":"search","query_id":"4","sch
{"type":"hit","query_id":"4","rank":
{"type":"end","query_id":"4","return
$ trialsift count --batch --query-file topics.tsv
q1	7
q3	1
4	2

# A bad line is told and does not cost the others; the exit status is 2.
$ printf 'q1\tlenalidomide\nq2\t"open\nq3\tmetformin\n' > topics.tsv
$ trialsift search --batch --query-file topics.tsv -f trec -n 1
q1 Q0 NCT99000001 1 10.983997 trialsift
q3 Q0 NCT99000027 1 8.935361 trialsift
trialsift: error[query-syntax]: query q2: this quote is never closed: write a second " where the phrase ends
  "open
  ^
  hint: see trialsift search --help for the query language
? 2
$ trialsift search --batch -e metformin
trialsift: error[usage]: --batch reads queries from --query-file FILE or from standard input (-)
  hint: see trialsift --help
? 2

# A line without an id or a query is no line of a batch.
$ printf 'q1\tlenalidomide\nq2\t\n' | trialsift count --batch
trialsift: error[usage]: line 2 of the batch has no query
  hint: a line is ID<TAB>QUERY
? 2
$ printf '\tlenalidomide\n' | trialsift count --batch
trialsift: error[usage]: line 1 of the batch has no id
  hint: a line is ID<TAB>QUERY
? 2
