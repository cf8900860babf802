// SPDX-License-Identifier: GPL-2.0-or-later
#include "ingest/record_size.hpp"

#include <algorithm>
#include <cstdint>
#include <unordered_set>

#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::ingest {

std::size_t RecordSize::bytes_of(const model::Trial& trial) {
  std::size_t bytes = 0;
  for (const schema::Field& field : schema::fields()) {
    if (field.texts == nullptr) continue;
    texts_.clear();
    field.texts(trial, texts_);
    for (const std::string_view text : texts_) bytes += text.size() + 1;
  }
  return bytes;
}

bool RecordSize::has_too_many_terms(const model::Trial& trial, std::size_t bytes) {
  constexpr std::size_t kShortestTerm = 2;  // with what stands behind it
  if (bytes / kShortestTerm <= kTrialTermsMax) return false;
  analysis::TokenList tokens;
  std::size_t terms = 0;
  for (const schema::Field& field : schema::fields()) {
    if (field.texts == nullptr) continue;
    std::unordered_set<std::uint64_t> of_field;
    texts_.clear();
    field.texts(trial, texts_);
    for (const std::string_view text : texts_) {
      if (field.kind == schema::Kind::kText) {
        analysis::analyze(text, tokens);
        terms += static_cast<std::size_t>(
            std::count_if(text.begin(), text.end(), [](char c) { return c == '(' || c == '['; }));
      } else {
        tokens.tokens.clear();
        of_field.insert(base::hash64(text));
      }
      std::uint64_t before = 0;
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::uint64_t word = base::hash64(tokens.word(i));
        of_field.insert(word);
        if (tokens.tokens[i].link == analysis::Link::kHyphen) of_field.insert(before * 31 + word);
        before = word;
        if (terms + of_field.size() > kTrialTermsMax) return true;
      }
    }
    terms += of_field.size();
    if (terms > kTrialTermsMax) return true;
  }
  return false;
}

}  // namespace trialsift::ingest
