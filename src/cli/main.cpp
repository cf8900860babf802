// SPDX-License-Identifier: GPL-2.0-or-later
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>
#include <CLI/CLI.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "cli/command.hpp"
#include "cli/command_info.hpp"
#include "cli/errors.hpp"
#include "cli/files.hpp"
#include "cli/help.hpp"
#include "cli/settings.hpp"
#include "cli/usage.hpp"
#include "cli/version.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/log.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::cli {
namespace {

using base::Error;

void start_log(const Globals& globals) {
  if (globals.log_file.empty() && globals.verbosity == 0) return;
  std::shared_ptr<spdlog::logger> logger;
  try {
    logger = globals.log_file.empty() ? spdlog::stderr_logger_mt("trialsift")
                                      : spdlog::basic_logger_mt("trialsift", globals.log_file);
  } catch (const spdlog::spdlog_ex& error) {
    throw Error(base::ErrorCode::kIo, "cannot write the log: " + std::string(error.what()));
  }
  logger->set_level(globals.verbosity > 1 || !globals.log_file.empty() ? spdlog::level::debug : spdlog::level::info);
  logger->flush_on(spdlog::level::warn);
  base::set_log_sink([logger](base::LogLevel level, const std::string& line) {
    logger->log(level == base::LogLevel::kDebug  ? spdlog::level::debug
                : level == base::LogLevel::kInfo ? spdlog::level::info
                                                 : spdlog::level::warn,
                "{}", base::printable(line));
  });
}

int report(const Error& error) {
  const base::ErrorInfo& info = base::error_info(error.code());
  std::string text = "trialsift: error[" + std::string(info.slug) + "]: " + error.what() + "\n";
  if (!error.hint().empty()) text += "  hint: " + error.hint() + "\n";
  std::fflush(stdout);
  std::fputs(base::printable(text).c_str(), stderr);
  return info.exit_status;
}

/// Descriptors 0 to 2 that are closed are opened so that their use is still an error, but no file of ours gets their
/// number and with it what is meant for them.
void fill_closed_descriptors() {
  for (int descriptor = 0; descriptor <= STDERR_FILENO; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;  // NOLINT(*-vararg)
    // The lowest that is free: this one.
    ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);  // NOLINT(*-vararg)
  }
}

/// An exception of the standard library, or one of ours, that nobody caught.
bool is_slip(const std::exception_ptr& exception) {
  if (!exception) return false;
  try {
    std::rethrow_exception(exception);
  } catch (const std::exception&) {
    return true;
  } catch (...) {
    return false;
  }
}

/// Where certain writes of a commit fail, Xapian 1.4 throws while it cleans up after what it threw, which ends the
/// program at once. The index is as it was before; at least it is told why: what failed is left in errno.
[[noreturn]] void end_at_once() {
  const int failed = errno;
  if (failed == 0 || is_slip(std::current_exception())) std::abort();
  int status = 0;
  try {
    base::throw_system_error("cannot write the index", failed);
  } catch (const Error& error) {
    status = report(before_the_change(error));
  }
  std::_Exit(status);
}

/// The options of every command.
void add_global_options(Options& options, Globals& globals) {
  options.add("-i,--index", "DIR", &globals.index, "the index (else ./index, else the user's data folder)");
  options.add("--color", "WHEN", &globals.color, "colours and links: auto, always or never")
      .choices({"auto", "always", "never"});
  options.add_flag("-v,--verbose", &globals.verbosity, "tell more; twice for details");
  options.add_flag("-q,--quiet", &globals.quiet, "no messages beside results and errors");
  options.add("--log-file", "FILE", &globals.log_file, "write the log there").writes();
}

/// A command of the command line, what it runs and the options by which it names files.
struct CommandLineCommand {
  const CLI::App* app = nullptr;
  std::vector<FileOption> files;
  Run run;
};
using CommandRuns = std::vector<std::unique_ptr<CommandLineCommand>>;

