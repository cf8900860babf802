// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/strategy/strategy_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <utility>

#include "query/characters.hpp"
#include "query/diagnostics.hpp"
#include "query/strategy/strategy_labels.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

/// Numbers may be left out, but not so many.
constexpr int kLargestGap = 50;

class Cutter {
 public:
  Cutter(std::string_view text, bool one_query) : text_(text), one_query_(one_query) {}

  CutStrategy run() {
    read_file_lines();
    const Form form = numbering();
    if (form != Form::kNone) {
      cut_numbered(form);
    } else {
      cut_by_place();
    }
    return std::move(out_);
  }

 private:
  std::string_view of(const FileLine& line) const { return text_.substr(line.begin, line.end - line.begin); }
  std::string_view rest_of(const FileLine& line) const { return text_.substr(line.rest, line.end - line.rest); }

  void debris(std::string_view what, std::size_t begin, std::size_t end) {
    tell(out_.warnings, {"debris", std::string(what), {begin, end}});
  }

  void read_file_lines() {
    std::size_t begin = text_.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    while (begin <= text_.size()) {
      const std::size_t end = std::min(text_.find('\n', begin), text_.size());
      FileLine line;
      line.begin = begin;
      line.end = end;
      while (line.begin < line.end && is_blank_byte(text_[line.begin])) ++line.begin;
      while (line.end > line.begin && is_blank_byte(text_[line.end - 1])) --line.end;
      begin = end + 1;
      if (line.begin == line.end) continue;
      leave_out_comment(line);
      leave_out_count_behind_tab(line);
      const std::string_view text = of(line);
      if (text.starts_with("//")) {
        blank_.emplace_back(line.begin, line.end);
      } else if (!has_words(text)) {
        debris("lines without a letter or digit were left out", line.begin, line.end);
        blank_.emplace_back(line.begin, line.end);
      } else {
        read_label(text_, line);
        lines_.push_back(line);
      }
    }
  }

  /// A comment may stand behind a query; in quotes // is text.
  void leave_out_comment(FileLine& line) {
    bool quoted = false;
    for (std::size_t at = line.begin; at + 2 < line.end; ++at) {
      if (text_[at] == '"') quoted = !quoted;
      if (quoted || !is_blank_byte(text_[at]) || text_[at + 1] != '/' || text_[at + 2] != '/') continue;
      blank_.emplace_back(at, line.end);
      line.end = at;
      while (is_blank_byte(text_[line.end - 1])) --line.end;
      return;
    }
  }

  void leave_out_count_behind_tab(FileLine& line) {
    leave_out_time_behind_tab(line);
    const std::string_view text = of(line);
    const std::size_t tab = text.rfind('\t');
    if (tab == std::string_view::npos) return;
    if (!is_count(text.substr(tab + 1)) || !has_words(text.substr(0, tab))) return;
    // 1<TAB>5 is a label and something.
    if (is_number(base::trim(text.substr(0, tab)))) return;
    debris("the numbers of results at the ends of lines were left out", line.begin + tab, line.end);
    blank_.emplace_back(line.begin + tab, line.end);
    line.end = line.begin + tab;
  }

  /// PubMed's history prints when each line was run: 10:42:07.
  void leave_out_time_behind_tab(FileLine& line) {
    const std::string_view text = of(line);
    const std::size_t tab = text.rfind('\t');
    if (tab == std::string_view::npos) return;
    const std::vector<std::string_view> parts = base::split(base::trim(text.substr(tab + 1)), ':');
    const auto is_part = [](std::string_view part) { return part.size() == 2 && is_number(part); };
    if (parts.size() != 3 || !std::all_of(parts.begin(), parts.end(), is_part)) return;
    debris("the times at the ends of lines were left out", line.begin + tab, line.end);
    blank_.emplace_back(line.begin + tab, line.end);
    line.end = line.begin + tab;
  }

  /// A number with a dot says more than a bare one, and may stand among them; a label alone on its line fits anywhere.
  static bool fits(const FileLine& line, Form form) {
    if (line.form == form) return true;
    if (form != Form::kHash && line.form == Form::kBlank && line.rest == line.end) return true;
    return form == Form::kBlank && (line.form == Form::kDot || line.form == Form::kTab);
  }

  static bool follows(const FileLine& line, int number, char letter) {
    if (line.number == number + 1) return line.letter == '\0' || line.letter == 'a';
    return line.number == number && line.letter == (letter == '\0' ? 'a' : letter + 1);
  }

