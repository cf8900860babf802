// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "search/element_table.hpp"
#include "search/place_plan.hpp"
#include "search/posting_list.hpp"
#include "search/work.hpp"
#include "trialsift/search/doc_set.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// Decides plans: postings give the candidates of each field, the token stream decides. The index outlives it.
class Matcher {
 public:
  explicit Matcher(const store::Index& index);
  Matcher(const Matcher&) = delete;
  Matcher& operator=(const Matcher&) = delete;

  Work& work() { return work_; }
  ElementTable& elements() { return elements_; }
  PlacePlanner& planner() { return planner_; }
  const PlacePlanner& planner() const { return planner_; }

  /// The documents where the plan is found; with `within`, only those of them that it holds are decided, which costs
  /// less, and others are left out.
  DocSet documents(const PlacePlan& plan, const DocSet* within);
  /// The documents of `plan` with the number of its places, weights of fields counted in.
  PostingList postings(const PlacePlan& plan, const Ranking& ranking);
  /// How often the plan is found in each field of one document.
  Places places(const PlacePlan& plan, store::DocId document);

 private:
  DocSet candidates(const PlacePlan& plan, std::size_t field);
  /// Calls visit(finder, document) for each document whose field may hold the plan, with its words in the finder.
  template <class Visitor>
  void scan(const PlacePlan& plan, std::size_t field, const DocSet& documents, Visitor&& visit);

  void note_memory(std::span<const store::Unit> read);

  const store::Index& index_;
  Work work_;
  ElementTable elements_{index_, work_};
  PlacePlanner planner_{index_, elements_};
  std::vector<std::uint16_t> slots_;  ///< by stream number; all 0 between scans
  std::size_t last_chunk_ = 0;        ///< of the token stream that was read
  std::size_t chunks_ = 0;            ///< since memory was given back
};

}  // namespace trialsift::search
