// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/absences.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "store/record_bytes.hpp"

namespace trialsift::store {
namespace {

constexpr std::string_view kMagic = "tsAbsen1";

}  // namespace

bool Absence::is_same_news(const Absence& other) const {
  return kind == Kind::kRejected && other.kind == kind && reason == other.reason && where.file == other.where.file &&
         where.line == other.where.line && where.offset == other.where.offset;
}

Absences::Absences(const base::Path& path) {
  const std::string bytes = base::read_file(path);
  std::string_view in = bytes;
  const auto text = [&in] { return std::string(take_bytes(in)); };
  try {
    if (!in.starts_with(kMagic)) corrupt_record();
    in.remove_prefix(kMagic.size());
    forgotten_ = take_number(in);
    while (!in.empty()) {
      std::string id = text();
      Absence absence;
      absence.kind = take_number(in) == 0 ? Absence::Kind::kRejected : Absence::Kind::kRemoved;
      absence.reason = text();
      absence.where.file = text();
      absence.where.line = take_number(in);
      absence.where.offset = take_number(in);
      absence.where.id = id;
      absence.run = take_number(in);
      absence.date = text();
      by_id_.emplace(std::move(id), std::move(absence));
    }
  } catch (const base::Error&) {
    throw base::Error(base::ErrorCode::kIndexCorrupt, path.string() + " is damaged");
  }
}

const Absence* Absences::find(const model::TrialId& id) const {
  const auto known = by_id_.find(id.text());
  return known == by_id_.end() ? nullptr : &known->second;
}

bool Absences::add(const std::string& id, Absence absence) {
  const auto [place, is_new] = by_id_.try_emplace(id);
  if (!is_new && place->second.is_same_news(absence)) return false;
  place->second = std::move(absence);
  return true;
}

bool Absences::remove(const std::string& id) {
  return by_id_.erase(id) > 0;
}

void Absences::forget_most() {
  if (by_id_.size() <= kMost) return;
  std::vector<std::pair<std::uint64_t, std::string_view>> order;  // the latest run, then the first id, first
  for (const auto& [id, absence] : by_id_) order.emplace_back(~absence.run, id);
  std::sort(order.begin(), order.end());
  forgotten_ += order.size() - kMost;
  for (std::size_t i = kMost; i < order.size(); ++i) by_id_.erase(by_id_.find(order[i].second));
}

void Absences::write(const base::Path& path) const {
  std::string bytes(kMagic);
  const auto put = [&bytes](const std::string& text) {
    put_number(bytes, text.size());
    bytes += text;
  };
  put_number(bytes, forgotten_);
  for (const auto& [id, absence] : by_id_) {
    put(id);
    put_number(bytes, absence.kind == Absence::Kind::kRejected ? 0 : 1);
    put(absence.reason);
    put(absence.where.file);
    put_number(bytes, absence.where.line);
    put_number(bytes, absence.where.offset);
    put_number(bytes, absence.run);
    put(absence.date);
  }
  base::FileWriter file(path);
  file.write(bytes);
  file.close();
}

}  // namespace trialsift::store
