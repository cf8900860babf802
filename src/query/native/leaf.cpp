// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/native/leaf.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "query/characters.hpp"
#include "query/diagnostics.hpp"
#include "query/field_value.hpp"
#include "query/native/range.hpp"
#include "query/shape.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/registered_numbers.hpp"

namespace trialsift::query {
namespace {

constexpr std::size_t kShortestPrefix = 3;

/// The ^ of a weight such as ^2 or ^0.5 at the end of `word`, or npos.
std::size_t weight_at(std::string_view word) {
  const std::size_t hat = word.rfind('^');
  if (hat == std::string_view::npos || hat == 0 || hat + 1 == word.size() || !base::is_digit(word[hat + 1]) ||
      is_escape(word, hat - 1)) {
    return std::string_view::npos;
  }
  const std::string_view number = word.substr(hat + 1);
  const bool all = std::all_of(number.begin(), number.end(), [](char c) { return base::is_digit(c) || c == '.'; });
  return all ? hat : std::string_view::npos;
}

/// A word with its wildcards as a pattern has them, and what it says without any.
struct Wildcards {
  std::string pattern;
  std::string plain;
  bool found = false;
};

/// A * right before a digit is an allele's: HLA-A*1101. Text that a pattern would read as a wildcard becomes a hyphen,
/// which parts words as it does.
Wildcards read_wildcards(std::string_view word, std::size_t offset) {
  Wildcards read;
  const auto literal = [&read](char c) {
    read.plain += c;
    read.pattern += c == '*' || c == '?' || c == '#' ? '-' : c;
  };
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    const bool last = i + 1 == word.size();
    if (is_escape(word, i)) {
      literal(word[++i]);
    } else if (c == '?' || c == '#') {
      read.found = true;
      read.pattern += c;
    } else if ((c == '*' && (last || !base::is_digit(word[i + 1]))) ||
               (c == '$' && last && count_letters(word) >= kShortestPrefix)) {
      if (count_letters(word.substr(0, i)) < kShortestPrefix) {
        fail(offset,
             shown(word) + (word.front() == '*' ? " begins with *" : " is too short") +
                 ": write at least three letters or digits before the *",
             "to search for the text as it stands, put it in quotes");
      }
      read.found = true;
      read.pattern += '*';
    } else {
      literal(c);
    }
  }
  constexpr std::size_t kFewestLetters = 2;
  if (read.found && count_letters(word) < kFewestLetters) {
    fail(offset, shown(word) + " is too short: write at least two letters or digits beside wildcards",
         "to search for the text as it stands, put it in quotes");
  }
  return read;
}

Node text_leaf(const Token& token) {
  Node node;
  std::string_view word = token.text;
  std::size_t offset = token.span.begin;
  if (token.kind == TokenKind::kPhrase) {
    node.kind = NodeKind::kPhrase;
    node.text = cleaned(unescaped(word));
    if (count_letters(word) == 0) fail(offset, "there is no word between these quotes: write one, or leave them out");
    return node;
  }
  node.kind = NodeKind::kWord;
  if (word.size() > 1 && word.front() == '=') {
    node.exact = true;
    word.remove_prefix(1);
    ++offset;
  }
  if (!node.exact && model::number_in_address(word)) {  // its ? and # are no wildcards
    node.text = cleaned(word);
    return node;
  }
  if (const std::size_t hat = weight_at(word); hat != std::string_view::npos) {
    node.weight = read_weight(word.substr(hat), offset + hat);
    word = word.substr(0, hat);
  }
  const Wildcards wildcards = read_wildcards(word, offset);
  if (wildcards.found) {
    if (node.exact) fail(offset, "= asks for one exact word: leave out the = or the wildcard");
    node.kind = NodeKind::kPattern;
  }
  if (count_letters(word) == 0) fail(offset, shown(word) + " has no letter or digit to search for");
  node.text = cleaned(wildcards.found ? wildcards.pattern : wildcards.plain);
  return node;
}

void warn_of_wildcard(const Token& token, std::vector<Warning>& warnings) {
  for (std::size_t i = 1; i < token.text.size(); ++i) {
    if (token.text[i] != '*' || count_letters(token.text.substr(i - 1, 1)) == 0) continue;
    if (i + 1 < token.text.size() && base::is_digit(token.text[i + 1])) continue;
    const std::size_t at = token.text_begin + i;
    warn(warnings, "wildcard-in-phrase",
         "a * between quotes is text and no wildcard: write words with wildcards as stem ADJ/1 cell*", {at, at + 1});
    return;
  }
}

/// A value without the = that may stand before a word: values are whole anyway.
std::string_view value_text(const Token& token) {
  std::string_view value = token.text;
  if (token.kind == TokenKind::kWord && value.size() > 1 && value.front() == '=') value.remove_prefix(1);
  return value;
}

[[noreturn]] void unknown_value(std::string_view value, const schema::Field& field, std::size_t offset) {
  std::vector<std::string_view> spellings;
  std::vector<std::string> lower;
  lower.reserve(field.vocabulary->values.size());
  for (const model::VocabularyValue& row : field.vocabulary->values) {
    lower.push_back(base::to_lower_ascii(row.label));
    spellings.push_back(lower.back());
    for (const std::string_view spelling : model::spellings_of(row)) {
      if (spelling != row.label && spelling.size() > 2) spellings.push_back(spelling);
    }
  }
  const std::string name(field.name);
  std::string sentence = "unknown " + name + " " + shown(value);
  if (value == "and" || value == "or" || value == "not") sentence += " (operators are written in upper case)";
  if (const std::size_t at = value.find_first_of(",/|"); at != std::string_view::npos) {
    const std::string_view first = value.substr(0, at);
    const std::string_view second = value.substr(at + 1);
    if (field.vocabulary->find(first) != nullptr && field.vocabulary->find(second) != nullptr) {
      sentence += ": write " + name + ":(" + shown(first) + " OR " + shown(second) + "), or AND for both";
    }
  } else {
    sentence += suggestion(value, spellings);
  }
  fail(offset, sentence, "values of " + name + ": " + values_listed(field));
}

/// Whether both or any of them are wanted, the text does not say: a record may have several.
[[noreturn]] void several_values(std::string_view value, const std::vector<std::string>& keys,
                                 const schema::Field& field, std::size_t offset) {
  const std::string name(field.name);
  fail(offset,
       "several values of " + name + " in " + shown(value) + ": write " + name + ":(" + base::joined(keys, " OR ") +
           "), or AND for all of them",
       "values of " + name + ": " + values_listed(field));
}

Node keyword_leaf(const Token& token, const FieldUse& use, const DialectOptions& options) {
  const std::string_view value = value_text(token);
  if (token.kind == TokenKind::kWord && value.ends_with('*')) {
    fail(token.text_begin + token.text.size() - 1, use.name + " takes whole values: leave out the *");
  }
  std::string text = base::to_lower_ascii(base::collapse_space(cleaned(value)));
  if (use.field->vocabulary != nullptr) {
    std::vector<std::string> keys = asked_values(*use.field, cleaned(value), options);
    if (keys.size() > 1) several_values(value, keys, *use.field, token.text_begin);
    if (keys.empty()) unknown_value(value, *use.field, token.text_begin);
    text = std::move(keys.front());
  }
  return filter_leaf(use.name, std::move(text), token.span);
}

Node key_leaf(const Token& token, const FieldUse& use) {
  const std::string value = cleaned(value_text(token));
  if (token.kind == TokenKind::kWord && value.ends_with('*')) {
    fail(token.span.begin, use.name + " takes a whole number: write " + std::string(use.field->example));
  }
  const std::optional<model::TrialId> id = model::typed_number(value);
  return filter_leaf(use.name, id ? id->text() : base::to_lower_ascii(base::trim(value)), token.span);
}

Node has_leaf(const Token& token, const FieldUse& use) {
  const std::string name = cleaned(value_text(token));
  const std::optional<FieldUse> known = find_use(base::trim(name));
  if (!known || known->reading == Reading::kHas || known->reading == Reading::kMissing) {
    fail(token.text_begin, "unknown field " + shown(name) + (known ? "" : name_suggestion(name)),
         use.name + ": takes the name of a field, as in " + use.name + ":phase");
  }
  Node node = leaf(NodeKind::kHas, token.span);
  node.field = known->name;
  return use.reading == Reading::kHas ? node : negated(std::move(node));
}

Node range_leaf(const Token& token, const FieldUse& use) {
  const schema::Interval range = read_range(cleaned(token.text), *use.field, token.text_begin);
  return interval_leaf(use.name, range.low, range.high, token.span);
}

void need_value(const Token& token, const FieldUse& use) {
  const bool empty =
      use.reading == Reading::kInterval ? base::trim(cleaned(token.text)).empty() : count_letters(token.text) == 0;
  if (!empty) return;
  fail(token.span.begin, "there is no value here: write " +
                             (use.field != nullptr ? std::string(use.field->example) : use.name + ":phase"));
}

}  // namespace

