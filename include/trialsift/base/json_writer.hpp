// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace trialsift::base {

/// Writes one JSON text in one line; keys keep the order in which they are written. Strings must be UTF-8 (ill-formed
/// bytes become U+FFFD). The caller balances begin and end; not thread-safe.
class JsonWriter {
 public:
  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);

  JsonWriter& value(std::string_view text);
  JsonWriter& value(const char* text) { return value(std::string_view(text)); }
  JsonWriter& value(bool truth);
  JsonWriter& value(std::integral auto number) {
    if constexpr (std::is_signed_v<decltype(number)>) return integer(static_cast<std::int64_t>(number));
    return natural(static_cast<std::uint64_t>(number));
  }
  /// With `decimals` (at most 100) digits after the point, never in exponent form; null if it is not finite.
  JsonWriter& value(double number, int decimals);
  JsonWriter& null();

  template <class T>
  JsonWriter& member(std::string_view name, const T& v) {
    return key(name).value(v);
  }
  JsonWriter& strings(std::string_view name, const std::vector<std::string>& values);

  const std::string& text() const { return out_; }

 private:
  JsonWriter& integer(std::int64_t number);
  JsonWriter& natural(std::uint64_t number);
  void separate();

  std::string out_;
  bool fresh_ = true;  ///< no comma is due before the next key or value
};

}  // namespace trialsift::base
