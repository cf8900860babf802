// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "trialsift/query/dialects.hpp"

namespace trialsift::query {

/// Reads a search expression of ClinicalTrials.gov (grammar in ctgov.cpp). Throws Error(kQuerySyntax). Any thread.
Query parse_ctgov(std::string_view text, const References& references, const DialectOptions& options);

}  // namespace trialsift::query
