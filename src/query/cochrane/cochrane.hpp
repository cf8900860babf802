// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>

#include "query/citation/borrowed_forms.hpp"
#include "query/sign_place.hpp"
#include "trialsift/query/tree.hpp"

/// What only the Cochrane Library writes, in lines that are otherwise as PubMed's.
namespace trialsift::query {

/// Headings: MeSH descriptor: [Asthma] explode all trees; MeSH descriptor Asthma, this term only; [mh "Asthma"]; [mh
/// ^Asthma/DT]. Without "explode" or "this term only" a descriptor is exploded. Lines: {or #1-#3, #5}.
extern const BorrowedForms kCochraneForms;

/// See Dialect.
std::optional<Span> cochrane_sign(const SignPlace& place);

}  // namespace trialsift::query
