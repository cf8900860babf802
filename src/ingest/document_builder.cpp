// SPDX-License-Identifier: GPL-2.0-or-later
#include "ingest/document_builder.hpp"

#include <algorithm>
#include <cstdint>

#include "trialsift/schema/fields.hpp"

namespace trialsift::ingest {
namespace {

using schema::Field;
using schema::Kind;

/// Xapian's limit is 245 bytes; a key beyond this is no key.
constexpr std::size_t kLongestKeyBytes = 200;

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

}  // namespace

void DocumentBuilder::analyze(const model::Trial& trial) {
  field_count_ = 0;
  ranked_length_ = 0;
  hyphenated_.clear();
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
          hyphenated_.push_back((static_cast<std::uint64_t>(spilled.words.back()) << 32U) | number);
        }
        spilled.words.push_back(number);
      }
      if (is_default(field)) ranked_length_ += static_cast<std::uint32_t>(tokens_.size());
    }
    if (!spilled.words.empty()) ++field_count_;
  }
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
  sort_unique(sorted_);
  if (!sorted_.empty() && sorted_.back() == kSpilledGap) sorted_.pop_back();
  for (std::uint32_t& number : sorted_) {
    store::Vocabulary::Word& word = vocabulary_.word(number);
    word.document_count += sign;
    number = word.family;
  }
  sort_unique(sorted_);
  for (const std::uint32_t family : sorted_) vocabulary_.family(family).document_count += sign;
  for (const std::uint64_t pair : hyphenated_) {
    vocabulary_.add_hyphenated(static_cast<std::uint32_t>(pair >> 32U), static_cast<std::uint32_t>(pair), sign);
  }
  for (const auto& [short_form, long_form] : defined_) abbreviations_.add(short_form, long_form, sign);
}

void DocumentBuilder::add(const model::Trial& trial) {
  analyze(trial);
  count(1);
}

void DocumentBuilder::subtract(const model::Trial& trial) {
  analyze(trial);
  count(-1);
}

Xapian::Document DocumentBuilder::document(const model::Trial& trial, std::uint64_t content_hash) {
  Xapian::Document document;
  document.add_value(schema::kIdSlot, trial.id.text());
  document.add_value(schema::kContentHashSlot, big_endian(content_hash));
  std::string term;
  for (const SpilledField& spilled : fields()) {
    const Field& field = schema::fields()[spilled.field];
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
      if (field.kind != Kind::kText) {
        for (const std::string_view text : texts_) {
          if (text.size() <= kLongestKeyBytes)
            document.add_boolean_term(std::string(field.prefix) += schema::key_form(field, text));
        }
      }
    }
    if (present) document.add_boolean_term(std::string(schema::kHasPrefix) += field.name);
  }
  return document;
}

}  // namespace trialsift::ingest
