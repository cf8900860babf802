# SPDX-License-Identifier: GPL-2.0-or-later
# cpack: the Debian packages trialsift and libtrialsift-dev, for the release of Debian on which it runs.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME trialsift)
set(CPACK_PACKAGE_VENDOR "the trialsift project")
set(CPACK_PACKAGE_CONTACT "The trialsift project <trialsift@example.org>")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program development)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/debian_files.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME trialsift)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_RECOMMENDS bash-completion)
set(CPACK_COMPONENT_PROGRAM_DESCRIPTION "trialsift builds an index of exported records of clinical trials and
searches it from the terminal: titles, both descriptions, conditions,
interventions and keywords, ranked. It runs search strategies written for
Ovid and PubMed, and its output is made for scripts.")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME libtrialsift-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "libarchive-dev, libexpat1-dev, libsimdjson-dev, libutf8proc-dev, libxapian-dev, libxxhash-dev, libzstd-dev, pkg-config")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "The static library of trialsift, its headers and a package for CMake, for
programs that index and search records of clinical trials themselves.")
include(CPack)
