// SPDX-License-Identifier: GPL-2.0-or-later
#include "unit/formats/samples.hpp"

using namespace trialsift::formats;
using Texts = std::vector<std::string>;

namespace {

const std::string kHeader =
    "TrialID,Last Refreshed on,Public title,Scientific title,Primary sponsor,Date registration,Export date,Recruitment "
    "Status,Inclusion gender,Condition\n";

bool sniffs(const std::string& text) {
  return format("ictrp-csv").sniff(text);
}

/// A row of the full export: 63 cells, no header.
std::string full_row(const std::string& id) {
  Texts cells(63);
  cells[0] = id;
  cells[1] = "17 February 2020";
  cells[3] = "Rest for tired clocks";
  cells[5] = "https://example.org/" + id;
  cells[24] = "Recruiting";
  cells[29] = "Haste";
  std::string row;
  for (const std::string& cell : cells) row += (&cell == cells.data() ? "" : ",") + ("\"" + cell + "\"");
  return row + "\r\n";
}

}  // namespace

TEST_CASE("the WHO platform's table gives a trial a row") {
  const Outcome outcome = read_text(
      "ictrp-csv", kHeader +
                       "\"ChiCTR9900000301\",\"17 February 2020\",\"Rest for clocks   \",\"Rest\",\"Clock "
                       "House\",\"2020-02-16\",\"4/15/2020 4:11:24 PM\",\"Recruiting\",\"Both\",\"Haste;Delay\"\n"
                       "NCT99000302,17 February 2020,Two,Two,Clock House,16/02/2020,,Recruiting,Both,Haste\n"
                       ",,No id,,,,,,,\n");
  REQUIRE(outcome.ids() == Texts{"ChiCTR9900000301", "NCT99000302"});
  CHECK(outcome.trials[0].brief_title == "Rest for clocks");
  CHECK(outcome.trials[0].conditions == Texts{"Haste", "Delay"});
  CHECK(outcome.trials[0].as_of.text() == "2020-02-17");
  CHECK(outcome.trials[1].first_posted.text() == "2020-02-16");
  CHECK(outcome.reasons() == Texts{"no-id"});
}

TEST_CASE("the platform's full export has no header") {
  const std::string text = full_row("NCT99000301") + full_row("ISRCTN99000302");
  CHECK(sniffs(text));
  const Outcome outcome = read_text("ictrp-csv", text);
  REQUIRE(outcome.ids() == Texts{"NCT99000301", "ISRCTN99000302"});
  CHECK(outcome.trials[0].brief_title == "Rest for tired clocks");
  CHECK(outcome.trials[0].status == "recruiting");
  CHECK(outcome.trials[0].conditions == Texts{"Haste"});
}

TEST_CASE("the platform's tables are known by their columns") {
  CHECK(sniffs(kHeader));
  CHECK_FALSE(sniffs("trialid,first_seen\nNCT99000301,08/03/2020\n"));
  CHECK_FALSE(sniffs("NCT Number,Study Title\nNCT99000301,One\n"));
  CHECK(read_text("ictrp-csv", "a,b\n1,2\n").reasons() == Texts{"unknown-format"});
}
