// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <csignal>
#include <fstream>

#include "crash/index_case.hpp"
#include "support/catch.hpp"

using namespace trialsift::testing;

namespace {

Program::Setting with_fault(const Change& change, const std::string& kind, std::size_t at) {
  Program::Setting setting = change.setting();
  setting.environment = {"LD_PRELOAD=" FAULT_SHIM, "FAULT_COUNT=" + (change.folder() / "calls").string(),
                         "FAULT_KIND=" + kind, "FAULT_AT=" + std::to_string(at)};
  // Sanitizers want to be the first library and need not be; Xapian frees less than all where a write of its own fails.
  const char* given = std::getenv("ASAN_OPTIONS");
  setting.environment.push_back("ASAN_OPTIONS=" + std::string(given == nullptr ? "" : given) +
                                ":verify_asan_link_order=0:detect_leaks=0");
  return setting;
}

/// How often an undisturbed run changes files.
std::size_t calls(const Change& change) {
  change.restore();
  REQUIRE(run(change.command(), with_fault(change, "none", 0)).status == 0);
  std::size_t count = 0;
  std::ifstream(change.folder() / "calls") >> count;
  return count;
}

/// Every call, or so many evenly spread ones, but always the last, which publish.
std::vector<std::size_t> chosen(std::size_t count, std::size_t most) {
  std::vector<std::size_t> places;
  const std::size_t publishing = std::min(count, most / 2);
  const std::size_t others = std::min(count - publishing, most - publishing);
  for (std::size_t i = 0; i < others; ++i) places.push_back(1 + i * (count - publishing) / others);
  for (std::size_t i = count - publishing; i < count; ++i) places.push_back(i + 1);
  return places;
}

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// The run may also go on where the call was not needed; where it fails it says why.
std::string badly_told(const std::string& kind, const Ended& ended) {
  if (kind == "kill") return ended.status == 128 + SIGKILL ? "" : "it was not killed";
  if (ended.status == 0) return "";
  const bool told =
      kind == "full" ? holds(ended.err, "trialsift: error[disk-full]: ") && holds(ended.err, "No space left on device")
                     : holds(ended.err, "trialsift: error[io]: ") && holds(ended.err, "Input/output error");
  return ended.status == 2 && told ? "" : "status " + std::to_string(ended.status) + ", " + ended.err;
}

}  // namespace

TEST_CASE("where any write, sync or rename fails or is the last, the index is that of before or of after", "[faults]") {
  for (const Change::Kind kind : kChanges) {
    const Change change(kind);
    const std::size_t count = calls(change);
    REQUIRE(count > 20);
    for (const std::string fault : {"kill", "io", "full"}) {
      for (const std::size_t at : chosen(count, rounds(6))) {
        INFO(name_of(kind) << ", " << fault << " at call " << at << " of " << count);
        change.restore();
        const Ended ended = run(change.command(), with_fault(change, fault, at));
        REQUIRE(badly_told(fault, ended) == "");
        REQUIRE(change.wrong() == "");
        REQUIRE(change.wrong_after_repeat() == "");
      }
    }
  }
}
