// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/index.hpp"

#include <xapian.h>
#include <cerrno>

#include "trialsift/schema/fields.hpp"
#include "trialsift/store/index_folder.hpp"
#include "trialsift/store/record.hpp"
#include "trialsift/store/xapian_gate.hpp"
#include "unit/store/samples.hpp"

using namespace trialsift;
using namespace trialsift::store;
using base::ErrorCode;
using testing::code_of;
using testing::RandomTrials;
using testing::TempFolder;

namespace {

std::string key_term(const std::string& id) {
  return std::string(schema::find_field("id")->prefix) + id;
}

/// An index of these trials with their ids, records and no words.
void build(const base::Path& folder, const std::vector<model::Trial>& trials, Fingerprint fingerprint,
           const OriginTable& origins = OriginTable(), const Absences& absences = Absences()) {
  GenerationWriter writer(folder);
  {
    Xapian::WritableDatabase database((writer.folder() / kDatabaseName).string(), Xapian::DB_CREATE);
    RecordsWriter records(writer.folder() / kRecordsName);
    TokensWriter tokens(writer.folder() / kTokensName);
    RecordPacker packer;
    for (const model::Trial& trial : trials) {
      Xapian::Document document;
      document.add_boolean_term(key_term(trial.id.text()));
      for (const std::string& other : trial.other_ids) document.add_boolean_term(key_term(other));
      document.add_value(schema::kIdSlot, trial.id.text());
      const DocId id = database.add_document(document);
      records.add(id, packer.pack(encode(trial)), trial.as_of);
      tokens.add(id, {}, 0);
    }
    database.commit();
    records.close();
    tokens.close();
  }
  write_words(writer.folder() / kWordsName, Vocabulary(), {});
  write_abbreviations(writer.folder() / kAbbreviationsName, AbbreviationCounts());
  origins.write(writer.folder() / kOriginsName);
  absences.write(writer.folder() / kAbsencesName);
  Manifest manifest;
  manifest.trials = trials.size();
  manifest.fingerprint = fingerprint;
  writer.publish(manifest);
}

std::vector<model::Trial> three_trials() {
  RandomTrials random(51, true);
  std::vector<model::Trial> trials = {random.next(), random.next(), random.next()};
  trials[0].other_ids = {trials[1].id.text()};
  return trials;
}

}  // namespace

TEST_CASE("an opened index finds its trials by their own id") {
  const TempFolder folder;
  const auto trials = three_trials();
  build(folder.path(), trials, current_fingerprint());
  const Index index(folder.path());
  CHECK(index.manifest().trials == 3);
  for (const model::Trial& trial : trials) {
    const auto document = index.find(trial.id);
    REQUIRE(document.has_value());
    CHECK(index.trial(*document) == trial);
  }
  CHECK_FALSE(index.find(*model::TrialId::parse("NCT00000001")).has_value());
}

TEST_CASE("an opened index stays as it was while others are published") {
  const TempFolder folder;
  const auto trials = three_trials();
  build(folder.path(), trials, current_fingerprint());
  const Index old(folder.path());
  build(folder.path(), {}, current_fingerprint());
  build(folder.path(), {}, current_fingerprint());
  CHECK(old.manifest().generation == 1);
  CHECK(old.trial(*old.find(trials[2].id)) == trials[2]);
  CHECK(Index(folder.path()).manifest().generation == 3);
}

TEST_CASE("an index of other fields, words or stems is refused as of another schema") {
  const auto ours = current_fingerprint();
  for (const Fingerprint& other : {Fingerprint{ours.schema + 1, ours.analyzer, ours.stemmer},
                                   Fingerprint{ours.schema, ours.analyzer + 1, ours.stemmer},
                                   Fingerprint{ours.schema, ours.analyzer, ours.stemmer + 1}}) {
    const TempFolder folder;
    build(folder.path(), {}, other);
    CHECK(code_of([&] { const Index index(folder.path()); }) == ErrorCode::kIndexSchema);
  }
}

