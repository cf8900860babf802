// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/trial.hpp"

/// Which records are of one trial, by the registered numbers that they give as their own and as another of the trial's.
///
/// A number joins what has it and what names it, unless it may be another trial's:
///
/// - A number amid prose joins nothing (model::numbers_of): that is how readers keep the number of a parent study.
/// - A record that names several numbers of one registry names trials beside its own: none of them joins it. Numbers of
///   its own registry are aliases, and may be several.
/// - A number that several records of one registry name, each under a number of its own, joins none of these: the
///   registry holds them to be different trials. A number of EudraCT or CTIS is one trial's all the same.
namespace trialsift::model {

/// The numbers (model::number_of) that can join the record with others, ascending: those that it names, and its own if
/// records of several countries or submissions have it.
std::vector<std::string> joining_numbers(const Trial& trial);

/// Memory grows with the numbers.
class TrialGroups {
 public:
  /// Adds a record; returns its place.
  std::size_t add(const TrialId& id);
  /// One of the joining_numbers() of a record.
  void name(std::size_t record, const std::string& number);

  std::size_t size() const { return records_.size(); }
  /// For each record the place of the first record of its trial.
  std::vector<std::size_t> firsts() const;

 private:
  struct Record {
    std::string number;
    std::string_view registry;
  };
  struct Bearers {
    std::vector<std::size_t> owners;
    std::vector<std::size_t> namers;
  };

  std::vector<Record> records_;
  std::map<std::string, Bearers> numbers_;
};

}  // namespace trialsift::model
