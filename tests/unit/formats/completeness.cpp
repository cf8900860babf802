// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/completeness.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include "support/exports.hpp"
#include "trialsift/formats/record_stream.hpp"
#include "unit/formats/samples.hpp"

using namespace trialsift;
using namespace trialsift::formats;
using testing::Export;
using testing::TempFolder;
using Texts = std::vector<std::string>;
namespace fs = std::filesystem;

namespace {

/// What inputs gave, and whether they hold all that they should.
struct Read {
  std::set<std::string> known;  ///< ids of trials, and of rejected records that name theirs
  Completeness completeness;
  Outcome outcome;

  Texts reasons() const {
    Texts reasons;
    for (const Incomplete& one : completeness.first) reasons.push_back(one.reason);
    return reasons;
  }
  std::string told() const {
    std::string told;
    for (const Incomplete& one : completeness.first) told += one.reason + ": " + one.file + ": " + one.detail + "\n";
    return told;
  }
};

Read read(const std::vector<std::string>& inputs, const std::vector<std::string>& expected = {}) {
  RecordStream stream(inputs, {});
  stream.expect(expected);
  Read read;
  while (auto record = stream.next()) {
    if (const auto* trial = std::get_if<model::Trial>(&*record)) read.known.insert(trial->id.text());
    if (const auto* bad = std::get_if<Rejected>(&*record)) read.known.insert(bad->where.id);
    read.outcome.add(std::move(*record));
  }
  read.completeness = stream.completeness();
  return read;
}

std::string bytes_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Of a list of files in a folder of their own.
Read read_files(const Files& files) {
  const TempFolder folder;
  for (const auto& [name, bytes] : files) folder.write("in/" + name, bytes);
  return read({(folder / "in").string()});
}

std::string page(int first, int count, const std::string& before, const std::string& after) {
  std::string text = "{" + before + "\"studies\":[";
  for (int i = 0; i < count; ++i) {
    text += (i > 0 ? "," : "") + study("NCT" + std::to_string(99'000'000 + first + i));
  }
  return text + "]" + after + "}\n";
}
const std::string kMore = ",\"nextPageToken\":\"abc";

std::string with_total(int total) {
  return "\"totalCount\":" + std::to_string(total) + ",";
}

std::string v1_page(int first, int count, int found) {
  std::string text = "{\"FullStudiesResponse\":{\"Expression\":\"x\",\"NStudiesFound\":" + std::to_string(found) +
                     ",\"MinRank\":" + std::to_string(first) + ",\"FullStudies\":[";
  for (int i = 0; i < count; ++i) {
    text += (i > 0 ? "," : "") +
            std::string("{\"Study\":{\"ProtocolSection\":{\"IdentificationModule\":{\"NCTId\":\"NCT") +
            std::to_string(99'000'000 + first + i) + "\"}}}}";
  }
  return text + "]}}";
}

}  // namespace

TEST_CASE("every export read whole holds all that it should") {
  const TempFolder folder;
  for (const Export& sample : testing::exports()) {
    INFO(sample.name);
    const auto whole = read({folder.write("whole/" + sample.file, sample.whole())});
    CHECK(whole.known.size() == sample.records.size());
    CHECK(whole.told() == "");
    CHECK(read({(folder / "whole").string()}).told() == "");
    fs::remove_all(folder / "whole");
  }
}

TEST_CASE("cut at any byte inside of a record, an export shows that records may be lacking") {
  const TempFolder folder;
  for (const Export& sample : testing::exports()) {
    INFO(sample.name);
    const std::string whole = sample.whole();
    for (std::size_t size = 0; size < whole.size(); ++size) {
      const std::string file = folder.write("in/" + sample.file, whole.substr(0, size));
      for (const std::string& input : {file, (folder / "in").string()}) {
        const auto cut = read({input});
        const bool lacks_none = cut.known.size() - cut.known.count("") == sample.records.size();
        if (lacks_none || !cut.completeness.whole() || sample.looks_whole(size)) continue;
        // A named file without a record is an error of its own.
        if (input == file && cut.outcome.trials.empty() && cut.outcome.rejected.empty()) continue;
        FAIL("cut after " << size << " bytes: " << whole.substr(0, size));
      }
    }
    fs::remove_all(folder / "in");
  }
}

