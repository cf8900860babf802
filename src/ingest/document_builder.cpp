// SPDX-License-Identifier: GPL-2.0-or-later
#include "ingest/document_builder.hpp"

#include <algorithm>
#include <cstdint>

#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/narrow.hpp"
#include "trialsift/model/trial_groups.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/schema/trial_terms.hpp"

namespace trialsift::ingest {
namespace {

using schema::Field;
using schema::Kind;

/// Xapian's limit is 245 bytes; a key beyond this is no key.
constexpr std::size_t kLongestKeyBytes = 200;
/// The list of a giant text does not stay in memory beside what is made of it.
constexpr std::size_t kKeptTokens = 1U << 20U;

bool is_default(const Field& field) {
  return (field.uses & schema::kDefault) != 0;
}

void sort_unique(std::vector<std::uint32_t>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::string big_endian(std::uint64_t value) {
  std::string bytes(sizeof value, '\0');
  for (std::size_t i = bytes.size(); i-- > 0; value >>= 8U)
    bytes[i] = static_cast<char>(static_cast<unsigned char>(value));
  return bytes;
}

void add_key(Xapian::Document& document, std::string_view prefix, std::string_view key) {
  if (key.size() <= kLongestKeyBytes) document.add_boolean_term(std::string(prefix).append(key));
}

}  // namespace

/// Pairs around a hyphen are counted at once: a list of them could be larger than the text.
void DocumentBuilder::analyze(const model::Trial& trial, std::int32_t sign) {
  field_count_ = 0;
  ranked_length_ = 0;
  defined_.clear();
  for (const Field& field : schema::fields()) {
    if (field.kind != Kind::kText) continue;
    texts_.clear();
    schema::indexed_texts(field, trial, joined_, texts_);
    if (texts_.empty()) continue;
    if (field_count_ == fields_.size()) fields_.emplace_back();
    SpilledField& spilled = fields_[field_count_];
    spilled.field = static_cast<std::uint32_t>(schema::field_number(field));
    spilled.words.clear();
    for (const std::string_view text : texts_) {
      if (is_default(field)) note_abbreviations(text);
      analysis::analyze(text, tokens_);
      if (tokens_.size() == 0) continue;
      if (!spilled.words.empty()) spilled.words.push_back(kSpilledGap);
      for (std::size_t i = 0; i < tokens_.size(); ++i) {
        const std::uint32_t number = vocabulary_.number_of(tokens_.word(i));
        if (tokens_.tokens[i].link == analysis::Link::kHyphen && analysis::is_plain_word(tokens_.word(i)) &&
            analysis::is_plain_word(tokens_.word(i - 1))) {
          vocabulary_.add_hyphenated(spilled.words.back(), number, sign);
        }
        spilled.words.push_back(number);
      }
      if (is_default(field)) {
        ranked_length_ =
            base::narrow<std::uint32_t>(std::uint64_t{ranked_length_} + tokens_.size(), "words of one trial");
      }
    }
    if (!spilled.words.empty()) ++field_count_;
  }
  if (tokens_.tokens.capacity() > kKeptTokens) tokens_ = {};
  std::sort(defined_.begin(), defined_.end());
  defined_.erase(std::unique(defined_.begin(), defined_.end()), defined_.end());
}

void DocumentBuilder::note_abbreviations(std::string_view text) {
  found_.clear();
  analysis::find_abbreviations(text, found_);
  for (const analysis::Abbreviation& found : found_) {
    analysis::Abbreviation one = analysis::in_singular(found);
    std::pair<std::string, std::string> folded{folded_words(one.short_form), folded_words(one.long_form)};
    if (!folded.first.empty() && !folded.second.empty()) defined_.push_back(std::move(folded));
  }
}

std::string DocumentBuilder::folded_words(std::string_view text) {
  analysis::analyze(text, tokens_);
  std::string words;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    if (i > 0) words += ' ';
    words += tokens_.word(i);
  }
  return words;
}

void DocumentBuilder::count(std::int32_t sign) {
  sorted_.clear();
  for (const SpilledField& field : fields()) {
    for (const std::uint32_t number : field.words) {
      if (number != kSpilledGap) vocabulary_.word(number).occurrences += sign;
    }
    if (is_default(schema::fields()[field.field]))
      sorted_.insert(sorted_.end(), field.words.begin(), field.words.end());
  }
  base::check_interrupt();
  sort_unique(sorted_);
  base::check_interrupt();
  if (!sorted_.empty() && sorted_.back() == kSpilledGap) sorted_.pop_back();
  for (std::uint32_t& number : sorted_) {
    store::Vocabulary::Word& word = vocabulary_.word(number);
    word.document_count += sign;
    number = word.family;
  }
  sort_unique(sorted_);
  for (const std::uint32_t family : sorted_) vocabulary_.family(family).document_count += sign;
  for (const auto& [short_form, long_form] : defined_) abbreviations_.add(short_form, long_form, sign);
}

void DocumentBuilder::add(const model::Trial& trial) {
  analyze(trial, 1);
  count(1);
}

void DocumentBuilder::subtract(const model::Trial& trial) {
  analyze(trial, -1);
  count(-1);
}

Xapian::Document DocumentBuilder::document(const model::Trial& trial, std::uint64_t content_hash) {
  Xapian::Document document;
  document.add_value(schema::kIdSlot, trial.id.text());
  document.add_value(schema::kContentHashSlot, big_endian(content_hash));
  std::string term;
  for (const SpilledField& spilled : fields()) {
    const Field& field = schema::fields()[spilled.field];
    base::check_interrupt();
    sorted_ = spilled.words;
    std::sort(sorted_.begin(), sorted_.end());
    for (std::size_t i = 0; i < sorted_.size() && sorted_[i] != kSpilledGap;) {
      const std::uint32_t number = sorted_[i];
      Xapian::termcount wdf = 0;
      for (; i < sorted_.size() && sorted_[i] == number; ++i) ++wdf;
      term.assign(field.prefix).append(vocabulary_.text(number));
      // Words outside of the default fields are found but add nothing to the ranked length.
      document.add_term(term, is_default(field) ? wdf : 0);
    }
  }
  for (const Field& field : schema::fields()) {
    if ((field.uses & schema::kBesideRecord) != 0) continue;
    bool present = false;
    if (field.interval != nullptr) {
      if (const std::optional<schema::Interval> interval = field.interval(trial)) {
        present = true;
        const auto slot = static_cast<Xapian::valueno>(field.slot);
        document.add_value(slot, Xapian::sortable_serialise(static_cast<double>(interval->low)));
        document.add_value(slot + 1, Xapian::sortable_serialise(static_cast<double>(interval->high)));
      }
    } else {
      texts_.clear();
      field.texts(trial, texts_);
      present = !texts_.empty();
      if (field.kind == Kind::kKey) {
        for (const std::string_view text : texts_) {
          for (const std::string& form : schema::key_forms(text)) add_key(document, field.prefix, form);
        }
      } else if (field.kind != Kind::kText) {
        for (const std::string_view text : texts_) add_key(document, field.prefix, schema::key_form(field, text));
      }
    }
    if (present) document.add_boolean_term(std::string(schema::kHasPrefix) += field.name);
  }
  for (const std::string& number : model::joining_numbers(trial)) add_key(document, schema::kJoinPrefix, number);
  return document;
}

}  // namespace trialsift::ingest
