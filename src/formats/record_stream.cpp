// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/formats/record_stream.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "formats/bytes/archive.hpp"
#include "formats/bytes/byte_sources.hpp"
#include "formats/bytes/inputs.hpp"
#include "formats/bytes/text_source.hpp"
#include "formats/bytes/unpacking.hpp"
#include "formats/completeness.hpp"
#include "formats/reader.hpp"
#include "formats/values/left_out.hpp"
#include "formats/values/trial_values.hpp"
#include "trialsift/base/interrupt.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

/// Archives inside of archives; what is deeper is rejected.
constexpr std::size_t kDepthMax = 8;

const Format* format_named(const std::string& name) {
  if (name.empty()) return nullptr;
  for (const Format& format : formats()) {
    if (format.name == name) return &format;
  }
  const std::string known = base::joined(formats(), ", ", [](const Format& format) { return format.name; });
  throw base::Error(base::ErrorCode::kUsage, "unknown format \"" + name + "\"", "Known formats: " + known + ".");
}

/// A folder or archive with tables that are joined.
struct Group {
  std::string folder;
  std::size_t source;  ///< of its first table
};

/// An archive that is being read, with what it reads from.
struct Layer {
  Layer(std::unique_ptr<PeekedSource> from, std::string its_name, bool is_named)
      : peeked(std::move(from)), name(std::move(its_name)), named(is_named) {}

  std::unique_ptr<PeekedSource> peeked;
  std::unique_ptr<Archive> archive;
  std::string name;
  bool named;
  std::uint64_t members = 0;
};

/// A file of records: its bytes, decoded, with a look at their beginning.
struct Content {
  explicit Content(std::unique_ptr<PeekedSource> from) : bytes(std::move(from)) {}

  std::unique_ptr<PeekedSource> bytes;
  TextSource decoded{*bytes};
  PeekedSource text{decoded};
};

}  // namespace

class RecordStream::Impl {
 public:
  Impl(const std::vector<std::string>& inputs, ReadOptions options)
      : options_(std::move(options)), forced_(format_named(options_.format)), inputs_(inputs) {
    for (const std::string& input : inputs) names_.push_back(input);
  }

  std::optional<Record> next() {
    while (true) {
      std::optional<Record> record;
      try {
        if (!step(record)) {
          if (!std::exchange(finished_, true)) completeness_.finish();
          return std::nullopt;
        }
      } catch (const UnpacksToTooMuch& bomb) {
        record = give_up(bomb.what());
      }
      if (record) {
        if (counts(*record)) ++sources_[source_].records;
        if (const auto* const bad = std::get_if<Rejected>(&*record)) completeness_.take(*bad);
        if (auto* const trial = std::get_if<model::Trial>(&*record)) {
          if (trial->as_of.empty()) trial->as_of = source().facts.current;
          leave_out_repeated(*trial);
        }
        return record;
      }
      base::check_interrupt();
    }
  }

  std::uint64_t files() const { return files_; }
  std::uint64_t invalid_bytes() const { return invalid_bytes_; }
  std::uint64_t bytes_read() const { return bytes_before_ + (file_ ? file_->bytes_read() : 0); }
  std::uint64_t bytes_total() {
    if (!bytes_total_) bytes_total_ = inputs_.bytes_total();
    return *bytes_total_;
  }
  const Source& source() const { return sources_[source_]; }
  const std::string& file() const { return reader_ ? content_name_ : source().name; }
  std::string_view format() const { return format_ == nullptr ? std::string_view() : format_->name; }
  model::Coverage coverage() const { return coverage_; }
  const std::vector<Source>& sources() const { return sources_; }
  void expect(const std::vector<std::string>& files) { completeness_.expect(files); }
  const CompletenessCheck& completeness() const { return completeness_; }

