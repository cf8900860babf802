// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace trialsift::query {

/// How the records of our field compare with those of the registry's area.
enum class Fit {
  kSame,
  kWider,     ///< our field holds more than the area: AREA[Acronym] is searched in all titles
  kNarrower,  ///< our field lacks a part of the area
  kNone,      ///< no field of ours
};

/// What of the ages of a study an area holds.
enum class AgePart { kNone, kMinimum, kMaximum, kGroup };

/// A row of the table of areas: a search area or a field ("piece") of the registry's API v2, and where we search it.
struct Area {
  std::string_view name;   ///< as the registry writes it
  std::string_view field;  ///< a field or combined field of the table of fields; empty: not indexed
  Fit fit = Fit::kSame;
  bool synonyms = false;  ///< the registry looks for synonyms and other forms of words there
  AgePart age = AgePart::kNone;
};

/// By name in any case; null if the registry has no such area.
const Area* find_area(std::string_view name);

/// ": did you mean BriefTitle?", or nothing.
std::string area_suggestion(std::string_view name);

/// What an expression without AREA searches: BasicSearch.
const Area& default_area();

}  // namespace trialsift::query
