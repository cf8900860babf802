// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/cochrane/cochrane.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "query/characters.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

constexpr std::string_view kDescriptor = "mesh descriptor";
constexpr std::string_view kHeading = "[mh ";
constexpr std::string_view kExploded = "explode all trees";
constexpr std::string_view kAlone = "this term only";
constexpr std::string_view kQualifiers = " and with qualifier";
constexpr std::size_t kMostDigits = 4;

bool begins_with(std::string_view text, std::string_view form) {
  return base::to_lower_ascii(text.substr(0, form.size())) == form;
}

HeadingForm descriptor(std::string_view text) {
  HeadingForm found;
  const std::string lower = base::to_lower_ascii(text);
  const std::size_t open = lower.find('[');
  const std::size_t close = open == std::string_view::npos ? open : lower.find(']', open);
  const std::size_t exploded = lower.find(kExploded);
  const std::size_t alone = lower.find(kAlone);
  const std::size_t said = std::min(exploded, alone);
  found.explode = alone >= exploded;
  std::size_t name_end = 0;
  if (close != std::string_view::npos && open < said) {
    found.name = text.substr(open + 1, close - open - 1);
    name_end = close + 1;
  } else {
    name_end = std::min(said, text.size());
    found.name = base::trim(text.substr(kDescriptor.size(), name_end - kDescriptor.size()));
    found.name.erase(0, std::min(found.name.find_first_not_of(": "), found.name.size()));
    found.name.erase(found.name.find_last_not_of(", ") + 1);
  }
  found.length = name_end;
  if (said != std::string_view::npos) found.length = said + (found.explode ? kExploded : kAlone).size();
  if (std::string_view(lower).substr(found.length).starts_with(kQualifiers)) {
    found.qualified = true;
    const std::size_t last = lower.find(']', found.length);
    found.length = last == std::string_view::npos ? text.size() : last + 1;
  }
  return found;
}

std::optional<HeadingForm> in_brackets(std::string_view text) {
  const std::size_t close = text.find(']');
  if (close == std::string_view::npos) return std::nullopt;
  HeadingForm found;
  found.length = close + 1;
  std::string_view name = base::trim(text.substr(4, close - 4));
  if (name.starts_with('^')) {
    found.explode = false;
    name.remove_prefix(1);
  }
  if (const std::size_t slash = name.rfind('/'); slash != std::string_view::npos) {
    found.qualified = true;
    name = name.substr(0, slash);
  }
  found.name = name;
  std::erase(found.name, '"');
  return found;
}

std::optional<std::uint32_t> line_number(std::string_view label) {
  label = base::trim(label);
  if (label.starts_with('#')) label.remove_prefix(1);
  return number_of(label, kMostDigits);
}

std::optional<HeadingForm> heading(std::string_view text) {
  if (begins_with(text, kDescriptor)) return descriptor(text);
  if (begins_with(text, kHeading)) return in_brackets(text);
  return std::nullopt;
}

std::optional<LinesForm> lines(std::string_view text) {
  if (!text.starts_with('{')) return std::nullopt;
  const std::size_t close = text.find('}');
  if (close == std::string_view::npos) return std::nullopt;
  const std::string inner = base::to_lower_ascii(base::trim(text.substr(1, close - 1)));
  LinesForm found;
  found.all = inner.starts_with("and ");
  if (!found.all && !inner.starts_with("or ")) return std::nullopt;
  found.length = close + 1;
  for (const std::string_view part : base::split(std::string_view(inner).substr(found.all ? 4 : 3), ',')) {
    const std::vector<std::string_view> ends = base::split(part, '-');
    const auto first = line_number(ends.front());
    const auto last = line_number(ends.back());
    if (ends.size() > 2 || !first || !last || *first > *last) return std::nullopt;
    for (std::uint32_t number = *first; number <= *last; ++number) found.labels.push_back("#" + std::to_string(number));
  }
  return found;
}

}  // namespace

const BorrowedForms kCochraneForms = {heading, lines};

std::optional<Span> cochrane_sign(const SignPlace& place) {
  constexpr std::size_t kLongestHeading = 40;
  const std::string_view rest = place.text.substr(place.at);
  if (begins_with(rest, kHeading)) {
    const std::size_t close = rest.substr(0, kLongestHeading).find(']');
    if (close != std::string_view::npos) return Span{place.at, place.at + close + 1};
  }
  if (place.begins_word() && begins_with(rest, kDescriptor)) return Span{place.at, place.at + kDescriptor.size()};
  return std::nullopt;
}

}  // namespace trialsift::query
