@ctgov

# AREA, RANGE, MISSING and values of the registry's fields.

AREA[BriefSummary]aspirin
=> summary:"aspirin"
!! no-synonyms*

AREA[DetailedDescription] graft failure
=> (any +detailed:"graft" +detailed:"failure" detailed:"graft failure")
!! no-synonyms*

area[briefsummary]aspirin
xx 0: unknown operator area: did you mean AREA?

AREA[briefsummary]aspirin
=> summary:"aspirin"
!! no-synonyms*

AREA[ BriefSummary ] aspirin
=> summary:"aspirin"
!! no-synonyms*

AREA[BriefTitle]aspirin
=> title:"aspirin"
!! wider-area*
!! no-synonyms*

AREA[TitleSearch]aspirin
=> title:"aspirin"
!! no-synonyms*

AREA[ConditionSearch](asthma OR COPD)
=> (or area_condition:"asthma" area_condition:"COPD")
!! no-synonyms*

AREA[InterventionSearch]metformin AND AREA[ConditionSearch]diabetes
=> (and area_intervention:"metformin" area_condition:"diabetes")
!! no-synonyms*

AREA[Condition](asthma AND AREA[Keyword] wheeze)
=> (and condition:"asthma" keyword:"wheeze")
!! no-synonyms*

AREA[LeadSponsorName]"Werkental Myeloma Cooperative Group"
=> lead_sponsor:"Werkental Myeloma Cooperative Group"

AREA[SponsorSearch] Werkental
=> sponsor:"Werkental"

AREA[LocationCountry]United States
=> country:united_states

AREA[LocationSearch]France
=> area_location:"France"
!! narrower-area*

# Values.
AREA[OverallStatus]RECRUITING
=> status:recruiting

AREA[OverallStatus]Active, not recruiting
=> status:active_not_recruiting

AREA[OverallStatus]("RECRUITING" OR "NOT_YET_RECRUITING")
=> (or status:recruiting status:not_yet_recruiting)

AREA[Phase]PHASE2
=> phase:phase2

AREA[Phase]Phase 2
=> phase:phase2

AREA[Phase](PHASE2 OR PHASE3)
=> (or phase:phase2 phase:phase3)

AREA[Phase]PHASE2/PHASE3
=> (and phase:phase2 phase:phase3)

AREA[StudyType]Interventional AND AREA[DesignAllocation]RANDOMIZED
=> (and type:interventional allocation:randomized)

AREA[Sex]FEMALE
=> sex:female

AREA[HealthyVolunteers]true
=> healthy:yes

AREA[NCTId]NCT99000001
=> id:NCT99000001
!! wider-area*

AREA[IdSearch] wrk-14
=> id:wrk-14
!! narrower-area*

AREA[OverallStatus]RECRUITNG
xx 19: unknown OverallStatus RECRUITNG: did you mean recruiting?
?? values: Not yet recruiting, Recruiting, Enrolling by invitation, Active, not recruiting, Completed, Suspended, Terminated, Withdrawn, Available, No longer available, Temporarily not available, Approved for marketing, Withheld, Unknown status, Not recruiting, Authorised, Ongoing, Not authorised, Recruiting, past completion

# Dates and numbers.
AREA[StartDate]RANGE[2015-01-01, MAX]
=> start:20150101..

AREA[StartDate]RANGE[01/01/2015, 12/31/2016]
=> start:20150101..20161231

AREA[StartDate] RANGE[2015,2016-06]
=> start:20150101..20160630

AREA[StudyFirstPostDate]RANGE[MIN, 06/2016]
=> posted:..20160630

AREA[ResultsFirstPostDate]RANGE[MIN, MAX]
=> has:results_posted

AREA[EnrollmentCount]RANGE[100, 500]
=> enrollment:100..500

AREA[EnrollmentCount]RANGE[100, MAX] AND asthma
=> (and enrollment:100.. area_basic:"asthma")
!! no-synonyms*

AREA[StartDate]2015
=> start:20150101..20151231

AREA[LastUpdatePostDate] NOT RANGE[MIN, 2019-12-31]
=> (not updated:..20191231)

AREA[StartDate]RANGE[2016, 2015]
xx 21: the range 2016, 2015 ends before it begins

AREA[StartDate]RANGE[2015-01-01]
xx 15: RANGE takes two ends: write RANGE[2015-01-01, MAX]

AREA[StartDate]RANGE[2015-13-01, MAX]
xx 21: 2015-13-01 is no date: write 2015-06-09, 06/09/2015, 2015-06 or 2015

AREA[StartDate]RANGE[31/12/2015, MAX]
xx 21: 31/12/2015 is no date: write 2015-06-09, 06/09/2015, 2015-06 or 2015

AREA[EnrollmentCount]RANGE[many, MAX]
xx 27: many is no whole number

AREA[Condition]RANGE[1, 2]
xx 15: Condition holds no dates or numbers for RANGE
?? an area of dates or numbers stands before it: AREA[StartDate]RANGE[2015-01-01, MAX]

# There or not.
AREA[ResultsFirstPostDate]MISSING
=> (not has:results_posted)

NOT AREA[Phase]MISSING
=> has:phase

AREA[Acronym]MISSING
=> void
!! not-indexed*

MISSING
xx 0: MISSING says nothing without an area: write AREA[ResultsFirstPostDate]MISSING
?? a backslash makes a word text: \MISSING

# Not in the index.
AREA[OversightHasDMC]Yes
=> void
!! not-indexed*

asthma AND AREA[OversightHasDMC]Yes AND AREA[ReferenceCitation]Smith
=> (and area_basic:"asthma" void void)
!! no-synonyms*
!! not-indexed*
!! not-indexed*

AREA[LocationGeoPoint]DISTANCE[39.0019296, -77.1044561, 25mi]
=> void
!! not-indexed*

# Ages: days in the tree (d), a year 365.25 of them, rounded down.
AREA[StdAge]CHILD
=> age:0d..6573d

AREA[StdAge](ADULT OR OLDER_ADULT)
=> (or age:6574d..23740d age:23741d..)

AREA[MinimumAge]RANGE[MIN, 18 years]
=> (and has:age age:..6938d)

AREA[MinimumAge]RANGE[18 years, MAX]
=> (and has:age (not age:..6573d))

AREA[MaximumAge]RANGE[6 months, 2 years]
=> (and has:age (not age:1095d..) age:182d.. (not age:73050d..))

AREA[MinimumAge]18 Years
=> (and has:age age:..6938d (not age:..6573d))

AREA[MinimumAge]RANGE[old, MAX]
xx 22: old is no age: write 18 years or 6 months

AREA[StdAge]ANCIENT
xx 12: unknown StdAge ANCIENT
?? values: CHILD, ADULT, OLDER_ADULT

AREA[MaximumAge]MISSING
=> void
!! not-indexed*
