// SPDX-License-Identifier: GPL-2.0-or-later
#include "support/catch.hpp"
#include "support/small_index.hpp"
#include "trialsift/base/text.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using Texts = std::vector<std::string>;

namespace {

/// The marked parts of a text, cut by code points.
Texts marked(const search::Snippet& snippet) {
  std::vector<std::size_t> starts;
  for (std::size_t at = 0; at < snippet.text.size(); at += base::decode_utf8(snippet.text, at).length) {
    starts.push_back(at);
  }
  starts.push_back(snippet.text.size());
  Texts parts;
  for (const search::Mark& mark : snippet.marks) {
    REQUIRE(mark.begin < mark.end);
    REQUIRE(mark.end < starts.size());
    parts.push_back(snippet.text.substr(starts[mark.begin], starts[mark.end] - starts[mark.begin]));
  }
  return parts;
}

}  // namespace

TEST_CASE("a snippet is the best sentence with the matched words marked") {
  SmallIndex index(
      {trial(1, {{"title", "Lenalidomide study"},
                 {"summary", "Nothing here. Lenalidomide was given as maintenance. Lenalidomide again."}})});
  const auto hit = index.first("lenalidomide maintenance");
  CHECK(hit.title.text == "Lenalidomide study");
  CHECK(marked(hit.title) == Texts{"Lenalidomide"});
  REQUIRE(hit.snippets.size() == 2);
  CHECK(hit.snippets[0].field == "summary");
  CHECK(hit.snippets[0].text == "Lenalidomide was given as maintenance.");
  CHECK(marked(hit.snippets[0]) == Texts{"Lenalidomide", "maintenance"});
  CHECK(hit.snippets[1].text == "Lenalidomide again.");
  CHECK(hit.matched == Texts{"lenalidomide", "maintenance"});
}

TEST_CASE("when both descriptions match, each gives a snippet before a second of one") {
  SmallIndex index({trial(1, {{"summary", "Fig and kiwi and mango. Fig and kiwi."}, {"detailed", "Just a fig."}})});
  const auto hit = index.first("fig kiwi mango");
  REQUIRE(hit.snippets.size() == 2);
  CHECK(hit.snippets[0].field == "summary");
  CHECK(hit.snippets[1].field == "detailed");
  CHECK(marked(hit.snippets[1]) == Texts{"fig"});
  CHECK(index.first("fig kiwi mango", 3).snippets.size() == 3);
  CHECK(index.first("fig kiwi mango", 1).snippets.size() == 1);
}

TEST_CASE("no snippets wanted, none given") {
  SmallIndex index({trial(1, {{"summary", "A fig."}})});
  const auto hit = index.first("fig", 0);
  CHECK(hit.snippets.empty());
  CHECK(hit.matched.empty());
  CHECK(hit.trial.brief_summary == "A fig.");
}

TEST_CASE("marks count code points, also after text that is not ASCII") {
  SmallIndex index(
      {trial(1, {{"title", "\u00C9tude \U0001F34E of figs"},
                 {"summary", "Na\u00EFve \u03B2-cells and \u6771\u4EAC \U0001F34E met figs and IFN-\u03B3 there."}})});
  const auto hit = index.first("fig IFN-gamma");
  REQUIRE(hit.snippets.size() == 1);
  CHECK(marked(hit.snippets[0]) == Texts{"figs", "IFN-\u03B3"});
  CHECK(marked(hit.title) == Texts{"figs"});
  CHECK(marked(index.first("naive").snippets.at(0)) == Texts{"Na\u00EFve"});
  CHECK(marked(index.first("beta-cells").snippets.at(0)) == Texts{"\u03B2-cells"});
}

