# SPDX-License-Identifier: GPL-2.0-or-later
# precompiled(<target>): the standard headers that most sources include, compiled once, by the first target that asks, for
# all of them; in Release once more for cold targets, whose level of optimisation differs (cmake/warnings.cmake). They save
# time and nothing else: a source still includes what it uses, and CMAKE_DISABLE_PRECOMPILE_HEADERS=ON builds without them. A
# header belongs here that costs the sources that include it more than its loading costs all others.
function(precompiled target)
  get_target_property(is_cold ${target} TRIALSIFT_COLD)
  set(by TRIALSIFT_PRECOMPILED_BY)
  if(is_cold AND CMAKE_BUILD_TYPE STREQUAL Release)
    string(APPEND by _COLD)
  endif()
  get_property(owner GLOBAL PROPERTY ${by})
  if(owner)
    target_precompile_headers(${target} REUSE_FROM ${owner})
    return()
  endif()
  set_property(GLOBAL PROPERTY ${by} ${target})
  target_precompile_headers(${target} PRIVATE <algorithm> <array> <charconv> <cstdint> <filesystem> <functional> <map> <memory>
                            <optional> <span> <string> <string_view> <unordered_map> <utility> <variant> <vector>)
endfunction()

# What ccache asks for (with the sloppiness that tools/build sets) before it takes an object that a precompiled header is in.
if(CMAKE_CXX_COMPILER_LAUNCHER MATCHES ccache)
  target_compile_options(trialsift_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
                                                   "$<$<CXX_COMPILER_ID:Clang>:SHELL:-Xclang -fno-pch-timestamp>")
endif()
