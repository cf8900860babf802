# SPDX-License-Identifier: GPL-2.0-or-later
# Run by cpack in each package's tree: what Debian wants otherwise than `cmake --install` puts it. Man pages are
# compressed, each package has its copyright file, and completions lie where Debian's zsh looks for them.
file(GLOB trees ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/*/usr)
foreach(tree IN LISTS trees)
  file(GLOB_RECURSE pages ${tree}/share/man/*.[17])
  foreach(page IN LISTS pages)
    execute_process(COMMAND gzip -9nf ${page} COMMAND_ERROR_IS_FATAL ANY)
  endforeach()
  if(EXISTS ${tree}/share/zsh/site-functions)
    file(RENAME ${tree}/share/zsh/site-functions ${tree}/share/zsh/vendor-completions)
  endif()
  set(package libtrialsift-dev)
  if(EXISTS ${tree}/bin)
    set(package trialsift)
  endif()
  file(MAKE_DIRECTORY ${tree}/share/doc/${package})
  file(COPY_FILE ${CMAKE_CURRENT_LIST_DIR}/debian_copyright ${tree}/share/doc/${package}/copyright)
endforeach()
