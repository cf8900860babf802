// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/xapian_gate.hpp"

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
  const std::string type = error.get_type();
  const char* system = error.get_error_string();
  const std::string sentence =
      "the database says: " + error.get_msg() + (system != nullptr ? std::string(": ") + system : std::string());
  if (says_full(sentence)) throw base::Error(ErrorCode::kDiskFull, sentence);
  if (type == "DatabaseLockError") throw base::Error(ErrorCode::kIndexLocked, sentence);
  // What the system refused is no damage; a file that is not there is.
  if (system != nullptr && system != message_of(ENOENT)) throw base::Error(ErrorCode::kIo, sentence);
  if (type == "DatabaseVersionError") throw base::Error(ErrorCode::kIndexSchema, sentence);
  if (type == "DatabaseCorruptError" || type == "DatabaseOpeningError" || type == "DatabaseNotFoundError" ||
      type == "DocNotFoundError") {
    throw base::Error(ErrorCode::kIndexCorrupt, sentence);
  }
  if (type == "DatabaseError" || type == "DatabaseCreateError") throw base::Error(ErrorCode::kIo, sentence);
  throw base::Error(ErrorCode::kInternal, type + ": " + sentence);
}

}  // namespace trialsift::store
