// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "ingest/workers.hpp"
#include "trialsift/store/index.hpp"
#include "trialsift/store/index_folder.hpp"

namespace trialsift::ingest {

/// What happens to the current generation beside what the workers found.
struct Update {
  std::vector<Xapian::docid> removed;  ///< its documents that leave
  std::uint64_t compact_bytes = 0;     ///< size of its database when that was last compacted
};

/// Puts the ended workers' segments, words and spilled streams together with the current generation (null: there is
/// none, or it starts afresh) into db/, words, abbreviations, tokens and records of the writer's folder. Returns the
/// new generation's compact_bytes.
std::uint64_t assemble(const store::GenerationWriter& writer, const store::Index* current, const Update& update,
                       const Workers& workers);

}  // namespace trialsift::ingest
