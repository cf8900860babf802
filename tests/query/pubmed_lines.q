# PubMed: references to the lines before, and what cannot be meant.
@pubmed 9

#1
=> #1

#1 OR #2
=> (or #1 #2)

#1 or #2 or 3
=> (or #1 #2 #3)

#1 AND (#2 OR #3)
=> (and #1 (or #2 #3))

(#1) AND #2
=> (and #1 #2)

((((#1) OR #2) OR #3) OR #4)
=> (or #1 #2 #3 #4)

#1 NOT #2
=> (and #1 (not #2))

#1 AND #2 OR #3
=> (or (and #1 #2) #3)

Search (#6) AND #7
=> (and #6 #7)
!! debris

1 AND 2 AND 3 NOT 4
=> (and #1 #2 #3 (not #4))

#1 AND asthma[ti]
=> (and #1 title:"asthma")

#1 #2
=> (and #1 #2)
!! juxtaposition

asthma 2
=> (and af:"asthma" af:"2")

1[ti]
=> title:"1"

type 2
=> (and af:"type" af:"2")

#3 AND english[lang]
=> (and #3 void)
!! void-field*

#10
xx 0: line 10 refers to itself

#11
xx 0: line 11 stands after this one: a line refers to lines before it

#14
xx 0: there is no line 14 in this strategy

1 OR 12
xx 5: line 12 stands after this one: a line refers to lines before it

14
xx 0: there is no line 14 in this strategy

#1 AND
xx 3: there is nothing to the right of AND: write a word, a phrase or a group there

@pubmed

#1
xx 0: there is no line 1: this is one query, not a strategy of lines

asthma OR #2
xx 10: there is no line 2: this is one query, not a strategy of lines

(asthma[ti]
xx 0: this ( is never closed: write ) where the group ends

asthma[ti])
xx 10: this ) closes nothing: take it out, or write ( where the group begins

()
xx 0: there is no word between these parentheses: write one, or leave them out

asthma[ti] OR
xx 11: there is nothing to the right of OR: write a word, a phrase or a group there

OR asthma
xx 0: there is nothing to the left of OR: write a word, a phrase or a group there

asthma OR OR wheezing
xx 7: there is nothing to the right of OR: write a word, a phrase or a group there

asthma AND OR wheezing
xx 7: there is nothing to the right of AND: write a word, a phrase or a group there

"asthma attack
xx 0: this quote is never closed: write a second " where the phrase ends

asthma"[Mesh]
xx 6: this quote is never closed: write a second " where the phrase ends

[ti]
xx 0: there is nothing before the tag [ti]: a tag stands behind its words

OR [ti]
xx 3: there is nothing before the tag [ti]: a tag stands behind its words

asthma[tiab
xx 6: this [ is never closed: write ] where the tag ends

asthma[zzz]
xx 6: PubMed has no field [zzz]

asthma[tiba]
xx 6: PubMed has no field [tiba]: did you mean tiab?

asthma[titel]
xx 6: PubMed has no field [titel]: did you mean title?

asthma[ti:~x]
xx 6: nearness is written with a colon and a number: [tiab:~3]

asthma[tiab:~3]
xx 6: nearness is between the words of a phrase in quotes: "a b"[tiab:~3]

asthma[Mesh Terns]
xx 6: PubMed has no field [Mesh Terns]: did you mean meshterms?

asthma.ti,ab.
xx 0: .ti,ab. is a tag of Ovid, not of PubMed

asthma.tw.
xx 0: .tw. is a tag of Ovid, not of PubMed

exp Asthma/
xx 4: a heading that a slash closes is Ovid's, not PubMed's

Asthma/ OR wheezing
xx 0: a heading that a slash closes is Ovid's, not PubMed's

heart adj3 failure
xx 6: adj3 is an operator of Ovid, not of PubMed

walk*3
xx 0: in PubMed no number stands behind *: walk*3

{or #1-#3}
xx 0: there is no line 1: this is one query, not a strategy of lines

"a"[ti] : "b"[ti]
xx 8: a colon stands between the ends of a range of dates: "2010"[dp] : "2015"[dp]

asthma : wheezing
xx 7: a colon stands between the ends of a range of dates: "2010"[dp] : "2015"[dp]

: asthma
xx 0: there is nothing to the left of :: write a word, a phrase or a group there

NEAR/3 asthma
xx 0: there is nothing to the left of NEAR/3: write a word, a phrase or a group there

asthma NEAR/3
xx 7: there is nothing to the right of NEAR/3: write a word, a phrase or a group there

(asthma AND wheezing) NEAR/3 cough
xx 0: nearness is between words, phrases and alternatives: there is no AND or NOT in its operands

"Asthma"[Mesh] NEAR/3 cough
xx 0: nearness is between words, phrases and alternatives, not headings or lines

&
xx 0: there is no word in this line: write one
