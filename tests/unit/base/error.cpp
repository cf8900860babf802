// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/error.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "support/catch.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/log.hpp"

using namespace trialsift::base;

TEST_CASE("the rows of the table of errors stand in the order of their codes") {
  const auto table = error_table();
  REQUIRE(table.size() == static_cast<std::size_t>(ErrorCode::kInternal) + 1);
  for (std::size_t i = 0; i < table.size(); ++i) {
    CHECK(static_cast<std::size_t>(table[i].code) == i);
    CHECK(&error_info(static_cast<ErrorCode>(i)) == &table[i]);
  }
}

TEST_CASE("no two errors have one slug, and slugs are plain words") {
  std::set<std::string_view> slugs;
  for (const ErrorInfo& info : error_table()) {
    CAPTURE(info.slug);
    CHECK(slugs.insert(info.slug).second);
    CHECK_FALSE(info.slug.empty());
    CHECK(info.slug.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
  }
}

TEST_CASE("an error ends with 1, 2 or 130") {
  for (const ErrorInfo& info : error_table()) {
    CAPTURE(info.slug);
    CHECK((info.exit_status == 1 || info.exit_status == 2 || info.exit_status == 130));
  }
  CHECK(error_info(ErrorCode::kInterrupted).exit_status == 130);
  CHECK(error_info(ErrorCode::kUsage).exit_status == 2);
}

TEST_CASE("an error without a hint of its own has its code's") {
  const Error plain(ErrorCode::kUsage, "sentence");
  CHECK(plain.code() == ErrorCode::kUsage);
  CHECK(std::string(plain.what()) == "sentence");
  CHECK(plain.hint() == error_info(ErrorCode::kUsage).hint);
  CHECK(plain.where().file.empty());
  const Error own(ErrorCode::kUsage, "sentence", "do this", Place{"f", 3, 17, "NCT00000001"});
  CHECK(own.hint() == "do this");
  CHECK(own.where().file == "f");
  CHECK(own.where().line == 3);
  CHECK(own.where().offset == 17);
  CHECK(own.where().id == "NCT00000001");
}

TEST_CASE("a failed system call says what was done and why it failed") {
  const auto thrown = [](int number) -> std::pair<ErrorCode, std::string> {
    try {
      throw_system_error("cannot write /a/b", number);
    } catch (const Error& error) {
      return {error.code(), error.what()};
    }
  };
  CHECK(thrown(EACCES) == std::pair(ErrorCode::kIo, std::string("cannot write /a/b: Permission denied")));
  for (const int full : {ENOSPC, EDQUOT, EFBIG}) CHECK(thrown(full).first == ErrorCode::kDiskFull);
}

TEST_CASE("a wish to stop is kept and ends long work") {
  CHECK_FALSE(interrupt_requested());
  CHECK_NOTHROW(check_interrupt());
  // The wish cannot be taken back: it is said in another process.
  const pid_t child = ::fork();
  if (child == 0) {
    request_interrupt();
    int status = interrupt_requested() ? 1 : 0;
    try {
      check_interrupt();
    } catch (const Error& error) {
      if (error.code() == ErrorCode::kInterrupted) status += 2;
    }
    ::_exit(status);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 3);
  CHECK_FALSE(interrupt_requested());
}

TEST_CASE("lines of the log go to the sink, and nowhere without one") {
  std::vector<std::pair<LogLevel, std::string>> lines;
  set_log_sink([&lines](LogLevel level, const std::string& line) { lines.emplace_back(level, line); });
  log(LogLevel::kInfo, "one");
  log(LogLevel::kWarning, "two");
  set_log_sink({});
  log(LogLevel::kDebug, "three");
  CHECK(lines == std::vector<std::pair<LogLevel, std::string>>{{LogLevel::kInfo, "one"}, {LogLevel::kWarning, "two"}});
}
