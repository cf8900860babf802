// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ingest/spill.hpp"
#include "trialsift/analysis/abbreviations.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/store/abbreviations.hpp"
#include "trialsift/store/vocabulary.hpp"

namespace trialsift::ingest {

/// Turns trials into Xapian documents and their words and abbreviations into statistics of one worker.
class DocumentBuilder {
 public:
  /// Both outlive the builder.
  DocumentBuilder(store::Vocabulary& vocabulary, store::AbbreviationCounts& abbreviations)
      : vocabulary_(vocabulary), abbreviations_(abbreviations) {}

  /// Analyses the trial and counts its words and abbreviations.
  void add(const model::Trial& trial);
  /// Takes away what add() of the same trial gave.
  void subtract(const model::Trial& trial);

  /// Of the trial added last:
  Xapian::Document document(const model::Trial& trial, std::uint64_t content_hash);
  std::span<const SpilledField> fields() const { return {fields_.data(), field_count_}; }
  std::uint32_t ranked_length() const { return ranked_length_; }

 private:
  void analyze(const model::Trial& trial, std::int32_t sign);
  void note_abbreviations(std::string_view text);
  std::string folded_words(std::string_view text);
  void count(std::int32_t sign);

  store::Vocabulary& vocabulary_;
  store::AbbreviationCounts& abbreviations_;
  analysis::TokenList tokens_;
  std::vector<std::string_view> texts_;
  std::vector<std::string> joined_;   ///< what texts_ may be views of
  std::vector<SpilledField> fields_;  ///< the first field_count_ are in use; the others keep their capacity
  std::size_t field_count_ = 0;
  std::vector<analysis::Abbreviation> found_;
  std::vector<std::pair<std::string, std::string>> defined_;  ///< short and long forms, each pair once
  std::vector<std::uint32_t> sorted_;
  std::uint32_t ranked_length_ = 0;
};

}  // namespace trialsift::ingest
