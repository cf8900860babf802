// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include <algorithm>
#include <utility>

#include "formats/ictrp/ictrp_trial.hpp"
#include "formats/records_reader.hpp"
#include "formats/values/excerpt.hpp"
#include "formats/xml/xml_records.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

/// Answers of the web service have parts of a trial beside its element.
constexpr XmlShape kShape{"Trial", "TrialID", {}, true};

/// Elements in elements, such as <Secondary_IDs><SecondaryID>, count by their own names.
void add_values(IctrpRow& row, const Element& element) {
  for (const Element& child : element.children) {
    if (child.children.empty()) {
      row.add(child.name, child.text);
    } else {
      add_values(row, child);
    }
  }
}

class IctrpXmlReader : public RecordsReader<XmlRecords> {
 public:
  IctrpXmlReader(ByteSource& source, const std::string& file, const ReadOptions& options)
      : RecordsReader(source, file, options, kShape) {}

 protected:
  Record record(const Element& element) override {
    IctrpRow row;
    add_values(row, element);
    const std::string_view given = base::trim(row("TrialID"));
    auto id = model::TrialId::parse(given);
    if (!id) return records().rejected("no-id", no_id_sentence(given, "The trial has no TrialID."));
    model::Trial trial = trial_of_ictrp(row, std::move(*id));
    note_current(std::max(trial.as_of.text(), ictrp_export_date(row).text()));
    note_coverage(ictrp_coverage(row, trial));
    return trial;
  }
};

}  // namespace

bool sniff_ictrp_xml(std::string_view head) {
  if (!base::trim(head).starts_with('<')) return false;
  return head.find("<Trials_downloaded_from_ICTRP") != std::string_view::npos ||
         (head.find("<Trial>") != std::string_view::npos && head.find("<TrialID>") != std::string_view::npos);
}

std::unique_ptr<Reader> open_ictrp_xml(ByteSource& source, const std::string& file, const ReadOptions& options) {
  return std::make_unique<IctrpXmlReader>(source, file, options);
}

}  // namespace trialsift::formats
