// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Access to JSON of any shape: what has not the type that is asked for is taken as far as it is usable and otherwise
/// absent. Nothing here throws for what the JSON holds. study_json.cpp alone sees simdjson, whose header takes longer
/// to compile than any reader.
namespace trialsift::formats {

struct JsonMember;

/// A value in a parsed document, which outlives it; cheap to copy. One made by no document is only to be assigned to.
class Json {
 public:
  Json() = default;

  bool is_object() const;
  bool is_null() const;
  std::optional<std::string_view> string() const;
  std::optional<bool> truth() const;
  std::optional<std::int64_t> integer() const;
  std::optional<double> number() const;
  /// The items of a list; nothing where it is none.
  std::optional<std::vector<Json>> list() const;
  /// The members of an object, in its order; nothing where it is none.
  std::optional<std::vector<JsonMember>> members() const;
  /// The first member of that name of an object; nothing where it is none.
  std::optional<Json> member(std::string_view name) const;

 private:
  friend struct JsonAccess;
  std::array<std::uintptr_t, 2> place_{};  ///< what simdjson's own handle of a value holds
};

struct JsonMember {
  std::string_view name;
  Json value;
};

/// Parses JSON, with repair_json() as a second chance. kJsonPadding readable bytes follow `text`. What it gives lives
/// until the thread's next call. Returns what is wrong, or nothing.
std::string_view parse_json(std::string_view text, Json& root);

/// A string as it is; a number as text; else empty.
std::string raw_text(Json element);
/// Those of a list, empty ones left out; a text alone is a list of one.
std::vector<std::string> raw_texts(Json element);

/// The member of an object, as an object; empty where it is none.
class JsonNode {
 public:
  JsonNode() = default;
  explicit JsonNode(Json element);

  explicit operator bool() const { return valid_; }
  JsonNode operator[](std::string_view key) const;
  /// The member of that name; of a list of one its item.
  std::optional<Json> get(std::string_view key) const;
  bool has(std::string_view key) const;

  /// A string as it is; a number as text; else empty.
  std::string raw(std::string_view key) const;
  /// The same, cleaned (text_cleaning.hpp).
  std::string text(std::string_view key) const;
  /// A list's strings, cleaned, empty ones left out; a string alone is a list of one.
  std::vector<std::string> texts(std::string_view key) const;
  /// The objects of a list; an object alone is a list of one.
  std::vector<JsonNode> nodes(std::string_view key) const;
  std::vector<JsonMember> members() const;

 private:
  Json object_;
  bool valid_ = false;
};

}  // namespace trialsift::formats
