# PubMed: words, phrases, tags, operators from left to right.
@pubmed

asthma
=> af:"asthma"

sleep apnea
=> (and af:"sleep" af:"apnea")

"sleep apnea"
=> af:"sleep apnea"

sleep apnea in children
=> (and af:"sleep" af:"apnea" af:"in" af:"children")

asthma[ti]
=> title:"asthma"

asthma [ti]
=> title:"asthma"

asthma[Title]
=> title:"asthma"

asthma[tiab]
=> tiab:"asthma"

asthma[Title/Abstract]
=> tiab:"asthma"

asthma[ab]
=> desc:"asthma"

asthma[tw]
=> tiab:"asthma"

asthma[Text Word]
=> tiab:"asthma"

asthma[all]
=> af:"asthma"

asthma[All Fields]
=> af:"asthma"

asthma[ot]
=> kw:"asthma"

asthma[Other Term]
=> kw:"asthma"

asthma[nm]
=> intervention:"asthma"

"aspirin"[Supplementary Concept]
=> intervention:"aspirin"

"aspirin"[Pharmacological Action]
=> intervention:"aspirin"

asthma[TIAB]
=> tiab:"asthma"

asthma[ti,ab]
=> tiab:"asthma"

asthma[ti, ot]
=> (or title:"asthma" kw:"asthma")

asthma:ti,ab
=> tiab:"asthma"

"heart failure":ti,ab,kw
=> tiab_kw:"heart failure"

(heart OR cardiac):ti
=> (or title:"heart" title:"cardiac")

'heart failure':ti,ab
=> tiab:"heart failure"

PREGNAN*:ME
=> mesh:PREGNAN*

'heart failure'/exp
=> exp heart failure/

'heart failure'/de OR 'heart failure'/exp/mj
=> (or heart failure/ exp heart failure/)
!! major-focus*

(heart NEAR/3 failure):ti,ab
=> (near/3 tiab:"heart" tiab:"failure")

heart NEXT/2 failure
=> (adj/2 af:"heart" af:"failure")

(heart NEAR/3 (failure OR attack)):ti,ab,de
=> (or (near/3 tiab:"heart" (or tiab:"failure" tiab:"attack")) (near/3 mesh:"heart" (or mesh:"failure" mesh:"attack")))

asthma (ti, ab)
=> tiab:"asthma"
!! tag-in-parentheses

asthma AND [english]/lim AND [2010-2020]/py
=> (and af:"asthma" void void)
!! void-field*
!! void-field*

bile duct[tiab]
=> tiab:"bile duct"

common bile duct stones[ti]
=> title:"common bile duct stones"

bile duct[tiab] stone[tiab]
=> (and tiab:"bile duct" tiab:"stone")
!! juxtaposition

bile duct[tiab] AND stone removal
=> (and tiab:"bile duct" af:"stone" af:"removal")

"bile duct" stone[tiab]
=> (and af:"bile duct" tiab:"stone")
!! juxtaposition

fitness for work[tw]
=> tiab:"fitness for work"

alzheimer's[tiab]
=> tiab:"alzheimer's"

type 2 diabetes[tiab]
=> tiab:"type 2 diabetes"

O2 saturation
=> (and af:"O2" af:"saturation")

asthma AND wheezing
=> (and af:"asthma" af:"wheezing")

asthma and wheezing or cough
=> (or (and af:"asthma" af:"wheezing") af:"cough")

asthma OR wheezing AND cough
=> (and (or af:"asthma" af:"wheezing") af:"cough")

asthma OR wheezing NOT cough
=> (and (or af:"asthma" af:"wheezing") (not af:"cough"))

asthma AND (wheezing OR cough)
=> (and af:"asthma" (or af:"wheezing" af:"cough"))

asthma NOT wheezing AND cough
=> (and af:"asthma" (not af:"wheezing") af:"cough")

asthma AND NOT wheezing
=> (and af:"asthma" (not af:"wheezing"))

a[ti] OR b[ti] c[ti]
=> (and (or title:"a" title:"b") title:"c")
!! juxtaposition

asthma[ti] wheezing[ti]
=> (and title:"asthma" title:"wheezing")
!! juxtaposition

asthma (wheezing OR cough)
=> (and af:"asthma" (or af:"wheezing" af:"cough"))
!! juxtaposition

(asthma[ti] OR wheezing[ti]) child*[tiab]
=> (and (or title:"asthma" title:"wheezing") tiab:child*)
!! juxtaposition

(asthma OR wheezing)[tiab]
=> (or tiab:"asthma" tiab:"wheezing")

(asthma AND wheezing)[ti] OR cough
=> (or (and title:"asthma" title:"wheezing") af:"cough")

# Truncation, and what is none.
wheez*
=> af:wheez*

wheez*[tiab]
=> tiab:wheez*

vein thromb*[tiab]
=> tiab:"vein thromb*"

"rapid test*"
=> af:"rapid test*"

"rapid test*"[tiab]
=> tiab:"rapid test*"

*amphetamine[tiab]
=> tiab:*amphetamine

colo*r[ti]
=> title:colo*r

antioxidant$
=> af:"antioxidant"
!! no-wildcard*

