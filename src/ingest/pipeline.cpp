// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/ingest/pipeline.hpp"

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "ingest/assembler.hpp"
#include "ingest/workers.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/log.hpp"
#include "trialsift/base/queue.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/store/index.hpp"
#include "trialsift/store/index_folder.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::ingest {
namespace {

using base::Error;
using base::ErrorCode;
using Batch = std::vector<model::Trial>;

/// Trials travel in batches, so that the queue's lock costs little; few batches wait, so that memory stays flat.
constexpr std::size_t kBatchTrials = 16;
constexpr std::size_t kWaitingBatches = 4;
constexpr std::uint64_t kProgressEvery = 64;

/// A worker, its queue and its thread. An exception in the thread closes the queue and is thrown again by join().
class Lane {
 public:
  Lane(const base::Path& scratch, const base::Path* index_folder, Worker::Mode mode) : queue_(kWaitingBatches) {
    if (index_folder != nullptr) current_ = std::make_unique<store::Index>(*index_folder);
    worker_ = std::make_unique<Worker>(scratch, current_.get(), mode);
    thread_ = std::thread([this] { run(); });
  }
  ~Lane() {
    abandoned_ = true;
    queue_.close();
    if (thread_.joinable()) thread_.join();
  }
  Lane(const Lane&) = delete;
  Lane& operator=(const Lane&) = delete;

  /// False if the worker has failed.
  bool push(model::Trial trial) {
    batch_.push_back(std::move(trial));
    return batch_.size() < kBatchTrials || flush();
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
    if (batch_.empty()) return true;
    return queue_.push(std::exchange(batch_, {}));
  }

