// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/criteria_headings.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>

#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

using Text = std::string_view;
using Line = CriteriaLine;

/// A line, or what follows a heading in it, longer than this is no heading.
constexpr std::size_t kLongestHeading = 100;
constexpr std::size_t kLongestSentence = 300;
constexpr std::size_t kMostWordsBefore = 7;
constexpr Text kSpace = " \t\r\xC2\xA0";

template <std::size_t Size>
bool is_one_of(const std::array<Text, Size>& words, Text word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
template <std::size_t Size>
bool starts_with_one_of(const std::array<Text, Size>& beginnings, Text word) {
  return std::any_of(beginnings.begin(), beginnings.end(), [word](Text start) { return word.starts_with(start); });
}

/// Beginnings of words of English, German, French, Spanish, Portuguese, Italian and Dutch, without capital ASCII
/// letters.
constexpr std::array<Text, 6> kInclusion = {"inclusi",      "inclus\xC3", "einschlus",
                                            "einschlu\xC3", "inlcusion",  "inclution"};
constexpr std::array<Text, 8> kExclusion = {"exclusi",      "exclus\xC3", "esclusi",  "ausschlus",
                                            "ausschlu\xC3", "exlusion",   "excluion", "exclution"};
constexpr std::array<Text, 4> kNeither = {"inclusiv", "exclusiv", "inclusief", "exclusief"};
constexpr std::array<Text, 8> kCriteria = {"criteri",       "crit\xC3\xA8r", "crit\xC3\xA9r", "crit\xC3\x88r",
                                           "crit\xC3\x89r", "critera",       "kriteri",       "citeri"};

/// Before "inclusion criteria" they make it a reference: "does not meet the inclusion criteria".
constexpr std::array<Text, 38> kRefers = {
    "meet",    "meets", "met",  "meeting", "fulfill", "fulfil", "fulfills",  "fulfils", "fulfilling", "fulfilled",
    "satisfy", "see",   "per",  "in",      "to",      "not",    "no",        "any",     "as",         "than",
    "with",    "whose", "who",  "that",    "if",      "refer",  "is",        "are",     "be",         "will",
    "by",      "under", "from", "have",    "has",     "their",  "described", "violates"};
/// Behind it likewise: "other inclusion criteria may apply".
constexpr std::array<Text, 22> kApplies = {
    "may",  "might",     "could", "can", "apply", "applies", "applied", "as", "above", "checked", "met",
    "that", "described", "have",  "has", "noted", "see",     "number",  "no", "or",    "used",    "outlined"};
/// What else a heading in a paragraph may begin with.
constexpr std::array<Text, 22> kQualifies = {"the",       "key",     "main",      "major",      "general", "additional",
                                             "specific",  "primary", "basic",     "other",      "common",  "important",
                                             "principal", "patient", "subject",   "study",      "further", "core",
                                             "these",     "our",     "secondary", "preliminary"};
constexpr std::array<Text, 24> kPeople = {
    "patients", "subjects",  "participants", "volunteers", "individuals", "children", "women",      "men",
    "infants",  "donors",    "persons",      "people",     "you",         "adults",   "recipients", "candidates",
    "the",      "potential", "all",          "any",        "controls",    "eligible", "a",          "each"};

bool is_word_byte(char c) {
  return base::is_letter(c) || static_cast<unsigned char>(c) >= 0x80U;
}

/// Of the general punctuation (U+2000 to U+206F) and of the full-width forms, which are no letters.
bool is_wide_mark(Text text, std::size_t at) {
  return text.substr(at).starts_with("\xE2\x80") || text.substr(at).starts_with("\xEF\xBC") ||
         text.substr(at).starts_with("\xC2\xA0") || text.substr(at).starts_with("\xE3\x80");
}

bool has_colon(Text gap) {
  return gap.find(':') != Text::npos || gap.find("\xEF\xBC\x9A") != Text::npos;
}
bool ends_sentence(Text gap) {
  return gap.find_first_of(".;:!?)]\t") != Text::npos || gap.find("  ") != Text::npos;
}
Text trimmed(Text text) {
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == Text::npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) + 1 - first);
}

