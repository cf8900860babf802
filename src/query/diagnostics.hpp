// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/query/tree.hpp"

namespace trialsift::query {

/// Throws Error(kQuerySyntax) with its place at `offset`, a byte of the query as given.
[[noreturn]] void fail(std::size_t offset, const std::string& sentence, std::string hint = {});

/// Adds a warning unless the query has one of that code: a page of pasted text shall not give a page of warnings.
void warn(std::vector<Warning>& warnings, std::string_view code, std::string sentence, Span span);

/// Adds a warning unless the query has one of that code with that sentence.
void tell(std::vector<Warning>& warnings, Warning warning);

/// Text of the query for use in a sentence: well-formed, harmless to a terminal, shortened.
std::string shown(std::string_view text);

/// ": did you mean title?" with the candidate nearest to `word` in any case, or nothing where none is near.
std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates);

/// Well-formed UTF-8 with blanks for control characters.
std::string cleaned(std::string_view text);

}  // namespace trialsift::query
