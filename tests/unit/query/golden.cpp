// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/query/dialects.hpp"

// tests/query/*.q: cases parted by blank lines. A case is a query and what comes of it: "=> tree", "!! code" for each
// warning, or "xx offset: sentence" for an error, "?? hint" below it where the hint matters. # at column 0 begins a
// comment. What stands before the first - or . of a file's name is its dialect if there is one of that name, else the
// queries are native.

namespace {

using namespace trialsift;

struct Case {
  std::string place;
  std::string query;
  std::vector<std::string> lines;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::ifstream file(path);
  REQUIRE(file.is_open());
  std::vector<Case> cases;
  bool open = false;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line.starts_with("#")) continue;
    if (line.empty()) {
      open = false;
    } else if (open) {
      cases.back().lines.push_back(line);
    } else {
      cases.push_back({path.filename().string() + ":" + std::to_string(number), line, {}});
      open = true;
    }
  }
  return cases;
}

const query::Dialect& dialect_of(const std::string& file) {
  const query::Dialect* dialect = query::find_dialect(file.substr(0, file.find_first_of("-.")));
  return dialect != nullptr ? *dialect : *query::find_dialect("native");
}

std::vector<std::string> outcome(const Case& c) {
  const auto wants_hint = [](const std::string& line) { return line.starts_with("?? "); };
  try {
    const query::Query query = dialect_of(c.place).parse(c.query, {}, {});
    std::vector<std::string> lines = {"=> " + query::to_string(query.root)};
    for (const query::Warning& warning : query.warnings) lines.push_back("!! " + warning.code);
    return lines;
  } catch (const base::Error& error) {
    CHECK(error.code() == base::ErrorCode::kQuerySyntax);
    std::vector<std::string> lines = {"xx " + std::to_string(error.where().offset) + ": " + error.what()};
    if (std::any_of(c.lines.begin(), c.lines.end(), wants_hint)) lines.push_back("?? " + error.hint());
    return lines;
  }
}

}  // namespace

TEST_CASE("every dialect reads as its golden files say") {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(TRIALSIFT_SOURCE_DIR "/tests/query")) {
    if (entry.path().extension() != ".q") continue;
    for (const Case& c : read_cases(entry.path())) {
      ++count;
      INFO(c.place << ": " << c.query);
      CHECK(outcome(c) == c.lines);
    }
  }
  CHECK(count >= 300);
}
