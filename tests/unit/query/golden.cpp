// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/catch.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/query/dialects.hpp"

// tests/query/*.q: cases parted by blank lines. A case is a query and what comes of it: "=> tree", "!! code" for each
// warning ("!! code*" if it changes the result), or "xx offset: sentence" for an error, "?? hint" below it where the
// hint matters. "# " at column 0 begins a comment. "@ovid" names the dialect of what follows (native at first), "@ovid
// 9" has nine lines of a strategy, 1 to 9, before each query and three behind it; "@ovid mapped" reads publication
// types and dates of citations as what registry records have.

namespace {

using namespace trialsift;

struct Case {
  std::string place;
  std::string dialect = "native";
  std::size_t lines_before = 0;
  bool in_strategy = false;
  bool mapped = false;
  std::string query;
  std::vector<std::string> lines;
};

std::vector<Case> read_cases(const std::filesystem::path& path) {
  std::ifstream file(path);
  REQUIRE(file.is_open());
  std::vector<Case> cases;
  Case setting;
  bool open = false;
  std::string line;
  for (int number = 1; std::getline(file, line); ++number) {
    if (line == "#" || line.starts_with("# ")) continue;
    if (line.starts_with("@")) {
      const std::size_t blank = std::min(line.find(' '), line.size());
      const std::string rest = line.substr(std::min(blank + 1, line.size()));
      setting = Case();
      setting.dialect = line.substr(1, blank - 1);
      setting.mapped = rest == "mapped";
      setting.in_strategy = !rest.empty() && !setting.mapped;
      if (setting.in_strategy) setting.lines_before = std::stoul(rest);
    } else if (line.empty()) {
      open = false;
    } else if (open) {
      cases.back().lines.push_back(line);
    } else {
      cases.push_back(setting);
      cases.back().place = path.filename().string() + ":" + std::to_string(number);
      cases.back().query = line;
      open = true;
    }
  }
  return cases;
}

query::Query parse(const Case& c) {
  const query::Dialect* dialect = query::find_dialect(c.dialect);
  REQUIRE(dialect != nullptr);
  query::References references;
  if (c.in_strategy) {
    references.line = c.lines_before;
    references.lines = c.lines_before + 4;
    references.find = [&references](std::string_view label) -> std::optional<std::size_t> {
      for (std::size_t i = 0; i < references.lines; ++i) {
        if (label == std::to_string(i + 1)) return i;
      }
      return std::nullopt;
    };
  }
  return dialect->parse(c.query, references, {c.mapped, c.mapped});
}

std::vector<std::string> outcome(const Case& c) {
  const auto wants_hint = [](const std::string& line) { return line.starts_with("?? "); };
  try {
    const query::Query query = parse(c);
    std::vector<std::string> lines = {"=> " + query::to_string(query.root)};
    for (const query::Warning& warning : query.warnings) {
      lines.push_back("!! " + warning.code + (warning.result_changing ? "*" : ""));
    }
    return lines;
  } catch (const base::Error& error) {
    CHECK(error.code() == base::ErrorCode::kQuerySyntax);
    std::vector<std::string> lines = {"xx " + std::to_string(error.where().offset) + ": " + error.what()};
    if (std::any_of(c.lines.begin(), c.lines.end(), wants_hint)) lines.push_back("?? " + error.hint());
    return lines;
  }
}

}  // namespace

TEST_CASE("the query languages read as their golden files say") {
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::directory_iterator(TRIALSIFT_SOURCE_DIR "/tests/query")) {
    if (entry.path().extension() != ".q") continue;
    for (const Case& c : read_cases(entry.path())) {
      ++count;
      INFO(c.place << ": " << c.query);
      CHECK(outcome(c) == c.lines);
    }
  }
  CHECK(count >= 900);
}
