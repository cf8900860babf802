# SPDX-License-Identifier: GPL-2.0-or-later
# trialsift_flags: what every target of the project is compiled with; nothing global is touched.
add_library(trialsift_flags INTERFACE)
target_compile_features(trialsift_flags INTERFACE cxx_std_20)
target_compile_options(trialsift_flags INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
                                                 -Wnon-virtual-dtor -Woverloaded-virtual)
if(CMAKE_CXX_COMPILER_ID STREQUAL GNU AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # g++ 12 sees overlaps and overruns in the concatenation of std::strings that are none (GCC bugs 105329 and 105651), all
  # the more behind a precompiled header. g++ 13 and 14 and clang look for the same.
  target_compile_options(trialsift_flags INTERFACE -Wno-restrict -Wno-array-bounds -Wno-stringop-overflow)
endif()
# Release as CMake has it is -O3. Here -O2 is as fast, and for targets whose own work is a small part of any command
# (property TRIALSIFT_COLD) so is -O1, which compiles in 60 % of the time (bench/results.md). Flags of the user's own stand.
define_property(TARGET PROPERTY TRIALSIFT_COLD BRIEF_DOCS "In Release -O1 is enough")
if(CMAKE_CXX_FLAGS_RELEASE STREQUAL "-O3 -DNDEBUG")
  target_compile_options(trialsift_flags INTERFACE
                         $<$<CONFIG:Release>:-O$<IF:$<BOOL:$<TARGET_PROPERTY:TRIALSIFT_COLD>>,1,2>>)
endif()
# Hardening. A sanitizer looks for the same and is not to be disturbed; what the compiler defines of itself, or a
# distribution in its flags, stands. _FORTIFY_SOURCE is for optimised code alone.
if(NOT TRIALSIFT_SANITIZE)
  target_compile_options(trialsift_flags INTERFACE -fstack-protector-strong)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64|i[3-6]86)$")
    target_compile_options(trialsift_flags INTERFACE -fcf-protection)
  endif()
  include(CheckCXXSourceCompiles)
  set(CMAKE_REQUIRED_FLAGS "-O2")
  check_cxx_source_compiles("#ifdef _FORTIFY_SOURCE\n#error defined\n#endif\nint main() {}" TRIALSIFT_NOT_FORTIFIED)
  unset(CMAKE_REQUIRED_FLAGS)
  if(TRIALSIFT_NOT_FORTIFIED)
    target_compile_options(trialsift_flags INTERFACE $<$<CONFIG:Release,RelWithDebInfo,MinSizeRel>:-D_FORTIFY_SOURCE=2>)
  endif()
  if(CMAKE_SYSTEM_NAME STREQUAL Linux)
    target_link_options(trialsift_flags INTERFACE -Wl,-z,relro,-z,now)
  endif()
endif()
if(TRIALSIFT_DEVELOPER)
  target_compile_options(trialsift_flags INTERFACE -Werror)
  target_compile_definitions(trialsift_flags INTERFACE _GLIBCXX_ASSERTIONS)
endif()
if(TRIALSIFT_SANITIZE)
  target_compile_options(trialsift_flags INTERFACE -fsanitize=${TRIALSIFT_SANITIZE} -fno-omit-frame-pointer
                                                   -fno-sanitize-recover=all)
  target_link_options(trialsift_flags INTERFACE -fsanitize=${TRIALSIFT_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    # g++ 12 sees uninitialized members in <functional> and simdjson that are none, once code is instrumented.
    target_compile_options(trialsift_flags INTERFACE -Wno-maybe-uninitialized -Wno-dangling-pointer)
  endif()
endif()
