# Pasted prose: what is no language is left out with a warning, where nothing else in the query is an operator.

a)
=> a
!! unmatched-parenthesis

()a)
=> a
!! dropped-sign
!! unmatched-parenthesis

1) alpha beta 2) gamma
=> (any 1 alpha beta 2 gamma)
!! unmatched-parenthesis

inclusion: a) adults b) no prior therapy (relapse) c) consent
=> (any inclusion: a adults b no prior therapy relapse c consent)
!! blank-after-field
!! unmatched-parenthesis

alpha) beta) gamma
=> (any alpha beta gamma)
!! unmatched-parenthesis

# Among operators it is a slip.

a) AND b
xx 1: this ) closes nothing: take it out, or write ( where the group begins

a OR b)
xx 6: this ) closes nothing: take it out, or write ( where the group begins

(a NEAR/2 b))
xx 12: this ) closes nothing: take it out, or write ( where the group begins

# An open parenthesis says that a group was meant.

1) (alpha
xx 3: this ( is never closed: write ) where the group ends
