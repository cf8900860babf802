# Words, prefixes, exact words, phrases, signs; what is pasted and is no language.

lenalidomide
=> lenalidomide

lenalidomide maintenance allogeneic
=> (any lenalidomide maintenance allogeneic)

Allo-SCT
=> Allo-SCT

CD34+ IL-2 5-FU
=> (any CD34+ IL-2 5-FU)

HLA-A*1101
=> HLA-A*1101

HLA-A*02:01
=> HLA-A*02:01

HLA-A*11*
=> HLA-A-11*

mg/m² IFN-γ α
=> (any mg/m² IFN-γ α)

1.5 p<0.05
=> (any 1.5 p<0.05)

transplant*
=> transplant*

transplant* relaps*
=> (any transplant* relaps*)

CD3*
=> CD3*

what is it?
=> (any what is it)
!! dropped-question-mark

is it? really??
=> (any is it really)
!! dropped-question-mark

=Transplants
=> =Transplants

=Transplants graft
=> (any =Transplants graft)

="graft versus host"
=> "graft versus host"

"graft versus host"
=> "graft versus host"

“graft versus host”
=> "graft versus host"
!! smart-quotes

„graft versus host“
=> "graft versus host"
!! smart-quotes

“graft" host
=> (any "graft" host)
!! smart-quotes

ab"cd"ef
=> (any ab "cd" ef)

"cd"-ef
=> (any "cd" -ef)

"a" "b"
=> (any "a" "b")

graft "versus host" disease
=> (any graft "versus host" disease)

"Allo-SCT (CD34+) AND more"
=> "Allo-SCT (CD34+) AND more"

"transplant* relapse"
=> "transplant* relapse"
!! wildcard-in-phrase

"HLA-A*02 typing"
=> "HLA-A*02 typing"

graft versus host disease (GVHD)
=> (any graft versus host disease GVHD)

HER2(+) breast cancer
=> (any HER2 breast cancer)
!! dropped-sign

EGFR (-) NSCLC
=> (any EGFR NSCLC)
!! dropped-sign

a - b
=> (any a b)
!! dropped-sign

a -- b & c / d
=> (any a b c d)
!! dropped-sign

--help me
=> (any help me)
!! dropped-sign

1:1 randomisation
=> (any 1:1 randomisation)

12:30
=> 12:30

M:F ratio
=> (any M:F ratio)

http://clinicaltrials.gov/study
=> http://clinicaltrials.gov/study

FLT3:ITD
=> FLT3:ITD

Phase 2: a trial
=> (any Phase 2: a trial)

Objective: to study relapse
=> (any Objective: to study relapse)

title: study
=> (any title: study)
!! blank-after-field

+lenalidomide maintenance
=> (any +lenalidomide maintenance)

+a +b -c
=> (any +a +b -c)

-placebo
=> (any -placebo)

+a
=> a

pre-emptive
=> pre-emptive

(a)-b
=> (any a -b)

+"graft versus host" -(x y)
=> (any +"graft versus host" -(any x y))

2-(N-morpholino)
=> (any 2- N-morpholino)

NEAR death
=> (any NEAR death)

5%
=> 5%

O'Brien
=> O'Brien

日本語
=> 日本語

p=0.05
=> p=0.05

$100
=> $100

phase:
=> phase:
!! blank-after-field

(title:)
=> title:
!! blank-after-field

p = 0.05 (n=10)
=> (any p 0.05 n=10)
!! dropped-sign