std::optional<CriteriaSide> side_of(const Line& line, std::size_t word) {
  const Text text = line.word(word);
  if (starts_with_one_of(kNeither, text)) return std::nullopt;
  if (starts_with_one_of(kExclusion, text)) return CriteriaSide::kExclusion;
  if (text.starts_with("noninclusi")) return CriteriaSide::kExclusion;
  if (!starts_with_one_of(kInclusion, text)) return std::nullopt;
  const bool is_negated = word > 0 && (line.word(word - 1) == "non" || line.word(word - 1) == "nicht");
  return is_negated ? CriteriaSide::kExclusion : CriteriaSide::kInclusion;
}

bool is_criteria(Text word) {
  return starts_with_one_of(kCriteria, word);
}

/// "Inclusion criteria", "criteria for exclusion", "inclusion/exclusion", with the words around it.
struct Phrase {
  CriteriaSide side = CriteriaSide::kUntold;
  std::size_t first = 0;  ///< word that names the side
  std::size_t last = 0;   ///< last word of the phrase
  bool has_criteria = false;
};

/// "Inclusion/Exclusion", "inclusion criteria and exclusion criteria".
bool is_joined(const Line& line, std::size_t word) {
  const Text before = line.word(word - 1);
  return before == "and" || before == "or" || line.before(word).find_first_of("/&") != Text::npos;
}

std::optional<Phrase> phrase_at(const Line& line, std::size_t word) {
  const auto side = side_of(line, word);
  if (!side) return std::nullopt;
  Phrase phrase{*side, word, word, false};
  const Text text = line.word(word);
  phrase.has_criteria = text.find("kriteri", 1) != Text::npos || text.find("criteri", 1) != Text::npos;
  for (std::size_t next = word + 1; next < std::min(word + 6, line.words()); ++next) {
    if (ends_sentence(line.behind(next - 1)) && line.behind(next - 1).find('(') == Text::npos) break;
    if (const auto other = side_of(line, next)) {
      if (phrase.has_criteria && !is_joined(line, next)) break;
      if (*other != phrase.side) phrase.side = CriteriaSide::kUntold;
      phrase.last = next;
    } else if (is_criteria(line.word(next))) {
      phrase.has_criteria = true;
      phrase.last = next;
    } else if (next > phrase.last + 2) {
      break;
    }
  }
  return phrase;
}

bool is_reference(Text word) {
  return is_one_of(kRefers, word);
}

/// What stands behind a phrase: the colon, the end of the line, or words up to them.
struct Tail {
  bool at_once = false;  ///< a colon or the end, with nothing before it
  bool in_reach = false;
  bool applies = false;  ///< the first word says that it is no heading
};

Tail tail_of(const Line& line, const Phrase& phrase) {
  const std::size_t end = line.place(phrase.last).end;
  const Text rest = line.lower().substr(end, 2 * kLongestHeading);
  const Text gap = line.behind(phrase.last);
  Tail tail;
  tail.at_once = has_colon(gap) || phrase.last + 1 == line.words();
  std::size_t stop = rest.find(':');
  if (stop == Text::npos) stop = rest.find("\xEF\xBC\x9A");
  if (stop == Text::npos) {
    const Text all = trimmed(rest);
    tail.in_reach = all.size() <= kLongestHeading / 2 && !all.ends_with('.') && all.find(". ") == Text::npos;
  } else {
    const Text before = rest.substr(0, stop);
    tail.in_reach = stop <= kLongestHeading && before.find(". ") == Text::npos && before.find(';') == Text::npos;
  }
  tail.applies = !tail.at_once && is_one_of(kApplies, line.word(phrase.last + 1));
  return tail;
}

bool is_bullet(char c) {
  return c == '-' || c == '*' || c == '#' || c == '>' || c == '+' || c == '\\' || c == '_' || c == '=' || c == '?';
}

