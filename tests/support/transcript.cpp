// SPDX-License-Identifier: GPL-2.0-or-later
//
// transcript [--update] PROGRAM_DIR CORPUS_DIR FILE...
//
// Runs the sessions of each FILE and compares what is printed with what the file shows. A session is a file
// tests/cli/*.t as a whole, or the blocks of a Markdown file whose fence reads ```console. All commands of a file run
// in their order in one fresh temporary folder that holds a copy of CORPUS_DIR as `corpus`.
//
//     # a comment, ends the output before it
//     $ command            run by bash, standard input empty, standard error into standard output
//     > more of it         joined with a line end; only right after the command
//     the output expected
//     ? 2                  the exit status expected, after the output; 0 if there is none
//
// - A line `...` stands for any number of lines, `[...]` inside a line for any text.
// - Blank lines are output where output follows; those before a comment, the next command or the end are layout.
// - White space at the ends of lines does not count.
// - An output line that starts with "$ ", "# ", "? " or "\" has a backslash in front.
//
// The environment holds nothing but PATH (PROGRAM_DIR first), HOME and XDG_DATA_HOME in the temporary folder,
// LC_ALL=C.UTF-8, TERM=dumb, and the options of sanitizers. --update writes the output that came in place of what
// differs. Exit status: 0 all as shown, 1 something differs, 2 a file that cannot be read as a session.

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

extern char** environ;  // not declared by every unistd.h

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

constexpr std::string_view kAnyLines = "...";
constexpr std::string_view kAnyText = "[...]";

[[noreturn]] void fail(const std::string& doing) {
  throw std::system_error(errno, std::generic_category(), doing);
}

std::string without_end_blanks(std::string line) {
  line.erase(line.find_last_not_of(" \t\r") + 1);
  return line;
}

Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// A command with what it should print, and where the file shows that: lines [begin, end), numbered from 0.
struct Step {
  std::size_t line = 0;  ///< of the command, numbered from 1
  std::string command;
  Lines expected;
  int status = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
};

bool is_command(std::string_view line) {
  return line.starts_with("$ ");
}
bool is_comment(std::string_view line) {
  return line == "#" || line.starts_with("# ");
}
bool needs_backslash(std::string_view line) {
  return is_command(line) || line.starts_with("# ") || line.starts_with("? ") || line.starts_with('\\');
}

int status_in(std::string_view digits, std::size_t line) {
  int status = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), status);
  if (error != std::errc() || stop != digits.data() + digits.size()) {
    throw std::runtime_error("line " + std::to_string(line) + ": \"? \" wants an exit status");
  }
  return status;
}

/// The steps in the lines [from, to).
void read_steps(const Lines& lines, std::size_t from, std::size_t to, std::vector<Step>& steps) {
  std::size_t at = from;
  while (at < to) {
    if (is_comment(lines[at]) || lines[at].empty()) {
      ++at;
      continue;
    }
    if (!is_command(lines[at])) {
      throw std::runtime_error("line " + std::to_string(at + 1) + ": neither a command nor a comment");
    }
    Step step;
    step.line = at + 1;
    step.command = lines[at++].substr(2);
    for (; at < to && (lines[at] == ">" || lines[at].starts_with("> ")); ++at) {
      step.command += '\n';
      step.command += std::string_view(lines[at]).substr(std::min<std::size_t>(2, lines[at].size()));
    }
    step.begin = at;
    for (; at < to && !is_command(lines[at]) && !is_comment(lines[at]); ++at) {
      if (lines[at].starts_with("? ")) {
        step.status = status_in(std::string_view(lines[at]).substr(2), at + 1);
        ++at;
        break;
      }
      step.expected.push_back(lines[at].substr(lines[at].starts_with('\\') ? 1 : 0));
    }
    while (!step.expected.empty() && step.expected.back().empty()) step.expected.pop_back();
    step.end = at;
    while (step.end > step.begin && lines[step.end - 1].empty()) --step.end;
    steps.push_back(std::move(step));
  }
}

