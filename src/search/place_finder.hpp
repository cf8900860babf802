// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <utility>
#include <vector>

#include "search/element_table.hpp"
#include "search/place_plan.hpp"
#include "search/work.hpp"

namespace trialsift::search {

/// A place in the text of a field: value number << 32 | word of the value, so that no distance reaches into another
/// value.
using Position = std::uint64_t;

/// First and last position.
struct PlaceSpan {
  Position begin;
  Position end;
  friend bool operator==(PlaceSpan, PlaceSpan) = default;
  friend auto operator<=>(PlaceSpan, PlaceSpan) = default;
};
using PlaceSpans = std::vector<PlaceSpan>;

/// Finds what plans look for in texts that are given to it word by word. It knows words by small numbers, slots, which
/// it writes where its owner keeps something for each word: one slot stands for all words of the same elements. Plans
/// and work outlive it.
class PlaceFinder {
 public:
  using Slot = std::uint16_t;  ///< 0: a word that no plan looks for

  /// `slot_of(Words::Index)` returns a reference to a Slot that is 0 at first.
  template <class SlotOf>
  PlaceFinder(const ElementTable& table, const std::vector<const PlacePlan*>& plans, Work& work, SlotOf&& slot_of)
      : work_(work) {
    for (const PlacePlan* plan : plans) collect(*plan);
    for (const auto& [id, number] : numbers_) {
      for (const store::Words::Index word : table.element(id)) {
        Slot& slot = slot_of(word);
        slot = slot_with(slot, number);
      }
    }
  }

  /// The words of one field of one document: see() or skip() each, next_value() between values, end() after all.
  void begin(std::size_t field, store::DocId document);
  void see(Slot slot) {
    for (const std::uint32_t number : sets_[slot]) positions_[number].push_back(at_);
    ++at_;
  }
  void skip() { ++at_; }
  void next_value();
  void end() { ends_.push_back(at_); }

  /// Where the plan is found, ascending, each once (kTogether: its words).
  PlaceSpans spans(const PlacePlan& plan);
  /// True if spans() would have any, found sooner.
  bool holds(const PlacePlan& plan);
  /// Those places of the plan's words that belong to what `found`, its spans, holds.
  void add_marks(const PlacePlan& plan, const PlaceSpans& found, PlaceSpans& out);

 private:
  void collect(const PlacePlan& plan);
  Slot slot_with(Slot slot, std::uint32_t number);
  bool applies(const PlacePlan& leaf) const;
  const std::vector<Position>& positions(ElementId id) const { return positions_[numbers_.at(id)]; }
  bool is_in_place(const PlacePlan& plan, PlaceSpan span) const;
  bool stands_at(const PlacePlan& sequence, Position at) const;
  PlaceSpans near(const PlacePlan& plan, bool one_is_enough);
  void join(const PlaceSpans& first, const PlaceSpans& second, std::uint32_t distance, bool one_is_enough,
            PlaceSpans& out);

  Work& work_;
  std::map<ElementId, std::uint32_t> numbers_;           ///< of the elements, from 0
  std::vector<std::vector<std::uint32_t>> sets_ = {{}};  ///< by slot: the numbers of elements
  std::map<std::pair<Slot, std::uint32_t>, Slot> larger_;
  std::vector<std::vector<Position>> positions_;  ///< by the number of the element
  std::vector<Position> ends_;                    ///< by value: one past its last word
  Position at_ = 0;
  FieldMask field_ = 0;
  store::DocId document_ = 0;
};

}  // namespace trialsift::search
