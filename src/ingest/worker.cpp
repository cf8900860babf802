// SPDX-License-Identifier: GPL-2.0-or-later
#include "ingest/worker.hpp"

#include <cstdint>
#include <cstring>

#include "trialsift/base/error.hpp"
#include "trialsift/store/record.hpp"
#include "trialsift/store/records.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::ingest {
namespace {

// Measured (docs/architecture.md, "Why segments"): small commits inside segments of a few thousand trials, compacted
// once, beat one growing database by half.
constexpr Xapian::docid kCommitEvery = 250;
constexpr Xapian::docid kSegmentTrials = 4000;
void put_number(std::string& out, std::uint32_t value) {
  out.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

Worker::Worker(const base::Path& scratch, const store::Index* current)
    : scratch_(scratch), current_(current), builder_(vocabulary_), spill_path_(scratch / "words") {
  base::create_directories(scratch_);
  spill_file_.emplace(spill_path_);
}

void Worker::open_segment() {
  segments_.push_back(scratch_ / ("segment-" + std::to_string(segments_.size())));
  // Thrown away with any failure: no need for safety on the disk.
  segment_.emplace(segments_.back().string(), Xapian::DB_CREATE | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC);
  in_segment_ = 0;
}

void Worker::close_segment() {
  if (!segment_) return;
  segment_->commit();
  segment_->close();
  segment_.reset();
}

void Worker::take(const model::Trial& trial) {
  store::through_gate([&] {
    const Version version{trial.updated, trial.as_of, store::content_hash(trial)};
    auto [place, fresh] = seen_.try_emplace(trial.id.text());
    Seen& seen = place->second;
    ++seen.records;
    if (fresh && current_ != nullptr) {
      if (const std::optional<store::DocId> old = current_->find(trial.id)) {
        const model::Trial stored = current_->trial(*old);
        seen.old_document = *old;
        seen.old_hash = store::content_hash(stored);
        seen.old_as_of = stored.as_of;
        seen.version = {stored.updated, stored.as_of, seen.old_hash};
      }
    }
    const bool known = !fresh || seen.old_document != 0;
    if (known && version <= seen.version) return;
    const bool same_as_index = seen.old_document != 0 && seen.document == 0 && version.hash == seen.version.hash;
    if (same_as_index) {
      seen.version = version;
      return;
    }
    if (seen.document != 0) forget(seen);
    seen.version = version;
    put(trial, seen);
  });
}

void Worker::put(const model::Trial& trial, Seen& seen) {
  if (in_segment_ == kSegmentTrials) close_segment();
  if (!segment_) open_segment();
  builder_.add(trial);
  seen.document = segment_->add_document(builder_.document(trial, seen.version.hash));
  seen.segment = static_cast<std::uint32_t>(segments_.size() - 1);
  seen.spill_offset = write_spill(trial);
  if (++in_segment_ % kCommitEvery == 0) segment_->commit();
}

void Worker::forget(Seen& seen) {
  spill_file_->flush();
  builder_.subtract(store::unpack(SpillReader(spill_path_).read(seen.spill_offset).packed_record));
  if (segment_ && seen.segment + 1 == segments_.size()) {
    segment_->delete_document(seen.document);
  } else {
    Xapian::WritableDatabase closed(segments_[seen.segment].string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
    closed.delete_document(seen.document);
    closed.commit();
  }
  seen.document = 0;
}

std::uint64_t Worker::write_spill(const model::Trial& trial) {
  const std::uint64_t offset = spill_file_->size();
  spill_buffer_.clear();
  put_number(spill_buffer_, 0);  // its size, once it is known
  put_number(spill_buffer_, builder_.ranked_length());
  put_number(spill_buffer_, static_cast<std::uint32_t>(builder_.fields().size()));
  for (const SpilledField& field : builder_.fields()) {
    put_number(spill_buffer_, field.field);
    put_number(spill_buffer_, static_cast<std::uint32_t>(field.words.size()));
    spill_buffer_.append(reinterpret_cast<const char*>(field.words.data()), field.words.size() * sizeof(std::uint32_t));
  }
  const std::string packed = packer_.pack(store::encode(trial));
  put_number(spill_buffer_, static_cast<std::uint32_t>(packed.size()));
  spill_buffer_ += packed;
  spill_buffer_.append((sizeof(std::uint32_t) - packed.size() % sizeof(std::uint32_t)) % sizeof(std::uint32_t), '\0');
  const auto size = static_cast<std::uint32_t>(spill_buffer_.size() - sizeof(std::uint32_t));
  std::memcpy(spill_buffer_.data(), &size, sizeof size);
  spill_file_->write(spill_buffer_);
  return offset;
}

void Worker::finish() {
  store::through_gate([&] {
    for (auto& [id, seen] : seen_) {
      if (seen.document == 0 || seen.old_document == 0) continue;
      if (seen.version.hash == seen.old_hash) {
        forget(seen);  // by way of another version the trial came back to what the index has
      } else {
        builder_.subtract(current_->trial(seen.old_document));
      }
    }
    close_segment();
  });
  spill_file_->close(base::FileWriter::Sync::kNo);
}

SpillReader::SpillReader(const base::Path& path) : file_(path) {}

const SpilledDocument& SpillReader::read(std::uint64_t offset) {
  std::uint32_t size = 0;
  file_.read(offset, &size, sizeof size);
  buffer_.resize(size / sizeof(std::uint32_t));
  file_.read(offset + sizeof size, buffer_.data(), size);
  const std::uint32_t* numbers = buffer_.data();
  document_.ranked_length = *numbers++;
  document_.fields.clear();
  const std::uint32_t fields = *numbers++;
  for (std::uint32_t i = 0; i < fields; ++i) {
    const std::uint32_t field = *numbers++;
    const std::uint32_t words = *numbers++;
    document_.fields.push_back({field, {numbers, words}});
    numbers += words;
  }
  const std::uint32_t packed = *numbers++;
  document_.packed_record = {reinterpret_cast<const char*>(numbers), packed};
  return document_;
}

}  // namespace trialsift::ingest
