// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/criteria.hpp"

/// The headings of eligibility criteria, line by line.
namespace trialsift::model {

/// The words of a line in lower case and where they stand. The line's text outlives it.
class CriteriaLine {
 public:
  using Text = std::string_view;
  struct Word {
    std::size_t begin;
    std::size_t end;
  };

  explicit CriteriaLine(Text text);

  Text text() const { return text_; }
  Text lower() const { return lower_; }
  std::size_t words() const { return words_.size(); }
  const Word& place(std::size_t word) const { return words_[word]; }
  /// Empty beyond the last.
  Text word(std::size_t number) const;
  /// Between the word and the one before it, or the line's beginning.
  Text before(std::size_t word) const;
  /// Behind the word up to the next one, or the line's end.
  Text behind(std::size_t word) const;
  bool is_capital(std::size_t word) const;

 private:
  Text text_;
  std::string lower_;
  std::vector<Word> words_;
};

/// Behind bullets, numbers and marks at the line's beginning ("- ", "1.", "II.", "B)", "**").
std::size_t behind_bullets(std::string_view line);

/// A heading that the line, without its bullets, begins with, or is.
std::optional<CriteriaSide> heading_at_start(const CriteriaLine& line, bool is_bulleted);

/// "Patients with the following are excluded:", "You may be eligible for this study if you:": the last sentence of the
/// line, where a list follows. `current` is the side of the criteria above it.
std::optional<CriteriaSide> sentence_heading(const CriteriaLine& line, CriteriaSide current, bool is_bulleted);

/// "Criteria for healthy controls:", "ELIGIBILITY CRITERIA", "Withdrawal criteria:": a chapter that says no side, below
/// criteria of exclusion.
bool begins_chapter(const CriteriaLine& line, CriteriaSide current, bool is_bulleted);

/// A heading behind the line's beginning: "... consent. Exclusion Criteria: ...".
struct InnerHeading {
  std::size_t begin = 0;  ///< in the line
  CriteriaSide side = CriteriaSide::kUntold;
};
std::vector<InnerHeading> headings_inside(const CriteriaLine& line);

/// A label of a group ("Healthy controls:"), which belongs to the heading below it.
bool is_group_label(std::string_view line);

}  // namespace trialsift::model