wom?n[ti]
=> title:"wom n"
!! no-wildcard*

cholangio?pancreatogra*[tiab]
=> tiab:"cholangio pancreatogra*"
!! no-wildcard*

uterine monitor$ OR cough
=> (or (and af:"uterine" af:"monitor") af:"cough")
!! no-wildcard*

# Nearness.
"heart failure"[tiab:~0]
=> (near/1 tiab:"heart" tiab:"failure")

"failure heart"[tiab:~3]
=> (near/4 tiab:"failure" tiab:"heart")

"chronic heart failure"[Title/Abstract:~2]
=> (near/3 (near/3 tiab:"chronic" tiab:"heart") tiab:"failure")

"heart failure"[ti:~4]
=> (near/5 title:"heart" title:"failure")

"fail* heart"[tiab:~2]
=> (near/3 tiab:fail* tiab:"heart")

"heart"[tiab:~3]
=> tiab:"heart"

# Headings.
"Asthma"[Mesh]
=> exp Asthma/

asthma[mh]
=> exp asthma/

asthma[MeSH Terms]
=> exp asthma/

"asthma"[MESH]
=> exp asthma/

Asthma[mesh:noexp]
=> Asthma/

asthma[mh:noexp]
=> asthma/

asthma [mesh: noexp]
=> asthma/

asthma[MeSH Terms:noexp]
=> asthma/

asthma[MeSH:NoExp]
=> asthma/

asthma[majr]
=> exp asthma/
!! major-focus*

"Asthma"[MeSH Major Topic]
=> exp Asthma/
!! major-focus*

asthma[majr:noexp]
=> asthma/
!! major-focus*

Heart Defects, Congenital[MeSH]
=> exp Heart Defects, Congenital/

"Asthma/drug therapy"[Mesh]
=> exp Asthma/
!! subheading*

"Asthma/diagnosis/methods"[Mesh]
=> exp Asthma/
!! subheading*

neoplas*[mesh]
=> mesh:neoplas*

exp Child [mesh]
=> age:730d..4747d
!! exp-in-pubmed
!! check-tag*

humans[mh]
=> every
!! check-tag*

animals[mh] NOT humans[mh]
=> (and (not every) (not every))
!! check-tag*
!! check-tag*

asthma[ti] NOT (animals[mh] NOT humans[mh])
=> (and title:"asthma" (not (and (not every) (not every))))
!! check-tag*
!! check-tag*

"Adult"[Mesh] OR "Adolescent"[Mesh]
=> (or age:6939d.. age:4748d..6938d)
!! check-tag*
!! check-tag*

"Infant, Newborn"[Mesh]
=> age:0d..29d
!! check-tag*

female[mh]
=> (or sex:female sex:all)
!! check-tag*

# Void: what registry records do not have.
randomized controlled trial[pt]
=> void
!! void-field*

"Randomized Controlled Trial" [Publication Type]
=> void
!! void-field*

Clinical Trial[ptyp] OR placebo[tiab]
=> (or void tiab:"placebo")
!! void-field*

drug therapy[sh]
=> void
!! void-field*

"prevention and control"[Subheading] OR prevention[tiab]
=> (or void tiab:"prevention")
!! void-field*

therapeutic use[MeSH Subheading]
=> void
!! void-field*

smith j[au]
=> void
!! void-field*

lancet[ta]
=> void
!! void-field*

english[lang]
=> void
!! void-field*

systematic[sb]
=> void
!! void-field*

humans[Filter]
=> void
!! void-field*

asthma NOT medline[sb]
=> (and af:"asthma" (not void))
!! void-field*

asthma AND (pubstatusaheadofprint OR publisher[sb])
=> (and af:"asthma" (or void void))
!! void-field*
!! void-field*

12345678[pmid]
=> void
!! void-field*

1992/01/01:2015/11/30[crdt]
=> void
!! date-limit*

"2008/03/01"[Date - Create] : "3000"[Date - Create]
=> void
!! date-limit*

asthma AND ("2008/03/01"[Date - Completion] : "3000"[Date - Completion])
=> (and af:"asthma" void)
!! date-limit*

asthma AND 2010:2015[dp]
=> (and af:"asthma" void)
!! date-limit*

asthma[ti] AND "last 5 years"[PDat]
=> (and title:"asthma" void)
!! date-limit*

# Debris.
Search asthma[ti]
=> title:"asthma"
!! debris

Search: asthma[ti]
=> title:"asthma"
!! debris

PubMed: asthma[ti]
=> title:"asthma"
!! debris

asthma[ti] (1,234)
=> title:"asthma"
!! debris

asthma[ti] Filters: Humans, English
=> title:"asthma"
!! limit*

“asthma attack”[tiab]
=> tiab:"asthma attack"
!! smart-quotes

post‐mortem[tiab]
=> tiab:"post-mortem"
!! odd-dashes

asthma [the first block and the second block]
=> af:"asthma"
!! debris

asthma & wheezing
=> (and af:"asthma" af:"wheezing")
!! dropped-sign

(asthma OR wheezing)*
=> (or af:"asthma" af:"wheezing")
!! dropped-sign
