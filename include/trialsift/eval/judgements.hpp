// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// Topics, judgements, runs and what is measured on them. Knows neither trials nor the index: a document is a name.
namespace trialsift::eval {

/// Relevance judgements in TREC's form, a line `topic iteration document level`: level 1 and more is relevant, 0 is
/// judged and not relevant, below 0 is in the pool and not judged.
struct Judgements {
  struct Topic {
    std::string id;
    std::map<std::string, int, std::less<>> levels;  ///< by document
  };
  std::vector<Topic> topics;  ///< in the order in which they first stand in the file
};

/// Throws Error(kInputUnreadable) with the line that is no judgement, or that judges a document again. `name` is the
/// file's, for messages.
Judgements read_judgements(std::string_view text, const std::string& name);

/// A run in TREC's form, a line `topic Q0 document rank score tag`.
struct Run {
  /// The documents of each topic, best first: as trec_eval orders them, by score in single precision and equal scores
  /// by the document's name, the later one first; ranks and the order of lines do not count.
  std::map<std::string, std::vector<std::string>, std::less<>> topics;
};

/// Throws Error(kInputUnreadable) with the line that is no result, or that gives a document again.
Run read_run(std::string_view text, const std::string& name);

}  // namespace trialsift::eval
