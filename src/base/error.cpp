// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/error.hpp"

#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace trialsift::base {
namespace {

constexpr std::array kErrors = {
    ErrorInfo{ErrorCode::kUsage, "usage", 2, "see trialsift --help"},
    ErrorInfo{ErrorCode::kQuerySyntax, "query-syntax", 2, "see trialsift search --help for the query language"},
    ErrorInfo{ErrorCode::kQueryCost, "query-cost", 2, "make the query more selective"},
    ErrorInfo{ErrorCode::kInputUnreadable, "input-unreadable", 2, "check the name and its permissions"},
    ErrorInfo{ErrorCode::kInputRejected, "input-rejected", 2, "leave --strict out to go on past rejected records"},
    ErrorInfo{ErrorCode::kDeleteRefused, "delete-refused", 2, "check the inputs; --allow-empty deletes all the same"},
    ErrorInfo{ErrorCode::kIndexMissing, "index-missing", 2,
              "build one with: trialsift index FILE..., or name one with --index DIR"},
    ErrorInfo{ErrorCode::kIndexLocked, "index-locked", 2, "wait until the other trialsift index has ended"},
    ErrorInfo{ErrorCode::kIndexCorrupt, "index-corrupt", 2, "build it again with: trialsift index --rebuild FILE..."},
    ErrorInfo{ErrorCode::kIndexSchema, "index-schema", 2, "build it again with: trialsift index --rebuild FILE..."},
    ErrorInfo{ErrorCode::kNothingToRestore, "nothing-to-restore", 2,
              "an index has one once a second run has changed it"},
    ErrorInfo{ErrorCode::kDiskFull, "disk-full", 2, "free some space and run it again"},
    ErrorInfo{ErrorCode::kNoMemory, "no-memory", 2,
              "run it again when more is free; trialsift index takes less with -j 1 and a smaller --max-record"},
    ErrorInfo{ErrorCode::kTooMany, "too-many", 2, "divide the inputs among several indexes"},
    ErrorInfo{ErrorCode::kIo, "io", 2, ""},
    ErrorInfo{ErrorCode::kInterrupted, "interrupted", 130, ""},
    ErrorInfo{ErrorCode::kInternal, "internal", 2, "this is a bug in trialsift: please report it with the command"},
};

constexpr bool in_order() {
  for (std::size_t i = 0; i < kErrors.size(); ++i) {
    if (static_cast<std::size_t>(kErrors[i].code) != i) return false;
  }
  return true;
}
static_assert(in_order(), "the rows stand in the order of ErrorCode");

}  // namespace

std::span<const ErrorInfo> error_table() {
  return kErrors;
}

const ErrorInfo& error_info(ErrorCode code) {
  return kErrors.at(static_cast<std::size_t>(code));
}

Error::Error(ErrorCode code, const std::string& sentence, std::string hint, Place where)
    : std::runtime_error(sentence),
      code_(code),
      hint_(hint.empty() ? std::string(error_info(code).hint) : std::move(hint)),
      where_(std::move(where)) {}

void throw_system_error(const std::string& doing, int error_number) {
  const bool full = error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG;
  throw Error(full                     ? ErrorCode::kDiskFull
              : error_number == ENOMEM ? ErrorCode::kNoMemory
                                       : ErrorCode::kIo,
              doing + ": " + std::generic_category().message(error_number));
}

}  // namespace trialsift::base
