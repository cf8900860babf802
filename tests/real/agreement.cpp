// SPDX-License-Identifier: GPL-2.0-or-later
// What a search finds among real records is compared with a plain evaluation of the tree over their stored text.
#include "reference/agreement.hpp"

#include <variant>

#include "real/real_data.hpp"
#include "reference/random_trees.hpp"
#include "reference/reference.hpp"
#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/formats/record_stream.hpp"

using namespace trialsift;
using testing::Answer;
using testing::SmallIndex;

namespace {

/// Every `step`th trial of an export, at most so many.
std::vector<model::Trial> slice(const std::string& input, std::size_t step, std::size_t most) {
  formats::RecordStream stream({input}, {});
  std::vector<model::Trial> trials;
  std::size_t number = 0;
  while (trials.size() < most) {
    std::optional<formats::Record> record = stream.next();
    if (!record) break;
    model::Trial* trial = std::get_if<model::Trial>(&*record);
    if (trial != nullptr && number++ % step == 0) trials.push_back(std::move(*trial));
  }
  return trials;
}

std::vector<model::Trial> stored(const store::Index& index) {
  std::vector<model::Trial> trials;
  for (store::DocId document = 1; document <= index.tokens().last_docid(); ++document) {
    // Numbers of documents have gaps where a run met several records of a trial.
    if (!index.records().packed(document).empty()) trials.push_back(index.trial(document));
  }
  return trials;
}

void agree(SmallIndex& built, unsigned seed, int rounds) {
  const testing::Reference reference(stored(built.index()));
  testing::Agreement agreement(reference, built.index(), search::Match::kAny);
  testing::RandomTrees trees(reference, seed);
  std::vector<Answer> answers;
  std::vector<search::DocSet> lines;
  for (int round = 0; round < rounds; ++round) {
    constexpr std::size_t kLines = 20;
    if (lines.size() == kLines) {
      answers.clear();
      lines.clear();
    }
    const query::Node tree = trees.tree(2, lines.size());
    const std::string difference = agreement.difference(tree, answers, lines);
    if (!difference.empty()) FAIL(difference);
    answers.push_back(reference.evaluate(tree, answers));
    lines.push_back(agreement.evaluator().evaluate(tree, lines));
  }
  SUCCEED();
}

}  // namespace

TEST_CASE("among real trials a search finds what a plain evaluation of its tree over the stored text finds") {
  const auto data = testing::real_data();
  if (!data) return;
  SmallIndex index(slice(*data + "/trials.ndjson.gz", 50, 400));
  agree(index, 20261125, 500);
}

TEST_CASE("the same among real exports, which have every field") {
  const auto data = testing::real_data();
  if (!data) return;
  SmallIndex index;
  ingest::IndexOptions options = index.options({*data + "/exports"});
  options.jobs = 2;
  index.run(options);
  agree(index, 1125, 500);
}
