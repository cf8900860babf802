// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/json/study_json.hpp"

#include <bit>
#include <new>
#include <utility>

#include <simdjson.h>

#include "formats/json/json_repair.hpp"
#include "formats/json/json_splitter.hpp"
#include "formats/values/text_cleaning.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {

namespace dom = simdjson::dom;

static_assert(kJsonPadding >= simdjson::SIMDJSON_PADDING);

/// A Json is a dom::element in words of its own.
struct JsonAccess {
  static dom::element element(const Json& json) { return std::bit_cast<dom::element>(json.place_); }
  static Json json(dom::element element) {
    Json json;
    json.place_ = std::bit_cast<decltype(json.place_)>(element);
    return json;
  }
};

namespace {

/// One a thread: its buffers stay, and a zip of single studies opens a reader for each. A giant's buffers, ten times
/// its size, go again with the next record.
dom::parser& parser_for(std::size_t bytes) {
  constexpr std::size_t kKeptBytes = 8U << 20U;
  thread_local dom::parser parser;
  if (parser.capacity() > kKeptBytes && bytes <= kKeptBytes) parser = dom::parser();
  return parser;
}

template <class Value>
std::optional<Value> value_of(const Json& json) {
  Value value{};
  if (JsonAccess::element(json).get(value) != simdjson::SUCCESS) return std::nullopt;
  return value;
}

}  // namespace

bool Json::is_object() const {
  return JsonAccess::element(*this).is_object();
}

bool Json::is_null() const {
  return JsonAccess::element(*this).is_null();
}

std::optional<std::string_view> Json::string() const {
  return value_of<std::string_view>(*this);
}

std::optional<bool> Json::truth() const {
  return value_of<bool>(*this);
}

std::optional<std::int64_t> Json::integer() const {
  return value_of<std::int64_t>(*this);
}

std::optional<double> Json::number() const {
  return value_of<double>(*this);
}

std::optional<std::vector<Json>> Json::list() const {
  const auto array = value_of<dom::array>(*this);
  if (!array) return std::nullopt;
  std::vector<Json> items;
  items.reserve(array->size());
  for (const dom::element item : *array) items.push_back(JsonAccess::json(item));
  return items;
}

std::optional<std::vector<JsonMember>> Json::members() const {
  const auto object = value_of<dom::object>(*this);
  if (!object) return std::nullopt;
  std::vector<JsonMember> all;
  all.reserve(object->size());
  for (const auto [name, value] : *object) all.push_back({name, JsonAccess::json(value)});
  return all;
}

std::optional<Json> Json::member(std::string_view name) const {
  const auto object = value_of<dom::object>(*this);
  dom::element found;
  if (!object || object->at_key(name).get(found) != simdjson::SUCCESS) return std::nullopt;
  return JsonAccess::json(found);
}

std::string_view parse_json(std::string_view text, Json& root) {
  dom::element element;
  auto error = parser_for(text.size()).parse(text.data(), text.size(), false).get(element);
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();
  if (error != simdjson::SUCCESS) {
    const std::string repaired = repair_json(text);
    error = parser_for(repaired.size()).parse(repaired).get(element);
  }
  if (error != simdjson::SUCCESS) return simdjson::error_message(error);
  root = JsonAccess::json(element);
  return {};
}

std::string raw_text(Json element) {
  if (const auto text = element.string()) return std::string(base::trim(*text));
  const dom::element value = JsonAccess::element(element);
  return value.is_number() ? simdjson::minify(value) : std::string();
}

std::vector<std::string> raw_texts(Json element) {
  std::vector<std::string> texts;
  const auto add = [&texts](Json item) {
    std::string text = raw_text(item);
    if (!text.empty()) texts.push_back(std::move(text));
  };
  if (const auto list = element.list()) {
    for (const Json item : *list) add(item);
  } else {
    add(element);
  }
  return texts;
}

JsonNode::JsonNode(Json element) : object_(element), valid_(element.is_object()) {}

std::optional<Json> JsonNode::get(std::string_view key) const {
  auto found = valid_ ? object_.member(key) : std::nullopt;
  // Some programs put every value into a list of its own (jsonlite of R).
  if (found && JsonAccess::element(*found).is_array()) {
    const auto list = found->list();
    if (list && list->size() == 1) return list->front();
  }
  return found;
}

bool JsonNode::has(std::string_view key) const {
  const auto element = get(key);
  return element && !element->is_null();
}

JsonNode JsonNode::operator[](std::string_view key) const {
  const auto element = get(key);
  return element ? JsonNode(*element) : JsonNode();
}

std::string JsonNode::raw(std::string_view key) const {
  const auto element = get(key);
  return element ? raw_text(*element) : std::string();
}

std::string JsonNode::text(std::string_view key) const {
  const auto element = get(key);
  if (!element) return {};
  const auto text = element->string();
  return text ? clean_text(*text) : raw_text(*element);
}

std::vector<std::string> JsonNode::texts(std::string_view key) const {
  const auto element = get(key);
  if (!element) return {};
  std::vector<std::string> texts = raw_texts(*element);
  for (std::string& text : texts) text = clean_text(text);
  std::erase(texts, std::string());
  return texts;
}

std::vector<JsonNode> JsonNode::nodes(std::string_view key) const {
  std::vector<JsonNode> found;
  const auto element = get(key);
  if (!element) return found;
  for (const Json item : element->list().value_or(std::vector<Json>{*element})) {
    if (const JsonNode node{item}) found.push_back(node);
  }
  return found;
}

std::vector<JsonMember> JsonNode::members() const {
  return valid_ ? object_.members().value_or(std::vector<JsonMember>()) : std::vector<JsonMember>();
}

}  // namespace trialsift::formats
