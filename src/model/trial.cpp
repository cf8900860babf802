// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/trial.hpp"

#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

/// The first sentence, or its beginning at a word's end if it is long.
std::string_view beginning(std::string_view text) {
  constexpr std::size_t kLongest = 120;
  text = base::trim(text);
  text = text.substr(0, text.find('\n'));
  const std::size_t sentence = text.find(". ");
  if (sentence != std::string_view::npos) text = text.substr(0, sentence + 1);
  if (text.size() <= kLongest) return text;
  const std::size_t blank = text.rfind(' ', kLongest);
  if (blank != std::string_view::npos) return text.substr(0, blank);
  std::size_t end = kLongest;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace

std::string_view Trial::title() const {
  if (!brief_title.empty()) return brief_title;
  if (!official_title.empty()) return official_title;
  return beginning(brief_summary.empty() ? detailed_description : brief_summary);
}

}  // namespace trialsift::model
