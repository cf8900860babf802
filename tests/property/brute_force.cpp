// SPDX-License-Identifier: GPL-2.0-or-later
// What a search finds is compared with a plain evaluation of the tree over the words of the records' texts.
#include <functional>
#include <random>
#include <set>

#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/analysis/stemmer.hpp"

using namespace trialsift;
using query::Node;
using query::NodeKind;
using query::Occur;
using testing::SmallIndex;

namespace {

const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> words = {"transplant", "transplants", "transplanted", "graft",    "grafts",
                                                 "host",       "versus",      "relapse",      "relapsed", "study",
                                                 "studies",    "of",          "the"};
  return words;
}

std::string sentence(std::mt19937& random) {
  std::string text;
  for (unsigned i = 0; i < 2 + random() % 7; ++i) {
    text += vocabulary()[random() % vocabulary().size()];
    text += random() % 7 == 0 ? "-" : " ";
  }
  return text;
}

model::Trial study(std::mt19937& random, int number) {
  model::Trial s = testing::trial(number, {});
  s.brief_title = sentence(random);
  s.brief_summary = sentence(random);
  if (random() % 2 == 0) s.detailed_description = sentence(random);
  for (unsigned i = 0; i < random() % 3; ++i) s.conditions.push_back(sentence(random));
  if (random() % 2 == 0) s.eligibility_criteria = sentence(random);
  return s;
}

/// The words of each value of each field that the random studies have.
using Values = std::vector<std::pair<std::string, std::vector<std::string>>>;

Values values_of(const model::Trial& s) {
  Values values = {{"title", analysis::words_of(s.brief_title)}, {"summary", analysis::words_of(s.brief_summary)}};
  values.emplace_back("detailed", analysis::words_of(s.detailed_description));
  for (const std::string& condition : s.conditions) values.emplace_back("condition", analysis::words_of(condition));
  values.emplace_back("eligibility", analysis::words_of(s.eligibility_criteria));
  return values;
}

bool searches(const std::string& node_field, const std::string& field) {
  if (node_field.empty() || node_field == "any") return field != "eligibility";
  if (node_field == "desc") return field == "summary" || field == "detailed";
  return node_field == field;
}

bool holds(const Node& node, const Values& values) {
  static const analysis::Stemmer stemmer;
  const std::vector<std::string> wanted = analysis::words_of(node.text);
  const auto fits = [&](const std::string& word, std::size_t i) {
    if (node.kind == NodeKind::kPattern && i + 1 == wanted.size()) return word.starts_with(wanted[i]);
    if (node.kind == NodeKind::kWord && !node.exact) return stemmer.stem(word) == stemmer.stem(wanted[i]);
    return word == wanted[i];
  };
  for (const auto& [field, words] : values) {
    if (!searches(node.field, field)) continue;
    for (std::size_t at = 0; at + wanted.size() <= words.size(); ++at) {
      std::size_t i = 0;
      while (i < wanted.size() && fits(words[at + i], i)) ++i;
      if (i == wanted.size()) return true;
    }
  }
  return false;
}

bool matches(const Node& node, const Values& values) {
  const auto child_matches = [&values](const Node& child) { return matches(child, values); };
  switch (node.kind) {
    case NodeKind::kAnd:
      return std::all_of(node.children.begin(), node.children.end(), child_matches);
    case NodeKind::kOr:
      return std::any_of(node.children.begin(), node.children.end(), child_matches);
    case NodeKind::kNot:
      return !matches(node.children.front(), values);
    case NodeKind::kAny: {
      bool optional = false;
      bool any = false;
      bool required = false;
      for (const Node& child : node.children) {
        const bool yes = matches(child, values);
        if (child.occur == Occur::kExcluded && yes) return false;
        if (child.occur == Occur::kRequired && !yes) return false;
        required = required || child.occur == Occur::kRequired;
        optional = optional || child.occur == Occur::kOptional;
        any = any || (child.occur == Occur::kOptional && yes);
      }
      return required || !optional || any;
    }
    default:
      return holds(node, values);
  }
}

