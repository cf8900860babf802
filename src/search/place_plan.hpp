// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "search/concept.hpp"
#include "search/element_table.hpp"
#include "trialsift/query/tree.hpp"

namespace trialsift::search {

/// What is looked for in the text of one field, with elements looked up.
struct PlacePlan {
  enum class Kind {
    kSequence,  ///< its elements at positions one after the other
    kEither,    ///< what any of its children finds
    kNear,      ///< two children that do not overlap and whose nearest ends are at most `distance` apart
    kTogether,  ///< all its elements in one value of the field, in any order
  };
  Kind kind = Kind::kSequence;
  bool at_start = false;            ///< kSequence, kNear: it begins a value of its field...
  bool at_end = false;              ///< ...and ends one
  bool ordered = false;             ///< kNear
  std::uint32_t distance = 1;       ///< kNear
  FieldMask fields = 0;             ///< of all that is below
  const DocSet* lacking = nullptr;  ///< leaves: documents where it is looked for in the descriptions instead
  std::vector<ElementId> elements;  ///< kSequence, kTogether
  std::vector<PlacePlan> children;

  /// Postings alone decide.
  bool is_one_element() const { return kind == Kind::kSequence && elements.size() == 1 && !is_anchored(); }
  bool is_anchored() const { return at_start || at_end; }
};

/// What any of the plans finds.
PlacePlan either_of(std::vector<PlacePlan> plans);

/// Fields of a leaf, by name; of an empty name the default ones.
std::vector<const schema::Field*> fields_of(const query::Node& node);
FieldMask description_fields();

/// Makes plans of leaves and of NEAR. Remembers what it has looked up. The index and table outlive it.
class PlacePlanner {
 public:
  PlacePlanner(const store::Index& index, ElementTable& elements) : elements_(elements), expander_(index) {}

  const Expander& expander() const { return expander_; }
  Expander& expander() { return expander_; }

  /// What a concept stands for.
  PlacePlan plan(const Concept& wanted);
  /// A word, phrase or pattern: a document needs all of them. None if its text has no word.
  std::vector<PlacePlan> plan_leaf(const query::Node& leaf);
  /// NEAR and what may stand below it: leaves, OR, words side by side and NEAR. Throws Error(kQuerySyntax) for others.
  PlacePlan plan_near(const query::Node& node);
  /// A MeSH heading among a record's MeSH terms.
  PlacePlan plan_heading(const query::Node& heading);
  /// Its words in the values that stand in for MeSH terms.
  PlacePlan plan_heading_in_text(const query::Node& heading);

 private:
  PlacePlan near_operand(const query::Node& node);
  PlacePlan plan_as_one(const query::Node& leaf);
  std::vector<Element> elements_of_heading(const query::Node& heading) const;

  ElementTable& elements_;
  Expander expander_;
};

}  // namespace trialsift::search
