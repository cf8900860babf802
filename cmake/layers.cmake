# SPDX-License-Identifier: GPL-2.0-or-later
# The levels of the house, held once. A module may include modules of lower levels only, never one of its own level.
# module() makes the link lines from this list; cmake/check_layers.cmake fails a test on an #include that goes against it.
set(TRIALSIFT_LAYERS
    base:0
    model:1 eval:1
    schema:2 formats:2 analysis:2
    store:3 query:3
    search:4 ingest:4
    render:5
    screen:6
    cli:7)

# Wings: the folders inside a module, with levels of their own. A wing may include wings of lower levels only: a language of
# queries never another's, a family of registers never another's. "." is the module's own folder: its headers stand at that
# level (so do its public ones, which every wing may use), and its sources stand above all wings.
set(TRIALSIFT_WINGS
    formats/bytes:0 formats/values:1
    formats/.:1
    formats/json:2 formats/xml:2 formats/tables:2
    formats/aact:3 formats/ctgov:3 formats/ictrp:3
    query/.:0
    query/frame:1
    query/citation:2
    query/native:3 query/ovid:3 query/pubmed:3 query/cochrane:3 query/ctgov:3 query/strategy:3)

# level_in(<list> <name> <out>): of the entry name:level; an unknown name is an error.
function(level_in list name out)
  foreach(entry IN LISTS ${list})
    string(REPLACE ":" ";" parts "${entry}")
    list(GET parts 0 known)
    if(known STREQUAL name)
      list(GET parts 1 level)
      set(${out} ${level} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "${name} is not in cmake/layers.cmake")
endfunction()

# layer_level(<module> <out>): the module's level; an unknown module is an error.
function(layer_level module out)
  level_in(TRIALSIFT_LAYERS ${module} level)
  set(${out} ${level} PARENT_SCOPE)
endfunction()

# wing_level(<module>/<wing> <out>): the wing's level in its module; an unknown wing is an error.
function(wing_level wing out)
  level_in(TRIALSIFT_WINGS ${wing} level)
  set(${out} ${level} PARENT_SCOPE)
endfunction()
