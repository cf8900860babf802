// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <vector>

#include "trialsift/model/trial.hpp"
#include "trialsift/render/report.hpp"

/// What text, Markdown and HTML tell of a trial and of a search, in the same words.
namespace trialsift::render {

/// Status, phase, dates, enrollment and conditions, those that the record has; as they stand in it.
std::vector<std::string> facts(const model::Trial& trial);

/// "86 trials; shown: 1 to 20". With `hints` it names the options that would show others.
std::string totals(const SearchReport& report, bool hints);

}  // namespace trialsift::render
