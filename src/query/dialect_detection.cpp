// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/characters.hpp"
#include "query/citation/tags.hpp"
#include "query/diagnostics.hpp"
#include "query/strategy/strategy_labels.hpp"
#include "query/strategy/strategy_lines.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/query/dialects.hpp"

namespace trialsift::query {
namespace {

constexpr std::size_t kLongestTagList = 40;

/// What speaks for one dialect: how often, and the first place.
struct Evidence {
  std::size_t count = 0;
  Span first;

  void add(std::size_t begin, std::size_t end) {
    if (count++ == 0) first = {begin, end};
  }
};

/// Looks for the signs of the dialects outside of quotes.
class Detector {
 public:
  explicit Detector(std::string_view text) : text_(text) {}

  Detection decide() {
    scan();
    const Evidence* best = nullptr;
    std::string_view name = "native";
    const std::array<std::pair<std::string_view, const Evidence*>, 3> all = {
        {{"ovid", &ovid_}, {"pubmed", &pubmed_}, {"ctgov", &ctgov_}}};
    for (const auto& [dialect, evidence] : all) {
      if (evidence->count == 0 || (best != nullptr && evidence->count <= best->count)) continue;
      if (find_dialect(dialect) == nullptr) continue;
      best = evidence;
      name = dialect;
    }
    if (best != nullptr) {
      const Span at = best->first;
      return {find_dialect(name), shown(text_.substr(at.begin, at.end - at.begin)), at, true};
    }
    return by_lines();
  }

 private:
  /// Nothing but words and lines that refer to lines: #1 is PubMed's way, a bare 1 Ovid's.
  Detection by_lines() const {
    const CutStrategy cut = cut_lines(text_, false);
    for (const CutLine& line : cut.lines) {
      if (cut.lines.size() < 2 || !is_combination(line.text)) continue;
      const bool hash = line.text.find('#') != std::string_view::npos;
      return {find_dialect(hash ? "pubmed" : "ovid"), shown(base::trim(line.text)), line.span, false};
    }
    if (are_runs_between_operators())
      return {find_dialect("pubmed"), "words side by side between operators", {}, false};
    return {find_dialect("native"), "no sign of another dialect", {}, false};
  }

  /// "a b OR c d OR e f": such lists are pasted from PubMed, which reads them so, and native has the words bind last.
  bool are_runs_between_operators() const {
    constexpr std::size_t kFewest = 3;
    std::size_t operators = 0;
    std::size_t runs = 0;
    std::size_t words = 0;
    const std::string text = base::collapse_space(text_);
    for (const std::string_view word : base::split(text, ' ')) {
      if (word.find_first_of(":^=+") != std::string_view::npos || word.starts_with('-')) return false;
      if (word == "AND" || word == "OR" || word == "NOT") {
        ++operators;
        words = 0;
      } else if (++words == 2) {
        ++runs;
      }
    }
    return operators >= kFewest && runs >= kFewest;
  }

  char char_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  std::string_view word_at(std::size_t at) const {
    std::size_t end = at;
    while (end < text_.size() && (is_word_byte(text_[end]) || text_[end] == '_')) ++end;
    return text_.substr(at, end - at);
  }

  void scan() {
    std::size_t word_begin = 0;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      const char c = text_[at];
      if (c == '"') {
        const std::size_t close = text_.find_first_of("\"\n", at + 1);
        if (close != std::string_view::npos && text_[close] == '"') at = close;
        continue;
      }
      const bool begins = at == 0 || !is_word_byte(text_[at - 1]);
      if (begins) word_begin = at;
      if (c == '[') bracket(at);
      if (c == '(') tag_list(at);
      if (c == '.') dot(at);
      if (c == '/') slash(at, word_begin);
      if (c == ':') colon(at);
      if (begins && is_word_byte(c)) word(at);
    }
  }

