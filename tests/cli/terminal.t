$ trialsift index --quiet --index index corpus

# script(1) is the terminal, cat -v shows what reaches it. $PAGER stands in for a reader.
$ terminal() { script --quiet --return --command "$1" /dev/null < /dev/null | tr -d '\r' | cat -v; }; declare -f terminal > terminal.sh
$ . ./terminal.sh; TERM=xterm PAGER=cat terminal 'trialsift search -n 1 --snippets 1 metformin'
 1  ^[]8;;https://clinicaltrials.gov/study/NCT99000027^[\^[[35mNCT99000027^[[0m^[]8;;^[\  8.94
    ^[[1;31mMetformin^[[0m ^[[1mor^[[0m ^[[1mDapagliflozin^[[0m ^[[1mFirst^[[0m ^[[1min^[[0m ^[[1mNewly^[[0m ^[[1mDiagnosed^[[0m ^[[1mType^[[0m ^[[1m2^[[0m ^[[1mDiabetes^[[0m
    Recruiting M-BM-7 Phase 4 M-BM-7 2022-04-04 to 2027-10 M-BM-7 8600 participants M-BM-7 Type 2
    Diabetes Mellitus
      summary: ^[[1;31mMetformin^[[0m has been the first tablet for type 2 diabetes for
      decades.

1 trial.

# A pager reads what is shown, not what is made for programs.
$ . ./terminal.sh; TERM=xterm PAGER="sed 's/^/paged: /'" terminal 'trialsift search --color never -n 1 --snippets 0 metformin'
paged:  1  NCT99000027  8.94
paged:     Metformin or Dapagliflozin First in Newly Diagnosed Type 2 Diabetes
paged:     Recruiting M-BM-7 Phase 4 M-BM-7 2022-04-04 to 2027-10 M-BM-7 8600 participants M-BM-7 Type 2
paged:     Diabetes Mellitus
paged:
paged: 1 trial.
$ . ./terminal.sh; TERM=xterm PAGER="sed 's/^/paged: /'" terminal 'trialsift show --color never NCT99000010' | head -n 2
paged: NCT99000010
paged: Stopping Tyrosine Kinase Inhibitors in Chronic Myeloid Leukaemia: a Registry
$ . ./terminal.sh; TERM=xterm PAGER="sed 's/^/paged: /'" terminal 'trialsift search --color never --no-pager -n 1 --snippets 0 metformin' | head -n 1
 1  NCT99000027  8.94
$ . ./terminal.sh; TERM=xterm PAGER="sed 's/^/paged: /'" terminal 'trialsift search -f ids metformin'
NCT99000027
$ PAGER="sed 's/^/paged: /'" trialsift search -n 1 --snippets 0 metformin | head -n 1
 1  NCT99000027  8.94

# Bars on a terminal, none where it is dumb; no colours where they are not wanted.
$ . ./terminal.sh; TERM=xterm PAGER=cat terminal 'trialsift search --color never -n 1 --snippets 0 --facets status,start graft' | LC_ALL=C sed 's/M-bM-^V[^ ]*/BAR/'
 1  NCT99000001  8.63
    Lenalidomide Maintenance After Allogeneic Transplantation in Multiple
    Myeloma
    Active, not recruiting M-BM-7 Phase 3 M-BM-7 2018-02-19 to 2027-06 M-BM-7 168 participants
    M-BM-7 Multiple Myeloma, Graft Versus Host Disease

Status
  Recruiting              3  BAR
  Active, not recruiting  1  BAR
  Completed               1  BAR
  Terminated              1  BAR
  (not given)             4

Start, by year
  2016         1  BAR
  2017         1  BAR
  2018         1  BAR
  2019         0
  2020         1  BAR
  2021         0
  2022         1  BAR
  2023         1  BAR
  (not given)  4

10 trials; shown: 1 to 1 (--limit, --offset).
$ . ./terminal.sh; TERM=dumb PAGER=cat terminal 'trialsift search -n 1 --snippets 0 --facets phase graft'
 1  NCT99000001  8.63
    Lenalidomide Maintenance After Allogeneic Transplantation in Multiple
    Myeloma
    Active, not recruiting M-BM-7 Phase 3 M-BM-7 2018-02-19 to 2027-06 M-BM-7 168 participants
    M-BM-7 Multiple Myeloma, Graft Versus Host Disease

Phase
  Phase 2      3
  Phase 3      3
  Phase 1      1
  (not given)  4

10 trials; shown: 1 to 1 (--limit, --offset).
$ . ./terminal.sh; TERM=xterm NO_COLOR=1 PAGER=cat terminal 'trialsift search -n 1 --snippets 0 metformin' | head -n 1
 1  NCT99000027  8.94
