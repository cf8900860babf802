// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace trialsift::model {

/// What a written text says as a value of a field.
struct Written {
  enum class Says {
    kNothing,  ///< nothing, and is known to: empty, "Not selected", a study type where a phase belongs
    kValue,    ///< values of the vocabulary
    kOther,    ///< one short label that the vocabulary lacks, by a key of its own
    kUnknown,  ///< it is not understood, and left out
  };
  Says says = Says::kNothing;
  std::vector<std::string> keys;

  static Written value(std::string_view key) { return {Says::kValue, {std::string(key)}}; }
  static Written unknown() { return {Says::kUnknown, {}}; }
  bool operator==(const Written&) const = default;
};

constexpr std::size_t kValueBytesMax = 4096;

/// One value of a controlled vocabulary. Spellings are compared without case, blanks, accents and punctuation, so that
/// ACTIVE_NOT_RECRUITING, "Active, not recruiting" and active-not-recruiting are one.
struct VocabularyValue {
  std::string_view key;             ///< canonical: stored, indexed, printed in JSON
  std::string_view label;           ///< for people
  std::string_view spellings = {};  ///< others than key and label, between bars
};

/// A field's values and how texts are read as such: THE reader of the field, for records and for queries. Any thread.
struct Vocabulary {
  std::string_view name;
  std::span<const VocabularyValue> values;
  Written (*reader)(const Vocabulary& self, std::string_view text);
  bool keeps_others = false;      ///< a label that no row has is kept as a key; else it is left out
  std::string_view nothing = {};  ///< spellings that are known to say nothing here, between bars

  /// What a text of a record or a query says. One of more than kValueBytesMax is no value.
  Written read(std::string_view text) const {
    return text.size() > kValueBytesMax ? Written::unknown() : reader(*this, text);
  }

  /// The one value that a text says, or null.
  const VocabularyValue* find(std::string_view spelling) const;
  /// The only key that read() gives, of a label that is not understood its own folded form: what may be asked for.
  std::string key_of(std::string_view spelling) const;
  /// The label of a key; an unknown key is its own label.
  std::string_view label_of(std::string_view key) const;
};

/// All spellings of a value: key and label first.
std::vector<std::string_view> spellings_of(const VocabularyValue& value);

/// A text as a key: letters and digits in lower case, _ for what is between them.
std::string folded_key(std::string_view text);

/// The tables: status, phase, study type, sex, allocation, masking, purpose, intervention model, sponsor class,
/// intervention type, yes and no, country.
extern const Vocabulary kStatuses;
/// Keys of those whose trials take or await participants.
inline constexpr std::array<std::string_view, 3> kOpenStatuses = {"recruiting", "not_yet_recruiting",
                                                                  "enrolling_by_invitation"};
/// A value of filters and facets, no record's own: an open status of a trial that is_past_completion().
inline constexpr std::string_view kPastCompletion = "recruiting_past_completion";
extern const Vocabulary kPhases;
extern const Vocabulary kStudyTypes;
extern const Vocabulary kSexes;
extern const Vocabulary kAllocations;
extern const Vocabulary kMaskings;
extern const Vocabulary kPurposes;
extern const Vocabulary kInterventionModels;
extern const Vocabulary kSponsorClasses;
extern const Vocabulary kInterventionTypes;
extern const Vocabulary kYesNo;
extern const Vocabulary kCountries;

/// A vocabulary with more values than that is too long to be listed for people.
inline constexpr std::size_t kValuesListed = 50;

std::span<const Vocabulary* const> vocabularies();

}  // namespace trialsift::model
