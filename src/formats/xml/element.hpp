// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace trialsift::formats {

/// A record as a light tree: what XML and the JSON made of it have in common. Of the attributes only `type` is kept.
struct Element {
  std::string name;
  std::string type;  ///< the attribute of that name
  std::string text;  ///< UTF-8, all of the element's own
  std::vector<Element> children;
  std::size_t text_before = 0;  ///< bytes of the parent's text before this child

  /// The first child of that name; an empty element where there is none, so that steps can be chained.
  const Element& operator[](std::string_view child) const;
  bool has(std::string_view child) const;

  /// Calls visit(const Element&) for each child of that name.
  template <class Visitor>
  void each(std::string_view child, Visitor&& visit) const {
    for (const Element& one : children) {
      if (one.name == child) visit(one);
    }
  }
};

/// Makes text of HTML's elements in an element's text: "take <b>two</b> a day" keeps its words, and <br>, <p> and <li>
/// are line ends. Other children stay.
void merge_markup(Element& element);

}  // namespace trialsift::formats
