# Ovid: words, phrases, wildcards, operators, nearness.
@ovid

asthma
=> mp:"asthma"

sleep apnoea
=> mp:"sleep apnoea"

"quality of life"
=> mp:"quality of life"

ASTHMA
=> mp:"ASTHMA"

anti-inflammatory
=> mp:"anti-inflammatory"

low density lipoprotein.tw.
=> tiab:"low density lipoprotein"

"graft-versus-host"
=> mp:"graft-versus-host"

crohn's disease.tw.
=> tiab:"crohn's disease"

d'amico.tw.
=> tiab:"d'amico"

5-hydroxytryptamine.mp.
=> mp:"5-hydroxytryptamine"

N-of-1.ti.
=> title:"N-of-1"

interferon-β.tw.
=> tiab:"interferon-β"

il-2.tw.
=> tiab:"il-2"

cd4+.tw.
=> tiab:"cd4+"

HIV/AIDS.tw.
=> tiab:"HIV/AIDS"

SPECT/CT.ti,ab.
=> tiab:"SPECT/CT"

"[11C]raclopride".ti,ab.
=> tiab:"[11C]raclopride"

"HbA(1c)".tw.
=> tiab:"HbA(1c)"

vitamin d.tw.
=> tiab:"vitamin d"

s. aureus.tw.
=> tiab:"s. aureus"

"S. aureus".tw.
=> tiab:"S. aureus"

pharmaco-genetic*.tw.
=> tiab:pharmaco-genetic*

# Wildcards: any run, limited runs, none or one, exactly one.
wheez$
=> mp:wheez*

wheez*
=> mp:wheez*

wheez:
=> mp:wheez*

sensitiv:.mp. or specific:.mp.
=> (or mp:sensitiv* mp:specific*)

colo?r.ti.
=> title:colo?r

wom#n.ti.
=> title:wom#n

randomi#ed.ab.
=> desc:randomi#ed

p?ediatric$.tw.
=> tiab:p?ediatric*

tumo?r$1.tw.
=> tiab:tumo?r*1

walk*3.ab.
=> desc:walk*3

adolescen$4.ab.
=> desc:adolescen*4

$oxacin.tw.
=> tiab:*oxacin

*cillin*.tw.
=> tiab:*cillin*

f$etal.tw.
=> tiab:f*etal

an?esthe$.ti,ab.
=> tiab:an?esthe*

cent*red.tw.
=> tiab:cent*red

PGP 9?5.tw.
=> tiab:"PGP 9?5"

r?26?490.mp.
=> mp:r?26?490

stem cell$ transplant*.tw.
=> tiab:"stem cell* transplant*"

"rapid test*".ti.
=> title:"rapid test*"

"behavio?r$ therap*".tw.
=> tiab:"behavio?r* therap*"

?phobi*.mp.
=> mp:?phobi*

12:30.tw.
=> tiab:"12 30"

# Operators in any case; and and not bind before or.
fever and cough
=> (and mp:"fever" mp:"cough")

fever or cough
=> (or mp:"fever" mp:"cough")

fever not cough
=> (and mp:"fever" (not mp:"cough"))

fever AND cough OR rash
=> (or (and mp:"fever" mp:"cough") mp:"rash")

fever or cough and rash
=> (or mp:"fever" (and mp:"cough" mp:"rash"))

fever or cough not rash
=> (or mp:"fever" (and mp:"cough" (not mp:"rash")))

fever and not rash
=> (and mp:"fever" (not mp:"rash"))

fever not cough and rash
=> (and mp:"fever" (not mp:"cough") mp:"rash")

fever Or cough oR rash
=> (or mp:"fever" mp:"cough" mp:"rash")

(fever or cough) and rash
=> (and (or mp:"fever" mp:"cough") mp:"rash")

((fever))
=> mp:"fever"

(fever or cough) not (rash or itch)
=> (and (or mp:"fever" mp:"cough") (not (or mp:"rash" mp:"itch")))

"and" or "or"
=> (or mp:"and" mp:"or")

"fever and cough".ti.
=> title:"fever and cough"

# Nearness: adj this order, adjN any order, at most N-1 words between.
heart adj failure
=> (adj/1 mp:"heart" mp:"failure")

heart adj1 failure
=> (near/1 mp:"heart" mp:"failure")

heart adj2 failure
=> (near/2 mp:"heart" mp:"failure")

heart ADJ3 failure
=> (near/3 mp:"heart" mp:"failure")

heart adj10 failure
=> (near/10 mp:"heart" mp:"failure")

(heart adj3 failure).ti.
=> (near/3 title:"heart" title:"failure")

(renal or kidney) adj3 (fail* or insufficien*)
=> (near/3 (or mp:"renal" mp:"kidney") (or mp:fail* mp:insufficien*))

((renal or kidney) adj3 (fail* or insufficien*)).ti,ab.
=> (near/3 (or tiab:"renal" tiab:"kidney") (or tiab:fail* tiab:insufficien*))

blood pressure adj5 ("home" or self)
=> (near/5 mp:"blood pressure" (or mp:"home" mp:"self"))

confocal adj2 laser adj2 microscop$
=> (near/2 (near/2 mp:"confocal" mp:"laser") mp:microscop*)

(confocal adj2 laser adj ophthalmoscop$).tw.
=> (adj/1 (near/2 tiab:"confocal" tiab:"laser") tiab:ophthalmoscop*)

heart adj3 (left adj2 ventric$)
=> (near/3 mp:"heart" (near/2 mp:"left" mp:ventric*))

(((early or late) adj2 onset) adj3 dementia).tw.
=> (near/3 (near/2 (or tiab:"early" tiab:"late") tiab:"onset") tiab:"dementia")

heart adj3 failure or asthma
=> (or (near/3 mp:"heart" mp:"failure") mp:"asthma")

asthma or heart adj3 failure and child
=> (or mp:"asthma" (and (near/3 mp:"heart" mp:"failure") mp:"child"))

heart adj3 attack.ti.
=> (near/3 title:"heart" title:"attack")

heart.ti. adj3 attack.ti.
=> (near/3 title:"heart" title:"attack")

heart adj3 attack.ti,kw.
=> (or (near/3 title:"heart" title:"attack") (near/3 kw:"heart" kw:"attack"))

(heart.ti. adj3 attack)
=> (near/3 title:"heart" title:"attack")

(type adj1 (1 or 2)).tw.
=> (near/1 tiab:"type" (or tiab:"1" tiab:"2"))

trial adj25 blind$
=> (near/25 mp:"trial" mp:blind*)

heart(attack or failure).tw.
=> (adj/1 tiab:"heart" (or tiab:"attack" tiab:"failure"))
!! juxtaposition

(heart or cardiac) (attack or failure).tw.
=> (adj/1 (or tiab:"heart" tiab:"cardiac") (or tiab:"attack" tiab:"failure"))
!! juxtaposition

foot (ulcer* or sore*).tw.
=> (adj/1 tiab:"foot" (or tiab:ulcer* tiab:sore*))
!! juxtaposition

adjuvant.tw.
=> tiab:"adjuvant"

adjust* adj3 dose*
=> (near/3 mp:adjust* mp:dose*)