std::optional<CriteriaSide> cjk_side(Text line) {
  constexpr std::array<Text, 6> kIncluded = {"纳入标准", "入选标准", "入组标准", "選択基準", "适格基準", "適格基準"};
  constexpr std::array<Text, 3> kExcluded = {"排除标准", "除外基準", "排除標準"};
  if (starts_with_one_of(kIncluded, line)) return CriteriaSide::kInclusion;
  if (starts_with_one_of(kExcluded, line)) return CriteriaSide::kExclusion;
  return std::nullopt;
}

bool has_any(Text text, std::initializer_list<Text> parts) {
  return std::any_of(parts.begin(), parts.end(), [text](Text part) { return text.find(part) != Text::npos; });
}

}  // namespace

CriteriaLine::CriteriaLine(Text text) : text_(text), lower_(base::to_lower_ascii(text)) {
  for (std::size_t at = 0; at < lower_.size();) {
    if (is_wide_mark(lower_, at)) {
      at += lower_[at] == '\xC2' ? 2 : 3;
    } else if (is_word_byte(lower_[at])) {
      const std::size_t begin = at;
      while (at < lower_.size() && is_word_byte(lower_[at]) && !is_wide_mark(lower_, at)) ++at;
      words_.push_back({begin, at});
    } else {
      ++at;
    }
  }
}

Text CriteriaLine::word(std::size_t number) const {
  if (number >= words_.size()) return {};
  return Text(lower_).substr(words_[number].begin, words_[number].end - words_[number].begin);
}

Text CriteriaLine::before(std::size_t word) const {
  const std::size_t begin = word == 0 ? 0 : words_[word - 1].end;
  return Text(lower_).substr(begin, place(word).begin - begin);
}

Text CriteriaLine::behind(std::size_t word) const {
  const std::size_t end = word + 1 < words_.size() ? words_[word + 1].begin : lower_.size();
  return Text(lower_).substr(place(word).end, end - place(word).end);
}

bool CriteriaLine::is_capital(std::size_t word) const {
  return base::is_upper(text_[place(word).begin]);
}

std::size_t behind_bullets(Text line) {
  std::size_t at = 0;
  for (;;) {
    at = std::min(line.find_first_not_of(kSpace, at), line.size());
    if (at < line.size() && is_bullet(line[at])) {
      ++at;
      continue;
    }
    for (const Text mark : {"\xE2\x80\xA2", "\xE2\x97\x8F", "\xC2\xB7", "\xE3\x80\x90", "\xE2\x80\x93"}) {
      if (line.substr(at).starts_with(mark)) at += mark.size();
    }
    std::size_t end = at;
    if (end < line.size() && line[end] == '(') ++end;
    const std::size_t first = end;
    constexpr std::size_t kLongestNumber = 4;
    while (end < line.size() && end - first < kLongestNumber && (base::is_digit(line[end]) || line[end] == '.')) ++end;
    if (end == first && end < line.size()) {
      while (end < line.size() && end - first < kLongestNumber && Text("IVXivxABCabc").find(line[end]) != Text::npos) {
        ++end;
      }
    }
    if (end < line.size() && end > first && (line[end] == ')' || line[end] == '.' || line[end] == '\\')) {
      at = end + 1;
    } else if (end < line.size() && end > first && (base::is_digit(line[first]) || line[first] == '.') &&
               (line[end - 1] == '.' || line[end] == ' ')) {
      at = end;
    } else {
      return at;
    }
  }
}