TEST_CASE("cut at any byte, an archive or a compressed file shows that records may be lacking") {
  const TempFolder folder;
  const auto samples = testing::exports();
  const auto of_others = [](const std::string& bytes, const char* ids) {
    return testing::detail::replaced(bytes, "NCT990005", ids);
  };
  const Files files = {{"a.ndjson", samples[0].whole()},
                       {"b.xml", of_others(samples[15].whole(), "NCT990006")},
                       {"c.csv", of_others(samples[21].whole(), "NCT990007")}};
  pack((folder / "a.zip").string(), Packing::kZip, files);
  pack((folder / "a.tar").string(), Packing::kTar, files);
  pack((folder / "a.tgz").string(), Packing::kTarGzip, files);
  for (const char* filter : {"gzip", "zstd", "bzip2", "xz"}) {
    compress((folder / (std::string("a.") + filter)).string(), filter, samples[0].whole());
  }
  for (const char* name : {"a.zip", "a.tar", "a.tgz", "a.gzip", "a.zstd", "a.bzip2", "a.xz"}) {
    INFO(name);
    const std::string bytes = bytes_of(folder / name);
    CHECK(read({(folder / name).string()}).told() == "");
    const std::string last = *read({(folder / name).string()}).known.rbegin();
    for (std::size_t size = 1; size<bytes.size(); size += bytes.size()> 4000 && size % 512 != 511 ? 7 : 1) {
      const auto cut = read({folder.write("cut", bytes.substr(0, size))});
      if (cut.completeness.whole() && !cut.known.contains(last)) FAIL("cut after " << size << " of " << bytes.size());
    }
  }
}

TEST_CASE("a tar that ends behind a member is cut off") {
  const TempFolder folder;
  pack((folder / "a.tar").string(), Packing::kTar,
       {{"a.json", study("NCT99000001")}, {"b.json", study("NCT99000002")}});
  const std::string bytes = bytes_of(folder / "a.tar");
  const std::size_t second = bytes.find("b.json");
  const auto cut = read({folder.write("cut.tar", bytes.substr(0, second))});
  CHECK(cut.outcome.ids() == Texts{"NCT99000001"});
  CHECK(cut.reasons() == Texts{"damaged-archive"});
}

TEST_CASE("what in a folder cannot be looked at is rejected with its path") {
  const TempFolder folder;
  folder.write("in/a.json", study("NCT99000001"));
  fs::create_symlink("nowhere.json", folder / "in/dangling.json");
  fs::create_symlink("round", folder / "in/round");
  REQUIRE(::mkfifo((folder / "in/pipe").c_str(), 0600) == 0);
  folder.write("in/locked/b.json", study("NCT99000002"));
  fs::permissions(folder / "in/locked", fs::perms::none);
  const auto found = read({(folder / "in").string()});
  fs::permissions(folder / "in/locked", fs::perms::owner_all);
  const std::size_t locked = ::geteuid() == 0 ? 0 : 1;
  REQUIRE(found.outcome.rejected.size() == 3 + locked);
  CHECK(found.outcome.rejected[0].where.file == (folder / "in/dangling.json").string());
  for (const Rejected& bad : found.outcome.rejected) CHECK(bad.reason == "unreadable");
  CHECK(found.completeness.by_reason.at("unreadable") == 3 + locked);
}

TEST_CASE("a file of a folder that is gone since it was listed is rejected") {
  const TempFolder folder;
  folder.write("in/a.json", study("NCT99000001"));
  const std::string second = folder.write("in/b.json", study("NCT99000002"));
  RecordStream stream({(folder / "in").string()}, {});
  REQUIRE(stream.next().has_value());
  fs::remove(second);
  const auto record = stream.next();
  REQUIRE(record.has_value());
  CHECK(std::get<Rejected>(*record).reason == "unreadable");
  CHECK(std::get<Rejected>(*record).where.file == second);
}

TEST_CASE("a pipe that is named is read") {
  const TempFolder folder;
  const std::string pipe = (folder / "pipe").string();
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  if (::fork() == 0) {
    std::ofstream(pipe) << study("NCT99000001") << "\n";
    ::_exit(0);
  }
  const auto found = read({pipe});
  CHECK(found.outcome.ids() == Texts{"NCT99000001"});
  CHECK(found.told() == "");
}

