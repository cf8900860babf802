// SPDX-License-Identifier: GPL-2.0-or-later
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

#include "crash/index_case.hpp"
#include "support/catch.hpp"

using namespace trialsift::testing;
namespace fs = std::filesystem;

namespace {

constexpr gid_t kShared = 61'000;

/// One of two users who have nothing in common but a group.
Program::Setting as_user(const fs::path& folder, uid_t user, mode_t mask) {
  Program::Setting setting{folder};
  setting.before = [user, mask] {
    const gid_t shared = kShared;
    if (::setgroups(1, &shared) != 0 || ::setgid(user) != 0 || ::setuid(user) != 0) ::_exit(125);
    ::umask(mask);
  };
  return setting;
}

std::size_t generations(const fs::path& index) {
  return static_cast<std::size_t>(
      std::count_if(fs::directory_iterator(index), fs::directory_iterator(),
                    [](const auto& e) { return e.path().filename().string().starts_with("gen-"); }));
}

}  // namespace

TEST_CASE("two users of one group change one index in a folder of that group, and leave nothing", "[users]") {
  if (::geteuid() != 0) return;
  for (const mode_t mode : {02775U, 0775U}) {
    for (const mode_t mask : {0002U, 0022U}) {
      INFO(std::oct << mode << ", umask " << mask);
      const TempFolder folder;
      fs::permissions(folder.path(), fs::perms(0755));
      fs::create_directories(folder / "index");
      REQUIRE(::chown((folder / "index").c_str(), 0, kShared) == 0);
      REQUIRE(::chmod((folder / "index").c_str(), mode) == 0);
      for (int version = 1; version <= 6; ++version) {
        fs::permissions(folder.write("all.ndjson", studies(0, 20, version)), fs::perms(0644));
        const uid_t user = version % 2 == 0 ? 61'001 : 61'002;
        const Ended ended = run({"index", "--index", "index", "all.ndjson"}, as_user(folder.path(), user, mask));
        if (ended.status == 127) return;  // the program is where these users may not go
        INFO("run " << version << ": " << ended.err);
        REQUIRE(ended.status == 0);
      }
      CHECK(generations(folder / "index") == 2);
      CHECK(run({"restore", "--index", "index"}, as_user(folder.path(), 61'001, mask)).status == 0);
      CHECK(run({"check", "--index", "index"}, as_user(folder.path(), 61'002, mask)).status == 0);
    }
  }
}
