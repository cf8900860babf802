# Ovid: references to the lines before.
@ovid 9

1
=> #1

1 or 2
=> (or #1 #2)

1 OR 2 OR 3
=> (or #1 #2 #3)

1 and 2 and 3
=> (and #1 #2 #3)

#1 and #2
=> (and #1 #2)

5 not (6 and 7)
=> (and #5 (not (and #6 #7)))

(1 or 2) and (3 or 4)
=> (and (or #1 #2) (or #3 #4))

1 not 2 not 3
=> (and #1 (not #2) (not #3))

1 or 2 and 3
=> (or #1 (and #2 #3))

1 and asthma.tw.
=> (and #1 tiab:"asthma")

(asthma or 2).tw.
=> (or tiab:"asthma" tiab:"2")

(asthma.tw. or 2)
=> (or tiab:"asthma" #2)

or/1-4
=> (or #1 #2 #3 #4)

or/1-2,5
=> (or #1 #2 #5)

or/1-3,5-6,9
=> (or #1 #2 #3 #5 #6 #9)

OR/1-4
=> (or #1 #2 #3 #4)

or / 1-4
=> (or #1 #2 #3 #4)

or/ 1,3
=> (or #1 #3)

or/#1-#3
=> (or #1 #2 #3)

and/1-3
=> (and #1 #2 #3)

and/6,9
=> (and #6 #9)

and/3
=> #3

1-4/or
=> (or #1 #2 #3 #4)

1-2,5/and
=> (and #1 #2 #5)

or/1-2 and or/4-5
=> (and (or #1 #2) (or #4 #5))

or/1-4 not 5
=> (and (or #1 #2 #3 #4) (not #5))

(or/1-3) and 8
=> (and (or #1 #2 #3) #8)

or/1–4
=> (or #1 #2 #3 #4)
!! odd-dashes

8 and 9 (1,234)
=> (and #8 #9)
!! debris

8 and 9 [Block A AND Block B]
=> (and #8 #9)
!! debris

"1" or "2"
=> (or mp:"1" mp:"2")

type 2 diabetes
=> mp:"type 2 diabetes"

1.ti.
=> title:"1"

# References that lead nowhere.
10
xx 0: line 10 refers to itself

11
xx 0: line 11 stands after this one: a line refers to lines before it

12 or 1
xx 0: line 12 stands after this one: a line refers to lines before it

14
xx 0: there is no line 14 in this strategy

0
xx 0: there is no line 0 in this strategy

or/1-10
xx 0: line 10 refers to itself

or/8-12
xx 0: line 12 stands after this one: a line refers to lines before it

or/5-2
xx 0: the lines 5-2 run backwards: write 2-5

1 2
xx 2: an operator is missing here: write and, or, not or adj

1 exp Asthma/
xx 0: an operator is missing between these headings: write and, or, not

1 or
xx 2: there is nothing to the right of or: write a word, a phrase or a group there

or 1
xx 0: there is nothing to the left of or: write a word, a phrase or a group there

or/
xx 0: there is nothing to the left of or: write a word, a phrase or a group there

1 adj3 2
=> (near/3 mp:"1" mp:"2")

or/1-2000
xx 0: there is no line 2000 in this strategy

or/#x
=> mp:or/#x
