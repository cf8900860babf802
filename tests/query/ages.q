# Ages: years unless a unit follows; an age is all its days.

age:18
=> (any [age:6574d..6938d])

age:18..65
=> (any [age:6574d..24105d])

age:18..
=> (any [age:6574d..])

age:..65
=> (any [age:..24105d])

age:>=18
=> (any [age:6574d..])

age:<18
=> (any [age:..6573d])

age:>65
=> (any [age:24106d..])

age:6m..2y
=> (any [age:182d..1094d])

age:6months
=> (any [age:182d..212d])

age:"6 months"
=> (any [age:182d..212d])

age:2w
=> (any [age:14d..20d])

age:10d
=> (any [age:10d..10d])

a age:18..65
=> (any a [age:6574d..24105d])

ages:18
=> (any [age:6574d..6938d])

# Refused.

age:old
xx 4: old is no age: write age:40, age:18..65, age:<18, age:6m..2y or age:child

age:65..18
xx 4: the range 65..18 ends before it begins: write 18..65

age:18months..1y
=> (any [age:547d..729d])

age:..
xx 4: a range has at least one end: write age:40, age:18..65, age:<18, age:6m..2y or age:child; has:age finds what has any value

age:
=> age:
!! blank-after-field

age:-1
xx 4: -1 is no age: write age:40, age:18..65, age:<18, age:6m..2y or age:child

age:1.5
=> (any [age:547d..577d])

age:child
=> (any [age:0d..6573d])

age:"Older Adult"
=> (any [age:23741d..73050d])

age:65+
=> (any [age:23741d..73050d])

age:18-64
=> (any [age:6574d..23740d])

age:"18 Years to 64 Years"
=> (any [age:6574d..23740d])