/// Adds the commands of the table, and gives what each of them runs.
CommandRuns add_commands(CLI::App& program, const Globals& globals) {
  CommandRuns runs;
  for (const Command& command : commands()) {
    const std::size_t blank = command.name.rfind(' ');
    const bool in_group = blank != std::string_view::npos;
    CLI::App& above = in_group ? *program.get_subcommand(std::string(command.name.substr(0, blank))) : program;
    const std::string_view verb = in_group ? command.name.substr(blank + 1) : command.name;
    CLI::App* app = above.add_subcommand(std::string(verb), std::string(command.about));
    app->footer("Examples:\n" + std::string(command.examples));
    if (command.setup == nullptr) {
      app->require_subcommand(1);
      continue;
    }
    auto added = std::make_unique<CommandLineCommand>();
    added->app = app;
    Options options(*app, added->files);
    added->run = command.setup(options, globals);
    runs.push_back(std::move(added));
  }
  return runs;
}

int run(int argc, char** argv) {
  CLI::App app{"full-text search for clinical trial records", "trialsift"};
  Globals globals;
  std::string config_file;
  bool print_config = false;
  app.option_defaults()->always_capture_default();
  app.set_help_flag("-h", "short help");
  app.set_help_all_flag("--help", "help with examples");
  app.set_version_flag("--version", version_text(), "versions of the program, Xapian and the index format");
  app.footer(
      "Examples:\n"
      "  trialsift index ctg-studies.json\n"
      "  trialsift search lenalidomide maintenance\n"
      "  trialsift search --help\n");
  app.fallthrough();
  std::vector<FileOption> files;
  Options options(app, files);
  add_global_options(options, globals);
  files.push_back({"--config", &config_file, FileUse::kRead});
  app.add_option("--config", config_file, "read settings there (else $TRIALSIFT_CONFIG, else the user's)")
      ->configurable(false)
      ->envname("TRIALSIFT_CONFIG")
      ->type_name("FILE");
  app.add_flag("--print-config", print_config, "print all settings with their sources, and do nothing else")
      ->configurable(false);

  const CommandRuns runs = add_commands(app, globals);
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    write_stdout(short_help(describe(command_meant(app)), describe(app)));
    return kFound;
  } catch (const CLI::CallForAllHelp&) {
    write_stdout(long_help(describe(command_meant(app)), describe(app)));
    return kFound;
  } catch (const CLI::CallForVersion& version) {
    write_stdout(std::string(version.what()) + "\n");
    return kFound;
  } catch (const CLI::RequiredError& error) {
    if (!print_config) throw usage_error(app, error);  // settings can be told before the arguments are known
  } catch (const CLI::ParseError& error) {
    throw usage_error(app, error);
  }
  Settings settings(app);
  settings.apply(config_file);
  if (print_config) {
    write_stdout(settings.text());
    return kFound;
  }
  for (const auto& command : runs) {
    if (!command->app->parsed()) continue;
    files.insert(files.end(), command->files.begin(), command->files.end());
    check_files(files, globals.index);
    start_log(globals);
    return command->run();
  }
  throw Error(base::ErrorCode::kUsage, "no command is given");
}

}  // namespace
}  // namespace trialsift::cli

int main(int argc, char** argv) {
  using trialsift::base::Error;
  std::set_terminate(trialsift::cli::end_at_once);
  int status = 0;
  trialsift::cli::fill_closed_descriptors();
  // Past the limit of a file's size a write then fails, as on a full disk.
  std::signal(SIGXFSZ, SIG_IGN);
  try {
    status = trialsift::cli::run(argc, argv);
    trialsift::cli::flush_stdout();
  } catch (const Error& error) {
    status = trialsift::cli::report(error);
  } catch (const std::exception& error) {
    status = trialsift::cli::report(trialsift::cli::error_of(error));
  }
  return status;
}
