// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/ingest/pipeline.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdint>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "ingest/assembler.hpp"
#include "ingest/record_size.hpp"
#include "ingest/run_memory.hpp"
#include "ingest/workers.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/log.hpp"
#include "trialsift/base/narrow.hpp"
#include "trialsift/base/queue.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/store/index.hpp"
#include "trialsift/store/index_folder.hpp"
#include "trialsift/store/record.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::ingest {
namespace {

using base::Error;
using base::ErrorCode;
using Batch = std::vector<Incoming>;

/// Trials travel in batches, so that the queue's lock costs little; few batches wait, so that memory stays flat.
constexpr std::size_t kBatchTrials = 16;
constexpr std::size_t kBatchBytes = 1U << 20U;
constexpr std::size_t kWaitingBatches = 4;
constexpr std::uint64_t kProgressEvery = 64;

/// A worker, its queue and its thread. An exception in the thread closes the queue and is thrown again by join().
class Lane {
 public:
  Lane(const base::Path& scratch, const base::Path* index_folder, store::OriginTable& origins, Worker::Mode mode)
      : queue_(kWaitingBatches) {
    if (index_folder != nullptr) current_ = std::make_unique<store::Index>(*index_folder);
    worker_ = std::make_unique<Worker>(scratch, current_.get(), origins, mode);
    thread_ = std::thread([this] { run(); });
  }
  ~Lane() {
    abandoned_ = true;
    queue_.close();
    if (thread_.joinable()) thread_.join();
  }
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  /// A record whose trial has texts of so many bytes. False if the worker has failed.
  bool push(Incoming record, std::size_t bytes) {
    batch_.push_back(std::move(record));
    batch_bytes_ += bytes;
    return (batch_.size() < kBatchTrials && batch_bytes_ < kBatchBytes) || flush();
  }

  /// Waits for the end, or throws what the worker met. What it refers to lives as long as the lane.
  Worker& join() {
    flush();
    queue_.close();
    thread_.join();
    if (failure_) std::rethrow_exception(failure_);
    return *worker_;
  }

 private:
  bool flush() {
    batch_bytes_ = 0;
    if (batch_.empty()) return true;
    return queue_.push(std::exchange(batch_, {}));
  }

  void run() {
    try {
      while (std::optional<Batch> batch = queue_.pop()) {
        for (Incoming& record : *batch) {
          if (abandoned_) return;
          worker_->take(std::move(record));
        }
      }
      if (!abandoned_) worker_->finish();
    } catch (...) {
      failure_ = std::current_exception();
      queue_.close();
    }
  }