double read_weight(std::string_view text, std::size_t offset) {
  constexpr double kLargest = 100;
  const std::string_view number = text.substr(1);
  double weight = 0;
  const auto [rest, error] = std::from_chars(number.data(), number.data() + number.size(), weight);
  if (error != std::errc() || rest != number.data() + number.size() || weight <= 0 || weight > kLargest) {
    fail(offset, shown(text) + " is no weight: write a number above 0 and at most 100, as in ^2 or ^0.5");
  }
  return weight;
}

Node make_leaf(const Token& token, const FieldUse& use, const DialectOptions& options, std::vector<Warning>& warnings) {
  if (use.reading != Reading::kText) need_value(token, use);
  Node node;
  switch (use.reading) {
    case Reading::kText:
      node = text_leaf(token);
      if (node.kind == NodeKind::kPhrase) warn_of_wildcard(token, warnings);
      break;
    case Reading::kKeyword:
      node = keyword_leaf(token, use, options);
      break;
    case Reading::kKey:
      node = key_leaf(token, use);
      break;
    case Reading::kInterval:
      node = range_leaf(token, use);
      break;
    case Reading::kHas:
    case Reading::kMissing:
      node = has_leaf(token, use);
      break;
  }
  if (use.reading != Reading::kHas && use.reading != Reading::kMissing) node.field = use.name;
  node.span = token.span;
  return node;
}

}  // namespace trialsift::query
