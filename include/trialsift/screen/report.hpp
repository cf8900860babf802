// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "trialsift/screen/run.hpp"
#include "trialsift/store/manifest.hpp"

/// Runs to text: what a command prints. Pure functions: any thread.
namespace trialsift::screen {

/// The version of the JSON that is written; changes within one version only add. See docs/output-schema.md.
constexpr unsigned kJsonSchema = 1;

/// A report for people comes in three pieces, so that lines can be shown as they are done. Texts of lines are cut to
/// `width` columns; 0: never.
std::string text_head(const StrategyRun& run, const store::Manifest& manifest);
std::string text_line(const StrategyRun& run, std::size_t line, std::size_t width);
std::string text_end(const StrategyRun& run);

/// A header, then a row a line.
std::string tsv_head();
std::string tsv_rows(const StrategyRun& run);

/// One line of JSON.
std::string json_report(const StrategyRun& run, const store::Manifest& manifest, std::string_view program_version);

/// What a search log tells beside the runs.
struct LogContext {
  const store::Manifest& manifest;
  std::string_view program_version;
  std::string_view date;  ///< of the run: the only thing in a log that changes from day to day
};

/// The record of a search that the appendix of a review needs (PRISMA-S, Rethlefsen et al. 2021): what was searched and
/// when it was current, each strategy as given and as read, counts by line, limits, warnings.
std::string markdown_log(std::span<const StrategyRun> runs, const LogContext& context);
std::string json_log(std::span<const StrategyRun> runs, const LogContext& context);

}  // namespace trialsift::screen
