// SPDX-License-Identifier: GPL-2.0-or-later
#include "ingest/worker.hpp"

#include <cstdint>
#include <utility>

#include "trialsift/base/error.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/narrow.hpp"
#include "trialsift/store/records.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::ingest {
namespace {

// Measured (docs/architecture.md, "Why segments"): small commits inside segments of a few thousand trials, compacted
// once, beat one growing database by half.
constexpr Xapian::docid kCommitEvery = 250;
constexpr Xapian::docid kSegmentTrials = 4000;
/// So many words are committed earlier: a hundred giant trials must not wait in memory.
constexpr std::size_t kCommitWords = 4'000'000;

}  // namespace

Worker::Worker(const base::Path& scratch, const store::Index* current, store::OriginTable& origins, Mode mode)
    : scratch_(scratch),
      current_(current),
      origins_(origins),
      mode_(mode),
      builder_(vocabulary_, abbreviations_),
      spill_path_(scratch / "words") {
  base::create_directories(scratch_);
  spill_.emplace(spill_path_);
}

void Worker::open_segment() {
  segments_.push_back(scratch_ / ("segment-" + std::to_string(segments_.size())));
  // Thrown away with any failure: no need to sync. DB_DANGEROUS would spare a tenth of the writes and no time, and
  // ends the whole program (std::terminate) where a write fails.
  segment_.emplace(segments_.back().string(), Xapian::DB_CREATE | Xapian::DB_NO_SYNC);
  trials_in_segment_ = 0;
}

void Worker::close_segment() {
  if (!segment_) return;
  segment_->commit();
  segment_->close();
  segment_.reset();
  uncommitted_words_ = 0;
}

void Worker::take(Incoming record) {
  store::through_gate([&] {
    const model::TrialId id = record.trial.id;
    store::MergedTrial merged(std::move(record.trial), *record.origin);
    auto [place, fresh] = seen_.try_emplace(id.text());
    Seen& seen = place->second;
    seen.records = base::narrow<std::uint32_t>(std::uint64_t{seen.records} + 1, "records of one trial");
    if (fresh && current_ != nullptr) {
      if (const std::optional<store::DocId> old = current_->find(id)) {
        seen.old_document = *old;
        seen.hash = seen.old_hash = current_->records().merged(*old, origins_).content_hash();
      }
    }
    seen.has_undated |= merged.has_no_date();
    if (!fresh || !seen.is_new()) {
      store::MergedTrial state = state_of(seen);
      const auto [changed, conflicts] = state.merge(merged);
      seen.differences |= conflicts;
      if (seen.has_undated) seen.differences |= state.disputed();
      // What a newer record has settled is none, unless that one is outdated in turn.
      seen.conflicts = seen.differences & state.conflicts();
      if (!changed) return;
      merged = std::move(state);
    }
    if (seen.document != 0) forget(seen);
    seen.hash = merged.content_hash();
    seen.as_of = merged.trial().as_of;
    if (mode_ == Mode::kCountOnly || !seen.has_changed()) {
      spill(merged, {}, seen);
    } else {
      put(merged, seen);
    }
  });
}

store::MergedTrial Worker::state_of(const Seen& seen) {
  if (!seen.spilled) return current_->records().merged(seen.old_document, origins_);
  spill_->flush();
  if (!spill_reader_) spill_reader_.emplace(spill_path_);
  return store::unpack_merged(spill_reader_->read(seen.spill_offset).packed_record, seen.as_of, origins_);
}

void Worker::put(const store::MergedTrial& trial, Seen& seen) {
  if (trials_in_segment_ == kSegmentTrials) close_segment();
  if (!segment_) open_segment();
  builder_.add(trial.trial());
  const Xapian::Document document = builder_.document(trial.trial(), seen.hash);
  base::check_interrupt();
  seen.document = segment_->add_document(document);
  base::check_interrupt();
  seen.segment = base::narrow<std::uint32_t>(segments_.size() - 1, "segments");
  spill(trial, builder_.fields(), seen);
  for (const SpilledField& field : builder_.fields()) uncommitted_words_ += field.words.size();
  if (++trials_in_segment_ % kCommitEvery != 0 && uncommitted_words_ < kCommitWords) return;
  segment_->commit();
  uncommitted_words_ = 0;
}

void Worker::forget(Seen& seen) {
  builder_.subtract(state_of(seen).trial());
  if (segment_ && seen.segment + 1 == segments_.size()) {
    segment_->delete_document(seen.document);
  } else {
    Xapian::WritableDatabase closed(segments_[seen.segment].string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    closed.delete_document(seen.document);
    closed.commit();
  }
  seen.document = 0;
}

void Worker::spill(const store::MergedTrial& trial, std::span<const SpilledField> fields, Seen& seen) {
  seen.spill_offset = spill_->add(fields, builder_.ranked_length(), packer_.pack(trial.encode(origins_)));
  seen.spilled = true;
}

void Worker::finish() {
  store::through_gate([&] {
    for (auto& [id, seen] : seen_) {
      if (seen.document == 0 || seen.is_new()) continue;
      builder_.subtract(current_->trial(seen.old_document));
    }
    close_segment();
  });
  spill_->close();
}

void Worker::remove(const model::Trial& trial) {
  builder_.subtract(trial);
}

}  // namespace trialsift::ingest
