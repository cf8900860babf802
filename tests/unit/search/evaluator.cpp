// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/evaluator.hpp"

#include <set>

#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "support/trees.hpp"
#include "trialsift/base/error.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using search::DocSet;
using Numbers = std::vector<int>;

namespace {

/// An index with one evaluator.
class Evaluated {
 public:
  explicit Evaluated(const std::vector<model::Trial>& trials) : built_(trials), evaluator_(built_.index()) {}

  DocSet set(const Node& tree, std::span<const DocSet> lines = {}) { return evaluator_.evaluate(tree, lines); }
  Numbers find(const Node& tree, std::span<const DocSet> lines = {}) { return numbers(set(tree, lines)); }
  Numbers numbers(const DocSet& set) {
    Numbers found;
    for (const store::DocId document : set.ids()) {
      found.push_back(std::stoi(built_.index().trial(document).id.text().substr(3)));
    }
    std::sort(found.begin(), found.end());
    return found;
  }
  std::string warned() {
    std::string codes;
    for (const query::Warning& warning : evaluator_.take_warnings()) codes += warning.code + ' ';
    return codes;
  }

 private:
  SmallIndex built_;
  search::Evaluator evaluator_;
};

Evaluated summaries(const std::vector<std::string>& texts) {
  std::vector<model::Trial> trials;
  for (const std::string& text : texts) {
    trials.push_back(trial(static_cast<int>(trials.size()) + 1, {{"summary", text}}));
  }
  return Evaluated(trials);
}

}  // namespace

TEST_CASE("NEAR counts positions between nearest ends, in any order; ADJ in the order given") {
  Evaluated index = summaries({"alpha x x beta", "beta x x alpha", "alpha x x x beta"});
  CHECK(index.find(near(word("alpha"), word("beta"), 3)) == Numbers{1, 2});
  CHECK(index.find(near(word("alpha"), word("beta"), 2)).empty());
  CHECK(index.find(near(word("alpha"), word("beta"), 3, true)) == Numbers{1});
  CHECK(index.find(near(word("alpha"), word("beta"), 4)) == Numbers{1, 2, 3});
}

TEST_CASE("operands of NEAR are phrases, patterns, groups and other NEARs") {
  Evaluated index = summaries({"graft versus host disease after allogeneic stem cell transplantation",
                               "host versus graft and a transplant", "stem cells x x x x x graft versus host"});
  const Node gvh = phrase("graft versus host");
  CHECK(index.find(near(gvh, pattern("transplant*"), 6)) == Numbers{1});
  CHECK(index.find(near(gvh, pattern("transplant*"), 5)).empty());
  CHECK(index.find(near(gvh, pattern("stem cell*"), 6)) == Numbers{1, 3});
  CHECK(index.find(near(group(NodeKind::kOr, {phrase("stem cell"), word("stem cells")}), gvh, 6)) == Numbers{1, 3});
  CHECK(index.find(near(near(word("stem"), word("cell"), 1), near(word("graft"), word("host"), 2), 6)) ==
        Numbers{1, 3});
  CHECK(index.find(near(near(word("graft"), word("host"), 2, true), word("transplant"), 6)) == Numbers{1});
}

TEST_CASE("the two operands of NEAR never overlap") {
  Evaluated index = summaries({"relapse", "relapse and relapse", "relapse relapsed"});
  CHECK(index.find(near(word("relapse"), word("relapse"), 5)) == Numbers{2, 3});
  CHECK(index.find(near(phrase("relapse relapsed"), word("relapse"), 5)).empty());
}

TEST_CASE("no phrase and no NEAR reaches from one value of a field into the next, or into another field") {
  Evaluated index({trial(1, {{"title", "A"}, {"condition", "acute leukemia"}, {"condition", "lymphoma"}}),
                   trial(2, {{"title", "leukemia"}, {"condition", "lymphoma"}}),
                   trial(3, {{"title", "A"}, {"condition", "leukemia or lymphoma"}})});
  CHECK(index.find(near(word("leukemia"), word("lymphoma"), 100)) == Numbers{3});
  CHECK(index.find(phrase("leukemia lymphoma")).empty());
  CHECK(index.find(near(word("leukemia", "title"), word("lymphoma", "condition"), 100)).empty());
  CHECK(index.find(near(word("leukemia", "title"), word("lymphoma"), 100)).empty());
  CHECK(index.find(near(word("leukemia", "condition"), word("lymphoma"), 100)) == Numbers{3});
}

TEST_CASE("wildcards stand anywhere in a word, and in phrases") {
  Evaluated index = summaries({"hematuria", "haematuria", "woman", "women of age", "tumour", "tumor", "tumoour"});
  CHECK(index.find(pattern("h?ematuria")) == Numbers{1, 2});
  CHECK(index.find(pattern("wom#n")) == Numbers{3, 4});
  CHECK(index.find(pattern("wom#n of a*")) == Numbers{4});
  CHECK(index.find(pattern("tumo?r")) == Numbers{5, 6});
  CHECK(index.find(pattern("tumo*r")) == Numbers{5, 6, 7});
  CHECK(index.find(pattern("tumo*1r")) == Numbers{5, 6});
  CHECK(index.find(pattern("*uria")) == Numbers{1, 2});
  CHECK(index.find(pattern("*atur*")) == Numbers{1, 2});
  CHECK(index.find(pattern("tum#r")) == Numbers{6});
  CHECK(index.find(pattern("w* ?? age")) == Numbers{4});
}

