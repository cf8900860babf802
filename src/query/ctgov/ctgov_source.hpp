// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <vector>

#include "query/ctgov/ctgov_area.hpp"
#include "query/ctgov/ctgov_lexer.hpp"
#include "trialsift/query/dialects.hpp"
#include "trialsift/query/tree.hpp"

/// What the terms and source operators of a search expression mean under the operators before them.
namespace trialsift::query {

enum class Expansion {
  kUnsaid,  ///< the registry takes Relaxation; here the words as written, together or apart
  kNone,
  kTerm,
  kConcept,
  kRelaxation,
  kLossy,
};

enum class Coverage { kContains, kFullMatch, kStartsWith, kEndsWith };

/// The context operators in force where a source stands.
struct CtgovContext {
  const Area* area = &default_area();
  Span area_span;
  Expansion expansion = Expansion::kUnsaid;
  Coverage coverage = Coverage::kContains;
  const DialectOptions* options = nullptr;  ///< never null
};

/// A term: words and quoted phrases side by side, not empty. Throws Error(kQuerySyntax).
Node ctgov_term(std::span<const CtgovToken> elements, const CtgovContext& context, std::vector<Warning>& warnings);
Node ctgov_range(const CtgovToken& range, const CtgovContext& context, std::vector<Warning>& warnings);
Node ctgov_missing(const CtgovToken& missing, const CtgovContext& context, std::vector<Warning>& warnings);

/// What cannot be answered, with the warning that says so.
Node ctgov_void(std::string_view what, Span span, std::vector<Warning>& warnings);

}  // namespace trialsift::query