std::vector<Step> read_session(const fs::path& file, const Lines& lines) {
  std::vector<Step> steps;
  if (file.extension() != ".md") {
    read_steps(lines, 0, lines.size(), steps);
    return steps;
  }
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (!lines[at].starts_with("```")) continue;
    const std::size_t begin = at + 1;
    std::size_t end = begin;
    while (end < lines.size() && lines[end] != "```") ++end;
    if (end == lines.size()) throw std::runtime_error("line " + std::to_string(begin) + ": this block has no end");
    if (lines[at] == "```console") read_steps(lines, begin, end, steps);
    at = end;
  }
  return steps;
}

bool line_matches(std::string_view expected, std::string_view actual) {
  std::size_t hole = expected.find(kAnyText);
  if (hole == std::string_view::npos) return expected == actual;
  if (!actual.starts_with(expected.substr(0, hole))) return false;
  actual.remove_prefix(hole);
  expected.remove_prefix(hole + kAnyText.size());
  while ((hole = expected.find(kAnyText)) != std::string_view::npos) {
    const std::size_t found = actual.find(expected.substr(0, hole));
    if (found == std::string_view::npos) return false;
    actual.remove_prefix(found + hole);
    expected.remove_prefix(hole + kAnyText.size());
  }
  return actual.ends_with(expected);
}

/// As with file names: after a line that does not fit, the last `...` takes one line more.
bool output_matches(const Lines& expected, const Lines& actual) {
  std::size_t e = 0;
  std::size_t a = 0;
  std::size_t after_hole = expected.size() + 1;
  std::size_t taken = 0;
  while (a < actual.size()) {
    if (e < expected.size() && expected[e] == kAnyLines) {
      after_hole = ++e;
      taken = a;
    } else if (e < expected.size() && line_matches(expected[e], actual[a])) {
      ++e;
      ++a;
    } else if (after_hole <= expected.size()) {
      e = after_hole;
      a = ++taken;
    } else {
      return false;
    }
  }
  while (e < expected.size() && expected[e] == kAnyLines) ++e;
  return e == expected.size();
}

/// Owns the folder in which a session runs.
class Folder {
 public:
  explicit Folder(const fs::path& corpus) {
    std::string name = (fs::temp_directory_path() / "transcript.XXXXXX").string();
    if (::mkdtemp(name.data()) == nullptr) fail("cannot make a temporary folder");
    path_ = name;
    fs::copy(corpus, path_ / "corpus", fs::copy_options::recursive);
    fs::create_directories(home());
  }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  const fs::path& path() const { return path_; }
  fs::path home() const { return path_ / ".home"; }

 private:
  fs::path path_;
};

