// SPDX-License-Identifier: GPL-2.0-or-later
// bench_values INPUT...: which texts the records of exports have as values of phase, age, sex, status and so on, how
// many different ones there are, how many are understood (a value, or known to say nothing), and all others with their
// counts.
#include <algorithm>
#include <cstdint>
#include <exception>
#include <iostream>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "trialsift/base/text.hpp"
#include "trialsift/formats/record_stream.hpp"
#include "trialsift/formats/value_watch.hpp"
#include "trialsift/model/vocabulary.hpp"

namespace {

using namespace trialsift;
using Says = model::Written::Says;

struct Texts {
  std::uint64_t count = 0;
  Says says = Says::kNothing;
};
using Counts = std::map<std::string, std::map<std::string, Texts, std::less<>>, std::less<>>;

void add(Counts& counts, std::string_view field, std::string_view text, Says says) {
  Texts& one = counts[std::string(field)][std::string(text)];
  ++one.count;
  one.says = says;
}

bool understood(Says says) {
  return says == Says::kValue || says == Says::kNothing;
}

std::string percent(std::uint64_t part, std::uint64_t all) {
  constexpr std::uint64_t kHundredths = 10'000;
  const std::uint64_t share = all == 0 ? kHundredths : part * kHundredths / all;
  const std::string decimals = std::to_string(share % 100);
  return std::to_string(share / 100) + "." + (decimals.size() < 2 ? "0" : "") + decimals + " %";
}

void print(const Counts& counts) {
  std::cout << "field\tdifferent\tunderstood\tshare\twritten\tunderstood\tshare\n";
  for (const auto& [field, texts] : counts) {
    std::uint64_t known = 0;
    std::uint64_t all = 0;
    std::uint64_t all_known = 0;
    for (const auto& [text, one] : texts) {
      known += understood(one.says) ? 1U : 0U;
      all += one.count;
      all_known += understood(one.says) ? one.count : 0U;
    }
    std::cout << field << '\t' << texts.size() << '\t' << known << '\t' << percent(known, texts.size()) << '\t' << all
              << '\t' << all_known << '\t' << percent(all_known, all) << '\n';
  }
  for (const auto& [field, texts] : counts) {
    std::vector<std::pair<std::string, Texts>> rest;
    std::copy_if(texts.begin(), texts.end(), std::back_inserter(rest),
                 [](const auto& one) { return !understood(one.second.says); });
    std::sort(rest.begin(), rest.end(), [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
    for (const auto& [text, one] : rest) {
      std::cout << (one.says == Says::kOther ? "kept\t" : "left out\t") << field << '\t' << one.count << '\t'
                << base::collapse_space(base::printable(text)) << '\n';
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  try {
    Counts counts;
    formats::watch_values(
        [&counts](std::string_view field, std::string_view text, Says says) { add(counts, field, text, says); });
    formats::RecordStream records({argv + 1, argv + argc}, {});
    while (const auto record = records.next()) {
      const auto* const trial = std::get_if<model::Trial>(&*record);
      if (trial == nullptr) continue;
      for (const model::Location& place : trial->locations) {
        if (!place.country.empty()) {
          add(counts, "country", place.country, model::kCountries.read(place.country).says);
        }
      }
    }
    print(counts);
    return 0;
  } catch (const std::exception& error) {
    std::cerr << "bench_values: " << error.what() << '\n';
    return 2;
  }
}
