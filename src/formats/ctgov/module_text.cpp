// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/readers.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "formats/bytes/line_source.hpp"
#include "formats/ctgov/module_fields.hpp"
#include "formats/values/excerpt.hpp"
#include "formats/values/text_cleaning.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

enum class Key { kNone, kCreated, kModified, kId, kSummary, kDescription, kStudy, kStudyBrief, kSection };

struct KeyName {
  std::string_view name;
  Key key;
};

/// At the start of a line. Those from kStudy on close a record and are words of prose as well ("Study: we want ..."):
/// they are keys only without a value or with an id.
constexpr std::array kKeys = {
    KeyName{"Ignite Creation Date:", Key::kCreated},
    KeyName{"Ignite Modification Date:", Key::kModified},
    KeyName{"NCT ID:", Key::kId},
    KeyName{"Brief Summary:", Key::kSummary},
    KeyName{"Detailed Description:", Key::kDescription},
    KeyName{"Study:", Key::kStudy},
    KeyName{"Study Brief:", Key::kStudyBrief},
    KeyName{"Protocol Section:", Key::kSection},
};
constexpr std::string_view kDescription = "Description Module";
constexpr std::size_t kDateLength = 10;

/// A number as its registry writes it: others may be a value's text.
bool is_id(std::string_view text) {
  const std::optional<model::TrialId> id = model::TrialId::parse(text);
  return id && base::to_lower_ascii(id->text()) == base::to_lower_ascii(base::trim(text));
}

struct Labelled {
  Key key = Key::kNone;
  std::string_view value;
};

Labelled labelled(std::string_view line) {
  for (const KeyName& row : kKeys) {
    if (!line.starts_with(row.name)) continue;
    const std::string_view value = base::trim(line.substr(row.name.size()));
    if (row.key >= Key::kStudy && !value.empty() && !is_id(value)) break;
    return {row.key, value};
  }
  return {};
}

std::optional<int> number_in(std::string_view digits) {
  int value = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || error != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
  return value;
}

