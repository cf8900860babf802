// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/file.hpp"

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "support/catch.hpp"
#include "support/temp_folder.hpp"
#include "trialsift/base/error.hpp"

using namespace trialsift;
using namespace trialsift::base;
using trialsift::testing::TempFolder;
namespace fs = std::filesystem;

namespace {

/// The Error that `work` throws; code, and whether its sentence names the path.
struct Failure {
  ErrorCode code;
  std::string sentence;
  bool names(const Path& path) const { return sentence.find(path.string()) != std::string::npos; }
};

std::optional<Failure> failure_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return Failure{error.code(), error.what()};
  }
  return std::nullopt;
}

/// What another process finds: the exit status of a child that runs `work`.
int in_another_process(const std::function<int()>& work) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(work());
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

int lock_status(const Path& path) {
  return in_another_process([&path] {
    const auto failure = failure_of([&path] { const FileLock lock(path); });
    return !failure ? 0 : failure->code == ErrorCode::kIndexLocked ? 1 : 2;
  });
}

std::string long_text() {
  std::string text;
  for (int i = 0; text.size() < 700'000; ++i) text += std::to_string(i) + "\n";
  return text;
}

}  // namespace

TEST_CASE("a replaced file has the new bytes and leaves nothing beside it") {
  const TempFolder folder;
  const Path path = folder / "CURRENT";
  replace_file(path, "one");
  CHECK(read_file(path) == "one");
  replace_file(path, std::string_view("t\0wo\n", 5));
  CHECK(read_file(path) == std::string_view("t\0wo\n", 5));
  replace_file(path, "");
  CHECK(read_file(path).empty());
  CHECK(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()) == 1);
}

TEST_CASE("who holds the old file keeps the old bytes") {
  const TempFolder folder;
  const Path path = folder.write("f", "old bytes");
  const MappedFile old(path);
  replace_file(path, "new");
  CHECK(old.bytes() == "old bytes");
  CHECK(MappedFile(path).bytes() == "new");
}

TEST_CASE("a lock keeps another process out until it is given back") {
  const TempFolder folder;
  const Path path = folder / "LOCK";
  {
    const FileLock lock(path);
    CHECK(lock_status(path) == 1);
    CHECK(failure_of([&path] { const FileLock second(path); })->code == ErrorCode::kIndexLocked);
    CHECK(lock_status(folder / "OTHER") == 0);
  }
  CHECK(lock_status(path) == 0);
  const FileLock again(path);
  CHECK(lock_status(path) == 1);
}

TEST_CASE("a lock ends with its process, however that ends") {
  const TempFolder folder;
  const Path path = folder / "LOCK";
  CHECK(in_another_process([&path] {
          new FileLock(path);
          return 7;
        }) == 7);
  CHECK_FALSE(failure_of([&path] { const FileLock lock(path); }).has_value());
}

TEST_CASE("the refusal of a lock names the folder") {
  const TempFolder folder;
  const FileLock lock(folder / "LOCK");
  const auto failure = failure_of([&folder] { const FileLock second(folder / "LOCK"); });
  REQUIRE(failure);
  CHECK(failure->names(folder.path()));
}

TEST_CASE("a mapped file shows its bytes, an empty one an empty view") {
  const TempFolder folder;
  const std::string text = long_text();
  CHECK(MappedFile(folder.write("long", text)).bytes() == text);
  CHECK(MappedFile(folder.write("empty", "")).bytes().empty());
}

TEST_CASE("the mapped file that holds an address is found as long as it is mapped") {
  const TempFolder folder;
  const char* bytes = nullptr;
  {
    const MappedFile first(folder.write("a", "aaa"));
    const MappedFile second(folder.write("b\x1B", "bbb"));
    bytes = second.bytes().data();
    CHECK(MappedFile::holding(first.bytes().data()) == &first);
    CHECK(MappedFile::holding(bytes + 2) == &second);
    CHECK(std::string(second.printable_path()) == (folder.path() / "b\xEF\xBF\xBD").string());
    CHECK(MappedFile::holding(bytes + 3) == nullptr);
  }
  CHECK(MappedFile::holding(bytes) == nullptr);
}

TEST_CASE("a writer writes small and large pieces in their order") {
  const TempFolder folder;
  const std::string large = long_text();
  for (const FileWriter::Sync sync : {FileWriter::Sync::kYes, FileWriter::Sync::kNo}) {
    FileWriter writer(folder / "f");
    writer.write("head ");
    writer.write(large);
    writer.write("");
    std::string wanted = "head " + large;
    for (int i = 0; i < 40'000; ++i) {
      writer.write("0123456789");
      wanted += "0123456789";
    }
    CHECK(writer.size() == wanted.size());
    writer.close(sync);
    CHECK(read_file(folder / "f") == wanted);
    CHECK(base::file_size(folder / "f") == wanted.size());
  }
}

TEST_CASE("what a writer has flushed can be read back before it closes") {
  const TempFolder folder;
  FileWriter writer(folder / "f");
  writer.write("abc");
  writer.flush();
  CHECK(read_file(folder / "f") == "abc");
  writer.write("def");
  writer.close();
  CHECK(read_file(folder / "f") == "abcdef");
}

TEST_CASE("a writer starts a file anew") {
  const TempFolder folder;
  const Path path = folder.write("f", "something longer");
  FileWriter writer(path);
  writer.write("x");
  writer.close();
  CHECK(read_file(path) == "x");
}

TEST_CASE("the hash of a file is the hash of its bytes") {
  const TempFolder folder;
  for (const std::string& text : {std::string(), std::string("a"), std::string("\0\0", 2), long_text()}) {
    CHECK(hash64_of_file(folder.write("f", text)) == hash64(text));
  }
}