TEST_CASE("an index with a file missing or of another size is refused as corrupt") {
  for (const char* name : {kWordsName, kAbbreviationsName, kTokensName, kRecordsName, kManifestName, "db/iamglass"}) {
    const TempFolder folder;
    build(folder.path(), three_trials(), current_fingerprint());
    const base::Path file = current_generation(folder.path()) / name;
    REQUIRE(std::filesystem::exists(file));
    std::string bytes = base::read_file(file);
    bytes.pop_back();
    CAPTURE(name);
    base::replace_file(file, bytes.substr(0, bytes.size() / 2));
    CHECK(code_of([&] { const Index index(folder.path()); }) == ErrorCode::kIndexCorrupt);
    std::filesystem::remove(file);
    CHECK(code_of([&] { const Index index(folder.path()); }) == ErrorCode::kIndexCorrupt);
  }
}

TEST_CASE("of origins and absences too large to be verified at opening every byte is verified before it is used") {
  const TempFolder folder;
  OriginTable origins;
  Absences absences;
  for (int i = 1; i <= 5'000; ++i) {
    const std::string number = std::to_string(10'000'000 + i);
    origins.intern({"exports/of-" + number + ".json", "api-v2", "", "", {}});
    absences.add("NCT" + number, {Absence::Kind::kRejected, "truncated", {"exports/all.json", 1, 0, {}}, 1, {}});
  }
  build(folder.path(), three_trials(), current_fingerprint(), origins, absences);
  for (const char* name : {kOriginsName, kAbsencesName}) {
    const base::Path file = current_generation(folder.path()) / name;
    const std::string bytes = base::read_file(file);
    std::string changed = bytes;
    changed[changed.size() / 2] ^= 1;
    CAPTURE(name);
    base::replace_file(file, changed);
    const Index index(folder.path());
    CHECK(code_of([&] { name == kOriginsName ? void(index.origins()) : void(index.absences()); }) ==
          ErrorCode::kIndexCorrupt);
    base::replace_file(file, bytes);
    CHECK(Index(folder.path()).origins()->size() == 5'001);
  }
}

TEST_CASE("where there is no index, none is opened") {
  const TempFolder folder;
  CHECK(code_of([&] { const Index index(folder.path()); }) == ErrorCode::kIndexMissing);
}

TEST_CASE("the database's exceptions become errors of this program") {
  CHECK(code_of([] { through_gate([] { throw Xapian::DatabaseLockError("Couldn't open lockfile: x"); }); }) ==
        ErrorCode::kIo);
  const auto failing_with = [](int error_number) {
    return code_of([error_number] {
      through_gate([error_number] {
        errno = error_number;
        throw Xapian::DatabaseOpeningError("Failed to create iamglass file");
      });
    });
  };
  CHECK(failing_with(ENOSPC) == ErrorCode::kDiskFull);
  CHECK(failing_with(EIO) == ErrorCode::kIo);
  CHECK(failing_with(ENOENT) == ErrorCode::kIndexCorrupt);
  CHECK(code_of([] { through_gate([] { throw Xapian::DatabaseError("EOF reading block 19"); }); }) ==
        ErrorCode::kIndexCorrupt);
  CHECK(code_of([] { through_gate([] { throw Xapian::DatabaseCreateError("x"); }); }) == ErrorCode::kIo);
  CHECK(code_of([] { through_gate([] { throw Xapian::DatabaseModifiedError("x"); }); }) == ErrorCode::kIndexCorrupt);
  CHECK(code_of([] { through_gate([] { throw Xapian::DatabaseVersionError("x"); }); }) == ErrorCode::kIndexSchema);
  CHECK(code_of([] { through_gate([] { throw Xapian::DatabaseCorruptError("x"); }); }) == ErrorCode::kIndexCorrupt);
  CHECK(code_of([] { through_gate([] { throw Xapian::DocNotFoundError("x"); }); }) == ErrorCode::kIndexCorrupt);
  CHECK(code_of([] { through_gate([] { throw Xapian::DatabaseError("No space left on device"); }); }) ==
        ErrorCode::kDiskFull);
  CHECK(code_of([] { through_gate([] { throw Xapian::InvalidArgumentError("x"); }); }) == ErrorCode::kInternal);
  CHECK(through_gate([] { return 7; }) == 7);
}