  base::Queue<Batch> queue_;
  std::unique_ptr<store::Index> current_;
  std::unique_ptr<Worker> worker_;
  Batch batch_;
  std::size_t batch_bytes_ = 0;
  std::exception_ptr failure_;
  std::atomic<bool> abandoned_{false};
  std::thread thread_;
};

/// Of the records that could not be used: trials, in their canonical spelling. They are not missing from the inputs.
using RejectedIds = std::set<std::string>;

void take_rejected(const formats::Rejected& rejected, const IndexOptions& options, Account& account,
                   RejectedIds& rejected_ids) {
  ++account.read;
  ++account.rejected;
  ++account.rejected_by_reason[rejected.reason];
  if (const auto id = model::TrialId::parse(rejected.where.id)) rejected_ids.insert(id->text());
  if (options.on_rejected) options.on_rejected(rejected);
  if (options.strict) {
    throw Error(ErrorCode::kInputRejected,
                rejected.where.file + ":" + std::to_string(rejected.where.line) + ": " + rejected.detail, {},
                rejected.where);
  }
}

/// Of the record that the stream gave last.
const store::Origin& origin_of(const formats::RecordStream& stream, const model::TrialId& id,
                               store::OriginTable& origins) {
  const formats::InputFacts& facts = stream.source().facts;
  return origins.intern({store::origin_file(stream.file(), id), std::string(stream.format()), facts.register_name,
                         facts.platform, stream.coverage()});
}

formats::Rejected too_many_terms(const std::string& file, const model::Trial& trial) {
  return {{file, 0, 0, trial.id.text()},
          "too-large",
          "The record's texts hold more than " + std::to_string(kTrialTermsMax) +
              " different words, hyphenated pairs and brackets."};
}

/// Reads all the records, hands trials to their lanes and counts the rest.
RejectedIds read_records(const IndexOptions& options, formats::RecordStream& stream, store::OriginTable& origins,
                         std::vector<std::unique_ptr<Lane>>& lanes, RunMemory& memory, Account& account) {
  RejectedIds rejected_ids;
  RecordSize size;
  while (std::optional<formats::Record> record = stream.next()) {
    base::check_interrupt();
    if (auto* trial = std::get_if<model::Trial>(&*record)) {
      const std::size_t bytes = size.bytes_of(*trial);
      if (size.has_too_many_terms(*trial, bytes)) {
        const formats::Rejected rejected = too_many_terms(stream.file(), *trial);
        memory.note_rejected(rejected);
        take_rejected(rejected, options, account, rejected_ids);
      } else {
        ++account.read;
        const std::size_t lane = route(trial->id.text(), lanes.size());
        const store::Origin& origin = origin_of(stream, trial->id, origins);
        if (!lanes[lane]->push({std::move(*trial), &origin}, bytes)) break;
      }
    } else if (const auto* rejected = std::get_if<formats::Rejected>(&*record)) {
      memory.note_rejected(*rejected);
      take_rejected(*rejected, options, account, rejected_ids);
    } else if (const auto* skipped = std::get_if<formats::Skipped>(&*record)) {
      ++account.skipped_files;
      if (options.on_skipped) options.on_skipped(*skipped);
    } else if (options.on_note) {
      options.on_note(std::get<formats::Note>(*record));
    }
    if (options.on_progress && account.read % kProgressEvery == 0) {
      options.on_progress({stream.files(), account.read, stream.bytes_read(), stream.bytes_total(), false});
    }
  }
  account.files = stream.files();
  account.invalid_bytes = stream.invalid_bytes();
  account.completeness = stream.completeness();
  for (const formats::Source& source : stream.sources()) {
    account.sources.push_back({source.name, source.format, source.current, source.records, source.facts.register_name,
                               source.facts.platform});
  }
  return rejected_ids;
}

/// One of a trial's records is added, updated, unchanged or a conflict; the others are duplicates. Returns whether
/// there is anything new to keep, be it only that an unchanged trial is known from a newer source.
bool settle(const Workers& workers, Account& account, std::uint64_t& content) {
  bool anything = false;
  for (const Worker* worker : workers) {
    for (const auto& [id, seen] : worker->seen()) {
      anything = anything || seen.spilled;
      account.duplicates += seen.records - 1;
      if (seen.is_conflict()) {
        ++account.conflicts;
        account.conflicting.push_back({id, seen.conflicts});
        if (seen.is_new()) --account.duplicates;
      }
      if (seen.is_new()) {
        ++account.added;
      } else if (!seen.is_conflict()) {
        ++(seen.has_changed() ? account.updated : account.unchanged);
      }
      content += seen.hash - (seen.is_new() ? 0 : seen.old_hash);
    }
  }
  std::sort(account.conflicting.begin(), account.conflicting.end(),
            [](const Conflict& a, const Conflict& b) { return a.id < b.id; });
  if (account.conflicting.size() > kMostConflicts) account.conflicting.resize(kMostConflicts);
  return anything;
}

/// The documents of trials that no record named.
std::vector<Xapian::docid> missing_documents(const store::Index& current, const Workers& workers,
                                             const RejectedIds& rejected_ids) {
  std::vector<Xapian::docid> missing;
  store::through_gate([&] {
    const Xapian::Database& database = current.database();
    const auto end = database.valuestream_end(schema::kIdSlot);
    for (auto it = database.valuestream_begin(schema::kIdSlot); it != end; ++it) {
      const std::string id = *it;
      if (!worker_of(workers, id).seen().contains(id) && !rejected_ids.contains(id)) {
        missing.push_back(it.get_docid());
      }
    }
  });
  return missing;
}

void refuse_empty(const std::vector<formats::Source>& sources, std::uint64_t missing, std::uint64_t trials) {
  for (const formats::Source& source : sources) {
    if (source.records == 0 && source.rows == 0) {
      throw Error(ErrorCode::kDeleteRefused, "nothing is deleted: " + source.name + " holds no trial");
    }
  }
  if (missing > 0 && missing == trials) {
    throw Error(ErrorCode::kDeleteRefused,
                "nothing is deleted: the inputs name none of the index's " + std::to_string(trials) + " trials");
  }
}

void refuse_too_many(const DeleteLimit& limit, std::uint64_t missing, std::uint64_t trials) {
  if (limit.allows(missing, trials)) return;
  const std::string count = std::to_string(missing);
  throw Error(ErrorCode::kDeleteRefused,
              "nothing is deleted: the inputs lack " + count + " of the index's " + std::to_string(trials) +
                  " trials, more than the limit of " + limit.text(),
              "check that the inputs are whole; --max-delete " + count + " deletes them");
}

/// Decides which of the index's trials leave it, and takes what they gave from the statistics. Only on whole evidence:
/// where the inputs may not hold all that they should, none does.
std::vector<Xapian::docid> delete_missing(const IndexOptions& options, const store::Index& current,
                                          const Workers& workers, const std::vector<formats::Source>& sources,
                                          const RejectedIds& rejected_ids, RunMemory& memory, Account& account,
                                          std::uint64_t& content) {
  std::vector<Xapian::docid> missing = missing_documents(current, workers, rejected_ids);
  if (!account.completeness.whole()) {
    account.missing_kept = missing.size();
    return {};
  }
  const std::uint64_t trials = current.manifest().trials;
  if (!options.allow_empty) refuse_empty(sources, missing.size(), trials);
  if (options.max_delete) refuse_too_many(*options.max_delete, missing.size(), trials);
  for (const Xapian::docid document : missing) {
    const model::Trial leaving = current.trial(document);
    content -= store::content_hash(leaving);
    account.removed_ids.push_back(leaving.id.text());
    worker_of(workers, account.removed_ids.back()).remove(leaving);
    memory.note_removed(leaving.id);
  }
  account.removed = missing.size();
  std::sort(account.removed_ids.begin(), account.removed_ids.end());
  return missing;
}

/// What is said of inputs in the manifest.
struct Sources {
  std::vector<store::SourceInfo> sources;
  std::vector<std::string> record_files;

