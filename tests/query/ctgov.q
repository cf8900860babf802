@ctgov

# Search expressions of ClinicalTrials.gov: terms, operators, precedence. Words as written, together first, then apart.

aspirin
=> basic_search:"aspirin"
!! no-synonyms*

heart attack
=> (any +basic_search:"heart" +basic_search:"attack" basic_search:"heart attack")
!! no-synonyms*

"heart attack"
=> basic_search:"heart attack"
!! no-synonyms*

"heart attack" aspirin
=> (any +basic_search:"heart attack" +basic_search:"aspirin" basic_search:"heart attack aspirin")
!! no-synonyms*

“heart attack”
=> basic_search:"heart attack"
!! smart-quotes
!! no-synonyms*

heart OR stroke
=> (or basic_search:"heart" basic_search:"stroke")
!! no-synonyms*

youth OR teen AND asthma
=> (or basic_search:"youth" (and basic_search:"teen" basic_search:"asthma"))
!! no-synonyms*

(youth OR teen) AND asthma
=> (and (or basic_search:"youth" basic_search:"teen") basic_search:"asthma")
!! no-synonyms*

heart AND attack
=> (and basic_search:"heart" basic_search:"attack")
!! no-synonyms*

NOT maryland
=> (not basic_search:"maryland")
!! no-synonyms*

bethesda NOT maryland
=> (and basic_search:"bethesda" (not basic_search:"maryland"))
!! no-synonyms*

dizziness AND NOT exhaustion AND stroke
=> (and basic_search:"dizziness" (not basic_search:"exhaustion") basic_search:"stroke")
!! no-synonyms*

(acetaminophen OR aspirin) AND NOT (heart failure OR heart attack)
=> (and (or basic_search:"acetaminophen" basic_search:"aspirin") (not (or (any +basic_search:"heart" +basic_search:"failure" basic_search:"heart failure") (any +basic_search:"heart" +basic_search:"attack" basic_search:"heart attack"))))
!! no-synonyms*

NOT NOT asthma
=> basic_search:"asthma"
!! no-synonyms*

NOT (NOT asthma)
=> basic_search:"asthma"
!! no-synonyms*

# A trial is found by its number.
NCT99000001
=> (or basic_search:"NCT99000001" id:NCT99000001)
!! no-synonyms*

# Side by side without an operator.
asthma AREA[Phase]PHASE2
=> (and basic_search:"asthma" phase:phase2)
!! no-synonyms*
!! implied-and

asthma (children OR youth)
=> (and basic_search:"asthma" (or basic_search:"children" basic_search:"youth"))
!! no-synonyms*
!! implied-and

# Escapes.
\MISSING
=> basic_search:"MISSING"
!! no-synonyms*

black \AND white
=> (any +basic_search:"black" +basic_search:"AND" +basic_search:"white" basic_search:"black AND white")
!! no-synonyms*

\"sleep
=> basic_search:""sleep"
!! no-synonyms*

"a \"sleep\" study"
=> basic_search:"a "sleep" study"
!! no-synonyms*

\AREA[Phase]
=> basic_search:"AREA[Phase]"
!! no-synonyms*

HER2\(+\)
=> basic_search:"HER2(+)"
!! no-synonyms*

HER2(+) cancer
=> (any +basic_search:"HER2" +basic_search:"cancer" basic_search:"HER2 cancer")
!! dropped-sign
!! no-synonyms*

heart & lung
=> (any +basic_search:"heart" +basic_search:"lung" basic_search:"heart lung")
!! dropped-sign
!! no-synonyms*

heart and lung
=> (any +basic_search:"heart" +basic_search:"and" +basic_search:"lung" basic_search:"heart and lung")
!! lower-case-operator
!! no-synonyms*

PET[CT] scan
=> (any +basic_search:"PET[CT]" +basic_search:"scan" basic_search:"PET[CT] scan")
!! no-synonyms*

[18F]FDG
=> basic_search:"[18F]FDG"
!! no-synonyms*

# Expansion.
EXPANSION[None]SLE
=> basic_search:"SLE"
!! case-folded*

EXPANSION[None] lupus nephritis
=> basic_search:"lupus nephritis"
!! case-folded*

EXPANSION[Term] transplant
=> basic_search:transplant

EXPANSION[Term] heart attack
=> (adj/1 basic_search:heart basic_search:attack)

EXPANSION[Term] acute heart attack
=> (adj/1 (adj/1 basic_search:acute basic_search:heart) basic_search:attack)

EXPANSION[Concept] heart attack
=> (adj/1 basic_search:heart basic_search:attack)
!! no-synonyms*

EXPANSION[Relaxation] heart attack
=> (any +basic_search:heart +basic_search:attack (adj/1 basic_search:heart basic_search:attack))
!! no-synonyms*

EXPANSION[Relaxation] "heart attack"
=> (adj/1 basic_search:heart basic_search:attack)
!! no-synonyms*

EXPANSION[Lossy] heart attack
=> (any basic_search:heart basic_search:attack (adj/1 basic_search:heart basic_search:attack))
!! no-synonyms*

EXPANSION[Term] NOT (exhaustion OR sleep deprivation)
=> (not (or basic_search:exhaustion (adj/1 basic_search:sleep basic_search:deprivation)))

EXPANSION[Term] (asthma OR EXPANSION[None] COPD)
=> (or basic_search:asthma basic_search:"COPD")
!! case-folded*

EXPANSION[Term] asthma OR wheeze
=> (or basic_search:asthma basic_search:"wheeze")
!! no-synonyms*

# Coverage.
COVERAGE[FullMatch]pain
=> ^basic_search:"pain"$
!! no-synonyms*

AREA[Condition] COVERAGE[StartsWith] heart attack
=> ^condition:"heart attack"
!! no-synonyms*

AREA[Condition] COVERAGE[EndsWith] EXPANSION[Term] heart attack
=> (adj/1 condition:heart condition:attack)$

COVERAGE[Contains] heart attack
=> (any +basic_search:"heart" +basic_search:"attack" basic_search:"heart attack")
!! no-synonyms*

AREA[Condition] COVERAGE[FullMatch] (asthma OR heart attack)
=> (or ^condition:"asthma"$ ^condition:"heart attack"$)
!! no-synonyms*

# Scoring and sections.
TILT[StudyFirstPostDate]"heart attack"
=> basic_search:"heart attack"
!! tilt-ignored
!! no-synonyms*

SEARCH[Study] asthma
=> basic_search:"asthma"
!! no-synonyms*

heart attack AND SEARCH[Location](AREA[LocationCity]Portland AND AREA[LocationState]Maine)
=> (and (any +basic_search:"heart" +basic_search:"attack" basic_search:"heart attack") location:"Portland" void)
!! no-synonyms*
!! same-location*
!! wider-area*
!! not-indexed*

ALL
=> every

ALL AND NOT AREA[Phase]PHASE1
=> (and every (not phase:phase1))
