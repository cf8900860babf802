// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What only the Cochrane Library writes, in lines that are otherwise as PubMed's.
namespace trialsift::query {

struct CochraneHeading {
  std::string name;
  bool explode = true;
  bool qualified = false;  ///< by what is dropped
  std::size_t length = 0;  ///< bytes of the text that it takes
};
/// At the beginning of `text`: MeSH descriptor: [Asthma] explode all trees; MeSH descriptor Asthma, this term only;
/// [mh "Asthma"]; [mh ^Asthma/DT]. Without "explode" or "this term only" a descriptor is exploded.
std::optional<CochraneHeading> cochrane_heading(std::string_view text);

struct CochraneLines {
  std::vector<std::string> labels;  ///< with their #
  bool all = false;                 ///< {and ...}
  std::size_t length = 0;
};
/// At the beginning of `text`: {or #1-#3, #5}.
std::optional<CochraneLines> cochrane_lines(std::string_view text);

}  // namespace trialsift::query
