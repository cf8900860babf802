// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/analysis/stemmer.hpp"

#include <cstdint>

#include <xapian.h>

#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/file.hpp"

namespace trialsift::analysis {

struct Stemmer::Impl {
  Xapian::Stem stem{"english"};
};

Stemmer::Stemmer() : impl_(std::make_unique<Impl>()) {}
Stemmer::~Stemmer() = default;

std::string Stemmer::stem(std::string_view word) const {
  constexpr std::size_t kShortest = 3;
  if (word.size() < kShortest || !is_plain_word(word)) return std::string(word);
  return impl_->stem(std::string(word));
}

std::uint64_t stemmer_fingerprint() {
  constexpr std::string_view kProbes[] = {
      "maintenance",  "allogeneic",  "transplants", "transplantation", "therapies", "relapsed", "generously", "dying",
      "skies",        "randomised",  "metastases",  "responders",      "studies",   "news",     "inning",     "arsenal",
      "organization", "operational", "communism",   "emergency",       "evening",   "added",    "proceeds",   "yes"};
  const Stemmer stemmer;
  std::string stems;
  for (const std::string_view probe : kProbes) stems += stemmer.stem(probe) + ' ';
  return base::hash64(stems);
}

}  // namespace trialsift::analysis
