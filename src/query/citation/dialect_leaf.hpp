// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/citation/tags.hpp"
#include "trialsift/query/dialects.hpp"
#include "trialsift/query/tree.hpp"
#include "trialsift/schema/fields.hpp"

/// What the leaves of Ovid and PubMed are in registry records: fields, headings, check tags, void.
///
/// A parser gives words as kPhrase or kPattern without a field, and what may be a reference as kLine with its text
/// ("4",
/// "#1a"); qualify() and finish() decide.
namespace trialsift::query {

/// What reading a line carries with it.
struct DialectContext {
  const References& references;
  const DialectOptions& options;
  std::vector<Warning>& warnings;

  /// Once for each sentence.
  void tell(std::string_view code, std::string sentence, Span span, bool result_changing) const;
};

/// The tags of one unit, taken together.
struct TagList {
  std::vector<const Tag*> tags;
  std::string written;  ///< ".ti,ab." or "[tiab]", for sentences
  Span span;
};

/// Words as written, blanks collapsed: kPattern if they hold wildcards (* ? # in the tree's own spelling), else
/// kPhrase. Throws Error(kQuerySyntax) if there is no letter or digit.
Node words_leaf(std::string text, Span span);

/// What may be a reference to a line: a kLine with its text.
Node label_leaf(std::string text, Span span);

/// Puts the tags on every leaf below that has none yet. Numbers that might be references become words.
Node qualify(Node node, const TagList& list, const DialectContext& context);

/// The words of a heading, without its slash or tag. Check tags are what they say: every record, ages, a sex.
Node heading_leaf(std::string_view text, bool explode, Span span, const DialectContext& context);

/// Gives leaves that are left without a field the parts that the dialect searches by default, and references their
/// lines. Throws Error(kQuerySyntax) at a reference that leads nowhere, and at an operand that no nearness can have.
Node finish(Node node, unsigned default_parts, const DialectContext& context);

/// Two operands at most `distance` positions apart.
Node near_node(Node left, Node right, std::uint32_t distance, bool ordered);

Node void_leaf(std::string text, Span span);
Node every_record(Span span);
Node no_record(Span span);
/// Ages as model::parse_age reads them, both ends belonging to it; an empty one is open.
Node age_range(std::string_view low, std::string_view high, Span span);
Node sex_choice(std::string_view sex, Span span);

/// The limits of dates as they are written: 2005 -Current, 20111101-20140911, 1992/01/01:2015/11/30, 2012*.
std::optional<schema::Interval> read_dates(std::string_view text);
/// A limit to dates: a range of `posted` if options ask for it, else void. Tells.
Node dates_leaf(std::string_view text, Span span, const DialectContext& context);

}  // namespace trialsift::query