 private:
  /// One step further; false at the end.
  bool step(std::optional<Record>& record) {
    if (note_) {
      record = *std::exchange(note_, std::nullopt);
    } else if (reader_ != nullptr) {
      record = from_reader();
    } else if (!layers_.empty()) {
      record = from_archive();
    } else if (const auto file = inputs_.next()) {
      record = open(*file);
    } else {
      close_file();
      if (joins_.empty()) return false;
      record = from_join();
    }
    return true;
  }

  static bool counts(const Record& record) {
    return std::holds_alternative<model::Trial>(record) || std::holds_alternative<Rejected>(record);
  }

  static Record rejected(std::string file, std::string reason, std::string detail) {
    return Rejected{base::Place{std::move(file), 0, 0, {}}, std::move(reason), std::move(detail)};
  }

  /// Content without records: an answer to who named the file, a note about one that was met.
  Record unusable(const std::string& file, bool named, const char* reason, const char* detail) {
    if (named) return rejected(file, reason, detail);
    completeness_.take_skipped(file, std::string_view(reason) == "empty");
    return Skipped{file};
  }

  std::optional<Record> open(const InputFile& input) {
    while (sources_.size() <= input.input) add_source(names_[sources_.size()]);
    source_ = input.input;
    close_file();
    if (!input.trouble.empty()) return rejected(input.path, "unreadable", input.trouble);
    file_name_ = input.path;
    try {
      file_ = std::make_unique<FileSource>(input.path);
    } catch (const DamagedInput& damage) {
      if (input.named) {
        throw base::Error(base::ErrorCode::kInputUnreadable, "cannot read " + input.path + ": " + damage.what(), {},
                          base::Place{input.path, 0, 0, {}});
      }
      return rejected(input.path, "unreadable", damage.what());
    }
    unpacking_.emplace(*file_, options_.unpacked_ratio);
    return open(*file_, input.path, input.named);
  }

  void add_source(const std::string& name) {
    const auto known = options_.facts.find(name);
    InputFacts facts = known == options_.facts.end() ? InputFacts() : known->second;
    if (facts.current.empty()) facts.current = options_.current;
    sources_.push_back({name, {}, {}, 0, 0, std::move(facts)});
  }

  /// Done with is as good as read, though the end of an archive or a skipped file was not looked at.
  void close_file() {
    if (!file_) return;
    bytes_before_ += std::max(file_->bytes_read(), file_->size());
    if (std::string change = file_->change(); !change.empty())
      completeness_.take_changed(file_name_, std::move(change));
    file_.reset();
  }

  /// Decides by content what a file or a member is.
  std::optional<Record> open(ByteSource& source, const std::string& name, bool named) {
    auto peeked = std::make_unique<PeekedSource>(source);
    if (is_archive(peeked->head())) {
      if (layers_.size() == kDepthMax) {
        return rejected(name, "too-deep", "The archive lies inside of " + std::to_string(kDepthMax) + " others.");
      }
      layers_.emplace_back(std::move(peeked), name, named);
      return std::nullopt;
    }
    auto content = std::make_unique<Content>(std::move(peeked));
    const std::string_view head = content->text.head();
    if (head.empty() && !content->text.damaged()) return unusable(name, named, "empty", "The input is empty.");
    const Format* const format = forced_ != nullptr ? forced_ : sniffed(head);
    if (format == forced_ && is_passed_over(head)) {
      ++sources_[source_].rows;
      return Skipped{name};
    }
    if (format == nullptr) {
      if (content->text.damaged()) return damage(name, content->text.damage());
      return unusable(name, named, "unknown-format", "The content is in no format that is known.");
    }
    left_out().take_note();
    ++files_;
    format_ = format;
    add_format(sources_[source_].format, format->name);
    content_ = std::move(content);
    content_name_ = name;
    content_named_ = named;
    content_joins_ = format->join != nullptr;
    content_records_ = 0;
    reader_ = content_joins_ ? join_of(*format).open(content_->text, content_name_, group_of(content_name_))
                             : format->open(content_->text, content_name_, options_);
    return std::nullopt;
  }

