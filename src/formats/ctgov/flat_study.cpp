// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/ctgov/flat_study.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "formats/ctgov/study_trial.hpp"
#include "formats/json/json_splitter.hpp"
#include "formats/json/study_json.hpp"
#include "formats/tables/cell_values.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::array<std::string_view, 3> kDerivedModules = {"miscInfoModule", "conditionBrowseModule",
                                                             "interventionBrowseModule"};

bool is_module(std::string_view step) {
  constexpr std::string_view kEnd = "Module";
  return step.size() > kEnd.size() && step.ends_with(kEnd);
}

/// Writes a value as Python or JSON prints it: strings in either quotes, lists, objects, numbers, True, None.
class LiteralReader {
 public:
  LiteralReader(std::string_view text, base::JsonWriter& out) : text_(text), out_(out) {}

  /// False if the text is none, or there is more; what was written is of no use then.
  bool read() {
    const bool whole = value();
    skip_blanks();
    return whole && at_ == text_.size();
  }

 private:
  static constexpr int kDepthMax = 32;

  void skip_blanks() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\r')) ++at_;
  }
  bool take(char c) {
    skip_blanks();
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool value() {
    skip_blanks();
    if (at_ == text_.size() || depth_ == kDepthMax) return false;
    ++depth_;
    const bool read = text_[at_] == '[' ? list() : text_[at_] == '{' ? object() : scalar();
    --depth_;
    return read;
  }

  bool list() {
    ++at_;
    out_.begin_array();
    while (!take(']')) {
      if (!value() || (!take(',') && !follows(']'))) return false;
    }
    out_.end_array();
    return true;
  }

  bool object() {
    ++at_;
    out_.begin_object();
    while (!take('}')) {
      std::string key;
      if (!string(key) || !take(':')) return false;
      out_.key(key);
      if (!value() || (!take(',') && !follows('}'))) return false;
    }
    out_.end_object();
    return true;
  }

  bool follows(char c) {
    skip_blanks();
    return at_ < text_.size() && text_[at_] == c;
  }

  bool scalar() {
    std::string text;
    if (string(text)) {
      out_.value(text);
      return true;
    }
    const std::size_t from = at_;
    while (at_ < text_.size() && (base::is_letter(text_[at_]) || base::is_digit(text_[at_]) || text_[at_] == '.' ||
                                  text_[at_] == '-' || text_[at_] == '+')) {
      ++at_;
    }
    const std::string_view word = text_.substr(from, at_ - from);
    if (word.empty()) return false;
    if (word == "None" || word == "null" || word == "nan" || word == "NaN") {
      out_.null();
    } else if (word == "True" || word == "true" || word == "False" || word == "false") {
      out_.value(word == "True" || word == "true");
    } else {
      out_.value(word);
    }
    return true;
  }

  bool string(std::string& out) {
    skip_blanks();
    if (at_ == text_.size() || (text_[at_] != '\'' && text_[at_] != '"')) return false;
    const char quote = text_[at_++];
    for (; at_ < text_.size() && text_[at_] != quote; ++at_) {
      if (text_[at_] != '\\' || at_ + 1 == text_.size()) {
        out.push_back(text_[at_]);
        continue;
      }
      const char escaped = text_[++at_];
      out.push_back(escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped == 'r' ? '\r' : escaped);
      if (escaped == 'x' || escaped == 'u') code_point(out, escaped == 'x' ? 2 : 4);
    }
    if (at_ == text_.size()) return false;
    ++at_;
    return true;
  }

  /// In the place of the letter that was written.
  void code_point(std::string& out, std::size_t digits) {
    char32_t value = 0;
    if (at_ + digits >= text_.size()) return;
    for (std::size_t i = 1; i <= digits; ++i) {
      const char c = base::to_lower(text_[at_ + i]);
      const bool letter = c >= 'a' && c <= 'f';
      if (!letter && !base::is_digit(c)) return;
      value = value * 16 + static_cast<char32_t>(letter ? c - 'a' + 10 : c - '0');
    }
    out.pop_back();
    base::append_utf8(out, value);
    at_ += digits;
  }

  std::string_view text_;
  base::JsonWriter& out_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

/// The members of a study, as its columns name them.
struct Member {
  std::string name;
  std::string text;
  std::vector<Member> members;

  Member& operator[](std::string_view wanted) {
    const auto found = std::find_if(members.begin(), members.end(), [&](const Member& m) { return m.name == wanted; });
    if (found != members.end()) return *found;
    members.push_back({std::string(wanted), {}, {}});
    return members.back();
  }
};

bool is_number(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), base::is_digit);
}

void write(const Member& member, base::JsonWriter& out) {
  if (member.members.empty()) {
    const bool literal = member.text.starts_with('[') || member.text.starts_with('{');
    if (base::JsonWriter tried; literal && LiteralReader(member.text, tried).read()) {
      LiteralReader(member.text, out).read();
    } else {
      out.value(member.text);
    }
    return;
  }
  const bool list = std::all_of(member.members.begin(), member.members.end(),
                                [](const Member& item) { return is_number(item.name); });
  list ? out.begin_array() : out.begin_object();
  for (const Member& item : member.members) {
    if (!list) out.key(item.name);
    write(item, out);
  }
  list ? out.end_array() : out.end_object();
}

}  // namespace

std::vector<std::string> study_path(std::string_view column) {
  constexpr std::array<std::string_view, 3> kSections = {"protocolSection", "derivedSection", "resultsSection"};
  column = base::trim(column);
  const std::size_t separator = column.find_first_of("._/");
  if (separator == std::string_view::npos) return {};
  std::vector<std::string> path;
  for (const std::string_view step : base::split(column, column[separator])) {
    const std::size_t bracket = std::min(step.find('['), step.size());
    path.emplace_back(step.substr(0, bracket));
    if (bracket < step.size()) path.emplace_back(step.substr(bracket + 1, step.find(']') - bracket - 1));
  }
  if (std::find(kSections.begin(), kSections.end(), path.front()) != kSections.end()) return path;
  if (!is_module(path.front())) return {};
  const bool derived = std::find(kDerivedModules.begin(), kDerivedModules.end(), path.front()) != kDerivedModules.end();
  path.insert(path.begin(), derived ? "derivedSection" : "protocolSection");
  return path;
}

model::Trial trial_of_flat_study(const std::vector<FlatValue>& values, model::TrialId id) {
  Member study;
  for (const FlatValue& value : values) {
    const std::string_view cell = cell_value(value.cell);
    if (cell.empty()) continue;
    Member* place = &study;
    for (const std::string& step : value.path) place = &(*place)[step];
    place->text = cell;
  }
  base::JsonWriter out;
  if (study.members.empty()) study["protocolSection"]["identificationModule"]["nctId"].text = id.text();
  write(study, out);
  std::string text = out.text();
  const std::size_t size = text.size();
  text.append(kJsonPadding, ' ');
  Json root;
  if (!parse_json(std::string_view(text).substr(0, size), root).empty()) return {};
  return trial_of_study(JsonNode(root), std::move(id));
}

}  // namespace trialsift::formats
