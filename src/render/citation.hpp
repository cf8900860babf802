// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "trialsift/render/report.hpp"

namespace trialsift::render {

/// A trial as reference managers and screening tools want to see it. Every text is one line and safe on a terminal.
struct Citation {
  std::string title;                  ///< official title, else brief; without both made from the summary and the id
  std::string short_title;            ///< brief title and acronym, where they are not the title
  std::string author;                 ///< the lead sponsor
  model::PartialDate date;            ///< first posted
  std::string abstract;               ///< brief summary, then detailed description
  std::vector<std::string> keywords;  ///< conditions, keywords and interventions, each once
  std::string url;
  std::string registry;
  std::vector<std::string> notes;  ///< status, phase, rank, score, query, best sentence, label
};

Citation cite(const SearchReport& report, const search::Hit& hit);

/// White space and line ends of any kind become one blank; the rest as base::printable().
std::string one_line(std::string_view text);

}  // namespace trialsift::render
