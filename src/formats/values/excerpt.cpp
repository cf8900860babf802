// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/excerpt.hpp"

#include "trialsift/base/text.hpp"

namespace trialsift::formats {

std::string excerpt(std::string_view text) {
  constexpr std::size_t kBytes = 40;
  std::string cut(text.substr(0, kBytes));
  base::repair_utf8(cut);
  return base::collapse_space(base::printable(cut)) + (text.size() > kBytes ? "..." : "");
}

std::string no_id_sentence(std::string_view given, std::string_view missing) {
  return given.empty() ? std::string(missing) : "\"" + excerpt(given) + "\" is no trial id.";
}

}  // namespace trialsift::formats
