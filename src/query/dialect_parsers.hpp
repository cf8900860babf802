// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "trialsift/query/dialects.hpp"
#include "trialsift/query/tree.hpp"

/// The parsers of the table of dialects; see Dialect::parse. The grammars stand in their sources.
namespace trialsift::query {

Query parse_ovid(std::string_view text, const References& references, const DialectOptions& options);
Query parse_ctgov(std::string_view text, const References& references, const DialectOptions& options);
Query parse_pubmed(std::string_view text, const References& references, const DialectOptions& options);

}  // namespace trialsift::query
