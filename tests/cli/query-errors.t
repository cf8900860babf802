# Errors of a query show its place; exit status 2. (tests/query has every sentence.)
$ trialsift index --quiet --index index corpus
$ trialsift count 'myeloma "graft versus'
trialsift: error[query-syntax]: this quote is never closed: write a second " where the phrase ends
  myeloma "graft versus
          ^
  hint: see trialsift search --help for the query language
? 2
$ trialsift count 'titel:lenalidomide'
trialsift: error[query-syntax]: unknown field titel: did you mean title?
  titel:lenalidomide
  ^
  hint: trialsift fields lists the fields; to search for the text itself, put it in quotes
? 2
$ trialsift count 'status:recruting'
trialsift: error[query-syntax]: unknown status recruting: did you mean recruiting?
  status:recruting
         ^
  hint: values of status: not_yet_recruiting, recruiting, enrolling_by_invitation, active_not_recruiting, completed, suspended, terminated, withdrawn, available, no_longer_available, temporarily_not_available, approved_for_marketing, withheld, unknown, not_recruiting, authorised, ongoing, not_authorised, recruiting_past_completion
? 2
$ trialsift count 'start:2020..2015'
trialsift: error[query-syntax]: the range 2020..2015 ends before it begins: write 2015..2020
  start:2020..2015
        ^
  hint: see trialsift search --help for the query language
? 2
$ trialsift count 'myeloma AND'
trialsift: error[query-syntax]: there is nothing to the right of AND: write a word, a phrase or a group there, or "AND" in quotes for the word itself
  myeloma AND
          ^
  hint: see trialsift search --help for the query language
? 2
$ trialsift count '(myeloma OR lymphoma'
trialsift: error[query-syntax]: this ( is never closed: write ) where the group ends
  (myeloma OR lymphoma
  ^
  hint: see trialsift search --help for the query language
? 2
$ trialsift count '*itis'
trialsift: error[query-syntax]: *itis begins with *: write at least three letters or digits before the *
  *itis
  ^
  hint: to search for the text as it stands, put it in quotes
? 2
$ trialsift count 'myeloma ADJ5 relapse'
trialsift: error[query-syntax]: ADJ5 is not of this language: write NEAR/5 for any order, ADJ/5 for this one
  myeloma ADJ5 relapse
          ^
  hint: Ovid's adj5 allows 4 words between, in any order: that is NEAR/5; or say --syntax ovid
? 2

# The place is right in text that is not ASCII and in long queries.
$ trialsift count 'naïve α-synuclein titel:x'
trialsift: error[query-syntax]: unknown field titel: did you mean title?
  naïve α-synuclein titel:x
                    ^
  hint: trialsift fields lists the fields; to search for the text itself, put it in quotes
? 2
$ trialsift count "$(printf 'word %.0s' {1..40}) titel:x"
trialsift: error[query-syntax]: unknown field titel: did you mean title?
  …ord word word word word word word word word word word word  titel:x
                                                               ^
  hint: trialsift fields lists the fields; to search for the text itself, put it in quotes
? 2

# Warnings go to standard error and leave the result alone.
$ trialsift count 'myeloma or lymphoma' --match any
trialsift: warning[lower-case-operator]: or was read as a word: operators are written in upper case, AND, OR, NOT, NEAR/5
66
$ trialsift count 'myeloma or lymphoma' --match any --quiet
66
$ trialsift count 'myeloma or lymphoma' --match any 2>/dev/null
66
