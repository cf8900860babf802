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
=> age:0d..29d
!! check-tag*

Infant/
=> age:30d..729d
!! check-tag*

exp Infant/
=> age:0d..729d
!! check-tag*

"Child, Preschool"/
=> age:730d..2190d
!! check-tag*

Child/
=> age:2191d..4747d
!! check-tag*

exp Child/
=> age:730d..4747d
!! check-tag*

Adolescent/
=> age:4748d..6938d
!! check-tag*

Young Adult/
=> age:6939d..9130d
!! check-tag*

Adult/
=> age:6939d..16435d
!! check-tag*

exp Adult/
=> age:6939d..
!! check-tag*

Middle Aged/
=> age:16436d..23740d
!! check-tag*

Aged/
=> age:23741d..
!! check-tag*

"Aged, 80 and over"/
=> age:29220d..
!! check-tag*

Female/
=> (or sex:female sex:all)
!! check-tag*

Male/
=> (or sex:male sex:all)
!! check-tag*

exp Child/ or exp Infant/ or Adolescent/
=> (or age:730d..4747d age:0d..729d age:4748d..6938d)
!! check-tag*
!! check-tag*
!! check-tag*

Adult/ not Child/
=> (and age:6939d..16435d (not age:2191d..4747d))
!! check-tag*
!! check-tag*

Adults/
=> Adults/