TEST_CASE("a file whose size or time changes while it is read may lack records") {
  for (const bool shrinks : {true, false}) {
    const TempFolder folder;
    const std::string one = study("NCT99000001") + "\n";
    const std::string file = folder.write("a.ndjson", one + study("NCT99000002") + "\n");
    RecordStream stream({file}, {});
    REQUIRE(stream.next().has_value());
    if (shrinks) {
      fs::resize_file(file, one.size());
    } else {
      fs::last_write_time(file, fs::file_time_type::clock::now() + std::chrono::hours(1));
    }
    while (stream.next()) {
    }
    CHECK(stream.completeness().by_reason == std::map<std::string, std::uint64_t>{{"changed", 1}});
  }
}

TEST_CASE("empty and unknown files of a folder are missed where their names are those of records") {
  const std::string one = study("NCT99000001");
  CHECK(read_files({{"a.json", one}, {"b.json", ""}}).reasons() == Texts{"empty"});
  CHECK(read_files({{"a.json", one}, {"b.TXT", "prose"}}).reasons() == Texts{"skipped"});
  CHECK(read_files({{"a.json", one}, {"b.csv.gz", ""}}).reasons() == Texts{"empty"});
  CHECK(read_files({{"a.json", one}, {"none.json", "[]"}}).reasons() == Texts{"skipped"});
  CHECK(read_files({{"a.json", one}, {"none.json", page(1, 0, with_total(0), "")}}).told() == "");
  CHECK(read_files({{"a.json", one}, {"README.md", "prose"}, {"empty", ""}, {".hidden.json", ""}}).told() == "");
  const TempFolder folder;
  pack((folder / "a.zip").string(), Packing::kZip, {{"a.json", one}, {"b.json", ""}, {"c.md", "prose"}});
  CHECK(read({(folder / "a.zip").string()}).reasons() == Texts{"empty"});
}

TEST_CASE("a file that gave records in an earlier run is missed whatever its name") {
  const TempFolder folder;
  const std::string file = folder.write("in/export", study("NCT99000001"));
  const std::string input = (folder / "in").string();
  RecordStream stream({input}, {});
  while (stream.next()) {
  }
  CHECK(stream.files_to_expect() == Texts{file});
  folder.write("in/export", "");
  CHECK(read({input}).told() == "");
  CHECK(read({input}, {file}).reasons() == Texts{"empty"});
  CHECK(read({input}, {kAnyFile}).reasons() == Texts{"empty"});
}

TEST_CASE("a rejected record may hide others, whether or not its id is known") {
  const std::string one = study("NCT99000001") + "\n";
  CHECK(read_files({{"a.ndjson", one + R"({"protocolSection":{"identificationModule":{"nctId":"NCT99000002","b":)"}})
            .reasons() == Texts{"truncated"});
  CHECK(read_files({{"a.ndjson", one + R"({"protocolSection":{}})"}}).reasons() == Texts{"no-id"});
  // Only its own trial is unknown of a record that is broken and ends where it should.
  CHECK(
      read_files({{"a.ndjson", R"({"protocolSection":{"identificationModule":{"nctId":"NCT99000002",,}}})"}}).told() ==
      "");
  // Two became one by a lost and a stray brace.
  CHECK(read_files({{"a.json", "[" + study("NCT99000001").substr(0, study("NCT99000001").size() - 1) + "," +
                                   study("NCT99000002") + "}]"}})
            .reasons() == Texts{"bad-json"});
  // A quote that is not closed may have taken a row without a good id.
  CHECK(read_files({{"a.csv", "NCT Number,Title\nNCT99000001,\"a\nNCT9,b\nNCT99000002,c\n"}}).reasons() ==
        Texts{"bad-quotes"});
}

