# AND, OR, NOT, parentheses, precedence, and how they go together with + and -.

a AND b
=> (and a b)

a OR b
=> (or a b)

a NOT b
=> (and a (not b))

NOT b
=> (not b)

NOT NOT b
=> b

NOT NOT NOT b
=> (not b)

a AND b AND c
=> (and a b c)

a OR b OR c
=> (or a b c)

a AND b OR c AND d
=> (or (and a b) (and c d))

a OR b AND c
=> (or a (and b c))

a AND NOT b
=> (and a (not b))

a NOT b NOT c
=> (and a (not b) (not c))

a NOT b OR c
=> (or (and a (not b)) c)

a OR b NOT c
=> (or a (and b (not c)))

a AND b NOT c AND d
=> (and a b (not c) d)

a OR NOT b
=> (or a (not b))

NOT a AND b
=> (and (not a) b)

NOT (a OR b)
=> (not (or a b))

(a OR b) AND c
=> (and (or a b) c)

(a AND b) AND (c AND d)
=> (and a b c d)

(a OR b) OR (c OR (d OR e))
=> (or a b c d e)

a AND (b c)
=> (and a (any b c))

(a b)
=> (any a b)

((a))
=> a

((a b))
=> (any a b)

(a b) (c d)
=> (any (any a b) (any c d))

a (b)
=> (any a b)

a b AND c
=> (any a (and b c))
!! mixed-juxtaposition

a AND b c
=> (any (and a b) c)
!! mixed-juxtaposition

a OR b c OR d
=> (any (or a b) (or c d))
!! mixed-juxtaposition

a NOT b c
=> (any (and a (not b)) c)
!! mixed-juxtaposition

a b NOT c
=> (any a (and b (not c)))
!! mixed-juxtaposition

(a AND b) c
=> (any (and a b) c)

a (b OR c)
=> (any a (or b c))

a and b
=> (any a and b)
!! lower-case-operator

a or b and c
=> (any a or b and c)
!! lower-case-operator

a not b
=> (any a not b)
!! lower-case-operator

and
=> and

a and
=> (any a and)

and b
=> (any and b)

"a" and (b)
=> (any "a" and b)
!! lower-case-operator

a AND and AND b
=> (and a and b)

a AND -b
=> (and a (not b))

-a AND b
=> (and (not a) b)

-a OR -b
=> (or (not a) (not b))

+a AND b
=> (and a b)
!! sign-beside-operator

a AND +b c
=> (any (and a b) c)
!! sign-beside-operator
!! mixed-juxtaposition

NOT -a
=> a

a (-b)
=> (any a (not b))

a AND (-b)
=> (and a (not b))

a AND (+b)
=> (and a b)

(+a -b) AND c
=> (and (any +a -b) c)

-(a OR b)
=> (any -(or a b))

a -(b AND c)
=> (any a -(and b c))

+(a b) c
=> (any +(any a b) c)

"a"AND"b"
=> (and "a" "b")

a AND(b)
=> (and a b)

(a)OR(b)
=> (or a b)

Android ORAL NOTE
=> (any Android ORAL NOTE)

SAFETY AND EFFICACY
=> (and SAFETY EFFICACY)

a AND "b c" AND def*
=> (and a "b c" def*)

=a AND =b
=> (and =a =b)

a AND - b
=> (and a b)
!! dropped-sign
