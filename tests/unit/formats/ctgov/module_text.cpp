// SPDX-License-Identifier: GPL-2.0-or-later
#include "unit/formats/samples.hpp"

using namespace trialsift::formats;
using Texts = std::vector<std::string>;

namespace {

const std::string kPreamble =
    "Description Module\n\nDescription Module\n\nThe Description Module contains narrative descriptions\n\n"
    "Description Module path is as follows:\n\nStudy -> Protocol Section -> Description Module\n\n"
    "Description Module\n\n\n";

std::string record(const std::string& id, const std::string& summary = "A summary.",
                   const std::string& description = "A description.") {
  return "Ignite Creation Date: 2025-12-25 @ 5:18 AM\nIgnite Modification Date: 2025-12-25 @ 5:18 AM\nNCT ID: " + id +
         "\nBrief Summary: " + summary + "\nDetailed Description: " + description + "\nStudy: " + id +
         "\nStudy Brief:\nProtocol Section: " + id + "\n";
}

Outcome read(const std::string& text) {
  return read_text("module-text", text);
}

}  // namespace

TEST_CASE("a module text record gives its id and both texts") {
  const auto outcome =
      read(kPreamble + record("NCT01421927", "First line.\n\nA second paragraph.", "p \\< 0.05 &gte; 3"));
  REQUIRE(outcome.trials.size() == 1);
  CHECK(outcome.rejected.empty());
  const auto& trial = outcome.trials[0];
  CHECK(trial.id.text() == "NCT01421927");
  CHECK(trial.brief_summary == "First line.\n\nA second paragraph.");
  CHECK(trial.detailed_description == "p < 0.05 \u2265 3");
  CHECK(trial.start.empty());
  CHECK(trial.updated.empty());
}

TEST_CASE("many records follow each other with and without the preamble between them") {
  const auto outcome = read(kPreamble + record("NCT00000001") + kPreamble + record("NCT00000002") + "\n" +
                            record("NCT00000003") + record("NCT00000004"));
  CHECK(outcome.ids() == Texts{"NCT00000001", "NCT00000002", "NCT00000003", "NCT00000004"});
  CHECK(outcome.rejected.empty());
  for (const auto& trial : outcome.trials) CHECK(trial.detailed_description == "A description.");
}

TEST_CASE("a preamble is not glued to a record that has lost its end") {
  const auto outcome = read("NCT ID: NCT00000001\nBrief Summary: One.\n\n" + kPreamble + record("NCT00000002"));
  REQUIRE(outcome.trials.size() == 2);
  CHECK(outcome.trials[0].brief_summary == "One.");
}

TEST_CASE("Windows line ends and byte order marks make no difference") {
  std::string text = kPreamble + record("NCT00000001", "One.\n\nTwo.");
  std::string windows = "\xEF\xBB\xBF";
  for (const char c : text) windows += c == '\n' ? std::string("\r\n") : std::string(1, c);
  const auto outcome = read(windows + windows);
  REQUIRE(outcome.trials.size() == 2);
  CHECK(outcome.trials[0].brief_summary == "One.\n\nTwo.");
  CHECK(outcome.trials[0] == outcome.trials[1]);
}

TEST_CASE("parts may be missing") {
  CHECK(read("NCT ID: NCT00000001").ids() == Texts{"NCT00000001"});
  CHECK(read("Brief Summary: Text.\nStudy: NCT00000001\n").ids() == Texts{"NCT00000001"});
  CHECK(read("Brief Summary: Text.\nProtocol Section: NCT00000001\n").ids() == Texts{"NCT00000001"});
  CHECK(read("NCT ID: nct00000001 \nDetailed Description:\n\nBelow.\n").trials.at(0).detailed_description == "Below.");
  CHECK(read("NCT ID:\nNCT00000001\nBrief Summary: Text.").trials.at(0).brief_summary == "Text.");
  CHECK(read("").trials.empty());
  CHECK(read(kPreamble).rejected.empty());
}

TEST_CASE("a record without an id or with an ill-formed one is rejected with its line") {
  const auto none = read("\nBrief Summary: Text.\n\n" + kPreamble + record("NCT00000002"));
  REQUIRE(none.reasons() == Texts{"no-id"});
  CHECK(none.rejected[0].where.line == 2);
  CHECK(none.ids() == Texts{"NCT00000002"});
  const auto bad = read("NCT ID: NCT0142\nBrief Summary: Text.\n");
  REQUIRE(bad.reasons() == Texts{"bad-id"});
  CHECK(bad.rejected[0].where.line == 1);
  CHECK(bad.rejected[0].detail.find("NCT0142") != std::string::npos);
}

