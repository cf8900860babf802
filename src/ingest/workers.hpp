// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/worker.hpp"
#include "trialsift/base/file.hpp"

/// Which worker a trial belongs to: one alone meets all of its records.
namespace trialsift::ingest {

/// All workers of a run, in their order.
using Workers = std::vector<Worker*>;

/// The number of the worker, from 0, among so many.
inline std::size_t route(std::string_view id, std::size_t workers) {
  return base::hash64(id) % workers;
}

inline Worker& worker_of(const Workers& workers, std::string_view id) {
  return *workers[route(id, workers.size())];
}

}  // namespace trialsift::ingest
