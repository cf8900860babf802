// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "trialsift/store/merged_trial.hpp"

/// Which of the records that speak of a member it is of.
namespace trialsift::store {

/// A record that speaks of a member.
struct Candidate {
  std::uint32_t version = 0;             ///< its place among the versions, the newest first
  bool has_value = true;                 ///< false: kept for its dates only
  bool is_contested = false;             ///< another of the same dates has another value
  bool differs = false;                  ///< one of the candidates is that other
  const model::Trial* record = nullptr;  ///< that has the value; null where `rival` has it
  const std::string* rival = nullptr;    ///< as encode_member() has it
  std::optional<std::uint64_t> hash;     ///< of a value that is not kept

  std::string value(unsigned tag) const;
  /// Of the value; nothing where that is not known.
  std::optional<std::uint64_t> value_hash(unsigned tag) const;
};

struct Choice {
  std::optional<Candidate> newest;
  std::optional<Candidate> undated;  ///< see MergedTrial::Standing
  std::vector<Candidate> rivals;     ///< see MergedTrial::Rival; the newest first
  std::optional<Candidate> dispute;  ///< see MergedTrial::Dispute

  /// Of the newest or a rival, two candidates of the same dates have different values.
  bool differs() const;
};

/// A status and what goes with it are judged by the dates of their sources.
bool goes_with_status(unsigned tag);

/// The choice does not depend on the order of the candidates, nor on candidates that an earlier choice among some of
/// them has left out.
Choice choose(unsigned tag, std::vector<Candidate> candidates, std::span<const Version> versions);

}  // namespace trialsift::store
