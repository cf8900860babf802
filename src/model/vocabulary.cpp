// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/vocabulary.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "model/value_readers.hpp"
#include "model/written_text.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/detail_vocabulary.hpp"
#include "trialsift/model/registered_numbers.hpp"

namespace trialsift::model {
namespace {

constexpr std::array<const Vocabulary*, 21> kAll = {&kStatuses,
                                                    &kPhases,
                                                    &kStudyTypes,
                                                    &kSexes,
                                                    &kAllocations,
                                                    &kMaskings,
                                                    &kPurposes,
                                                    &kInterventionModels,
                                                    &kSponsorClasses,
                                                    &kInterventionTypes,
                                                    &kYesNo,
                                                    &kCountries,
                                                    &kRegistryKeys,
                                                    &kDateTypes,
                                                    &kObservationalModels,
                                                    &kTimePerspectives,
                                                    &kMaskedRoles,
                                                    &kSharingPlans,
                                                    &kReferenceTypes,
                                                    &kArmTypes,
                                                    &kContactRoles};

struct Hash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
};
using Spellings = std::unordered_map<std::string, Spelled, Hash, std::equal_to<>>;

Spellings spellings_in(const Vocabulary& vocabulary) {
  Spellings all;
  for (const VocabularyValue& value : vocabulary.values) {
    for (const std::string_view spelling : spellings_of(value)) all.emplace(squeezed(spelling), Spelled{&value, false});
  }
  for (const std::string_view spelling : barred(vocabulary.nothing)) {
    all.emplace(squeezed(spelling), Spelled{nullptr, true});
  }
  return all;
}

const Spellings& spellings(const Vocabulary& vocabulary) {
  static const std::array<Spellings, kAll.size()> all = [] {
    std::array<Spellings, kAll.size()> made;
    for (std::size_t i = 0; i < made.size(); ++i) made.at(i) = spellings_in(*kAll.at(i));
    return made;
  }();
  return all.at(static_cast<std::size_t>(std::find(kAll.begin(), kAll.end(), &vocabulary) - kAll.begin()));
}

}  // namespace

std::span<const Vocabulary* const> vocabularies() {
  return kAll;
}

std::vector<std::string_view> spellings_of(const VocabularyValue& value) {
  std::vector<std::string_view> all = {value.key, value.label};
  for (const std::string_view spelling : barred(value.spellings)) all.push_back(spelling);
  return all;
}

Written Spelled::written() const {
  return row != nullptr ? Written::value(row->key) : Written();
}

Spelled spelled(const Vocabulary& vocabulary, std::string_view text) {
  const std::string wanted = squeezed(text);
  const Spellings& known = spellings(vocabulary);
  const auto found = known.find(wanted);
  if (found != known.end()) return found->second;
  return {nullptr, says_nothing(wanted)};
}

const VocabularyValue* Vocabulary::find(std::string_view spelling) const {
  const Written written = read(spelling);
  if (written.says != Written::Says::kValue || written.keys.size() != 1) return nullptr;
  const auto row = std::find_if(values.begin(), values.end(),
                                [&](const VocabularyValue& value) { return value.key == written.keys.front(); });
  return row == values.end() ? nullptr : &*row;
}

std::string folded_key(std::string_view text) {
  std::string key;
  for (const char c : base::to_lower_ascii(base::trim(text))) {
    const bool plain = base::is_lower(c) || base::is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
    if (plain) {
      key.push_back(c);
    } else if (!key.empty() && key.back() != '_') {
      key.push_back('_');
    }
  }
  while (!key.empty() && key.back() == '_') key.pop_back();
  return key;
}

std::string Vocabulary::key_of(std::string_view spelling) const {
  Written written = read(spelling);
  if (written.keys.size() == 1) return std::move(written.keys.front());
  return folded_key(spelling);
}

std::string_view Vocabulary::label_of(std::string_view key) const {
  for (const VocabularyValue& value : values) {
    if (value.key == key) return value.label;
  }
  return key;
}

Written read_label(const Vocabulary& vocabulary, std::string_view text) {
  text = base::trim(text);
  while (!text.empty() && (text.back() == '.' || text.back() == ';' || text.back() == ',')) text.remove_suffix(1);
  if (const Spelled whole = spelled(vocabulary, text); whole.known()) return whole.written();
  for (const std::string_view remark : {"(", "[", ":", " - ", "\n"}) {
    const std::size_t at = text.find(remark);
    if (at == std::string_view::npos || at == 0) continue;
    const Spelled before = spelled(vocabulary, text.substr(0, at));
    if (before.row != nullptr) return before.written();
  }
  if (!vocabulary.keeps_others || !is_short_label(text)) return Written::unknown();
  return {Written::Says::kOther, {folded_key(text)}};
}

}  // namespace trialsift::model
