// SPDX-License-Identifier: GPL-2.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <sstream>

#include "crash/index_case.hpp"
#include "support/catch.hpp"

using namespace trialsift::testing;

namespace {

constexpr int kTrials = 400;
constexpr int kPublishes = 20;

std::string read_some(int file, std::size_t size) {
  std::string bytes(size, '\0');
  const ssize_t got = ::read(file, bytes.data(), size);
  bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
  return bytes;
}

void publish(const TempFolder& folder, int version) {
  folder.write("all.ndjson", studies(0, kTrials, version));
  const Ended ended = run({"index", "--quiet", "--index", "index", "all.ndjson"}, {folder.path()});
  if (ended.status != 0) FAIL(ended.err);
}

}  // namespace

TEST_CASE("a long output is whole and of one generation while twenty others are published", "[readers]") {
  const TempFolder folder;
  publish(folder, 1);
  for (const Words& query : {Words{"search", "--index", "index", "-n", "0", "-f", "jsonl", ""},
                             Words{"search", "--index", "index", "-n", "0", "-f", "text", "relapse OR dose"}}) {
    const std::string undisturbed = run(query, {folder.path()}).out;
    REQUIRE(undisturbed.size() > 100'000);  // more than a pipe holds

    int pipe[2];
    REQUIRE(::pipe2(pipe, O_CLOEXEC) == 0);
    Program::Setting setting{folder.path()};
    setting.out = pipe[1];
    Program reader(query, setting);
    ::close(pipe[1]);
    std::string out = read_some(pipe[0], 4096);
    for (int i = 1; i <= kPublishes; ++i) publish(folder, i % 2 == 0 ? 1 : 2);
    CHECK(reader.running());
    for (std::string part = read_some(pipe[0], 4096); !part.empty(); part = read_some(pipe[0], 4096)) out += part;
    ::close(pipe[0]);
    CHECK(reader.wait().status == 0);
    CHECK((out == undisturbed));
  }
}

TEST_CASE("readers that start while generations come and go find one of them", "[readers]") {
  const TempFolder folder;
  publish(folder, 1);
  folder.write("two.ndjson", studies(0, 5, 2));
  folder.write("one.ndjson", studies(0, 5, 3));
  std::size_t reads = 0;
  for (std::size_t round = 0; round < rounds(6); ++round) {
    Program writer({"index", "--index", "index", round % 2 == 0 ? "two.ndjson" : "one.ndjson"}, {folder.path()});
    while (writer.running()) {
      const Ended ended = run({"count", "--index", "index", "trial"}, {folder.path()});
      if (ended.out != std::to_string(kTrials) + "\n") FAIL(ended.out << ended.err);
      ++reads;
    }
  }
  CHECK(reads > 0);
}
