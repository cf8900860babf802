// SPDX-License-Identifier: GPL-2.0-or-later
#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "crash/index_case.hpp"
#include "support/catch.hpp"

using namespace trialsift::testing;
namespace fs = std::filesystem;

namespace {

void write_line(const char* path, const std::string& line) {
  std::ofstream(path) << line;
}

/// From here on this process and its children have mounts of their own; false where that is not allowed.
bool own_mounts() {
  static const bool allowed = [] {
    const uid_t user = ::geteuid();
    const gid_t group = ::getegid();
    if (::unshare(CLONE_NEWNS) != 0) {
      if (::unshare(CLONE_NEWUSER | CLONE_NEWNS) != 0) return false;
      write_line("/proc/self/setgroups", "deny");
      write_line("/proc/self/uid_map", "0 " + std::to_string(user) + " 1");
      write_line("/proc/self/gid_map", "0 " + std::to_string(group) + " 1");
    }
    return ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0;
  }();
  return allowed;
}

class Mount {
 public:
  Mount(const fs::path& from, const fs::path& to, const char* type, unsigned long flags, const char* options = nullptr)
      : to_(to), mounted_(own_mounts() && ::mount(from.c_str(), to.c_str(), type, flags, options) == 0) {}
  ~Mount() {
    if (mounted_) ::umount2(to_.c_str(), MNT_DETACH);
  }
  Mount(const Mount&) = delete;
  Mount& operator=(const Mount&) = delete;
  bool mounted() const { return mounted_; }

 private:
  fs::path to_;
  bool mounted_;
};

bool skipped(bool possible, const char* what) {
  if (!possible) WARN("skipped: " << what << " is not possible here");
  return !possible;
}

/// The last of a small file system, so that the next few bytes do not fit.
void fill_up(const fs::path& folder, std::uintmax_t leave) {
  const std::uintmax_t room = fs::space(folder).available;
  std::ofstream file(folder / "ballast", std::ios::binary);
  for (std::uintmax_t written = 0; written + leave < room; written += 4096) file << std::string(4096, 'x');
}

}  // namespace

TEST_CASE("a file that may not grow any more is a full disk: a clear error, and the index as it was", "[disk]") {
  for (const Change::Kind kind : kChanges) {
    const Change change(kind);
    for (const rlim_t limit : {0U, 1000U, 20'000U, 60'000U}) {
      INFO(name_of(kind) << ", files up to " << limit);
      change.restore();
      Program::Setting setting = change.setting();
      setting.before = [limit] {
        const rlimit size{limit, limit};
        ::setrlimit(RLIMIT_FSIZE, &size);
      };
      int pipe[2];  // what it says goes to a file elsewhere, which is limited too: only its status counts here
      REQUIRE(::pipe2(pipe, O_CLOEXEC) == 0);
      setting.out = pipe[1];
      const Ended ended = run(change.command(), setting);
      ::close(pipe[0]);
      ::close(pipe[1]);
      CHECK(ended.status == 2);
      INFO(ended.err);
      if (limit > 500) CHECK(ended.err.starts_with("trialsift: error[disk-full]: "));
      CHECK(change.wrong() == "");
      CHECK_FALSE(change.is_after());
      CHECK(change.wrong_after_repeat() == "");
    }
  }
}

TEST_CASE("on a full file system a run ends with a clear error, and the index is as it was", "[disk]") {
  for (const Change::Kind kind : kChanges) {
    const Change change(kind);
    for (const std::uintmax_t leave : {0U, 40'000U, 300'000U}) {
      INFO(name_of(kind) << ", room for " << leave);
      change.restore();
      if (kind != Change::Kind::kBuild) fs::rename(change.folder() / "index", change.folder() / "kept");
      fs::create_directories(change.folder() / "index");
      const Mount disk("none", change.folder() / "index", "tmpfs", 0, "size=16m");
      if (!skipped(disk.mounted(), "mounting a file system")) {
        if (fs::exists(change.folder() / "kept")) {
          fs::copy(change.folder() / "kept", change.folder() / "index", fs::copy_options::recursive);
        }
        fill_up(change.folder() / "index", leave);
        const Ended ended = run(change.command(), change.setting());
        CHECK(ended.status == 2);
        CHECK(ended.err.starts_with("trialsift: error[disk-full]: "));
        CHECK(ended.err.find("the index is as it was") != std::string::npos);
        CHECK(change.wrong() == "");
        CHECK_FALSE(change.is_after());
        fs::remove(change.folder() / "index" / "ballast");
        CHECK(change.wrong_after_repeat() == "");
      }
      fs::remove_all(change.folder() / "kept");
    }
  }
}

TEST_CASE("a read-only index answers, and a run that would change it ends with a clear error", "[disk]") {
  const Change change(Change::Kind::kUpdate);
  change.restore();
  const fs::path index = change.folder() / "index";
  const Mount bind(index, index, nullptr, MS_BIND);
  if (skipped(bind.mounted(), "mounting a folder read-only")) return;
  REQUIRE(::mount(nullptr, index.c_str(), nullptr, MS_REMOUNT | MS_BIND | MS_RDONLY, nullptr) == 0);
  const Ended ended = run(change.command(), change.setting());
  CHECK(ended.status == 2);
  CHECK(ended.err.starts_with("trialsift: error[io]: cannot write index/LOCK: Read-only file system"));
  CHECK(change.wrong() == "");
  CHECK_FALSE(change.is_after());
}
