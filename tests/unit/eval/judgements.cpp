// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/eval/judgements.hpp"

#include <string>

#include "support/catch.hpp"
#include "trialsift/base/error.hpp"

using namespace trialsift::eval;
using trialsift::base::Error;

namespace {

template <class Read>
std::string refusal(Read&& read) {
  try {
    read();
  } catch (const Error& error) {
    CHECK(error.code() == trialsift::base::ErrorCode::kInputUnreadable);
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("judgements may be apart by blanks or tabs, and keep the order of their topics") {
  const Judgements judgements = read_judgements("b 0 x 1\na\t0\ty\t-1\r\n\nb  0  z  0", "qrels");
  REQUIRE(judgements.topics.size() == 2);
  CHECK(judgements.topics[0].id == "b");
  CHECK(judgements.topics[0].levels.at("z") == 0);
  CHECK(judgements.topics[1].levels.at("y") == -1);
}

TEST_CASE("a line that is no judgement is refused with its place") {
  CHECK(refusal([] { read_judgements("1 0 a 1\n1 0 a", "q"); }) == "q, line 2: this is no judgement");
  CHECK(refusal([] { read_judgements("1 0 a yes", "q"); }) == "q, line 1: \"yes\" is no level of relevance");
  CHECK(refusal([] { read_judgements("1 0 a 1\n1 0 a 2", "q"); }) == "q, line 2: a is judged twice for topic 1");
}

TEST_CASE("a line that is no result is refused with its place") {
  CHECK(refusal([] { read_run("1 Q0 a 1 5", "r"); }) == "r, line 1: this is no result of a run");
  for (const std::string score : {"x", "5x", "nan", "inf"}) {
    CHECK(refusal([&] { read_run("1 Q0 a 1 " + score + " t", "r"); }) == "r, line 1: \"" + score + "\" is no score");
  }
  CHECK(refusal([] { read_run("1 Q0 a 1 5 t\n2 Q0 a 1 5 t\n1 Q0 a 2 4 t", "r"); }) ==
        "r, line 3: a stands twice in topic 1");
}
