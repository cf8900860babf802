// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/pubmed/pubmed_lexer.hpp"

#include <algorithm>
#include <string_view>

#include "query/characters.hpp"
#include "query/citation/pasted_lexer.hpp"
#include "query/diagnostics.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

constexpr std::size_t kMostDistanceDigits = 4;
constexpr std::size_t kLongestTagList = 80;

std::optional<std::uint32_t> distance_of(std::string_view text) {
  return number_of(text, kMostDistanceDigits);
}

class PubmedLexer : PastedLexer<PubmedToken> {
 public:
  PubmedLexer(const PastedText& pasted, const DialectContext& context, const BorrowedForms& forms)
      : PastedLexer(pasted, context), forms_(forms) {}

  std::vector<PubmedToken> run() {
    leave_out_surroundings();
    while (true) {
      at_ = after_blanks(at_);
      if (at_ == text_.size()) break;
      const char c = text_[at_];
      if (base::is_letter(c) && tags_behind_group()) continue;
      if ((c == '(' && tags_in_parentheses()) || combination()) continue;
      if (!after_operand() && borrowed_heading()) continue;
      if (c == '(' || c == ')') {
        push(c == '(' ? Kind::kOpen : Kind::kClose, at_ + 1);
      } else if (c == '"') {
        push_quoted(text_.find('"', at_ + 1));
      } else if (c == '\'' && closing_apostrophe() != std::string_view::npos) {
        push_quoted(closing_apostrophe());
      } else if (c == '[') {
        bracket();
      } else if (c == ':' && after_operand() && colon_tags(at_) != 0) {
        take_colon_tags();
      } else if (c == '/' && after_operand() && slash_tag()) {
        continue;
      } else {
        word();
      }
    }
    return finished();
  }

 private:
  PubmedToken& push_tags(std::size_t end, std::vector<const Tag*> tags) {
    PubmedToken& token = push(Kind::kTag, end);
    token.tags.tags = std::move(tags);
    token.tags.written = token.text;
    token.tags.span = token.span;
    return token;
  }

  bool ends_word(std::size_t at) const {
    const char c = char_at(at);
    return c == '\0' || c == ' ' || c == ')' || c == '(';
  }

  /// "Search " and "PubMed:" before a query, the number of results behind it.
  void leave_out_surroundings() {
    leave_out_result_count();
    for (const std::string_view name : {" Filters: ", " Limits: ", " Sort by: "}) {
      const std::size_t begin = text_.find(name);
      if (begin == std::string_view::npos) continue;
      context_.tell("limit", "the filters behind the query say nothing about registry records and were left out",
                    pasted_.given_span(begin, text_.size()), true);
      text_ = text_.substr(0, begin);
    }
    constexpr std::string_view kVariations = "(word variations have been searched)";
    if (const std::size_t begin = base::to_lower_ascii(text_).find(kVariations); begin != std::string::npos) {
      debris("(Word variations have been searched) was left out: only the words as written are",
             pasted_.given_span(begin, begin + kVariations.size()));
      text_ = text_.substr(0, begin);
    }
    for (const std::string_view prefix : {"PubMed:", "Search:", "Search "}) {
      const std::size_t begin = std::min(text_.find_first_not_of(' '), text_.size());
      if (!text_.substr(begin).starts_with(prefix) || base::trim(text_.substr(begin + prefix.size())).empty()) continue;
      debris("\"" + std::string(base::trim(prefix)) + "\" before the query was left out",
             pasted_.given_span(begin, begin + prefix.size()));
      at_ = begin + prefix.size();
      break;
    }
  }

  std::size_t closing_apostrophe() {
    if (no_more_closing_apostrophes_) return std::string_view::npos;
    for (std::size_t at = at_ + 1; at < text_.size(); ++at) {
      if (text_[at] != '\'') continue;
      const char next = char_at(at + 1);
      if (next == '\0' || next == ' ' || next == ')' || next == ':' || next == '/' || next == '[') return at;
    }
    no_more_closing_apostrophes_ = true;
    return std::string_view::npos;
  }

  /// {or #1-#3,#5}, as its lines in parentheses.
  bool combination() {
    const std::optional<LinesForm> lines = forms_.lines(text_.substr(at_));
    if (!lines) return false;
    const std::size_t begin = at_;
    const auto put = [&](Kind kind, std::string text) {
      at_ = begin;
      push(kind, begin + lines->length).text = std::move(text);
    };
    put(Kind::kOpen, "(");
    for (const std::string& label : lines->labels) {
      if (tokens_.back().kind != Kind::kOpen) {
        put(lines->all ? Kind::kAnd : Kind::kOr, lines->all ? "and" : "or");
      }
      put(Kind::kWord, label);
    }
    put(Kind::kClose, ")");
    return true;
  }