  void bracket(std::size_t at) {
    const std::size_t length = text_.substr(at, kLongestTagList).find(']');
    if (length == std::string_view::npos) return;
    std::string_view inner = text_.substr(at + 1, length - 1);
    if (const std::size_t tilde = inner.find(":~"); tilde != std::string_view::npos) inner = inner.substr(0, tilde);
    const bool heading = base::to_lower_ascii(inner.substr(0, 3)) == "mh ";
    if (heading || find_pubmed_tag(inner) != nullptr) pubmed_.add(at, at + length + 1);
  }

  /// (MeSH, ti, ab)
  void tag_list(std::size_t at) {
    const std::size_t length = text_.substr(at, kLongestTagList).find(')');
    if (length == std::string_view::npos) return;
    const std::vector<std::string_view> parts = base::split(text_.substr(at + 1, length - 1), ',');
    const auto is_tag = [](std::string_view part) { return find_pubmed_tag(part) != nullptr; };
    if (parts.size() > 1 && std::all_of(parts.begin(), parts.end(), is_tag)) pubmed_.add(at, at + length + 1);
  }

  /// .ti,ab. and .mp at the end of something.
  void dot(std::size_t at) {
    if (at == 0 || char_at(at - 1) == '\n') return;
    const std::string_view code = word_at(at + 1);
    const Tag* tag = find_ovid_tag(code);
    if (tag == nullptr) return;
    const char next = char_at(at + 1 + code.size());
    const bool closed = next == '.' || next == ',';
    const bool common = tag->kind == TagKind::kText && (next == '\n' || next == '\0' || next == ' ' || next == ')');
    if (!closed && !common) return;
    std::size_t end = at + 1 + code.size();
    while (base::is_letter(char_at(end)) || char_at(end) == ',') ++end;
    ovid_.add(at, end + (char_at(end) == '.' ? 1 : 0));
  }

  /// heart:ti,ab and (a near/3 b):ti; has:ti is native.
  void colon(std::size_t at) {
    const std::string_view code = word_at(at + 1);
    const char next = char_at(at + 1 + code.size());
    const bool fields = code == "ti" || code == "ab" || code == "tw" || code == "kw" || code == "de";
    const char before = at > 0 ? text_[at - 1] : ' ';
    if (fields && (next == ',' || before == ')' || before == '\'')) {
      pubmed_.add(at, at + 1 + code.size());
    }
  }

  /// The end of a heading; or/1-4.
  void slash(std::size_t at, std::size_t word_begin) {
    if (at == 0 || !(is_word_byte(text_[at - 1]) || text_[at - 1] == '"' || text_[at - 1] == ')')) return;
    std::size_t next = at + 1;
    while (char_at(next) == ' ') ++next;
    const std::string before = base::to_lower_ascii(text_.substr(word_begin, at - word_begin));
    const std::string after = base::to_lower_ascii(word_at(next));
    if (before == "or" || before == "and") {
      if (base::is_digit(char_at(next)) && !after.empty()) ovid_.add(word_begin, next + after.size());
      return;
    }
    const char c = char_at(next);
    const bool ends =
        c == '\0' || c == '\n' || c == '\r' || c == ')' || after == "or" || after == "and" || after == "not";
    if (ends) ovid_.add(word_begin, at + 1);
  }

  void word(std::size_t at) {
    const std::string_view word = word_at(at);
    const std::string lower = base::to_lower_ascii(word);
    const char next = char_at(at + word.size());
    if (lower == "mesh" && base::to_lower_ascii(text_.substr(at, 15)) == "mesh descriptor") pubmed_.add(at, at + 15);
    if (lower.size() > 3 && lower.starts_with("adj") && is_number(std::string_view(lower).substr(3))) {
      ovid_.add(at, at + word.size());
    }
    const bool ctgov = word == "AREA" || word == "EXPANSION" || word == "COVERAGE" || word == "RANGE" ||
                       word == "SEARCH" || word == "TILT";
    if (ctgov && next == '[') ctgov_.add(at, at + word.size() + 1);
  }

  std::string_view text_;
  Evidence ovid_;
  Evidence pubmed_;
  Evidence ctgov_;
};

}  // namespace

Detection detect_dialect(std::string_view text) {
  return Detector(text).decide();
}

}  // namespace trialsift::query
