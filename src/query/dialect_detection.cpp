// SPDX-License-Identifier: GPL-2.0-or-later
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/characters.hpp"
#include "query/diagnostics.hpp"
#include "query/sign_place.hpp"
#include "query/strategy/strategy_labels.hpp"
#include "query/strategy/strategy_lines.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/query/dialects.hpp"

namespace trialsift::query {
namespace {

/// Calls look(place) for every place outside of quotes.
template <class Look>
void for_each_place(std::string_view text, Look look) {
  SignPlace place{text};
  for (; place.at < text.size(); ++place.at) {
    if (text[place.at] == '"') {
      const std::size_t close = text.find_first_of("\"\n", place.at + 1);
      if (close != std::string_view::npos && text[close] == '"') place.at = close;
      continue;
    }
    if (place.at == 0 || !is_word_byte(text[place.at - 1])) place.word_begin = place.at;
    look(place);
  }
}

/// The dialect with the most signs; of those with as many, the first of the table.
std::optional<Detection> by_signs(std::string_view text) {
  struct Evidence {
    std::size_t count = 0;
    Span first;
  };
  std::vector<Evidence> evidence(dialects().size());
  for_each_place(text, [&evidence](const SignPlace& place) {
    for (std::size_t i = 0; i < evidence.size(); ++i) {
      const Dialect& dialect = dialects()[i];
      const std::optional<Span> sign = dialect.sign_at != nullptr ? dialect.sign_at(place) : std::nullopt;
      if (sign && evidence[i].count++ == 0) evidence[i].first = *sign;
    }
  });
  std::size_t best = 0;
  for (std::size_t i = 1; i < evidence.size(); ++i) {
    if (evidence[i].count > evidence[best].count) best = i;
  }
  if (evidence[best].count == 0) return std::nullopt;
  const Span at = evidence[best].first;
  return Detection{&dialects()[best], shown(text.substr(at.begin, at.end - at.begin)), at, true};
}

/// Where nothing but lines that refer to lines tells.
std::optional<Detection> by_combination(std::string_view text) {
  const CutStrategy cut = cut_lines(text, false);
  if (cut.lines.size() < 2) return std::nullopt;
  for (const CutLine& line : cut.lines) {
    if (!is_combination(line.text)) continue;
    for (const Dialect& dialect : dialects()) {
      if (dialect.is_own_combination == nullptr || !dialect.is_own_combination(line.text)) continue;
      return Detection{&dialect, shown(base::trim(line.text)), line.span, false};
    }
  }
  return std::nullopt;
}

std::optional<Detection> by_habit(std::string_view text) {
  for (const Dialect& dialect : dialects()) {
    const std::string_view habit = dialect.habit != nullptr ? dialect.habit(text) : std::string_view();
    if (!habit.empty()) return Detection{&dialect, std::string(habit), {}, false};
  }
  return std::nullopt;
}

}  // namespace

Detection detect_dialect(std::string_view text) {
  for (const auto& detect : {by_signs, by_combination, by_habit}) {
    if (std::optional<Detection> found = detect(text)) return *std::move(found);
  }
  return {&default_dialect(), "no sign of another dialect", {}, false};
}

}  // namespace trialsift::query