  bool borrowed_heading() {
    const std::optional<HeadingForm> found = forms_.heading(text_.substr(at_));
    if (!found) return false;
    const std::size_t end = at_ + found->length;
    if (count_letters(found->name) == 0) refuse(at_, "there is no heading here: write its name");
    if (found->qualified) {
      context_.tell("subheading", "qualifiers of headings are dropped: records have none", pasted_.given_span(at_, end),
                    true);
    }
    const std::size_t begin = at_;
    push(Kind::kQuoted, end).text = found->name;
    at_ = begin;
    push_tags(end, {find_pubmed_tag(found->explode ? "mesh:exp" : "mesh:noexp")});
    return true;
  }

  /// [tiab], [mesh: noexp], [tiab:~3], [ti,ab]; longer texts are notes.
  void bracket() {
    const std::size_t close = text_.find(']', at_);
    if (close == std::string_view::npos) refuse(at_, "this [ is never closed: write ] where the tag ends");
    for (const std::string_view limit : {"]/lim", "]/py"}) {
      if (!text_.substr(close).starts_with(limit) || !ends_word(close + limit.size())) continue;
      push(Kind::kLimit, close + limit.size());
      return;
    }
    std::string_view inner = base::trim(text_.substr(at_ + 1, close - at_ - 1));
    std::optional<std::uint32_t> between;
    if (const std::size_t tilde = inner.find('~'); tilde != std::string_view::npos) {
      std::string_view name = base::trim(inner.substr(0, tilde));
      between = distance_of(base::trim(inner.substr(tilde + 1)));
      if (!name.ends_with(':') || !between) {
        refuse(at_, "nearness is written with a colon and a number: [tiab:~3]");
      }
      name.remove_suffix(1);
      inner = name;
    }
    std::vector<const Tag*> tags;
    if (const Tag* tag = find_pubmed_tag(inner)) {
      tags.push_back(tag);
    } else {
      for (const std::string_view part : base::split(inner, ',')) {
        if (const Tag* one = find_pubmed_tag(part)) tags.push_back(one);
      }
      if (tags.size() != base::split(inner, ',').size()) {
        unknown_tag(inner, close);
        return;
      }
    }
    if (!after_operand()) {
      refuse(at_, "there is nothing before the tag [" + shown(inner) + "]: a tag stands behind its words");
    }
    push_tags(close + 1, std::move(tags)).between = between;
  }

  void unknown_tag(std::string_view inner, std::size_t close) {
    const std::string lower = ' ' + base::to_lower_ascii(inner) + ' ';
    const bool note = !after_words() || inner.find('=') != std::string_view::npos ||
                      std::count(inner.begin(), inner.end(), ' ') > 3 || lower.find(" and ") != std::string::npos ||
                      lower.find(" or ") != std::string::npos;
    const std::string near = pubmed_tag_suggestion(inner);
    if (!note || !near.empty()) {
      refuse(at_, "PubMed has no field [" + shown(inner) + "]" + near,
             "fields are [ti] [tiab] [tw] [mesh] [ot] [nm] [all]; to search for the text itself, put it in quotes");
    }
    debris("notes in brackets were left out", pasted_.given_span(at_, close + 1));
    at_ = close + 1;
  }

  /// Where :ti,ab,kw ends that begins at `at`; 0 if there is none.
  std::size_t colon_tags(std::size_t at) const {
    std::size_t end = at + 1;
    while (true) {
      const std::size_t begin = end;
      while (base::is_letter(char_at(end))) ++end;
      const std::string_view code = text_.substr(begin, end - begin);
      if (code.size() < 2 || code.size() > 4 || find_pubmed_tag(code) == nullptr) return 0;
      if (char_at(end) != ',') return ends_word(end) ? end : 0;
      ++end;
    }
  }

  void take_colon_tags() {
    const std::size_t end = colon_tags(at_);
    std::vector<const Tag*> tags;
    for (const std::string_view code : base::split(text_.substr(at_ + 1, end - at_ - 1), ',')) {
      tags.push_back(find_pubmed_tag(code));
    }
    push_tags(end, std::move(tags));
  }

  /// 'heart failure'/exp, /de and /exp/mj of Embase.
  bool slash_tag() {
    std::size_t end = at_;
    std::vector<const Tag*> tags;
    while (char_at(end) == '/') {
      const std::size_t begin = ++end;
      while (base::is_letter(char_at(end))) ++end;
      const std::string code = base::to_lower_ascii(text_.substr(begin, end - begin));
      if (code != "exp" && code != "de" && code != "mj") return false;
      tags.push_back(find_pubmed_tag(code == "exp" ? "mesh:exp" : code));
    }
    if (!ends_word(end)) return false;
    push_tags(end, std::move(tags));
    return true;
  }

  /// "anaemia (ti, ab)": some print the tags so.
  bool tags_in_parentheses() {
    if (!after_operand()) return false;
    const std::size_t close = text_.substr(at_, kLongestTagList).find(')');
    if (close == std::string_view::npos) return false;
    return tags_between(at_ + 1, at_ + close, at_ + close + 1);
  }

