// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/strategy/strategy_labels.hpp"

#include <algorithm>
#include <string>

#include "query/characters.hpp"
#include "query/citation/tags.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

/// Numbers of lines have at most this many digits.
constexpr std::size_t kMostDigits = 4;

}  // namespace

bool is_blank_byte(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

bool begins_with_operator(std::string_view text) {
  const std::string lower = base::to_lower_ascii(text.substr(0, 4));
  for (const std::string_view op : {"and", "or", "not", "adj"}) {
    if (!lower.starts_with(op)) continue;
    if (op == "adj" || lower.size() == op.size()) return true;
    const char next = lower[op.size()];
    if (is_blank_byte(next) || next == '(') return true;
  }
  return false;
}

bool ends_with_operator(std::string_view text) {
  text = base::trim(text);
  const std::size_t blank = text.find_last_of(" \t)");
  const std::string last = base::to_lower_ascii(blank == std::string_view::npos ? text : text.substr(blank + 1));
  return last == "and" || last == "or" || last == "not";
}

bool is_operator_alone(std::string_view text) {
  return text.size() <= 3 && ends_with_operator(text);
}

bool is_count(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return base::is_digit(c) || c == ','; });
}

bool has_words(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_word_byte);
}

bool has_query_signs(std::string_view text) {
  if (text.find_first_of("[\"*$?=") != std::string_view::npos || base::trim(text).ends_with('/')) return true;
  if (text.find("\xE2\x80\x9C") != std::string_view::npos) return true;
  for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', dot + 1)) {
    const std::string_view code = text.substr(std::min(dot + 1, text.size()), 2);
    const char next = dot + 3 < text.size() ? text[dot + 3] : '\0';
    if ((next == '.' || next == ',' || next == '\0') && find_ovid_tag(code) != nullptr) return true;
  }
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if ((text[i] == '#' || text[i] == '/') && base::is_digit(text[i + 1])) return true;
  }
  return false;
}

bool refers_to_lines(std::string_view text) {
  if (is_combination(text)) return true;
  const std::string lower = base::to_lower_ascii(text);
  if (lower.starts_with("limit ") || lower.starts_with("remove duplicates ")) return true;
  for (std::size_t i = 0; i + 1 < lower.size(); ++i) {
    if (!base::is_digit(lower[i + 1])) continue;
    if (lower[i] == '#') return true;
    if (lower[i] == '/' &&
        (std::string_view(lower).substr(0, i).ends_with("or") || std::string_view(lower).substr(0, i).ends_with("and")))
      return true;
  }
  return false;
}

bool is_combination(std::string_view text, bool lettered) {
  bool any_operator = false;
  bool any_line = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (is_blank_byte(c) || c == '\n' || c == '(' || c == ')' || c == '#') {
      ++at;
      continue;
    }
    if (!is_word_byte(c)) return false;
    const std::size_t begin = at;
    while (at < text.size() && is_word_byte(text[at])) ++at;
    const std::string word = base::to_lower_ascii(text.substr(begin, at - begin));
    if (word == "and" || word == "or" || word == "not") {
      any_operator = true;
    } else {
      const bool letter = base::is_letter(word.back()) && word.size() > 1;
      const std::string_view digits = std::string_view(word).substr(0, word.size() - (letter ? 1 : 0));
      const bool letter_alone = lettered && word.size() == 1 && base::is_letter(word.front());
      if (!letter_alone && (!is_number(digits) || digits.size() > kMostDigits)) return false;
      any_line = true;
    }
  }
  return any_line && (any_operator || text.find('#') != std::string_view::npos);
}

void read_label(std::string_view text, FileLine& line) {
  std::size_t at = line.begin;
  const bool hash = text[at] == '#';
  if (hash) ++at;
  while (hash && at < line.end && is_blank_byte(text[at])) ++at;
  const std::size_t digits = at;
  while (at < line.end && base::is_digit(text[at])) ++at;
  if (at == digits || at - digits > kMostDigits) return;
  int number = 0;
  for (std::size_t i = digits; i < at; ++i) number = number * 10 + (text[i] - '0');
  char letter = '\0';
  const auto ends_label = [&](std::size_t i) {
    return i == line.end || is_blank_byte(text[i]) || text[i] == '.' || text[i] == ')';
  };
  if (!ends_label(at) && base::is_lower(text[at]) && ends_label(at + 1)) letter = text[at++];
  if (!ends_label(at)) return;
  Form form = Form::kBlank;
  if (at < line.end && (text[at] == '.' || text[at] == ')')) {
    form = Form::kDot;
    ++at;
    // 0.5 and 1.5 are numbers.
    if (at < line.end && base::is_digit(text[at])) return;
  } else if (at < line.end && text[at] == '\t') {
    form = Form::kTab;
  }
  while (at < line.end && is_blank_byte(text[at])) ++at;
  if (begins_with_operator(text.substr(at, line.end - at))) return;
  line.form = hash ? Form::kHash : form;
  line.number = number;
  line.letter = letter;
  line.rest = at;
}

}  // namespace trialsift::query
