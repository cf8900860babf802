// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <compare>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace trialsift::model {

/// One registry of trials: a row of the table in src/model/trial_id.cpp.
struct Registry {
  std::string_view name;    ///< as people call it
  std::string_view prefix;  ///< what its ids start with, as the registry writes it
  /// The shape of the rest: 9 is a digit, A a letter or digit in upper case, a the same in lower case, others are
  /// themselves; ? says that the one before may be left out, and all that follows a mark so left out.
  std::string_view shape;
  std::string_view link;        ///< a study's page with {} for the id, or empty
  std::string_view left_out{};  ///< the part of the prefix that the registry's own site does without
};

std::span<const Registry> registries();

/// A trial's registered number, such as NCT01421927, as its registry writes it. Ordered by text: one total
/// order over all registries, by which ties of rank are broken.
class TrialId {
 public:
  TrialId() = default;

  /// The number that `text` is, however it is written (model/registered_numbers.hpp). One of zeros is none.
  static std::optional<TrialId> parse(std::string_view text);

  const std::string& text() const { return text_; }
  bool empty() const { return text_.empty(); }
  bool is_nct() const { return text_.starts_with("NCT"); }
  /// The study's page, or empty where its registry has no stable one.
  std::string link() const;

  friend auto operator<=>(const TrialId&, const TrialId&) = default;

 private:
  std::string text_;
};

}  // namespace trialsift::model
