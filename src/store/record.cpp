// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/record.hpp"

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "trialsift/base/error.hpp"
#include "trialsift/base/file.hpp"

namespace trialsift::store {
namespace {

[[noreturn]] void corrupt() {
  throw base::Error(base::ErrorCode::kIndexCorrupt, "a stored record cannot be read");
}

void put_number(std::string& out, std::uint64_t value) {
  while (value >= 0x80) {
    out.push_back(static_cast<char>(static_cast<unsigned char>(value | 0x80U)));
    value >>= 7U;
  }
  out.push_back(static_cast<char>(static_cast<unsigned char>(value)));
}

std::uint64_t take_number(std::string_view& in) {
  std::uint64_t value = 0;
  for (unsigned shift = 0; shift < 64; shift += 7) {
    if (in.empty()) corrupt();
    const auto byte = static_cast<unsigned char>(in.front());
    in.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7FU) << shift;
    if (byte < 0x80) return value;
  }
  corrupt();
}

std::string_view take_bytes(std::string_view& in) {
  const std::uint64_t size = take_number(in);
  if (size > in.size()) corrupt();
  const std::string_view bytes = in.substr(0, size);
  in.remove_prefix(size);
  return bytes;
}

/// The members of the nested structures, in their stored order.
template <class T, class F>
void parts(T& value, F&& each) {
  using Plain = std::remove_const_t<T>;
  if constexpr (std::is_same_v<Plain, model::Intervention>) {
    each(value.type);
    each(value.name);
    each(value.description);
    each(value.other_names);
  } else if constexpr (std::is_same_v<Plain, model::Arm>) {
    each(value.label);
    each(value.description);
  } else if constexpr (std::is_same_v<Plain, model::Outcome>) {
    each(value.kind);
    each(value.measure);
    each(value.description);
    each(value.time_frame);
  } else {
    static_assert(std::is_same_v<Plain, model::Location>);
    each(value.facility);
    each(value.city);
    each(value.country);
  }
}

template <class T>
concept Structure = std::is_same_v<T, model::Intervention> || std::is_same_v<T, model::Arm> ||
    std::is_same_v<T, model::Outcome> || std::is_same_v<T, model::Location>;

template <Structure T>
void put(std::string& out, const T& value);
template <Structure T>
void take(std::string_view& in, T& value);

void put(std::string& out, const std::string& text) {
  put_number(out, text.size());
  out += text;
}
void take(std::string_view& in, std::string& text) {
  text = take_bytes(in);
}

template <class T>
void put(std::string& out, const std::vector<T>& values) {
  put_number(out, values.size());
  for (const T& value : values) put(out, value);
}
template <class T>
void take(std::string_view& in, std::vector<T>& values) {
  const std::uint64_t count = take_number(in);
  if (count > in.size()) corrupt();
  values.resize(count);
  for (T& value : values) take(in, value);
}

template <Structure T>
void put(std::string& out, const T& value) {
  parts(value, [&out](const auto& part) { put(out, part); });
}
template <Structure T>
void take(std::string_view& in, T& value) {
  parts(value, [&in](auto& part) { take(in, part); });
}

void put(std::string& out, const std::optional<std::int64_t>& number) {
  put_number(out, static_cast<std::uint64_t>(number.value_or(0)));
}
void take(std::string_view& in, std::optional<std::int64_t>& number) {
  number = static_cast<std::int64_t>(take_number(in));
}

void put(std::string& out, const model::PartialDate& date) {
  put(out, date.text());
}
void take(std::string_view& in, model::PartialDate& date) {
  const std::optional<model::PartialDate> parsed = model::PartialDate::parse(take_bytes(in));
  if (!parsed) corrupt();
  date = *parsed;
}

bool is_empty(const std::optional<std::int64_t>& number) {
  return !number.has_value();
}
template <class T>
bool is_empty(const T& value) {
  return value.empty();
}

}  // namespace

std::string encode(const model::Trial& trial) {
  std::string out;
  put(out, trial.id.text());
  std::string member;
  model::for_each_member(trial, [&out, &member](unsigned tag, std::string_view, const auto& value) {
    if (is_empty(value) || tag == model::kAsOfTag) return;
    member.clear();
    put(member, value);
    put_number(out, tag);
    put(out, member);
  });
  return out;
}

std::uint64_t content_hash(const model::Trial& trial) {
  return base::hash64(encode(trial));
}

model::Trial decode(std::string_view bytes) {
  model::Trial trial;
  const std::optional<model::TrialId> id = model::TrialId::parse(take_bytes(bytes));
  if (!id) corrupt();
  trial.id = *id;
  while (!bytes.empty()) {
    const std::uint64_t wanted = take_number(bytes);
    std::string_view member = take_bytes(bytes);
    model::for_each_member(trial, [wanted, &member](unsigned tag, std::string_view, auto& value) {
      if (tag != wanted) return;
      take(member, value);
      if (!member.empty()) corrupt();
    });
  }
  return trial;
}

}  // namespace trialsift::store
