// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/xml/element.hpp"

#include <algorithm>
#include <array>

#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::array<std::string_view, 25> kInline = {
    "a",    "abbr",   "b",      "big", "center", "code",  "em", "font",  "i",  "img",   "ins", "s", "small",
    "span", "strike", "strong", "sub", "sup",    "tbody", "td", "tfoot", "th", "thead", "tt",  "u"};
constexpr std::array<std::string_view, 20> kLines = {"blockquote", "br", "dd",  "div",   "dl", "dt", "h1",
                                                     "h2",         "h3", "h4",  "h5",    "h6", "hr", "li",
                                                     "ol",         "p",  "pre", "table", "tr", "ul"};

template <std::size_t Size>
bool is_one_of(const std::array<std::string_view, Size>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

const Element& Element::operator[](std::string_view child) const {
  static const Element kNone;
  const auto found =
      std::find_if(children.begin(), children.end(), [child](const Element& e) { return e.name == child; });
  return found == children.end() ? kNone : *found;
}

bool Element::has(std::string_view child) const {
  return std::any_of(children.begin(), children.end(), [child](const Element& e) { return e.name == child; });
}

void merge_markup(Element& element) {
  std::string text;
  std::size_t taken = 0;
  bool merged = false;
  std::erase_if(element.children, [&](const Element& child) {
    constexpr std::size_t kLongestName = 10;
    if (child.name.size() > kLongestName) return false;
    const std::string name = base::to_lower_ascii(child.name);
    const bool line = is_one_of(kLines, name);
    if (!line && !is_one_of(kInline, name)) return false;
    merged = true;
    text.append(element.text, taken, child.text_before - taken);
    taken = child.text_before;
    if (line) text.push_back('\n');
    if (name == "td" || name == "th") text.push_back(' ');
    text += child.text;
    if (line && !child.text.empty()) text.push_back('\n');
    return true;
  });
  if (merged) element.text = std::move(text.append(element.text, taken));
}

}  // namespace trialsift::formats
