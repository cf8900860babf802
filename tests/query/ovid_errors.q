# Ovid: what cannot be meant.
@ovid

(asthma
xx 0: this ( is never closed: write ) where the group ends

asthma)
xx 6: this ) closes nothing: take it out, or write ( where the group begins

((asthma or wheez$).tw.
xx 0: this ( is never closed: write ) where the group ends

()
xx 0: there is no word between these parentheses: write one, or leave them out

( )
xx 0: there is no word between these parentheses: write one, or leave them out

asthma or
xx 7: there is nothing to the right of or: write a word, a phrase or a group there

asthma and or wheez$
xx 7: there is nothing to the right of and: write a word, a phrase or a group there

(or asthma).tw.
xx 1: there is nothing to the left of or: write a word, a phrase or a group there

asthma or or wheez$
xx 7: there is nothing to the right of or: write a word, a phrase or a group there

and asthma
xx 0: there is nothing to the left of and: write a word, a phrase or a group there

not asthma
xx 0: there is nothing to the left of not: write a word, a phrase or a group there

asthma and not
xx 11: there is nothing to the right of not: write a word, a phrase or a group there

adj3
xx 0: there is nothing to the left of adj3: write a word, a phrase or a group there

asthma adj3
xx 7: there is nothing to the right of adj3: write a word, a phrase or a group there

adj3 asthma
xx 0: there is nothing to the left of adj3: write a word, a phrase or a group there

heart adj0 failure
xx 6: adj0 is nothing: write adj, or adj1 for next in any order

asthma.ti. wheez$.ti. exp Asthma/
xx 22: an operator is missing here: write and, or, not or adj

exp Asthma/ exp Wheezing/
xx 0: an operator is missing between these headings: write and, or, not

"asthma attack
xx 0: this quote is never closed: write a second " where the phrase ends

asthma.ti,zz.
xx 10: Ovid has no field .zz.: did you mean ez?

asthma.zz.
xx 7: Ovid has no field .zz.: did you mean ez?

asthma.tii.
xx 7: Ovid has no field .tii.: did you mean ti?

asthma.ti,abs.
xx 10: Ovid has no field .abs.: did you mean ab?

asthma.xyz,ti.
xx 7: Ovid has no field .xyz.

asthma [open note
xx 7: this [ is never closed: notes stand between [ and ]

asthma[tiab]
xx 6: [tiab] is a tag of PubMed, not of Ovid

"asthma"[Mesh]
xx 8: [Mesh] is a tag of PubMed, not of Ovid

exp Asthma
xx 0: exp stands before a heading, and a slash closes it: exp Neoplasms/

exp asthma.sh.
xx 0: exp stands before a heading, and a slash closes it: exp Neoplasms/

asthma adj3 exp Wheezing/
xx 12: nearness is between words, phrases and alternatives, not headings or lines

(asthma and wheez$) adj3 attack
xx 0: nearness is between words, phrases and alternatives: there is no AND or NOT in its operands

(asthma not wheez$) adj3 attack
xx 0: nearness is between words, phrases and alternatives: there is no AND or NOT in its operands

-
xx 0: - has no letter or digit to search for

.ti.
xx 0: there is nothing before the tag .ti.: a tag stands behind its words

or/1-4
xx 0: there is no line 1: this is one query, not a strategy of lines

#3
xx 0: there is no line 3: this is one query, not a strategy of lines

asthma or #3
xx 10: there is no line 3: this is one query, not a strategy of lines

*
xx 0: * has no letter or digit to search for

HLA-A*0201
xx 0: a wildcard stands for at most 99 characters: HLA-A*0201

gene$100
xx 0: a wildcard stands for at most 99 characters: gene$100

limit 3 to humans
xx 6: there is no line 3: this is one query, not a strategy of lines

1-/or
xx 3: there is nothing to the right of or: write a word, a phrase or a group there
