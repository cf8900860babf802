// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/tables/row_sorter.hpp"

#include <algorithm>
#include <random>

#include "support/catch.hpp"
#include "support/temp_folder.hpp"

using trialsift::formats::RowSorter;
using Pair = std::pair<std::string, std::string>;

namespace {

std::vector<Pair> sorted(std::vector<Pair> rows, std::size_t memory_bytes) {
  const trialsift::testing::TempFolder folder;
  RowSorter sorter(folder.path(), memory_bytes);
  for (const auto& [key, value] : rows) sorter.add(key, value);
  std::vector<Pair> out;
  while (const RowSorter::Row* row = sorter.next()) out.emplace_back(row->key, row->value);
  CHECK(sorter.next() == nullptr);
  CHECK(std::filesystem::is_empty(folder.path()));
  return out;
}

}  // namespace

TEST_CASE("rows come by their keys, those of one key as they were added, whatever the memory") {
  std::mt19937 random(7);
  std::vector<Pair> rows;
  for (int i = 0; i < 3000; ++i) {
    rows.emplace_back(std::to_string(random() % 500), std::string(random() % 40, 'v') + std::to_string(i));
  }
  rows.emplace_back("", std::string(100'000, 'x'));
  std::vector<Pair> expected = rows;
  std::stable_sort(expected.begin(), expected.end(), [](const Pair& a, const Pair& b) { return a.first < b.first; });
  for (const std::size_t memory : {std::size_t{1}, std::size_t{5000}, std::size_t{1} << 24U}) {
    CHECK(sorted(rows, memory) == expected);
  }
  CHECK(sorted({}, 100).empty());
}
