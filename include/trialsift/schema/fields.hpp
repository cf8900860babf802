// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/trial.hpp"
#include "trialsift/model/vocabulary.hpp"

/// THE table of fields: indexing, query fields and ranges, sorting, CSV columns, the record's page, the registry's
/// areas, `trialsift fields` and the fingerprint stored in the index all read it. A new field is a row, a member of
/// Trial and a line in each reader.
namespace trialsift::schema {

enum class Kind {
  kKey,      ///< a trial's registered numbers
  kText,     ///< words, each under the field's prefix; token stream kept
  kKeyword,  ///< values of a vocabulary or whole folded values: filters, no weight
  kDate,     ///< an interval of days in two value slots
  kNumber,   ///< an interval of numbers in two value slots
  kAge,      ///< an interval of days of age in two value slots; queries give years
};

/// What a field is for; flags.
enum Use : unsigned {
  kDefault = 1U << 0U,  ///< searched by words without a field; the only fields that count for the ranked length
  kSortable = 1U << 1U,
  kFacet = 1U << 2U,
  kNames = 1U << 3U,  ///< names of people and places, which have no synonyms
  /// A date that is kept beside each record and in no document, since it changes without the record. It has no slots
  /// and no term.
  kBesideRecord = 1U << 4U,
};

/// How a field stands on the page of one record.
enum class Place {
  kNone,   ///< not by itself
  kLine,   ///< behind its label
  kProse,  ///< below its label, paragraph by paragraph
};

/// Both ends belong to it. Dates are YYYYMMDD, ages days.
struct Interval {
  std::int64_t low;
  std::int64_t high;
};

using TextsOf = void (*)(const model::Trial&, std::vector<std::string_view>&);
using JoinedOf = void (*)(const model::Trial&, std::vector<std::string>&);
using IntervalOf = std::optional<Interval> (*)(const model::Trial&);
using ShownOf = std::string (*)(const model::Trial&);

struct Field {
  std::string_view name;
  std::array<std::string_view, 3> aliases;  ///< unused ones are empty
  Kind kind;
  std::string_view prefix;  ///< of its terms; none starts another, none uses Z
  int slot;                 ///< of an interval's low end, the high end is in the next; -1: none or kBesideRecord
  unsigned uses;
  unsigned weight;                      ///< how many times a word here counts in the ranking (text fields)
  TextsOf texts;                        ///< kKey, kText, kKeyword: its values, each one apart
  IntervalOf interval;                  ///< kDate, kNumber, kAge
  ShownOf shown;                        ///< of an interval: as the record has it, or nothing
  const model::Vocabulary* vocabulary;  ///< kKeyword: how a query's value is spelt; null: as it stands, folded
  std::string_view about;
  std::string_view example;
  Place place = Place::kNone;
  std::string_view label = {};                 ///< on the record's page
  std::array<std::string_view, 9> areas = {};  ///< what ClinicalTrials.gov calls its parts; unused ones are empty
  /// kText: its values as the index has them where they are put together from several of `texts`; null: they are those.
  JoinedOf joined = nullptr;
};

/// A name for several text fields, such as `any` or `desc`.
struct CombinedField {
  std::string_view name;
  std::array<std::string_view, 32> fields;  ///< unused ones are empty
  std::string_view about;
  std::string_view alias = {};
};

/// The word in a site's value that says its status, a key of model::kStatuses. No text has such a word.
std::string site_status_word(std::string_view status);
/// The key that such a word says, or nothing.
std::string_view status_of_site_word(std::string_view word);

/// Slots that are no field's.
constexpr unsigned kIdSlot = 0;           ///< the id's text: the order of ties
constexpr unsigned kContentHashSlot = 1;  ///< hash of the stored record, 8 bytes

/// Prefix of the terms that say that a record has a field: prefix + the field's name.
constexpr std::string_view kHasPrefix = "XH";

std::span<const Field> fields();
std::span<const CombinedField> combined_fields();

/// A field's row number is its number in the token stream.
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
std::size_t field_number(const Field& field);

/// By name or alias, in any case; null if there is none.
const Field* find_field(std::string_view name);

/// The text fields that a name stands for: itself, or the members of a combined field. Empty if it is none.
std::vector<const Field*> text_fields(std::string_view name);
/// The combined field of that name or alias, in any case; null if there is none.
const CombinedField* find_combined(std::string_view name);
/// The fields whose values a facet of that name counts together: itself or, of a combined field, its members. Empty
/// where one of them has no facet.
std::vector<const Field*> facet_fields(std::string_view name);

/// The values of a text field as the index has them; `joined` keeps what they are views of.
void indexed_texts(const Field& field, const model::Trial& trial, std::vector<std::string>& joined,
                   std::vector<std::string_view>& out);

/// Those searched by words without a field.
const std::vector<const Field*>& default_fields();

/// A value of a key or keyword field as its term holds it: ids in their registry's spelling, the rest in lower case.
std::string key_form(const Field& field, std::string_view value);

/// All names that a query may use, for suggestions.
std::vector<std::string_view> all_names();

/// Changes whenever an index built with another table could not be searched with this one: names, kinds, prefixes and
/// slots, not weights.
std::uint64_t fingerprint();

}  // namespace trialsift::schema
