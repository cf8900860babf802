// SPDX-License-Identifier: GPL-2.0-or-later
#include "reference/reference.hpp"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include "trialsift/base/text.hpp"

namespace trialsift::testing {
namespace {

using query::Node;
using query::NodeKind;
using query::Occur;
using schema::Field;

bool is_text_leaf(const Node& node) {
  return node.kind == NodeKind::kWord || node.kind == NodeKind::kPhrase || node.kind == NodeKind::kPattern;
}

/// Words side by side: where an anchor holds a word at its place it is no longer one of them.
bool is_free(const Node& node) {
  return is_text_leaf(node) && !node.at_start && !node.at_end;
}

std::vector<const Field*> fields_of(const Node& node) {
  return node.field.empty() ? schema::default_fields() : schema::text_fields(node.field);
}

bool has_digit(const std::string& word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// The wildcards of a pattern's word, letter by letter. ASCII.
bool glob(std::string_view pattern, std::string_view word) {
  if (pattern.empty()) return word.empty();
  const std::string_view rest = pattern.substr(1);
  switch (pattern.front()) {
    case '*': {
      std::size_t digits = 0;
      while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') ++digits;
      const std::size_t most = digits == 0 ? word.size() : std::stoul(std::string(rest.substr(0, digits)));
      for (std::size_t taken = 0; taken <= std::min(most, word.size()); ++taken) {
        if (glob(rest.substr(digits), word.substr(taken))) return true;
      }
      return false;
    }
    case '?':
      return glob(rest, word) || (!word.empty() && glob(rest, word.substr(1)));
    case '#':
      return !word.empty() && glob(rest, word.substr(1));
    default:
      return !word.empty() && word.front() == pattern.front() && glob(rest, word.substr(1));
  }
}

std::vector<std::string> pattern_words(const std::string& text) {
  std::vector<std::string> words(1);
  for (const char c : base::to_lower_ascii(text)) {
    if (c == ' ' || c == '-') {
      if (!words.back().empty()) words.emplace_back();
    } else {
      words.back() += c;
    }
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

}  // namespace

Reference::Reference(std::vector<model::Trial> trials, bool all_words)
    : trials_(std::move(trials)), all_words_(all_words) {
  const auto number_of = [this](std::string_view word) {
    const auto [place, is_new] = numbers_.try_emplace(std::string(word), static_cast<int>(words_.size()));
    if (is_new) {
      words_.emplace_back(word);
      stems_.push_back(stemmer_.stem(word));
    }
    return place->second;
  };
  for (const model::Trial& trial : trials_) {
    std::map<std::size_t, Values>& texts = texts_.emplace_back();
    for (const Field& field : schema::fields()) {
      if (field.kind != schema::Kind::kText) continue;
      std::vector<std::string> joined;
      std::vector<std::string_view> values;
      schema::indexed_texts(field, trial, joined, values);
      for (const std::string_view value : values) {
        analysis::TokenList tokens;
        analysis::analyze(value, tokens);
        Words words;
        for (std::size_t i = 0; i < tokens.size(); ++i) {
          words.push_back(number_of(tokens.word(i)));
          if (tokens.tokens[i].link == analysis::Link::kHyphen && analysis::is_plain_word(tokens.word(i)) &&
              analysis::is_plain_word(tokens.word(i - 1))) {
            hyphens_.insert({words[i - 1], words[i]});
          }
        }
        if (!words.empty()) texts[schema::field_number(field)].push_back(words);
      }
    }
  }
}

std::vector<std::vector<std::string>> Reference::values(std::size_t trial, std::string_view field) const {
  std::vector<std::vector<std::string>> out;
  const auto found = texts_[trial].find(schema::field_number(*schema::find_field(field)));
  if (found == texts_[trial].end()) return out;
  for (const Words& value : found->second) {
    out.emplace_back();
    for (const int word : value) out.back().push_back(words_[static_cast<std::size_t>(word)]);
  }
  return out;
}

Answer Reference::of_each(bool (Reference::*holds)(const Node&, std::size_t) const, const Node& node) const {
  std::vector<bool> answer;
  for (std::size_t i = 0; i < trials_.size(); ++i) answer.push_back((this->*holds)(node, i));
  return answer;
}

namespace {

Answer both(const Answer& a, const Answer& b) {
  if (!a) return b;
  if (!b) return a;
  Answer out = a;
  for (std::size_t i = 0; i < out->size(); ++i) (*out)[i] = (*a)[i] && (*b)[i];
  return out;
}
Answer either(const Answer& a, const Answer& b) {
  if (!a) return b;
  if (!b) return a;
  Answer out = a;
  for (std::size_t i = 0; i < out->size(); ++i) (*out)[i] = (*a)[i] || (*b)[i];
  return out;
}
Answer opposite(Answer a) {
  if (a) a->flip();
  return a;
}

}  // namespace

Answer Reference::evaluate(const Node& node, std::span<const Answer> lines) const {
  switch (node.kind) {
    case NodeKind::kAnd: {
      Answer all;
      for (const Node& child : node.children) all = both(all, evaluate(child, lines));
      return all;
    }
    case NodeKind::kOr: {
      Answer any;
      for (const Node& child : node.children) any = either(any, evaluate(child, lines));
      return any;
    }
    case NodeKind::kNot:
      return opposite(evaluate(node.children.front(), lines));
    case NodeKind::kAny:
      return any(node, lines);
    case NodeKind::kEvery:
      return std::vector<bool>(trials_.size(), true);
    case NodeKind::kVoid:
      return std::nullopt;
    case NodeKind::kLine:
      return lines[node.line];
    case NodeKind::kHas:
      return of_each(&Reference::has, node);
    case NodeKind::kFilter:
    case NodeKind::kRange:
      return of_each(&Reference::value_holds, node);
    case NodeKind::kHeading:
      return of_each(&Reference::heading_holds, node);
    case NodeKind::kNear:
      return of_each(&Reference::near_holds, node);
    case NodeKind::kWord:
    case NodeKind::kPhrase:
    case NodeKind::kPattern:
      return of_each(&Reference::words_hold, node);
  }
  throw std::logic_error("no such node");
}

Answer Reference::any(const Node& node, std::span<const Answer> lines) const {
  if (node.children.empty()) return std::vector<bool>(trials_.size(), true);
  Answer wanted;
  Answer optional;
  bool required = false;
  std::map<std::string, Answer> filters;
  Answer unwanted;
  for (const Node& child : node.children) {
    if (child.occur == Occur::kOptional && is_free(child)) continue;
    const Answer answer = evaluate(child, lines);
    if (child.occur == Occur::kExcluded) {
      unwanted = either(unwanted, answer);
    } else if (child.occur == Occur::kFilter) {
      const bool value = child.kind == NodeKind::kFilter || child.kind == NodeKind::kRange;
      Answer& same = filters[value ? child.field : "#" + std::to_string(filters.size())];
      same = either(same, answer);
    } else if (child.occur == Occur::kRequired || all_words_) {
      required = required || (child.occur == Occur::kRequired && answer);
      wanted = both(wanted, answer);
    } else {
      optional = either(optional, answer);
    }
  }
  for (const auto& [leaf, meaning] : side_by_side(node)) {
    std::vector<bool> answer;
    for (std::size_t i = 0; i < trials_.size(); ++i) answer.push_back(meaning_holds(*leaf, meaning, i));
    Answer& into = all_words_ ? wanted : optional;
    into = all_words_ ? both(into, answer) : either(into, answer);
  }
  if (!required) wanted = both(wanted, optional);
  for (const auto& [field, answer] : filters) wanted = both(wanted, answer);
  return both(wanted, opposite(unwanted));
}

// Values.

bool Reference::has_field(const Field& field, std::size_t trial) const {
  if (field.interval != nullptr) return field.interval(trials_[trial]).has_value();
  std::vector<std::string_view> values;
  field.texts(trials_[trial], values);
  return !values.empty();
}

bool Reference::has(const Node& node, std::size_t trial) const {
  std::vector<const Field*> fields = schema::text_fields(node.field);
  if (fields.empty()) fields.push_back(schema::find_field(node.field));
  return std::any_of(fields.begin(), fields.end(), [&](const Field* field) { return has_field(*field, trial); });
}

bool Reference::value_holds(const Node& node, std::size_t trial) const {
  const Field& field = *schema::find_field(node.field);
  if (!has_field(field, trial)) return node.keep_missing;
  if (node.kind == NodeKind::kRange) {
    const schema::Interval interval = *field.interval(trials_[trial]);
    return interval.low <= node.high && interval.high >= node.low;
  }
  std::vector<std::string_view> values;
  field.texts(trials_[trial], values);
  return std::any_of(values.begin(), values.end(), [&](std::string_view value) {
    return schema::key_form(field, value) == schema::key_form(field, node.text);
  });
}

// Words.

bool Reference::hyphenated(const std::string& first, const std::string& second) const {
  const auto a = numbers_.find(first);
  const auto b = numbers_.find(second);
  return a != numbers_.end() && b != numbers_.end() && hyphens_.count({a->second, b->second}) > 0;
}

Reference::Choice Reference::family(const std::string& word) const {
  const std::string stem = stemmer_.stem(word);
  Choice choice;
  for (const std::string& other : stems_) choice.push_back(other == stem);
  return choice;
}

Reference::Choice Reference::exactly(const std::string& word) const {
  Choice choice;
  for (const std::string& other : words_) choice.push_back(other == word);
  return choice;
}

Reference::Choice Reference::matching(const std::string& pattern) const {
  Choice choice;
  for (const std::string& word : words_) choice.push_back(glob(pattern, word));
  return choice;
}

/// The word as it is, joined, and cut wherever letters meet digits or a hyphen may stand: docs/query-language.md.
Reference::Meaning Reference::spellings(const std::vector<std::string>& parts) const {
  std::string joined;
  std::set<std::size_t> cuts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    joined += parts[i];
    if (i + 1 < parts.size()) cuts.insert(joined.size());
  }
  for (const std::size_t cut : analysis::letter_digit_boundaries(joined)) cuts.insert(cut);
  if (parts.size() == 1) {
    const bool open = has_digit(joined) || !known(joined);
    for (std::size_t cut = 1; cut < joined.size(); ++cut) {
      const std::string first = joined.substr(0, cut);
      const std::string second = joined.substr(cut);
      if (known(first) && known(second) && (open || hyphenated(first, second))) cuts.insert(cut);
    }
  }
  std::vector<std::vector<std::string>> ways = {{joined}, parts};
  constexpr std::size_t kMostCuts = 6;
  if (cuts.size() <= kMostCuts) {
    const std::vector<std::size_t> places(cuts.begin(), cuts.end());
    for (unsigned chosen = 0; chosen < (1U << places.size()); ++chosen) {
      std::vector<std::string> way;
      std::size_t begin = 0;
      for (std::size_t i = 0; i < places.size(); ++i) {
        if ((chosen >> i & 1U) == 0) continue;
        way.push_back(joined.substr(begin, places[i] - begin));
        begin = places[i];
      }
      way.push_back(joined.substr(begin));
      ways.push_back(way);
    }
  }
  Meaning meaning;
  for (const std::vector<std::string>& way : ways) {
    Sequence sequence;
    for (const std::string& word : way) sequence.push_back(family(word));
    meaning.push_back(sequence);
  }
  return meaning;
}

const std::vector<Reference::Meaning>& Reference::meanings(const Node& leaf) const {
  constexpr std::size_t kMostKept = 2000;
  if (read_.size() > kMostKept) read_.clear();
  const std::string key = std::to_string(static_cast<int>(leaf.kind)) + (leaf.exact ? "=" : " ") + leaf.text;
  const auto known = read_.find(key);
  return known != read_.end() ? known->second : read_.emplace(key, read_meanings(leaf)).first->second;
}

std::vector<Reference::Meaning> Reference::read_meanings(const Node& leaf) const {
  if (leaf.kind == NodeKind::kPattern) {
    Sequence sequence;
    for (const std::string& word : pattern_words(leaf.text)) sequence.push_back(matching(word));
    return {{sequence}};
  }
  analysis::TokenList tokens;
  analysis::analyze(leaf.text, tokens);
  std::vector<Meaning> found;
  if (leaf.kind == NodeKind::kPhrase || leaf.exact) {
    Sequence sequence;
    for (std::size_t i = 0; i < tokens.size(); ++i) sequence.push_back(exactly(std::string(tokens.word(i))));
    if (!sequence.empty()) found.push_back({sequence});
    return found;
  }
  for (std::size_t i = 0; i < tokens.size();) {
    std::vector<std::string> parts = {std::string(tokens.word(i))};
    for (++i; i < tokens.size() && tokens.tokens[i].link != analysis::Link::kNone; ++i) {
      parts.emplace_back(tokens.word(i));
    }
    found.push_back(spellings(parts));
  }
  return found;
}

std::vector<std::pair<const Node*, Reference::Meaning>> Reference::side_by_side(const Node& any) const {
  std::vector<std::pair<const Node*, Meaning>> found;
  std::string before;  // the one word of the item before, where it may be joined
  const Node* previous = nullptr;
  for (const Node& child : any.children) {
    if (child.occur != Occur::kOptional || !is_free(child)) {
      before.clear();
      continue;
    }
    const std::vector<std::string> words = analysis::words_of(child.text);
    const bool joinable = child.kind == NodeKind::kWord && !child.exact;
    for (const Meaning& meaning : meanings(child)) found.emplace_back(&child, meaning);
    const bool alone = joinable && words.size() == 1;
    if (alone && !before.empty() && previous->field == child.field) {
      const std::string joined = before + words[0];
      if (known(joined) && (has_digit(before) != has_digit(words[0]) || hyphenated(before, words[0]))) {
        for (std::size_t i = found.size() - 2; i < found.size(); ++i) found[i].second.push_back({exactly(joined)});
      }
    }
    before = alone ? words[0] : std::string();
    previous = &child;
  }
  return found;
}

bool Reference::searches(const Node& leaf, std::size_t trial, std::size_t number) const {
  const std::vector<const Field*> fields = fields_of(leaf);
  const Field* field = &schema::fields()[number];
  if (std::find(fields.begin(), fields.end(), field) != fields.end()) return true;
  if (!leaf.fallback || (field->name != "summary" && field->name != "detailed")) return false;
  return std::none_of(fields.begin(), fields.end(), [&](const Field* own) { return has_field(*own, trial); });
}

Reference::Places Reference::places(const Meaning& meaning, const Values& values) const {
  Places found;
  for (std::size_t v = 0; v < values.size(); ++v) {
    for (const Sequence& sequence : meaning) {
      for (std::size_t at = 0; !sequence.empty() && at + sequence.size() <= values[v].size(); ++at) {
        std::size_t i = 0;
        while (i < sequence.size() && sequence[i][static_cast<std::size_t>(values[v][at + i])]) ++i;
        if (i == sequence.size()) found.insert({v, at, at + i - 1});
      }
    }
  }
  return found;
}

/// Those that begin or end a value, where the node asks for it.
Reference::Places Reference::anchored(const Node& node, Places found, const Values& values) {
  std::erase_if(found, [&](const Place& place) {
    return (node.at_start && place.begin != 0) || (node.at_end && place.end + 1 != values[place.value].size());
  });
  return found;
}

bool Reference::meaning_holds(const Node& leaf, const Meaning& meaning, std::size_t trial) const {
  return std::any_of(texts_[trial].begin(), texts_[trial].end(), [&](const auto& text) {
    return searches(leaf, trial, text.first) && !anchored(leaf, places(meaning, text.second), text.second).empty();
  });
}

bool Reference::words_hold(const Node& node, std::size_t trial) const {
  const std::vector<Meaning>& wanted = meanings(node);
  return !wanted.empty() && std::all_of(wanted.begin(), wanted.end(),
                                        [&](const Meaning& meaning) { return meaning_holds(node, meaning, trial); });
}

Reference::Places Reference::places(const Node& node, std::size_t trial, std::size_t field) const {
  Places found;
  if (is_text_leaf(node)) {
    if (!searches(node, trial, field)) return found;
    const std::vector<Meaning>& wanted = meanings(node);
    if (wanted.size() != 1) throw std::logic_error("random operands of NEAR hang together");
    return anchored(node, places(wanted.front(), texts_[trial].at(field)), texts_[trial].at(field));
  }
  if (node.kind != NodeKind::kNear) {
    for (const Node& child : node.children) found.merge(places(child, trial, field));
    return found;
  }
  const Places first = places(node.children[0], trial, field);
  const Places second = places(node.children[1], trial, field);
  for (const Place& a : first) {
    for (const Place& b : second) {
      if (a.value != b.value) continue;
      if (a.end < b.begin && b.begin - a.end <= node.distance) found.insert({a.value, a.begin, b.end});
      if (!node.ordered && b.end < a.begin && a.begin - b.end <= node.distance) {
        found.insert({a.value, b.begin, a.end});
      }
    }
  }
  return anchored(node, std::move(found), texts_[trial].at(field));
}

bool Reference::near_holds(const Node& node, std::size_t trial) const {
  return std::any_of(texts_[trial].begin(), texts_[trial].end(),
                     [&](const auto& text) { return !places(node, trial, text.first).empty(); });
}

bool Reference::heading_holds(const Node& node, std::size_t trial) const {
  const std::string name = base::to_lower_ascii(node.text);
  if (name == "human" || name == "humans") return true;
  if (name == "animal" || name == "animals") return false;
  const std::vector<std::string> wanted = analysis::words_of(node.text);
  const auto values_of = [&](const char* field) { return values(trial, field); };
  if (!has_field(*schema::find_field("mesh"), trial) && !has_field(*schema::find_field("mesh_ancestor"), trial)) {
    for (const char* field : {"condition", "keyword", "intervention"}) {
      for (const std::vector<std::string>& value : values_of(field)) {
        const bool all = std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
          return std::find(value.begin(), value.end(), word) != value.end();
        });
        if (all) return true;
      }
    }
    return false;
  }
  for (const char* field : {"mesh", "mesh_ancestor"}) {
    if (std::string_view(field) == "mesh_ancestor" && !node.explode) continue;
    for (const std::vector<std::string>& value : values_of(field)) {
      if (value == wanted) return true;
    }
  }
  return false;
}

}  // namespace trialsift::testing
