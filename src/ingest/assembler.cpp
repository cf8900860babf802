// SPDX-License-Identifier: GPL-2.0-or-later
#include "ingest/assembler.hpp"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <numeric>
#include <optional>
#include <string>

#include "trialsift/base/error.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/log.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/store/abbreviations.hpp"
#include "trialsift/store/tokens.hpp"
#include "trialsift/store/words.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::ingest {
namespace {

namespace fs = std::filesystem;
using base::Path;

/// Six files a database are open while it is compacted: so many at a time.
constexpr std::size_t kCompactAtOnce = 64;
/// An update of less than one trial in so many changes a copy of the database; a larger one is merged by compaction.
constexpr std::uint64_t kChangeInPlaceShare = 10;

/// Changing a copy splits the full blocks of a compacted database. Past this percentage of its compact size it is
/// compacted again.
constexpr std::uint64_t kGrownShare = 150;

/// Trials copied from the current generation before its pages are let go: memory must not grow with the index.
constexpr std::uint64_t kForgetEvery = 4096;

Path compact(std::vector<Path> databases, const Path& scratch, const Path& target) {
  for (std::size_t round = 0; databases.size() > kCompactAtOnce; ++round) {
    std::vector<Path> merged;
    for (std::size_t begin = 0; begin < databases.size(); begin += kCompactAtOnce) {
      const std::size_t end = std::min(databases.size(), begin + kCompactAtOnce);
      const Path part = scratch / ("merged-" + std::to_string(round) + "-" + std::to_string(merged.size()));
      merged.push_back(compact({databases.begin() + static_cast<std::ptrdiff_t>(begin),
                                databases.begin() + static_cast<std::ptrdiff_t>(end)},
                               scratch, part));
      for (std::size_t i = begin; i < end; ++i) base::remove_all(databases[i]);
    }
    databases = std::move(merged);
  }
  base::check_interrupt();
  Xapian::Database all;
  for (const Path& path : databases) all.add_database(Xapian::Database(path.string()));
  all.compact(target.string());
  return target;
}

void copy_database(const Path& from, const Path& to) {
  base::create_directories(to);
  for (const fs::directory_entry& entry : fs::directory_iterator(from)) {
    base::copy_file(entry.path(), to / entry.path().filename());
  }
}

std::vector<Path> all_segments(const Workers& workers) {
  std::vector<Path> segments;
  for (const Worker* worker : workers) {
    for (const Path& segment : worker->segments()) {
      if (Xapian::Database(segment.string()).get_doccount() > 0) segments.push_back(segment);
    }
  }
  return segments;
}

/// A new version takes the place of the old one, so that only the terms that differ cost anything.
void put_documents(Xapian::WritableDatabase& database, const std::vector<Path>& segments, const Workers& workers) {
  for (const Path& path : segments) {
    const Xapian::Database segment(path.string());
    for (auto it = segment.postlist_begin(""); it != segment.postlist_end(""); ++it) {
      const Xapian::Document document = segment.get_document(*it);
      const std::string id = document.get_value(schema::kIdSlot);
      const Seen& seen = worker_of(workers, id).seen().at(id);
      if (seen.is_new()) {
        database.add_document(document);
      } else {
        database.replace_document(seen.old_document, document);
      }
    }
  }
}

/// Documents of the current generation that newer versions in the segments replace.
std::vector<Xapian::docid> replaced_documents(const Workers& workers) {
  std::vector<Xapian::docid> replaced;
  for (const Worker* worker : workers) {
    for (const auto& [id, seen] : worker->seen()) {
      if (seen.document != 0 && !seen.is_new()) replaced.push_back(seen.old_document);
    }
  }
  return replaced;
}

void delete_documents(Xapian::WritableDatabase& database, std::vector<Xapian::docid> documents) {
  std::sort(documents.begin(), documents.end());
  for (const Xapian::docid document : documents) database.delete_document(document);
}

std::uint64_t folder_size(const Path& folder) {
  std::uint64_t size = 0;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder)) size += base::file_size(entry.path());
  return size;
}

