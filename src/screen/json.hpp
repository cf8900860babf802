// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "trialsift/base/json_writer.hpp"
#include "trialsift/screen/run.hpp"
#include "trialsift/store/manifest.hpp"

/// Members of JSON objects that reports and logs share.
namespace trialsift::screen {

/// "index": fingerprint, generation, trials, sources.
void write_index(base::JsonWriter& json, const store::Manifest& manifest);

/// "strategy", "syntax", "detected_by", "lines", "result", "warnings" and their numbers.
void write_run(base::JsonWriter& json, const StrategyRun& run);

}  // namespace trialsift::screen
