# Words and phrases in a field; fields in front of groups.

title:lenalidomide
=> title:lenalidomide

ti:lenalidomide
=> title:lenalidomide

TITLE:Lenalidomide
=> title:Lenalidomide

titles:a titles:b
=> (any title:a title:b)

title:"graft versus host"
=> title:"graft versus host"

title:“a b”
=> title:"a b"
!! smart-quotes

title:(a OR b)
=> (or title:a title:b)

title:(a b)
=> (any title:a title:b)

title:(a AND (b OR "c d"))
=> (and title:a (or title:b title:"c d"))

title:(a condition:b)
=> (any title:a condition:b)

title:(a OR condition:(b cde*))
=> (or title:a (any condition:b condition:cde*))

title:transplant*
=> title:transplant*

# Eligibility, outcomes and sponsors, whole and apart.

eligibility:HIV criteria:HIV
=> (any eligibility:HIV eligibility:HIV)

inclusion:HIV exclusion:(HIV OR "hepatitis B")
=> (any inclusion:HIV (or exclusion:HIV exclusion:"hepatitis B"))

primary_outcome:survival lead_sponsor:clinic sponsors:fund
=> (any primary_outcome:survival lead_sponsor:clinic sponsor:fund)

pmid:12345678 start_type:anticipated
=> (any [pmid:12345678] [start_type:estimated])

# All of a group in one site.

site:(germany recruiting)
=> (together location:germany site_status:recruiting)

site:(germany not yet recruiting)
=> (together location:germany site_status:not_yet_recruiting)
!! lower-case-operator

site:("Active, not recruiting" lille hospital)
=> (together (together site_status:active_not_recruiting location:lille) location:hospital)

site:(lille AND status:completed)
=> (together location:lille site_status:completed)

site:((germany OR austria) recruiting) asthma
=> (any (together (or location:germany location:austria) site_status:recruiting) asthma)

site:lille
=> location:lille

site:(lille NOT completed)
xx 16: this says nothing of one study site
?? write words of one site and its status: site:(germany recruiting)

site:(lille phase:2)
xx 12: this says nothing of one study site
?? write words of one site and its status: site:(germany recruiting)

title:=Transplants
=> title:=Transplants

title:="a b"
=> title:"a b"

desc:relapse
=> desc:relapse

desc:(relapse NOT early)
=> (and desc:relapse (not desc:early))

any:relapse all:relapse
=> (any any:relapse all:relapse)

brief_summary:x detailed_description:y
=> (any summary:x detailed:y)

+title:a -condition:b
=> (any +title:a -condition:b)

-title:(a OR b)
=> (any -(or title:a title:b))

mesh:"multiple myeloma" country:france
=> (any mesh:"multiple myeloma" [country:france])

title:a b
=> (any title:a b)

title:a(b)
=> (any title:a b)

title:a"b"
=> (any title:a "b")

title:1.5
=> title:1.5

title:AND
=> title:AND

title:http://x
=> title:http://x

why_stopped:funding
=> why_stopped:funding

mesh_ancestor:neoplasms
=> mesh_ancestor:neoplasms

criteria:creatinine
=> eligibility:creatinine

title:(=a b)
=> (any title:=a title:b)

title:(a) AND summary:b
=> (and title:a summary:b)

title:HLA-A*1101
=> title:HLA-A*1101

title:what?
=> title:what?

title:((a b) c)
=> (any (any title:a title:b) title:c)

title:(+a -b)
=> (any +title:a -title:b)