  TableJoin& join_of(const Format& format) {
    for (const auto& [known, join] : joins_) {
      if (known == &format) return *join;
    }
    return *joins_.emplace_back(&format, format.join(options_)).second;
  }

  /// The number of the folder or archive that the file is in.
  std::size_t group_of(const std::string& file) {
    const std::size_t name = file.find_last_of("/:");
    const std::string folder = name == std::string::npos ? std::string() : file.substr(0, name + 1);
    for (std::size_t i = 0; i < groups_.size(); ++i) {
      if (groups_[i].folder == folder) return i;
    }
    groups_.push_back({folder, source_});
    return groups_.size() - 1;
  }

  /// All formats met, in their order.
  static void add_format(std::string& known, std::string_view name) {
    for (const std::string_view one : base::split(known, ',')) {
      if (base::trim(one) == name) return;
    }
    known += (known.empty() ? "" : ", ") + std::string(name);
  }

  static const Format* sniffed(std::string_view head) {
    const auto rows = formats();
    const auto row =
        std::find_if(rows.begin(), rows.end(), [head](const Format& format) { return format.sniff(head); });
    return row == rows.end() ? nullptr : &*row;
  }

  /// By the format that is forced, or by any.
  bool is_passed_over(std::string_view head) const {
    const auto rows = formats();
    return std::any_of(rows.begin(), rows.end(), [this, head](const Format& format) {
      return (forced_ == nullptr || forced_ == &format) && format.passes_over != nullptr && format.passes_over(head);
    });
  }

  Record damage(const std::string& name, const std::string& why) const {
    if (layers_.empty()) return rejected(name, "unreadable", "The file cannot be read on: " + why);
    return rejected(name, "damaged-archive", "The archive cannot be read on: " + why);
  }

  std::optional<Record> from_reader() {
    try {
      auto record = reader_->next();
      if (record) {
        if (counts(*record)) ++content_records_;
        coverage_ = reader_->coverage();
        return record;
      }
    } catch (const DamagedInput& error) {
      close_reader();
      return damage(content_name_, error.what());
    }
    close_reader();
    // An answer without studies is no mistake, but it is told.
    if (content_records_ == 0 && !content_joins_) return Skipped{content_name_};
    return std::nullopt;
  }

  std::optional<Record> from_join() {
    auto joined = joins_.front().second->next();
    if (!joined) {
      joins_.erase(joins_.begin());
      take_note(sources_[source_].name);
      return std::nullopt;
    }
    source_ = groups_[joined->group].source;
    coverage_ = joined->coverage;
    format_ = joins_.front().first;
    return std::move(joined->record);
  }

  /// Tells next of numbers that were left out.
  void take_note(const std::string& file) {
    if (std::string text = left_out().take_note(); !text.empty()) note_ = Note{file, std::move(text)};
  }

  void close_reader() {
    take_note(content_name_);
    Source& source = sources_[source_];
    source.current = std::max(source.current, reader_->current());
    if (source.current.empty()) source.current = source.facts.current.text();
    Ending ending = reader_->ending();
    source.rows += ending.rows;
    completeness_.take_end(content_name_, !content_named_, content_records_, std::move(ending));
    reader_.reset();
    invalid_bytes_ += content_->decoded.invalid_bytes();
    content_.reset();
  }

  std::optional<Record> from_archive() {
    Layer& layer = layers_.back();
    std::optional<Archive::Member> member;
    try {
      if (layers_.size() == 1) unpacking_->restart();
      if (!layer.archive) layer.archive = std::make_unique<Archive>(*layer.peeked, *unpacking_);
      member = layer.archive->next_member();
    } catch (const DamagedInput& error) {
      Record told = damage(layer.name, error.what());
      if (!layer.archive || !layer.archive->usable()) layers_.pop_back();
      return told;
    }
    if (!member) return close_archive();
    ++layer.members;
    const bool is_archive = !member->name.empty();
    const std::string name = is_archive ? layer.name + ":" + member->name : layer.name;
    if (!member->is_file) return unusable(name, false, "skipped", "");
    return open(*layer.archive, name, layer.named && !is_archive);
  }

