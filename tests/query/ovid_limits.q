# Ovid: limits and other commands, on a line of a strategy.
@ovid 9

limit 9 to humans
=> #9
!! limit*

limit 9 to human
=> #9
!! limit*

Limit 9 to Humans
=> #9
!! limit*

limit #9 to humans
=> #9
!! limit*

limit 9 to english language
=> #9
!! limit*

limit 9 to english
=> #9
!! limit*

limit 9 to (english or french)
=> #9
!! limit*
!! limit*

limit 9 to (humans and english language)
=> #9
!! limit*
!! limit*

limit 9 to yr="2005 -Current"
=> #9
!! date-limit*

limit 9 to yr=2012-2015
=> #9
!! date-limit*

limit 9 to ed=20111101-20140911
=> #9
!! date-limit*

limit 9 to ed = "20111101-20140911"
=> #9
!! date-limit*

limit 9 to (english language and yr="1990 - 2000")
=> #9
!! limit*
!! date-limit*

limit 9 to lg=english
=> #9
!! limit*

limit 9 to abstracts
=> #9
!! limit*

limit 9 to last 5 years
=> #9
!! limit*

limit 9 to animals
=> (and #9 (not every))
!! limit*

limit 9 to female
=> (and #9 (or sex:female sex:all))
!! limit*

limit 9 to male
=> (and #9 (or sex:male sex:all))
!! limit*

limit 9 to (female and humans)
=> (and #9 (or sex:female sex:all))
!! limit*
!! limit*

limit 9 to "all child (0 to 18 years)"
=> (and #9 age:0d..6938d)
!! limit*

limit 9 to all child (0 to 18 years)
=> (and #9 age:0d..6938d)
!! limit*

limit 9 to "all adult (19 plus years)"
=> (and #9 age:6939d..)
!! limit*

limit 9 to "all infant (birth to 23 months)"
=> (and #9 age:0d..729d)
!! limit*

limit 9 to "newborn infant (birth to 1 month)"
=> (and #9 age:0d..29d)
!! limit*

limit 9 to "preschool child (2 to 5 years)"
=> (and #9 age:730d..2190d)
!! limit*

limit 9 to "child (6 to 12 years)"
=> (and #9 age:2191d..4747d)
!! limit*

limit 9 to "adolescent (13 to 18 years)"
=> (and #9 age:4748d..6938d)
!! limit*

limit 9 to "young adult (19 to 24 years)"
=> (and #9 age:6939d..9130d)
!! limit*

limit 9 to "adult (19 to 44 years)"
=> (and #9 age:6939d..16435d)
!! limit*

limit 9 to "middle age (45 to 64 years)"
=> (and #9 age:16436d..23740d)
!! limit*

limit 9 to "middle aged (45 plus years)"
=> (and #9 age:16436d..)
!! limit*

limit 9 to "all aged (65 and over)"
=> (and #9 age:23741d..)
!! limit*

limit 9 to "aged (80 and over)"
=> (and #9 age:29220d..)
!! limit*

limit 9 to (adult <18 to 64 years> or aged <65+ years>)
=> (and #9 (or age:6574d..23740d age:23741d..))
!! limit*
!! limit*

limit 9 to (100 childhood <birth to age 12 yrs> or 200 adolescence <age 13 to 17 yrs>)
=> (and #9 (or age:0d..4747d age:4748d..6573d))
!! limit*
!! limit*

limit 9 to 300 adulthood <age 18 yrs and older>
=> (and #9 age:6574d..)
!! limit*

limit 9 to reviews
=> void
!! void-limit*

limit 9 to "reviews (maximizes specificity)"
=> void
!! void-limit*

limit 9 to "therapy (best balance of sensitivity and specificity)"
=> void
!! void-limit*

limit 9 to randomized controlled trial
=> void
!! void-limit*

limit 9 to (clinical trial, all or randomized controlled trial)
=> void
!! void-limit*
!! void-limit*

limit 9 to (letter or editorial or comment)
=> void
!! void-limit*
!! void-limit*
!! void-limit*

limit 9 to (humans and clinical trial/all)
=> #9
!! limit*
!! void-limit*

limit 9 to ("child (6 to 12 years)" and randomized controlled trial)
=> (and #9 age:2191d..4747d)
!! limit*
!! void-limit*

limit 9 to ((female or male) and "adult (19 to 44 years)")
=> (and #9 (or sex:female sex:all sex:male sex:all) age:6939d..16435d)
!! limit*
!! limit*
!! limit*

remove duplicates from 9
=> #9
!! limit*

Remove Duplicates From 9
=> #9
!! limit*

from 9 keep 1-20
=> #9
!! limit*

9 use medall
=> #9
!! limit*

limit 9 to something unheard of
=> #9
!! limit*

# Limits that cannot be meant.
limit humans
xx 0: a limit names the line that it limits: limit 3 to humans

limit 9 humans
xx 0: a limit names the line that it limits: limit 3 to humans

limit 9 to
xx 10: there is nothing to limit to: write limit 3 to humans

limit 10 to humans
xx 6: line 10 refers to itself

limit 77 to humans
xx 6: there is no line 77 in this strategy

remove duplicates from 12
xx 23: line 12 stands after this one: a line refers to lines before it

@ovid mapped

asthma.ti. and randomized controlled trial.pt.
=> (and title:"asthma" allocation:randomized)
!! publication-type*

@pubmed mapped

"randomized controlled trial"[pt]
=> allocation:randomized
!! publication-type*

review[pt] OR asthma[ti]
=> (or void title:"asthma")
!! void-field*

asthma[ti] AND 2015/06/01:2016/03/15[crdt]
=> (and title:"asthma" posted:20150601..20160315)
!! date-limit*

asthma[ti] AND ("2015/06"[Date - Entrez] : "3000"[Date - Entrez])
=> (and title:"asthma" posted:20150601..30001231)
!! date-limit*

2015[dp]
=> posted:20150101..20151231
!! date-limit*

last year[dp]
=> void
!! date-limit*
