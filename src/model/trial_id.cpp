// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/trial_id.hpp"

#include <array>
#include <cstddef>
#include <utility>

#include "model/number_reading.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/registered_numbers.hpp"

namespace trialsift::model {
namespace {

constexpr std::string_view kPortal = "https://trialsearch.who.int/Trial2.aspx?TrialID={}";

/// The primary registries of the WHO's platform. Those without a page that an id leads to have the platform's. The rows
/// of the two European registers are of their numbers without a country and a submission (model/number_reading.cpp).
constexpr std::array kRegistries = {
    Registry{"ClinicalTrials.gov", "NCT", "99999999", "https://clinicaltrials.gov/study/{}"},
    Registry{"EU Clinical Trials Register", "EUCTR", "9999-999999-99", kPortal},
    Registry{"EU Clinical Trials Information System", "CTIS", "9999-999999-99", kPortal},
    Registry{"ISRCTN", "ISRCTN", "99999999", "https://www.isrctn.com/{}"},
    Registry{"German Clinical Trials Register", "DRKS", "99999999", "https://drks.de/search/en/trial/{}"},
    Registry{"Australian New Zealand Clinical Trials Registry", "ACTRN", "99999999999999",
             "https://www.anzctr.org.au/{}.aspx"},
    Registry{"Chinese Clinical Trial Registry", "ChiCTR", "99999999?9?9?9?", kPortal},
    Registry{"Chinese Clinical Trial Registry", "ChiCTR-", "AAA?A?-999999?9?9?9?", kPortal},
    Registry{"International Traditional Medicine Clinical Trial Registry", "ITMCTR", "99999999?9?9?9?", kPortal},
    Registry{"Clinical Trials Registry India", "CTRI/", "9999/999?/999999?9?", kPortal},
    Registry{"UMIN Clinical Trials Registry, Japan", "JPRN-UMIN", "999999999", kPortal, "JPRN-"},
    Registry{"UMIN Clinical Trials Registry, Japan", "JPRN-C", "999999999", kPortal},
    Registry{"Japan Registry of Clinical Trials", "JPRN-jRCT", "a999999999?9?", kPortal, "JPRN-"},
    Registry{"Japan Pharmaceutical Information Center", "JPRN-JapicCTI-", "99999?9?9?", kPortal, "JPRN-"},
    Registry{"Japan Medical Association", "JPRN-JMA-IIA", "9999?9?9?", kPortal, "JPRN-"},
    Registry{"Clinical Research Information Service, Korea", "KCT", "9999999", kPortal},
    Registry{"Iranian Registry of Clinical Trials", "IRCT", "99999999?9?9?9?9?9?9?9?9?9?N99?9?", kPortal},
    Registry{"Netherlands Trial Register", "NTR", "99?9?9?9?", kPortal},
    Registry{"Netherlands Trial Register", "NL", "99?9?9?9?", kPortal},
    Registry{"Overview of Medical Research in the Netherlands", "NL-OMON", "9999?9?9?", kPortal, "NL-"},
    Registry{"Pan African Clinical Trials Registry", "PACTR", "9999999999?9?9?9?9?9?9?9?", kPortal},
    Registry{"Peruvian Clinical Trial Registry", "PER-", "99?9?9?-99?9?9?-?A", kPortal},
    Registry{"Brazilian Registry of Clinical Trials", "RBR-", "aaaaa?a?a?", "https://ensaiosclinicos.gov.br/rg/{}"},
    Registry{"Cuban Public Registry of Clinical Trials", "RPCEC", "99999999", "https://rpcec.sld.cu/en/trials/{}-En"},
    Registry{"Sri Lanka Clinical Trials Registry", "SLCTR/", "9999/99?9?9?", kPortal},
    Registry{"Thai Clinical Trials Registry", "TCTR", "99999999?9?9?9?9?",
             "https://www.thaiclinicaltrials.org/show/{}"},
    Registry{"Lebanese Clinical Trials Registry", "LBCTR", "99999999?9?9?9?", kPortal},
    Registry{"Universal Trial Number of the WHO", "U1111-", "9999-9999", ""},
};

/// Nearly all ids are so: they need no closer look.
bool is_written_nct(std::string_view text) {
  constexpr std::size_t kLength = 11;
  return text.size() == kLength && text.starts_with("NCT") && text.find_first_not_of("0123456789", 3) == text.npos &&
         text.find_first_not_of('0', 3) != text.npos;
}

}  // namespace

std::span<const Registry> registries() {
  return kRegistries;
}

std::optional<TrialId> TrialId::parse(std::string_view text) {
  constexpr std::size_t kLongest = 120;
  text = base::trim(text);
  TrialId id;
  if (is_written_nct(text)) {
    id.text_ = text;
    return id;
  }
  if (text.size() > kLongest) return std::nullopt;
  NumbersInText found = read_numbers(plain_marks(text));
  if (found.ids.size() != 1 || found.has_codes || found.has_prose) return std::nullopt;
  id.text_ = std::move(found.ids.front());
  return id;
}

std::string TrialId::link() const {
  const Registry* const registry = registry_of(*this);
  if (registry == nullptr || registry->link.empty()) return {};
  std::string link(registry->link);
  return link.replace(link.find("{}"), 2, text_);
}

}  // namespace trialsift::model
