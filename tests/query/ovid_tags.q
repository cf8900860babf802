# Ovid: tags of fields, alone and in lists.
@ovid

asthma.ti.
=> title:"asthma"

asthma.ab.
=> desc:"asthma"

asthma.tw.
=> tiab:"asthma"

asthma.ti,ab.
=> tiab:"asthma"

asthma.ab,ti.
=> tiab:"asthma"

asthma.mp.
=> mp:"asthma"

asthma.af.
=> af:"asthma"

asthma.kw.
=> kw:"asthma"

asthma.kf.
=> kw:"asthma"

asthma.ot.
=> kw:"asthma"

asthma.nm.
=> intervention:"asthma"

asthma.rn.
=> intervention:"asthma"

asthma.tn.
=> intervention:"asthma"

asthma.hw.
=> mesh:"asthma"

asthma.id.
=> kw:"asthma"

asthma.tt.
=> title:"asthma"

asthma.m_titl.
=> title:"asthma"

asthma.ti,ab,kw.
=> tiab_kw:"asthma"

asthma.ti,ab,kf.
=> tiab_kw:"asthma"

asthma.tw,kf.
=> tiab_kw:"asthma"

asthma.tw,ot.
=> tiab_kw:"asthma"

asthma.tw,nm.
=> tiab_nm:"asthma"

asthma.ti,ab,nm.
=> tiab_nm:"asthma"

asthma.ti,ab,kw,nm.
=> tiab_kw_nm:"asthma"

asthma.ti,ab,hw,kw.
=> (or tiab_kw:"asthma" mesh:"asthma")

asthma.ti,kw.
=> (or title:"asthma" kw:"asthma")

asthma.ab,kw.
=> (or desc:"asthma" kw:"asthma")

asthma.ti,ab,kw,kf,ot,nm,hw.
=> mp:"asthma"

# Case, blanks, order, lists, the last dot.
asthma.TI,AB.
=> tiab:"asthma"

asthma.Ti.
=> title:"asthma"

asthma .ti,ab.
=> tiab:"asthma"

asthma.ti, ab.
=> tiab:"asthma"

asthma. ti,ab .
=> tiab:"asthma"

asthma.ti. ab .
=> tiab:"asthma"

asthma.ti.ab.
=> tiab:"asthma"

asthma.ti.ab
=> tiab:"asthma"

asthma.ti ab.
=> tiab:"asthma"

asthma.ti,ab,.
=> tiab:"asthma"

asthma.ti;ab.
=> tiab:"asthma"

asthma.ti/ab.
=> tiab:"asthma"

asthma.tw
=> tiab:"asthma"

asthma.ti,ab
=> tiab:"asthma"

(asthma or wheez$).tw
=> (or tiab:"asthma" tiab:wheez*)

asthma.tw or wheez$.mp and child$.ti
=> (or tiab:"asthma" (and mp:wheez* title:child*))

"asthma attack*".ti,ab.
=> tiab:"asthma attack*"

(asthma.ti. or wheez$).ab.
=> (or title:"asthma" desc:wheez*)

asthma.ti.or wheez$.ab.
=> (or title:"asthma" desc:wheez*)

asthma.ab. or (asthma or wheez$).ti.
=> (or desc:"asthma" title:"asthma" title:wheez*)

(asthma and (child$ or infan$)).ti.
=> (and title:"asthma" (or title:child* title:infan*))

(asthma not child$).ti.
=> (and title:"asthma" (not title:child*))

((asthma adj2 attack$) or (wheez$ and child$)).tw,ot.
=> (or (near/2 tiab_kw:"asthma" tiab_kw:attack*) (and tiab_kw:wheez* tiab_kw:child*))

dt.ti.
=> title:"dt"

MD.ti,ab.
=> tiab:"MD"

# What registry records do not have is void.
randomized controlled trial.pt.
=> void
!! void-field*

(randomized controlled trial or controlled clinical trial).pt.
=> (or void void)
!! void-field*
!! void-field*

editorial.pt. or asthma.ti.
=> (or void title:"asthma")
!! void-field*

drug therapy.fs.
=> void
!! void-field*

(ae or to or po).fs.
=> (or void void void)
!! void-field*

tu.xs.
=> void
!! void-field*

(animals not (humans and animals)).sh.
=> (and void (not (and void void)))
!! void-field*

smith j$.au.
=> void
!! void-field*

"lancet".jn.
=> void
!! void-field*

english.lg.
=> void
!! void-field*

university of sometown.in.
=> void
!! void-field*

medline.sb.
=> void
!! void-field*

asthma.sh,tw.
=> tiab:"asthma"
!! dropped-field*

asthma.sh,kf.
=> kw:"asthma"
!! dropped-field*

asthma.ti,ab,sh.
=> tiab:"asthma"
!! dropped-field*

asthma.pt,ti.
=> title:"asthma"
!! dropped-field*

asthma.ti. not editorial.pt.
=> (and title:"asthma" (not void))
!! void-field*

asthma.ti. and (randomized controlled trial.pt. or placebo.ab.)
=> (and title:"asthma" (or void desc:"placebo"))
!! void-field*

(2019* or 2020*).ed.
=> (or void void)
!! date-limit*

201903*.ed,dc.
=> void
!! date-limit*

2015.yr.
=> void
!! date-limit*

# Notes, counts and other debris.
asthma.mp. [mp=title, abstract, heading words, name of substance]
=> mp:"asthma"
!! debris

(asthma adj3 child$).mp. [mp=ti, ab, ot] (1,204)
=> (near/3 mp:"asthma" mp:child*)
!! debris
!! debris

asthma.ti,ab. (81234)
=> tiab:"asthma"
!! debris

asthma.ti,ab. (81 234)
=> tiab:"asthma"
!! debris

asthma.ti,ab. [first block]
=> tiab:"asthma"
!! debris

asthma.ab. /freq=2
=> desc:"asthma"
!! frequency*

“asthma attack”.ti.
=> title:"asthma attack"
!! smart-quotes

asthma‐attack.ti.
=> title:"asthma-attack"
!! odd-dashes

crohn’s.ti.
=> title:"crohn's"
!! smart-quotes

@ovid mapped

randomized controlled trial.pt.
=> allocation:randomized
!! publication-type*

(randomised controlled trial or letter).pt.
=> (or allocation:randomized void)
!! publication-type*
!! void-field*

randomized controlled trial.pt,ti.
=> (or allocation:randomized title:"randomized controlled trial")
!! publication-type*

(2019* or 2020*).ed.
=> (or posted:20190101..20191231 posted:20200101..20201231)
!! date-limit*

201903*.ed.
=> posted:20190301..20190331
!! date-limit*

20190*.ed.
=> posted:20190101..20190931
!! date-limit*

20191*.ed.
=> posted:20191001..20191231
!! date-limit*

2019032*.dc.
=> posted:20190320..20190329
!! date-limit*

"2019 - 2020".yr.
=> posted:20190101..20201231
!! date-limit*

soon.ed.
=> void
!! date-limit*