TEST_CASE("the hash is the one that XXH3 publishes and tells bytes apart") {
  CHECK(hash64("") == 0x2D06800538D394C2ULL);
  CHECK(hash64("a") != hash64("b"));
  CHECK(hash64(std::string_view("\0", 1)) != hash64(std::string_view("\0\0", 2)));
}

TEST_CASE("a hash is shown in sixteen digits") {
  CHECK(hex64(0) == "0000000000000000");
  CHECK(hex64(0x0123456789ABCDEFULL) == "0123456789abcdef");
  CHECK(hex64(~0ULL) == "ffffffffffffffff");
}

TEST_CASE("a copy has the bytes of its file and takes the place of another") {
  const TempFolder folder;
  const std::string text = long_text();
  const Path from = folder.write("from", text);
  const Path to = folder.write("to", text + text);
  base::copy_file(from, to);
  CHECK(read_file(to) == text);
  CHECK(read_file(from) == text);
}

TEST_CASE("a renamed file is found under its new name only") {
  const TempFolder folder;
  const Path from = folder.write("from", "x");
  rename_path(from, folder / "to");
  CHECK_FALSE(fs::exists(from));
  CHECK(read_file(folder / "to") == "x");
}

TEST_CASE("folders are made with their parents and removed with their files") {
  const TempFolder folder;
  base::create_directories(folder / "a/b/c");
  base::create_directories(folder / "a/b/c");
  CHECK(fs::is_directory(folder / "a/b/c"));
  folder.write("a/b/f", "x");
  base::remove_all(folder / "a");
  CHECK_FALSE(fs::exists(folder / "a"));
  base::remove_all(folder / "a");
  sync_path(folder.path());
}

TEST_CASE("every failure names the path") {
  const TempFolder folder;
  const Path missing = folder / "no/such";
  const Path file = folder.write("file", "x");
  const std::function<void()> works[] = {[&] { read_file(missing); },
                                         [&] { const MappedFile map(missing); },
                                         [&] { const FileWriter writer(missing); },
                                         [&] { const FileLock lock(missing); },
                                         [&] { replace_file(missing, "x"); },
                                         [&] { rename_path(missing, folder / "to"); },
                                         [&] { rename_path(file, missing); },
                                         [&] { sync_path(missing); },
                                         [&] { base::copy_file(missing, folder / "to"); },
                                         [&] { base::copy_file(file, missing); },
                                         [&] { base::file_size(missing); },
                                         [&] { hash64_of_file(missing); }};
  for (std::size_t i = 0; i < std::size(works); ++i) {
    CAPTURE(i);
    const auto failure = failure_of(works[i]);
    REQUIRE(failure);
    CHECK(failure->code == ErrorCode::kIo);
    CHECK(failure->names(missing));
  }
  const auto under_a_file = failure_of([&] { base::create_directories(file / "below"); });
  REQUIRE(under_a_file);
  CHECK(under_a_file->names(file));
}

TEST_CASE("a folder cannot be read as a file") {
  const TempFolder folder;
  const auto read = failure_of([&] { read_file(folder.path()); });
  REQUIRE(read);
  CHECK(read->names(folder.path()));
  const auto mapped = failure_of([&] { const MappedFile map(folder.path()); });
  REQUIRE(mapped);
  CHECK(mapped->names(folder.path()));
}

TEST_CASE("a full disk is told apart from other failures") {
  const Path full = "/dev/full";
  if (!fs::exists(full)) return;
  FileWriter writer(full);
  writer.write("x");
  const auto failure = failure_of([&writer] { writer.flush(); });
  REQUIRE(failure);
  CHECK(failure->code == ErrorCode::kDiskFull);
  CHECK(failure->names(full));
}

TEST_CASE("what a killed process left of a temporary folder is removed by the next, one in use stays") {
  const TempFolder folder;
  CHECK(in_another_process([&folder] {
          const TemporaryFolder left(folder.path());
          replace_file(left.path() / "file", "bytes");
          ::_exit(0);
          return 0;
        }) == 0);
  folder.write("trialsift-abcdef", "a file");
  fs::create_directory(folder / "trialsift-index");  // other names are others' folders
  const auto folders = [&folder] {
    return std::count_if(fs::directory_iterator(folder.path()), fs::directory_iterator(),
                         [](const auto& entry) { return entry.is_directory(); });
  };
  CHECK(folders() == 2);
  {
    const TemporaryFolder used(folder.path());
    CHECK(folders() == 2);
    CHECK(in_another_process([&folder] {
            const TemporaryFolder other(folder.path());
            return 0;
          }) == 0);
    CHECK(fs::exists(used.path()));
  }
  CHECK(folders() == 1);
  CHECK(fs::exists(folder / "trialsift-abcdef"));
}

TEST_CASE("a new folder is made with those above it, a path that is none is an error") {
  const TempFolder folder;
  create_lasting_directories(folder / "a/b/c/");
  CHECK(fs::is_directory(folder / "a/b/c"));
  create_lasting_directories(folder / "a/b");
  folder.write("file", "");
  CHECK(failure_of([&folder] { create_lasting_directories(folder / "file/x"); })->code == ErrorCode::kIo);
}

TEST_CASE("a lock file of another user is locked by who may only read it") {
  const TempFolder folder;
  const Path path = folder.write("LOCK", "");
  fs::permissions(path, fs::perms::owner_read);
  const FileLock lock(path);
  CHECK(lock_status(path) == 1);
}
