# Wildcards inside of words: * any run, ? none or one, # exactly one, $ at the end.

h?ematuria
=> h?ematuria

wom#n
=> wom#n

cent*red
=> cent*red

transplant*
=> transplant*

transplant$
=> transplant*

tumor$
=> tumor*

tumo?r*
=> tumo?r*

transplant**
=> transplant**

transplant*,
=> transplant*,

anti-inflam*
=> anti-inflam*

h?em*-related
=> h?em*-related

title:wom#n
=> title:wom#n

title:(h?ematuria OR wom#n)
=> (or title:h?ematuria title:wom#n)

transplant*^2
=> transplant*^2

HLA-A*1101
=> HLA-A*1101

HLA-A*11*
=> HLA-A-11*

HLA-A*02:01
=> HLA-A*02:01

CD3*
=> CD3*

US$
=> US$

$100
=> $100

5$
=> 5$

C$D
=> C$D

# A ? that ends a word: a wildcard where the language is used around it, else a question mark.

tumour?
=> tumour
!! dropped-question-mark

tumour? AND graft
=> (and tumour? graft)

graft AND tumour?
=> (and graft tumour?)

(tumour?)
=> tumour?

title:tumour?
=> title:tumour?

+tumour?
=> tumour?

what is it? really
=> (any what is it really)
!! dropped-question-mark

what is it?
=> (any what is it)
!! dropped-question-mark

tumour?? AND graft
=> (and tumour?? graft)

????
xx 0: there is no word in this query: write one, or an empty query for every record

a ? b
=> (any a b)
!! dropped-question-mark

# Refused.

ab*
xx 0: ab* is too short: write at least three letters or digits before the *

a*
xx 0: a* is too short: write at least three letters or digits before the *

*itis
xx 0: *itis begins with *: write at least three letters or digits before the *

IL-*
xx 0: IL-* is too short: write at least three letters or digits before the *

a *b
xx 2: *b begins with *: write at least three letters or digits before the *

a #1
xx 2: #1 is too short: write at least two letters or digits beside wildcards

a #
xx 2: # is too short: write at least two letters or digits beside wildcards

1#
xx 0: 1# is too short: write at least two letters or digits beside wildcards

=trans*
xx 1: = asks for one exact word: leave out the = or the wildcard

=wom#n
xx 1: = asks for one exact word: leave out the = or the wildcard

status:rec*
xx 10: status takes whole values: leave out the *

# Escapes: a backslash makes text of what means something.

wom\#n
=> wom#n

trans\*
=> trans*

a\*b*
xx 0: a\*b* is too short: write at least three letters or digits before the *

what\?
=> what?

\(a
=> (a

a\)
=> a)

\"a
=> "a

"a \"b\" c"
=> "a "b" c"

title\:x
=> title:x

\-a
=> -a

\+a
=> +a

\=a
=> =a

a\^2
=> a^2

a\b
=> a\b

a\
=> a\

\AND
=> \AND

\\a
=> \a

abc\*def*
=> abc-def*
