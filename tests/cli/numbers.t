# A trial is found by its numbers: typed as words, as fields, as addresses, as arguments.
$ cat > a.ndjson <<'END'
> {"protocolSection":{"identificationModule":{"nctId":"NCT99000923","briefTitle":"Alias holder","nctIdAliases":["NCT99000924"],"orgStudyIdInfo":{"id":"WRK-14"}}}}
> {"protocolSection":{"identificationModule":{"nctId":"NCT99000925","briefTitle":"An extension of NCT99000923","orgStudyIdInfo":{"id":"ACT-7"},"secondaryIdInfos":[{"id":"NCT99000923","domain":"parent study"},{"id":"EudraCT No. 2013-903828-36"}]}}}
> {"protocolSection":{"identificationModule":{"nctId":"NCT99000926","briefTitle":"Act 7 of the play"}}}
> END
$ cat > e.xml <<'END'
> <Trials_downloaded_from_ICTRP>
> <Trial><TrialID>EUCTR2013-903828-36-SK</TrialID><Public_title>kidney salts Slovakia</Public_title></Trial>
> <Trial><TrialID>2013-903828-36-ES</TrialID><Public_title>kidney salts Spain</Public_title></Trial>
> <Trial><TrialID>EUCTR2015-901226-42-Outside-EU/EEA</TrialID><Public_title>elsewhere</Public_title></Trial>
> <Trial><TrialID>ISRCTN 99000927</TrialID><Public_title>blank</Public_title></Trial>
> <Trial><TrialID>ISRCTN00000000</TrialID><Public_title>a placeholder</Public_title></Trial>
> </Trials_downloaded_from_ICTRP>
> END
$ trialsift index -q -i ix a.ndjson e.xml

# Words that are registered numbers find their trials first, then what has the words.
$ trialsift search -i ix -f ids NCT99000923
NCT99000923
NCT99000925
$ trialsift search -i ix -f ids 'nct99000924 blank'
trialsift: warning[any-word]: 2 trials hold any of the words, 0 all; say which is meant with --match any or --match all
NCT99000923
ISRCTN99000927
$ trialsift search -i ix -f ids https://clinicaltrials.gov/study/NCT99000926?term=kidney
NCT99000926
$ trialsift search -i ix -f ids 2013-903828-36
EUCTR2013-903828-36-ES
EUCTR2013-903828-36-SK
NCT99000925
$ trialsift count -i ix 'blank AND isrctn99000927'
1
$ trialsift count -i ix -- 'blank -ISRCTN99000927'
0
? 1

# A sponsor's number is one where no text has its words.
$ trialsift search -i ix -f ids WRK-14
NCT99000923
$ trialsift search -i ix -f ids 'ACT-7'
trialsift: warning[number-as-words]: ACT-7 was looked for in texts; id:ACT-7 finds 1 trial
NCT99000926
$ trialsift search -i ix -f ids '"NCT99000924"'
trialsift: warning[number-as-words]: NCT99000924 was looked for in texts; id:NCT99000924 finds 1 trial
? 1

# The field id takes every form; one European number is one trial.
$ trialsift search -i ix -f ids id:2013-903828-36
EUCTR2013-903828-36-ES
EUCTR2013-903828-36-SK
NCT99000925
$ trialsift search -i ix -f ids 'id:"EudraCT number: 2013-903828-36-DE"'
EUCTR2013-903828-36-ES
EUCTR2013-903828-36-SK
NCT99000925
$ trialsift search -i ix -f ids id:https://clinicaltrials.gov/study/NCT99000923
NCT99000923
NCT99000925
$ trialsift search -i ix -f ids id:ISRCTN00000000
? 1

# Registries are values.
$ trialsift search -i ix -f ids registry:euctr
EUCTR2013-903828-36-ES
EUCTR2013-903828-36-SK
EUCTR2015-901226-42-Outside-EU/EEA
$ trialsift search -i ix -f csv --fields id,registry registry:NCT
id,registry
NCT99000923,ctgov
NCT99000925,ctgov
NCT99000926,ctgov
$ trialsift count -i ix registry:nowhere
trialsift: error[query-syntax]: unknown registry nowhere
  registry:nowhere
           ^
  hint: values of registry: ctgov, euctr, ctis, isrctn, drks, anzctr, chictr, itmctr, ctri, jprn, umin, jrct, japiccti, jma, cris, irct, ntr, omon, pactr, repec, rebec, rpcec, slctr, tctr, lbctr, utn
? 2

# In the dialects of reviewers.
$ trialsift count -i ix --syntax pubmed 'NCT99000924[si]'
trialsift: warning[number-field]: [si] is read as the field id: the registered and other numbers of trials
1
$ trialsift count -i ix --syntax pubmed 'clinicaltrials.gov/NCT99000923[si]'
trialsift: warning[number-field]: [si] is read as the field id: the registered and other numbers of trials
2
$ trialsift count -i ix --syntax ovid 'WRK-14.si.'
trialsift: warning[number-field]: .si. is read as the field id: the registered and other numbers of trials
1
$ trialsift count -i ix --syntax ovid 'ISRCTN99000927'
trialsift: warning[number-as-id]: ISRCTN99000927 is a registered number: the trials that have it are found too
1
$ trialsift count -i ix --syntax ctgov 'NCT99000924'
trialsift: warning[no-synonyms]: the registry looks for plurals, spellings and synonyms too; only the words as written were searched (EXPANSION[Term] adds their forms)
1

# Commands that take a trial take any of its numbers.
$ trialsift show -i ix NCT99000924 | head -n 3
trialsift: note: NCT99000924 is another number of NCT99000923
NCT99000923
Alias holder
$ trialsift show -i ix https://clinicaltrials.gov/study/NCT99000925 | head -n 1
NCT99000925
$ trialsift show -i ix wrk-14 | head -n 2
trialsift: note: wrk-14 is another number of NCT99000923
NCT99000923
Alias holder
$ trialsift show -i ix 2013-903828-36-es | head -n 1
EUCTR2013-903828-36-ES
$ trialsift show -i ix 2013-903828-36
trialsift: error[usage]: 2013-903828-36 is a number of 3 trials: EUCTR2013-903828-36-ES, EUCTR2013-903828-36-SK, NCT99000925
  hint: give the id of one of them
? 2
$ trialsift explain -i ix NCT99000924 -e holder | head -n 2
trialsift: note: NCT99000924 is another number of NCT99000923
NCT99000923 is hit 1 of 1, score 2.460877.
Alias holder
$ trialsift explain -i ix NCT99000923 -e NCT99000924 | tail -n 6
  yes NCT99000924
      It is one of the record's numbers.

The score (rarity: inverse document frequency; frequency: saturated, for the record's length; +:
word added by feedback):
  845.203277 id:NCT99000924 = rarity 1.47 x boost 500 x frequency 1.15
$ trialsift similar -i ix NCT99000999
trialsift: NCT99000999 is not in the index: it is in none of the 2 sources
? 1
