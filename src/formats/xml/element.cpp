// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/xml/element.hpp"

#include <algorithm>

namespace trialsift::formats {

const Element& Element::operator[](std::string_view child) const {
  static const Element kNone;
  const auto found =
      std::find_if(children.begin(), children.end(), [child](const Element& e) { return e.name == child; });
  return found == children.end() ? kNone : *found;
}

bool Element::has(std::string_view child) const {
  return std::any_of(children.begin(), children.end(), [child](const Element& e) { return e.name == child; });
}

}  // namespace trialsift::formats
