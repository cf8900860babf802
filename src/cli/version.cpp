// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/version.hpp"

#include "trialsift/store/manifest.hpp"

namespace trialsift::cli {

std::string version() {
  return TRIALSIFT_VERSION;
}

std::string release_date() {
  return TRIALSIFT_DATE;
}

std::string version_text() {
  return "trialsift " + version() + "\nXapian " + store::engine_version() + "\nindex format " +
         std::to_string(store::kIndexFormat);
}

}  // namespace trialsift::cli
