// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/place_finder.hpp"

#include <algorithm>
#include <limits>

#include "trialsift/base/error.hpp"

namespace trialsift::search {
namespace {

constexpr unsigned kValueBits = 32;
/// Of a place that is looked up among others, and of one that is put to the others.
constexpr std::uint64_t kLookupSteps = 20;
constexpr std::uint64_t kSpanSteps = 5;
/// More places of one operand in one field than that, and the query is refused.
constexpr std::size_t kMostSpans = 4'000'000;

Position value_begin(Position position) {
  return position >> kValueBits << kValueBits;
}

[[noreturn]] void refuse_places() {
  throw base::Error(base::ErrorCode::kQueryCost, "this query finds too many places in one text",
                    "write smaller distances, or fewer NEARs inside each other");
}

}  // namespace

void PlaceFinder::collect(const PlacePlan& plan) {
  for (const ElementId id : plan.elements) {
    if (numbers_.try_emplace(id, static_cast<std::uint32_t>(positions_.size())).second) positions_.emplace_back();
  }
  for (const PlacePlan& child : plan.children) collect(child);
}

PlaceFinder::Slot PlaceFinder::slot_with(Slot slot, std::uint32_t number) {
  const auto [place, is_new] = larger_.try_emplace({slot, number}, Slot{0});
  if (is_new) {
    std::vector<std::uint32_t> set = sets_[slot];
    set.push_back(number);
    if (sets_.size() > std::numeric_limits<Slot>::max()) {
      throw base::Error(base::ErrorCode::kQueryCost, "the wildcards of this query overlap in too many ways",
                        "write fewer of them beside one NEAR");
    }
    place->second = static_cast<Slot>(sets_.size());
    sets_.push_back(std::move(set));
  }
  return place->second;
}

void PlaceFinder::begin(std::size_t field, store::DocId document) {
  for (std::vector<Position>& positions : positions_) positions.clear();
  ends_.clear();
  at_ = 0;
  field_ = field_bit(field);
  document_ = document;
}

void PlaceFinder::next_value() {
  ends_.push_back(at_);
  at_ = value_begin(at_) + (Position{1} << kValueBits);
}

bool PlaceFinder::applies(const PlacePlan& leaf) const {
  if ((leaf.fields & field_) != 0) return true;
  return leaf.lacking != nullptr && (description_fields() & field_) != 0 && leaf.lacking->contains(document_);
}

bool PlaceFinder::stands_at(const PlacePlan& sequence, Position at) const {
  work_.spend(sequence.elements.size() * kLookupSteps);
  for (std::size_t i = 1; i < sequence.elements.size(); ++i) {
    const std::vector<Position>& places = positions(sequence.elements[i]);
    if (!std::binary_search(places.begin(), places.end(), at + i)) return false;
  }
  return is_in_place(sequence, {at, at + sequence.elements.size() - 1});
}

/// What a plan asks of the value around a span.
bool PlaceFinder::is_in_place(const PlacePlan& plan, PlaceSpan span) const {
  if (plan.at_start && span.begin != value_begin(span.begin)) return false;
  return !plan.at_end || span.end + 1 == ends_[span.end >> kValueBits];
}

PlaceSpans PlaceFinder::spans(const PlacePlan& plan) {
  PlaceSpans found;
  switch (plan.kind) {
    case PlacePlan::Kind::kSequence:
      if (plan.elements.empty() || !applies(plan)) break;
      for (const Position at : positions(plan.elements.front())) {
        if (stands_at(plan, at)) found.push_back({at, at + plan.elements.size() - 1});
      }
      break;
    case PlacePlan::Kind::kEither:
      for (const PlacePlan& child : plan.children) {
        const PlaceSpans more = spans(child);
        found.insert(found.end(), more.begin(), more.end());
      }
      if (plan.children.size() > 1) {
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
      }
      break;
    case PlacePlan::Kind::kNear:
      found = near(plan, false);
      break;
    case PlacePlan::Kind::kTogether:
      if (!holds(plan)) break;
      for (const ElementId id : plan.elements) {
        for (const Position at : positions(id)) found.push_back({at, at});
      }
      std::sort(found.begin(), found.end());
      break;
  }
  work_.spend(found.size() * kSpanSteps);
  return found;
}

bool PlaceFinder::holds(const PlacePlan& plan) {
  switch (plan.kind) {
    case PlacePlan::Kind::kSequence: {
      if (plan.elements.empty() || !applies(plan)) return false;
      const std::vector<Position>& places = positions(plan.elements.front());
      return std::any_of(places.begin(), places.end(), [&](Position at) { return stands_at(plan, at); });
    }
    case PlacePlan::Kind::kEither:
      return std::any_of(plan.children.begin(), plan.children.end(), [this](const PlacePlan& c) { return holds(c); });
    case PlacePlan::Kind::kNear:
      return !near(plan, true).empty();
    case PlacePlan::Kind::kTogether:
      break;
  }
  if (plan.elements.empty() || !applies(plan)) return false;
  const std::vector<Position>& places = positions(plan.elements.front());
  return std::any_of(places.begin(), places.end(), [&](Position at) {
    work_.spend(plan.elements.size() * kLookupSteps);
    return std::all_of(plan.elements.begin(), plan.elements.end(), [&](ElementId id) {
      const std::vector<Position>& others = positions(id);
      const auto other = std::lower_bound(others.begin(), others.end(), value_begin(at));
      return other != others.end() && value_begin(*other) == value_begin(at);
    });
  });
}

PlaceSpans PlaceFinder::near(const PlacePlan& plan, bool one_is_enough) {
  const PlaceSpans first = spans(plan.children[0]);
  if (first.empty()) return {};
  const PlaceSpans second = spans(plan.children[1]);
  PlaceSpans found;
  one_is_enough = one_is_enough && !plan.is_anchored();
  join(first, second, plan.distance, one_is_enough, found);
  if (one_is_enough && !found.empty()) return found;
  if (!plan.ordered) join(second, first, plan.distance, one_is_enough, found);
  work_.spend(found.size() * kLookupSteps);
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  if (plan.is_anchored()) {
    const auto out_of_place = [&](const PlaceSpan& span) { return !is_in_place(plan, span); };
    found.erase(std::remove_if(found.begin(), found.end(), out_of_place), found.end());
  }
  return found;
}

void PlaceFinder::join(const PlaceSpans& first, const PlaceSpans& second, std::uint32_t distance, bool one_is_enough,
                       PlaceSpans& out) {
  for (const PlaceSpan& a : first) {
    auto b = std::upper_bound(second.begin(), second.end(), a.end,
                              [](Position end, const PlaceSpan& span) { return end < span.begin; });
    for (; b != second.end() && b->begin - a.end <= distance; ++b) {
      out.push_back({a.begin, b->end});
      if (one_is_enough) return;
    }
    work_.spend(kLookupSteps);
    if (out.size() > kMostSpans) refuse_places();
  }
}

void PlaceFinder::add_marks(const PlacePlan& plan, const PlaceSpans& found, PlaceSpans& out) {
  if (found.empty()) return;
  for (const PlacePlan& child : plan.children) add_marks(child, found, out);
  if (plan.kind != PlacePlan::Kind::kSequence && plan.kind != PlacePlan::Kind::kTogether) return;
  for (const PlaceSpan& span : spans(plan)) {
    const bool inside = std::any_of(found.begin(), found.end(), [&span](const PlaceSpan& whole) {
      return whole.begin <= span.begin && span.end <= whole.end;
    });
    if (inside) out.push_back(span);
  }
}

}  // namespace trialsift::search
