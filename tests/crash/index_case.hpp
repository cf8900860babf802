// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>

#include "crash/program.hpp"
#include "support/temp_folder.hpp"

/// An index under the hands of a program that is killed or starved: what it answered before, what it must answer after.
namespace trialsift::testing {

/// Studies first..first + count - 1, one a line. Another version has another title, text and date.
std::string studies(int first, int count, int version);

/// What an index says: about itself (without its generation's number) and to some queries. Empty if there is none.
std::string answers(const Program::Setting& where);

/// One change of an index, from the state before to the state after, both made undisturbed when this is made.
class Change {
 public:
  enum class Kind {
    kBuild,       ///< no index before
    kUpdate,      ///< changes a copy
    kCompaction,  ///< so much that all of it is compacted again
  };
  explicit Change(Kind kind);

  /// As it was before; what a run left is gone.
  void restore() const;
  /// The command that makes the change.
  const Words& command() const { return command_; }
  Program::Setting setting() const;
  std::filesystem::path folder() const { return folder_.path(); }

  /// Nothing, or in what the index is neither that of before nor that of after, whole and sound.
  std::string wrong() const;
  /// Nothing, or what is wrong after an undisturbed run of the command: it fails, answers otherwise, leaves strays.
  std::string wrong_after_repeat() const;
  bool is_after() const { return answers(setting()) == after_; }
  std::chrono::microseconds duration() const { return duration_; }

 private:
  TempFolder folder_;
  Words command_;
  std::string before_;
  std::string after_;
  std::chrono::microseconds duration_{};
};

constexpr Change::Kind kChanges[] = {Change::Kind::kBuild, Change::Kind::kUpdate, Change::Kind::kCompaction};
std::string name_of(Change::Kind kind);

}  // namespace trialsift::testing
