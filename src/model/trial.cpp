// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/trial.hpp"

#include <algorithm>

#include "trialsift/base/text.hpp"
#include "trialsift/model/vocabulary.hpp"

namespace trialsift::model {
namespace {

/// The first sentence, or its beginning at a word's end if it is long.
std::string beginning(std::string_view text) {
  constexpr std::size_t kLongest = 120;
  text = base::trim(text);
  text = text.substr(0, text.find('\n'));
  const std::size_t sentence = text.find(". ");
  if (sentence != std::string_view::npos) text = text.substr(0, sentence + 1);
  if (text.size() <= kLongest) return std::string(text);
  std::size_t end = text.rfind(' ', kLongest);
  if (end == std::string_view::npos) {
    end = kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  }
  return std::string(text.substr(0, end)) + " …";
}

}  // namespace

Trial::Trial() = default;
Trial::Trial(const Trial& other) = default;
Trial::Trial(Trial&& other) noexcept = default;
Trial& Trial::operator=(const Trial& other) = default;
Trial& Trial::operator=(Trial&& other) noexcept = default;
Trial::~Trial() = default;

std::string Trial::title() const {
  if (!brief_title.empty()) return brief_title;
  if (!official_title.empty()) return official_title;
  return beginning(brief_summary.empty() ? detailed_description : brief_summary);
}

bool is_past_completion(const Trial& trial) {
  return !trial.completion.empty() && !trial.as_of.empty() &&
         is_past_completion(trial.status, trial.completion.last(), trial.as_of.first());
}

bool is_past_completion(std::string_view status, std::uint32_t completion, std::uint32_t as_of) {
  const bool is_known = completion != 0 && as_of != 0;
  return is_known && completion < as_of &&
         std::find(kOpenStatuses.begin(), kOpenStatuses.end(), status) != kOpenStatuses.end();
}

MemberSet members_present(const Trial& trial) {
  MemberSet present;
  for_each_member(trial, [&present](member::Tag tag, std::string_view, const auto& value) {
    if (!is_empty(value)) present |= tag;
  });
  return present;
}

}  // namespace trialsift::model
