// SPDX-License-Identifier: GPL-2.0-or-later
// What a search finds is compared with a plain evaluation of the tree over the words of the records' texts.
#include <random>

#include "reference/agreement.hpp"
#include "reference/random_trees.hpp"
#include "reference/reference.hpp"
#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/analysis/analyzer.hpp"

using namespace trialsift;
using query::Node;
using query::NodeKind;
using search::DocSet;
using testing::Answer;
using testing::SmallIndex;

namespace {

const std::vector<std::string>& vocabulary() {
  static const std::vector<std::string> words = {
      "transplant", "transplants", "transplanted", "graft", "grafts", "host",    "versus",   "relapse", "relapsed",
      "study",      "studies",     "of",           "the",   "follow", "up",      "followup", "il",      "2",
      "il2",        "cd34",        "mg",           "10",    "allo",   "allosct", "sct",      "heart",   "x"};
  return words;
}

std::string sentence(std::mt19937& random) {
  std::string text;
  for (unsigned i = 0; i < 2 + random() % 9; ++i) {
    text += vocabulary()[random() % vocabulary().size()];
    text += random() % 7 == 0 ? "-" : random() % 9 == 0 ? ", " : " ";
  }
  return text;
}

std::vector<std::string> sentences(std::mt19937& random, unsigned most) {
  std::vector<std::string> found;
  for (auto more = random() % (most + 1); more > 0; --more) found.push_back(sentence(random));
  return found;
}

std::string date(std::mt19937& random) {
  const std::string year = std::to_string(2015 + random() % 5);
  return random() % 2 == 0 ? year : year + "-0" + std::to_string(1 + random() % 9);
}

template <class T>
const T& one_of(std::mt19937& random, const std::vector<T>& from) {
  return from[random() % from.size()];
}

void fill_texts(std::mt19937& random, model::Trial& s) {
  if (random() % 5 != 0) s.brief_title = sentence(random);
  if (random() % 5 != 0) s.brief_summary = sentence(random);
  if (random() % 2 == 0) s.detailed_description = sentence(random);
  s.conditions = sentences(random, 2);
  s.keywords = sentences(random, 1);
  if (random() % 2 == 0) s.eligibility_criteria = sentence(random);
  if (random() % 3 == 0) s.interventions.push_back({"drug", sentence(random), "", {}});
  if (random() % 3 == 0) s.outcomes.push_back({"primary", sentence(random), "", ""});
  static const std::vector<std::string> headings = {"Graft vs Host Disease", "Heart Transplantation", "Heart", "Host"};
  for (auto more = random() % 3; more > 0; --more) s.condition_mesh.push_back(one_of(random, headings));
  if (random() % 3 == 0) s.mesh_ancestors.push_back(one_of(random, headings));
}

void fill_values(std::mt19937& random, model::Trial& s) {
  if (random() % 2 == 0) s.status = random() % 2 == 0 ? "RECRUITING" : "COMPLETED";
  if (random() % 2 == 0) s.phases.push_back(random() % 2 == 0 ? "PHASE1" : "PHASE2");
  if (random() % 3 == 0) s.phases.push_back("PHASE3");
  if (random() % 2 == 0) s.sex = random() % 2 == 0 ? "FEMALE" : "ALL";
  if (random() % 2 == 0) s.start = model::PartialDate::parse(date(random)).value();
  if (random() % 2 == 0) s.enrollment = static_cast<std::int64_t>(random() % 300);
  if (random() % 2 == 0) s.minimum_age = std::to_string(random() % 70) + (random() % 4 == 0 ? " Months" : " Years");
  if (random() % 2 == 0) s.maximum_age = std::to_string(random() % 70) + " Years";
}

model::Trial study(std::mt19937& random, int number) {
  model::Trial s = testing::trial(number, {});
  fill_texts(random, s);
  fill_values(random, s);
  return s;
}

/// The records as the index holds them, in whatever form the reader gave them.
std::vector<model::Trial> stored(const store::Index& index) {
  std::vector<model::Trial> trials;
  for (store::DocId document = 1; document <= index.tokens().last_docid(); ++document) {
    trials.push_back(index.trial(document));
  }
  return trials;
}

constexpr int kCorpora = 8;
constexpr std::size_t kStudies = 50;

std::unique_ptr<SmallIndex> corpus(std::mt19937& random) {
  std::vector<model::Trial> studies;
  for (std::size_t i = 1; i <= kStudies; ++i) studies.push_back(study(random, static_cast<int>(i)));
  return std::make_unique<SmallIndex>(studies);
}

}  // namespace

TEST_CASE("a search finds what a plain evaluation of its tree over the stored text finds") {
  std::mt19937 random(4711);
  for (int i = 0; i < kCorpora; ++i) {
    const auto built = corpus(random);
    for (const search::Match match : {search::Match::kAny, search::Match::kAll}) {
      const testing::Reference reference(stored(built->index()), match == search::Match::kAll);
      testing::Agreement agreement(reference, built->index(), match);
      testing::RandomTrees trees(reference, static_cast<unsigned>(random()));
      for (int round = 0; round < 300; ++round) {
        const std::string difference = agreement.difference(trees.tree(3));
        if (!difference.empty()) FAIL(difference);
      }
    }
  }
  SUCCEED();
}

TEST_CASE("the lines of a strategy find what a plain evaluation of them finds") {
  std::mt19937 random(815);
  for (int i = 0; i < kCorpora; ++i) {
    const auto built = corpus(random);
    const testing::Reference reference(stored(built->index()));
    testing::Agreement agreement(reference, built->index(), search::Match::kAny);
    testing::RandomTrees trees(reference, static_cast<unsigned>(random()));
    for (int strategy = 0; strategy < 20; ++strategy) {
      std::vector<Answer> answers;
      std::vector<DocSet> lines;
      for (int line = 0; line < 12; ++line) {
        const Node tree = trees.tree(2, lines.size());
        const std::string difference = agreement.difference(tree, answers, lines);
        if (!difference.empty()) FAIL(difference);
        answers.push_back(reference.evaluate(tree, answers));
        lines.push_back(agreement.evaluator().evaluate(tree, lines));
      }
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
