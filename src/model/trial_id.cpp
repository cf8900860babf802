// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/trial_id.hpp"

#include <array>
#include <cstddef>

#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

constexpr std::array kRegistries = {
    Registry{"ClinicalTrials.gov", "NCT", "99999999", "https://clinicaltrials.gov/study/{}"},
    Registry{"EU Clinical Trials Register", "EUCTR", "9999-999999-99*-AA*",
             "https://www.clinicaltrialsregister.eu/ctr-search/search?query={}"},
    Registry{"ISRCTN", "ISRCTN", "99999999", "https://www.isrctn.com/{}"},
    Registry{"German Clinical Trials Register", "DRKS", "99999999", "https://drks.de/search/en/trial/{}"},
    Registry{"Australian New Zealand Clinical Trials Registry", "ACTRN", "99999999999999",
             "https://www.anzctr.org.au/{}.aspx"},
    Registry{"Chinese Clinical Trial Registry", "CHICTR", "*", ""},
    Registry{"Clinical Trials Registry India", "CTRI/", "9999/99*/99999*", ""},
    Registry{"Japan Primary Registries Network", "JPRN-", "*", ""},
};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_alnum(char c) {
  return is_digit(c) || (c >= 'A' && c <= 'Z');
}
bool in_class(char c, char shape) {
  return shape == '9' ? is_digit(c) : shape == 'A' ? is_alnum(c) : c == shape;
}

/// Shapes hold at most one repetition a segment and segments are parted by punctuation: greedy matching is exact.
bool has_shape(std::string_view text, std::string_view shape) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    if (shape[i] == '*') {
      const char repeated = i == 0 ? '\0' : shape[i - 1];
      const std::size_t start = at;
      while (at < text.size() &&
             (repeated != '\0' ? in_class(text[at], repeated) : is_alnum(text[at]) || text[at] == '-')) {
        ++at;
      }
      if (repeated == '\0' && at == start) return false;
    } else if (at < text.size() && in_class(text[at], shape[i])) {
      ++at;
    } else {
      return false;
    }
  }
  return at == text.size();
}

const Registry* registry_of(std::string_view id) {
  for (const Registry& registry : kRegistries) {
    if (id.starts_with(registry.prefix)) return &registry;
  }
  return nullptr;
}

}  // namespace

std::span<const Registry> registries() {
  return kRegistries;
}

std::optional<TrialId> TrialId::parse(std::string_view text) {
  constexpr std::size_t kLongest = 40;
  text = base::trim(text);
  if (text.size() > kLongest) return std::nullopt;
  TrialId id;
  id.text_ = text;
  for (char& c : id.text_) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  const Registry* registry = registry_of(id.text_);
  if (registry == nullptr) return std::nullopt;
  if (!has_shape(std::string_view(id.text_).substr(registry->prefix.size()), registry->shape)) return std::nullopt;
  return id;
}

std::string TrialId::link() const {
  const Registry* registry = registry_of(text_);
  if (registry == nullptr || registry->link.empty()) return {};
  std::string link(registry->link);
  return link.replace(link.find("{}"), 2, text_);
}

}  // namespace trialsift::model
