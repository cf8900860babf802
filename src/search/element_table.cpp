// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/element_table.hpp"

#include <xapian.h>

#include <algorithm>
#include <string_view>
#include <utility>

#include "trialsift/base/file.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::search {

using schema::Field;

FieldMask mask_of(const std::vector<const Field*>& fields) {
  FieldMask mask = 0;
  for (const Field* field : fields) mask |= field_bit(schema::field_number(*field));
  return mask;
}

std::size_t ElementTable::Hash::operator()(const Element& element) const {
  return base::hash64({reinterpret_cast<const char*>(element.data()), element.size() * sizeof(element[0])});
}

ElementId ElementTable::intern(const Element& element) {
  const auto [place, is_new] = by_words_.try_emplace(element, static_cast<ElementId>(elements_.size()), Entry{});
  if (is_new) elements_.push_back(&*place);
  return place->second.first;
}

template <class Terms>
DocSet ElementTable::read(std::size_t count, Terms&& term_at) {
  const Xapian::Database& database = index_.database();
  const std::size_t words = index_.tokens().last_docid() / 64 + std::size_t{1};
  std::vector<store::DocId> ids;
  std::vector<std::uint64_t> bits;
  std::string term;
  for (std::size_t i = 0; i < count; ++i) {
    term_at(i, term);
    std::uint64_t postings = 0;
    for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it, ++postings) {
      const Xapian::docid document = *it;
      if (!bits.empty()) {
        if (document / 64 >= bits.size()) bits.resize(document / 64 + 1);
        bits[document / 64] |= std::uint64_t{1} << (document % 64);
        continue;
      }
      ids.push_back(document);
      if (ids.size() < 2 * words) continue;
      bits.resize(words);
      for (const store::DocId id : ids) {
        if (id / 64 >= bits.size()) bits.resize(id / 64 + 1);
        bits[id / 64] |= std::uint64_t{1} << (id % 64);
      }
      ids.clear();
    }
    work_.spend(Work::kTermSteps + postings * Work::kPostingSteps);
  }
  if (!bits.empty()) return DocSet::of_bits(std::move(bits));
  if (count > 1) {
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  }
  return DocSet::of(std::move(ids));
}

void ElementTable::make_room() {
  if (bytes_ <= kMostBytes) return;
  for (Elements::value_type* element : elements_) element->second.second.clear();
  bytes_ = 0;
}

const DocSet& ElementTable::documents(ElementId id, std::size_t field) {
  const Element& element = elements_[id]->first;
  Entry& entry = elements_[id]->second.second;
  if (const auto known = entry.find(field); known != entry.end()) return known->second;
  make_room();
  const std::string_view prefix = schema::fields()[field].prefix;
  DocSet found = read(element.size(), [&](std::size_t i, std::string& term) {
    term.assign(prefix).append(index_.words().text(element[i]));
  });
  bytes_ += found.bytes();
  return entry.insert_or_assign(field, std::move(found)).first->second;
}

DocSet ElementTable::with_term(const std::string& term) {
  return read(1, [&term](std::size_t, std::string& out) { out = term; });
}

const DocSet& ElementTable::every() {
  if (every_.empty()) every_ = with_term("");
  return every_;
}

const DocSet& ElementTable::lacking(FieldMask fields) {
  const auto [place, is_new] = lacking_.try_emplace(fields);
  if (is_new) {
    place->second = every();
    for (const Field& field : schema::fields()) {
      if ((fields & field_bit(schema::field_number(field))) == 0) continue;
      place->second -= with_term(std::string(schema::kHasPrefix) + std::string(field.name));
    }
  }
  return place->second;
}

}  // namespace trialsift::search
