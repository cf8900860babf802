// SPDX-License-Identifier: GPL-2.0-or-later
#include <sys/resource.h>

#include <fstream>

#include "crash/index_case.hpp"
#include "support/catch.hpp"

using namespace trialsift::testing;

namespace {

/// A sanitizer keeps terabytes of addresses for itself.
constexpr bool kSanitized =
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
    true;
#else
    false;
#endif
#else
    false;
#endif

}  // namespace

TEST_CASE("a lack of memory is told as one, with what to do, and the index is as it was", "[memory]") {
  if (kSanitized) return;
  const Change change(Change::Kind::kUpdate);
  change.restore();
  std::string text(60'000'000, 'a');
  std::ofstream(change.folder() / "giant.json")
      << R"({"protocolSection":{"identificationModule":{"nctId":"NCT99000001","briefTitle":")" << text << R"("}}})";
  Program::Setting setting = change.setting();
  setting.before = [] {
    const rlimit size{400U << 20U, 400U << 20U};
    ::setrlimit(RLIMIT_AS, &size);
  };
  const Ended ended = run({"index", "-j", "1", "--max-record", "100M", "--index", "index", "giant.json"}, setting);
  CHECK(ended.status == 2);
  CHECK(ended.err.starts_with("trialsift: error[no-memory]: not enough memory\n"));
  CHECK(ended.err.find("-j 1 and a smaller --max-record") != std::string::npos);
  CHECK(change.wrong() == "");
}
