// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/facet_rows.hpp"

#include <algorithm>
#include <array>

#include "render/citation.hpp"
#include "render/layout.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::render {
namespace {

/// A histogram's rows; earlier years come together in the first.
constexpr int kMostYears = 40;
constexpr std::size_t kWidestLabel = 36;
constexpr std::size_t kWidestBar = 40;
constexpr std::string_view kNotGiven = "(not given)";

std::string capital(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

void add_years(const search::Facet& facet, FacetRows& out) {
  if (facet.values.empty()) return;
  const int last = std::stoi(facet.values.back().value);
  const int first = std::max(std::stoi(facet.values.front().value), last - kMostYears + 1);
  FacetRow early{"before " + std::to_string(first), "", 0};
  for (const search::FacetValue& value : facet.values) {
    if (std::stoi(value.value) < first) early.count += value.count;
  }
  if (early.count > 0) out.rows.push_back(early);
  for (int year = first; year <= last; ++year) out.rows.push_back({std::to_string(year), std::to_string(year), 0});
  for (const search::FacetValue& value : facet.values) {
    for (FacetRow& row : out.rows) {
      if (row.value == value.value) row.count = value.count;
    }
  }
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t used = columns(text);
  return used < width ? text + std::string(width - used, ' ') : text;
}

/// A bar of eighths of a column; a count above none shows.
std::string bar(std::uint64_t count, std::uint64_t highest, std::size_t width) {
  constexpr std::array kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  if (count == 0 || highest == 0) return {};
  const std::uint64_t eighths = std::max<std::uint64_t>(1, count * width * kEighths.size() / highest);
  std::string text;
  for (std::uint64_t i = 0; i < eighths / kEighths.size(); ++i) text += "█";
  return text + kEighths.at(eighths % kEighths.size());
}

}  // namespace

FacetRows facet_rows(const search::Facet& facet, std::size_t most) {
  FacetRows out;
  out.title = capital(facet.field);
  const schema::Field* field = schema::find_field(facet.field);
  if (field != nullptr && field->kind == schema::Kind::kDate) {
    out.title += ", by year";
    add_years(facet, out);
  } else {
    for (const search::FacetValue& value : facet.values) {
      if (out.rows.size() == most) break;
      const bool listed = field != nullptr && field->vocabulary != nullptr;
      const std::string_view label = listed ? field->vocabulary->label_of(value.value) : value.value;
      out.rows.push_back({one_line(label), value.value, value.count});
    }
    out.left_out = facet.values.size() - out.rows.size();
  }
  out.missing = facet.missing;
  return out;
}

std::string facet_text(const search::Facet& facet, const Style& style) {
  constexpr std::size_t kMostRows = 12;
  const FacetRows facts = facet_rows(facet, kMostRows);
  std::string out = painted(facts.title, Ink::kBold, style) + "\n";
  std::size_t label_width = facts.missing > 0 ? columns(kNotGiven) : 0;
  std::uint64_t highest = 0;
  for (const FacetRow& row : facts.rows) {
    label_width = std::max(label_width, std::min(columns(row.label), kWidestLabel));
    highest = std::max(highest, row.count);
  }
  const std::size_t count_width = std::to_string(std::max(highest, facts.missing)).size();
  const std::size_t used = 2 + label_width + 2 + count_width + 2;
  const std::size_t room = style.width == 0 ? kWidestBar : style.width - std::min(style.width, used);
  const auto line = [&](std::string_view label, std::uint64_t count) {
    const std::string number = std::to_string(count);
    return "  " + padded(shortened(label, label_width), label_width) + "  " +
           std::string(count_width - number.size(), ' ') + number;
  };
  for (const FacetRow& row : facts.rows) {
    out += line(row.label, row.count);
    if (style.bars && row.count > 0) out += "  " + bar(row.count, highest, std::min(room, kWidestBar));
    out += "\n";
  }
  if (facts.left_out > 0) out += "  and " + std::to_string(facts.left_out) + " more\n";
  if (facts.missing > 0) out += line(kNotGiven, facts.missing) + "\n";
  return out;
}

}  // namespace trialsift::render
