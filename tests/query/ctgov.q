@ctgov

# Search expressions of ClinicalTrials.gov: terms, operators, precedence. Words as written, together first, then apart.

aspirin
=> area_basic:"aspirin"
!! no-synonyms*

heart attack
=> (any +area_basic:"heart" +area_basic:"attack" area_basic:"heart attack")
!! no-synonyms*

"heart attack"
=> area_basic:"heart attack"
!! no-synonyms*

"heart attack" aspirin
=> (any +area_basic:"heart attack" +area_basic:"aspirin" area_basic:"heart attack aspirin")
!! no-synonyms*

“heart attack”
=> area_basic:"heart attack"
!! smart-quotes
!! no-synonyms*

heart OR stroke
=> (or area_basic:"heart" area_basic:"stroke")
!! no-synonyms*

youth OR teen AND asthma
=> (or area_basic:"youth" (and area_basic:"teen" area_basic:"asthma"))
!! no-synonyms*

(youth OR teen) AND asthma
=> (and (or area_basic:"youth" area_basic:"teen") area_basic:"asthma")
!! no-synonyms*

heart AND attack
=> (and area_basic:"heart" area_basic:"attack")
!! no-synonyms*

NOT maryland
=> (not area_basic:"maryland")
!! no-synonyms*

bethesda NOT maryland
=> (and area_basic:"bethesda" (not area_basic:"maryland"))
!! no-synonyms*

dizziness AND NOT exhaustion AND stroke
=> (and area_basic:"dizziness" (not area_basic:"exhaustion") area_basic:"stroke")
!! no-synonyms*

(acetaminophen OR aspirin) AND NOT (heart failure OR heart attack)
=> (and (or area_basic:"acetaminophen" area_basic:"aspirin") (not (or (any +area_basic:"heart" +area_basic:"failure" area_basic:"heart failure") (any +area_basic:"heart" +area_basic:"attack" area_basic:"heart attack"))))
!! no-synonyms*

NOT NOT asthma
=> area_basic:"asthma"
!! no-synonyms*

NOT (NOT asthma)
=> area_basic:"asthma"
!! no-synonyms*

# A trial is found by its number.
NCT99000001
=> (or area_basic:"NCT99000001" id:NCT99000001)
!! no-synonyms*

# Side by side without an operator.
asthma AREA[Phase]PHASE2
=> (and area_basic:"asthma" phase:phase2)
!! no-synonyms*
!! implied-and

asthma (children OR youth)
=> (and area_basic:"asthma" (or area_basic:"children" area_basic:"youth"))
!! no-synonyms*
!! implied-and

# Escapes.
\MISSING
=> area_basic:"MISSING"
!! no-synonyms*

black \AND white
=> (any +area_basic:"black" +area_basic:"AND" +area_basic:"white" area_basic:"black AND white")
!! no-synonyms*

\"sleep
=> area_basic:""sleep"
!! no-synonyms*

"a \"sleep\" study"
=> area_basic:"a "sleep" study"
!! no-synonyms*

\AREA[Phase]
=> area_basic:"AREA[Phase]"
!! no-synonyms*

HER2\(+\)
=> area_basic:"HER2(+)"
!! no-synonyms*

HER2(+) cancer
=> (any +area_basic:"HER2" +area_basic:"cancer" area_basic:"HER2 cancer")
!! dropped-sign
!! no-synonyms*

heart & lung
=> (any +area_basic:"heart" +area_basic:"lung" area_basic:"heart lung")
!! dropped-sign
!! no-synonyms*

heart and lung
=> (any +area_basic:"heart" +area_basic:"and" +area_basic:"lung" area_basic:"heart and lung")
!! lower-case-operator
!! no-synonyms*

PET[CT] scan
=> (any +area_basic:"PET[CT]" +area_basic:"scan" area_basic:"PET[CT] scan")
!! no-synonyms*

[18F]FDG
=> area_basic:"[18F]FDG"
!! no-synonyms*

# Expansion.
EXPANSION[None]SLE
=> area_basic:"SLE"
!! case-folded*

EXPANSION[None] lupus nephritis
=> area_basic:"lupus nephritis"
!! case-folded*

EXPANSION[Term] transplant
=> area_basic:transplant

EXPANSION[Term] heart attack
=> (adj/1 area_basic:heart area_basic:attack)

EXPANSION[Term] acute heart attack
=> (adj/1 (adj/1 area_basic:acute area_basic:heart) area_basic:attack)

EXPANSION[Concept] heart attack
=> (adj/1 area_basic:heart area_basic:attack)
!! no-synonyms*

EXPANSION[Relaxation] heart attack
=> (any +area_basic:heart +area_basic:attack (adj/1 area_basic:heart area_basic:attack))
!! no-synonyms*

EXPANSION[Relaxation] "heart attack"
=> (adj/1 area_basic:heart area_basic:attack)
!! no-synonyms*

EXPANSION[Lossy] heart attack
=> (any area_basic:heart area_basic:attack (adj/1 area_basic:heart area_basic:attack))
!! no-synonyms*

EXPANSION[Term] NOT (exhaustion OR sleep deprivation)
=> (not (or area_basic:exhaustion (adj/1 area_basic:sleep area_basic:deprivation)))

EXPANSION[Term] (asthma OR EXPANSION[None] COPD)
=> (or area_basic:asthma area_basic:"COPD")
!! case-folded*

EXPANSION[Term] asthma OR wheeze
=> (or area_basic:asthma area_basic:"wheeze")
!! no-synonyms*

# Coverage.
COVERAGE[FullMatch]pain
=> ^area_basic:"pain"$
!! no-synonyms*

AREA[Condition] COVERAGE[StartsWith] heart attack
=> ^condition:"heart attack"
!! no-synonyms*

AREA[Condition] COVERAGE[EndsWith] EXPANSION[Term] heart attack
=> (adj/1 condition:heart condition:attack)$

COVERAGE[Contains] heart attack
=> (any +area_basic:"heart" +area_basic:"attack" area_basic:"heart attack")
!! no-synonyms*

AREA[Condition] COVERAGE[FullMatch] (asthma OR heart attack)
=> (or ^condition:"asthma"$ ^condition:"heart attack"$)
!! no-synonyms*

# Scoring and sections.
TILT[StudyFirstPostDate]"heart attack"
=> area_basic:"heart attack"
!! tilt-ignored
!! no-synonyms*

SEARCH[Study] asthma
=> area_basic:"asthma"
!! no-synonyms*

heart attack AND SEARCH[Location](AREA[LocationCity]Portland AND AREA[LocationState]Maine)
=> (and (any +area_basic:"heart" +area_basic:"attack" area_basic:"heart attack") (together location:"Portland" location:"Maine"))
!! no-synonyms*
!! wider-area*
!! wider-area*

SEARCH[Location](AREA[LocationCountry]Germany AND AREA[LocationStatus]RECRUITING)
=> (together location:"germany" site_status:recruiting)

SEARCH[Location](AREA[LocationCity]Portland AND AREA[Phase]PHASE2)
=> (and location:"Portland" phase:phase2)
!! wider-area*
!! same-location*

ALL
=> every

ALL AND NOT AREA[Phase]PHASE1
=> (and every (not phase:phase1))
