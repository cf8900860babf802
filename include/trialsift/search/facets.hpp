// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/search/doc_set.hpp"
#include "trialsift/store/index.hpp"

/// How many trials of a result have which value.
namespace trialsift::search {

struct FacetValue {
  std::string value;  ///< a vocabulary's key, a text as the first such record has it, or a year
  std::uint64_t count = 0;
  bool operator==(const FacetValue&) const = default;
};

struct Facet {
  std::string field;
  std::vector<FacetValue> values;  ///< most frequent first, then by value; years ascend
  std::uint64_t missing = 0;       ///< trials without the field
};

/// What can be counted: fields of values and dates, and the text fields that are marked so in the table of fields.
std::vector<std::string> facet_names();
/// Throws Error(kUsage) for what cannot be counted.
void check_facet(std::string_view field);

/// The values of each field over a set of documents. A trial with several values counts once for each of them. Values
/// of keyword fields come from postings and years from value slots; texts are read from each record, once for all
/// fields, some 100,000 a second. Throws what check_facet() throws, and Error(kInterrupted).
std::vector<Facet> count_facets(const store::Index& index, const DocSet& documents,
                                std::span<const std::string> fields);

}  // namespace trialsift::search
