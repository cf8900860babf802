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
#include <thread>
#include <utility>

#include "ingest/assembler.hpp"
#include "ingest/worker.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/log.hpp"
#include "trialsift/base/queue.hpp"
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
  Lane(const base::Path& scratch, const base::Path* index_folder) : queue_(kWaitingBatches) {
    if (index_folder != nullptr) current_ = std::make_unique<store::Index>(*index_folder);
    worker_ = std::make_unique<Worker>(scratch, current_.get());
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

  /// Waits for the end and gives the worker back, or throws what it met.
  std::unique_ptr<Worker> join() {
    flush();
    queue_.close();
    thread_.join();
    if (failure_) std::rethrow_exception(failure_);
    return std::move(worker_);
  }

 private:
  bool flush() {
    if (batch_.empty()) return true;
    return queue_.push(std::exchange(batch_, {}));
  }

  void run() {
    try {
      while (const std::optional<Batch> batch = queue_.pop()) {
        for (const model::Trial& trial : *batch) {
          if (abandoned_) return;
          worker_->take(trial);
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

/// Reads all the records, hands trials to their lanes and counts the rest.
void read_records(const IndexOptions& options, formats::RecordStream& stream, std::vector<std::unique_ptr<Lane>>& lanes,
                  Account& account) {
  while (std::optional<formats::Record> record = stream.next()) {
    base::check_interrupt();
    if (auto* trial = std::get_if<model::Trial>(&*record)) {
      ++account.read;
      const std::size_t lane = route(trial->id.text(), lanes.size());
      if (!lanes[lane]->push(std::move(*trial))) break;
    } else if (const auto* rejected = std::get_if<formats::Rejected>(&*record)) {
      ++account.read;
      ++account.rejected;
      ++account.rejected_by_reason[rejected->reason];
      if (options.on_rejected) options.on_rejected(*rejected);
      if (options.strict) {
        throw Error(ErrorCode::kInputRejected,
                    rejected->where.file + ":" + std::to_string(rejected->where.line) + ": " + rejected->detail, {},
                    rejected->where);
      }
    } else if (const auto* skipped = std::get_if<formats::Skipped>(&*record)) {
      ++account.skipped_files;
      if (options.on_skipped) options.on_skipped(*skipped);
    } else if (options.on_note) {
      options.on_note(std::get<formats::Note>(*record));
    }
    if (options.on_progress && account.read % kProgressEvery == 0) {
      options.on_progress({stream.files(), account.read, stream.bytes_read(), stream.bytes_total()});
    }
  }
  account.files = stream.files();
  for (const formats::Source& source : stream.sources()) {
    account.sources.push_back({source.name, source.format, source.current, source.records});
  }
}

/// One of a trial's records is added, updated or unchanged; the others are duplicates. Returns whether an unchanged one
/// came from a newer source.
bool settle(const std::vector<std::unique_ptr<Worker>>& workers, Account& account, std::uint64_t& content) {
  bool renewed = false;
  for (const auto& worker : workers) {
    for (const auto& [id, seen] : worker->seen()) {
      account.duplicates += seen.records - 1;
      if (seen.document == 0) {
        ++account.unchanged;
        renewed = renewed || seen.version.as_of > seen.old_as_of;
        continue;
      }
      ++(seen.old_document == 0 ? account.added : account.updated);
      content += seen.version.hash - (seen.old_document == 0 ? 0 : seen.old_hash);
    }
  }
  return renewed;
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
  store::GenerationWriter writer(options.folder);
  std::unique_ptr<store::Index> current;
  if (store::is_index(options.folder) && !options.rebuild) current = std::make_unique<store::Index>(options.folder);

  Account account;
  std::vector<std::unique_ptr<Lane>> lanes;  // they hold what the workers look at
  std::vector<std::unique_ptr<Worker>> workers;
  for (unsigned i = 0; i < std::max(1U, options.jobs); ++i) {
    lanes.push_back(std::make_unique<Lane>(writer.scratch() / ("worker-" + std::to_string(i)),
                                           current ? &options.folder : nullptr));
  }
  read_records(options, stream, lanes, account);
  for (const auto& lane : lanes) workers.push_back(lane->join());
  base::log(base::LogLevel::kDebug, "all records are read and analysed");
  if (current == nullptr && account.read == account.rejected) {
    throw Error(ErrorCode::kInputUnreadable, "the inputs hold no trial record that could be read",
                "see trialsift formats for what can be read");
  }

  store::Manifest manifest;
  if (current) manifest = current->manifest();
  const bool renewed = settle(workers, account, manifest.content);
  std::vector<store::SourceInfo> sources = merge_sources(manifest.sources, account.sources);
  account.total = manifest.trials + account.added;
  const bool changed = account.added + account.updated > 0 || renewed;
  if (current && !changed && sources == manifest.sources) return account;

  if (current && !changed) {
    link_files(*writer.current(), writer.folder());
  } else {
    assemble(writer, current.get(), workers);
  }
  base::check_interrupt();
  manifest.trials = account.total;
  manifest.sources = std::move(sources);
  manifest.fingerprint = store::current_fingerprint();
  base::log(base::LogLevel::kDebug, "all files of the new generation are written");
  writer.publish(std::move(manifest));
  base::log(base::LogLevel::kDebug, "the new generation is published");
  account.published = true;
  return account;
}

}  // namespace trialsift::ingest
