// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>

namespace trialsift::base {

/// What ends a command. One row each in the table of src/base/error.cpp: slug, exit status, default hint.
enum class ErrorCode {
  kUsage,
  kQuerySyntax,
  kQueryCost,
  kInputUnreadable,
  kInputRejected,
  kDeleteRefused,
  kIndexMissing,
  kIndexLocked,
  kIndexCorrupt,
  kIndexSchema,
  kNothingToRestore,
  kDiskFull,
  kNoMemory,
  kTooMany,
  kIo,
  kInterrupted,
  kInternal,
};

struct ErrorInfo {
  ErrorCode code;
  std::string_view slug;
  int exit_status;
  std::string_view hint;  ///< said when the thrower has none of its own; may be empty
};

/// The table, in the order of ErrorCode.
std::span<const ErrorInfo> error_table();
const ErrorInfo& error_info(ErrorCode code);

/// A place in an input or a query. Unused parts are empty or 0.
struct Place {
  std::string file;
  std::uint64_t line = 0;    ///< from 1
  std::uint64_t offset = 0;  ///< bytes from the start of the file or query
  std::string id;            ///< the trial's id, where it is known
};

/// Thrown for what ends a command, caught once, in cli. A bad record is no Error: see formats::Rejected.
class Error : public std::runtime_error {
 public:
  /// `sentence` says what and where; an empty `hint` stands for the code's own.
  Error(ErrorCode code, const std::string& sentence, std::string hint = {}, Place where = {});

  ErrorCode code() const { return code_; }
  const std::string& hint() const { return hint_; }
  const Place& where() const { return where_; }

 private:
  ErrorCode code_;
  std::string hint_;
  Place where_;
};

/// Throws the Error for a failed system call: a full disk and a lack of memory have codes of their own. `doing` reads
/// like "cannot write /a/b".
[[noreturn]] void throw_system_error(const std::string& doing, int error_number);

}  // namespace trialsift::base
