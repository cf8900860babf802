// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/matcher.hpp"

#include <algorithm>

#include "search/place_finder.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/store/tokens.hpp"

namespace trialsift::search {
namespace {

using store::Unit;

constexpr std::uint64_t kDocumentSteps = 200;
constexpr std::uint64_t kWordSteps = 10;  ///< of a word that is looked for

/// Gives the words of a text to the finder and returns how many of them it looks for.
std::uint64_t read_words(std::span<const Unit> units, const std::vector<PlaceFinder::Slot>& slots,
                         PlaceFinder& finder) {
  std::uint64_t seen = 0;
  const auto see = [&](std::uint32_t word) {
    const PlaceFinder::Slot slot = word < slots.size() ? slots[word] : PlaceFinder::Slot{0};
    if (slot == 0) {
      finder.skip();
    } else {
      finder.see(slot);
      ++seen;
    }
  };
  store::for_each_word(units, see, [&finder] { finder.next_value(); });
  finder.end();
  return seen;
}

template <class Visitor>
void for_each_field(FieldMask fields, Visitor&& visit) {
  for (; fields != 0; fields &= fields - 1) visit(static_cast<std::size_t>(__builtin_ctzll(fields)));
}

}  // namespace

Matcher::Matcher(const store::Index& index) : index_(index) {
  planner_.expander().find_texts_with(
      [this](const Concept& wanted) { return !documents(planner_.plan(wanted), nullptr).empty(); });
}

DocSet Matcher::candidates(const PlacePlan& plan, std::size_t field) {
  DocSet found;
  switch (plan.kind) {
    case PlacePlan::Kind::kSequence:
    case PlacePlan::Kind::kTogether: {
      if (plan.elements.empty()) return {};
      const bool own = (plan.fields & field_bit(field)) != 0;
      if (!own && (plan.lacking == nullptr || (description_fields() & field_bit(field)) == 0)) return {};
      found = elements_.documents(plan.elements.front(), field);
      for (std::size_t i = 1; i < plan.elements.size() && !found.empty(); ++i) {
        found &= elements_.documents(plan.elements[i], field);
      }
      if (!own) found &= *plan.lacking;
      break;
    }
    case PlacePlan::Kind::kEither:
      for (const PlacePlan& child : plan.children) found |= candidates(child, field);
      break;
    case PlacePlan::Kind::kNear:
      found = candidates(plan.children[0], field);
      if (!found.empty()) found &= candidates(plan.children[1], field);
      break;
  }
  return found;
}

/// A strategy reads the whole token stream again and again; it need not be in this process's memory all at once. The
/// beginning of a long stream stays and the rest goes, since what was read last is what is wanted last. The system maps
/// chunks around what is read.
void Matcher::note_memory(std::span<const Unit> read) {
  constexpr unsigned kChunkBits = 16;
  constexpr std::size_t kKeptBytes = std::size_t{272} << 20U;
  constexpr std::size_t kMostChunks = (std::size_t{32} << 20U) >> kChunkBits;
  if (read.empty()) return;
  const std::size_t offset = index_.tokens().offset(read);
  const std::size_t chunk = offset >> kChunkBits;
  if (offset < kKeptBytes || chunk == last_chunk_) return;
  last_chunk_ = chunk;
  if (++chunks_ < kMostChunks) return;
  index_.tokens().release(kKeptBytes);
  chunks_ = 0;
}

template <class Visitor>
void Matcher::scan(const PlacePlan& plan, std::size_t field, const DocSet& documents, Visitor&& visit) {
  if (documents.empty()) return;
  slots_.resize(index_.words().next_stream_number());
  std::vector<std::uint32_t> used;
  PlaceFinder finder(elements_, {&plan}, work_, [&](store::Words::Index word) -> PlaceFinder::Slot& {
    used.push_back(index_.words().stream_number(word));
    return slots_.at(used.back());
  });
  const auto restore = [&] {
    for (const std::uint32_t number : used) slots_[number] = 0;
  };
  try {
    documents.for_each([&](store::DocId document) {
      const std::span<const Unit> units = index_.tokens().document(document).field(field);
      work_.spend(kDocumentSteps + units.size());
      finder.begin(field, document);
      work_.spend(read_words(units, slots_, finder) * kWordSteps);
      note_memory(units);
      visit(finder, document);
    });
  } catch (...) {
    restore();
    throw;
  }
  restore();
}

DocSet Matcher::documents(const PlacePlan& plan, const DocSet* within) {
  DocSet found;
  if (plan.kind == PlacePlan::Kind::kEither) {
    for (const PlacePlan& child : plan.children) found |= documents(child, within);
    return found;
  }
  FieldMask fields = plan.fields;
  if (plan.lacking != nullptr) fields |= description_fields();
  for_each_field(fields, [&](std::size_t field) {
    DocSet wanted = candidates(plan, field);
    if (plan.is_one_element()) {
      found |= wanted;
      return;
    }
    if (within != nullptr) wanted &= *within;
    wanted -= found;
    std::vector<store::DocId> ids;
    scan(plan, field, wanted, [&](PlaceFinder& finder, store::DocId document) {
      if (finder.holds(plan)) ids.push_back(document);
    });
    found |= DocSet::of(std::move(ids));
  });
  return found;
}

PostingList Matcher::postings(const PlacePlan& plan, const Ranking& ranking) {
  PostingList found;
  for_each_field(plan.fields, [&](std::size_t number) {
    const schema::Field& field = schema::fields()[number];
    const std::uint32_t weight = counted_weight(field, ranking);
    scan(plan, number, candidates(plan, number), [&](PlaceFinder& finder, store::DocId document) {
      const std::size_t count = finder.spans(plan).size();
      if (count > 0) found.push_back({document, static_cast<std::uint32_t>(count) * weight});
    });
  });
  return found;
}

Places Matcher::places(const PlacePlan& plan, store::DocId document) {
  Places found;
  FieldMask fields = plan.fields;
  if (plan.lacking != nullptr) fields |= description_fields();
  for_each_field(fields, [&](std::size_t field) {
    scan(plan, field, DocSet::of({document}), [&](PlaceFinder& finder, store::DocId) {
      const std::size_t count = finder.spans(plan).size();
      if (count > 0) found.emplace_back(&schema::fields()[field], count);
    });
  });
  return found;
}

}  // namespace trialsift::search
