// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include <algorithm>
#include <utility>

#include "formats/ctgov/legacy_trial.hpp"
#include "formats/values/excerpt.hpp"
#include "formats/xml/xml_records.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr XmlShape kShape{"clinical_study", "nct_id", "clinical_results"};

class CtgovXmlReader : public Reader {
 public:
  CtgovXmlReader(ByteSource& source, const std::string& file, const ReadOptions& options)
      : records_(source, file, options, kShape) {}

  std::optional<Record> next() override {
    auto found = records_.next();
    if (!found) return std::nullopt;
    if (auto* bad = std::get_if<Rejected>(&*found)) return std::move(*bad);
    const Element& study = std::get<Element>(*found);
    const std::string given = legacy_id(study);
    auto id = model::TrialId::parse(given);
    if (!id) return records_.rejected("no-id", no_id_sentence(given, "The study has no nct_id."));
    model::Trial trial = trial_of_legacy(study, std::move(*id));
    current_ = std::max(current_, trial.as_of.text());
    return trial;
  }

  std::string current() const override { return current_; }

 private:
  XmlRecords records_;
  std::string current_;
};

}  // namespace

bool sniff_ctgov_xml(std::string_view head) {
  constexpr std::string_view kTag = "<clinical_study";
  const std::size_t at = head.find(kTag);
  if (!base::trim(head).starts_with('<') || at == std::string_view::npos) return false;
  const std::string_view rest = head.substr(at + kTag.size());
  return !rest.empty() && std::string_view(" \t\r\n>").find(rest.front()) != std::string_view::npos;
}

std::unique_ptr<Reader> open_ctgov_xml(ByteSource& source, const std::string& file, const ReadOptions& options) {
  return std::make_unique<CtgovXmlReader>(source, file, options);
}

}  // namespace trialsift::formats
