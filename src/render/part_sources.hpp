// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "trialsift/base/json_writer.hpp"
#include "trialsift/store/merged_trial.hpp"

namespace trialsift::render {

/// The member "sources" of a JSON object: where each part of a record comes from.
void write_part_sources(base::JsonWriter& json, const store::MergedTrial& merged);

}  // namespace trialsift::render
