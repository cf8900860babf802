// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/index_folder.hpp"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <set>

#include "unit/store/samples.hpp"

using namespace trialsift;
using namespace trialsift::store;
using base::ErrorCode;
using testing::code_of;
using testing::TempFolder;
namespace fs = std::filesystem;

namespace {

void fill(const base::Path& generation, const std::string& words) {
  fs::create_directories(generation / kDatabaseName);
  base::replace_file(generation / kDatabaseName / "table", "table of " + words);
  for (const auto& [name, content] :
       {std::pair{kWordsName, words.c_str()}, {kTokensName, "tokens"}, {kRecordsName, ""}}) {
    ChecksummedWriter writer(generation / name);
    writer.write(content);
    writer.close();
  }
}

/// What fill() was told.
std::string words_of(const base::Path& generation) {
  return testing::content_of(generation / kWordsName).c_str();
}

void publish(const base::Path& folder, const std::string& words) {
  GenerationWriter writer(folder);
  fill(writer.folder(), words);
  Manifest manifest;
  manifest.trials = words.size();
  writer.publish(manifest);
}

std::set<std::string> names_in(const base::Path& folder) {
  std::set<std::string> names;
  for (const auto& entry : fs::directory_iterator(folder)) names.insert(entry.path().filename().string());
  return names;
}

std::string sentence_of_verify(const base::Path& folder) {
  try {
    verify(folder);
  } catch (const base::Error& error) {
    CHECK(error.code() == ErrorCode::kIndexCorrupt);
    return error.what();
  }
  return "";
}

/// The exit status of a child process that tries to write the index.
int status_of_another_writer(const base::Path& folder) {
  const pid_t child = ::fork();
  if (child == 0) {
    const auto code = code_of([&folder] { const GenerationWriter writer(folder); });
    ::_exit(!code ? 0 : *code == ErrorCode::kIndexLocked ? 1 : 2);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

using Names = std::set<std::string>;

}  // namespace

TEST_CASE("a folder without an index is told apart from a damaged one") {
  const TempFolder folder;
  CHECK_FALSE(is_index(folder.path()));
  CHECK(code_of([&] { current_generation(folder.path()); }) == ErrorCode::kIndexMissing);
  CHECK(code_of([&] { current_generation(folder / "no/such"); }) == ErrorCode::kIndexMissing);
  CHECK(code_of([&] { verify(folder.path()); }) == ErrorCode::kIndexMissing);
  for (const char* name : {"", "x", "gen-", "gen-1x", "../gen-000001", "gen-000001.tmp"}) {
    folder.write("CURRENT", name);
    CHECK(code_of([&] { current_generation(folder.path()); }) == ErrorCode::kIndexCorrupt);
  }
  folder.write("CURRENT", "gen-000001\n");
  CHECK(is_index(folder.path()));
  CHECK(code_of([&] { verify(folder.path()); }) == ErrorCode::kIndexCorrupt);
}

TEST_CASE("what is published is the generation in force") {
  const TempFolder folder;
  const base::Path index = folder / "new/index";
  publish(index, "one");
  CHECK(is_index(index));
  CHECK(base::read_file(index / "CURRENT").starts_with("gen-000001 "));
  CHECK(current_generation(index) == index / "gen-000001");
  CHECK(names_in(index) == Names{"CURRENT", "LOCK", "gen-000001"});
  CHECK(words_of(index / "gen-000001") == "one");
}

TEST_CASE("a manifest says what was published") {
  const TempFolder folder;
  publish(folder.path(), "one");
  publish(folder.path(), "three");
  const Manifest manifest = verify(folder.path());
  CHECK(manifest.generation == 2);
  CHECK(manifest.trials == 5);
  std::set<std::string> names;
  for (const FileInfo& file : manifest.files) {
    names.insert(file.name);
    CHECK(file.size == base::file_size(folder.path() / "gen-000002" / file.name));
    const base::Path path = folder.path() / "gen-000002" / file.name;
    CHECK(file.hash == (file.name == "db/table" ? base::hash64_of_file(path) : stored_file(path).hash));
  }
  CHECK(names == Names{"db/table", "records", "tokens", "words"});
  CHECK(read_generation(folder.path()).manifest.to_json() == manifest.to_json());
}

TEST_CASE("only one generation before the one in force is kept") {
  const TempFolder folder;
  publish(folder.path(), "1");
  publish(folder.path(), "2");
  CHECK(names_in(folder.path()) == Names{"CURRENT", "LOCK", "gen-000001", "gen-000002"});
  publish(folder.path(), "3");
  CHECK(names_in(folder.path()) == Names{"CURRENT", "LOCK", "gen-000002", "gen-000003"});
  publish(folder.path(), "4");
  CHECK(names_in(folder.path()) == Names{"CURRENT", "LOCK", "gen-000003", "gen-000004"});
  CHECK(verify(folder.path()).generation == 4);
}

TEST_CASE("a writer knows the generation in force and starts with an empty folder") {
  const TempFolder folder;
  {
    const GenerationWriter first(folder.path());
    CHECK_FALSE(first.current().has_value());
    CHECK(fs::is_empty(first.folder()));
    CHECK(fs::is_directory(first.scratch()));
    CHECK(first.scratch() != first.folder());
  }
  publish(folder.path(), "1");
  const GenerationWriter second(folder.path());
  CHECK(second.current() == folder.path() / "gen-000001");
  CHECK(fs::is_empty(second.folder()));
}

TEST_CASE("what was not published is removed and the index is as it was") {
  const TempFolder folder;
  publish(folder.path(), "1");
  {
    GenerationWriter writer(folder.path());
    fill(writer.folder(), "2");
    base::replace_file(writer.scratch() / "segment", "x");
  }
  CHECK(names_in(folder.path()) == Names{"CURRENT", "LOCK", "gen-000001"});
  CHECK(verify(folder.path()).generation == 1);
}

TEST_CASE("what a killed writer left is removed by the next one") {
  const TempFolder folder;
  publish(folder.path(), "1");
  folder.write("gen-000002.tmp/words", "half");
  folder.write("gen-000002.scratch.tmp/segment", "half");
  folder.write("gen-000009.tmp/db/table", "half");
  folder.write("notes.txt", "not ours");
  publish(folder.path(), "2");
  CHECK(names_in(folder.path()) == Names{"CURRENT", "LOCK", "gen-000001", "gen-000002", "notes.txt"});
  CHECK(words_of(current_generation(folder.path())) == "2");
}

TEST_CASE("a generation that was renamed but never in force is passed over") {
  const TempFolder folder;
  publish(folder.path(), "1");
  fill(folder / "gen-000002", "never in force");
  CHECK(verify(folder.path()).generation == 1);
  publish(folder.path(), "3");
  CHECK(names_in(folder.path()) == Names{"CURRENT", "LOCK", "gen-000001", "gen-000003"});
}

TEST_CASE("a second writer is refused, in this process and in another") {
  const TempFolder folder;
  publish(folder.path(), "1");
  {
    const GenerationWriter writer(folder.path());
    CHECK(status_of_another_writer(folder.path()) == 1);
    CHECK(code_of([&] { const GenerationWriter second(folder.path()); }) == ErrorCode::kIndexLocked);
    CHECK(fs::is_directory(writer.folder()));
    CHECK(verify(folder.path()).generation == 1);
  }
  CHECK(status_of_another_writer(folder.path()) == 0);
}

TEST_CASE("a reader keeps the old generation while a new one is published") {
  const TempFolder folder;
  publish(folder.path(), "old");
  const base::Path generation = current_generation(folder.path());
  publish(folder.path(), "new");
  CHECK(words_of(generation) == "old");
  CHECK(words_of(current_generation(folder.path())) == "new");
}

TEST_CASE("verifying finds a changed byte in every file") {
  const TempFolder folder;
  publish(folder.path(), "words");
  const base::Path generation = current_generation(folder.path());
  for (const char* name : {"db/table", kWordsName, kTokensName}) {
    const std::string bytes = base::read_file(generation / name);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      std::string changed = bytes;
      changed[at] = static_cast<char>(changed[at] ^ 1);
      folder.write((fs::path("gen-000001") / name).string(), changed);
      if (sentence_of_verify(folder.path()).find((generation / name).string()) == std::string::npos) FAIL(name << at);
    }
    folder.write((fs::path("gen-000001") / name).string(), bytes);
  }
  CHECK(sentence_of_verify(folder.path()).empty());
}

TEST_CASE("verifying finds a file that is cut, longer or missing") {
  for (const char* name : {"db/table", kWordsName, kTokensName}) {
    const TempFolder folder;
    publish(folder.path(), "words");
    const base::Path file = current_generation(folder.path()) / name;
    const std::string bytes = base::read_file(file);
    base::replace_file(file, bytes.substr(0, bytes.size() - 1));
    CHECK(sentence_of_verify(folder.path()).find(file.string()) != std::string::npos);
    base::replace_file(file, bytes + "x");
    CHECK(sentence_of_verify(folder.path()).find(file.string()) != std::string::npos);
    fs::remove(file);
    CHECK(sentence_of_verify(folder.path()).find(file.string() + " is missing") != std::string::npos);
  }
}

TEST_CASE("verifying finds a manifest that is missing or no manifest") {
  const TempFolder folder;
  publish(folder.path(), "words");
  const base::Path manifest = current_generation(folder.path()) / kManifestName;
  base::replace_file(manifest, "{}");
  CHECK(sentence_of_verify(folder.path()).find(manifest.string()) != std::string::npos);
  fs::remove(manifest);
  CHECK(sentence_of_verify(folder.path()).find(manifest.string() + " is missing") != std::string::npos);
}

TEST_CASE("a writer can start afresh beside a damaged pointer to the generation in force") {
  const TempFolder folder;
  publish(folder.path(), "words");
  folder.write("CURRENT", "");
  CHECK_FALSE(code_of([&] { publish(folder.path(), "again"); }).has_value());
}

TEST_CASE("a folder that cannot be looked into is not one without an index") {
  const TempFolder folder;
  fs::create_symlink("round", folder / "round");
  folder.write("file", "no folder");
  for (const char* name : {"round", "file", "file/below", "round/below"}) {
    INFO(name);
    CHECK(code_of([&] { current_generation(folder / name); }) == ErrorCode::kIo);
    CHECK(code_of([&] { restore_generation(folder / name); }) == ErrorCode::kIo);
  }
  CHECK_FALSE(is_index(folder / "file"));
  CHECK(code_of([&] { is_index(folder / "round"); }) == ErrorCode::kIo);
  if (::geteuid() == 0) return;  // whom no permission stops
  publish(folder / "shut", "words");
  fs::permissions(folder / "shut", fs::perms::none);
  CHECK(code_of([&] { current_generation(folder / "shut"); }) == ErrorCode::kIo);
  fs::permissions(folder / "shut", fs::perms::owner_all);
}

TEST_CASE(
    "an index that another takes the place of while it is read is read again, one that is moved away is missing") {
  const TempFolder folder;
  publish(folder / "index", "old");
  publish(folder / "other", "new");
  int reads = 0;
  const std::string words = while_in_force(folder / "index", [&] {
    const base::Path generation = current_generation(folder / "index");
    if (++reads == 1) {
      fs::rename(folder / "index", folder / "moved");
      fs::rename(folder / "other", folder / "index");
      throw base::Error(ErrorCode::kIndexCorrupt, "a file is missing");
    }
    return words_of(generation);
  });
  CHECK(words == "new");
  CHECK(reads == 2);
  CHECK(code_of([&] {
          while_in_force(folder / "index", [&] {
            fs::rename(folder / "index", folder / "gone");
            throw base::Error(ErrorCode::kIndexCorrupt, "a file is missing");
          });
        }) == ErrorCode::kIndexMissing);
}

TEST_CASE("the lock and the generations of a folder of a group are the group's") {
  const TempFolder folder;
  fs::create_directories(folder / "index");
  fs::permissions(folder / "index", fs::perms(0775));
  const mode_t mask = ::umask(022);
  publish(folder / "index", "words");
  ::umask(mask);
  CHECK((fs::status(folder / "index/LOCK").permissions() & fs::perms(0777)) == fs::perms(0644));
  for (const char* name : {"index/gen-000001", "index/gen-000001/db"}) {
    INFO(name);
    CHECK((fs::status(folder / name).permissions() & fs::perms::group_write) != fs::perms::none);
  }
}
