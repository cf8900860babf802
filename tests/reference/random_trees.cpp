// SPDX-License-Identifier: GPL-2.0-or-later
#include "reference/random_trees.hpp"

#include <algorithm>

#include "support/trees.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::testing {
namespace {

using query::Occur;

const std::vector<std::string> kTextFields = {"title",        "summary", "detailed", "condition",  "keyword",
                                              "intervention", "mesh",    "outcome",  "eligibility"};
const std::vector<std::string> kSearched = {
    "",          "",        "",    "any",  "title",       "summary", "detailed",    "desc",
    "condition", "keyword", "all", "mesh", "eligibility", "outcome", "intervention"};

bool is_ascii_word(const std::string& word) {
  return std::all_of(word.begin(), word.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

}  // namespace

std::vector<std::string> RandomTrees::run(std::size_t most) {
  for (;;) {
    const std::size_t trial = random_() % reference_.trials().size();
    const auto values = reference_.values(trial, one_of(kTextFields));
    if (values.empty()) continue;
    const std::vector<std::string>& value = one_of(values);
    const std::size_t size = 1 + random_() % std::min(most, value.size());
    const std::size_t begin = random_() % (value.size() - size + 1);
    std::vector<std::string> words(value.begin() + static_cast<std::ptrdiff_t>(begin),
                                   value.begin() + static_cast<std::ptrdiff_t>(begin + size));
    if (std::all_of(words.begin(), words.end(), is_ascii_word)) return words;
  }
}

std::string RandomTrees::with_wildcards(std::string word) {
  for (unsigned changes = 1 + roll(2); changes > 0; --changes) {
    const std::size_t at = random_() % (word.size() + 1);
    switch (roll(6)) {
      case 0:
        word.insert(at, "?");
        break;
      case 1:
        if (at < word.size()) word[at] = '?';
        break;
      case 2:
        if (at < word.size()) word[at] = '#';
        break;
      case 3:
        word = word.substr(0, at) + "*2";
        break;
      default:
        // Before a digit a limit would be read.
        if (at < word.size() && word[at] >= '0' && word[at] <= '9') break;
        if (at < word.size() && roll(2) == 0) word.erase(at, 1 + roll(3));
        if (at < word.size() && word[at] >= '0' && word[at] <= '9') break;
        word.insert(at, "*");
    }
  }
  return word;
}

Node RandomTrees::words_leaf() {
  Node node;
  switch (roll(5)) {
    case 0: {
      std::string text;
      for (const std::string& each : run(4)) text += (text.empty() ? "" : roll(5) == 0 ? "-" : " ") + each;
      node = phrase(text);
      break;
    }
    case 1: {
      std::string text;
      for (const std::string& each : run(3))
        text += (text.empty() ? "" : " ") + (roll(2) == 0 ? with_wildcards(each) : each);
      node = pattern(text);
      break;
    }
    case 2: {
      const std::vector<std::string> words = run(2);
      node = word(words.size() == 2 ? words[0] + (roll(2) == 0 ? "-" : "") + words[1] : words[0]);
      break;
    }
    default:
      node = word(run(1).front());
      node.exact = roll(3) == 0;
  }
  node.field = one_of(kSearched);
  node.fallback = roll(8) == 0;
  node.at_start = roll(12) == 0;
  node.at_end = roll(12) == 0;
  return node;
}

Node RandomTrees::heading() {
  std::string text;
  for (const std::string& each : run(3)) text += (text.empty() ? "" : ", ") + each;
  std::vector<std::vector<std::string>> terms;
  for (int tries = 0; tries < 20 && terms.empty(); ++tries) {
    terms = reference_.values(random_() % reference_.trials().size(), roll(2) == 0 ? "mesh" : "mesh_ancestor");
  }
  if (!terms.empty() && roll(4) != 0) {
    text.clear();
    for (const std::string& each : one_of(terms)) text += (text.empty() ? "" : " ") + each;
  }
  if (roll(12) == 0) text = roll(2) == 0 ? "Humans" : "animals";
  return testing::heading(text, roll(2) == 0);
}

Node RandomTrees::near_operand(unsigned depth) {
  if (depth > 0 && roll(3) == 0) return near(depth - 1);
  if (depth > 0 && roll(3) == 0) {
    return group(roll(4) == 0 ? NodeKind::kAny : NodeKind::kOr, {near_operand(depth - 1), near_operand(depth - 1)});
  }
  return words_leaf();
}

Node RandomTrees::near(unsigned depth) {
  Node node = testing::near(near_operand(depth), near_operand(depth), 1 + roll(roll(3) == 0 ? 60 : 8), roll(3) == 0);
  node.at_start = roll(10) == 0;
  node.at_end = roll(10) == 0;
  // Fields that have nothing in common are rarely meant.
  if (roll(4) != 0) {
    const std::string field = one_of(kSearched);
    const auto unify = [&field](Node& each, const auto& self) -> void {
      each.field = field;
      for (Node& child : each.children) self(child, self);
    };
    unify(node, unify);
  }
  return node;
}

Node RandomTrees::condition() {
  const model::Trial& trial = one_of(reference_.trials());
  const std::vector<schema::Field> fields(schema::fields().begin(), schema::fields().end());
  for (;;) {
    const schema::Field& field = one_of(fields);
    Node node;
    node.field = field.name;
    node.keep_missing = roll(4) == 0;
    if (field.kind == schema::Kind::kText || roll(6) == 0) {
      node.kind = NodeKind::kHas;
      node.keep_missing = false;
      if (roll(6) == 0) node.field = roll(2) == 0 ? "desc" : "any";
      return node;
    }
    if (field.interval != nullptr) {
      const auto interval = field.interval(trial);
      if (!interval) continue;
      node.kind = NodeKind::kRange;
      if (roll(4) != 0) node.low = interval->low - roll(300);
      if (roll(4) != 0) node.high = interval->high + roll(20000) - roll(300);
      return node;
    }
    std::vector<std::string_view> values;
    field.texts(trial, values);
    if (values.empty()) continue;
    node.kind = NodeKind::kFilter;
    node.text = one_of(values);
    if (node.text.size() > 100) continue;
    return node;
  }
}

Node RandomTrees::leaf() {
  switch (roll(10)) {
    case 0:
      return heading();
    case 1:
    case 2:
      return condition();
    case 3:
    case 4:
      return near(roll(3));
    case 5:
      return testing::leaf(roll(2) == 0 ? NodeKind::kVoid : NodeKind::kEvery, "");
    default:
      return words_leaf();
  }
}

Node RandomTrees::tree(unsigned depth, std::size_t lines) {
  if (lines > 0 && roll(4) == 0) return line(roll(static_cast<unsigned>(lines)));
  if (depth == 0 || roll(4) == 0) return leaf();
  Node node;
  const unsigned kind = roll(9);
  node.kind = kind < 3 ? NodeKind::kAnd : kind < 6 ? NodeKind::kOr : kind < 7 ? NodeKind::kNot : NodeKind::kAny;
  const std::size_t count = node.kind == NodeKind::kNot ? 1 : 2 + roll(3);
  for (std::size_t i = 0; i < count; ++i) {
    node.children.push_back(tree(depth - 1, lines));
    if (node.kind != NodeKind::kAny) continue;
    Node& child = node.children.back();
    const bool condition =
        child.kind == NodeKind::kFilter || child.kind == NodeKind::kRange || child.kind == NodeKind::kHas;
    const unsigned occur = roll(6);
    child.occur = occur == 0   ? Occur::kExcluded
                  : condition  ? Occur::kFilter
                  : occur == 1 ? Occur::kRequired
                               : Occur::kOptional;
  }
  return node;
}

}  // namespace trialsift::testing
