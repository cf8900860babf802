# Vocabulary values, registered numbers, has and missing; filters beside words and under operators.

status:recruiting
=> (any [status:recruiting])

status:RECRUITING
=> (any [status:recruiting])

Status:Recruiting
=> (any [status:recruiting])

status:"Active, not recruiting"
=> (any [status:active_not_recruiting])

status:ACTIVE_NOT_RECRUITING
=> (any [status:active_not_recruiting])

status:active-not-recruiting
=> (any [status:active_not_recruiting])

status:active
=> (any [status:active_not_recruiting])

myeloma status:recruiting
=> (any myeloma [status:recruiting])

status:recruiting myeloma phase:2
=> (any [status:recruiting] myeloma [phase:phase2])

phase:2
=> (any [phase:phase2])

phase:II
=> (any [phase:phase2])

phase:PHASE2
=> (any [phase:phase2])

phase:"Phase 2"
=> (any [phase:phase2])

phase:0
=> (any [phase:early_phase1])

phase:N/A
=> (any [phase:na])

phases:na
=> (any [phase:na])

phase:2 phase:3
=> (any [phase:phase2] [phase:phase3])

phase:(2 OR 3)
=> (or phase:phase2 phase:phase3)

phase:(2 3)
=> (or phase:phase2 phase:phase3)

myeloma phase:(2 OR 3)
=> (any myeloma [phase:phase2] [phase:phase3])

myeloma phase:(2 3)
=> (any myeloma [phase:phase2] [phase:phase3])

myeloma (phase:2 OR status:recruiting)
=> (any myeloma [(or phase:phase2 status:recruiting)])

myeloma (phase:2 status:recruiting)
=> (any myeloma [(and phase:phase2 status:recruiting)])

phase:2 status:recruiting
=> (any [phase:phase2] [status:recruiting])

phase:2 OR status:recruiting
=> (or phase:phase2 status:recruiting)

phase:2 AND status:recruiting
=> (and phase:phase2 status:recruiting)

myeloma AND status:recruiting
=> (and myeloma status:recruiting)

myeloma AND phase:(2 3)
=> (and myeloma (or phase:phase2 phase:phase3))

myeloma AND (status:recruiting phase:2 phase:3)
=> (and myeloma status:recruiting (or phase:phase2 phase:phase3))

myeloma AND (relapse status:recruiting)
=> (and myeloma (any relapse [status:recruiting]))

-status:withdrawn
=> (any -status:withdrawn)

myeloma -status:withdrawn
=> (any myeloma -status:withdrawn)

myeloma -phase:(1 OR 2)
=> (any myeloma -(or phase:phase1 phase:phase2))

myeloma +status:recruiting
=> (any myeloma [status:recruiting])

NOT status:withdrawn
=> (not status:withdrawn)

myeloma NOT status:withdrawn
=> (and myeloma (not status:withdrawn))

myeloma relapse status:recruiting NOT phase:2
=> (any myeloma relapse [(and status:recruiting (not phase:phase2))])

a AND b status:recruiting
=> (any (and a b) [status:recruiting])

a OR b phase:2 OR phase:3
=> (any (or a b) [phase:phase2] [phase:phase3])

(a b) status:recruiting
=> (any (any a b) [status:recruiting])

(a status:recruiting)
=> (any a [status:recruiting])

(status:recruiting)
=> (any [status:recruiting])

((status:recruiting)) a
=> (any [status:recruiting] a)

"a b" status:recruiting
=> (any "a b" [status:recruiting])

sex:women results:true type:"interventional study"
=> (any [sex:female] [results:yes] [type:interventional])

gender:f
=> (any [sex:female])

allocation:randomised masking:"double blind"
=> (any [allocation:randomized] [masking:double])

sponsor_class:NIH funder:industry
=> (any [sponsor_class:nih] [sponsor_class:industry])

healthy:no
=> (any [healthy:no])

purpose:"supportive care"
=> (any [purpose:supportive_care])

intervention_type:behavioural
=> (any [intervention_type:behavioral])

model:crossover
=> (any [model:crossover])

status:=recruiting
=> (any [status:recruiting])

id:NCT01421927
=> (any [id:NCT01421927])

id:nct01421927
=> (any [id:NCT01421927])

nct:NCT01421927
=> (any [id:NCT01421927])

id:" nct01421927 "
=> (any [id:NCT01421927])

id:EUCTR2010-018477-19-DE
=> (any [id:EUCTR2010-018477-19-DE])

id:CTRI/2010/091/000123
=> (any [id:CTRI/2010/091/000123])

id:ISRCTN12345678
=> (any [id:ISRCTN12345678])

id:ABC-12
=> (any [id:abc-12])

id:"Sponsor No 7"
=> (any [id:"sponsor no 7"])

id:#17-A
=> (any [id:#17-a])

id:(NCT01421927 OR NCT00000001)
=> (or id:NCT01421927 id:NCT00000001)

has:detailed
=> (any [has:detailed])

has:results
=> (any [has:results])

has:ti
=> (any [has:title])

has:desc
=> (any [has:desc])

missing:phase
=> (not has:phase)

missing:phase myeloma
=> (any [(not has:phase)] myeloma)

-has:detailed myeloma
=> (any -has:detailed myeloma)

myeloma AND missing:phase
=> (and myeloma (not has:phase))

myeloma NOT missing:phase
=> (and myeloma has:phase)

has:(phase OR status)
=> (or has:phase has:status)

missing:(phase status)
=> (and (not has:phase) (not has:status))

has:start start:2015
=> (any [has:start] [start:20150101..20151231])

a title:b status:recruiting
=> (any a title:b [status:recruiting])

phase:2?
=> (any [phase:phase2])
