// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace trialsift::analysis {

/// A short form with what the text says it stands for: "MM" for "multiple myeloma". Views into the text.
struct Abbreviation {
  std::string_view short_form;
  std::string_view long_form;
};

/// The abbreviations that a text defines with brackets: "multiple myeloma (MM)", "MM (multiple myeloma)", nested ones
/// and those with more behind ("multiple myeloma (MM; n = 12)"), as they stand in the text. After Schwartz and Hearst
/// (A simple algorithm for identifying abbreviation definitions in biomedical text, 2003), but of all ways to find the
/// letters of the short form in the words before it the one is taken that hits most beginnings of words, as Ab3P does
/// (Sohn, Comeau, Kim, Wilbur, 2008). Appends to `out`, in the text's order, a definition as often as it is made. Has
/// no state: any thread.
void find_abbreviations(std::string_view text, std::vector<Abbreviation>& out);

/// "MMs" for "multiple myelomas" as MM for the same: the plural is the long form's.
Abbreviation in_singular(Abbreviation found);

}  // namespace trialsift::analysis