/// Returns the database's size when it was last compacted.
std::uint64_t assemble_database(const Path& target, const Path& scratch, const Path* current, const Update& update,
                                const Workers& workers) {
  std::vector<Path> segments = all_segments(workers);
  if (current == nullptr) {
    if (segments.empty()) {
      Xapian::WritableDatabase(target.string(), Xapian::DB_CREATE).commit();
    } else {
      compact(std::move(segments), scratch, target);
    }
    return folder_size(target);
  }
  std::uint64_t changes = update.removed.size();
  for (const Path& segment : segments) changes += Xapian::Database(segment.string()).get_doccount();
  const bool in_place = changes * kChangeInPlaceShare < Xapian::Database(current->string()).get_doccount();
  const Path copy = in_place ? target : scratch / "copy";
  copy_database(*current, copy);
  {
    Xapian::WritableDatabase database(copy.string(), Xapian::DB_OPEN);
    delete_documents(database, update.removed);
    if (in_place) {
      put_documents(database, segments, workers);
    } else {
      delete_documents(database, replaced_documents(workers));
    }
    database.commit();
  }
  if (in_place) {
    if (folder_size(target) <= update.compact_bytes * kGrownShare / 100) return update.compact_bytes;
    base::rename_path(target, scratch / "copy");
    segments.clear();
  }
  segments.insert(segments.begin(), scratch / "copy");
  compact(std::move(segments), scratch, target);
  return folder_size(target);
}

/// Numbers for the token stream: what the current generation has stays; a fresh build gives the frequent words the
/// low numbers, which take one unit.
std::vector<std::uint32_t> stream_numbers(const store::Vocabulary& total, std::vector<std::uint32_t> kept,
                                          std::uint32_t next) {
  std::vector<std::uint32_t> fresh(total.size() - kept.size());
  std::iota(fresh.begin(), fresh.end(), static_cast<std::uint32_t>(kept.size()));
  std::sort(fresh.begin(), fresh.end(), [&total](std::uint32_t a, std::uint32_t b) {
    const auto x = total.word(a).occurrences;
    const auto y = total.word(b).occurrences;
    return x != y ? x > y : total.text(a) < total.text(b);
  });
  kept.resize(total.size());
  for (const std::uint32_t word : fresh) kept[word] = next++;
  return kept;
}

/// Finds the words and records of the trials of the new database in the workers' spill files and the current files.
class StreamMerger {
 public:
  StreamMerger(const Workers& workers, const store::Index* current) : workers_(workers), current_(current) {
    for (const Worker* worker : workers) spills_.emplace_back(worker->spill_path());
    if (current_ != nullptr) {
      old_ = current_->database().valuestream_begin(schema::kIdSlot);
    }
  }

  /// `numbers`: by worker, from its words to the token stream.
  void write(const Xapian::Database& database, const std::vector<std::vector<std::uint32_t>>& numbers,
             const Path& folder) {
    store::TokensWriter tokens(folder / store::kTokensName);
    store::RecordsWriter records(folder / store::kRecordsName);
    std::uint64_t written = 0;
    for (auto it = database.valuestream_begin(schema::kIdSlot); it != database.valuestream_end(schema::kIdSlot); ++it) {
      base::check_interrupt();
      if (current_ != nullptr && ++written % kForgetEvery == 0) {
        current_->tokens().release(0);
        current_->records().release(0);
      }
      const std::string id = *it;
      const std::size_t worker = route(id, workers_.size());
      const auto seen = workers_[worker]->seen().find(id);
      if (seen != workers_[worker]->seen().end() && seen->second.document != 0) {
        const SpilledDocument& spilled = spills_[worker].read(seen->second.spill_offset);
        add_words(tokens, it.get_docid(), spilled, numbers[worker]);
        records.add(it.get_docid(), spilled.packed_record, seen->second.as_of);
      } else {
        const store::DocId old = old_document(id);
        const store::Tokens& stream = current_->tokens();
        tokens.add(it.get_docid(), stream.document(old).block(), stream.ranked_length(old));
        // Met again in a newer source: the trial is unchanged, but it is known to be current for longer.
        const bool renewed = seen != workers_[worker]->seen().end() && seen->second.spilled;
        records.add(
            it.get_docid(),
            renewed ? spills_[worker].read(seen->second.spill_offset).packed_record : current_->records().packed(old),
            renewed ? seen->second.as_of : current_->records().as_of(old));
      }
    }
    tokens.close();
    records.close();
  }

