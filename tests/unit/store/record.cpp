// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/record.hpp"

#include <set>

#include "trialsift/store/records.hpp"
#include "unit/store/samples.hpp"

using namespace trialsift;
using namespace trialsift::store;
using base::ErrorCode;
using testing::code_of;
using testing::RandomTrials;

namespace {

template <class T>
bool is_filled(const T& value) {
  return value != T{};
}

/// Decodes bytes that may be anything: a trial or an Error(kIndexCorrupt), nothing else.
bool decodes_or_refuses(std::string_view bytes) {
  const auto code = code_of([bytes] { decode(bytes); });
  return !code || *code == ErrorCode::kIndexCorrupt;
}

}  // namespace

TEST_CASE("the random trials of these tests fill every member") {
  const model::Trial trial = RandomTrials(1, true).next();
  model::for_each_member(trial, [](unsigned tag, std::string_view name, const auto& member) {
    if (tag == model::kAsOfTag) return;
    CAPTURE(name);
    CHECK(is_filled(member));
  });
}

TEST_CASE("a record is decoded as it was encoded") {
  for (const bool dense : {true, false}) {
    RandomTrials trials(2, dense);
    for (int round = 0; round < 500; ++round) {
      const model::Trial trial = trials.next();
      if (!(decode(encode(trial)) == trial)) FAIL("round " << round << " of " << trial.id.text());
    }
  }
  SUCCEED();
}

TEST_CASE("a record of an id alone is decoded") {
  model::Trial trial;
  trial.id = *model::TrialId::parse("JPRN-UMIN000000001");
  CHECK(decode(encode(trial)) == trial);
}

TEST_CASE("equal trials give equal bytes, others give others") {
  RandomTrials once(3, true);
  RandomTrials again(3, true);
  std::set<std::string> encoded;
  for (int round = 0; round < 100; ++round) {
    const std::string bytes = encode(once.next());
    CHECK(bytes == encode(again.next()));
    CHECK(encoded.insert(bytes).second);
  }
}

TEST_CASE("an enrollment of nobody is told from one that is not known") {
  model::Trial unknown;
  unknown.id = *model::TrialId::parse("NCT00000001");
  model::Trial nobody = unknown;
  nobody.enrollment = 0;
  CHECK_FALSE(decode(encode(unknown)).enrollment.has_value());
  CHECK(decode(encode(nobody)).enrollment == 0);
}

TEST_CASE("the content of a record is all but the date of its source") {
  const model::Trial trial = RandomTrials(4, true).next();
  const std::uint64_t hash = content_hash(trial);
  model::Trial changed = trial;
  changed.as_of = {};
  CHECK(content_hash(changed) == hash);
  changed.as_of = *model::PartialDate::parse("1999-09-09");
  CHECK(content_hash(changed) == hash);
  CHECK(encode(changed) == encode(trial));

  std::set<std::uint64_t> hashes = {hash};
  unsigned members = 0;
  model::for_each_member(trial, [&](unsigned wanted, std::string_view name, const auto&) {
    if (name == "as_of") return;
    model::Trial without = trial;
    model::for_each_member(without, [wanted](unsigned tag, std::string_view, auto& member) {
      if (tag == wanted) member = std::decay_t<decltype(member)>{};
    });
    CAPTURE(name);
    CHECK(hashes.insert(content_hash(without)).second);
    ++members;
  });
  CHECK(members == model::member::kAsOf - 1);
  model::Trial other = trial;
  other.id = *model::TrialId::parse("NCT00000001");
  CHECK(hashes.insert(content_hash(other)).second);
}

TEST_CASE("members of a later version are passed over") {
  model::Trial trial;
  trial.id = *model::TrialId::parse("NCT00000001");
  trial.acronym = "ACRO";
  const std::string later = encode(trial) + '\x7E' + '\x03' + "new";
  CHECK(decode(later) == trial);
}

TEST_CASE("a date of the source is not of the record: one that stands there is passed over") {
  model::Trial trial;
  trial.id = *model::TrialId::parse("NCT00000001");
  const std::string dated = encode(trial) + static_cast<char>(model::kAsOfTag) + '\x05' + '\x04' + "2020";
  CHECK(decode(dated) == trial);
}