TEST_CASE("a long sentence is cut around its first match") {
  std::string filler;
  for (int i = 0; i < 60; ++i) filler += "v\u00E9ry long filler ";
  SmallIndex index({trial(1, {{"summary", "It begins " + filler + "before a fig comes and then " + filler + "ends."}}),
                    trial(2, {{"summary", "A kiwi " + filler + "ends."}}),
                    trial(3, {{"summary", "It begins " + filler + "with a mango."}}),
                    trial(4, {{"summary", std::string(600, 'x') + "-plum-" + std::string(600, 'y')}})});
  const auto middle = index.first("fig").snippets.at(0);
  CHECK(middle.text.starts_with("\u2026"));
  CHECK(middle.text.ends_with("\u2026"));
  CHECK(middle.text.size() < 400);
  CHECK(marked(middle) == Texts{"fig"});
  const auto start = index.first("kiwi").snippets.at(0);
  CHECK(start.text.starts_with("A kiwi"));
  CHECK(start.text.ends_with("\u2026"));
  CHECK(marked(start) == Texts{"kiwi"});
  const auto end = index.first("mango").snippets.at(0);
  CHECK(end.text.starts_with("\u2026"));
  CHECK(end.text.ends_with("mango."));
  CHECK(marked(end) == Texts{"mango"});
  const auto blankless = index.first("plum").snippets.at(0);
  CHECK(base::is_utf8(blankless.text));
  CHECK(marked(blankless) == Texts{"plum"});
}

TEST_CASE("a phrase is marked whole, a prefix by each word, a variant as written") {
  SmallIndex index({trial(1, {{"summary", "Acute graft-versus-host disease after AlloSCT; grafts and hosts."}}),
                    trial(2, {{"summary", "An allo-SCT."}})});
  CHECK(marked(index.first("\"graft versus host\"").snippets.at(0)) == Texts{"graft-versus-host"});
  CHECK(marked(index.first("graf* acute").snippets.at(0)) == Texts{"Acute", "graft", "grafts"});
  CHECK(marked(index.first("id:NCT00000001 allo-SCT").snippets.at(0)) == Texts{"AlloSCT"});
}

TEST_CASE("excluded words and filters are neither marked nor told as matched") {
  SmallIndex index(
      {trial(1, {{"summary", "Figs and kiwis."}, {"detailed", "Recruiting kiwis."}, {"status", "RECRUITING"}}),
       trial(2, {{"summary", "Figs and mangos."}})});
  const auto hit = index.first("fig -mango status:recruiting");
  CHECK(hit.id.text() == id_of(1));
  REQUIRE(hit.snippets.size() == 1);
  CHECK(marked(hit.snippets[0]) == Texts{"Figs"});
  CHECK(hit.matched == Texts{"fig"});
}

TEST_CASE("matched words are those that the trial holds, in the query's order, title included") {
  SmallIndex index({trial(1, {{"title", "Kiwi"}, {"summary", "Figs"}, {"eligibility", "plums"}})});
  CHECK(index.first("mango fig kiwi plum \"a b\"").matched == Texts{"fig", "kiwi"});
  CHECK(index.first("kiwi fig kiwi").matched == Texts{"kiwi", "fig"});
  CHECK(index.first("eligibility:plum fig").matched == Texts{"plum", "fig"});
  CHECK(index.first("summary:kiwi fig").matched == Texts{"fig"});
}

TEST_CASE("a field's word is marked in that field only") {
  SmallIndex index({trial(1, {{"title", "Fig"}, {"summary", "A fig."}, {"detailed", "The fig."}})});
  const auto hit = index.first("detailed:fig", 5);
  REQUIRE(hit.snippets.size() == 1);
  CHECK(hit.snippets[0].field == "detailed");
  CHECK(hit.title.marks.empty());
}

TEST_CASE("a phrase over the end of a sentence is told as matched") {
  SmallIndex index({trial(1, {{"summary", "We gave stem cells. Patients were well."}})});
  REQUIRE(index.find("\"cells patients\"") == std::vector{1});
  CHECK(index.first("\"cells patients\"").matched == Texts{"cells patients"});
}

TEST_CASE("a phrase longer than a snippet is marked as far as it is shown") {
  std::string phrase = "fig";
  std::string text = "Some fig";
  for (int i = 0; i < 12; ++i) {
    phrase += " " + std::string(30, static_cast<char>('a' + i));
    text += " " + std::string(30, static_cast<char>('a' + i));
  }
  SmallIndex index({trial(1, {{"summary", text + " and more."}})});
  const auto hit = index.first("\"" + phrase + "\"");
  REQUIRE(hit.snippets.size() == 1);
  CHECK_FALSE(hit.snippets[0].marks.empty());
}