  void run() {
    try {
      while (std::optional<Batch> batch = queue_.pop()) {
        for (model::Trial& trial : *batch) {
          if (abandoned_) return;
          worker_->take(std::move(trial));
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
  std::exception_ptr failure_;
  std::atomic<bool> abandoned_{false};
  std::thread thread_;
};

/// The records that could not be used, as far as they bear on trials that are missing from the inputs.
struct Rejections {
  std::set<std::string> ids;  ///< of trials, in their canonical spelling
  bool unknown = false;       ///< there was one whose trial is unknown
};

void take_rejected(const formats::Rejected& rejected, const IndexOptions& options, Account& account,
                   Rejections& rejections) {
  ++account.read;
  ++account.rejected;
  ++account.rejected_by_reason[rejected.reason];
  if (const auto id = model::TrialId::parse(rejected.where.id)) {
    rejections.ids.insert(id->text());
  } else {
    rejections.unknown = true;
  }
  if (options.on_rejected) options.on_rejected(rejected);
  if (options.strict) {
    throw Error(ErrorCode::kInputRejected,
                rejected.where.file + ":" + std::to_string(rejected.where.line) + ": " + rejected.detail, {},
                rejected.where);
  }
}

/// Reads all the records, hands trials to their lanes and counts the rest.
Rejections read_records(const IndexOptions& options, formats::RecordStream& stream,
                        std::vector<std::unique_ptr<Lane>>& lanes, Account& account) {
  Rejections rejections;
  while (std::optional<formats::Record> record = stream.next()) {
    base::check_interrupt();
    if (auto* trial = std::get_if<model::Trial>(&*record)) {
      ++account.read;
      const std::size_t lane = route(trial->id.text(), lanes.size());
      if (!lanes[lane]->push(std::move(*trial))) break;
    } else if (const auto* rejected = std::get_if<formats::Rejected>(&*record)) {
      take_rejected(*rejected, options, account, rejections);
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
  for (const formats::Source& source : stream.sources()) {
    account.sources.push_back({source.name, source.format, source.current, source.records});
  }
  return rejections;
}

/// One of a trial's records is added, updated or unchanged; the others are duplicates. Returns whether there is
/// anything new to keep, be it only that an unchanged trial is known from a newer source.
bool settle(const Workers& workers, Account& account, std::uint64_t& content) {
  bool anything = false;
  for (const Worker* worker : workers) {
    for (const auto& [id, seen] : worker->seen()) {
      account.duplicates += seen.records - 1;
      anything = anything || seen.spilled;
      if (!seen.has_changed()) {
        ++account.unchanged;
        continue;
      }
      ++(seen.is_new() ? account.added : account.updated);
      content += seen.hash - (seen.is_new() ? 0 : seen.old_hash);
    }
  }
  return anything;
}

/// The documents of trials that no record named.
std::vector<Xapian::docid> missing_documents(const store::Index& current, const Workers& workers,
                                             const Rejections& rejections) {
  std::vector<Xapian::docid> missing;
  store::through_gate([&] {
    const Xapian::Database& database = current.database();
    const auto end = database.valuestream_end(schema::kIdSlot);
    for (auto it = database.valuestream_begin(schema::kIdSlot); it != end; ++it) {
      const std::string id = *it;
      if (!worker_of(workers, id).seen().contains(id) && !rejections.ids.contains(id)) {
        missing.push_back(it.get_docid());
      }
    }
  });
  return missing;
}

void refuse_empty(const Account& account, std::uint64_t missing, std::uint64_t trials) {
  for (const store::SourceInfo& source : account.sources) {
    if (source.records == 0) {
      throw Error(ErrorCode::kDeleteRefused, "nothing is deleted: " + source.name + " holds no trial");
    }
  }
  if (missing > 0 && missing == trials) {
    throw Error(ErrorCode::kDeleteRefused,
                "nothing is deleted: the inputs name none of the index's " + std::to_string(trials) + " trials");
  }
}

/// Decides which of the index's trials leave it, and takes what they gave from the statistics.
std::vector<Xapian::docid> delete_missing(const IndexOptions& options, const store::Index& current,
                                          const Workers& workers, const Rejections& rejections, Account& account,
                                          std::uint64_t& content) {
  std::vector<Xapian::docid> missing = missing_documents(current, workers, rejections);
  if (rejections.unknown) {
    account.missing_kept = missing.size();
    return {};
  }
  if (!options.allow_empty) refuse_empty(account, missing.size(), current.manifest().trials);
  for (const Xapian::docid document : missing) {
    const store::MergedTrial leaving = current.records().merged(document);
    content -= leaving.content_hash();
    worker_of(workers, leaving.trial().id.text()).remove(leaving.trial());
  }
  account.removed = missing.size();
  return missing;
}

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

/// When only what is said about the sources has changed: the same files under a new manifest.
void link_files(const base::Path& from, const base::Path& to) {
  namespace fs = std::filesystem;
  for (fs::recursive_directory_iterator it(from), end; it != end; ++it) {
    const base::Path target = to / it->path().lexically_relative(from);
    if (it->is_directory()) {
      base::create_directories(target);
    } else if (it->path().filename() != store::kManifestName) {
      std::error_code error;
      fs::create_hard_link(it->path(), target, error);
      if (error) base::copy_file(it->path(), target);
    }
  }
}

}  // namespace

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
  }

  Account account;
  std::vector<std::unique_ptr<Lane>> lanes;
  Workers workers;
  for (unsigned i = 0; i < std::max(1U, options.jobs); ++i) {
    lanes.push_back(std::make_unique<Lane>(scratch / ("worker-" + std::to_string(i)),
                                           current ? &options.folder : nullptr,
                                           options.dry_run ? Worker::Mode::kCountOnly : Worker::Mode::kIndex));
  }
  const Rejections rejections = read_records(options, stream, lanes, account);
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
    update.removed = delete_missing(options, *current, workers, rejections, account, manifest.content);
  }
  const bool only_these = options.delete_missing && account.missing_kept == 0;
  std::vector<store::SourceInfo> sources =
      merge_sources(only_these ? std::vector<store::SourceInfo>() : manifest.sources, account.sources);
  account.total = manifest.trials + account.added - account.removed;
  const bool changed = anything || account.removed > 0;
  if (options.dry_run || (current && !changed && sources == manifest.sources)) return account;
  if (options.on_progress) {
    options.on_progress({account.files, account.read, stream.bytes_read(), stream.bytes_total(), true});
  }

  if (current && !changed) {
    link_files(*writer->current(), writer->folder());
  } else {
    manifest.compact_bytes = assemble(*writer, current.get(), update, workers);
  }
  base::check_interrupt();
  manifest.trials = account.total;
  manifest.sources = std::move(sources);
  manifest.fingerprint = store::current_fingerprint();
  base::log(base::LogLevel::kDebug, "all files of the new generation are written");
  writer->publish(std::move(manifest));
  base::log(base::LogLevel::kDebug, "the new generation is published");
  account.published = true;
  return account;
}

}  // namespace trialsift::ingest
