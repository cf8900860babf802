// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include "formats/ctgov/legacy_trial.hpp"
#include "formats/xml/xml_records.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr XmlShape kShape{"clinical_study", "nct_id", "clinical_results"};

class CtgovXmlReader : public LegacyReader<XmlRecords> {
 public:
  CtgovXmlReader(ByteSource& source, const std::string& file, const ReadOptions& options)
      : LegacyReader(source, file, options, kShape) {}

 protected:
  Record record(const Element& study) override { return trial_of(study); }
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
