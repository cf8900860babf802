// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <map>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "cli/output_file.hpp"
#include "cli/progress_bar.hpp"
#include "cli/rejects.hpp"
#include "cli/sources_file.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/ingest/pipeline.hpp"
#include "trialsift/render/report.hpp"

namespace trialsift::cli {
namespace {

using base::Error;

struct IndexArguments {
  ingest::IndexOptions options;
  std::string sources;
  std::string current;
  std::string rejects;
  std::string report;
  std::string max_delete;
};

/// Unless --max-delete or --allow-empty says otherwise.
constexpr const char* kMaxDelete = "10%";

/// Evidence of that kind is told whether or not anything is deleted: the export itself states that it is not all.
bool is_stated(const formats::Incomplete& one) {
  return one.reason == "too-few" || one.reason == "missing-pages";
}

/// The account's numbers by the names that text and JSON share, in their order.
std::vector<std::pair<std::string, std::uint64_t>> numbers(const ingest::Account& account) {
  return {{"files", account.files},
          {"read", account.read},
          {"added", account.added},
          {"updated", account.updated},
          {"unchanged", account.unchanged},
          {"conflicts", account.conflicts},
          {"duplicates", account.duplicates},
          {"rejected", account.rejected},
          {"removed", account.removed},
          {"total", account.total},
          {"skipped_files", account.skipped_files},
          {"missing_kept", account.missing_kept},
          {"invalid_bytes", account.invalid_bytes}};
}

/// Told only where there are some.
bool is_aside(std::string_view name) {
  return name == "conflicts" || name == "skipped_files" || name == "missing_kept" || name == "invalid_bytes";
}

std::vector<std::string> member_names(model::MemberSet members) {
  std::vector<std::string> names;
  const model::Trial trial;
  model::for_each_member(trial, [&](unsigned tag, std::string_view name, const auto&) {
    if (members.contains(tag)) names.emplace_back(name);
  });
  return names;
}

void tell_conflicts(const ingest::Account& account, const Globals& globals) {
  if (account.conflicts == 0) return;
  const bool one = account.conflicts == 1;
  std::string line = "trialsift: warning[conflicts]: records of " + std::to_string(account.conflicts) +
                     (one ? " trial differ" : " trials differ") +
                     ", and no date tells which is newer: one with a date counts before one without, else a hash of "
                     "their content decides. --current DATE and --sources FILE say when an export was made; --report "
                     "lists them.";
  constexpr std::size_t kTold = 5;
  for (std::size_t i = 0; i < std::min(kTold, account.conflicting.size()); ++i) {
    const ingest::Conflict& conflict = account.conflicting[i];
    line += "\n  " + conflict.id + ":";
    for (const std::string& name : member_names(conflict.members)) line += " " + name;
  }
  tell(globals, line);
}

std::string report_json(const ingest::Account& account) {
  base::JsonWriter json;
  json.begin_object().member("type", "index").member("schema", render::kJsonSchema);
  for (const auto& [name, value] : numbers(account)) json.member(name, value);
  json.key("rejected_by_reason").begin_object();
  for (const auto& [reason, count] : account.rejected_by_reason) json.member(reason, count);
  json.end_object();
  json.key("incomplete_by_reason").begin_object();
  for (const auto& [reason, count] : account.completeness.by_reason) json.member(reason, count);
  json.end_object();
  json.key("incomplete").begin_array();
  for (const formats::Incomplete& one : account.completeness.first) {
    json.begin_object().member("reason", one.reason).member("file", one.file).member("detail", one.detail).end_object();
  }
  json.end_array();
  json.strings("removed_ids", account.removed_ids);
  store::write_sources(json, account.sources);
  json.key("conflicting").begin_array();
  for (const ingest::Conflict& conflict : account.conflicting) {
    json.begin_object().member("id", conflict.id).strings("parts", member_names(conflict.members)).end_object();
  }
  json.end_array().end_object();
  return json.text() + "\n";
}

void print_by_reason(const std::map<std::string, std::uint64_t>& counts) {
  char line[64];
  for (const auto& [reason, count] : counts) {
    std::snprintf(line, sizeof line, "  %-16s %5llu\n", reason.substr(0, 40).c_str(),
                  static_cast<unsigned long long>(count));
    write_stdout(line);
  }
}

/// Why the inputs may not hold all that they should, where that bears on the result or the inputs state it themselves.
void tell_incomplete(const ingest::Account& account, const Globals& globals) {
  const formats::Completeness& inputs = account.completeness;
  if (account.missing_kept > 0) {
    tell(globals, "trialsift: warning[missing-kept]: nothing was deleted: the inputs lack " +
                      std::to_string(account.missing_kept) +
                      " trials of the index, but may not hold all that they should:");
  } else if (account.rebuilt && account.published && !inputs.whole()) {
    tell(globals,
         "trialsift: warning[incomplete]: the index was built afresh of inputs that may not hold all that they should; "
         "trialsift restore puts the one before back:");
  } else {
    for (const formats::Incomplete& one : inputs.first) {
      if (is_stated(one)) tell(globals, "trialsift: warning[incomplete]: " + one.file + ": " + one.detail);
    }
    return;
  }
  constexpr std::size_t kTold = 20;
  std::uint64_t all = 0;
  for (const auto& [reason, count] : inputs.by_reason) all += count;
  const std::size_t told = std::min(kTold, inputs.first.size());
  for (std::size_t i = 0; i < told; ++i) {
    const formats::Incomplete& one = inputs.first[i];
    tell(globals, "  " + one.reason + ": " + one.file + ": " + one.detail);
  }
  if (all > told) tell(globals, "  and " + std::to_string(all - told) + " more: --report lists them");
}

void print_account(const ingest::Account& account, const base::Path& folder, bool dry_run, const Globals& globals) {
  for (const auto& [name, value] : numbers(account)) {
    if (is_aside(name) && value == 0) continue;
    char line[64];
    std::snprintf(line, sizeof line, "%-13s %10llu\n", name.c_str(), static_cast<unsigned long long>(value));
    write_stdout(line);
    if (name == "rejected") print_by_reason(account.rejected_by_reason);
    if (name == "missing_kept") print_by_reason(account.completeness.by_reason);
  }
  if (account.skipped_files > 0 && globals.verbosity == 0) {
    tell(globals, "Skipped files hold no trial records that can be read; --verbose names them.");
  }
  tell_incomplete(account, globals);
  tell_conflicts(account, globals);
  if (account.invalid_bytes > 0) {
    tell(globals, "Bytes that are no text of their encoding were replaced by U+FFFD.");
  }
  tell(globals, dry_run             ? "A dry run: nothing was written."
                : account.published ? "The index is in " + folder.string() + "."
                                    : "Nothing has changed: the index in " + folder.string() + " is as it was.");
}

/// Of a record: an index holds none larger than a gibibyte.
constexpr std::size_t kSmallestLimit = 1U << 10U;
constexpr std::size_t kLargestLimit = 512U << 20U;

/// The first wish to stop is met after the last consistent state, a second one at once.
extern "C" void on_signal(int number) {
  if (base::interrupt_requested()) {
    std::signal(number, SIG_DFL);
    std::raise(number);
  }
  base::request_interrupt();
}

void handle_signals() {
  struct sigaction action {};
  action.sa_handler = on_signal;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

std::string failed_report_json(const base::Error& failure) {
  base::JsonWriter json;
  json.begin_object().member("type", "index").member("schema", render::kJsonSchema).member("published", false);
  json.key("error").begin_object().member("code", base::error_info(failure.code()).slug);
  json.member("message", failure.what()).member("hint", failure.hint()).end_object();
  json.end_object();
  return json.text() + "\n";
}

/// The accounts appear also where the run ends with an error, which they then tell.
class Accounts {
 public:
  Accounts(const Globals& globals, const IndexArguments& arguments) : rejects_(globals, arguments.rejects) {
    if (!arguments.report.empty()) report_.emplace(arguments.report);
  }

  Rejects& rejects() { return rejects_; }

  void publish(const ingest::Account& account) {
    try {
      rejects_.publish();
      publish_report(report_json(account));
    } catch (const Error& error) {
      if (!account.published) throw;
      throw after_the_change(error);
    }
  }

  void publish(const Error& failure) {
    rejects_.publish(failure);
    publish_report(failed_report_json(failure));
  }

 private:
  void publish_report(const std::string& json) {
    if (!report_) return;
    report_->write(json);
    report_->publish();
  }

  Rejects rejects_;
  std::optional<OutputFile> report_;
};

ingest::Account indexed(const ingest::IndexOptions& options, Accounts& accounts) {
  try {
    return ingest::index_trials(options);
  } catch (const std::exception& failure) {
    const Error told = before_the_change(error_of(failure));
    try {
      accounts.publish(told);
    } catch (const Error&) {
      // What ended the run is what the user must know.
    }
    throw told;
  }
}

/// Adds the inputs of --sources, and what is known of them.
void take_sources(IndexArguments& arguments) {
  ingest::IndexOptions& options = arguments.options;
  if (!arguments.current.empty()) options.read.current = read_current(arguments.current, "--current: ");
  if (!arguments.sources.empty()) {
    SourcesFile file = read_sources_file(arguments.sources);
    options.read.facts = std::move(file.facts);
    for (std::string& input : file.inputs) {
      const bool is_named = std::find(options.inputs.begin(), options.inputs.end(), input) != options.inputs.end();
      if (!is_named) options.inputs.push_back(std::move(input));
    }
  }
  if (options.inputs.empty()) {
    throw base::Error(base::ErrorCode::kUsage, "there is no input", "name files or folders, or --sources FILE");
  }
}

int run_index(IndexArguments& arguments, const Globals& globals) {
  handle_signals();
  ingest::IndexOptions& options = arguments.options;
  options.folder = index_folder(globals, true);
  if (!arguments.max_delete.empty() || !options.allow_empty) {
    options.max_delete = ingest::DeleteLimit::parse(arguments.max_delete.empty() ? kMaxDelete : arguments.max_delete);
    if (!options.max_delete) {
      throw Error(base::ErrorCode::kUsage,
                  "--max-delete: " + arguments.max_delete + " is neither a number nor a percentage",
                  "write it as 100 or as 10%");
    }
  }
  options.date = today();
  take_sources(arguments);
  // Opened before the work: what cannot be written must not be found out after the index has changed.
  Accounts accounts(globals, arguments);
  ProgressBar bar(globals);
  options.on_rejected = [&](const formats::Rejected& rejected) {
    bar.clear();
    accounts.rejects().take(rejected);
  };
  options.on_skipped = [&](const formats::Skipped& skipped) {
    bar.clear();
    if (globals.verbosity > 0) tell(globals, "trialsift: skipped, no trial records by its content: " + skipped.file);
  };
  options.on_note = [&](const formats::Note& note) {
    bar.clear();
    tell(globals, "trialsift: note: " + note.file + ": " + note.text);
  };
  if (bar.shown()) options.on_progress = [&bar](const ingest::Progress& progress) { bar.show(progress); };
  const ingest::Account account = indexed(options, accounts);
  bar.clear();
  accounts.publish(account);
  try {
    if (!globals.quiet && !OutputFile::is_stdout(arguments.report))
      print_account(account, options.folder, options.dry_run, globals);
    flush_stdout();
  } catch (const Error& error) {
    if (!account.published) throw;
    throw after_the_change(error);
  }
  return kFound;
}

}  // namespace

Run setup_index(Options& options, const Globals& globals) {
  auto arguments = std::make_shared<IndexArguments>();
  arguments->options.jobs = std::max(1U, std::thread::hardware_concurrency());
  options
      .add("input", "INPUT...", &arguments->options.inputs,
           "files, folders, archives (zip, tar), compressed files, patterns, - for standard input")
      .reads();
  options.add("-j,--jobs", "N", &arguments->options.jobs, "indexing threads (default: the cores)").range(1, 256);
  add_read_options(options, arguments->options.read);
  options.add("--current", "DATE", &arguments->current,
              "when the inputs were exported, where they do not tell themselves: 2025-01-15, 2025-01 or 2025");
  options
      .add("--sources", "FILE", &arguments->sources,
           "read the inputs of this table too: TOML with path, register, platform, date")
      .reads();
  options.add_flag("--rebuild", &arguments->options.rebuild, "start afresh and replace the old index in one step");
  options.add_flag("--delete-missing", &arguments->options.delete_missing,
                   "remove trials of which the inputs hold no record");
  options
      .add_flag("--allow-empty", &arguments->options.allow_empty,
                "with --delete-missing: also where an input holds no trial")
      .needs("--delete-missing");
  options.add("--max-delete", "N|N%", &arguments->max_delete,
              "with --delete-missing: delete nothing where it would be more than N trials, or N% of the index "
              "(default: 10%; none with --allow-empty)");
  options.add_flag("--dry-run", &arguments->options.dry_run, "take the account, write nothing");
  options
      .add("--max-record", "SIZE", &arguments->options.read.record_bytes_max,
           "reject records larger than that (default: 16M)")
      .bytes()
      .range(kSmallestLimit, kLargestLimit);
  options
      .add("--max-unpacked", "N", &arguments->options.read.unpacked_ratio,
           "give up what unpacks to more than so many times its size, a bomb (default: 200)")
      .range(1, 1'000'000'000);
  options.add_flag("--strict", &arguments->options.strict, "stop at the first rejected record");
  options.add("--rejects", "FILE", &arguments->rejects, "write rejected records there, as JSON lines").writes();
  options.add("--report", "FILE", &arguments->report, "write the account there, as JSON")
      .writes(FileUse::kWrittenInstead);
  return [arguments, &globals] { return run_index(*arguments, globals); };
}

}  // namespace trialsift::cli
