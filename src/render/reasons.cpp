// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstdio>

#include "render/formats.hpp"
#include "render/layout.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::render {
namespace {

/// Of factors, which are there to be compared.
std::string short_number(double value) {
  std::array<char, 32> text{};
  const int size = std::snprintf(text.data(), text.size(), "%.3g", value);
  return {text.data(), static_cast<std::size_t>(size)};
}

std::string factors(const search::ScoreReason& reason) {
  if (reason.title) return "whole query " + short_number(reason.weight) + " x match " + short_number(reason.saturation);
  if (reason.feedback)
    return "feedback " + short_number(reason.weight) + " x frequency " + short_number(reason.saturation);
  std::string text = "rarity " + short_number(reason.rarity);
  if (reason.boost != 1) text += " x boost " + short_number(reason.boost);
  if (reason.share != 1) text += " x says little " + short_number(reason.share);
  return text + " x frequency " + short_number(reason.saturation);
}

std::string places(const search::ScoreReason& reason) {
  return base::joined(reason.places, ", ", [](const search::ScoreReason::Place& place) {
    return place.field + " " + std::to_string(place.count) + "x: " + score_text(place.score);
  });
}

std::string_view source(const search::ScoreReason& reason) {
  return reason.feedback ? "feedback" : reason.title ? "title" : "query";
}

}  // namespace

std::string reasons_text(const std::vector<search::ScoreReason>& reasons, std::size_t indent, const Style& style) {
  std::size_t widest = 0;
  for (const search::ScoreReason& reason : reasons) widest = std::max(widest, score_text(reason.score).size());
  const std::string margin(indent, ' ');
  std::string out;
  for (const search::ScoreReason& reason : reasons) {
    const std::string score = score_text(reason.score);
    const std::string line = std::string(widest - score.size(), ' ') + score + "  " + (reason.feedback ? "+" : "") +
                             base::printable(reason.text) + " = " + factors(reason) +
                             (reason.places.empty() ? "" : " (" + places(reason) + ")");
    out += margin + wrapped(line, {}, indent + widest + 2, Ink::kPlain, style) + "\n";
  }
  return out;
}

void write_reasons(base::JsonWriter& json, const std::vector<search::ScoreReason>& reasons) {
  constexpr int kDecimals = 6;
  json.key("reasons").begin_array();
  for (const search::ScoreReason& reason : reasons) {
    json.begin_object().member("text", reason.text).member("source", source(reason));
    json.key("score").value(reason.score, kDecimals).key("weight").value(reason.weight, kDecimals);
    if (!reason.feedback && !reason.title) {
      json.key("boost").value(reason.boost, kDecimals).key("share").value(reason.share, kDecimals);
      json.key("rarity").value(reason.rarity, kDecimals);
    }
    json.key("saturation").value(reason.saturation, kDecimals).key("fields").begin_array();
    for (const search::ScoreReason::Place& place : reason.places) {
      json.begin_object().member("field", place.field).member("count", place.count);
      json.key("score").value(place.score, kDecimals).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
}

}  // namespace trialsift::render