TEST_CASE("bytes that are no record are refused") {
  const std::string_view works[] = {"",
                                    "\x01",
                                    "\xFF",
                                    "\x03"
                                    "abc",
                                    "\x0B"
                                    "NCT0000000",
                                    "\x80\x80\x80\x80\x80\x80\x80\x80\x80\x80\x01"};
  for (const std::string_view bytes : works) {
    CAPTURE(bytes.size());
    CHECK(code_of([bytes] { decode(bytes); }) == ErrorCode::kIndexCorrupt);
  }
  const std::string id = "\x0BNCT00000001";
  CHECK_FALSE(code_of([&id] { decode(id); }).has_value());
  const std::string_view members[] = {"\x02",  // a tag without a size
                                      "\x02\x05"
                                      "abc",  // a member that is cut
                                      "\x02\x03\x09"
                                      "ab",              // a text that is longer than its member
                                      "\x23\x03\x02xx",  // a date that is none
                                      "\x01\x01\x7F",    // more values than bytes
                                      "\x01\x06\xFF\xFF\xFF\xFF\xFF\x7F"};
  for (const std::string_view member : members) {
    CAPTURE(member.size());
    CHECK(code_of([&id, member] { decode(id + std::string(member)); }) == ErrorCode::kIndexCorrupt);
  }
}

TEST_CASE("a member with bytes left over is refused") {
  const std::string id = "\x0BNCT00000001";
  CHECK(code_of([&id] { decode(id + "\x02\x04\x01xyz"); }) == ErrorCode::kIndexCorrupt);
}

TEST_CASE("a record cut anywhere is refused or says less") {
  const model::Trial trial = RandomTrials(5, true).next();
  const std::string bytes = encode(trial);
  std::size_t refused = 0;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const std::string cut = bytes.substr(0, size);
    if (!decodes_or_refuses(cut)) FAIL("size " << size);
    if (code_of([&cut] { decode(cut); })) {
      ++refused;
    } else {
      CHECK_FALSE(decode(cut) == trial);
    }
  }
  CHECK(refused + model::member::kAsOf >= bytes.size());  // only the end of a member is also the end of a record
}

TEST_CASE("damaged records are decoded or refused, nothing else") {
  std::mt19937 random(6);
  RandomTrials trials(6, true);
  for (int round = 0; round < 20; ++round) {
    const std::string bytes = encode(trials.next());
    for (int change = 0; change < 300; ++change) {
      if (!decodes_or_refuses(testing::mutated(bytes, random))) FAIL("round " << round);
    }
  }
  SUCCEED();
}

TEST_CASE("random bytes are refused as records") {
  std::mt19937 random(7);
  for (int round = 0; round < 5000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& c : bytes) c = static_cast<char>(random() % 256);
    const std::string behind_id = "\x0BNCT00000001" + bytes;
    if (!decodes_or_refuses(bytes) || !decodes_or_refuses(behind_id)) FAIL("round " << round);
  }
  SUCCEED();
}

TEST_CASE("a packed record is unpacked as it was") {
  RecordPacker packer;
  RandomTrials trials(8, true);
  for (int round = 0; round < 50; ++round) {
    const model::Trial trial = trials.next();
    CHECK(unpack(packer.pack(encode(trial))) == trial);
  }
}

TEST_CASE("a record of one letter, packed as small as can be, is unpacked") {
  RecordPacker packer;
  model::Trial trial;
  trial.id = *model::TrialId::parse("NCT00000001");
  trial.brief_summary.assign(20'000'000, 'a');
  CHECK((unpack(packer.pack(encode(trial))) == trial));
}

TEST_CASE("a damaged frame is unpacked or refused, nothing else") {
  std::mt19937 random(9);
  RecordPacker packer;
  const std::string packed = packer.pack(encode(RandomTrials(9, true).next()));
  for (int change = 0; change < 3000; ++change) {
    const std::string bytes = testing::mutated(packed, random);
    const auto code = code_of([&bytes] { unpack(bytes); });
    if (code && *code != ErrorCode::kIndexCorrupt) FAIL("change " << change);
  }
  for (std::size_t size = 0; size < packed.size(); ++size) {
    CHECK(code_of([&] { unpack(std::string_view(packed).substr(0, size)); }) == ErrorCode::kIndexCorrupt);
  }
}

TEST_CASE("records are found in their file by document") {
  const testing::TempFolder folder;
  RandomTrials trials(10, false);
  RecordPacker packer;
  const model::Trial first = trials.next();
  const model::Trial second = trials.next();
  RecordsWriter writer(folder / "records");
  writer.add(7, packer.pack(encode(second)), second.as_of);
  writer.add(2, packer.pack(encode(first)), first.as_of);
  writer.close();
  const Records records(stored_file(folder / "records"));
  CHECK(records.trial(2) == first);
  CHECK(records.trial(7) == second);
  for (const std::uint32_t none : {0U, 1U, 3U, 8U, ~0U}) {
    CHECK(records.packed(none).empty());
    CHECK(code_of([&] { records.trial(none); }) == ErrorCode::kIndexCorrupt);
  }
}