Lines environment(const fs::path& programs, const Folder& folder) {
  const char* const path = std::getenv("PATH");
  Lines variables = {"PATH=" + programs.string() + ":" + (path != nullptr ? path : "/usr/bin:/bin"),
                     "HOME=" + folder.home().string(), "XDG_DATA_HOME=" + (folder.home() / "data").string(),
                     "LC_ALL=C.UTF-8", "TERM=dumb"};
  for (const char* name : {"ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
    if (const char* value = std::getenv(name)) variables.push_back(std::string(name) + "=" + value);
  }
  return variables;
}

struct Outcome {
  Lines output;
  int status = 0;
};

[[noreturn]] void become_bash(const Step& step, const fs::path& folder, Lines variables, int output) {
  std::string shell = "bash";
  std::string option = "-c";
  std::string command = step.command;
  std::array<char*, 4> arguments = {shell.data(), option.data(), command.data(), nullptr};
  std::vector<char*> pointers;
  for (std::string& variable : variables) pointers.push_back(variable.data());
  pointers.push_back(nullptr);
  const int nothing = ::open("/dev/null", O_RDONLY | O_CLOEXEC);  // NOLINT(*-vararg)
  if (::chdir(folder.c_str()) == 0 && nothing >= 0 && ::dup2(nothing, STDIN_FILENO) >= 0 &&
      ::dup2(output, STDOUT_FILENO) >= 0 && ::dup2(output, STDERR_FILENO) >= 0) {
    environ = pointers.data();
    ::execvp(shell.c_str(), arguments.data());
  }
  ::_exit(127);
}

Outcome run(const Step& step, const fs::path& folder, const Lines& variables) {
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) fail("cannot make a pipe");
  const pid_t child = ::fork();
  if (child < 0) fail("cannot start a process");
  if (child == 0) {
    ::close(ends[0]);
    become_bash(step, folder, variables, ends[1]);
  }
  ::close(ends[1]);
  std::string text;
  std::array<char, 4096> buffer{};
  while (true) {
    const ssize_t got = ::read(ends[0], buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    text.append(buffer.data(), static_cast<std::size_t>(got));
  }
  ::close(ends[0]);
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  Outcome outcome;
  outcome.output = lines_of(text);
  for (std::string& line : outcome.output) line = without_end_blanks(std::move(line));
  while (!outcome.output.empty() && outcome.output.back().empty()) outcome.output.pop_back();
  constexpr int kSignalled = 128;
  outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : kSignalled + WTERMSIG(status);
  return outcome;
}

void print(const char* title, const Lines& lines, int status) {
  std::cerr << "  " << title << " (exit status " << status << ")\n";
  for (const std::string& line : lines) std::cerr << "    " << line << '\n';
}

/// What the file should show instead of the lines [begin, end) of the step.
Lines shown(const Outcome& outcome) {
  Lines lines;
  for (const std::string& line : outcome.output) {
    lines.push_back(line);
    if (needs_backslash(line)) lines.back().insert(lines.back().begin(), '\\');
  }
  if (outcome.status != 0) lines.push_back("? " + std::to_string(outcome.status));
  return lines;
}

void write_updated(const fs::path& file, Lines lines, const std::vector<std::pair<Step, Lines>>& changes) {
  for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
    const auto& [step, output] = *change;
    const auto at = lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(step.begin),
                                lines.begin() + static_cast<std::ptrdiff_t>(step.end));
    lines.insert(at, output.begin(), output.end());
  }
  std::ofstream out(file, std::ios::binary);
  for (const std::string& line : lines) out << line << '\n';
  if (!out.flush()) throw std::runtime_error("cannot write it");
}

/// True if all is as shown.
bool run_session(const fs::path& file, const fs::path& programs, const fs::path& corpus, bool update) {
  std::ifstream in(file, std::ios::binary);
  if (!in) throw std::runtime_error("cannot read it");
  Lines lines = lines_of(std::string(std::istreambuf_iterator<char>(in), {}));
  for (std::string& line : lines) line = without_end_blanks(std::move(line));
  const std::vector<Step> steps = read_session(file, lines);
  if (steps.empty()) throw std::runtime_error("there is no command in it");

  const Folder folder(corpus);
  const Lines variables = environment(programs, folder);
  std::vector<std::pair<Step, Lines>> changes;
  for (const Step& step : steps) {
    const Outcome outcome = run(step, folder.path(), variables);
    if (outcome.status == step.status && output_matches(step.expected, outcome.output)) continue;
    std::cerr << file.string() << ":" << step.line << ": $ " << step.command << '\n';
    print("expected", step.expected, step.status);
    print("actual", outcome.output, outcome.status);
    changes.emplace_back(step, shown(outcome));
  }
  std::cout << file.string() << ": " << steps.size() << " commands, " << changes.size() << " differ\n";
  if (update && !changes.empty()) write_updated(file, std::move(lines), changes);
  return changes.empty();
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const bool update = std::erase(arguments, "--update") > 0;
  if (arguments.size() < 3) {
    std::cerr << "usage: transcript [--update] PROGRAM_DIR CORPUS_DIR FILE...\n";
    return 2;
  }
  int status = 0;
  for (std::size_t i = 2; i < arguments.size(); ++i) {
    try {
      if (!run_session(arguments[i], fs::absolute(arguments[0]), arguments[1], update)) status = std::max(status, 1);
    } catch (const std::exception& error) {
      std::cerr << arguments[i] << ": " << error.what() << '\n';
      status = 2;
    }
  }
  return status;
}
