// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/ovid/ovid_lexer.hpp"

#include <algorithm>
#include <optional>

#include "query/characters.hpp"
#include "query/citation/pasted_lexer.hpp"
#include "query/diagnostics.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

/// What looks like a tag has at most so many letters.
constexpr std::size_t kLongestTag = 4;
constexpr std::size_t kMostDistanceDigits = 3;
/// Of the form with the operator behind the labels.
constexpr std::size_t kLongestCombination = 500;

bool is_operator(std::string_view word) {
  return word == "and" || word == "or" || word == "not" || word.starts_with("adj");
}

class OvidLexer : PastedLexer<OvidToken> {
 public:
  using PastedLexer::PastedLexer;

  std::vector<OvidToken> run() {
    leave_out_result_count();
    while (true) {
      at_ = after_blanks(at_);
      if (at_ == text_.size()) break;
      const char c = text_[at_];
      if (c == '(' || c == ')') {
        push(c == '(' ? Kind::kOpen : Kind::kClose, at_ + 1);
      } else if (c == '"') {
        push_quoted(text_.find('"', at_ + 1));
      } else if (c == '[') {
        note();
      } else if ((c == '/' && frequency()) || (c == ':' && colon_tags())) {
        continue;
      } else if (!combination() && !tags() && !heading()) {
        word();
      }
    }
    leave_out_bare_count();
    return finished();
  }

 private:
  /// The ASCII word at `at` in lower case; digits and underscores belong to it.
  std::string word_at(std::size_t at) const {
    const std::size_t begin = at;
    while (at < text_.size() && (is_word_byte(text_[at]) || text_[at] == '_')) ++at;
    return base::to_lower_ascii(text_.substr(begin, at - begin));
  }

  /// "cancer.tw. 1,234" and "cancer.tw. n=1234": a number that nothing joins to what stands before it.
  void leave_out_bare_count() {
    std::size_t first = tokens_.size();
    std::string text;
    while (first > 0 && tokens_[first - 1].kind == Kind::kWord) text.insert(0, tokens_[--first].text);
    if (first == 0 || text.empty()) return;
    if (tokens_[first - 1].kind != Kind::kTags) return;
    text.erase(0, std::min(text.find_first_not_of("nN=-"), text.size()));
    std::erase(text, ',');
    if (!is_number(text)) return;
    debris("the numbers of results at the ends of lines were left out",
           {tokens_[first].span.begin, tokens_.back().span.end});
    tokens_.resize(first);
  }

  /// cancer:ti,ab of the Cochrane Library; a : that nothing follows is a wildcard.
  bool colon_tags() {
    if (!after_operand()) return false;
    const std::size_t end = colon_tags_end(at_);
    if (end == 0) return false;
    TagList list;
    for (const std::string_view code : base::split(text_.substr(at_ + 1, end - at_ - 1), ',')) {
      list.tags.push_back(find_ovid_tag(base::to_lower_ascii(code)));
    }
    list.written = text_.substr(at_, end - at_);
    list.span = pasted_.given_span(at_, end);
    push(Kind::kTags, end).tags = std::move(list);
    return true;
  }

  std::size_t colon_tags_end(std::size_t colon) const {
    std::size_t at = colon;
    do {
      const std::string code = word_at(at + 1);
      if (code.size() < 2 || is_operator(code) || find_ovid_tag(code) == nullptr) return 0;
      at += 1 + code.size();
    } while (char_at(at) == ',');
    return ends_unit(at) ? at : 0;
  }

  /// [mp=title, abstract...], [Diagnosis]: notes. [tiab] is another language.
  void note() {
    const std::size_t close = text_.find(']', at_);
    if (close == std::string_view::npos) {
      refuse(at_, "this [ is never closed: notes stand between [ and ]");
    }
    const std::string_view inner = text_.substr(at_ + 1, close - at_ - 1);
    if (after_words() && find_pubmed_tag(inner) != nullptr) {
      refuse(at_, "[" + shown(inner) + "] is a tag of PubMed, not of Ovid",
             "read it with --syntax pubmed, or write the tag as Ovid does: .ti,ab.");
    }
    debris("notes in brackets were left out", pasted_.given_span(at_, close + 1));
    at_ = close + 1;
  }

  /// cancer.ab. /freq=3
  bool frequency() {
    if (tokens_.empty() || word_at(at_ + 1) != "freq") return false;
    std::size_t end = at_ + 5;
    while (char_at(end) == ' ' || char_at(end) == '=' || base::is_digit(char_at(end))) ++end;
    context_.tell("frequency", "/freq= is not known here: a word need not stand there more than once",
                  pasted_.given_span(at_, end), true);
    at_ = end;
    return true;
  }

