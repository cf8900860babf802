// SPDX-License-Identifier: GPL-2.0-or-later
//
// The query language: a tree or an error with a place inside of the text; what a tree prints as can be read by people.

#include <filesystem>
#include <fstream>

#include "fuzz/harness.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/query/parser.hpp"

namespace trialsift::fuzz {

/// The queries of the golden files, tests/query/*.q.
std::vector<std::string> seeds() {
  std::vector<std::string> queries;
  for (const auto& entry : std::filesystem::directory_iterator(TRIALSIFT_SOURCE_DIR "/tests/query")) {
    if (entry.path().extension() != ".q") continue;
    std::ifstream file(entry.path());
    for (std::string line; std::getline(file, line);) {
      if (!line.empty() && !line.starts_with('#') && !line.starts_with("=>")) queries.push_back(line);
    }
  }
  return queries;
}

}  // namespace trialsift::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trialsift;
  const std::string_view text = fuzz::bytes_of(data, size);
  try {
    const query::Query query = query::parse_native(text);
    fuzz::require(!query::to_string(query.root).empty(), "a tree can be printed");
  } catch (const base::Error& error) {
    fuzz::require(error.code() == base::ErrorCode::kQuerySyntax, "an error is one of the query");
    fuzz::require(error.where().offset <= size, "its place is in the text");
  }
  return 0;
}
