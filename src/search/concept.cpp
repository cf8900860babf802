// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/concept.hpp"

#include <algorithm>
#include <numeric>

#include "search/number_terms.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::search {
namespace {

/// More places to cut than this, and only the spelling as written and the joined one are tried.
constexpr std::size_t kMostBoundaries = 6;
/// Enough for any ending after three letters; beyond that a pattern is a slip.
constexpr std::size_t kMostExpansions = 100'000;

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), base::is_digit);
}

void unite(Element& into, const Element& more) {
  into.insert(into.end(), more.begin(), more.end());
  std::sort(into.begin(), into.end());
  into.erase(std::unique(into.begin(), into.end()), into.end());
}

std::string join_parts(const std::vector<std::string>& parts) {
  return std::accumulate(parts.begin(), parts.end(), std::string());
}

bool searches_default_fields(const std::vector<const schema::Field*>& fields) {
  return fields == schema::default_fields();
}

}  // namespace

Concept::Concept() = default;
Concept::Concept(const Concept& other) = default;
Concept::Concept(Concept&& other) noexcept = default;
Concept& Concept::operator=(const Concept& other) = default;
Concept& Concept::operator=(Concept&& other) noexcept = default;
Concept::~Concept() = default;

bool is_leaf_of_words(const query::Node& node) {
  if (node.at_start || node.at_end) return false;
  return node.kind == query::NodeKind::kWord || node.kind == query::NodeKind::kPhrase ||
         node.kind == query::NodeKind::kPattern;
}

std::string concept_key(const Concept& wanted) {
  std::string key;
  for (const schema::Field* field : wanted.fields) key += std::string(field->prefix) + ',';
  if (wanted.fallback) key += '~';
  if (!wanted.number.empty()) key += wanted.number + ' ';
  for (const store::Words::Index word : wanted.words) key += ' ' + std::to_string(word);
  for (const Sequence& sequence : wanted.sequences) {
    key += " (";
    for (const Element& element : sequence) {
      for (const store::Words::Index word : element) key += ' ' + std::to_string(word);
      key += '|';
    }
  }
  return key;
}

Element Expander::exactly(std::string_view word) const {
  const std::optional<store::Words::Index> found = words_.find(word);
  return found ? Element{*found} : Element{};
}

Element Expander::family(std::string_view word) const {
  std::optional<store::Words::Family> family;
  if (const std::optional<store::Words::Index> found = words_.find(word)) {
    family = words_.family_of(*found);
  } else {
    family = words_.find_family(stemmer_.stem(word));
  }
  if (!family) return {};
  const std::span<const store::Words::Index> members = words_.members(*family);
  return {members.begin(), members.end()};
}

std::vector<std::size_t> Expander::boundaries(const std::vector<std::string>& parts, const std::string& joined) const {
  std::vector<std::size_t> cuts = analysis::letter_digit_boundaries(joined);
  std::size_t at = 0;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) cuts.push_back(at += parts[i].size());
  // A word that nobody writes, or of letters and digits, may be two that are written apart; another word only where the
  // index shows a hyphen inside it, or "therapist" would find "the rapist".
  const bool open = parts.size() == 1 && (has_digit(joined) || !words_.find(joined));
  if (parts.size() == 1) {
    for (std::size_t cut = 1; cut < joined.size(); ++cut) {
      if ((static_cast<unsigned char>(joined[cut]) & 0xC0U) == 0x80U) continue;
      const auto first = words_.find(std::string_view(joined).substr(0, cut));
      if (!first) continue;
      const auto second = words_.find(std::string_view(joined).substr(cut));
      if (second && (open || words_.is_hyphenated(*first, *second))) cuts.push_back(cut);
    }
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  return cuts;
}

Concept Expander::spelt(const std::vector<std::string>& parts, const Fields& fields) const {
  Concept found;
  found.fields = fields;
  const std::string joined = join_parts(parts);
  const std::vector<std::size_t> cuts = boundaries(parts, joined);
  const auto add = [&](const std::vector<std::string>& segments) {
    Sequence sequence;
    for (const std::string& segment : segments) {
      sequence.push_back(family(segment));
      if (sequence.back().empty()) return;
    }
    if (sequence.size() == 1) {
      unite(found.words, sequence.front());
    } else if (std::find(found.sequences.begin(), found.sequences.end(), sequence) == found.sequences.end()) {
      found.sequences.push_back(std::move(sequence));
    }
  };
  add({joined});
  if (parts.size() > 1) add(parts);
  if (cuts.size() <= kMostBoundaries) {
    for (std::size_t chosen = 1; chosen < (std::size_t{1} << cuts.size()); ++chosen) {
      std::vector<std::string> segments;
      std::size_t begin = 0;
      for (std::size_t i = 0; i < cuts.size(); ++i) {
        if ((chosen >> i & 1U) == 0) continue;
        segments.push_back(joined.substr(begin, cuts[i] - begin));
        begin = cuts[i];
      }
      segments.push_back(joined.substr(begin));
      add(segments);
    }
  }
  if (found.sequences.empty() && !found.words.empty() && searches_default_fields(fields)) {
    found.document_count = words_.family_document_count(words_.family_of(found.words.front()));
  }
  return found;
}

Concept Expander::families(const std::vector<std::string>& words, const Fields& fields) const {
  Concept found;
  found.fields = fields;
  Sequence sequence;
  for (const std::string& word : words) {
    sequence.push_back(family(word));
    if (sequence.back().empty()) return found;
  }
  found.sequences.push_back(std::move(sequence));
  return found;
}

