// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include <algorithm>
#include <utility>

#include "formats/ictrp/ictrp_trial.hpp"
#include "formats/values/excerpt.hpp"
#include "formats/xml/xml_records.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr XmlShape kShape{"Trial", "TrialID"};

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

class IctrpXmlReader : public Reader {
 public:
  IctrpXmlReader(ByteSource& source, const std::string& file, const ReadOptions& options)
      : records_(source, file, options, kShape) {}

  std::optional<Record> next() override {
    auto found = records_.next();
    if (!found) return std::nullopt;
    if (auto* bad = std::get_if<Rejected>(&*found)) return std::move(*bad);
    IctrpRow row;
    add_values(row, std::get<Element>(*found));
    const std::string_view given = base::trim(row("TrialID"));
    auto id = model::TrialId::parse(given);
    if (!id) return records_.rejected("no-id", no_id_sentence(given, "The trial has no TrialID."));
    model::Trial trial = trial_of_ictrp(row, std::move(*id));
    current_ = std::max({current_, trial.as_of.text(), ictrp_export_date(row).text()});
    return trial;
  }

  std::string current() const override { return current_; }

 private:
  XmlRecords records_;
  std::string current_;
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
