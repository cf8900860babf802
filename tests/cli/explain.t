$ trialsift index --quiet --index index corpus

# The score of a hit by word, field and factor; what feedback adds has a plus.
$ trialsift search --explain --snippets 0 -n 1 --expand none lenalidomide maintenance study
 1  NCT99000002  9.16
    Two Durations of Lenalidomide Maintenance Following Autologous Transplant in Newly Diagnosed
    Myeloma
    Recruiting · Phase 3 · 2020-09-01 to 2030-09 · 540 participants · Multiple Myeloma in Remission
      5.005779 lenalidomide = rarity 2.36 x frequency 2.12 (title 2x: 2.502890, summary
                1x: 0.625722, detailed 2x: 1.251445, intervention 1x: 0.625722)
      4.153303 maintenance = rarity 2.1 x frequency 1.98 (title 2x: 2.768869, detailed 1x:
                0.692217, keyword 1x: 0.692217)
      0.003209 title = whole query 4.56 x match 0.000703 (title 1x: 0.003209)

39 trials with any of the words, 4 with all (--match all); shown: 1 to 1 (--limit, --offset).
$ trialsift search --explain --snippets 0 -n 1 lenalidomide maintenance
 1  NCT99000001  17.00
    Lenalidomide Maintenance After Allogeneic Transplantation in Multiple Myeloma
    Active, not recruiting · Phase 3 · 2018-02-19 to 2027-06 · 168 participants · Multiple Myeloma,
    Graft Versus Host Disease
      4.914373 lenalidomide = rarity 2.36 x frequency 2.08 (title 2x: 1.965750, summary
                3x: 1.474312, detailed 1x: 0.491437, intervention 1x: 0.491437, keyword 1x:
                0.491437)
      3.978725 maintenance = rarity 2.1 x frequency 1.9 (title 2x: 2.273558, summary 1x:
                0.568389, detailed 1x: 0.568389, keyword 1x: 0.568389)
      0.017421 title = whole query 4.46 x match 0.00391 (title 1x: 0.017421)
      1.635196 +lenalidomide = feedback 0.786 x frequency 2.08 (title 2x: 0.654077,
                summary 3x: 0.490559, detailed 1x: 0.163520, intervention 1x: 0.163520, keyword 1x:
                0.163520)
      1.126030 +maintenance = feedback 0.594 x frequency 1.9 (title 2x: 0.643447, summary
                1x: 0.160861, detailed 1x: 0.160861, keyword 1x: 0.160861)
      1.035029 +myeloma = feedback 0.526 x frequency 1.97 (title 2x: 0.517514, summary 1x:
                0.129379, detailed 2x: 0.258757, condition 1x: 0.129379)
      0.740503 +transplantation = feedback 0.41 x frequency 1.81 (title 2x: 0.493669,
                summary 1x: 0.123417, detailed 1x: 0.123417)
      0.615135 +multiple = feedback 0.341 x frequency 1.81 (title 2x: 0.410089, summary
                1x: 0.102523, condition 1x: 0.102523)
      0.606846 +allogeneic = feedback 0.336 x frequency 1.81 (title 2x: 0.404564, summary
                2x: 0.202282)
      0.436059 +graft = feedback 0.281 x frequency 1.55 (summary 2x: 0.218029, detailed
                1x: 0.109015, condition 1x: 0.109015)
      0.301939 +cycles = feedback 0.278 x frequency 1.09 (detailed 2x: 0.301939)
      0.170702 +hazard = feedback 0.251 x frequency 0.68 (detailed 1x: 0.170702)
      0.148995 +progression = feedback 0.219 x frequency 0.68 (detailed 1x: 0.148995)
      0.237500 +relapse = feedback 0.219 x frequency 1.09 (summary 1x: 0.118750, detailed
                1x: 0.118750)
      0.293477 +donor = feedback 0.216 x frequency 1.36 (summary 1x: 0.097826, detailed
                2x: 0.195651)
      0.146565 +remission = feedback 0.216 x frequency 0.68 (detailed 1x: 0.146565)
      0.286347 +sct = feedback 0.211 x frequency 1.36 (summary 1x: 0.095449, detailed 1x:
                0.095449, keyword 1x: 0.095449)
      0.309543 +gvhd = feedback 0.2 x frequency 1.55 (summary 1x: 0.077386, detailed 3x:
                0.232157)

9 trials with any of the words, 7 with all (--match all); shown: 1 to 1 (--limit, --offset).
$ trialsift search --explain --snippets 0 -n 1 --expand none --json lenalidomide maintenance | grep -o '"reasons".*'
"reasons":[{"text":"lenalidomide","source":"query","score":5.005779,"weight":2.360854,"boost":1.000000,"share":1.000000,"rarity":2.360854,"saturation":2.120325,"fields":[{"field":"title","count":2,"score":2.502890},{"field":"summary","count":1,"score":0.625722},{"field":"detailed","count":2,"score":1.251445},{"field":"intervention","count":1,"score":0.625722}]},{"text":"maintenance","source":"query","score":4.153303,"weight":2.098986,"boost":1.000000,"share":1.000000,"rarity":2.098986,"saturation":1.978719,"fields":[{"field":"title","count":2,"score":2.768869},{"field":"detailed","count":1,"score":0.692217},{"field":"keyword","count":1,"score":0.692217}]},{"text":"title","source":"title","score":0.003441,"weight":4.459840,"saturation":0.000772,"fields":[{"field":"title","count":1,"score":0.003441}]}]}
$ trialsift search -n 2 -f trec --ranking bm25 lenalidomide maintenance
1 Q0 NCT99000002 1 7.487536 trialsift
1 Q0 NCT99000086 2 7.433928 trialsift