  bool same_as(const store::Manifest& manifest) const {
    return sources == manifest.sources && record_files == manifest.record_files;
  }
};

/// The sources of an index: those of this run, and the earlier ones that this run did not name again.
std::vector<store::SourceInfo> merge_sources(const std::vector<store::SourceInfo>& earlier,
                                             std::vector<store::SourceInfo> now) {
  for (const store::SourceInfo& source : earlier) {
    const bool named = std::any_of(now.begin(), now.end(), [&](const auto& s) { return s.name == source.name; });
    if (!named) now.push_back(source);
  }
  std::sort(now.begin(), now.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
  return now;
}

std::vector<std::string> merge_names(std::vector<std::string> names, const std::vector<std::string>& more) {
  names.insert(names.end(), more.begin(), more.end());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  const bool any = names.size() > formats::kFilesToExpectMax ||
                   std::find(names.begin(), names.end(), formats::kAnyFile) != names.end();
  return any ? std::vector<std::string>{formats::kAnyFile} : names;
}

}  // namespace

std::optional<DeleteLimit> DeleteLimit::parse(std::string_view text) {
  DeleteLimit limit;
  limit.is_percentage = text.ends_with('%');
  if (limit.is_percentage) text.remove_suffix(1);
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, limit.number);
  const bool whole = !text.empty() && error == std::errc() && stop == end;
  return whole && (!limit.is_percentage || limit.number <= 100) ? std::optional(limit) : std::nullopt;
}

std::string DeleteLimit::text() const {
  return std::to_string(number) + (is_percentage ? "%" : "");
}

bool DeleteLimit::allows(std::uint64_t removed, std::uint64_t trials) const {
  return is_percentage ? removed * 100 <= trials * number : removed <= number;
}

