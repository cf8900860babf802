// SPDX-License-Identifier: GPL-2.0-or-later
#include "schema/trial_texts.hpp"

#include <cstddef>
#include <utility>

#include "trialsift/base/text.hpp"
#include "trialsift/model/vocabulary.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::schema {
namespace {

constexpr std::string_view kSiteStatusMark = "zzsitestatus";

struct Parted {
  std::string text;
  std::vector<std::pair<model::CriteriaSide, std::size_t>> sizes;
};

}  // namespace

std::vector<model::CriteriaPart> criteria_parts(std::string_view criteria) {
  thread_local Parted last;
  if (last.text != criteria) {
    last.text = criteria;
    last.sizes.clear();
    for (const model::CriteriaPart& part : model::parts_of_criteria(criteria)) {
      last.sizes.emplace_back(part.side, part.text.size());
    }
  }
  std::vector<model::CriteriaPart> parts;
  parts.reserve(last.sizes.size());
  for (const auto& [side, size] : last.sizes) {
    parts.push_back({side, criteria.substr(0, size)});
    criteria.remove_prefix(size);
  }
  return parts;
}

void joined_sites(const model::Trial& trial, std::vector<std::string>& out) {
  for (const model::Location& place : trial.locations) {
    std::string site;
    for (const std::string* part : {&place.facility, &place.city, &place.state, &place.zip, &place.country}) {
      if (part->empty()) continue;
      if (!site.empty()) site += ", ";
      site += *part;
    }
    if (!place.status.empty()) site += ' ' + site_status_word(place.status);
    if (!site.empty()) out.push_back(std::move(site));
  }
}

std::string site_status_word(std::string_view status) {
  std::string word(kSiteStatusMark);
  for (const char c : status) {
    if (base::is_letter(c)) word += base::to_lower(c);
  }
  return word;
}

std::string_view status_of_site_word(std::string_view word) {
  if (!word.starts_with(kSiteStatusMark)) return {};
  const model::VocabularyValue* const status = model::kStatuses.find(word.substr(kSiteStatusMark.size()));
  return status == nullptr ? std::string_view() : status->key;
}

}  // namespace trialsift::schema
