// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json/study_json.hpp"

#include <utility>

#include "formats/values/text_cleaning.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {

std::string raw_text(Json element) {
  std::string_view text;
  if (element.get(text) == simdjson::SUCCESS) return std::string(base::trim(text));
  return element.is_number() ? simdjson::minify(element) : std::string();
}

std::vector<std::string> raw_texts(Json element) {
  std::vector<std::string> texts;
  const auto add = [&texts](Json item) {
    std::string text = raw_text(item);
    if (!text.empty()) texts.push_back(std::move(text));
  };
  simdjson::dom::array list;
  if (element.get(list) != simdjson::SUCCESS) {
    add(element);
  } else {
    for (const Json item : list) add(item);
  }
  return texts;
}

bool JsonNode::get(std::string_view key, Json& element) const {
  return valid_ && object_.at_key(key).get(element) == simdjson::SUCCESS;
}

bool JsonNode::has(std::string_view key) const {
  Json element;
  return get(key, element) && !element.is_null();
}

JsonNode JsonNode::operator[](std::string_view key) const {
  Json element;
  return get(key, element) ? JsonNode(element) : JsonNode();
}

std::string JsonNode::raw(std::string_view key) const {
  Json element;
  return get(key, element) ? raw_text(element) : std::string();
}

std::string JsonNode::text(std::string_view key) const {
  Json element;
  if (!get(key, element)) return {};
  std::string_view text;
  return element.get(text) == simdjson::SUCCESS ? clean_text(text) : raw_text(element);
}

std::vector<std::string> JsonNode::texts(std::string_view key) const {
  Json element;
  if (!get(key, element)) return {};
  std::vector<std::string> texts = raw_texts(element);
  for (std::string& text : texts) text = clean_text(text);
  std::erase(texts, std::string());
  return texts;
}

}  // namespace trialsift::formats
