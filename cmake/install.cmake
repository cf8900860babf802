# SPDX-License-Identifier: GPL-2.0-or-later
# What `cmake --install` puts where. Two components: `program` (binary, man pages, completions, documentation) and
# `development` (library, headers, CMake package). cmake/package.cmake makes a Debian package of each.
include(CMakePackageConfigHelpers)

# The library: the objects of all modules in one archive. module() keeps the list.
get_property(modules GLOBAL PROPERTY TRIALSIFT_MODULES)
get_property(links GLOBAL PROPERTY TRIALSIFT_LINKS)
list(REMOVE_DUPLICATES links)
set(objects)
foreach(name IN LISTS modules)
  list(APPEND objects $<TARGET_OBJECTS:trialsift_${name}>)
endforeach()
add_library(trialsift_library STATIC ${objects})
set_target_properties(trialsift_library PROPERTIES OUTPUT_NAME trialsift EXPORT_NAME trialsift LINKER_LANGUAGE CXX)
target_compile_features(trialsift_library PUBLIC cxx_std_20)
target_include_directories(trialsift_library INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
target_link_libraries(trialsift_library PRIVATE ${links})

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/trialsift)
install(TARGETS trialsift_library EXPORT trialsift-targets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(EXPORT trialsift-targets NAMESPACE trialsift:: DESTINATION ${package_dir} COMPONENT development)
install(DIRECTORY include/trialsift DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
        FILES_MATCHING PATTERN "*.hpp")
write_basic_package_version_file(${PROJECT_BINARY_DIR}/trialsift-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/trialsift-config-version.cmake cmake/trialsift-config.cmake cmake/dependencies.cmake
        DESTINATION ${package_dir} COMPONENT development)

# The program, and what it writes about itself.
set(generated ${PROJECT_BINARY_DIR}/share)
add_custom_command(
  OUTPUT ${generated}/stamp
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${generated}
  COMMAND trialsift generate ${generated}
  COMMAND ${CMAKE_COMMAND} -E touch ${generated}/stamp
  DEPENDS trialsift
  COMMENT "Man pages, completions and the reference of commands")
add_custom_target(generated ALL DEPENDS ${generated}/stamp)
add_custom_target(reference
  COMMAND ${CMAKE_COMMAND} -E copy ${generated}/doc/trialsift/commands.md ${PROJECT_SOURCE_DIR}/docs/commands.md
  DEPENDS ${generated}/stamp
  COMMENT "docs/commands.md")

set(share ${CMAKE_INSTALL_DATADIR})
install(TARGETS trialsift RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
install(DIRECTORY ${generated}/man/ DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT program)
install(FILES docs/man/trialsift-query.7 DESTINATION ${CMAKE_INSTALL_MANDIR}/man7 COMPONENT program)
install(DIRECTORY ${generated}/bash-completion ${generated}/zsh ${generated}/fish DESTINATION ${share} COMPONENT program)
install(FILES README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program PATTERN man EXCLUDE)
install(DIRECTORY corpus DESTINATION ${CMAKE_INSTALL_DOCDIR}/examples COMPONENT program)
