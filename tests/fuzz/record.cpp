// SPDX-License-Identifier: GPL-2.0-or-later
//
// The stored record, plain and put together from several: bytes that are none are refused, and what can be read comes
// back the same from what it is written as.

#include "trialsift/store/record.hpp"
#include "fuzz/harness.hpp"
#include "fuzz/samples.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/store/merged_trial.hpp"
#include "trialsift/store/records.hpp"

namespace trialsift::fuzz {

namespace {

const store::Origin kSome;
const store::Origin kAll{"a.json", "api-v2", "", "", {model::MemberSet::all(), {}}};

}  // namespace

std::vector<std::string> seeds() {
  store::OriginTable origins;
  std::vector<std::string> records;
  std::optional<store::MergedTrial> merged;
  for (const formats::Sample& sample : formats::samples()) {
    const auto& format = formats::format(sample.format);
    if (format.join != nullptr) continue;
    for (model::Trial trial : formats::read_text(sample.format, sample.text).trials) {
      records.push_back(store::encode(trial));
      records.push_back(store::RecordPacker().pack(records.back()));
      trial.id = *model::TrialId::parse("NCT99000001");
      const store::MergedTrial one(std::move(trial), records.size() % 4 < 2 ? kAll : kSome);
      if (merged) merged->merge(one);
      if (!merged) merged = one;
      records.push_back(merged->encode(origins));
    }
  }
  return records;
}

}  // namespace trialsift::fuzz

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace trialsift;
  const std::string_view bytes = fuzz::bytes_of(data, size);
  const auto refused_if_bad = [](auto work) {
    try {
      work();
    } catch (const base::Error& error) {
      fuzz::require(error.code() == base::ErrorCode::kIndexCorrupt, "damage is told as damage");
    }
  };
  refused_if_bad([&] {
    const model::Trial trial = store::decode(bytes);
    fuzz::require(store::decode(store::encode(trial)) == trial, "a record comes back the same");
  });
  refused_if_bad([&] {
    static store::OriginTable origins;
    origins.number_of(fuzz::kAll);
    const store::MergedTrial merged = store::MergedTrial::decode(bytes, {}, origins);
    const store::MergedTrial again = store::MergedTrial::decode(merged.encode(origins), {}, origins);
    fuzz::require(again.trial() == merged.trial(), "a record of several comes back the same");
  });
  refused_if_bad([&] { store::unpack(bytes); });
  return 0;
}