  /// or/1-4,6 and and/1,3; also 1-4/or.
  bool combination() {
    const std::string name = word_at(at_);
    if (name == "or" || name == "and") {
      const std::size_t slash = after_blanks(at_ + name.size());
      if (char_at(slash) != '/') return false;
      std::size_t at = after_blanks(slash + 1);
      if (!base::is_digit(char_at(at)) && char_at(at) != '#') return false;
      std::vector<std::pair<std::string, std::string>> ranges = label_ranges(at);
      if (ranges.empty()) return false;
      OvidToken& token = push(Kind::kCombine, at);
      token.all = name == "and";
      token.ranges = std::move(ranges);
      return true;
    }
    const bool in_words = after_words();
    if (in_words || !base::is_digit(char_at(at_))) return false;
    const std::size_t first_slash = text_.find('/', at_);
    if (first_slash == std::string_view::npos || first_slash - at_ > kLongestCombination) return false;
    std::size_t at = at_;
    std::vector<std::pair<std::string, std::string>> ranges = label_ranges(at);
    const std::size_t slash = after_blanks(at);
    if (ranges.empty() || char_at(slash) != '/') return false;
    const std::size_t op = after_blanks(slash + 1);
    const std::string last = word_at(op);
    if (last != "or" && last != "and") return false;
    OvidToken& token = push(Kind::kCombine, op + last.size());
    token.all = last == "and";
    token.ranges = std::move(ranges);
    return true;
  }

  std::string label_at(std::size_t& at) const {
    at = after_blanks(at);
    if (char_at(at) == '#') ++at;
    std::string label = word_at(at);
    if (label.empty() || !base::is_digit(label.front())) return {};
    at += label.size();
    return label;
  }

  /// Reads as far as labels go.
  std::vector<std::pair<std::string, std::string>> label_ranges(std::size_t& at) const {
    std::vector<std::pair<std::string, std::string>> ranges;
    std::size_t next = at;
    while (true) {
      std::string first = label_at(next);
      if (first.empty()) return ranges;
      std::string last = first;
      if (const std::size_t dash = after_blanks(next); char_at(dash) == '-') {
        std::size_t end = dash + 1;
        last = label_at(end);
        if (last.empty()) return ranges;
        next = end;
      }
      ranges.emplace_back(std::move(first), std::move(last));
      at = next;
      next = after_blanks(next);
      if (char_at(next) != ',') return ranges;
      ++next;
    }
  }

  /// What may stand behind the tags of a unit.
  bool ends_unit(std::size_t at) const {
    const std::size_t next = after_blanks(at);
    const char c = char_at(next);
    if (c == '\0' || c == ')' || c == '[' || c == '(' || c == '/') return true;
    return is_operator(word_at(next));
  }

  /// .ti,ab. in all its forms: blanks about it, .ti. ab., without the last dot.
  bool tags() {
    if (text_[at_] != '.') return false;
    if (!after_operand()) {
      const std::string code = word_at(at_ + 1);
      const char next = char_at(at_ + 1 + code.size());
      if ((next != '.' && next != ',') || find_ovid_tag(code) == nullptr) return false;
      refuse(at_, "there is nothing before the tag ." + code + ".: a tag stands behind its words");
    }
    std::vector<std::pair<std::string, std::size_t>> codes;
    const std::size_t end = tags_end(codes);
    if (end == 0 || codes.empty()) return false;
    const auto known = [](const auto& code) { return find_ovid_tag(code.first) != nullptr; };
    const bool any_known = std::any_of(codes.begin(), codes.end(), known);
    const std::string& only = codes.front().first;
    const bool tag_like =
        codes.size() == 1 && only.size() <= kLongestTag && std::all_of(only.begin(), only.end(), base::is_letter);
    const bool unknown_tag = tag_like && text_[end - 1] == '.' && ends_unit(end);
    if (!any_known && !unknown_tag) return false;
    TagList list;
    for (const auto& [code, place] : codes) {
      const Tag* tag = find_ovid_tag(code);
      if (tag == nullptr)
        refuse(place, "Ovid has no field ." + shown(code) + "." + ovid_tag_suggestion(code),
               "fields are .ti. .ab. .tw. .kw. .mp. .nm. .af. and lists of them, as .ti,ab.");
      list.tags.push_back(tag);
    }
    list.written = base::trim(text_.substr(at_, end - at_));
    list.span = pasted_.given_span(at_, end);
    push(Kind::kTags, end).tags = std::move(list);
    return true;
  }

