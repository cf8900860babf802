// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/criteria.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "model/criteria_headings.hpp"

namespace trialsift::model {
namespace {

using Text = std::string_view;

/// The criteria parted so far.
class Parting {
 public:
  explicit Parting(Text text) : text_(text) {}

  CriteriaSide side() const { return side_; }
  void begin(std::size_t at, CriteriaSide side) {
    if (side == side_) return;
    put(std::max(at, from_));
    side_ = side;
  }
  std::vector<CriteriaPart> take() {
    put(text_.size());
    return std::move(parts_);
  }

 private:
  void put(std::size_t end) {
    if (end > from_) {
      if (!parts_.empty() && parts_.back().side == side_) {
        const std::size_t begin = static_cast<std::size_t>(parts_.back().text.data() - text_.data());
        parts_.back().text = text_.substr(begin, end - begin);
      } else {
        parts_.push_back({side_, text_.substr(from_, end - from_)});
      }
    }
    from_ = end;
  }

  Text text_;
  std::size_t from_ = 0;
  CriteriaSide side_ = CriteriaSide::kUntold;
  std::vector<CriteriaPart> parts_;
};

/// What a line heads and what it heads inside. `label` is where the line before begins, if that is a group's label.
void read_line(Text whole, std::size_t begin, std::optional<std::size_t>& label, Parting& parting) {
  if (whole.find_first_not_of(" \t\r\xC2\xA0") == Text::npos) return;
  const std::size_t skipped = behind_bullets(whole);
  const CriteriaLine line(whole.substr(skipped));
  const bool is_bulleted = whole.substr(0, skipped).find_first_not_of(" \t\r\xC2\xA0") != Text::npos;
  auto side = heading_at_start(line, is_bulleted);
  const bool takes_label = side.has_value();
  if (!side) side = sentence_heading(line, parting.side(), is_bulleted);
  if (!side && begins_chapter(line, parting.side(), is_bulleted)) side = CriteriaSide::kUntold;
  if (side) parting.begin(label && takes_label ? *label : begin, *side);
  for (const InnerHeading& inner : headings_inside(line)) parting.begin(begin + skipped + inner.begin, inner.side);
  label = !side && is_group_label(whole) ? std::optional(begin) : std::nullopt;
}

}  // namespace

std::vector<CriteriaPart> parts_of_criteria(Text criteria) {
  Parting parting(criteria);
  std::optional<std::size_t> label;
  for (std::size_t begin = 0; begin < criteria.size();) {
    const std::size_t end = std::min(criteria.find('\n', begin), criteria.size());
    read_line(criteria.substr(begin, end - begin), begin, label, parting);
    begin = end + 1;
  }
  return parting.take();
}

}  // namespace trialsift::model
