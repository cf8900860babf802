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

# layer_level(<module> <out>): the module's level; an unknown module is an error.
function(layer_level module out)
  foreach(entry IN LISTS TRIALSIFT_LAYERS)
    string(REPLACE ":" ";" parts "${entry}")
    list(GET parts 0 name)
    if(name STREQUAL module)
      list(GET parts 1 level)
      set(${out} ${level} PARENT_SCOPE)
      return()
    endif()
  endforeach()
  message(FATAL_ERROR "${module} is not in cmake/layers.cmake")
endfunction()