 private:
  void add_words(store::TokensWriter& out, Xapian::docid document, const SpilledDocument& spilled,
                 const std::vector<std::uint32_t>& numbers) {
    block_.clear();
    for (const SpilledDocument::FieldWords& field : spilled.fields) {
      units_.clear();
      for (const std::uint32_t word : field.words) {
        if (word == kSpilledGap) {
          units_.push_back(store::kGap);
        } else {
          store::append_units(units_, numbers[word]);
        }
      }
      store::append_field(block_, field.field, units_);
    }
    out.add(document, block_, spilled.ranked_length);
  }

  /// Copying and compacting keep the order of the documents that stay, so one walk over the old ones finds them all.
  store::DocId old_document(const std::string& id) {
    if (current_ != nullptr) {
      const auto end = current_->database().valuestream_end(schema::kIdSlot);
      for (; old_ != end; ++old_) {
        if (*old_ == id) return old_.get_docid();
      }
    }
    throw base::Error(base::ErrorCode::kInternal, "the new index holds " + id + ", which no input gave");
  }

  const Workers& workers_;
  const store::Index* current_;
  std::vector<SpillReader> spills_;
  Xapian::ValueIterator old_;
  std::vector<store::Unit> units_;
  std::vector<store::Unit> block_;
};

}  // namespace

std::uint64_t assemble(const store::GenerationWriter& writer, const store::Index* current, const Update& update,
                       const Workers& workers) {
  return store::through_gate([&] {
    const Path database_path = writer.folder() / store::kDatabaseName;
    std::optional<Path> old_database;
    if (current != nullptr) old_database = *writer.current() / store::kDatabaseName;
    const std::uint64_t compact_bytes =
        assemble_database(database_path, writer.scratch(), old_database ? &*old_database : nullptr, update, workers);
    base::check_interrupt();
    base::log(base::LogLevel::kDebug, "the database is assembled");

    store::Vocabulary total;
    std::vector<std::uint32_t> kept;
    std::uint32_t next = 0;
    if (current != nullptr) {
      kept = current->words().load_into(total);
      next = current->words().next_stream_number();
    }
    std::vector<std::vector<std::uint32_t>> numbers;
    for (const Worker* worker : workers) {
      base::check_interrupt();
      numbers.push_back(total.merge(worker->vocabulary()));
    }
    base::check_interrupt();
    const std::vector<std::uint32_t> stream = stream_numbers(total, std::move(kept), next);
    store::write_words(writer.folder() / store::kWordsName, total, stream);
    base::check_interrupt();
    store::AbbreviationCounts abbreviations;
    if (current != nullptr) current->abbreviations().load_into(abbreviations);
    for (const Worker* worker : workers) abbreviations.merge(worker->abbreviations());
    store::write_abbreviations(writer.folder() / store::kAbbreviationsName, abbreviations);
    base::log(base::LogLevel::kDebug, "the words are written");
    for (std::vector<std::uint32_t>& of_worker : numbers) {
      for (std::uint32_t& number : of_worker) number = stream[number];
    }
    StreamMerger(workers, current).write(Xapian::Database(database_path.string()), numbers, writer.folder());
    return compact_bytes;
  });
}

}  // namespace trialsift::ingest
