// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/record.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "store/record_bytes.hpp"
#include "store/record_members.hpp"
#include "trialsift/base/file.hpp"

namespace trialsift::store {
namespace {

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
    each(value.type);
    each(value.interventions);
  } else if constexpr (std::is_same_v<Plain, model::Outcome>) {
    each(value.kind);
    each(value.measure);
    each(value.description);
    each(value.time_frame);
  } else if constexpr (std::is_same_v<Plain, model::Contact>) {
    each(value.role);
    each(value.name);
    each(value.affiliation);
    each(value.phone);
    each(value.email);
  } else if constexpr (std::is_same_v<Plain, model::Reference>) {
    each(value.type);
    each(value.pmid);
    each(value.citation);
  } else {
    static_assert(std::is_same_v<Plain, model::Location>);
    each(value.facility);
    each(value.city);
    each(value.country);
    each(value.state);
    each(value.zip);
    each(value.status);
    each(value.coordinates);
  }
}

template <class T>
concept Structure =
    std::is_same_v<T, model::Intervention> || std::is_same_v<T, model::Arm> || std::is_same_v<T, model::Outcome> ||
    std::is_same_v<T, model::Location> || std::is_same_v<T, model::Contact> || std::is_same_v<T, model::Reference>;

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
  if (count > in.size()) corrupt_record();
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
  if (!parsed) corrupt_record();
  date = *parsed;
}

}  // namespace

std::string encode(const model::Trial& trial) {
  std::string out;
  put(out, trial.id.text());
  std::string member;
  model::for_each_member(trial, [&out, &member](unsigned tag, std::string_view, const auto& value) {
    if (model::is_empty(value) || tag == model::kAsOfTag) return;
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

std::string encode_member(const model::Trial& trial, unsigned wanted) {
  std::string member;
  model::for_each_member(trial, [&member, wanted](unsigned tag, std::string_view, const auto& value) {
    if (tag == wanted && !model::is_empty(value)) put(member, value);
  });
  return member;
}

void decode_member(std::string_view bytes, unsigned wanted, model::Trial& trial) {
  model::for_each_member(trial, [&bytes, wanted](unsigned tag, std::string_view, auto& value) {
    if (tag != wanted) return;
    value = {};
    if (bytes.empty()) return;
    take(bytes, value);
    if (!bytes.empty()) corrupt_record();
  });
}

void copy_members(const model::Trial& from, model::MemberSet members, model::Trial& to) {
  std::array<const void*, model::member::kAsOf + 1> values{};
  model::for_each_member(from, [&](unsigned tag, std::string_view, const auto& value) { values[tag] = &value; });
  model::for_each_member(to, [&](unsigned tag, std::string_view, auto& value) {
    if (members.contains(tag)) value = *static_cast<const std::remove_reference_t<decltype(value)>*>(values[tag]);
  });
}

model::Trial decode(std::string_view bytes) {
  model::Trial trial;
  const std::optional<model::TrialId> id = model::TrialId::parse(take_bytes(bytes));
  if (!id) corrupt_record();
  trial.id = *id;
  while (!bytes.empty()) {
    const std::uint64_t wanted = take_number(bytes);
    std::string_view member = take_bytes(bytes);
    model::for_each_member(trial, [wanted, &member](unsigned tag, std::string_view, auto& value) {
      if (tag != wanted || tag == model::kAsOfTag) return;
      take(member, value);
      if (!member.empty()) corrupt_record();
    });
  }
  return trial;
}

}  // namespace trialsift::store