TEST_CASE("prose that looks like a key stays prose") {
  const std::string prose =
      "We write:\nStudy: we want to know.\nStudy:\nThe aims.\nProtocol Section: see below\n  NCT ID: NCT00000009 "
      "(indented)\n"
      "Brief Summary: pasted again.";
  const auto outcome = read(record("NCT00000001", "One.", prose) + record("NCT00000002"));
  REQUIRE(outcome.ids() == Texts{"NCT00000001", "NCT00000002"});
  CHECK(outcome.trials[0].detailed_description == prose);
  CHECK(outcome.rejected.empty());
}

TEST_CASE("an NCT ID line starts a new record if there is another id already") {
  const auto outcome = read(
      "NCT ID: NCT00000001\nBrief Summary: One.\nNCT ID: NCT00000002\nBrief Summary: Two.\nNCT ID: NCT00000002\n"
      "Brief Summary: Again.\n");
  REQUIRE(outcome.ids() == Texts{"NCT00000001", "NCT00000002", "NCT00000002"});
  CHECK(outcome.trials[0].brief_summary == "One.");
  CHECK(outcome.trials[2].brief_summary == "Again.");
}

TEST_CASE("what follows the closing lines belongs to no record") {
  const auto outcome = read(record("NCT00000001") + "\nPage 7 of 9\n" + record("NCT00000002"));
  REQUIRE(outcome.trials.size() == 2);
  CHECK(outcome.trials[0].detailed_description == "A description.");
}

TEST_CASE("a closing line without a value at the end is no text") {
  CHECK(read("NCT ID: NCT00000001\nBrief Summary: One.\nStudy:\n\nStudy Brief:\n").trials.at(0).brief_summary ==
        "One.");
  CHECK(read("Brief Summary: One.\nStudy:\nNCT00000001\nStudy Brief:\n").ids() == Texts{"NCT00000001"});
}

TEST_CASE("the newest modification date says when the export was current") {
  const auto current = [](const std::string& text) {
    MemorySource source(text);
    const auto reader = format("module-text").open(source, "file", {});
    while (reader->next()) {
    }
    return reader->current();
  };
  CHECK(current("Ignite Modification Date: 2025-12-25 @ 5:18 AM\nNCT ID: NCT00000001\n"
                "Ignite Modification Date: 2026-01-02 @ 12:07 PM\nNCT ID: NCT00000002\n"
                "Ignite Modification Date: 2025-12-31 @ 11:00 PM\nNCT ID: NCT00000003\n") == "2026-01-02T12:07");
  CHECK(current("Ignite Modification Date: 2025-12-25 @ 12:05 AM\n") == "2025-12-25T00:05");
  CHECK(current("Ignite Modification Date: 2025-12-25\n") == "2025-12-25");
  CHECK(current("Ignite Modification Date: yesterday\nNCT ID: NCT00000001\n").empty());
}

TEST_CASE("a value above the limit is rejected and reading goes on") {
  ReadOptions options;
  options.record_bytes_max = 1000;
  std::string lines;
  for (int i = 0; i < 300; ++i) lines += "ten bytes\n";
  for (const std::string& large : {std::string(300'000, 'x'), lines}) {
    const auto outcome = read_text("module-text", record("NCT00000001", large) + record("NCT00000002"), options);
    CHECK(outcome.reasons() == Texts{"too-large"});
    CHECK(outcome.rejected.at(0).where.id == "NCT00000001");
    CHECK(outcome.ids() == Texts{"NCT00000002"});
  }
  CHECK(read_text("module-text", std::string(5000, 'x'), options).reasons() == Texts{"too-large"});
}

TEST_CASE("how the bytes arrive does not change the text records") {
  const std::string text =
      kPreamble + record("NCT00000001", "a\n\nb\xC3\xA9", "c\nStudy:\nd") + record("NCT0") + kPreamble;
  const auto whole = read(text);
  for (const std::size_t step : {1, 2, 3, 7}) {
    const auto stepped = read_text("module-text", text, {}, step);
    CHECK(stepped.trials == whole.trials);
    CHECK(stepped.reasons() == whole.reasons());
  }
}

TEST_CASE("module text is known by its content") {
  const auto sniff = format("module-text").sniff;
  CHECK(sniff(kPreamble));
  CHECK(sniff(record("NCT00000001")));
  CHECK(sniff("NCT ID: NCT00000001\n"));
  CHECK(sniff("\n\nBrief Summary: a\r\nDetailed Description: b\r\n"));
  CHECK_FALSE(sniff("NCT Number,Study Title,Brief Summary\nNCT00000001,a,b\n"));
  CHECK_FALSE(sniff("Some prose.\nStudy:\nStudy Brief:\n"));
  CHECK_FALSE(sniff(study("NCT00000001")));
  CHECK_FALSE(sniff(""));
}
