// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "ingest/worker.hpp"
#include "trialsift/store/index.hpp"
#include "trialsift/store/index_folder.hpp"

namespace trialsift::ingest {

/// The worker that a trial belongs to.
std::size_t route(std::string_view id, std::size_t workers);

/// Puts the ended workers' segments, words and spilled streams together with the current generation (null: there is
/// none, or it starts afresh) into db/, words, tokens and records of the writer's folder.
void assemble(const store::GenerationWriter& writer, const store::Index* current,
              const std::vector<std::unique_ptr<Worker>>& workers);

}  // namespace trialsift::ingest
