// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/eval/judgements.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <set>
#include <utility>

#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::eval {
namespace {

using base::Error;
using base::ErrorCode;

constexpr std::string_view kBlanks = " \t\r\v\f";

std::vector<std::string_view> columns(std::string_view line) {
  std::vector<std::string_view> found;
  for (std::size_t at = line.find_first_not_of(kBlanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(line.find_first_of(kBlanks, at), line.size());
    found.push_back(line.substr(at, end - at));
    at = line.find_first_not_of(kBlanks, end);
  }
  return found;
}

/// Calls row(number, columns) for each line that holds anything.
template <class Row>
void for_each_row(std::string_view text, Row&& row) {
  std::size_t number = 0;
  for (const std::string_view line : base::split(text, '\n')) {
    ++number;
    const std::vector<std::string_view> cells = columns(line);
    if (!cells.empty()) row(number, cells);
  }
}

[[noreturn]] void refuse(const std::string& name, std::size_t line, const std::string& why, std::string_view form) {
  throw Error(ErrorCode::kInputUnreadable, name + ", line " + std::to_string(line) + ": " + why,
              "each line reads: " + std::string(form), {name, line, 0, {}});
}

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// In any locale: the point is a point.
std::optional<double> decimal_number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

}  // namespace

Judgements read_judgements(std::string_view text, const std::string& name) {
  constexpr std::string_view kForm = "topic iteration document level";
  constexpr std::size_t kColumns = 4;
  Judgements judgements;
  std::map<std::string, std::size_t, std::less<>> places;
  for_each_row(text, [&](std::size_t line, const std::vector<std::string_view>& cells) {
    if (cells.size() != kColumns) refuse(name, line, "this is no judgement", kForm);
    const std::optional<int> level = whole_number(cells[3]);
    if (!level) refuse(name, line, "\"" + std::string(cells[3]) + "\" is no level of relevance", kForm);
    const auto [place, is_new] = places.try_emplace(std::string(cells[0]), judgements.topics.size());
    if (is_new) judgements.topics.push_back({place->first, {}});
    if (!judgements.topics[place->second].levels.try_emplace(std::string(cells[2]), *level).second) {
      refuse(name, line, std::string(cells[2]) + " is judged twice for topic " + place->first, kForm);
    }
  });
  return judgements;
}

Run read_run(std::string_view text, const std::string& name) {
  constexpr std::string_view kForm = "topic Q0 document rank score tag";
  constexpr std::size_t kColumns = 6;
  struct Result {
    float score;
    std::string document;
  };
  std::map<std::string, std::vector<Result>, std::less<>> results;
  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> seen;
  for_each_row(text, [&](std::size_t line, const std::vector<std::string_view>& cells) {
    if (cells.size() != kColumns) refuse(name, line, "this is no result of a run", kForm);
    const std::optional<double> score = decimal_number(cells[4]);
    if (!score) refuse(name, line, "\"" + std::string(cells[4]) + "\" is no score", kForm);
    const std::string topic(cells[0]);
    if (!seen[topic].insert(std::string(cells[2])).second) {
      refuse(name, line, std::string(cells[2]) + " stands twice in topic " + topic, kForm);
    }
    results[topic].push_back({static_cast<float>(*score), std::string(cells[2])});
  });
  Run run;
  for (auto& [topic, found] : results) {
    std::sort(found.begin(), found.end(), [](const Result& a, const Result& b) {
      return a.score != b.score ? a.score > b.score : a.document > b.document;
    });
    std::vector<std::string>& documents = run.topics[topic];
    for (Result& result : found) documents.push_back(std::move(result.document));
  }
  return run;
}

}  // namespace trialsift::eval
