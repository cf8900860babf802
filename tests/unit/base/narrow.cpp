// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/narrow.hpp"

#include <string>

#include "support/catch.hpp"

using namespace trialsift::base;

TEST_CASE("a count that fits is itself, one past its type is an error and never wraps") {
  CHECK(narrow<std::uint32_t>(4'294'967'295, "words") == 4'294'967'295);
  CHECK(narrow<std::int32_t>(2'147'483'647, "trials") == 2'147'483'647);
  CHECK(narrow<std::uint16_t>(65'535, "words") == 65'535);
  const auto refused = [](auto&& work) {
    try {
      work();
    } catch (const Error& error) {
      return error.code() == ErrorCode::kTooMany ? std::string(error.what()) : "another error";
    }
    return std::string("nothing");
  };
  CHECK(refused([] { narrow<std::uint32_t>(4'294'967'296, "words"); }) ==
        "the index would hold more than 4294967295 words");
  CHECK(refused([] { narrow<std::int32_t>(2'147'483'648, "trials"); }) ==
        "the index would hold more than 2147483647 trials");
  CHECK(refused([] { narrow<std::uint16_t>(~std::uint64_t{0}, "words"); }) ==
        "the index would hold more than 65535 words");
}
