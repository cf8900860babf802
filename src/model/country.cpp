// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/country.hpp"

#include <algorithm>
#include <cstddef>

#include "model/value_readers.hpp"
#include "model/written_text.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

/// A name without the number of its sites, ":12" or "(12)", and marks at its ends.
std::string_view without_count(std::string_view name) {
  constexpr std::string_view kMarks = " .,:;-*\"'";
  name = base::trim(name);
  std::string_view rest = name;
  if (rest.ends_with(')')) rest.remove_suffix(1);
  const std::size_t digits = rest.size();
  while (!rest.empty() && base::is_digit(rest.back())) rest.remove_suffix(1);
  if (rest.size() < digits) {
    while (!rest.empty() && rest.back() == ' ') rest.remove_suffix(1);
    const bool counted = rest.ends_with(':') || (rest.ends_with('(') && name.ends_with(')')) || rest.ends_with('=');
    if (counted) name = rest.substr(0, rest.size() - 1);
  }
  while (!name.empty() && kMarks.find(name.back()) != std::string_view::npos) name.remove_suffix(1);
  while (!name.empty() && kMarks.find(name.front()) != std::string_view::npos) name.remove_prefix(1);
  return name;
}

bool is_country(std::string_view name) {
  return kCountries.find(name) != nullptr;
}

void add(std::vector<std::string>& names, std::string_view name) {
  std::string text = base::collapse_space(name);
  // No text has more countries than the world; a longer list is not looked through for each more.
  constexpr std::size_t kLookedThrough = 300;
  const bool known = names.size() < kLookedThrough && std::find(names.begin(), names.end(), text) != names.end();
  if (!text.empty() && !known) names.push_back(std::move(text));
}

/// Names between `separators`, as long as can be where the separator is part of a name. Nothing if none of them is
/// known: the text is one name then.
bool add_parted(std::vector<std::string>& names, std::string_view text, char separator) {
  const std::vector<std::string_view> parts = base::split(text, separator);
  std::vector<std::string> found;
  bool known = false;
  for (std::size_t at = 0; at < parts.size();) {
    constexpr std::size_t kPartsOfName = 4;
    std::size_t end = std::min(parts.size(), at + kPartsOfName);
    const auto joined = [&] {
      const char* const from = parts[at].data();
      return without_count({from, static_cast<std::size_t>(parts[end - 1].data() + parts[end - 1].size() - from)});
    };
    while (end > at + 1 && !is_country(joined())) --end;
    known = known || is_country(joined());
    add(found, joined());
    at = end;
  }
  if (!known) return false;
  for (const std::string& name : found) add(names, name);
  return true;
}

}  // namespace

Written read_country(const Vocabulary& vocabulary, std::string_view text) {
  const std::string_view name = without_count(text);
  if (const Spelled whole = spelled(vocabulary, name); whole.known()) return whole.written();
  constexpr std::string_view kAgency = " - ";  // "Spain - AEMPS"
  if (const std::size_t dash = name.find(kAgency); dash != std::string_view::npos) {
    if (const Spelled before = spelled(vocabulary, name.substr(0, dash)); before.row != nullptr)
      return before.written();
  }
  constexpr std::size_t kBytesMax = 100;
  std::string key = folded_key(name);
  if (key.empty() || key.size() > kBytesMax) return key.empty() ? Written() : Written::unknown();
  return {Written::Says::kOther, {std::move(key)}};
}

std::vector<std::string> country_names(std::string_view text) {
  std::vector<std::string> names;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(";|\n"), text.size());
    const std::string_view part = without_count(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (is_country(part)) {
      add(names, part);
      continue;
    }
    const bool parted = (part.find(',') != std::string_view::npos && add_parted(names, part, ',')) ||
                        (part.find('/') != std::string_view::npos && add_parted(names, part, '/'));
    if (!parted) add(names, part);
  }
  return names;
}

std::string country_key(std::string_view name) {
  Written read = kCountries.read(name);
  return read.keys.empty() ? folded_key(name) : std::move(read.keys.front());
}

}  // namespace trialsift::model
