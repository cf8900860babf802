// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/trial.hpp"

#include "trialsift/base/text.hpp"

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

}  // namespace trialsift::model
