// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/eval/randomisation.hpp"

#include <cmath>
#include <cstdint>
#include <numeric>
#include <random>

namespace trialsift::eval {
namespace {

constexpr std::size_t kMostExact = 16;
constexpr std::uint64_t kDraws = 100'000;
constexpr std::uint64_t kSeed = 20070811;
/// Sums of the same numbers in another order differ by less.
constexpr double kRounding = 1e-12;
constexpr unsigned kBits = 64;

}  // namespace

double randomisation_p_value(const std::vector<double>& a, const std::vector<double>& b) {
  std::vector<double> differences;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i] != b[i]) differences.push_back(a[i] - b[i]);
  }
  const double observed = std::abs(std::accumulate(differences.begin(), differences.end(), 0.0)) - kRounding;
  std::mt19937_64 random(kSeed);
  const auto is_as_large = [&](auto&& next_coins) {
    double sum = 0;
    std::uint64_t coins = 0;
    for (std::size_t i = 0; i < differences.size(); ++i) {
      if (i % kBits == 0) coins = next_coins();
      sum += (coins & 1U) != 0 ? differences[i] : -differences[i];
      coins >>= 1U;
    }
    return std::abs(sum) >= observed;
  };
  std::uint64_t as_large = 0;
  if (differences.size() <= kMostExact) {
    const std::uint64_t all = std::uint64_t{1} << differences.size();
    for (std::uint64_t coins = 0; coins < all; ++coins) as_large += is_as_large([&] { return coins; }) ? 1 : 0;
    return static_cast<double>(as_large) / static_cast<double>(all);
  }
  for (std::uint64_t i = 0; i < kDraws; ++i) as_large += is_as_large([&] { return random(); }) ? 1 : 0;
  // The arrangement observed is one of those drawn from: never 0.
  return static_cast<double>(as_large + 1) / static_cast<double>(kDraws + 1);
}

}  // namespace trialsift::eval
