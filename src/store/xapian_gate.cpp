// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/xapian_gate.hpp"

#include <cerrno>
#include <string>

#include "trialsift/base/error.hpp"
#include "trialsift/store/manifest.hpp"

namespace trialsift::store {

std::string engine_version() {
  return Xapian::version_string();
}

void throw_translated(const Xapian::Error& error) {
  using base::ErrorCode;
  const std::string type = error.get_type();
  const char* system = error.get_error_string();
  const std::string sentence =
      "the database says: " + error.get_msg() + (system != nullptr ? std::string(": ") + system : std::string());
  if (type == "DatabaseLockError") throw base::Error(ErrorCode::kIndexLocked, sentence);
  if (type == "DatabaseVersionError") throw base::Error(ErrorCode::kIndexSchema, sentence);
  if (type == "DatabaseCorruptError" || type == "DatabaseOpeningError" || type == "DatabaseNotFoundError" ||
      type == "DocNotFoundError") {
    throw base::Error(ErrorCode::kIndexCorrupt, sentence);
  }
  if (sentence.find("No space left") != std::string::npos || sentence.find("File too large") != std::string::npos ||
      sentence.find("quota exceeded") != std::string::npos) {
    throw base::Error(ErrorCode::kDiskFull, sentence);
  }
  if (type == "DatabaseError") throw base::Error(ErrorCode::kIo, sentence);
  throw base::Error(ErrorCode::kInternal, type + ": " + sentence);
}

}  // namespace trialsift::store