  /// The form of the labels, if they go up by one from line to line through a good part of the file.
  Form numbering() const {
    constexpr std::size_t kSearched = 5;
    for (std::size_t first = 0; first < std::min(lines_.size(), kSearched); ++first) {
      if (!lines_[first].has_label()) continue;
      if (first != 0 && lines_[first].number != 1) continue;
      const Form form = lines_[first].form;
      std::size_t chain = 1;
      int number = lines_[first].number;
      char letter = lines_[first].letter;
      for (std::size_t i = first + 1; i < lines_.size(); ++i) {
        if (!fits(lines_[i], form) || !lines_[i].has_label() || !follows(lines_[i], number, letter)) continue;
        ++chain;
        number = lines_[i].number;
        letter = lines_[i].letter;
      }
      const bool alone = lines_.size() == 1 && number == 1 && form != Form::kBlank;
      if (alone || (chain >= 2 && chain * 3 >= lines_.size())) return form;
    }
    return Form::kNone;
  }

  void blank_out(const FileLine& line) { blank_.emplace_back(line.begin, line.end); }

  CutLine& open_line(std::string label, std::size_t begin, std::size_t end) {
    CutLine& line = out_.lines.emplace_back();
    line.label = std::move(label);
    line.span = {begin, end};
    return line;
  }

  /// The text of each line, once all of it is known that is no part of a query.
  void close_lines() {
    std::sort(blank_.begin(), blank_.end());
    auto blank = blank_.begin();
    for (CutLine& line : out_.lines) {
      line.text = text_.substr(line.span.begin, line.span.end - line.span.begin);
      while (blank != blank_.end() && blank->second <= line.span.begin) ++blank;
      for (; blank != blank_.end() && blank->first < line.span.end; ++blank) {
        for (std::size_t i = blank->first; i < blank->second; ++i) line.text[i - line.span.begin] = ' ';
      }
    }
  }

