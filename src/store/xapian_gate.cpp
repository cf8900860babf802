// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/xapian_gate.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <string>
#include <system_error>

#include "trialsift/base/error.hpp"
#include "trialsift/store/manifest.hpp"

namespace trialsift::store {

namespace {

std::string message_of(int error_number) {
  return std::generic_category().message(error_number);
}

/// What the system said: Xapian keeps it where it thinks of it; else it may still stand in errno, where the last call
/// that failed left it (a file that could not be created: "Failed to create iamglass file").
std::string cause_of(const Xapian::Error& error, int last) {
  if (const char* system = error.get_error_string()) return system;
  const bool of_writing = last == EIO || last == ENOSPC || last == EDQUOT || last == EFBIG || last == EROFS;
  const bool told = error.get_msg().find(message_of(last)) != std::string::npos;
  return of_writing && !told ? message_of(last) : std::string();
}

/// Xapian tells the system's error apart, or in its own message where the one came of the other.
bool says_full(const std::string& sentence) {
  for (const int error_number : {ENOSPC, EFBIG, EDQUOT}) {
    if (sentence.find(message_of(error_number)) != std::string::npos) return true;
  }
  return false;
}

}  // namespace

std::string engine_version() {
  return Xapian::version_string();
}

void throw_translated(const Xapian::Error& error) {
  using base::ErrorCode;
  const int last = errno;
  const std::string type = error.get_type();
  const std::string cause = cause_of(error, last);
  const std::string sentence = "the database says: " + error.get_msg() + (cause.empty() ? "" : ": " + cause);
  if (says_full(sentence)) throw base::Error(ErrorCode::kDiskFull, sentence);
  // What the system refused is no damage; a file that is not there is.
  if (!cause.empty() && cause != message_of(ENOENT)) throw base::Error(ErrorCode::kIo, sentence);
  if (type == "DatabaseVersionError") throw base::Error(ErrorCode::kIndexSchema, sentence);
  // Nobody changes a generation: revisions, values and ends of files that do not fit come of damage too.
  constexpr std::array kOfDamage = {
      "DatabaseCorruptError", "DatabaseOpeningError", "DatabaseNotFoundError", "DatabaseModifiedError", "DatabaseError",
      "DocNotFoundError",     "RangeError",           "SerialisationError"};
  if (std::find(kOfDamage.begin(), kOfDamage.end(), type) != kOfDamage.end()) {
    throw base::Error(ErrorCode::kIndexCorrupt, sentence);
  }
  // Nobody else writes where a run writes, our own lock sees to that: a lock that cannot be had is one that fails.
  if (type == "DatabaseCreateError" || type == "DatabaseLockError") throw base::Error(ErrorCode::kIo, sentence);
  throw base::Error(ErrorCode::kInternal, type + ": " + sentence);
}

}  // namespace trialsift::store
