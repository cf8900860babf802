@ctgov

# What cannot be meant.

AREA[BriefSumary]aspirin
xx 5: unknown area BriefSumary: did you mean BriefSummary?
?? areas are the registry's search areas and fields, such as ConditionSearch or BriefSummary

AREA[zzzzzz]aspirin
xx 5: unknown area zzzzzz

AREA[]aspirin
xx 5: AREA takes the name of an area

AREAS[Condition]aspirin
xx 0: unknown operator AREAS: did you mean AREA?
?? operators are written in upper case; a backslash before the word makes it text

AREA [Condition]aspirin
xx 5: no blank stands before this [: write AREA[...]

AREA[Condition aspirin
xx 4: this [ is never closed: write ] after what AREA takes

AREA[Condition]
xx 0: there is nothing to the right of AREA: write a term or a group there

EXPANSION[Everything]aspirin
xx 10: EXPANSION takes one of None, Term, Concept, Relaxation, Lossy

COVERAGE[Full]pain
xx 9: COVERAGE takes one of FullMatch, StartsWith, EndsWith, Contains

SEARCH[Sites]pain
xx 7: SEARCH takes Study or Location

TILT[Dates]pain
xx 5: unknown area Dates

EXPANSION[Relaxation]COVERAGE[FullMatch]heart attack
xx 21: FullMatch, StartsWith and EndsWith go with EXPANSION[None], [Term] or [Concept] only

COVERAGE[StartsWith](pain OR EXPANSION[Lossy] heart attack)
xx 29: FullMatch, StartsWith and EndsWith go with EXPANSION[None], [Term] or [Concept] only

asthma AND
xx 7: there is nothing to the right of AND: write a term or a group there
?? a backslash before the word makes it text

asthma AND OR wheeze
xx 7: there is nothing to the right of AND: write a term or a group there

OR asthma
xx 0: there is nothing to the left of OR: write a term or a group there

asthma OR (wheeze
xx 10: this ( is never closed: write ) where the group ends

asthma)
xx 6: this ) closes nothing: take it out, or write ( where the group begins

asthma AND ()
xx 11: there is no word between these parentheses: write one, or leave them out

"asthma
xx 0: this quote is never closed: write a second " where the phrase ends

"--"
xx 0: there is no word between these quotes: write one, or leave them out

&
xx 0: there is no word in this query: write one, or ALL for every record

NOT
xx 0: there is nothing to the right of NOT: write a term or a group there