std::vector<Concept> Expander::word(std::string_view text, const Fields& fields) const {
  analysis::TokenList tokens;
  analysis::analyze(text, tokens);
  std::vector<Concept> found;
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::vector<std::string> parts{std::string(tokens.word(begin))};
    std::size_t end = begin + 1;
    for (; end < tokens.size() && tokens.tokens[end].link != analysis::Link::kNone; ++end) {
      parts.emplace_back(tokens.word(end));
    }
    found.push_back(spelt(parts, fields));
    const std::size_t first = tokens.tokens[begin].begin;
    found.back().text = text.substr(first, tokens.tokens[end - 1].end - first);
    begin = end;
  }
  return found;
}

std::optional<Concept> Expander::phrase(std::string_view text, const Fields& fields) const {
  analysis::TokenList tokens;
  analysis::analyze(text, tokens);
  if (tokens.size() == 0) return std::nullopt;
  Concept found;
  found.text = text;
  found.fields = fields;
  Sequence sequence;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    sequence.push_back(exactly(tokens.word(i)));
    if (sequence.back().empty()) return found;  // a word that no record has: the phrase matches nothing
  }
  if (sequence.size() > 1) {
    found.sequences.push_back(std::move(sequence));
    return found;
  }
  found.words = std::move(sequence.front());
  if (searches_default_fields(fields)) found.document_count = words_.document_count(found.words.front());
  return found;
}

const Element& Expander::matching(const WordPattern& pattern) const {
  const auto [place, is_new] = patterns_.try_emplace(pattern.text());
  if (!is_new) return place->second;
  place->second = pattern.expand(words_);
  if (place->second.size() > kMostExpansions) {
    const std::size_t count = place->second.size();
    const std::string text = pattern.text();
    patterns_.erase(place);
    throw base::Error(base::ErrorCode::kQueryCost,
                      text + " stands for " + std::to_string(count) + " words of this index, more than the " +
                          std::to_string(kMostExpansions) + " that one pattern may",
                      "write more of its letters");
  }
  return place->second;
}

std::optional<Concept> Expander::pattern(std::string_view text, const Fields& fields) const {
  const std::vector<WordPattern> words = WordPattern::of(text);
  if (words.empty()) return std::nullopt;
  Concept found;
  found.text = text;
  found.fields = fields;
  Sequence sequence;
  for (const WordPattern& word : words) {
    sequence.push_back(matching(word));
    if (sequence.back().empty()) return found;
  }
  if (sequence.size() == 1) {
    found.words = std::move(sequence.front());
  } else {
    found.sequences.push_back(std::move(sequence));
  }
  return found;
}

std::vector<Concept> Expander::expand(const query::Node& leaf) const {
  const Fields fields = leaf.field.empty() ? schema::default_fields() : schema::text_fields(leaf.field);
  std::vector<Concept> found;
  if (leaf.kind == query::NodeKind::kWord && !leaf.exact) {
    found = word(leaf.text, fields);
    for (Concept& each : found) each.is_plain = true;
    if (leaf.field.empty()) take_number(leaf.text, found);
  } else {
    std::optional<Concept> one =
        leaf.kind == query::NodeKind::kPattern ? pattern(leaf.text, fields) : phrase(leaf.text, fields);
    if (one) found.push_back(*std::move(one));
  }
  for (Concept& each : found) {
    each.boost = leaf.weight;
    each.fallback = leaf.fallback;
    if (leaf.fallback) each.document_count.reset();
  }
  return found;
}

bool Expander::is_number(std::string_view text) const {
  return has_term(index_, number_term(text));
}

/// A registered number stands for its trials, and of an address it alone counts. A sponsor's number does where no text
/// holds it.
void Expander::take_number(std::string_view text, std::vector<Concept>& words) const {
  const Fields& fields = schema::default_fields();
  std::string term = registered_term(text);
  const bool is_registered = !term.empty();
  if (is_registered && is_address(text)) words = word(registered_text(text), fields);
  if (!is_registered) {
    if (!may_be_sponsors_number(text)) return;
    term = number_term(text);
  }
  if (!has_term(index_, term)) return;
  if (words.size() != 1) {
    std::optional<Concept> together = phrase(is_registered ? registered_text(text) : std::string(text), fields);
    if (!together) return;
    words = {*std::move(together)};
  }
  Concept& number = words.front();
  if (!is_registered && number.has_words() && (!is_in_texts_ || is_in_texts_(number))) return;
  number.text = text;
  number.number = std::move(term);
  number.document_count.reset();
}

std::vector<Concept> Expander::side_by_side(const query::Node& any) const {
  std::vector<Concept> words;
  bool adjacent = false;
  for (const query::Node& child : any.children) {
    if (child.occur != query::Occur::kOptional || !is_leaf_of_words(child)) {
      adjacent = false;
      continue;
    }
    const bool joinable = child.kind == query::NodeKind::kWord && !child.exact;
    for (Concept& next : expand(child)) {
      if (joinable && adjacent) {
        join(words.back(), next);
        next.follows = true;
      }
      words.push_back(std::move(next));
      adjacent = joinable;
    }
  }
  return words;
}

void Expander::join(Concept& first, Concept& second) const {
  const std::vector<std::string> a = analysis::words_of(first.text);
  const std::vector<std::string> b = analysis::words_of(second.text);
  if (a.size() != 1 || b.size() != 1 || first.fields != second.fields) return;
  const std::string joined = a[0] + b[0];
  const std::optional<store::Words::Index> word = words_.find(joined);
  if (!word) return;
  const auto left = words_.find(a[0]);
  const auto right = words_.find(b[0]);
  const bool letters_and_digits = has_digit(a[0]) != has_digit(b[0]);
  if (!letters_and_digits && !(left && right && words_.is_hyphenated(*left, *right))) return;
  for (Concept* side : {&first, &second}) {
    unite(side->words, {*word});
    side->document_count.reset();
  }
}

}  // namespace trialsift::search
