# SPDX-License-Identifier: GPL-2.0-or-later
include(${CMAKE_CURRENT_LIST_DIR}/layers.cmake)

# module(<name> [COLD] [USES module...] [LINK library...]): the folder src/<name> and its wings as the static library
# trialsift_<name>. USES are modules of lower levels (checked here); LINK are outside libraries that only this module's sources
# see; COLD is explained in cmake/warnings.cmake.
# The global properties TRIALSIFT_MODULES and TRIALSIFT_LINKS collect both for the installed library (cmake/install.cmake).
function(module name)
  cmake_parse_arguments(arg "COLD" "" "USES;LINK" ${ARGN})
  layer_level(${name} own)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(trialsift_${name} STATIC ${sources})
  target_include_directories(trialsift_${name} PUBLIC ${PROJECT_SOURCE_DIR}/include PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(trialsift_${name} PRIVATE trialsift_flags ${arg_LINK})
  set_target_properties(trialsift_${name} PROPERTIES TRIALSIFT_COLD ${arg_COLD})
  precompiled(trialsift_${name})
  set_property(GLOBAL APPEND PROPERTY TRIALSIFT_MODULES ${name})
  set_property(GLOBAL APPEND PROPERTY TRIALSIFT_LINKS ${arg_LINK})
  foreach(used IN LISTS arg_USES)
    layer_level(${used} level)
    if(NOT level LESS own)
      message(FATAL_ERROR "module ${name} (level ${own}) may not use ${used} (level ${level})")
    endif()
    target_link_libraries(trialsift_${name} PUBLIC trialsift_${used})
  endforeach()
endfunction()
