$ trialsift index --quiet --index index corpus
$ trialsift count lenalidomide
7
$ trialsift count 'status:recruiting phase:3'
trialsift: 25 more without status (24) or phase (25): --keep-missing keeps them
13

# For several words, say which is meant.
$ trialsift count lenalidomide maintenance
trialsift: warning[any-word]: 9 trials hold any of the words, 7 all; say which is meant with --match any or --match all
9
$ trialsift count --match any lenalidomide maintenance
9
$ trialsift count --match all lenalidomide maintenance
7
$ trialsift count --quiet lenalidomide maintenance
9

# An empty query is every trial; nothing found is exit status 1.
$ trialsift count ''
86
$ trialsift count zzzz
trialsift: warning[no-such-word]: no trial has zzzz
0
? 1