TEST_CASE("a wildcard stands for one code point however many bytes it has, folded as text is") {
  Evaluated index = summaries({"試験αβ naïve", "GRÖSSE"});
  CHECK(index.find(pattern("na#ve")) == Numbers{1});
  CHECK(index.find(pattern("NAÏ*")) == Numbers{1});
  CHECK(index.find(pattern("gr*ße")) == Numbers{2});
}

TEST_CASE("void parts drop out of AND, OR and NOT; void alone is not empty") {
  Evaluated index = summaries({"alpha", "beta"});
  const Node nothing = leaf(NodeKind::kVoid, "");
  CHECK(index.set(nothing).is_void());
  CHECK(index.set(without(nothing)).is_void());
  CHECK(index.set(group(NodeKind::kOr, {nothing, nothing})).is_void());
  CHECK(index.find(group(NodeKind::kOr, {nothing, word("alpha")})) == Numbers{1});
  CHECK(index.find(group(NodeKind::kAnd, {nothing, word("alpha")})) == Numbers{1});
  CHECK(index.find(group(NodeKind::kAnd, {word("alpha"), without(nothing)})) == Numbers{1});
  CHECK(index.find(group(NodeKind::kAnd, {nothing, without(word("alpha"))})) == Numbers{2});
  CHECK_FALSE(index.set(word("gamma")).is_void());
}

TEST_CASE("lines of a strategy are the sets that they came to") {
  Evaluated index = summaries({"alpha", "alpha beta", "beta"});
  std::vector<DocSet> lines = {index.set(word("alpha")), index.set(word("beta")), DocSet::void_set()};
  CHECK(index.find(group(NodeKind::kAnd, {line(0), line(1)}), lines) == Numbers{2});
  CHECK(index.find(group(NodeKind::kOr, {line(0), line(1)}), lines) == Numbers{1, 2, 3});
  CHECK(index.find(group(NodeKind::kAnd, {line(0), without(line(1))}), lines) == Numbers{1});
  CHECK(index.find(group(NodeKind::kAnd, {line(0), line(2)}), lines) == Numbers{1, 2});
  CHECK(index.set(line(2), lines).is_void());
}

TEST_CASE("a heading is a whole MeSH term of the record; exploded, also one above its terms") {
  Evaluated index({trial(1, {{"mesh", "Multiple Myeloma"}, {"mesh_ancestor", "Neoplasms, Plasma Cell"}}),
                   trial(2, {{"mesh", "Neoplasms, Plasma Cell"}}),
                   trial(3, {{"mesh", "Smoldering Multiple Myeloma"}})});
  CHECK(index.find(heading("multiple myeloma")) == Numbers{1});
  CHECK(index.find(heading("Neoplasms, Plasma Cell")) == Numbers{2});
  CHECK(index.find(heading("Neoplasms, Plasma Cell", true)) == Numbers{1, 2});
  CHECK(index.find(heading("Myeloma", true)).empty());
  CHECK(index.warned().empty());
}

TEST_CASE("where a record has no MeSH terms its conditions, keywords and interventions hold the heading's words") {
  Evaluated index({trial(1, {{"title", "x"}, {"condition", "X-ray computed tomography"}}),
                   trial(2, {{"title", "x"}, {"condition", "tomography"}, {"keyword", "x ray computed"}}),
                   trial(3, {{"summary", "Tomography, X-Ray Computed"}}),
                   trial(4, {{"mesh", "Neoplasms"}, {"condition", "Tomography, X-Ray Computed"}})});
  CHECK(index.find(heading("Tomography, X-Ray Computed")) == Numbers{1});
  CHECK(index.warned() == "heading-in-text ");
}

TEST_CASE("Humans is every record and Animals none, so the animal filter changes nothing") {
  Evaluated index = summaries({"alpha", "beta"});
  CHECK(index.find(heading("Humans", true)) == Numbers{1, 2});
  CHECK(index.find(heading("ANIMALS", true)).empty());
  const Node filter = group(NodeKind::kAnd, {heading("Animals", true), without(heading("Humans"))});
  CHECK(index.find(group(NodeKind::kAnd, {word("alpha"), without(filter)})) == Numbers{1});
}

TEST_CASE("a record without the fields is searched in its descriptions where the tree says so") {
  Evaluated index({trial(1, {{"title", "alpha beta"}, {"summary", "x"}}), trial(2, {{"summary", "alpha beta"}}),
                   trial(3, {{"title", "x"}, {"summary", "alpha beta"}})});
  CHECK(index.find(phrase("alpha beta", "title")) == Numbers{1});
  CHECK(index.find(with_fallback(phrase("alpha beta", "title"))) == Numbers{1, 2});
  CHECK(index.warned() == "field-fallback ");
  CHECK(index.find(with_fallback(word("alpha", "title"))) == Numbers{1, 2});
  CHECK(index.find(near(with_fallback(word("beta", "title")), with_fallback(word("alpha", "title")), 1)) ==
        Numbers{1, 2});
  CHECK(index.find(near(word("beta", "summary"), with_fallback(word("alpha", "title")), 1)) == Numbers{2});
}

TEST_CASE("what says no place is refused beside NEAR, at its place") {
  Evaluated index = summaries({"alpha"});
  Node both = group(NodeKind::kAnd, {word("alpha"), word("beta")});
  both.span = {7, 20};
  for (const Node& operand : {both, without(word("alpha")), heading("Alpha")}) {
    try {
      index.set(near(word("alpha"), operand, 2));
      FAIL("no error");
    } catch (const base::Error& error) {
      CHECK(error.code() == base::ErrorCode::kQuerySyntax);
      CHECK(error.where().offset == operand.span.begin);
    }
  }
}
