// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "trialsift/query/strategy.hpp"

namespace trialsift::screen {

/// Reads the text of a strategy file. Its first line that is neither blank nor a comment may be "syntax: NAME"; a
/// `told` dialect wins, and without both it is found out. Throws Error: kUsage for a NAME that is none, and what
/// query::parse_strategy() throws.
query::Strategy read_strategy(std::string_view text, const query::Dialect* told,
                              const query::DialectOptions& options = {});

}  // namespace trialsift::screen
