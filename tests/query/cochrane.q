# The Cochrane Library and Embase: what they write as PubMed does not.
@pubmed 9

# Headings.

MeSH descriptor: [Breast Neoplasms] explode all trees
=> exp Breast Neoplasms/

MeSH descriptor: [Asthma] this term only
=> Asthma/

MeSH descriptor: [Asthma]
=> exp Asthma/

mesh descriptor: [Diabetes Mellitus, Type 2] explode all trees and with qualifier(s): [Drug therapy - DT]
=> exp Diabetes Mellitus, Type 2/
!! subheading*

MeSH descriptor Breast Neoplasms explode all trees
=> exp Breast Neoplasms/

MeSH descriptor Asthma, this term only
=> Asthma/

[mh "Breast Neoplasms"]
=> exp Breast Neoplasms/

[mh ^Asthma]
=> Asthma/

[mh Asthma/DT]
=> exp Asthma/
!! subheading*

[mh Asthma] OR asthma*:ti,ab,kw
=> (or exp Asthma/ tiab_kw:asthma*)

MeSH descriptor: []
xx 0: there is no heading here: write its name

# Nearness.

(breast near/3 (cancer* or neoplas*)):ti,ab,kw
=> (near/3 tiab_kw:"breast" (or tiab_kw:cancer* tiab_kw:neoplas*))

(heart next failure):ti,ab
=> (adj/1 tiab:"heart" tiab:"failure")

(heart near failure):ti,ab
=> (near/6 tiab:"heart" tiab:"failure")

heart NEXT failure*
=> (adj/1 af:"heart" af:failure*)

next generation sequencing[tiab]
=> tiab:"next generation sequencing"

the next step
=> (and af:"the" af:"next" af:"step")

# Lines.

{or #1-#3}
=> (or #1 #2 #3)

{and #1, #4-#5}
=> (and #1 #4 #5)

{OR #1-#2} NOT #3
=> (and (or #1 #2) (not #3))

({or #1-#2}) and asthma:ti
=> (and (or #1 #2) title:"asthma")

{or #5-#2}
xx 0: braces stand around lines only: {or #1-#3}

{or #1-#12}
xx 0: line 10 refers to itself

{asthma}
xx 0: braces stand around lines only: {or #1-#3}

# What is printed beside queries.

"breast cancer":ti,ab,kw (Word variations have been searched)
=> tiab_kw:"breast cancer"
!! debris

# Embase.

'breast cancer'/exp OR 'breast cancer'/de
=> (or exp breast cancer/ breast cancer/)

'heart failure'/exp/mj OR 'heart failure':ti
=> (or exp heart failure/ title:"heart failure")
!! major-focus*

#4 AND [english]/lim AND [2010-2020]/py
=> (and #4 void void)
!! void-field*
!! void-field*

('animal'/exp OR 'nonhuman'/exp) NOT 'human'/exp
=> (and (or (not every) exp nonhuman/) (not every))
!! check-tag*
!! check-tag*

random*:de,ab,ti
=> (or mesh:random* tiab:random*)

# PubMed's own notes.

cancer[tiab] Limits: Humans
=> tiab:"cancer"
!! limit*

(#1 OR #2) Filters: Humans; English Sort by: Most Recent
=> (or #1 #2)
!! limit*

cancer[tw] AND hasabstract[text]
=> (and tiab:"cancer" void)
!! void-field*

# Tags without brackets.

(Intermittent preventive treatment) ti, ab
=> (and tiab:"Intermittent" tiab:"preventive" tiab:"treatment")
!! tag-in-parentheses

(heart OR lung) ti, failure
=> (and (or af:"heart" af:"lung") af:"ti" af:"failure")
!! juxtaposition
