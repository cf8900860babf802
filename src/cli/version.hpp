// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

namespace trialsift::cli {

/// The program's version alone.
std::string version();
/// The day of the release, as 2026-11-25.
std::string release_date();
/// With Xapian's and the index format's.
std::string version_text();

}  // namespace trialsift::cli
