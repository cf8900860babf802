// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>
#include <vector>

#include "query/citation/tags.hpp"
#include "query/pubmed/pubmed.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

constexpr std::size_t kLongestTagList = 40;

/// What stands from the place to the next `close`, if that is near.
std::optional<std::string_view> enclosed(const SignPlace& place, char close) {
  const std::size_t length = place.text.substr(place.at, kLongestTagList).find(close);
  if (length == std::string_view::npos) return std::nullopt;
  return place.text.substr(place.at + 1, length - 1);
}

Span with_brackets(const SignPlace& place, std::string_view inner) {
  return {place.at, place.at + inner.size() + 2};
}

/// [tiab], [tiab:~3].
std::optional<Span> tag(const SignPlace& place) {
  const std::optional<std::string_view> inner = enclosed(place, ']');
  if (!inner || find_pubmed_tag(inner->substr(0, inner->find(":~"))) == nullptr) return std::nullopt;
  return with_brackets(place, *inner);
}

/// (MeSH, ti, ab)
std::optional<Span> tag_list(const SignPlace& place) {
  const std::optional<std::string_view> inner = enclosed(place, ')');
  if (!inner) return std::nullopt;
  const std::vector<std::string_view> parts = base::split(*inner, ',');
  const auto is_tag = [](std::string_view part) { return find_pubmed_tag(part) != nullptr; };
  if (parts.size() < 2 || !std::all_of(parts.begin(), parts.end(), is_tag)) return std::nullopt;
  return with_brackets(place, *inner);
}

/// heart:ti,ab and (a near/3 b):ti; has:ti is native.
std::optional<Span> colon(const SignPlace& place) {
  const std::string_view code = place.word_at(place.at + 1);
  const std::size_t end = place.at + 1 + code.size();
  const bool fields = code == "ti" || code == "ab" || code == "tw" || code == "kw" || code == "de";
  const char before = place.at > 0 ? place.text[place.at - 1] : ' ';
  if (!fields || (place.char_at(end) != ',' && before != ')' && before != '\'')) return std::nullopt;
  return Span{place.at, end};
}

}  // namespace

std::optional<Span> pubmed_sign(const SignPlace& place) {
  switch (place.text[place.at]) {
    case '[':
      return tag(place);
    case '(':
      return tag_list(place);
    case ':':
      return colon(place);
    default:
      return std::nullopt;
  }
}

bool is_pubmed_combination(std::string_view line) {
  return line.find('#') != std::string_view::npos;
}

/// "a b OR c d OR e f": such lists are pasted from PubMed, which reads them so, and native has the words bind last.
std::string_view pubmed_habit(std::string_view text) {
  constexpr std::size_t kFewest = 3;
  std::size_t operators = 0;
  std::size_t runs = 0;
  std::size_t words = 0;
  const std::string collapsed = base::collapse_space(text);
  for (const std::string_view word : base::split(collapsed, ' ')) {
    if (word.find_first_of(":^=+") != std::string_view::npos || word.starts_with('-')) return {};
    if (word == "AND" || word == "OR" || word == "NOT") {
      ++operators;
      words = 0;
    } else if (++words == 2) {
      ++runs;
    }
  }
  return operators >= kFewest && runs >= kFewest ? "words side by side between operators" : std::string_view();
}

}  // namespace trialsift::query
