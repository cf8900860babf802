// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/errors.hpp"

#include <new>
#include <string>
#include <system_error>

namespace trialsift::cli {

using base::Error;
using base::ErrorCode;

Error error_of(const std::exception& failure) {
  if (const auto* error = dynamic_cast<const Error*>(&failure)) return *error;
  if (dynamic_cast<const std::bad_alloc*>(&failure) != nullptr) return {ErrorCode::kNoMemory, "not enough memory"};
  // Of a folder that cannot be listed, a thread that cannot be started.
  if (dynamic_cast<const std::system_error*>(&failure) != nullptr) return {ErrorCode::kIo, failure.what()};
  return {ErrorCode::kInternal, failure.what()};
}

Error before_the_change(const Error& failure) {
  const std::string& hint = failure.hint();
  if (failure.code() != ErrorCode::kDiskFull || hint != base::error_info(failure.code()).hint) return failure;
  return {failure.code(), failure.what(), hint + ": the index is as it was", failure.where()};
}

Error after_the_change(const Error& failure) {
  return {failure.code(), std::string(failure.what()) + "; the new index is in force all the same",
          "run it again for the account: what is indexed stays", failure.where()};
}

}  // namespace trialsift::cli
