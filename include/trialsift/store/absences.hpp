// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "trialsift/base/error.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/model/trial_id.hpp"

namespace trialsift::store {

/// Why an index does not have a trial, or not its newest record: the last that a run said of its id.
struct Absence {
  enum class Kind { kRejected, kRemoved };

  Kind kind = Kind::kRejected;
  std::string reason;     ///< of a rejection: a slug of formats::Rejected
  base::Place where;      ///< of a rejection
  std::uint64_t run = 0;  ///< the generation that the run made
  std::string date;       ///< of the run, ISO 8601

  /// Told again, a rejection is no news.
  bool is_same_news(const Absence& other) const;
};

/// The ids that runs rejected or removed and that no later run had a good record of: what `trialsift show` answers
/// where a trial is not there. Holds kMost of them, the latest runs' first; of those beyond it knows how many there
/// were.
class Absences {
 public:
  static constexpr std::size_t kMost = 100'000;

  Absences() = default;
  /// Reads a generation's file. Throws Error(kIndexCorrupt) where it cannot be what write() wrote.
  explicit Absences(const base::Path& path);

  const Absence* find(const model::TrialId& id) const;
  std::size_t size() const { return by_id_.size(); }
  std::uint64_t forgotten() const { return forgotten_; }

  /// The same news as before leaves the run and date that it has. True if something has changed.
  bool add(const std::string& id, Absence absence);
  /// True if it was there.
  bool remove(const std::string& id);
  /// Adds to forgotten() what another has forgotten.
  void note_forgotten(std::uint64_t count) { forgotten_ += count; }
  /// Leaves out what is beyond kMost: that of the earliest runs, and of one run the last ids.
  void forget_most();
  template <class Visitor>
  void for_each(Visitor&& visit) const {
    for (const auto& [id, absence] : by_id_) visit(id, absence);
  }

  /// Writes and syncs the file.
  void write(const base::Path& path) const;

 private:
  std::map<std::string, Absence, std::less<>> by_id_;
  std::uint64_t forgotten_ = 0;
};

}  // namespace trialsift::store
