// SPDX-License-Identifier: GPL-2.0-or-later
//
// The query languages, each text in all of them, and as a strategy whose dialect is found out: a tree, or an error with
// a place inside of the text.

#include <filesystem>
#include <fstream>

#include "fuzz/harness.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/query/dialects.hpp"
#include "trialsift/query/strategy.hpp"

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

namespace {

/// What is read can be printed; what is not is told with its place.
template <class Read>
void read_or_told(std::size_t size, Read read) {
  using namespace trialsift;
  try {
    const query::Query query = read();
    fuzz::require(!query::to_string(query.root).empty(), "a tree can be printed");
  } catch (const base::Error& error) {
    fuzz::require(error.code() == base::ErrorCode::kQuerySyntax, "an error is one of the query");
    fuzz::require(error.where().offset <= size, "its place is in the text");
  }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trialsift;
  const std::string_view text = fuzz::bytes_of(data, size);
  for (const query::Dialect& dialect : query::dialects()) {
    read_or_told(size, [&] { return dialect.parse(text, {}, {true, true}); });
  }
  read_or_told(size, [&] {
    const query::Strategy strategy = query::parse_strategy(text);
    fuzz::require(strategy.dialect != nullptr, "a dialect is found");
    for (const query::StrategyLine& line : strategy.lines) {
      if (line.error) fuzz::require(!line.error->sentence.empty(), "an error has a sentence");
      for (const std::size_t before : line.refers_to)
        fuzz::require(before < strategy.lines.size(), "a line refers to lines");
    }
    return query::as_query(strategy);
  });
  return 0;
}
