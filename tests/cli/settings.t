# Settings come from the command line, the environment, the file, the program; --print-config tells which from where.
$ export XDG_CONFIG_HOME=$PWD/config
> mkdir -p config/trialsift
> cat > config/trialsift/config.toml <<'END'
> # mine
> quiet = true
> [search]
> limit = 3
> format = "ids"
> [screen.run]
> syntax = "ovid"
> END
> trialsift index --index index corpus
> trialsift search --config /dev/null --limit 1 -f ids maintenance
> export XDG_CONFIG_HOME=$PWD/config
> trialsift search maintenance
> TRIALSIFT_SEARCH_LIMIT=2 trialsift search maintenance
> TRIALSIFT_SEARCH_LIMIT=2 trialsift search --limit 1 maintenance
NCT99000002
NCT99000002
NCT99000001
NCT99000086
NCT99000002
NCT99000001
NCT99000002
$ export XDG_CONFIG_HOME=$PWD/config
> TRIALSIFT_SEARCH_LIMIT=2 trialsift search --syntax native --print-config | grep -E '^(#.*toml$|# color|quiet|\[|syntax|format|limit|# batch)'
\# [...]/config/trialsift/config.toml
\# color = "auto"  # default
quiet = true  # [...]/config/trialsift/config.toml
[search]
\# batch = false  # default
syntax = "native"  # command line
format = "ids"  # [...]/config/trialsift/config.toml
limit = 2  # TRIALSIFT_SEARCH_LIMIT
$ XDG_CONFIG_HOME=$PWD/config trialsift screen run --print-config | grep -A 1 screen
[screen.run]
syntax = "ovid"  # [...]/config/trialsift/config.toml

# What it prints is a file of settings.
$ trialsift --print-config > first.toml; trialsift --config first.toml --print-config | sed 's/  #.*//' > second.toml
> diff <(tail -n +2 first.toml | sed 's/  #.*//') <(tail -n +2 second.toml)

# A flag of the command line wins over a setting that excludes it.
$ XDG_CONFIG_HOME=$PWD/config trialsift search --json maintenance | tail -n 1
{"type":"end","returned":3}

# Without arguments that a command needs, its settings can be told.
$ trialsift show --print-config | grep -A 1 show
[show]
\# format = "text"  # default

# A file given with --config, or named by TRIALSIFT_CONFIG, stands in the place of the user's.
$ printf '[search]\nlimit = 1\nformat = "ids"\n' > mine.toml
> XDG_CONFIG_HOME=$PWD/config trialsift search --config mine.toml maintenance
> TRIALSIFT_CONFIG=mine.toml trialsift search maintenance
NCT99000002
NCT99000002

# What no option takes is refused, with its place and the nearest name.
$ printf 'colour = "never"\n' > wrong.toml; trialsift stats --config wrong.toml
trialsift: error[usage]: wrong.toml: there is no setting colour
  hint: did you mean color?
? 2
$ printf '[serch]\nlimit = 1\n' > wrong.toml; trialsift stats --config wrong.toml
trialsift: error[usage]: wrong.toml: there is no command serch
  hint: did you mean search?
? 2
$ printf '[search]\nlimit = [1, 2]\n' > wrong.toml; trialsift stats --config wrong.toml
trialsift: error[usage]: wrong.toml: search.limit takes one value
  hint: see trialsift --help
? 2
$ printf '[search]\nsyntax = "ovdi"\n' > wrong.toml; trialsift stats --config wrong.toml
trialsift: error[usage]: wrong.toml: --syntax does not take ovdi
  hint: did you mean ovid? it takes native, ovid, [...], auto
? 2
$ TRIALSIFT_COLOR=alwys trialsift stats
trialsift: error[usage]: TRIALSIFT_COLOR: --color does not take alwys
  hint: did you mean always? it takes auto, always, never
? 2
$ TRIALSIFT_SEARCH_LIMIT=five trialsift search maintenance
trialsift: error[usage]: TRIALSIFT_SEARCH_LIMIT: --limit: Value five not in range [...]
  hint: see trialsift --help
? 2
$ trialsift stats --config nowhere.toml
trialsift: error[io]: cannot open nowhere.toml: No such file or directory
? 2

# No text of a query and no file name of an index run is a setting.
$ printf '[search]\nquery = "x"\n' > wrong.toml; trialsift stats --config wrong.toml
trialsift: error[usage]: wrong.toml: there is no setting query
  hint: trialsift --print-config lists all settings
? 2
