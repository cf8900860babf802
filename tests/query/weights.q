# Weights: how much a word counts in the ranking.

lenalidomide^2
=> lenalidomide^2

lenalidomide^0.5 maintenance
=> (any lenalidomide^0.5 maintenance)

"graft versus host"^3
=> "graft versus host"^3

(a b)^2
=> (any a^2 b^2)

(a b^3)^2
=> (any a^2 b^6)

(a OR "b c")^2
=> (or a^2 "b c"^2)

title:a^2
=> title:a^2

title:(a b)^2
=> (any title:a^2 title:b^2)

title:"a b"^2
=> title:"a b"^2

=a^2
=> =a^2

+a^2 b
=> (any +a^2 b)

(a NEAR/2 b)^2
=> (near/2 a b)^2

(a phase:2)^2
=> (any a^2 [phase:phase2])

a^1
=> a

m^2
=> m^2

10^9
=> 10^9

# Refused or text.

a^0
xx 1: ^0 is no weight: write a number above 0 and at most 100, as in ^2 or ^0.5

a^101
xx 1: ^101 is no weight: write a number above 0 and at most 100, as in ^2 or ^0.5

a^1.2.3
xx 1: ^1.2.3 is no weight: write a number above 0 and at most 100, as in ^2 or ^0.5

"a"^0
xx 3: ^0 is no weight: write a number above 0 and at most 100, as in ^2 or ^0.5

a^b
=> a^b

^2
=> ^2

a ^2
=> (any a ^2)

"a" ^2
=> (any "a" ^2)

a^
=> a^

status:recruiting^2
xx 7: unknown status recruiting^2: did you mean recruiting?
