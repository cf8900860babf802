// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "formats/reader.hpp"
#include "support/temp_folder.hpp"
#include "trialsift/formats/record_stream.hpp"

namespace trialsift::formats {

/// Bytes in memory, given out in steps of a chosen size.
class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string bytes, std::size_t step = 1U << 20U) : bytes_(std::move(bytes)), step_(step) {}
  std::size_t read(char* out, std::size_t capacity) override {
    const std::size_t count = std::min({capacity, step_, bytes_.size() - at_});
    std::memcpy(out, bytes_.data() + at_, count);
    at_ += count;
    return count;
  }

 private:
  std::string bytes_;
  std::size_t step_;
  std::size_t at_ = 0;
};

/// What came out of inputs, in order.
struct Outcome {
  std::vector<model::Trial> trials;
  std::vector<Rejected> rejected;
  std::vector<std::string> skipped;
  std::vector<std::string> notes;

  void add(Record record) {
    if (auto* trial = std::get_if<model::Trial>(&record)) {
      trials.push_back(std::move(*trial));
    } else if (auto* bad = std::get_if<Rejected>(&record)) {
      rejected.push_back(std::move(*bad));
    } else if (const auto* file = std::get_if<Skipped>(&record)) {
      skipped.push_back(file->file);
    } else {
      notes.push_back(std::get<Note>(record).text);
    }
  }
  std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const auto& trial : trials) ids.push_back(trial.id.text());
    return ids;
  }
  std::vector<std::string> reasons() const {
    std::vector<std::string> reasons;
    for (const auto& bad : rejected) reasons.push_back(bad.reason);
    return reasons;
  }
};

inline Outcome read_inputs(std::vector<std::string> inputs, ReadOptions options = {}) {
  RecordStream stream(std::move(inputs), std::move(options));
  Outcome outcome;
  while (auto record = stream.next()) outcome.add(std::move(*record));
  return outcome;
}

inline const Format& format(std::string_view name) {
  for (const Format& row : formats()) {
    if (row.name == name) return row;
  }
  throw std::logic_error("no such format");
}

inline Outcome read_text(std::string_view name, std::string bytes, ReadOptions options = {},
                         std::size_t step = 1U << 20U) {
  MemorySource source(std::move(bytes), step);
  const auto reader = format(name).open(source, "file", options);
  Outcome outcome;
  while (auto record = reader->next()) outcome.add(std::move(*record));
  return outcome;
}

/// A study with an id and a title, in one line.
inline std::string study(std::string_view id, std::string_view title = "A title") {
  return R"({"protocolSection":{"identificationModule":{"nctId":")" + std::string(id) + R"(","briefTitle":")" +
         std::string(title) + R"("}}})";
}

inline void must(bool done) {
  if (!done) throw std::runtime_error("an archive cannot be written");
}

using Files = std::vector<std::pair<std::string, std::string>>;
enum class Packing { kZip, kTar, kTarGzip, kTarZstd };

inline void pack(const std::string& path, Packing packing, const Files& files) {
  archive* out = archive_write_new();
  if (packing == Packing::kZip) {
    archive_write_set_format_zip(out);
  } else {
    archive_write_set_format_pax_restricted(out);
    if (packing == Packing::kTarGzip) archive_write_add_filter_gzip(out);
    if (packing == Packing::kTarZstd) archive_write_add_filter_zstd(out);
  }
  must(archive_write_open_filename(out, path.c_str()) == ARCHIVE_OK);
  for (const auto& [name, bytes] : files) {
    archive_entry* entry = archive_entry_new();
    archive_entry_set_pathname(entry, name.c_str());
    archive_entry_set_size(entry, static_cast<la_int64_t>(bytes.size()));
    archive_entry_set_filetype(entry, AE_IFREG);
    archive_entry_set_perm(entry, 0644);
    must(archive_write_header(out, entry) == ARCHIVE_OK);
    must(archive_write_data(out, bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size()));
    archive_entry_free(entry);
  }
  must(archive_write_close(out) == ARCHIVE_OK);
  archive_write_free(out);
}

/// `filter` is libarchive's name: gzip, zstd, bzip2, xz.
inline void compress(const std::string& path, const char* filter, const std::string& bytes) {
  archive* out = archive_write_new();
  archive_write_set_format_raw(out);
  must(archive_write_add_filter_by_name(out, filter) == ARCHIVE_OK);
  must(archive_write_open_filename(out, path.c_str()) == ARCHIVE_OK);
  archive_entry* entry = archive_entry_new();
  archive_entry_set_filetype(entry, AE_IFREG);
  archive_entry_set_pathname(entry, "data");
  must(archive_write_header(out, entry) == ARCHIVE_OK);
  must(archive_write_data(out, bytes.data(), bytes.size()) == static_cast<la_ssize_t>(bytes.size()));
  archive_entry_free(entry);
  must(archive_write_close(out) == ARCHIVE_OK);
  archive_write_free(out);
}

}  // namespace trialsift::formats
