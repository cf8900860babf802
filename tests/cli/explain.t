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

39 trials with any of the words, 4 with all (--match all); shown: 1 to 1 (--limit, --offset).
$ trialsift search --explain --snippets 0 -n 1 lenalidomide maintenance
 1  NCT99000001  17.01
    Lenalidomide Maintenance After Allogeneic Transplantation in Multiple Myeloma
    Active, not recruiting · Phase 3 · 2018-02-19 to 2027-06 · 168 participants · Multiple Myeloma,
    Graft Versus Host Disease
      4.914373 lenalidomide = rarity 2.36 x frequency 2.08 (title 2x: 1.965750, summary
                3x: 1.474312, detailed 1x: 0.491437, intervention 1x: 0.491437, keyword 1x:
                0.491437)
      3.978725 maintenance = rarity 2.1 x frequency 1.9 (title 2x: 2.273558, summary 1x:
                0.568389, detailed 1x: 0.568389, keyword 1x: 0.568389)
      1.641608 +lenalidomide = feedback 0.789 x frequency 2.08 (title 2x: 0.656643,
                summary 3x: 0.492482, detailed 1x: 0.164161, intervention 1x: 0.164161, keyword 1x:
                0.164161)
      1.130445 +maintenance = feedback 0.596 x frequency 1.9 (title 2x: 0.645969, summary
                1x: 0.161492, detailed 1x: 0.161492, keyword 1x: 0.161492)
      1.039088 +myeloma = feedback 0.528 x frequency 1.97 (title 2x: 0.519544, summary 1x:
                0.129886, detailed 2x: 0.259772, condition 1x: 0.129886)
      0.743406 +transplantation = feedback 0.412 x frequency 1.81 (title 2x: 0.495604,
                summary 1x: 0.123901, detailed 1x: 0.123901)
      0.617547 +multiple = feedback 0.342 x frequency 1.81 (title 2x: 0.411699, summary
                1x: 0.102924, condition 1x: 0.102924)
      0.609226 +allogeneic = feedback 0.337 x frequency 1.81 (title 2x: 0.406151, summary
                2x: 0.203075)
      0.437769 +graft = feedback 0.283 x frequency 1.55 (summary 2x: 0.218885, detailed
                1x: 0.109442, condition 1x: 0.109442)
      0.303123 +cycles = feedback 0.279 x frequency 1.09 (detailed 2x: 0.303123)
      0.171371 +hazard = feedback 0.252 x frequency 0.68 (detailed 1x: 0.171371)
      0.149579 +progression = feedback 0.22 x frequency 0.68 (detailed 1x: 0.149579)
      0.238431 +relapse = feedback 0.219 x frequency 1.09 (summary 1x: 0.119215, detailed
                1x: 0.119216)
      0.294627 +donor = feedback 0.217 x frequency 1.36 (summary 1x: 0.098209, detailed
                2x: 0.196418)
      0.147140 +remission = feedback 0.216 x frequency 0.68 (detailed 1x: 0.147140)
      0.287470 +sct = feedback 0.212 x frequency 1.36 (summary 1x: 0.095824, detailed 1x:
                0.095823, keyword 1x: 0.095823)
      0.310757 +gvhd = feedback 0.201 x frequency 1.55 (summary 1x: 0.077689, detailed 3x:
                0.233068)

9 trials with any of the words, 7 with all (--match all); shown: 1 to 1 (--limit, --offset).
$ trialsift search --explain --snippets 0 -n 1 --expand none --json lenalidomide maintenance | grep -o '"reasons".*'
"reasons":[{"text":"lenalidomide","source":"query","score":5.005779,"weight":2.360854,"boost":1.000000,"share":1.000000,"rarity":2.360854,"saturation":2.120325,"fields":[{"field":"title","count":2,"score":2.502890},{"field":"summary","count":1,"score":0.625722},{"field":"detailed","count":2,"score":1.251445},{"field":"intervention","count":1,"score":0.625722}]},{"text":"maintenance","source":"query","score":4.153303,"weight":2.098986,"boost":1.000000,"share":1.000000,"rarity":2.098986,"saturation":1.978719,"fields":[{"field":"title","count":2,"score":2.768869},{"field":"detailed","count":1,"score":0.692217},{"field":"keyword","count":1,"score":0.692217}]}]}
$ trialsift search -n 2 -f trec --ranking bm25 lenalidomide maintenance
1 Q0 NCT99000002 1 7.487536 trialsift
1 Q0 NCT99000086 2 7.433928 trialsift

# Why a trial is a hit.
$ trialsift explain NCT99000002 --expand none -e 'lenalidomide AND "lenalidomide maintenance" phase:3'
NCT99000002 is hit 1 of 2, score 10.469408.
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
