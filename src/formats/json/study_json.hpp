// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

/// Access to JSON of any shape: what has not the type that is asked for is taken as far as it is usable and otherwise
/// absent. Nothing here throws for what the JSON holds.
namespace trialsift::formats {

using Json = simdjson::dom::element;
using JsonObject = simdjson::dom::object;

/// The member of an object, as an object; empty where it is none.
class JsonNode {
 public:
  JsonNode() = default;
  explicit JsonNode(Json element) { valid_ = element.get(object_) == simdjson::SUCCESS; }

  explicit operator bool() const { return valid_; }
  JsonNode operator[](std::string_view key) const;
  bool get(std::string_view key, Json& element) const;
  bool has(std::string_view key) const;

  /// A string as it is; a number as text; else empty.
  std::string raw(std::string_view key) const;
  /// The same, cleaned (text_cleaning.hpp).
  std::string text(std::string_view key) const;
  /// A list's strings, cleaned, empty ones left out; a string alone is a list of one.
  std::vector<std::string> texts(std::string_view key) const;

  /// Calls visit(JsonNode) for each object of a list; an object alone is a list of one.
  template <class Visitor>
  void each(std::string_view key, Visitor&& visit) const {
    Json element;
    if (!get(key, element)) return;
    simdjson::dom::array list;
    if (element.get(list) != simdjson::SUCCESS) {
      if (const JsonNode node{element}) visit(node);
      return;
    }
    for (const Json item : list) {
      if (const JsonNode node{item}) visit(node);
    }
  }

  /// Calls visit(std::string_view, Json) for each member.
  template <class Visitor>
  void each_member(Visitor&& visit) const {
    if (!valid_) return;
    for (const auto [key, value] : object_) visit(key, value);
  }

 private:
  JsonObject object_;
  bool valid_ = false;
};

/// A string as it is; a number as text; else empty.
std::string raw_text(Json element);
/// Those of a list, empty ones left out; a text alone is a list of one.
std::vector<std::string> raw_texts(Json element);

}  // namespace trialsift::formats
