# NEAR and ADJ: positions, any order and this order.

graft NEAR/5 host
=> (near/5 graft host)

graft ADJ/1 host
=> (adj/1 graft host)

a NEAR/3 b NEAR/4 c
=> (near/4 (near/3 a b) c)

a NEAR/3 (b ADJ/2 c)
=> (near/3 a (adj/2 b c))

"graft versus host" NEAR/10 transplant*
=> (near/10 "graft versus host" transplant*)

(graft OR host) NEAR/5 (disease OR reaction*)
=> (near/5 (or graft host) (or disease reaction*))

(graft host) NEAR/5 disease
=> (near/5 (any graft host) disease)

a AND b NEAR/2 c
=> (and a (near/2 b c))

a OR b NEAR/2 c AND d
=> (or a (and (near/2 b c) d))

a b NEAR/2 c
=> (any a (near/2 b c))
!! mixed-juxtaposition

title:(a NEAR/5 b)
=> (near/5 title:a title:b)

title:a NEAR/5 b
=> (near/5 title:a b)

title:a NEAR/5 desc:b
xx 8: NEAR/5 stands between different fields, whose words are never near each other

title:a NEAR/5 (desc:b OR title:c)
=> (near/5 title:a (or desc:b title:c))

=a NEAR/2 =b
=> (near/2 =a =b)

(a NEAR/2 b)^3
=> (near/2 a b)^3

a^2 NEAR/2 b
=> (near/2 a^2 b)

(a NEAR/2 b)
=> (near/2 a b)

NOT (a NEAR/5 b)
=> (not (near/5 a b))

a NOT (b NEAR/5 c)
=> (and a (not (near/5 b c)))

-(a NEAR/5 b)
=> (any -(near/5 a b))

+a NEAR/5 b
=> (near/5 a b)
!! sign-beside-operator

a NEAR/100 b
=> (near/100 a b)

# What cannot be meant.

a NEAR/0 b
xx 2: NEAR/0: the distance is a number from 1 (side by side) to 100

a NEAR/101 b
xx 2: NEAR/101: the distance is a number from 1 (side by side) to 100

a NEAR/99999999999 b
xx 2: NEAR/99999999999: the distance is a number from 1 (side by side) to 100

a NEAR/5
xx 2: there is nothing to the right of NEAR/5: write a word, a phrase or a group there, or "NEAR/5" in quotes for the word itself

NEAR/5 a
xx 0: there is nothing to the left of NEAR/5: write a word, a phrase or a group there, or "NEAR/5" in quotes for the word itself

a NEAR/5 NEAR/5 b
xx 2: there is nothing to the right of NEAR/5: write a word, a phrase or a group there, or "NEAR/5" in quotes for the word itself

a NEAR/5 AND b
xx 2: there is nothing to the right of NEAR/5: write a word, a phrase or a group there, or "NEAR/5" in quotes for the word itself

a NEAR5 b
xx 2: NEAR5 is not of this language: write NEAR/5 for any order, ADJ/5 for this one
?? Ovid's adj5 allows 4 words between, in any order: that is NEAR/5; or say --syntax ovid

a ADJ3 b
xx 2: ADJ3 is not of this language: write NEAR/3 for any order, ADJ/3 for this one

a NOT b NEAR/5 c
xx 2: NOT binds closer than NEAR and ADJ: write NOT (a NEAR/5 b)

NOT a NEAR/5 b
xx 0: NOT binds closer than NEAR and ADJ: write NOT (a NEAR/5 b)

a NEAR/5 NOT b
xx 9: NOT binds closer than NEAR and ADJ: write NOT (a NEAR/5 b)

a NEAR/5 -b
xx 10: what is not there is at no place that NEAR or ADJ could measure from

(a AND b) NEAR/5 c
xx 0: a group with AND is at no place that NEAR or ADJ could measure from

(a NOT b) NEAR/5 c
xx 0: a group with AND is at no place that NEAR or ADJ could measure from

(+a b) NEAR/5 c
xx 2: signs and filters say nothing beside NEAR and ADJ

(a phase:2) NEAR/5 c
xx 3: signs and filters say nothing beside NEAR and ADJ

phase:2 NEAR/5 c
xx 0: a filter is at no place that NEAR or ADJ could measure from

a NEAR/5 start:2015
xx 9: a filter is at no place that NEAR or ADJ could measure from

(a OR status:recruiting) NEAR/5 c
xx 6: a filter is at no place that NEAR or ADJ could measure from

has:title NEAR/5 c
xx 0: a filter is at no place that NEAR or ADJ could measure from

# Words that look like it.

a NEAR b
=> (any a NEAR b)
!! lower-case-operator

near death experience
=> (any near death experience)

NEAR
=> NEAR

a near/5 b
=> (any a near/5 b)
!! lower-case-operator

NEAR/x
=> NEAR/x

a/5 ADJ/x b
=> (any a/5 ADJ/x b)

"NEAR/5"
=> "NEAR/5"

\NEAR/5
=> \NEAR/5
