// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>

#include "query/citation/dialect_leaf.hpp"
#include "query/citation/pasted_text.hpp"
#include "trialsift/query/dialects.hpp"
#include "trialsift/query/tree.hpp"

namespace trialsift::query {

/// A line of a language for databases of citations, made plain and read by its parser: Parser(pasted, context, more...)
/// and line(). Throws Error(kQuerySyntax).
template <class Parser, class... More>
Query read_line(std::string_view text, const References& references, const DialectOptions& options,
                const More&... more) {
  Query query;
  query.text = text;
  const PastedText pasted(query.text, query.warnings);
  const DialectContext context{references, options, query.warnings};
  query.root = Parser(pasted, context, more...).line();
  return query;
}

}  // namespace trialsift::query