std::optional<CriteriaSide> heading_at_start(const Line& line, bool is_bulleted) {
  if (const auto side = cjk_side(line.text())) return side;
  for (std::size_t word = 0; word < std::min(line.words(), kMostWordsBefore + 1); ++word) {
    if (word > 0 && (ends_sentence(line.before(word)) || line.before(word).find(',') != Text::npos)) break;
    const auto phrase = phrase_at(line, word);
    if (!phrase) continue;
    bool has_criteria = phrase->has_criteria;
    bool refers = false;
    bool qualifies = true;
    for (std::size_t before = 0; before < word; ++before) {
      has_criteria = has_criteria || is_criteria(line.word(before));
      refers = refers || (is_reference(line.word(before)) && line.word(before) != "no");
      const Text text = line.word(before);
      qualifies = qualifies && (is_one_of(kQualifies, text) || text == "non" || is_criteria(text) || text == "for" ||
                                text == "of" || text == "de" || text == "d" || text == "di" || text == "non");
    }
    const Tail tail = tail_of(line, *phrase);
    if (refers || tail.applies) return std::nullopt;
    const bool is_short = line.place(phrase->first).begin <= kLongestHeading / 2;
    if (phrase->side == CriteriaSide::kUntold) {
      return tail.in_reach && (tail.at_once || !is_bulleted) ? std::optional(phrase->side) : std::nullopt;
    }
    if (has_criteria) {
      const bool begins = !base::is_lower(line.text()[line.place(0).begin]) || tail.at_once || has_colon(line.lower());
      if ((qualifies && begins) || (is_short && tail.in_reach && (tail.at_once || !is_bulleted))) return phrase->side;
      return std::nullopt;
    }
    // "Inclusion of Women and Minorities:" is a chapter of its own.
    if (word == 0 && line.word(1) == "of" && phrase->side == CriteriaSide::kInclusion) {
      return tail.in_reach && !is_bulleted && has_colon(line.lower()) ? std::optional(CriteriaSide::kUntold)
                                                                      : std::nullopt;
    }
    const bool ends_at_colon = has_colon(line.behind(phrase->last));
    const bool is_alone = tail.at_once && (ends_at_colon || trimmed(line.behind(phrase->last)).size() <= 1);
    if (is_alone && is_short && (word <= 3) && (ends_at_colon || !is_bulleted) && line.is_capital(0)) {
      return phrase->side;
    }
    if (word == 0 && tail.in_reach && has_colon(line.lower()) && !is_bulleted) return phrase->side;
    return std::nullopt;
  }
  return std::nullopt;
}

std::optional<CriteriaSide> sentence_heading(const Line& line, CriteriaSide current, bool is_bulleted) {
  Text text = trimmed(line.lower());
  const bool ends_in_colon = text.ends_with(':') || text.ends_with("\xEF\xBC\x9A");
  const bool ends_open = text.ends_with(" if they") || text.ends_with(" if you") || text.ends_with(" following") ||
                         text.ends_with(" following criteria");
  if (!ends_in_colon && !ends_open) return std::nullopt;
  if (const std::size_t stop = text.rfind(". "); stop != Text::npos) text = trimmed(text.substr(stop + 2));
  if (text.size() > kLongestSentence) return std::nullopt;
  if (text == "excluded:" || text == "exclude:" || text == "ineligible:" || text == "not eligible:") {
    return CriteriaSide::kExclusion;
  }
  if (text == "included:" || text == "include:" || text == "eligible:" || text == "required:") {
    return is_bulleted ? std::nullopt : std::optional(CriteriaSide::kInclusion);
  }
  if (is_bulleted) return std::nullopt;
  const bool refers = has_any(text, {"not excluded", "not be excluded", "not exclude", "not ineligible"});
  const bool excludes =
      !refers && has_any(text, {"excluded",         "exclude ",        "ineligible",         "exclusion",
                                "not eligible",     "not be eligible", "not to be eligible", "not be enrolled",
                                "not be included",  "not participate", "cannot participate", "not take part",
                                "cannot take part", "must not",        "disqualif",          "not qualify",
                                "not be entered",   "may not have",    "not be considered",  "cannot be",
                                "not enrolled",     "not join",        "not be able to"});
  if (excludes) return CriteriaSide::kExclusion;
  if (has_any(text, {"except", "unless", "not "})) return std::nullopt;
  const Text first = line.word(0);
  const bool speaks_of_people = is_one_of(kPeople, first) || first == "to" || first == "in" || first == "inclusion" ||
                                first == "for" || first == "must";
  const bool includes =
      has_any(text, {"eligible", "inclusion", "must meet", "must have", "must fulfil", "be included", "are included",
                     "must satisfy", "be enrolled", "to enroll", "must be", "must:", "can join", "may join",
                     "may participate", "can participate", "take part", "qualify", "required to"});
  if (!includes || !speaks_of_people) return std::nullopt;
  // Below a heading of exclusions a condition on some is no heading.
  const bool of_all =
      has_any(text, {"all of the following", "each of the following", "the following criteria", "study if", "trial if",
                     "the following inclusion", "to be eligible", "in order to", "inclusion"});
  const bool is_bare = text.ends_with("must have:") || text.ends_with("must be:") || text.ends_with("must:");
  if (!of_all && (current == CriteriaSide::kExclusion || !is_bare)) return std::nullopt;
  return CriteriaSide::kInclusion;
}

