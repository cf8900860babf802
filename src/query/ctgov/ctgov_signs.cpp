// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>

#include "query/ctgov/ctgov.hpp"

namespace trialsift::query {
namespace {

/// With a bracket behind them.
constexpr std::array<std::string_view, 6> kOperators = {"AREA", "EXPANSION", "COVERAGE", "RANGE", "SEARCH", "TILT"};

}  // namespace

std::optional<Span> ctgov_sign(const SignPlace& place) {
  if (!place.begins_word()) return std::nullopt;
  const std::string_view word = place.word_at(place.at);
  const std::size_t end = place.at + word.size();
  const bool is_operator = std::find(kOperators.begin(), kOperators.end(), word) != kOperators.end();
  return is_operator && place.char_at(end) == '[' ? std::optional(Span{place.at, end + 1}) : std::nullopt;
}

}  // namespace trialsift::query
