// SPDX-License-Identifier: GPL-2.0-or-later
#include <fcntl.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <csignal>
#include <thread>

#include "crash/index_case.hpp"
#include "support/catch.hpp"

using namespace trialsift::testing;
using namespace std::chrono_literals;

namespace {

/// A run that waits in the middle: its input comes from a pipe that gives a part and stays open.
class WaitingRun {
 public:
  explicit WaitingRun(const Program::Setting& where, const std::string& part) {
    REQUIRE(::pipe2(pipe_, O_CLOEXEC) == 0);
    Program::Setting setting = where;
    setting.in = pipe_[0];
    program_.emplace(Words{"index", "--index", "index", "-"}, setting);
    REQUIRE(::write(pipe_[1], part.data(), part.size()) == static_cast<ssize_t>(part.size()));
    wait_for_lock(where);
    wait_for_empty();
  }
  ~WaitingRun() {
    ::close(pipe_[0]);
    end_input();
  }
  WaitingRun(const WaitingRun&) = delete;
  WaitingRun& operator=(const WaitingRun&) = delete;

  Program& program() { return *program_; }
  void end_input() {
    if (pipe_[1] >= 0) ::close(pipe_[1]);
    pipe_[1] = -1;
  }

 private:
  static void wait_for_lock(const Program::Setting& where) {
    for (int i = 0; i < 5000 && !std::filesystem::exists(where.folder / "index/LOCK"); ++i) {
      std::this_thread::sleep_for(1ms);
    }
  }
  /// The program has read what there is: it stands in the next read.
  void wait_for_empty() const {
    for (int i = 0; i < 5000; ++i) {
      int waiting = 0;
      if (::ioctl(pipe_[0], FIONREAD, &waiting) != 0 || waiting == 0) break;
      std::this_thread::sleep_for(1ms);
    }
    std::this_thread::sleep_for(20ms);
  }

  int pipe_[2] = {-1, -1};
  std::optional<Program> program_;
};

constexpr int kSignals[] = {SIGINT, SIGTERM};

}  // namespace

TEST_CASE("Ctrl-C and SIGTERM end a build and an update with status 130 and leave the index as it was", "[signals]") {
  for (const Change::Kind kind : {Change::Kind::kBuild, Change::Kind::kUpdate}) {
    const Change change(kind);
    for (const int number : kSignals) {
      change.restore();
      WaitingRun waiting(change.setting(), studies(0, 30, 3));
      waiting.program().signal(number);
      const Ended ended = waiting.program().wait();
      CHECK(ended.status == 130);
      CHECK(ended.err == "trialsift: error[interrupted]: interrupted: the index is as it was\n");
      CHECK(change.wrong() == "");
      CHECK_FALSE(change.is_after());
      CHECK(change.wrong_after_repeat() == "");
    }
  }
}

TEST_CASE("interrupted at any moment, a run says so or has done its work", "[signals]") {
  const Change change(Change::Kind::kCompaction);
  for (std::size_t round = 0; round < rounds(4); ++round) {
    INFO(round);
    change.restore();
    Program program(change.command(), change.setting());
    std::this_thread::sleep_for(change.duration() * round / rounds(4));
    program.signal(SIGINT);
    const Ended ended = program.wait();
    CHECK((ended.status == 0 || ended.status == 130));  // also of one that had no handler yet
    CHECK(change.wrong() == "");
    if (ended.status == 0) CHECK(change.is_after());
    CHECK(change.wrong_after_repeat() == "");
  }
}

TEST_CASE("a second writer is refused at once and does not disturb the first", "[signals]") {
  const Change change(Change::Kind::kUpdate);
  change.restore();
  WaitingRun first(change.setting(), studies(0, 5, 3));
  const auto begin = std::chrono::steady_clock::now();
  const Ended second = run(change.command(), change.setting());
  CHECK(std::chrono::steady_clock::now() - begin < 5s);
  CHECK(second.status == 2);
  CHECK(second.err.starts_with("trialsift: error[index-locked]: another process is writing the index in index\n"));
  CHECK(change.wrong() == "");
  first.end_input();
  CHECK(first.program().wait().status == 0);
  CHECK(run({"check", "--index", "index"}, change.setting()).status == 0);
  CHECK(run({"count", "--index", "index", "title:\"version 3\""}, change.setting()).out == "5\n");
}

TEST_CASE("a giant record is read, analysed and indexed by steps, between which a signal is answered", "[signals]") {
  const TempFolder folder;
  std::string text;
  for (int i = 0; text.size() < 6'000'000; ++i) text += "word" + std::to_string(i % 40'000) + "-b ";
  folder.write("giant.json", R"({"protocolSection":{"identificationModule":{"nctId":"NCT99000001"},)"
                             R"("descriptionModule":{"detailedDescription":")" +
                                 text + R"("}}})");
  const Words command{"index", "--index", "index", "giant.json"};
  const auto begin = std::chrono::steady_clock::now();
  REQUIRE(run(command, {folder.path()}).status == 0);
  const auto whole = std::chrono::steady_clock::now() - begin;
  for (std::size_t round = 0; round < rounds(4); ++round) {
    std::filesystem::remove_all(folder / "index");
    Program program(command, {folder.path()});
    std::this_thread::sleep_for(whole * (round + 1) / (rounds(4) + 1));
    const auto asked = std::chrono::steady_clock::now();
    program.signal(SIGTERM);
    const Ended ended = program.wait();
    INFO(round);
    CHECK((ended.status == 0 || ended.status == 130));
    // A second on a machine that does nothing else; here a share of what the whole took.
    CHECK(std::chrono::steady_clock::now() - asked < std::max<std::chrono::steady_clock::duration>(1s, whole / 2));
  }
}

TEST_CASE("a record without an end is no reason to let a signal wait", "[signals]") {
  const TempFolder folder;
  int pipe[2];
  REQUIRE(::pipe2(pipe, O_CLOEXEC) == 0);
  Program::Setting setting{folder.path()};
  setting.in = pipe[0];
  Program program({"index", "--index", "index", "-"}, setting);
  ::close(pipe[0]);
  std::signal(SIGPIPE, SIG_IGN);
  std::thread writer([&pipe] {
    std::string text = R"({"protocolSection":{"x":")";
    while (::write(pipe[1], text.data(), text.size()) > 0) text.assign(1U << 16U, 'x');
  });
  std::this_thread::sleep_for(500ms);
  const auto asked = std::chrono::steady_clock::now();
  program.signal(SIGTERM);
  const Ended ended = program.wait();
  CHECK(ended.status == 130);
  CHECK(std::chrono::steady_clock::now() - asked < 5s);
  writer.join();
  ::close(pipe[1]);
  std::signal(SIGPIPE, SIG_DFL);
}