Node leaf(std::mt19937& random) {
  static const std::vector<std::string> fields = {"", "", "", "title", "summary", "desc", "condition", "eligibility"};
  Node node;
  node.field = fields[random() % fields.size()];
  const std::string word = vocabulary()[random() % vocabulary().size()];
  switch (random() % 4) {
    case 0:
      node.kind = NodeKind::kPhrase;
      node.text = word + " " + vocabulary()[random() % vocabulary().size()];
      break;
    case 1:
      node.kind = NodeKind::kPattern;
      node.text = word.substr(0, 3) + "*";
      break;
    default:
      node.kind = NodeKind::kWord;
      node.text = word;
      node.exact = random() % 3 == 0;
  }
  return node;
}

Node tree(std::mt19937& random, unsigned depth) {
  if (depth == 0 || random() % 3 == 0) return leaf(random);
  Node node;
  const unsigned kind = static_cast<unsigned>(random() % 8);
  node.kind = kind < 3 ? NodeKind::kAnd : kind < 5 ? NodeKind::kOr : kind < 6 ? NodeKind::kNot : NodeKind::kAny;
  const std::size_t count = node.kind == NodeKind::kNot ? 1 : 2 + random() % 3;
  for (std::size_t i = 0; i < count; ++i) {
    node.children.push_back(tree(random, depth - 1));
    if (node.kind == NodeKind::kAny) {
      const unsigned occur = static_cast<unsigned>(random() % 6);
      node.children.back().occur = occur == 0 ? Occur::kExcluded : occur == 1 ? Occur::kRequired : Occur::kOptional;
    }
  }
  return node;
}

}  // namespace

TEST_CASE("a search finds what a plain evaluation of its tree finds") {
  std::mt19937 random(4711);
  for (int corpus = 0; corpus < 6; ++corpus) {
    std::vector<model::Trial> studies;
    for (int i = 1; i <= 40; ++i) studies.push_back(study(random, i));
    SmallIndex built(studies);
    const search::Searcher searcher(built.index());
    const auto agrees = [&](const Node& root) {
      std::set<std::string> wanted;
      for (const model::Trial& s : studies) {
        if (matches(root, values_of(s))) wanted.insert(s.id.text());
      }
      query::Query query;
      query.root = root;
      std::set<std::string> found;
      for (const testing::Ranked& hit : testing::rank(built.index(), query)) found.insert(hit.id);
      return found == wanted && searcher.count(query, search::Match::kAny).total == wanted.size();
    };
    for (int round = 0; round < 400; ++round) {
      const Node root = tree(random, 3);
      if (agrees(root)) continue;
      // The smallest part that differs says most.
      const Node* part = &root;
      for (bool smaller = true; smaller;) {
        smaller = false;
        for (const Node& child : part->children) {
          if (smaller || agrees(child)) continue;
          part = &child;
          smaller = true;
        }
      }
      FAIL(query::to_string(*part) << " in " << query::to_string(root));
    }
  }
  SUCCEED();
}

TEST_CASE("every word of every field finds its own trial: ingest and query agree on words") {
  const std::vector<std::string> texts = {"Allo-SCT (CD34+) with IL-2, 5-FU and 1.5 mg/m² of µ-opioid; HLA-A*1101!",
                                          "Größe naïve Crohn’s 10,000 IU IFN-γ TGFβ1 ﬁbrosis Ｆｕｌｌ COVID‑19 p<0.05",
                                          "d'Amico O’Brien's 2½ years ± 3 °C 试验 αβγδ 1.2.3 x_y a/b R&D"};
  std::vector<model::Trial> studies;
  for (const std::string& text : texts) {
    const int number = static_cast<int>(studies.size()) + 1;
    studies.push_back(testing::trial(number, {{"title", "Title " + text}, {"summary", text}, {"eligibility", text}}));
  }
  SmallIndex index(studies);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (const std::string& word : analysis::words_of(texts[i])) {
      for (const char* field : {"title", "summary", "eligibility"}) {
        Node node;
        node.kind = NodeKind::kWord;
        node.exact = true;
        node.field = field;
        node.text = word;
        query::Query query;
        query.root = node;
        bool found = false;
        for (const testing::Ranked& hit : testing::rank(index.index(), query)) {
          found = found || hit.id == studies[i].id.text();
        }
        INFO(word);
        CHECK(found);
      }
    }
  }
}
