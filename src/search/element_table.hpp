// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/concept.hpp"
#include "search/work.hpp"
#include "trialsift/search/doc_set.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// Text fields by their numbers in the table of fields.
using FieldMask = std::uint64_t;

constexpr FieldMask field_bit(std::size_t number) {
  return FieldMask{1} << number;
}
FieldMask mask_of(const std::vector<const schema::Field*>& fields);

using ElementId = std::uint32_t;

/// The elements that the queries of one run name, each once, with the documents that hold them: read from the database
/// when first asked for, kept for the next line that asks. The index outlives it.
class ElementTable {
 public:
  ElementTable(const store::Index& index, Work& work) : index_(index), work_(work) {}

  ElementId intern(const Element& element);
  const Element& element(ElementId id) const { return elements_[id]->first; }

  /// Documents that hold any word of the element in the field. Good until the next call.
  const DocSet& documents(ElementId id, std::size_t field);
  /// Documents that have none of the fields.
  const DocSet& lacking(FieldMask fields);
  const DocSet& every();
  /// Documents with the term, which is no word's.
  DocSet with_term(const std::string& term);

 private:
  struct Hash {
    std::size_t operator()(const Element& element) const;
  };
  using Entry = std::unordered_map<std::size_t, DocSet>;
  using Elements = std::unordered_map<Element, std::pair<ElementId, Entry>, Hash>;

  template <class Terms>
  DocSet read(std::size_t count, Terms&& term_at);
  void make_room();

  /// Documents kept beyond this are forgotten, all at once.
  static constexpr std::size_t kMostBytes = 60'000'000;

  const store::Index& index_;
  Work& work_;
  Elements by_words_;
  std::vector<Elements::value_type*> elements_;
  std::map<FieldMask, DocSet> lacking_;
  DocSet every_;
  std::size_t bytes_ = 0;
};

}  // namespace trialsift::search
