// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trialsift/store/words.hpp"

namespace trialsift::search {

/// A word of a pattern, folded: letters and the wildcards of NodeKind::kPattern, which match code points.
class WordPattern {
 public:
  /// The words of a pattern's text, cut and folded as text is; a wildcard belongs to the word that it touches.
  static std::vector<WordPattern> of(std::string_view text);

  /// Without wildcards.
  bool is_literal() const { return wildcards_ == 0; }
  /// As text, wildcards as in the query.
  std::string text() const;
  bool matches(std::string_view word) const;
  /// The words of the dictionary that it matches, ascending.
  std::vector<store::Words::Index> expand(const store::Words& words) const;

 private:
  struct Item {
    enum class Kind { kLetter, kRun, kOptional, kOne };
    Kind kind;
    char32_t letter = 0;
    unsigned most = 0;  ///< kRun: 0 is no limit
  };

  std::vector<Item> items_;
  std::size_t wildcards_ = 0;
};

}  // namespace trialsift::search