Account index_trials(const IndexOptions& options) {
  formats::RecordStream stream(options.inputs, options.read);
  std::optional<store::GenerationWriter> writer;
  std::optional<base::TemporaryFolder> elsewhere;  // a dry run leaves the index's folder alone
  if (options.dry_run) {
    elsewhere.emplace(options.read.temp_folder);
  } else {
    writer.emplace(options.folder);
  }
  const base::Path scratch = writer ? writer->scratch() : elsewhere->path();
  std::unique_ptr<store::Index> current;
  if (store::is_index(options.folder) && !options.rebuild) {
    // What is copied from a damaged index would get a checksum of its own, and pass for sound.
    store::verify(options.folder);
    current = std::make_unique<store::Index>(options.folder);
    stream.expect(current->manifest().record_files);
  }

  const std::unique_ptr<store::OriginTable> origins =
      current ? current->origins() : std::make_unique<store::OriginTable>();
  RunMemory memory(current.get(), options.date, writer ? writer->number() : 0);
  Account account;
  account.rebuilt = options.rebuild && store::is_index(options.folder);
  std::vector<std::unique_ptr<Lane>> lanes;
  Workers workers;
  for (unsigned i = 0; i < std::max(1U, options.jobs); ++i) {
    lanes.push_back(std::make_unique<Lane>(scratch / ("worker-" + std::to_string(i)),
                                           current ? &options.folder : nullptr, *origins,
                                           options.dry_run ? Worker::Mode::kCountOnly : Worker::Mode::kIndex));
  }
  const RejectedIds rejected_ids = read_records(options, stream, *origins, lanes, memory, account);
  for (const auto& lane : lanes) workers.push_back(&lane->join());
  base::log(base::LogLevel::kDebug, "all records are read and analysed");
  // An answer without trials changes an index in nothing; only rejected records are no answer.
  const bool told_nothing = account.read == account.rejected && (current == nullptr || account.rejected > 0);
  if (told_nothing && !(current && options.delete_missing)) {
    throw Error(ErrorCode::kInputUnreadable, "the inputs hold no trial record that could be read",
                "see trialsift formats for what can be read");
  }

  store::Manifest manifest;
  if (current) manifest = current->manifest();
  const bool anything = settle(workers, account, manifest.content);
  Update update{{}, manifest.compact_bytes};
  if (current && options.delete_missing) {
    update.removed =
        delete_missing(options, *current, workers, stream.sources(), rejected_ids, memory, account, manifest.content);
  }
  const bool only_these = options.delete_missing && account.missing_kept == 0;
  const store::Manifest earlier = only_these ? store::Manifest() : manifest;
  const Sources sources{merge_sources(earlier.sources, account.sources),
                        merge_names(earlier.record_files, stream.files_to_expect())};
  account.total = manifest.trials + account.added - account.removed;
  memory.finish(workers);
  base::narrow<std::int32_t>(account.total, "trials");  // what is counted a trial fits as well then
  const bool changed = anything || account.removed > 0;
  if (options.dry_run || (current && !changed && !memory.changed() && sources.same_as(manifest))) return account;
  if (options.on_progress) {
    options.on_progress({account.files, account.read, stream.bytes_read(), stream.bytes_total(), true});
  }

  if (current && !changed) {
    store::link_files(*writer->current(), writer->folder(), {store::kOriginsName, store::kAbsencesName});
  } else {
    manifest.compact_bytes = assemble(*writer, current.get(), update, workers);
  }
  origins->write(writer->folder() / store::kOriginsName);
  memory.write(writer->folder() / store::kAbsencesName);
  base::check_interrupt();
  manifest.trials = account.total;
  manifest.sources = sources.sources;
  manifest.record_files = sources.record_files;
  manifest.fingerprint = store::current_fingerprint();
  base::log(base::LogLevel::kDebug, "all files of the new generation are written");
  writer->publish(std::move(manifest));
  base::log(base::LogLevel::kDebug, "the new generation is published");
  account.published = true;
  return account;
}

}  // namespace trialsift::ingest
