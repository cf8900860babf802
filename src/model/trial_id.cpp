// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/trial_id.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

constexpr std::string_view kPortal = "https://trialsearch.who.int/Trial2.aspx?TrialID={}";

/// The primary registries of the WHO's platform. Those without a page that an id leads to have the platform's.
constexpr std::array kRegistries = {
    Registry{"ClinicalTrials.gov", "NCT", "99999999", "https://clinicaltrials.gov/study/{}"},
    Registry{"EU Clinical Trials Register", "EUCTR", "9999-999999-99*-AA*", kPortal},
    Registry{"EU Clinical Trials Information System", "CTIS", "9999-599999-99-99", kPortal, "CTIS"},
    Registry{"ISRCTN", "ISRCTN", "99999999", "https://www.isrctn.com/{}"},
    Registry{"German Clinical Trials Register", "DRKS", "99999999", "https://drks.de/search/en/trial/{}"},
    Registry{"Australian New Zealand Clinical Trials Registry", "ACTRN", "99999999999999",
             "https://www.anzctr.org.au/{}.aspx"},
    Registry{"Chinese Clinical Trial Registry", "ChiCTR", "9*", kPortal},
    Registry{"Chinese Clinical Trial Registry", "ChiCTR-", "AA*-9*", kPortal},
    Registry{"International Traditional Medicine Clinical Trial Registry", "ITMCTR", "9*", kPortal},
    Registry{"Clinical Trials Registry India", "CTRI/", "9999/99*/99999*", kPortal},
    Registry{"UMIN Clinical Trials Registry, Japan", "JPRN-UMIN", "999999999", kPortal, "JPRN-"},
    Registry{"UMIN Clinical Trials Registry, Japan", "JPRN-C", "999999999", kPortal},
    Registry{"Japan Registry of Clinical Trials", "JPRN-jRCT", "a9*", kPortal, "JPRN-"},
    Registry{"Japan Pharmaceutical Information Center", "JPRN-JapicCTI-", "9*", kPortal, "JPRN-"},
    Registry{"Japan Medical Association", "JPRN-JMA-IIA", "9*", kPortal, "JPRN-"},
    Registry{"Clinical Research Information Service, Korea", "KCT", "9999999", kPortal},
    Registry{"Iranian Registry of Clinical Trials", "IRCT", "9*N9*", kPortal},
    Registry{"Netherlands Trial Register", "NTR", "9*", kPortal},
    Registry{"Netherlands Trial Register", "NL", "9*", kPortal},
    Registry{"Overview of Medical Research in the Netherlands", "NL-OMON", "9*", kPortal},
    Registry{"Pan African Clinical Trials Registry", "PACTR", "9*", kPortal},
    Registry{"Peruvian Clinical Trial Registry", "PER-", "9*-9*", kPortal},
    Registry{"Brazilian Registry of Clinical Trials", "RBR-", "aa*", "https://ensaiosclinicos.gov.br/rg/{}"},
    Registry{"Cuban Public Registry of Clinical Trials", "RPCEC", "99999999", "https://rpcec.sld.cu/en/trials/{}-En"},
    Registry{"Sri Lanka Clinical Trials Registry", "SLCTR/", "9999/9*", kPortal},
    Registry{"Thai Clinical Trials Registry", "TCTR", "9*", "https://www.thaiclinicaltrials.org/show/{}"},
    Registry{"Lebanese Clinical Trials Registry", "LBCTR", "9*", kPortal},
};

using base::is_digit;

bool is_alnum(char c) {
  return is_digit(c) || base::is_letter(c);
}

/// The character as the registry writes it, or 0 if it does not fit.
char fitted(char c, char shape) {
  if (shape == '9') return is_digit(c) ? c : '\0';
  if (shape == 'A') return is_alnum(c) ? base::to_upper(c) : '\0';
  if (shape == 'a') return is_alnum(c) ? base::to_lower(c) : '\0';
  return c == shape || base::to_upper(c) == shape ? shape : '\0';
}

/// Appends `text` as the shape wants it. No repetition takes what the rest of its shape needs: greedy matching is
/// exact.
bool append_shaped(std::string& out, std::string_view text, std::string_view shape) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool repeats = shape[i] == '*';
    const char kind = repeats ? shape[i - 1] : shape[i];
    if (!repeats && (at == text.size() || fitted(text[at], kind) == '\0')) return false;
    for (; at < text.size() && fitted(text[at], kind) != '\0'; ++at) {
      out.push_back(fitted(text[at], kind));
      if (!repeats) {
        ++at;
        break;
      }
    }
  }
  return at == text.size();
}

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), text.begin(), [](char a, char b) {
           return base::to_upper(a) == base::to_upper(b);
         });
}

/// The id in the registry's spelling, or empty.
std::string written(std::string_view text, const Registry& registry) {
  std::string_view prefix = registry.prefix;
  if (!registry.left_out.empty() && !starts_with(text, registry.left_out)) {
    prefix.remove_prefix(registry.left_out.size());
  }
  std::string id(registry.prefix);
  if (!starts_with(text, prefix) || !append_shaped(id, text.substr(prefix.size()), registry.shape)) return {};
  return id;
}

}  // namespace

std::span<const Registry> registries() {
  return kRegistries;
}

std::optional<TrialId> TrialId::parse(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  text = base::trim(text);
  if (text.size() > kLongest) return std::nullopt;
  for (const Registry& registry : kRegistries) {
    TrialId id;
    id.text_ = written(text, registry);
    if (!id.text_.empty()) return id;
  }
  return std::nullopt;
}

std::string TrialId::link() const {
  for (const Registry& registry : kRegistries) {
    if (registry.link.empty() || written(text_, registry) != text_ || empty()) continue;
    std::string link(registry.link);
    return link.replace(link.find("{}"), 2, text_);
  }
  return {};
}

}  // namespace trialsift::model
