# What cannot be meant, with the byte of the trouble.

"graft versus host
xx 0: this quote is never closed: write a second " where the phrase ends

graft "versus
xx 6: this quote is never closed: write a second " where the phrase ends

title:"graft
xx 6: this quote is never closed: write a second " where the phrase ends

“graft
xx 0: this quote is never closed: write a second " where the phrase ends

(a
xx 0: this ( is never closed: write ) where the group ends

a (b (c)
xx 2: this ( is never closed: write ) where the group ends

)
xx 0: there is no word in this query: write one, or an empty query for every record

a AND
xx 2: there is nothing to the right of AND: write a word, a phrase or a group there, or "AND" in quotes for the word itself

AND a
xx 0: there is nothing to the left of AND: write a word, a phrase or a group there, or "AND" in quotes for the word itself

a OR
xx 2: there is nothing to the right of OR: write a word, a phrase or a group there, or "OR" in quotes for the word itself

OR
xx 0: there is nothing to the left of OR: write a word, a phrase or a group there, or "OR" in quotes for the word itself

a OR OR b
xx 2: there is nothing to the right of OR: write a word, a phrase or a group there, or "OR" in quotes for the word itself

a AND OR b
xx 2: there is nothing to the right of AND: write a word, a phrase or a group there, or "AND" in quotes for the word itself

NOT
xx 0: there is nothing to the right of NOT: write a word, a phrase or a group there, or "NOT" in quotes for the word itself

a NOT
xx 2: there is nothing to the right of NOT: write a word, a phrase or a group there, or "NOT" in quotes for the word itself

(a AND)
xx 3: there is nothing to the right of AND: write a word, a phrase or a group there, or "AND" in quotes for the word itself

a AND ()
xx 6: there is no word between these parentheses: write one, or leave them out

a AND (+)
xx 6: there is no word between these parentheses: write one, or leave them out

title:()
xx 6: there is no word between these parentheses: write one, or leave them out

-()
xx 1: there is no word between these parentheses: write one, or leave them out

+AND
xx 0: there is nothing to search for after +: write a word, a phrase or a group there

-NOT a
xx 0: there is nothing to search for after -: write a word, a phrase or a group there

a AND -
xx 2: there is nothing to the right of AND: write a word, a phrase or a group there, or "AND" in quotes for the word itself

*
xx 0: * begins with *: write at least three letters or digits before the *

a*
xx 0: a* is too short: write at least three letters or digits before the *

ab*
xx 0: ab* is too short: write at least three letters or digits before the *

IL-*
xx 0: IL-* is too short: write at least three letters or digits before the *

*itis
xx 0: *itis begins with *: write at least three letters or digits before the *

a #1
xx 2: #1 is too short: write at least two letters or digits beside wildcards

=trans*
xx 1: = asks for one exact word: leave out the = or the wildcard

title:ab*
xx 6: ab* is too short: write at least three letters or digits before the *

a ADJ5 b
xx 2: ADJ5 is not of this language: write NEAR/5 for any order, ADJ/5 for this one

titel:x
xx 0: unknown field titel: did you mean title?

conditon:"multiple myeloma"
xx 0: unknown field conditon: did you mean condition?

author:smith
xx 0: unknown field author
?? trialsift fields lists the fields; to search for the text itself, put it in quotes

foo:(a b)
xx 0: unknown field foo

statu:recruiting
xx 0: unknown field statu: did you mean status?

title:condition:x
xx 6: a word has one field: write condition:x without title:

title:-x
xx 6: the sign stands before the field: write -title:x

title:+x
xx 6: the sign stands before the field: write +title:x

=title:x
xx 0: = stands after the field: write title:=x

=(a b)
xx 0: = stands before one word: write =a OR =b for several

title:-
xx 6: - has no letter or digit to search for

""
xx 0: there is no word between these quotes: write one, or leave them out

" - "
xx 0: there is no word between these quotes: write one, or leave them out

title:""
xx 6: there is no word between these quotes: write one, or leave them out

status:recruting
xx 7: unknown status recruting: did you mean recruiting?
?? values of status: not_yet_recruiting, recruiting, enrolling_by_invitation, active_not_recruiting, completed, suspended, terminated, withdrawn, available, no_longer_available, temporarily_not_available, approved_for_marketing, withheld, unknown, not_recruiting, authorised, ongoing, not_authorised, recruiting_past_completion

status:xyzzy
xx 7: unknown status xyzzy

status:""
xx 7: there is no value here: write status:recruiting

status:(recruiting or completed)
xx 19: unknown status or (operators are written in upper case)

status:recruiting,completed
xx 7: unknown status recruiting,completed: write status:(recruiting OR completed), or AND for both

phase:1/2
xx 6: several values of phase in 1/2: write phase:(phase1 OR phase2), or AND for all of them

phase:5
xx 6: unknown phase 5

phase:2*
xx 7: phase takes whole values: leave out the *

id:NCT0142*
xx 3: id takes a whole number: write id:NCT01421927

id:-
xx 3: there is no value here: write id:NCT01421927

has:titel
xx 4: unknown field titel: did you mean title?

has:has
xx 4: unknown field has

missing:foo
xx 8: unknown field foo

start:2020..2015
xx 6: the range 2020..2015 ends before it begins: write 2015..2020

start:15
xx 6: 15 is no date: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09

start:2015-13
xx 6: 2015-13 is no date: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09

start:2015-02-30
xx 6: 2015-02-30 is no date: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09

start:06/09/2015
xx 6: 06/09/2015 is no date: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09

start:2015-2020
xx 6: 2015-2020 is no date: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09

start:..
xx 6: a range has at least one end: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09; has:start finds what has any value

start:>=
xx 6: there is nothing after >=: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09, without blanks

start:>= 2015
xx 6: there is nothing after >=: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09, without blanks

start:2015...2020
xx 6: .2020 is no date: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09

start:yesterday
xx 6: yesterday is no date: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09

start:2015..soon
xx 6: soon is no date: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09

start:>2015..
xx 6: >2015 is no date: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09

enrollment:many
xx 11: many is no whole number: write enrollment:100, enrollment:100..500 or enrollment:>=100

enrollment:1,000
xx 11: 1,000 is no whole number: write enrollment:100, enrollment:100..500 or enrollment:>=100

enrollment:-5
xx 11: -5 is no whole number: write enrollment:100, enrollment:100..500 or enrollment:>=100

enrollment:500..100
xx 11: the range 500..100 ends before it begins: write 100..500

enrollment:99999999999999999999
xx 11: 99999999999999999999 is too large a number: write enrollment:100, enrollment:100..500 or enrollment:>=100

enrollment:>=1e3
xx 11: 1e3 is no whole number: write enrollment:100, enrollment:100..500 or enrollment:>=100

start:""
xx 6: there is no value here: write start:2015..2020

id:""
xx 3: there is no value here: write id:NCT01421927

has:""
xx 4: there is no value here: write has:phase

status:=
xx 7: there is no value here: write status:recruiting

summry:x
xx 0: unknown field summry: did you mean summary?

Title:ab*
xx 6: ab* is too short: write at least three letters or digits before the *

sttaus:recruiting
xx 0: unknown field sttaus: did you mean status?

results:maybe
xx 8: unknown results maybe

sex:wommen
xx 4: unknown sex wommen: did you mean women?
?? values of sex: all, female, male

HAS:titel
xx 4: unknown field titel: did you mean title?

a (b AND) c
xx 5: there is nothing to the right of AND: write a word, a phrase or a group there, or "AND" in quotes for the word itself

"a" AND
xx 4: there is nothing to the right of AND: write a word, a phrase or a group there, or "AND" in quotes for the word itself

title:("a b" OR x*)
xx 16: x* is too short: write at least three letters or digits before the *

start:(2015 OR tomorrow)
xx 15: tomorrow is no date: write start:2015, start:2015-06.., start:2015..2020 or start:>=2015-06-09

enrollment:(100 OR "")
xx 19: there is no value here: write enrollment:>=100

id:"*"
xx 3: there is no value here: write id:NCT01421927

???
xx 0: there is no word in this query: write one, or an empty query for every record

-
xx 0: there is no word in this query: write one, or an empty query for every record
