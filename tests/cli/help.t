# -h is short, --help is long; every command has both.
$ trialsift -h | head -n 7
trialsift: full-text search for clinical trial records

Usage: trialsift [OPTIONS] COMMAND ...

Commands:
  index                 build or update an index from exported trial files
  search                rank trials by a query
$ trialsift terms -h
trialsift terms: list the index's words with their document frequencies

Usage: trialsift terms [OPTIONS] [PREFIX]

Arguments:
  PREFIX                how the words begin (default: all words)

Options:
  -f, --format NAME     text or tsv; the latter has word, documents, occurrences in all text fields
  -n, --limit N         words to list, 0 for all (default)

Every command takes -h, --help, --version, -i, --color, -v, -q, --log-file, --config,
  --print-config.

'trialsift terms --help' tells more, with examples.
$ trialsift terms --help
trialsift terms: list the index's words with their document frequencies

Usage: trialsift terms [OPTIONS] [PREFIX]

Words are listed as they are indexed: without case and accents. The number before a word is that of
the trials that hold it in a field searched by default.

Arguments:
  PREFIX                how the words begin (default: all words)

Options:
  -f, --format NAME     text or tsv; the latter has word, documents, occurrences in all text fields
  -n, --limit N         words to list, 0 for all (default)

Options of every command:
  -h                    short help
      --help            help with examples
      --version         versions of the program, Xapian and the index format
  -i, --index DIR       the index (else ./index, else the user's data folder)
      --color WHEN      colours and links: auto, always or never
  -v, --verbose         tell more; twice for details
  -q, --quiet           no messages beside results and errors
      --log-file FILE   write the log there
      --config FILE     read settings there (else $TRIALSIFT_CONFIG, else the user's)
      --print-config    print all settings with their sources, and do nothing else

Examples:
  trialsift terms lenal
  trialsift terms --format tsv > words.tsv
$ trialsift screen run -h | head -n 3
trialsift screen run: run search strategies line by line

Usage: trialsift screen run [OPTIONS] STRATEGY...

# Every command, also those of commands, has help with an example, and the short help is shorter.
$ names() { trialsift $1 -h | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'; }
> for command in $(names); do
>   for full in "$command" $(names $command | sed "s/^/$command@/"); do
>     full=${full/@/ }
>     trialsift $full --help | grep -q "^  \(.* | \)*trialsift $command" || echo "$full: no example"
>     [ $(trialsift $full -h | wc -c) -lt $(trialsift $full --help | wc -c) ] || echo "$full: short help is long"
>     trialsift $full --help | grep -q '.\{101\}' && trialsift $full --help | sed '/^Examples:/,$d' | grep '.\{101\}'
>   done
> done; true

# The nearest command, option and value are suggested.
$ trialsift serch myeloma
trialsift: error[usage]: there is no command serch
  hint: did you mean: trialsift search
? 2
$ trialsift --index x serch myeloma
trialsift: error[usage]: there is no command serch
  hint: did you mean: trialsift search
? 2
$ trialsift screen rum strategy.txt
trialsift: error[usage]: there is no command trialsift screen rum
  hint: did you mean: trialsift screen run
? 2
$ trialsift screen
trialsift: error[usage]: trialsift screen needs a command
  hint: see trialsift screen --help
? 2
$ trialsift search --limt 5 myeloma
trialsift: error[usage]: trialsift search has no option --limt
  hint: did you mean --limit?
? 2
$ trialsift search --limt=5 myeloma
trialsift: error[usage]: trialsift search has no option --limt
  hint: did you mean --limit?
? 2
$ trialsift search --xyz myeloma
trialsift: error[usage]: trialsift search has no option --xyz
  hint: a query that begins with a minus sign is given as --query=--xyz
? 2
$ trialsift search -cancer
trialsift: error[usage]: trialsift search has no option -cancer
  hint: a query that begins with a minus sign is given as --query=-cancer
? 2
$ trialsift search --syntax ovdi myeloma
trialsift: error[usage]: --syntax does not take ovdi
  hint: did you mean ovid? it takes native, ovid, [...], auto
? 2
$ trialsift stats --color alwys
trialsift: error[usage]: --color does not take alwys
  hint: did you mean always? it takes auto, always, never
? 2
$ trialsift stats --color=
trialsift: error[usage]: --color needs a value
  hint: see trialsift stats --help
? 2
$ trialsift search --limit
trialsift: error[usage]: --limit needs a value
  hint: see trialsift search --help
? 2
$ trialsift search --limit five myeloma
trialsift: error[usage]: --limit: Value five not in range [...]
  hint: see trialsift search --help
? 2
$ trialsift index
trialsift: error[usage]: there is no input
  hint: name files or folders, or --sources FILE
? 2
$ trialsift fields title
trialsift: error[usage]: trialsift fields takes no argument title
  hint: see trialsift fields --help
? 2