  void cut_numbered(Form form) {
    const FileLine* last = nullptr;        // with a label
    const FileLine* open_title = nullptr;  // perhaps one: the label's own words, or words that follow a whole query
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const FileLine& line = lines_[i];
      if (line.has_label() && fits(line, form) && begins_line(line, last, form)) {
        if (is_title_of_group(i)) {
          leave_out_title(line);
          continue;
        }
        CutLine& cut = open_line(label_of(line), line.rest, line.end);
        const bool backwards = last != nullptr && !goes_up(line, *last);
        if (backwards) {
          cut.error = LineError{"this line is numbered " + cut.label + " behind line " + label_of(*last),
                                "number the lines upwards, or leave the numbers out",
                                {0, 1}};
        } else {
          last = &line;
        }
        open_title = has_query_signs(rest_of(line)) || line.rest == line.end ? nullptr : &line;
      } else if (last != nullptr && is_count(of(line))) {
        debris("the numbers of results at the ends of lines were left out", line.begin, line.end);
        blank_out(line);
      } else if (last == nullptr) {
        debris("what stands before the first numbered line was left out", line.begin, line.end);
        blank_out(line);
      } else {
        continue_line(line, open_title);
      }
    }
    close_lines();
  }

  static std::string label_of(const FileLine& line) {
    return std::to_string(line.number) + (line.letter == '\0' ? "" : std::string(1, line.letter));
  }

  static bool goes_up(const FileLine& line, const FileLine& last) {
    return line.number > last.number || (line.number == last.number && line.letter > last.letter);
  }

  /// A bare number that does not fit belongs to the text that goes on from the line before.
  static bool begins_line(const FileLine& line, const FileLine* last, Form form) {
    if (last == nullptr || follows(line, last->number, last->letter)) return true;
    if (line.rest == line.end) return false;
    if (form == Form::kBlank) return line.number > last->number && line.number - last->number < kLargestGap;
    return true;
  }

  void continue_line(const FileLine& line, const FileLine*& title) {
    CutLine& cut = out_.lines.back();
    const std::string_view before = text_.substr(cut.span.begin, cut.span.end - cut.span.begin);
    const bool whole = has_words(before) && !ends_with_operator(before);
    if (const auto combination = combination_in(line); whole && combination) {
      const bool of_label = title != nullptr && title->has_label();
      if (title != nullptr) leave_out_title(*title);
      title = nullptr;
      if (of_label && combination->first.empty()) {
        cut.span.end = line.end;
        return;
      }
      const auto& [label, begin] = *combination;
      open_line(label.empty() ? std::to_string(out_.lines.size() + 1) : label, begin, line.end);
      if (!label.empty()) lettered_ = true;
      return;
    }
    if (title != nullptr && has_query_signs(of(line)) && whole && !begins_with_operator(of(line))) {
      leave_out_title(*title);
      title = nullptr;
    } else if (title == nullptr && whole && !has_query_signs(of(line)) && has_query_signs(before)) {
      title = &line;
    }
    cut.span.end = line.end;
  }

  /// Lines that combine others may stand without a number, "A. 1 and 2", or behind a title, "Result: A or B". The label
  /// and where the combination begins.
  std::optional<std::pair<std::string, std::size_t>> combination_in(const FileLine& line) const {
    const std::string_view text = of(line);
    if (is_combination(text, lettered_)) return std::pair(std::string(), line.begin);
    if (text.size() > 2 && base::is_upper(text[0]) && (text[1] == '.' || text[1] == ')') &&
        is_combination(text.substr(2), lettered_)) {
      return std::pair(std::string(text.substr(0, 1)), line.begin + 2);
    }
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos || !is_combination(text.substr(colon + 1), lettered_)) return std::nullopt;
    return std::pair(std::string(), line.begin + colon + 1);
  }

  /// "1 Population" above 1a and 1b.
  bool is_title_of_group(std::size_t at) const {
    if (at + 1 == lines_.size() || lines_[at].letter != '\0' || has_query_signs(rest_of(lines_[at]))) return false;
    return lines_[at + 1].number == lines_[at].number && lines_[at + 1].letter == 'a';
  }

  void leave_out_title(const FileLine& line) {
    const std::size_t begin = line.has_label() ? line.rest : line.begin;
    debris("titles above queries were left out", begin, line.end);
    blank_.emplace_back(begin, line.end);
  }

  void cut_by_place() {
    std::erase_if(lines_, [this](const FileLine& line) {
      if (!is_header(of(line))) return false;
      debris("headings of the file were left out", line.begin, line.end);
      blank_.emplace_back(line.begin, line.end);
      return true;
    });
    if (lines_.empty()) return;
    if (one_query_ || is_one_query()) {
      open_line("1", lines_.front().begin, lines_.back().end);
      close_lines();
      return;
    }
    const bool glued = are_numbers_glued();
    int place = 0;
    for (const FileLine& line : lines_) {
      ++place;
      if (glued) {
        const std::string label = std::to_string(place);
        open_line(label, line.begin + label.size(), line.end);
        continue;
      }
      const bool labelled =
          (line.form == Form::kDot || line.form == Form::kHash) && line.number == place && line.letter == '\0';
      open_line(std::to_string(place), labelled ? line.rest : line.begin, line.end);
    }
    close_lines();
  }

  /// 1exp Asthma/ and 3or/1-2: what is left of a table whose columns were lost.
  bool are_numbers_glued() const {
    constexpr std::size_t kFewest = 3;
    if (lines_.size() < kFewest) return false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string label = std::to_string(i + 1);
      if (!of(lines_[i]).starts_with(label) || of(lines_[i]).size() == label.size()) return false;
    }
    return true;
  }

  static bool is_header(std::string_view text) {
    const std::string lower = base::to_lower_ascii(text);
    if (lower.starts_with("database:") || lower.starts_with("search strategy:")) return true;
    return lower.ends_with(':') && lower.find_first_of("[\"*$()/") == std::string::npos;
  }

  bool is_one_query() const {
    bool joins = false;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view text = of(lines_[i]);
      if (refers_to_lines(text)) return false;
      const bool first = i == 0;
      const bool last = i + 1 == lines_.size();
      if (is_operator_alone(text) || (!first && begins_with_operator(text)) || (!last && ends_with_operator(text)))
        joins = true;
    }
    return joins;
  }

  std::string_view text_;
  bool one_query_;
  bool lettered_ = false;  ///< lines A, B... have been met
  std::vector<FileLine> lines_;
  std::vector<std::pair<std::size_t, std::size_t>> blank_;  ///< bytes of the file that belong to no query
  CutStrategy out_;
};

}  // namespace

CutStrategy cut_lines(std::string_view text, bool one_query) {
  return Cutter(text, one_query).run();
}

}  // namespace trialsift::query
