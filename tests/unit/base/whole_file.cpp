// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/whole_file.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>

#include "support/catch.hpp"
#include "support/temp_folder.hpp"
#include "trialsift/base/error.hpp"

namespace trialsift::base {
namespace {

namespace fs = std::filesystem;
using testing::TempFolder;

std::size_t entries_in(const fs::path& folder) {
  std::size_t count = 0;
  for ([[maybe_unused]] const auto& entry : fs::directory_iterator(folder)) ++count;
  return count;
}

TEST_CASE("a file appears when it is published, and not before") {
  const TempFolder folder;
  WholeFile file(folder / "out");
  file.write("some");
  REQUIRE(entries_in(folder.path()) == 0);
  file.publish();
  REQUIRE(read_file(folder / "out") == "some");
  REQUIRE(entries_in(folder.path()) == 1);
}

TEST_CASE("a file that was there is as it was until the new one is published") {
  const TempFolder folder;
  const fs::path out = folder.write("out", "old");
  {
    WholeFile file(out);
    file.write("new");
    file.finish();
    REQUIRE(read_file(out) == "old");
  }
  REQUIRE(read_file(out) == "old");
  REQUIRE(entries_in(folder.path()) == 1);
}

TEST_CASE("a file that is replaced keeps its mode") {
  const TempFolder folder;
  const fs::path out = folder.write("out", "old");
  fs::permissions(out, fs::perms(0640));
  WholeFile file(out);
  file.write("new");
  file.publish();
  REQUIRE(read_file(out) == "new");
  REQUIRE(fs::status(out).permissions() == fs::perms(0640));
}

TEST_CASE("a new file has the mode that the umask leaves") {
  const TempFolder folder;
  const mode_t before = ::umask(027);
  WholeFile file(folder / "out");
  ::umask(before);
  file.publish();
  REQUIRE(fs::status(folder / "out").permissions() == fs::perms(0640));
}

TEST_CASE("a symbolic link stays, and what it points to is replaced") {
  const TempFolder folder;
  folder.write("there/real", "old");
  fs::create_symlink("there/real", folder / "link");
  WholeFile file(folder / "link");
  file.write("new");
  file.publish();
  REQUIRE(fs::is_symlink(folder / "link"));
  REQUIRE(read_file(folder / "there/real") == "new");
}

TEST_CASE("a link whose target does not exist yet makes it") {
  const TempFolder folder;
  fs::create_symlink("missing", folder / "link");
  WholeFile file(folder / "link");
  file.publish();
  REQUIRE(fs::is_symlink(folder / "link"));
  REQUIRE(fs::is_regular_file(folder / "missing"));
}

TEST_CASE("links in a circle, folders and missing folders are refused") {
  const TempFolder folder;
  fs::create_symlink("b", folder / "a");
  fs::create_symlink("a", folder / "b");
  REQUIRE_THROWS_AS(WholeFile(folder / "a"), Error);
  REQUIRE_THROWS_AS(WholeFile(folder.path()), Error);
  REQUIRE_THROWS_AS(WholeFile(folder / "no" / "out"), Error);
}

TEST_CASE("more than the buffer holds is written whole") {
  const TempFolder folder;
  const std::string line(1000, 'x');
  WholeFile file(folder / "out");
  for (int i = 0; i < 1000; ++i) file.write(line);
  file.write(std::string(1U << 20U, 'y'));
  file.publish();
  REQUIRE(fs::file_size(folder / "out") == 1000 * 1000 + (1U << 20U));
}

}  // namespace
}  // namespace trialsift::base