  /// Of a bomb: what is open, up to the member of the outermost archive that it is in. Where the next member can only
  /// be had by unpacking all of this one, the whole file.
  Record give_up(const std::string& why) {
    std::string name = reader_ != nullptr ? content_name_ : layers_.back().name;
    if (reader_ != nullptr) close_reader();
    while (layers_.size() > 1) layers_.pop_back();
    const Archive* outermost = layers_.front().archive.get();
    if (outermost == nullptr || !outermost->usable() || outermost->compressed()) layers_.pop_back();
    return rejected(std::move(name), "bomb", why);
  }

  std::optional<Record> close_archive() {
    const Layer layer = std::move(layers_.back());
    layers_.pop_back();
    if (layer.members > 0) return std::nullopt;
    return unusable(layer.name, layer.named, "empty", "The archive holds no files.");
  }

  ReadOptions options_;
  const Format* forced_;
  Inputs inputs_;
  std::vector<std::string> names_;
  std::vector<Source> sources_;
  std::size_t source_ = 0;                                                   ///< that the records come from
  const Format* format_ = nullptr;                                           ///< of the record given last
  model::Coverage coverage_;                                                 ///< the same
  std::vector<std::pair<const Format*, std::unique_ptr<TableJoin>>> joins_;  ///< of the formats met
  std::vector<Group> groups_;
  std::uint64_t files_ = 0;
  std::uint64_t invalid_bytes_ = 0;
  std::uint64_t bytes_before_ = 0;  ///< of the files before the one that is open
  std::optional<std::uint64_t> bytes_total_;
  CompletenessCheck completeness_;
  bool finished_ = false;

  // In the order of dependence: the reader reads the content, it an archive, that the one around it, the last the file.
  std::unique_ptr<FileSource> file_;
  std::optional<Unpacking> unpacking_;
  std::vector<Layer> layers_;
  std::unique_ptr<Content> content_;
  std::string file_name_;
  std::string content_name_;
  bool content_named_ = false;  ///< by the user
  bool content_joins_ = false;
  std::uint64_t content_records_ = 0;
  std::unique_ptr<Reader> reader_;
  std::optional<Note> note_;
};

RecordStream::RecordStream(const std::vector<std::string>& inputs, ReadOptions options)
    : impl_(std::make_unique<Impl>(inputs, std::move(options))) {}
RecordStream::~RecordStream() = default;

std::optional<Record> RecordStream::next() {
  return impl_->next();
}
const std::string& RecordStream::file() const {
  return impl_->file();
}
std::uint64_t RecordStream::files() const {
  return impl_->files();
}
std::uint64_t RecordStream::invalid_bytes() const {
  return impl_->invalid_bytes();
}
std::uint64_t RecordStream::bytes_read() const {
  return impl_->bytes_read();
}
std::uint64_t RecordStream::bytes_total() const {
  return impl_->bytes_total();
}
const Source& RecordStream::source() const {
  return impl_->source();
}
model::Coverage RecordStream::coverage() const {
  return impl_->coverage();
}
std::string_view RecordStream::format() const {
  return impl_->format();
}
const std::vector<Source>& RecordStream::sources() const {
  return impl_->sources();
}
void RecordStream::expect(const std::vector<std::string>& files) {
  impl_->expect(files);
}
const Completeness& RecordStream::completeness() const {
  return impl_->completeness().found();
}
const std::vector<std::string>& RecordStream::files_to_expect() const {
  return impl_->completeness().files_to_expect();
}

}  // namespace trialsift::formats
