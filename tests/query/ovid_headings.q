# Ovid: headings, subheadings, major focus, check tags.
@ovid

Asthma/
=> Asthma/

exp Asthma/
=> exp Asthma/

EXP asthma/
=> exp asthma/

explode Asthma/
=> exp Asthma/

*Asthma/
=> Asthma/
!! major-focus*

exp *Asthma/
=> exp Asthma/
!! major-focus*

*exp Asthma/
=> exp Asthma/
!! major-focus*

"Asthma"/
=> Asthma/

exp "Bone and Bones"/
=> exp Bone and Bones/

*"Quality of Life"/
=> Quality of Life/
!! major-focus*

Tomography, X-Ray Computed/
=> Tomography, X-Ray Computed/

exp Carcinoma, Squamous Cell/
=> exp Carcinoma, Squamous Cell/

Drug-Therapy-Combination/
=> Drug-Therapy-Combination/

exp matrix metalloproteinase 3/ or exp matrix metalloproteinase 9/
=> (or exp matrix metalloproteinase 3/ exp matrix metalloproteinase 9/)

"Imagery (Psychotherapy)"/
=> Imagery (Psychotherapy)/

exp "clinical trial [publication type]"/
=> exp clinical trial/

neoplasm$/
=> mesh:neoplasm*

Asthma/di
=> Asthma/
!! subheading*

Asthma/di, ra
=> Asthma/
!! subheading*

exp Asthma/dt,th [Drug Therapy, Therapy]
=> exp Asthma/
!! debris
!! subheading*

exp "Ampulla of Vater"/su [Surgery]
=> exp Ampulla of Vater/
!! debris
!! subheading*

*Asthma/px
=> Asthma/
!! major-focus*
!! subheading*

Oximetry/ [Methods]
=> Oximetry/
!! debris

Asthma / or Wheezing /
=> (or Asthma/ Wheezing/)

Asthma/or Wheezing/
=> (or Asthma/ Wheezing/)

Asthma/ and Child Health/
=> (and Asthma/ Child Health/)

(Asthma/ or wheez$.tw.) and exp Steroids/
=> (and (or Asthma/ tiab:wheez*) exp Steroids/)

Asthma/ or asthma.mp.
=> (or Asthma/ mp:"asthma")

oxygen.mp. or exp Oxygen/
=> (or mp:"oxygen" exp Oxygen/)

((asthma or wheez$).tw. or Asthma/) not Eczema/
=> (and (or tiab:"asthma" tiab:wheez* Asthma/) (not Eczema/))

# Check tags: every record, none, ages, a sex.
humans/
=> every
!! check-tag*

Human/
=> every
!! check-tag*

Animals/
=> (not every)
!! check-tag*

animal/ not human/
=> (and (not every) (not every))
!! check-tag*
!! check-tag*

exp animals/ not humans.sh.
=> (and (not every) (not void))
!! check-tag*
!! void-field*

animals/ not (humans/ and animals/)
=> (and (not every) (not (and every (not every))))
!! check-tag*
!! check-tag*

exp Animals/ not exp Humans/
=> (and (not every) (not every))
!! check-tag*
!! check-tag*

human/s
=> every
!! subheading*
!! check-tag*

Infant, Newborn/
=> age:0..0
!! check-tag*

Infant/
=> age:0..1
!! check-tag*

exp Infant/
=> age:0..1
!! check-tag*

"Child, Preschool"/
=> age:2..5
!! check-tag*

Child/
=> age:6..12
!! check-tag*

exp Child/
=> age:2..12
!! check-tag*

Adolescent/
=> age:13..18
!! check-tag*

Young Adult/
=> age:19..24
!! check-tag*

Adult/
=> age:19..44
!! check-tag*

exp Adult/
=> age:19..
!! check-tag*

Middle Aged/
=> age:45..64
!! check-tag*

Aged/
=> age:65..
!! check-tag*

"Aged, 80 and over"/
=> age:80..
!! check-tag*

Female/
=> (or sex:female sex:all)
!! check-tag*

Male/
=> (or sex:male sex:all)
!! check-tag*

exp Child/ or exp Infant/ or Adolescent/
=> (or age:2..12 age:0..1 age:13..18)
!! check-tag*
!! check-tag*
!! check-tag*

Adult/ not Child/
=> (and age:19..44 (not age:6..12))
!! check-tag*
!! check-tag*

Adults/
=> Adults/
