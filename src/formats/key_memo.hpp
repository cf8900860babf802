// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "trialsift/model/vocabulary.hpp"

namespace trialsift::formats {

/// Keys of a vocabulary by the spellings met so far: looking one up in the table costs more than reading a study's
/// whole text. Bounded, since spellings come from the outside. One object, one thread.
class KeyMemo {
 public:
  explicit KeyMemo(const model::Vocabulary& vocabulary) : vocabulary_(&vocabulary) {}

  std::string operator()(std::string_view spelling) {
    if (spelling.empty()) return {};
    for (const auto& [known, key] : keys_) {
      if (known == spelling) return key;
    }
    std::string key = vocabulary_->key_of(spelling);
    constexpr std::size_t kKeysMax = 32;
    if (keys_.size() < kKeysMax) keys_.emplace_back(spelling, key);
    return key;
  }

 private:
  const model::Vocabulary* vocabulary_;
  std::vector<std::pair<std::string, std::string>> keys_;
};

}  // namespace trialsift::formats
