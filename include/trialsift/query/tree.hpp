// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

/// What a query says, in whatever language it was written. A tree knows fields by name but no index.
namespace trialsift::query {

enum class NodeKind {
  kWord,     ///< text as written ("Allo-SCT"): the analyzer splits it, the search decides what it stands for
  kPhrase,   ///< these words, one after the other, as written (folded): no families, nothing added
  kPattern,  ///< as kPhrase, with wildcards in its words: * any run, *3 at most three, ? none or one, # exactly one
  kNear,     ///< two children whose nearest ends are at most `distance` positions apart (1: neighbours)
  kHeading,  ///< text is a MeSH heading, looked up in the records' own MeSH terms
  kFilter,   ///< a keyword or key field and one value
  kRange,    ///< a date or number field and an interval
  kHas,      ///< the record has the field
  kAnd,
  kOr,
  kNot,    ///< one child: all records without it
  kAny,    ///< juxtaposition: its children by their Occur, ranked
  kEvery,  ///< every record
  kVoid,   ///< what no registry record can answer: drops out of AND, OR and NOT; alone it has no hits and no count
  kLine,   ///< the records of another line of a strategy
};

enum class Occur {
  kOptional,
  kRequired,  ///< +a
  kExcluded,  ///< -a
  kFilter,    ///< a filter beside words: required, without weight; those of one field are alternatives
};

/// Bytes of the query as given.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
};

constexpr std::int64_t kOpenLow = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t kOpenHigh = std::numeric_limits<std::int64_t>::max();

/// A distance of kNear: anywhere in one value of the field, so in one study site. No value has as many words.
constexpr std::uint32_t kSameValue = 1'000'000;

struct Node {
  NodeKind kind = NodeKind::kAny;
  Occur occur = Occur::kOptional;  ///< in a kAny parent
  bool exact = false;              ///< kWord: =word, no family and no variants
  bool ordered = false;            ///< kNear: the first child stands before the second
  bool explode = false;            ///< kHeading: narrower headings too
  bool fallback = false;           ///< leaves: a record without any of the fields is searched in its descriptions
  bool at_start = false;           ///< words, phrases, patterns, kNear: the match begins a value of its field...
  bool at_end = false;             ///< ...and ends one: both together are the value as a whole
  bool keep_missing = false;       ///< kFilter, kRange: records without the field too
  std::string text;                ///< of words, phrases, patterns, headings: as written; kFilter: the value's key
  std::string field;               ///< name of a field or combined field; empty: the default ones
  std::uint32_t distance = 1;      ///< kNear
  std::uint32_t line = 0;          ///< kLine: place in the strategy, from 0
  double weight = 1;               ///< word^2: how much it counts in the ranking
  std::int64_t low = kOpenLow;     ///< kRange: both ends belong to it; dates are YYYYMMDD, ages days
  std::int64_t high = kOpenHigh;
  std::vector<Node> children;
  Span span;

  // Made, copied and destroyed out of line: inlined, that would be a fortieth of the library's code.
  Node();
  Node(const Node& other);
  Node(Node&& other) noexcept;
  Node& operator=(const Node& other);
  Node& operator=(Node&& other) noexcept;
  ~Node();
};

struct Warning {
  std::string code;      ///< a stable slug: lower-case-operator, mixed-juxtaposition...
  std::string sentence;  ///< for people
  Span span;
  bool result_changing = false;  ///< the records found are not those that the searcher's own source would look for
};

struct Query {
  std::string text;     ///< as given
  std::string dialect;  ///< name of the language that it was read in; Dialect::parse leaves it to its caller
  Node root;            ///< a kAny without children for an empty query: every record
  std::vector<Warning> warnings;
  /// Only words side by side (filters aside): any-word and all-word counts differ and are told.
  bool bare_words = false;
  /// Its words may stand for others too, where a search is told so. A reviewer's own language adds nothing.
  bool may_expand = false;
};

/// Makes filters and ranges that a record must fit hold for records without their field, too. What stands under NOT and
/// minus stays as it is.
void keep_missing(Node& tree);
/// The fields of those filters and ranges, each once, in the tree's order.
std::vector<std::string> wanted_values(const Node& tree);

/// The tree in one line, for --analyze, golden tests and people: (any lenalidomide +"a b" -title:x
/// [status:recruiting]), (and a (or b c) (not d)), transplant*, =word, start:20150101..20201231, has:detailed.
std::string to_string(const Node& node);

}  // namespace trialsift::query