TEST_CASE("tables of AACT that are not read are not missed") {
  const TempFolder folder;
  folder.write("in/studies.txt", "nct_id|brief_title|overall_status|study_type\nNCT99000001|a|Completed|x\n");
  folder.write("in/reported_events.txt", "id|nct_id|result_group_id|time_frame\n1|NCT99000001|2|x\n");
  folder.write("in/mesh_terms.txt", "id|qualifier|tree_number\n1|x|y\n");
  const auto found = read({(folder / "in").string()});
  CHECK(found.told() == "");
  CHECK(found.outcome.ids() == Texts{"NCT99000001"});
  CHECK(found.outcome.skipped.size() == 2);
  const auto named = read({(folder / "in/studies.txt").string(), (folder / "in/mesh_terms.txt").string()});
  CHECK(named.outcome.rejected.empty());
  CHECK(named.told() == "");
  // The beginning of a table that is read is none of them.
  folder.write("in/brief_summaries.txt", "id|nct_id|descr");
  CHECK(read({(folder / "in").string()}).reasons() == Texts{"skipped"});
}

TEST_CASE("pages of an answer are whole with their last one and the number that the first one states") {
  const std::string first = page(1, 2, with_total(5), kMore + "1\"");
  const std::string second = page(3, 2, "", kMore + "2\"");
  const std::string last = page(5, 1, "", "");
  CHECK(read_files({{"1.json", first}, {"2.json", second}, {"3.json", last}}).told() == "");
  CHECK(read_files({{"p10.json", last}, {"p8.json", first}, {"p9.json", second}}).reasons() == Texts{"missing-pages"});
  CHECK(read_files({{"all.json", first + second + last}}).told() == "");
  CHECK(read_files({{"all.json", first + last + second}}).told() == "");
  CHECK(read_files({{"all.json", "[" + first + "," + second + "," + last + "]"}}).told() == "");
  CHECK(read_files({{"start.json", first}, {"abc1.json", second}, {"abd2.json", last}}).told() == "");
  CHECK(read_files({{"a/x.json", first}, {"b/x.json", second}, {"c/x.json", last}}).told() == "");

  CHECK(read_files({{"1.json", first}, {"2.json", second}}).told().find("4 of 5 read") != std::string::npos);
  CHECK(read_files({{"1.json", first}, {"2.json", second}}).reasons() == Texts{"missing-pages", "too-few"});
  CHECK(read_files({{"all.json", first + second}}).reasons() == Texts{"missing-pages", "too-few"});
  CHECK(read_files({{"1.json", first}, {"3.json", last}}).reasons() == Texts{"too-few", "missing-pages"});
  CHECK(read_files({{"all.json", first + last}}).reasons() == Texts{"too-few"});
  CHECK(read_files({{"all.json", first + last + last}}).reasons() == Texts{"too-few"});
  CHECK(read_files({{"start.json", first}, {"abd2.json", last}}).reasons() == Texts{"too-few"});
  CHECK(read_files({{"one.json", page(1, 2, with_total(5), "")}}).reasons() == Texts{"too-few"});
}

TEST_CASE("pages that state no number are whole with their last one and without gaps in their numbers") {
  const std::string first = page(1, 2, "", kMore + "1\"");
  const std::string second = page(3, 2, "", kMore + "2\"");
  const std::string last = page(5, 1, "", "");
  CHECK(read_files({{"p-1.json", first}, {"p-2.json", second}, {"p-3.json", last}}).told() == "");
  CHECK(read_files({{"p-1.json", first}, {"p-2.json", second}}).reasons() == Texts{"missing-pages"});
  CHECK(read_files({{"p-1.json", first}, {"p-3.json", last}}).reasons() == Texts{"missing-pages"});
  CHECK(read_files({{"p-1.json", first}, {"p-2.json", second}, {"p-4.json", last}}).reasons() ==
        Texts{"missing-pages"});
  CHECK(read_files({{"p-2.json", second}, {"p-3.json", last}}).reasons() == Texts{"missing-pages"});
  CHECK(read_files({{"p.ndjson", first}}).reasons() == Texts{"missing-pages"});
  // An answer may end with an empty page.
  CHECK(read_files({{"p-1.json", first}, {"p-2.json", page(0, 0, "", "")}}).told() == "");
  // Two answers in one folder.
  CHECK(read_files({{"a-1.json", first}, {"a-2.json", last}, {"b-1.json", page(11, 2, "", "")}}).told() == "");
  CHECK(read_files({{"a-1.json", first}, {"a-2.json", last}, {"b-1.json", page(11, 2, "", kMore + "7\"")}}).reasons() ==
        Texts{"missing-pages"});
  CHECK(read_files({{"a-1.json", first},
                    {"a-2.json", last},
                    {"b-1.json", page(11, 2, "", kMore + "7\"")},
                    {"b-2.json", page(13, 2, "", kMore + "8\"")}})
            .reasons() == Texts{"missing-pages"});
}