/// "2025-12-25 @ 5:18 AM" as 2025-12-25T05:18; without a time that can be read, the date alone; else empty.
std::string iso_time(std::string_view text) {
  const std::string_view date = text.substr(0, kDateLength);
  if (date.size() < kDateLength || !model::PartialDate::parse(date)) return {};
  std::string_view time = base::trim(text.substr(kDateLength));
  if (time.starts_with('@')) time = base::trim(time.substr(1));
  const bool am = time.ends_with("AM");
  const bool pm = time.ends_with("PM");
  if (am || pm) time = base::trim(time.substr(0, time.size() - 2));
  const std::size_t colon = time.find(':');
  if (colon == std::string_view::npos) return std::string(date);
  auto hour = number_in(time.substr(0, colon));
  const auto minute = number_in(time.substr(colon + 1));
  if (!hour || !minute || *hour < 0 || *hour > 23 || *minute < 0 || *minute > 59) return std::string(date);
  if (am && *hour == 12) hour = 0;
  if (pm && *hour < 12) *hour += 12;
  const auto two = [](int n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
  return std::string(date) + "T" + two(*hour) + ":" + two(*minute);
}

/// A record as far as it was read.
struct Draft {
  std::uint64_t line = 0;  ///< of its first key; 0 if it has not begun
  std::uint64_t offset = 0;
  std::string id;        ///< the value of NCT ID
  std::string other_id;  ///< of Study or Protocol Section
  model::PartialDate as_of;
  std::string summary;
  std::string description;
  ModuleFields fields;   ///< of another module's page
  bool created = false;  ///< the export's dates were met
  bool modified = false;
  bool too_large = false;
  bool closed = false;       ///< a closing key with an id was met: what follows is no text of this record
  Key closing = Key::kNone;  ///< the last in their order of those

  bool has_text() const { return !summary.empty() || !description.empty() || !fields.empty(); }
};

class ModuleTextReader : public Reader {
 public:
  ModuleTextReader(ByteSource& source, std::string file, const ReadOptions& options)
      : lines_(source, options.record_bytes_max), file_(std::move(file)), bytes_max_(options.record_bytes_max) {}

  std::optional<Record> next() override {
    while (!done_) {
      std::optional<Record> record;
      if (const auto line = lines_.next()) {
        record = take(*line);
      } else {
        done_ = true;
        record = finish();
      }
      if (record) return record;
    }
    return std::nullopt;
  }

  std::string current() const override { return current_; }
  model::Coverage coverage() const override { return coverage_; }

  /// The export closes each record by a line with its id, the last as those before it.
  Ending ending() override {
    Ending ending;
    const Key usual = records_ == 1 ? Key::kSection : std::max(first_closing_, Key::kStudy);
    if (records_ > 0 && last_closing_ < usual) {
      ending.open = "The last record has no closing line such as \"Protocol Section: ID\": it may be cut off.";
    } else if (records_ > 0 && text_behind_) {
      ending.open = "There is text behind the last record's closing line: another record may be cut off.";
    }
    return ending;
  }

 private:
  /// Returns the record before, if this line ends it.
  std::optional<Record> take(const Line& line) {
    if (line.too_long) return too_long(line);
    if (const StudyModule* const module = module_of_heading(line.text)) {
      auto before = finish();
      module_ = module;
      text_behind_ = true;
      return before;
    }
    const Labelled found = labelled_here(line.text);
    if (found.key == Key::kNone || is_prose(found)) {
      add_text(line);
      return std::nullopt;
    }
    std::optional<Record> before;
    if (starts_record(found)) before = finish();
    if (draft_.line == 0) {
      draft_.line = line.number;
      draft_.offset = line.offset;
    }
    take_key(found, line);
    return before;
  }

  /// Of the page's module.
  model::MemberSet members() const {
    return module_ == nullptr ? model::member::kBriefSummary | model::member::kDetailedDescription : module_->members;
  }

  bool on_description() const { return module_ == nullptr || module_->heading == kDescription; }

  /// On another module's page the descriptions have no part.
  Labelled labelled_here(std::string_view line) const {
    const Labelled found = labelled(line);
    const bool is_text = found.key == Key::kSummary || found.key == Key::kDescription;
    return is_text && !on_description() ? Labelled() : found;
  }

  std::optional<Record> too_long(const Line& line) {
    if (draft_.line != 0) {
      draft_.too_large = true;
      return std::nullopt;
    }
    Draft alone;
    alone.line = line.number;
    alone.offset = line.offset;
    return rejected(alone, "too-large", too_large());
  }

  std::string too_large() const { return "A value is larger than " + std::to_string(bytes_max_) + " bytes."; }

  /// Sponsors paste whole summaries, headings included, into a description: a text that the record has already
  /// does not begin again.
  bool is_prose(const Labelled& found) const {
    if (draft_.closed) return false;
    return (found.key == Key::kSummary && !draft_.summary.empty()) ||
           (found.key == Key::kDescription && !draft_.description.empty());
  }

  bool starts_record(const Labelled& found) const {
    switch (found.key) {
      case Key::kCreated:
        return draft_.closed || draft_.created || draft_.has_text();
      case Key::kModified:
        return draft_.closed || draft_.modified || draft_.has_text();
      case Key::kId:
        return draft_.closed ||
               (!draft_.id.empty() && !found.value.empty() && (draft_.id != found.value || draft_.has_text()));
      case Key::kSummary:
      case Key::kDescription:
        return draft_.closed;
      default:
        return false;
    }
  }

  void take_key(const Labelled& found, const Line& line) {
    text_behind_ = false;
    switch (found.key) {
      case Key::kCreated:
        draft_.created = true;
        field_ = Key::kNone;
        break;
      case Key::kModified:
        draft_.modified = true;
        current_ = std::max(current_, iso_time(found.value));
        draft_.as_of = model::PartialDate::parse(found.value.substr(0, kDateLength)).value_or(model::PartialDate());
        field_ = Key::kNone;
        break;
      case Key::kId:
        draft_.id = found.value;
        field_ = found.value.empty() ? Key::kId : Key::kNone;
        break;
      case Key::kSummary:
      case Key::kDescription:
        held_.clear();
        field_ = found.key;
        append(found.value);
        break;
      default:
        close(found.key, found.value, line.text);
    }
  }

  /// Without an id a closing key may still be a heading in the text: it is held until that is known.
  void close(Key key, std::string_view id, std::string_view line) {
    if (!id.empty()) {
      if (draft_.other_id.empty()) draft_.other_id = id;
      draft_.closed = true;
      draft_.closing = std::max(draft_.closing, key);
      held_.clear();
    } else if (!draft_.closed) {
      held_key_ = key;
      hold(line);
    }
  }

  void add_text(const Line& line) {
    if (draft_.line == 0) {
      if (const StudyModule* const module = module_of_path(line.text)) module_ = module;
    }
    const bool between = draft_.closed || draft_.line == 0;
    if (between && !base::trim(line.text).empty()) text_behind_ = true;
    if (draft_.closed) return;
    if (!held_.empty() && is_id(line.text)) {
      close(held_key_, base::trim(line.text), line.text);
      return;
    }
    if (field_ == Key::kNone) {
      if (!on_description()) {
        if (!held_.empty() && !base::trim(line.text).empty()) {
          const std::string held = std::exchange(held_, {});
          draft_.fields.take(*module_, held);
        }
        add_field(line);
      }
      return;
    }
    if (field_ == Key::kId) {
      const std::string_view value = base::trim(line.text);
      if (value.empty()) return;
      draft_.id = value;
      field_ = Key::kNone;
      return;
    }
    if (!held_.empty()) {
      if (base::trim(line.text).empty()) {
        hold(line.text);
        return;
      }
      const std::string held = std::exchange(held_, {});
      append(held);
    }
    append(line.text);
  }

  void add_field(const Line& line) {
    if (draft_.too_large || draft_.fields.bytes() + line.text.size() > bytes_max_) {
      draft_.too_large = draft_.line != 0;
      return;
    }
    if (!draft_.fields.take(*module_, line.text) || draft_.line != 0) return;
    draft_.line = line.number;
    draft_.offset = line.offset;
    text_behind_ = false;
  }

  void hold(std::string_view line) {
    if (held_.size() + line.size() > bytes_max_) {
      draft_.too_large = true;
      return;
    }
    if (!held_.empty()) held_.push_back('\n');
    held_ += line;
  }

  void append(std::string_view line) {
    if (field_ != Key::kSummary && field_ != Key::kDescription) return;
    std::string& value = field_ == Key::kSummary ? draft_.summary : draft_.description;
    if (draft_.too_large || value.size() + line.size() > bytes_max_) {
      draft_.too_large = true;
      return;
    }
    if (!value.empty()) value.push_back('\n');
    value += line;
  }

  std::optional<Record> finish() {
    const Draft draft = std::exchange(draft_, {});
    field_ = Key::kNone;
    held_.clear();
    if (draft.line == 0) return std::nullopt;
    if (records_++ == 0) first_closing_ = draft.closing;
    last_closing_ = draft.closing;
    auto id = model::TrialId::parse(draft.id);
    if (!id) id = model::TrialId::parse(draft.other_id);
    if (!id) {
      return rejected(draft, draft.id.empty() ? "no-id" : "bad-id",
                      no_id_sentence(draft.id, "The record has no NCT ID."));
    }
    if (draft.too_large) {
      return rejected(draft, "too-large", too_large(), id->text());
    }
    model::Trial trial;
    trial.id = std::move(*id);
    trial.brief_summary = text_of(draft.summary);
    trial.detailed_description = text_of(draft.description);
    draft.fields.into(trial);
    // What ends with the file and not with its own end may have been cut off.
    const bool is_whole = draft.closed || !done_;
    coverage_ = {is_whole ? members() : model::MemberSet(), {}};
    trial.as_of = draft.as_of;
    return trial;
  }

  static std::string text_of(std::string value) {
    base::repair_utf8(value);
    return clean_text(value);
  }

  Record rejected(const Draft& draft, std::string reason, std::string detail, std::string id = {}) const {
    return Rejected{{file_, draft.line, draft.offset, std::move(id)}, std::move(reason), std::move(detail)};
  }

  LineSource lines_;
  std::string file_;
  std::size_t bytes_max_;
  std::string current_;
  Draft draft_;
  Key field_ = Key::kNone;               ///< whose value the next line continues
  const StudyModule* module_ = nullptr;  ///< whose page it is, as far as told
  model::Coverage coverage_;
  std::string held_;           ///< lines that are a heading in the text or the record's end
  Key held_key_ = Key::kNone;  ///< of the last of them
  std::uint64_t records_ = 0;
  Key first_closing_ = Key::kNone;  ///< how the first record was closed, and the last
  Key last_closing_ = Key::kNone;
  bool text_behind_ = false;  ///< text that belongs to no record stands behind the last
  bool done_ = false;
};

}  // namespace

bool sniff_module_text(std::string_view head) {
  bool first = true;
  std::size_t keys = 0;
  for (const std::string_view line : base::split(head, '\n')) {
    const std::string_view text = base::trim(line);
    if (text.empty()) continue;
    if (std::exchange(first, false)) {
      if (module_of_heading(text) != nullptr || text.starts_with("NCT ID:")) return true;
      if (text.front() == '{' || text.front() == '[' || text.front() == '<') return false;
    }
    const Key key = labelled(line).key;
    if (key == Key::kCreated || key == Key::kModified) return true;
    if (key != Key::kNone && key < Key::kStudy && ++keys == 2) return true;
  }
  return false;
}

std::unique_ptr<Reader> open_module_text(ByteSource& source, const std::string& file, const ReadOptions& options) {
  return std::make_unique<ModuleTextReader>(source, file, options);
}

}  // namespace trialsift::formats
