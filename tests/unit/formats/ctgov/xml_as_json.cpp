// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include "unit/formats/samples.hpp"

using namespace trialsift;
using namespace trialsift::formats;
using Texts = std::vector<std::string>;

namespace {

const std::string kStudy = R"({
  "clinical_study": {
    "@rank": "6737",
    "id_info": {"nct_id": "NCT99000201", "secondary_id": ["A", "B"]},
    "brief_title": {"@lang": "en", "#text": "A title"},
    "brief_summary": {"textblock": "\n      One line that is\n      wrapped.\n\n      Two.\n    "},
    "condition": "Hay Fever",
    "keyword": ["lamp", null, "salt"],
    "enrollment": 42,
    "phase": "N/A",
    "intervention": [{"intervention_type": "Drug", "intervention_name": "A"}, {"intervention_name": "B"}],
    "required_header": {"download_date": "ClinicalTrials.gov processed this data on June 04, 2014"}
  },
  "geocoordinates": {"x": "1 2"}
})";

}  // namespace

TEST_CASE("a study's XML in JSON is read as the XML is") {
  const auto outcome = read_text("xml-as-json", kStudy);
  REQUIRE(outcome.ids() == Texts{"NCT99000201"});
  const model::Trial& trial = outcome.trials[0];
  CHECK(trial.other_ids == Texts{"A", "B"});
  CHECK(trial.brief_title == "A title");
  CHECK(trial.brief_summary == "One line that is wrapped.\n\nTwo.");
  CHECK(trial.conditions == Texts{"Hay Fever"});
  CHECK(trial.keywords == Texts{"lamp", "salt"});
  CHECK(trial.enrollment == 42);
  CHECK(trial.phases == Texts{"na"});
  CHECK(trial.interventions == std::vector<model::Intervention>{{"drug", "A", "", {}}, {"", "B", "", {}}});
  CHECK(trial.has_results == "no");
  CHECK(trial.as_of.text() == "2014-06-04");
}

TEST_CASE("lists and lines of such studies are read one by one") {
  const std::string a = R"({"clinical_study":{"id_info":{"nct_id":"NCT99000201"},"clinical_results":{"x":1}}})";
  const std::string b = R"({"clinical_study":{"id_info":{"nct_id":"NCT99000202"}}})";
  for (const std::string& text : {"[" + a + "," + b + "]", a + "\n" + b + "\n"}) {
    const auto outcome = read_text("xml-as-json", text);
    CHECK(outcome.ids() == Texts{"NCT99000201", "NCT99000202"});
    CHECK(outcome.trials[0].has_results == "yes");
  }
}

TEST_CASE("objects without a study or an id are rejected") {
  const auto outcome = read_text("xml-as-json", R"([{"x":1},{"clinical_study":"x"},{"clinical_study":{)");
  CHECK(outcome.trials.empty());
  CHECK(outcome.reasons() == Texts{"not-a-study", "no-id", "truncated"});
}

TEST_CASE("XML in JSON is told by its key") {
  CHECK(sniff_xml_as_json(kStudy));
  CHECK(sniff_xml_as_json(" [" + kStudy));
  CHECK_FALSE(sniff_xml_as_json("clinical_study"));
  CHECK_FALSE(sniff_xml_as_json("{\"protocolSection\":{}}"));
}
