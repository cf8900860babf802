# Ovid: what is pasted in from elsewhere or printed beside lines.
@ovid 9

# Tags of the Cochrane Library; a colon that nothing follows is a wildcard.

breast cancer:ti,ab
=> tiab:"breast cancer"

(breast or lung):ti
=> (or title:"breast" title:"lung")

diagnos:.mp.
=> mp:diagnos*

(predict: or diagnos:).mp.
=> (or mp:predict* mp:diagnos*)

ratio 1:2.tw.
=> tiab:"ratio 1 2"

# Other databases' nearness is no word.

breast NEAR/3 cancer
xx 7: NEAR/3 is no operator of Ovid

breast near3 cancer
xx 7: near3 is no operator of Ovid

(breast w/5 cancer).tw.
xx 8: w/5 is no operator of Ovid

"breast near/3 cancer".tw.
=> tiab:"breast near/3 cancer"

# Numbers of results.

colon cancer.ti,ab. 1,234
=> tiab:"colon cancer"
!! debris

(colon cancer or CRC).tw. n=1234
=> (or tiab:"colon cancer" tiab:"CRC")
!! debris

colon cancer.ti,ab. - 1234
=> tiab:"colon cancer"
!! debris

Vitamin B 12.tw.
=> tiab:"Vitamin B 12"

Vitamin B 12/
=> Vitamin B 12/

1 and 2 (1,234)
=> (and #1 #2)
!! debris

# Entry dates of new records.

(2021* or 2022*).dt,ez,da.
=> (or void void)
!! date-limit*
