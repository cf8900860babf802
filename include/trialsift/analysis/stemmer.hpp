// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace trialsift::analysis {

/// Snowball's English stemmer (Porter 2), as Xapian brings it: words of one stem are one family. Words that are not
/// plain letters are their own stem. One object, one thread.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  std::string stem(std::string_view word) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

/// What the stemmer does to a list of telling words, as a number: an index built with another stemmer is refused.
std::uint64_t stemmer_fingerprint();

}  // namespace trialsift::analysis
