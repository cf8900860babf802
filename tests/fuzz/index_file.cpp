// SPDX-License-Identifier: GPL-2.0-or-later
//
// The files of an index but Xapian's: content that this program did not write is refused or some value, never a crash,
// though its checksums be right. The magic of its first bytes says which it is.

#include <algorithm>

#include "fuzz/harness.hpp"
#include "support/temp_folder.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/store/abbreviations.hpp"
#include "trialsift/store/absences.hpp"
#include "trialsift/store/checksummed_file.hpp"
#include "trialsift/store/manifest.hpp"
#include "trialsift/store/origins.hpp"
#include "trialsift/store/record.hpp"
#include "trialsift/store/records.hpp"
#include "trialsift/store/tokens.hpp"
#include "trialsift/store/vocabulary.hpp"
#include "trialsift/store/words.hpp"

namespace trialsift::fuzz {
namespace {

store::StoredFile checksummed(const base::Path& path, std::string_view content) {
  store::ChecksummedWriter writer(path);
  writer.write(content);
  writer.close();
  return store::stored_file(path);
}

std::string content_of(const base::Path& path) {
  const store::ChecksummedFile file(store::stored_file(path));
  return std::string(file.bytes(0, file.size()));
}

void walk(const store::Words& words) {
  const std::uint32_t count = std::min<std::uint32_t>(words.size(), 1000);
  for (std::uint32_t i = 0; i < count; ++i) {
    words.find(words.text(i));
    words.with_prefix(words.text(i).substr(0, 2));
    words.find_family(words.text(i));
    words.members(words.family_of(i));
    words.family_document_count(words.family_of(i));
    words.is_hyphenated(i, words.stream_number(i));
  }
  store::Vocabulary vocabulary;
  const std::vector<std::uint32_t> numbers = words.load_into(vocabulary);
  // The same words twice are not what write_words() wrote, and no vocabulary holds them.
  if (vocabulary.size() != numbers.size()) return;
  vocabulary.merge(store::Vocabulary());
}

void walk(const store::Abbreviations& abbreviations) {
  const std::uint32_t count = std::min<std::uint32_t>(abbreviations.size(), 1000);
  for (std::uint32_t i = 0; i < count; ++i) {
    abbreviations.of_short_form(abbreviations.short_form(i));
    abbreviations.of_long_form(abbreviations.long_form(i));
    abbreviations.meaning(i);
  }
  store::AbbreviationCounts counts;
  abbreviations.load_into(counts);
  counts.merge(store::AbbreviationCounts());
}

void walk(const store::Tokens& tokens) {
  for (std::uint32_t document = 0; document < std::min<std::uint32_t>(tokens.last_docid(), 1000) + 2; ++document) {
    tokens.ranked_length(document);
    for (std::size_t field = 0; field < 40; ++field) {
      const auto units = tokens.document(document).field(field);
      for (std::size_t at = 0; at < units.size();) store::next_word(units, at);
    }
  }
}

void walk(const store::Records& records) {
  for (std::uint32_t document = 0; document < 20; ++document) {
    try {
      records.trial(document);
    } catch (const base::Error& error) {
      require(error.code() == base::ErrorCode::kIndexCorrupt, "damage is told as damage");
    }
  }
}

}  // namespace

std::vector<std::string> seeds() {
  const testing::TempFolder folder;
  store::Vocabulary vocabulary;
  std::vector<std::uint32_t> numbers;
  for (const char* word : {"relapse", "relapses", "relapsed", "cancer", "allo", "sct", "α"}) {
    const auto number = vocabulary.number_of(word);
    vocabulary.word(number).occurrences = 3;
    vocabulary.word(number).document_count = 2;
    numbers.push_back(number + 60000 * (number % 2));
  }
  vocabulary.add_hyphenated(4, 5);
  store::write_words(folder / "words", vocabulary, numbers);

  store::AbbreviationCounts abbreviations;
  abbreviations.add("mm", "multiple myeloma", 3);
  abbreviations.add("mm", "medial meniscus", 1);
  abbreviations.add("il 2", "interleukin 2", 1);
  store::write_abbreviations(folder / "abbreviations", abbreviations);

  std::vector<store::Unit> units;
  for (const std::uint32_t word : {1U, 60'000U, 5'000'000U, 2U}) store::append_units(units, word);
  units.push_back(store::kGap);
  std::vector<store::Unit> block;
  store::append_field(block, 0, units);
  store::append_field(block, 3, units);
  store::TokensWriter tokens(folder / "tokens");
  tokens.add(1, block, 9);
  tokens.add(4, block, 3);
  tokens.close();

  model::Trial trial;
  trial.id = *model::TrialId::parse("NCT99000001");
  trial.brief_title = "A title";
  store::RecordsWriter records(folder / "records");
  records.add(1, store::RecordPacker().pack(store::encode(trial)), {});
  records.close();

  store::OriginTable origins;
  for (const char* name : {"a.json", "b.csv"})
    origins.number_of({name, "api-v2", "", "", {model::MemberSet::all(), {}}});
  origins.write(folder / "origins");
  store::Absences absences;
  absences.add("NCT99000001", {store::Absence::Kind::kRejected, "truncated", {"a.json", 3, 7, ""}, 2, "2026-01-05"});
  absences.write(folder / "absences");

  store::Manifest manifest;
  manifest.sources.push_back({"a.json", "api-v2", "2025-12-24", 3});
  manifest.files.push_back({"words", 100, 42});
  return {content_of(folder / "words"),
          content_of(folder / "tokens"),
          content_of(folder / "records"),
          content_of(folder / "abbreviations"),
          base::read_file(folder / "origins"),
          base::read_file(folder / "absences"),
          manifest.to_json()};
}

}  // namespace trialsift::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trialsift;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  const fuzz::MemoryFile memory("");
  try {
    const store::StoredFile file = fuzz::checksummed(memory.path(), bytes);
    if (bytes.starts_with("tsWords")) {
      fuzz::walk(store::Words(file));
    } else if (bytes.starts_with("tsAbbrs")) {
      fuzz::walk(store::Abbreviations(file));
    } else if (bytes.starts_with("tsToken")) {
      fuzz::walk(store::Tokens(file));
    } else if (bytes.starts_with("tsRecrd")) {
      fuzz::walk(store::Records(file));
    } else if (bytes.starts_with("tsOrign")) {
      store::OriginTable(file.path).find(1);
    } else if (bytes.starts_with("tsAbsen")) {
      store::Absences(file.path).size();
    } else {
      const store::Manifest manifest = store::Manifest::from_json(bytes, "MANIFEST");
      fuzz::require(store::Manifest::from_json(manifest.to_json(), "MANIFEST").to_json() == manifest.to_json(),
                    "a manifest comes back the same");
    }
  } catch (const base::Error& error) {
    const bool told = error.code() == base::ErrorCode::kIndexCorrupt || error.code() == base::ErrorCode::kIndexSchema;
    fuzz::require(told, "damage is told as damage");
  }
  return 0;
}
