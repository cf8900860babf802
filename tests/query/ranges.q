# Dates and numbers. A partial date is all its days.

start:2015
=> (any [start:20150101..20151231])

start:2015-06
=> (any [start:20150601..20150630])

start:2015-06-09
=> (any [start:20150609..20150609])

start:2015..2020
=> (any [start:20150101..20201231])

start:2015-06..
=> (any [start:20150601..])

start:..2024
=> (any [start:..20241231])

updated:..2024-02
=> (any [updated:..20240229])

start:2015..2015-06
=> (any [start:20150101..20150630])

start:2015-06..2015
=> (any [start:20150601..20151231])

start:>=2015
=> (any [start:20150101..])

start:>2015
=> (any [start:20160101..])

start:>2015-06
=> (any [start:20150701..])

start:>2015-06-15
=> (any [start:20150616..])

start:>2016-02-28
=> (any [start:20160229..])

start:>2015-12-31
=> (any [start:20160101..])

start:<2015
=> (any [start:..20141231])

start:<2015-03-01
=> (any [start:..20150228])

start:<=2015
=> (any [start:..20151231])

start:=2015
=> (any [start:20150101..20151231])

start:"2015..2020"
=> (any [start:20150101..20201231])

start:(2015 OR 2017)
=> (or start:20150101..20151231 start:20170101..20171231)

start:(>2015 AND <2018)
=> (and start:20160101.. start:..20171231)

myeloma start:2015..2020
=> (any myeloma [start:20150101..20201231])

myeloma -start:2015..2020
=> (any myeloma -start:20150101..20201231)

myeloma start:2015 start:2017
=> (any myeloma [start:20150101..20151231] [start:20170101..20171231])

start_date:2015 completion:2020..
=> (any [start:20150101..20151231] [completion:20200101..])

enrollment:100
=> (any [enrollment:100..100])

enrollment:>=100
=> (any [enrollment:100..])

enrollment:>100
=> (any [enrollment:101..])

enrollment:<100
=> (any [enrollment:..99])

enrollment:<=100
=> (any [enrollment:..100])

enrollment:=100
=> (any [enrollment:100..100])

enrollment:100..500
=> (any [enrollment:100..500])

enrollment:..500
=> (any [enrollment:..500])

enrollment:100..
=> (any [enrollment:100..])

enrollment:0
=> (any [enrollment:0..0])

enrolment:>0
=> (any [enrollment:1..])

posted:2024-06.. updated:2025.. results_posted:2020..
=> (any [posted:20240601..] [updated:20250101..] [results_posted:20200101..])

a AND start:2015
=> (and a start:20150101..20151231)

start:2016-02-29
=> (any [start:20160229..20160229])

enrollment:100..100
=> (any [enrollment:100..100])
