// SPDX-License-Identifier: GPL-2.0-or-later
//
// One reader of the table, named by FUZZ_FORMAT, or the one whose sample an input is the nearest to: the sniffed one.
// The text is read whole and in small steps: that must make no difference.

#include <memory>
#include <stdexcept>

#include "formats/bytes/text_source.hpp"
#include "fuzz/harness.hpp"
#include "fuzz/samples.hpp"

namespace trialsift::fuzz {
namespace {

using namespace trialsift::formats;

Outcome read(const Format& format, std::string_view bytes, std::size_t step) {
  MemorySource memory(std::string(bytes), step);
  TextSource source(memory);
  ReadOptions options;
  options.record_bytes_max = 64U << 10U;
  Outcome outcome;
  if (format.join == nullptr) {
    const auto reader = format.open(source, "file", options);
    while (auto record = reader->next()) outcome.add(std::move(*record));
    return outcome;
  }
  const auto join = format.join(options);
  {
    const auto reader = join->open(source, "file", 0);
    while (auto record = reader->next()) outcome.add(std::move(*record));
  }
  while (auto joined = join->next()) outcome.add(std::move(joined->record));
  return outcome;
}

const Format& format_for(std::string_view bytes) {
  static const std::string chosen = choice("FUZZ_FORMAT");
  if (!chosen.empty()) return format(chosen);
  for (const Format& row : formats::formats()) {
    if (row.sniff(bytes.substr(0, kSniffBytes))) return row;
  }
  return formats::formats()[bytes.size() % formats::formats().size()];
}

}  // namespace

std::vector<std::string> seeds() {
  const std::string chosen = choice("FUZZ_FORMAT");
  std::vector<std::string> texts;
  for (const Format& row : formats::formats()) {
    const std::size_t before = texts.size();
    for (const Sample& sample : samples()) {
      if (sample.format == row.name && (chosen.empty() || chosen == row.name)) texts.push_back(sample.text);
    }
    const bool wanted = chosen.empty() || chosen == row.name;
    if (wanted && texts.size() == before) throw std::logic_error("no sample of " + std::string(row.name));
  }
  return texts;
}

}  // namespace trialsift::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trialsift::fuzz;
  const std::string_view bytes = bytes_of(data, size);
  const trialsift::formats::Format& format = format_for(bytes);
  const auto whole = read(format, bytes, 1U << 20U);
  for (const auto& trial : whole.trials) require(!trial.id.empty(), "every trial has an id");
  for (const auto& bad : whole.rejected) require(!bad.reason.empty(), "every rejection has a reason");
  const auto stepped = read(format, bytes, 1 + size % 9);
  require(stepped.trials == whole.trials && stepped.reasons() == whole.reasons(), "steps make no difference");
  return 0;
}
