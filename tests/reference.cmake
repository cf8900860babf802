# SPDX-License-Identifier: GPL-2.0-or-later
# cmake -DBUILD=<dir> -DSOURCE=<dir> -P reference.cmake: docs/commands.md is what the program writes.
file(READ ${BUILD}/share/doc/trialsift/commands.md written)
file(READ ${SOURCE}/docs/commands.md kept)
if(NOT written STREQUAL kept)
  message(FATAL_ERROR "docs/commands.md is not what the table of commands says now: cmake --build ${BUILD} --target reference")
endif()