bool begins_chapter(const Line& line, CriteriaSide current, bool is_bulleted) {
  if (current != CriteriaSide::kExclusion) return false;
  const Text text = trimmed(line.lower());
  if (is_bulleted || text.size() > kLongestHeading / 2 || line.words() > kMostWordsBefore) return false;
  bool has_criteria = false;
  bool has_subject = false;
  for (std::size_t word = 0; word < line.words(); ++word) {
    has_criteria = has_criteria || is_criteria(line.word(word));
    has_subject = has_subject || starts_with_one_of(std::array<Text, 6>{"healthy", "control", "withdrawal",
                                                                        "discontinu", "eligibility", "removal"},
                                                    line.word(word));
    if (is_reference(line.word(word))) return false;
  }
  return has_criteria && has_subject && (text.ends_with(':') || base::is_upper(line.text()[line.place(0).begin])) &&
         !text.ends_with('.');
}

std::vector<InnerHeading> headings_inside(const Line& line) {
  std::vector<InnerHeading> found;
  std::size_t from = 0;
  for (std::size_t word = 0; word < line.words(); ++word) {
    if (word < from) continue;
    const auto phrase = phrase_at(line, word);
    if (!phrase) continue;
    from = phrase->last + 1;
    if (word == 0 || phrase->side == CriteriaSide::kUntold) continue;
    std::size_t first = word;
    while (first > 0 && word - first < 2 && !ends_sentence(line.before(first)) &&
           (is_one_of(kQualifies, line.word(first - 1)) || line.word(first - 1) == "non")) {
      --first;
    }
    const bool begins = first == 0 || ends_sentence(line.before(first));
    const bool is_parenthesis = line.before(word).find('(') != Text::npos || line.before(word).find('"') != Text::npos;
    const bool colon = has_colon(line.behind(phrase->last));
    const bool capital = line.is_capital(word) && (!phrase->has_criteria || line.is_capital(phrase->last));
    const Tail tail = tail_of(line, *phrase);
    if (tail.applies || is_parenthesis) continue;
    if (phrase->has_criteria) {
      const bool refers =
          first > 0 && !begins &&
          (is_reference(line.word(first - 1)) || line.word(first - 1) == "of" || line.word(first - 1) == "and");
      const bool is_last = phrase->last + 1 == line.words();
      if (refers && !(colon && capital)) continue;
      if (!(begins && (colon || line.is_capital(first) || is_last)) && !(capital && (colon || is_last))) continue;
    } else if (!(colon && (begins || capital))) {
      continue;
    }
    const std::size_t at = begins ? line.place(first).begin : line.place(word).begin;
    found.push_back({at, phrase->side});
  }
  return found;
}

bool is_group_label(Text line) {
  const Text text = trimmed(line);
  return text.size() <= kLongestHeading && text.ends_with(':') && !is_bullet(text.front()) &&
         !base::is_digit(text.front());
}

}  // namespace trialsift::model
