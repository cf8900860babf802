// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <xapian.h>

#include <cerrno>
#include <utility>

/// For the modules that work on the database itself (ingest, search); programs that use the library need no Xapian.
namespace trialsift::store {

/// Throws the Error that stands for a Xapian exception: locked, corrupt, of another format, disk full...
[[noreturn]] void throw_translated(const Xapian::Error& error);

/// Runs `work`, the one gate through which Xapian's exceptions come.
template <class Work>
decltype(auto) through_gate(Work&& work) {
  errno = 0;  // what it is in the end may tell why
  try {
    return std::forward<Work>(work)();
  } catch (const Xapian::Error& error) {
    throw_translated(error);
  }
}

}  // namespace trialsift::store
