# SPDX-License-Identifier: GPL-2.0-or-later
# find_package(trialsift): the target trialsift::trialsift, to be linked, and the headers trialsift/<module>/<name>.hpp.
include(${CMAKE_CURRENT_LIST_DIR}/dependencies.cmake)
include(${CMAKE_CURRENT_LIST_DIR}/trialsift-targets.cmake)
