// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace trialsift::model {

/// What eligibility criteria decide of those who meet them.
enum class CriteriaSide {
  kInclusion,  ///< they may take part
  kExclusion,  ///< they may not
  kUntold,     ///< no heading says
};

/// A run of whole criteria with the heading above them.
struct CriteriaPart {
  CriteriaSide side = CriteriaSide::kUntold;
  std::string_view text;  ///< of the text that was parted
  bool operator==(const CriteriaPart&) const = default;
};

/// Parts eligibility criteria at their headings, in the layouts of all registers: a heading is a line ("Key Exclusion
/// Criteria"), the beginning of one ("Exclusion: pregnancy"), a sentence that ends in a colon ("Patients with the
/// following are excluded:") or stands inside a paragraph ("... Exclusion criteria: ..."). Text before the first
/// heading and below one that speaks of both is untold. A label above a heading ("Healthy controls:") goes with it.
///
/// The parts are all of the text, in its order; no two neighbours have the same side, none is empty. Linear in the
/// text's size. Any text is parted: UTF-8 is not checked.
std::vector<CriteriaPart> parts_of_criteria(std::string_view criteria);

}  // namespace trialsift::model
