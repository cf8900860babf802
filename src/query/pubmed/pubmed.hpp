// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "query/citation/borrowed_forms.hpp"
#include "query/sign_place.hpp"
#include "trialsift/query/dialects.hpp"

namespace trialsift::query {

/// See Dialect::parse; the grammar stands in the source. `forms` are what another database writes in such lines.
Query parse_pubmed(std::string_view text, const References& references, const DialectOptions& options,
                   const BorrowedForms& forms);

/// See Dialect; without the signs of the borrowed forms.
std::optional<Span> pubmed_sign(const SignPlace& place);
bool is_pubmed_combination(std::string_view line);
std::string_view pubmed_habit(std::string_view text);

}  // namespace trialsift::query