  /// "(heart failure) ti, ab", to the end of the line.
  bool tags_behind_group() {
    if (tokens_.empty() || tokens_.back().kind != Kind::kClose) return false;
    return text_.find(',', at_) != std::string_view::npos && tags_between(at_, text_.size(), text_.size());
  }

  bool tags_between(std::size_t begin, std::size_t close, std::size_t end) {
    std::vector<const Tag*> tags;
    for (const std::string_view part : base::split(text_.substr(begin, close - begin), ',')) {
      const Tag* tag = find_pubmed_tag(part);
      if (tag == nullptr) return false;
      tags.push_back(tag);
    }
    if (tags.size() < 2 && tags.front()->name.size() <= 2) return false;
    const Span span = pasted_.given_span(at_, end);
    context_.tell("tag-in-parentheses", "tags without brackets were read as tags in brackets", span, false);
    push_tags(end, std::move(tags));
    return true;
  }

  void word() {
    std::size_t end = at_;
    while (end < text_.size()) {
      const char c = text_[end];
      if (c == ' ' || c == '(' || c == ')' || c == '"' || c == '[') break;
      if (c == ':' && end > at_ && colon_tags(end) != 0) break;
      ++end;
    }
    if (text_.substr(at_, end - at_) == ":") {
      push(Kind::kColon, end);
      return;
    }
    const std::string lower = base::to_lower_ascii(text_.substr(at_, end - at_));
    if (near_operator(lower, end)) return;
    if (const std::size_t brace = lower.find_first_of("{}"); brace != std::string::npos) {
      refuse(at_ + brace, "braces stand around lines only: {or #1-#3}");
    }
    refuse_ovid(lower);
    const Kind kind = kind_of(lower);
    if (kind == Kind::kWord && count_letters(lower) == 0) {
      context_.tell("dropped-sign", shown(lower) + " has no letter or digit and was left out",
                    pasted_.given_span(at_, end), false);
      at_ = end;
      return;
    }
    push(kind, end);
  }

  bool near_operator(const std::string& lower, std::size_t end) {
    if (bare_near_operator(lower, end)) return true;
    const bool near = lower.starts_with("near/");
    if (!near && !lower.starts_with("next/")) return false;
    const std::optional<std::uint32_t> distance = distance_of(std::string_view(lower).substr(5));
    if (!distance) return false;
    PubmedToken& token = push(Kind::kNear, end);
    token.distance = std::max(*distance, 1U);
    token.ordered = !near;
    return true;
  }

  /// NEAR and NEXT of the Cochrane Library: upper case, or in a line with its :ti,ab; else "next" is a word.
  bool bare_near_operator(const std::string& lower, std::size_t end) {
    constexpr std::uint32_t kCochraneDistance = 6;
    const bool near = lower == "near";
    if ((!near && lower != "next") || !after_operand() || base::trim(text_.substr(end)).empty()) return false;
    const bool upper = text_[at_] == 'N' && text_[at_ + 1] == 'E';
    if (!upper && !has_colon_tags()) return false;
    PubmedToken& token = push(Kind::kNear, end);
    token.distance = near ? kCochraneDistance : 1;
    token.ordered = !near;
    return true;
  }

  bool has_colon_tags() const {
    for (std::size_t at = text_.find(':'); at != std::string_view::npos; at = text_.find(':', at + 1)) {
      if (colon_tags(at) != 0) return true;
    }
    return false;
  }

  /// A line of Ovid would be read as words.
  void refuse_ovid(const std::string& lower) {
    constexpr std::string_view kHint = "read it with --syntax ovid";
    if (lower.size() > 3 && lower.starts_with("adj") && is_number(std::string_view(lower).substr(3))) {
      refuse(at_, lower + " is an operator of Ovid, not of PubMed", std::string(kHint));
    }
    if (lower.size() > 3 && lower.ends_with('/') && is_word_byte(lower[lower.size() - 2])) {
      refuse(at_, "a heading that a slash closes is Ovid's, not PubMed's",
             std::string(kHint) + ", or write it with [mesh]");
    }
    const std::size_t dot = lower.find('.');
    if (dot == std::string::npos) return;
    std::string_view codes = std::string_view(lower).substr(dot + 1);
    if (!codes.ends_with('.') && codes.find(',') == std::string_view::npos) return;
    if (codes.ends_with('.')) codes.remove_suffix(1);
    const std::vector<std::string_view> parts = base::split(codes, ',');
    const bool tags =
        std::all_of(parts.begin(), parts.end(), [](std::string_view code) { return find_ovid_tag(code) != nullptr; });
    if (tags) refuse(at_, "." + std::string(codes) + ". is a tag of Ovid, not of PubMed", std::string(kHint));
  }

  const BorrowedForms& forms_;
  bool no_more_closing_apostrophes_ = false;
};

}  // namespace

std::vector<PubmedToken> tokenize_pubmed(const PastedText& pasted, const DialectContext& context,
                                         const BorrowedForms& forms) {
  return PubmedLexer(pasted, context, forms).run();
}

}  // namespace trialsift::query