  /// Where the list ends that begins with the dot here, 0 if there is none. Puts its codes, known or not, into `codes`.
  std::size_t tags_end(std::vector<std::pair<std::string, std::size_t>>& codes) const {
    std::size_t at = at_ + 1;
    std::size_t closed_at = 0;
    while (true) {
      const std::size_t begin = after_blanks(at);
      const std::string code = word_at(begin);
      const std::size_t after = begin + code.size();
      const std::size_t next = after_blanks(after);
      const char c = char_at(next);
      const bool known = find_ovid_tag(code) != nullptr && !is_operator(code);
      if (closed_at != 0) {
        // Only a whole tag goes on with the list behind a closing dot: .ti.ab. and .ti. ab, but not .ti. or.
        const bool goes_on = c == '.' || c == ',' || c == '\0' || c == ')' || (begin == at && ends_unit(after));
        if (!known || !goes_on) return closed_at;
      }
      // A list may end in a comma: .ti,ab,.
      if (code.empty() && !codes.empty() && char_at(begin) == '.') return begin + 1;
      if (code.size() < 2 || is_operator(code) || (!known && begin != at)) return closed_at;
      codes.emplace_back(code, begin);
      closed_at = 0;
      at = next + 1;
      if (c == ',' || c == ';' || c == '/') continue;
      if (c == '.') {
        closed_at = next + 1;
      } else if (ends_unit(after)) {
        return after;
      } else if (next > after && find_ovid_tag(word_at(next)) != nullptr) {
        at = next;
      } else {
        return 0;
      }
    }
  }

  /// The slash of X/ or X/di,ra: what follows shows that it is no slash between words.
  bool heading() {
    if (text_[at_] != '/' || !after_words()) return false;
    std::size_t at = at_ + 1;
    std::size_t end = at;
    while (true) {
      const std::size_t begin = after_blanks(at);
      const std::string code = word_at(begin);
      if (code.empty() || code.size() > 2 || is_operator(code)) break;
      end = begin + code.size();
      const std::size_t next = after_blanks(end);
      if (char_at(next) != ',') break;
      at = next + 1;
    }
    if (!ends_unit(end)) return false;
    const std::string subheadings(base::trim(text_.substr(at_ + 1, end - at_ - 1)));
    push(Kind::kHeading, end).text = subheadings;
    return true;
  }

  void word() {
    const std::size_t begin = at_;
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == ' ' || c == '(' || c == ')' || c == '"' || c == '[') break;
      if (at_ > begin && (c == '.' || c == '/') && ends_word(begin)) break;
      if (at_ > begin && c == ':' && colon_tags_end(at_) != 0) break;
      ++at_;
    }
    const std::size_t end = at_;
    at_ = begin;
    const std::string lower = base::to_lower_ascii(text_.substr(begin, end - begin));
    refuse_near(lower);
    Kind kind = kind_of(lower);
    std::uint32_t distance = 0;
    if (lower == "adj") kind = Kind::kAdj;
    if (lower.starts_with("adj")) {
      if (const auto number = number_of(std::string_view(lower).substr(3), kMostDistanceDigits)) {
        if (*number == 0) refuse(begin, "adj0 is nothing: write adj, or adj1 for next in any order");
        kind = Kind::kAdj;
        distance = *number;
      }
    }
    push(kind, end).distance = distance;
  }

  /// Other databases' nearness would be read as a word.
  void refuse_near(std::string_view lower) const {
    if (!after_operand()) return;
    for (const std::string_view name : {"near/", "next/", "near", "w/", "pre/"}) {
      if (!lower.starts_with(name) || !is_number(lower.substr(name.size()))) continue;
      refuse(
          at_, shown(text_.substr(at_, lower.size())) + " is no operator of Ovid",
          "write adj" + std::string(lower.substr(name.size())) + "; to search for the text itself, put it in quotes");
    }
  }

  /// A dot or slash ends the word where tags or the end of a heading stand there.
  bool ends_word(std::size_t begin) {
    const std::size_t here = at_;
    const std::size_t tokens = tokens_.size();
    at_ = begin;
    push(Kind::kWord, here);
    const bool found = text_[here] == '.' ? tags() : heading();
    tokens_.resize(tokens);
    at_ = here;
    return found;
  }
};

}  // namespace

std::vector<OvidToken> tokenize_ovid(const PastedText& pasted, const DialectContext& context) {
  return OvidLexer(pasted, context).run();
}

}  // namespace trialsift::query
