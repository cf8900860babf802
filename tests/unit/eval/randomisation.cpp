// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/eval/randomisation.hpp"

#include "support/catch.hpp"

using trialsift::eval::randomisation_p_value;

TEST_CASE("few topics are tested exactly") {
  // Of the 8 ways to exchange three pairs, only none and all give as large a difference.
  CHECK(randomisation_p_value({.5, .6, .7}, {.4, .4, .4}) == 2 / 8.0);
  // 0.1 + 0.2 - 0.3 is 0: every arrangement is as large.
  CHECK(randomisation_p_value({.1, .2, 0}, {0, 0, .3}) == 1);
}

TEST_CASE("topics that do not differ do not count") {
  CHECK(randomisation_p_value({.5, .6, .7, 1, 0}, {.4, .4, .4, 1, 0}) == 2 / 8.0);
  CHECK(randomisation_p_value({1, 0}, {1, 0}) == 1);
  CHECK(randomisation_p_value({}, {}) == 1);
}

TEST_CASE("many topics are sampled, the same way each time and in both directions") {
  std::vector<double> a(40, .3);
  std::vector<double> b(40, .3);
  for (std::size_t i = 0; i < 20; ++i) a[i] += .01 * static_cast<double>(i);
  const double p = randomisation_p_value(a, b);
  CHECK(p < .001);
  CHECK(p > 0);
  CHECK(randomisation_p_value(b, a) == p);
  // As many topics better as worse, by as much: chance alone.
  for (std::size_t i = 20; i < 40; ++i) b[i] += .01 * static_cast<double>(i - 20);
  CHECK(randomisation_p_value(a, b) > .9);
}

TEST_CASE("a sampled value is near the exact one") {
  // 17 topics, one better by a little each: as large only if all signs agree, or all but those that sum to it.
  std::vector<double> a(17, 0);
  a[0] = 1;
  const std::vector<double> b(17, 0);
  CHECK(randomisation_p_value(a, b) == 1);
  for (double& value : a) value = 1;
  a[0] = -1;
  a[1] = -1;
  a[2] = -1;
  a[3] = -1;
  // |sum| >= 9 of 17 signs: at most 4 disagree: 2 * (1 + 17 + 136 + 680 + 2380) / 2^17.
  CHECK(randomisation_p_value(a, b) == Approx(2.0 * 3214 / 131072).epsilon(.05));
}
