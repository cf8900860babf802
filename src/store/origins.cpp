// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/origins.hpp"

#include "store/record_bytes.hpp"
#include "trialsift/base/error.hpp"

namespace trialsift::store {
namespace {

constexpr std::string_view kMagic = "tsOrign1";
/// No file's name has it.
constexpr char kIdMark = '\0';

}  // namespace

std::string Origin::file_of(const model::TrialId& id) const {
  std::string name;
  for (const char c : file) {
    if (c == kIdMark) {
      name += id.text();
    } else {
      name.push_back(c);
    }
  }
  return name;
}

std::string origin_file(std::string_view file, const model::TrialId& id) {
  const std::string text = id.text();
  std::string name;
  for (std::size_t at = file.find(text); at != std::string_view::npos; at = file.find(text)) {
    name.append(file.substr(0, at)).push_back(kIdMark);
    file.remove_prefix(at + text.size());
  }
  return name.append(file);
}

OriginTable::OriginTable() {
  add({});
}

OriginTable::OriginTable(const base::Path& path) {
  const std::string bytes = base::read_file(path);
  std::string_view in = bytes;
  const auto text = [&in] { return std::string(take_bytes(in)); };
  const auto members = [&in] { return model::MemberSet::of_bits(take_number(in)); };
  try {
    if (!in.starts_with(kMagic)) corrupt_record();
    in.remove_prefix(kMagic.size());
    add({});
    while (!in.empty()) {
      Origin origin;
      origin.file = text();
      origin.format = text();
      origin.register_name = text();
      origin.platform = text();
      origin.coverage.speaks = members();
      origin.coverage.fills = members();
      add(origin);
    }
  } catch (const base::Error&) {
    throw base::Error(base::ErrorCode::kIndexCorrupt, path.string() + " is damaged");
  }
}

std::uint32_t OriginTable::add(const Origin& origin) {
  const auto number = static_cast<std::uint32_t>(origins_.size());
  const auto [known, is_new] = numbers_.emplace(origin, number);
  if (is_new) origins_.push_back(origin);
  return known->second;
}

const Origin& OriginTable::intern(const Origin& origin) {
  const std::lock_guard lock(mutex_);
  return origins_[add(origin)];
}

std::uint32_t OriginTable::number_of(const Origin& origin) {
  const std::lock_guard lock(mutex_);
  return add(origin);
}

const Origin* OriginTable::find(std::uint32_t number) const {
  const std::lock_guard lock(mutex_);
  return number < origins_.size() ? &origins_[number] : nullptr;
}

std::size_t OriginTable::size() const {
  const std::lock_guard lock(mutex_);
  return origins_.size();
}

void OriginTable::write(const base::Path& path) const {
  std::string bytes(kMagic);
  const auto put = [&bytes](const std::string& text) {
    put_number(bytes, text.size());
    bytes += text;
  };
  const std::lock_guard lock(mutex_);
  for (std::size_t i = 1; i < origins_.size(); ++i) {
    const Origin& origin = origins_[i];
    put(origin.file);
    put(origin.format);
    put(origin.register_name);
    put(origin.platform);
    put_number(bytes, origin.coverage.speaks.bits());
    put_number(bytes, origin.coverage.fills.bits());
  }
  base::FileWriter file(path);
  file.write(bytes);
  file.close();
}

}  // namespace trialsift::store
