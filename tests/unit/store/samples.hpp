// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <type_traits>
#include <vector>

#include "support/catch.hpp"
#include "support/temp_folder.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/file.hpp"
#include "trialsift/model/trial.hpp"
#include "trialsift/store/checksummed_file.hpp"

namespace trialsift::testing {

/// Fills members of a trial at random; with `dense`, none is left empty.
class RandomTrials {
 public:
  RandomTrials(unsigned seed, bool dense) : random_(seed), dense_(dense) {}

  model::Trial next() {
    model::Trial trial;
    trial.id = *model::TrialId::parse("NCT" + std::to_string(10'000'000 + random_() % 90'000'000));
    model::for_each_member(trial, [this](unsigned tag, std::string_view, auto& member) {
      // as_of is kept beside the record.
      if (tag == model::kAsOfTag) return;
      if (dense_ || below(3) > 0) fill(member);
    });
    return trial;
  }

 private:
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_()) % limit; }

  void fill(std::string& text) {
    static const std::string kPieces[] = {"word", " ", "\n", "\xCE\xB1", "\xE8\x82\xBA", std::string(1, '\0'),
                                          "\"",   "x"};
    text = "t";
    for (std::uint32_t pieces = below(below(20) == 0 ? 200 : 6); pieces > 0; --pieces) text += kPieces[below(8)];
  }
  void fill(model::PartialDate& date) {
    const int month = static_cast<int>(below(13));
    const int day = month == 0 ? 0 : static_cast<int>(below(29));
    date = *model::PartialDate::make(1800 + static_cast<int>(below(401)), month, day);
  }
  void fill(std::optional<std::int64_t>& number) {
    static constexpr std::int64_t kTelling[] = {0, 1, 127, 128, 16'383, 16'384, INT64_MAX, INT64_MIN, -1};
    number = below(2) == 0 ? kTelling[below(9)] : static_cast<std::int64_t>(below(100'000));
  }
  void fill(model::Intervention& i) {
    fill(i.type);
    fill(i.name);
    if (below(2) == 0) fill(i.description);
    fill(i.other_names);
  }
  void fill(model::Arm& arm) {
    fill(arm.label);
    if (below(2) == 0) fill(arm.description);
    if (below(2) == 0) fill(arm.type);
    if (below(2) == 0) fill(arm.interventions);
  }
  void fill(model::Outcome& outcome) {
    fill(outcome.kind);
    fill(outcome.measure);
    if (below(2) == 0) fill(outcome.time_frame);
  }
  void fill(model::Location& location) {
    if (below(2) == 0) fill(location.facility);
    fill(location.country);
    if (below(2) == 0) fill(location.state);
    if (below(2) == 0) fill(location.zip);
    if (below(2) == 0) fill(location.status);
    if (below(2) == 0) fill(location.coordinates);
  }
  void fill(model::Contact& contact) {
    if (below(2) == 0) fill(contact.role);
    fill(contact.name);
    if (below(2) == 0) fill(contact.affiliation);
    if (below(2) == 0) fill(contact.phone);
    if (below(2) == 0) fill(contact.email);
  }
  void fill(model::Reference& reference) {
    if (below(2) == 0) fill(reference.type);
    fill(reference.pmid);
    if (below(2) == 0) fill(reference.citation);
  }
  template <class T>
  void fill(std::vector<T>& values) {
    values.resize(1 + below(4));
    for (T& value : values) fill(value);
  }

  std::mt19937 random_;
  bool dense_;
};

/// The code of the Error that `work` throws, or nothing.
template <class Work>
std::optional<base::ErrorCode> code_of(Work work) {
  try {
    work();
  } catch (const base::Error& error) {
    return error.code();
  }
  return std::nullopt;
}

/// Writes the file where none was: some file systems wait for the disk when a file is cut and written again.
inline base::Path fresh(const TempFolder& folder, std::string_view name, std::string_view bytes) {
  std::filesystem::remove(folder / name);
  return folder.write(name, bytes);
}

/// The content of a file with checksums.
inline std::string content_of(const base::Path& path) {
  const store::ChecksummedFile file(store::stored_file(path));
  return std::string(file.bytes(0, file.size()));
}

/// Content that no writer of this program may have written, under checksums that are right.
inline store::StoredFile checksummed(const TempFolder& folder, std::string_view name, std::string_view content) {
  std::filesystem::remove(folder / name);
  store::ChecksummedWriter writer(folder / name);
  writer.write(content);
  writer.close();
  return store::stored_file(folder / name);
}

/// A few changes of the kinds that disks and bugs make.
inline std::string mutated(std::string bytes, std::mt19937& random) {
  const auto below = [&random](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
  for (std::size_t changes = 1 + below(3); changes > 0 && !bytes.empty(); --changes) {
    const std::size_t at = below(bytes.size());
    switch (below(5)) {
      case 0:
        bytes[at] = static_cast<char>(below(256));
        break;
      case 1:
        bytes[at] = static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << below(8)));
        break;
      case 2:
        bytes.resize(at);
        break;
      case 3:
        bytes.erase(at, 1 + below(8));
        break;
      default:
        bytes.insert(at, 1 + below(8), static_cast<char>(0xFF));
    }
  }
  return bytes;
}

}  // namespace trialsift::testing