# Why a trial is a hit.
$ trialsift explain NCT99000002 --expand none -e 'lenalidomide AND "lenalidomide maintenance" phase:3'
NCT99000002 is hit 1 of 2, score 10.473474.
Two Durations of Lenalidomide Maintenance Following Autologous Transplant in Newly Diagnosed Myeloma

The query, part by part:
  yes (any (and lenalidomide "lenalidomide maintenance") [phase:phase3])
    yes (and lenalidomide "lenalidomide maintenance")
      yes lenalidomide: title 2x, summary 1x, detailed 2x, intervention 1x
      yes "lenalidomide maintenance": title 2x, detailed 1x
    yes phase:phase3

The score (rarity: inverse document frequency; frequency: saturated, for the record's length; +:
word added by feedback):
  5.005779 lenalidomide = rarity 2.36 x frequency 2.12 (title 2x: 2.502890, summary 1x:
            0.625722, detailed 2x: 1.251445, intervention 1x: 0.625722)
  5.463629 lenalidomide maintenance = rarity 2.91 x frequency 1.88 (title 2x: 4.370903,
            detailed 1x: 1.092726)
  0.004066 title = whole query 5.27 x match 0.000772 (title 1x: 0.004066)

The best sentences:
  detailed: Open-ended lenalidomide maintenance extends remission after autologous stem cell
  transplantation (ASCT), but the cost in cytopenia, fatigue and second primary malignancy grows
  with exposure.
  summary: After high-dose melphalan and an autologous graft, most people with myeloma take
  lenalidomide until it fails or harms them.
  detailed: Those who stop are re-tested every six months and may resume lenalidomide if the test
  turns positive on two successive occasions.
  intervention: Lenalidomide

# Why it is none: the parts that decide are in capitals.
$ trialsift explain NCT99000002 -e '(lenalidomde OR thalidomide) AND "maintenance lenalidomide" status:completed'
trialsift: warning[did-you-mean]: did you mean (lenalidomide OR thalidomide) AND "maintenance lenalidomide" status:completed? --correct searches for that
NCT99000002 is no hit; no trial is.
Two Durations of Lenalidomide Maintenance Following Autologous Transplant in Newly Diagnosed Myeloma

The query, part by part:
  NO (any (and (or lenalidomde thalidomide) "maintenance lenalidomide") [status:completed])
    NO (and (or lenalidomde thalidomide) "maintenance lenalidomide")
      NO (or lenalidomde thalidomide)
        NO lenalidomde
            The record does not hold this word. Near it: lenalidomide
        NO thalidomide
            The record does not hold this word. Near it: lenalidomide
      NO "maintenance lenalidomide"
          All its words are there, but not so that they stand as wanted: maintenance in detailed,
          inclusion, keyword, title; lenalidomide in arm, detailed, inclusion, intervention, mesh,
          summary, title.
    NO status:completed
        The record's status: recruiting.
? 1
$ trialsift explain NCT99000002 -f json -e 'tenecteplase'
{"type":"explanation","schema":1,"query":"tenecteplase","read_as":"tenecteplase","id":"NCT99000002","title":"Two Durations of Lenalidomide Maintenance Following Autologous Transplant in Newly Diagnosed Myeloma","hit":false,"total":1,"parts":[{"part":"tenecteplase","depth":0,"met":false,"decides":true,"fields":[],"note":"The record does not hold this word.","nearest":[]}]}
? 1
$ trialsift explain NCT99000999 -e tenecteplase
trialsift: NCT99000999 is not in the index: it is not in the one source
? 1
$ trialsift explain myeloma -e tenecteplase
trialsift: error[usage]: myeloma is not the id of a trial
  hint: ids look like NCT01421927
? 2

# More like one.
$ trialsift similar NCT99000036 -n 2 --snippets 0
Trials with any of: wake^0.81 selected^0.76 stroke^0.88 ct^0.76 computed^0.61 symptoms^0.68
scale^0.52 bolus^0.35 clot^0.35 gain^0.35 haemorrhage^0.35 noticed^0.35 relatives^0.35 transfer^0.35
hours^0.73 non^0.61 began^0.35 harm^0.35 judged^0.35 modified^0.35 nearly^0.35 scans^0.35
worsening^0.35 cannot^0.35 centrally^0.35 -id:NCT99000036

 1  NCT99000037  8.11
    Robot-assisted Hand Therapy at Home After Stroke
    Completed · 2018-08-20 to 2020-11-30 · 64 participants · Stroke, Upper Extremity Paresis

 2  NCT99000058  6.21
    Heat-stable Carbetocin With Tranexamic Acid to Prevent Postpartum Haemorrhage
    Completed · Phase 3 · 2020-11-02 to 2024-03-15 · 10400 participants · Postpartum Hemorrhage,
    Anaemia in Pregnancy

53 trials with any of the words, 0 with all (--match all); shown: 1 to 2 (--limit, --offset).
$ trialsift similar NCT99000031 NCT99000030 -n 3 -f ids
NCT99000027
NCT99000001
NCT99000033
$ trialsift search --ranking pagerank stroke
trialsift: error[usage]: --ranking does not take pagerank
  hint: it takes trials, bm25f, bm25
? 2
$ trialsift search --expand feedbck stroke
trialsift: error[usage]: --expand does not know "feedbck"
  hint: it takes none, all, abbreviations, spelling, hyphens, synonyms, feedback
? 2