TEST_CASE("pages may be numbered by their records") {
  const std::string first = page(0, 10, "", kMore + "1\"");
  const std::string second = page(10, 10, "", kMore + "2\"");
  const std::string last = page(20, 3, "", "");
  CHECK(read_files({{"p0.json", first}, {"p10.json", second}, {"p20.json", last}}).told() == "");
  CHECK(read_files({{"p1.json", first}, {"p11.json", second}, {"p21.json", last}}).told() == "");
  CHECK(read_files({{"p0.json", first}, {"p20.json", last}}).reasons() == Texts{"missing-pages"});
  CHECK(read_files({{"p10.json", second}, {"p20.json", last}}).reasons() == Texts{"missing-pages"});
  // Days are no numbers of pages.
  CHECK(read_files({{"p20240105.json", first}, {"p20240109.json", last}}).told() == "");
}

TEST_CASE("pages of API v1 reach the number that each of them states") {
  CHECK(read_files({{"a.json", v1_page(1, 2, 3)}, {"b.json", v1_page(3, 1, 3)}}).told() == "");
  CHECK(read_files({{"a.json", v1_page(1, 2, 3)}}).reasons() == Texts{"too-few"});
  CHECK(read_files({{"a.json", v1_page(1, 2, 3)}, {"copy.json", v1_page(1, 2, 3)}}).reasons() == Texts{"too-few"});
  CHECK(read_files({{"a.json", v1_page(1, 2, 300)}}).told().find("2 of 300 read") != std::string::npos);
}

TEST_CASE("the results of a search of the retired site reach the number that they state") {
  const auto samples = testing::exports();
  const Export& sample =
      *std::find_if(samples.begin(), samples.end(), [](const Export& one) { return one.name == "XML of a search"; });
  CHECK(read_files({{"a.xml", sample.bytes(4)}}).told() == "");
  CHECK(read_files({{"a.xml", sample.bytes(3)}}).reasons() == Texts{"too-few"});
}

TEST_CASE("numbers that cannot be kept lose their value with a note and never the record") {
  const TempFolder folder;
  const auto check = [&](const std::string& name, const std::string& bytes) {
    INFO(bytes);
    const auto outcome = read_inputs({folder.write(name, bytes)});
    CHECK(outcome.rejected.empty());
    REQUIRE(outcome.trials.size() == 1);
    CHECK_FALSE(outcome.trials[0].enrollment.has_value());
    REQUIRE(outcome.notes.size() == 1);
    CHECK(outcome.notes[0].find("1 number is") != std::string::npos);
  };
  for (const std::string number : {"99999999999999999999", "1e999", "-1e999", "9e400", "18446744073709551616"}) {
    check("a.json", R"({"protocolSection":{"identificationModule":{"nctId":"NCT99000001"},"designModule":)"
                    R"({"enrollmentInfo":{"count":)" +
                        number + "}}}}");
  }
  for (const std::string number : {"99999999999999999999", "1e999"}) {
    check("a.csv", "NCT Number,Title,Enrollment\nNCT99000001,a," + number + "\n");
    check("a.xml", "<clinical_study><id_info><nct_id>NCT99000001</nct_id></id_info><enrollment>" + number +
                       "</enrollment></clinical_study>");
    check("b.json", R"({"ProtocolSection":{"IdentificationModule":{"NCTId":"NCT99000001"},"DesignModule":)"
                    R"({"EnrollmentInfo":{"EnrollmentCount":")" +
                        number + R"("}}}})");
    check("studies.txt",
          "nct_id|brief_title|overall_status|study_type|enrollment\nNCT99000001|a|Completed|x|" + number + "\n");
    check("b.xml", "<Trials_downloaded_from_ICTRP><Trial><TrialID>NCT99000001</TrialID><Target_size>" + number +
                       "</Target_size></Trial></Trials_downloaded_from_ICTRP>");
  }
}
