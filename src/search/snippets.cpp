// SPDX-License-Identifier: GPL-2.0-or-later
#include "search/snippets.hpp"

#include <algorithm>
#include <cmath>

#include "search/sentences.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::search {
namespace {

using schema::Field;

/// Longer sentences are shown in part.
constexpr std::size_t kLongestSnippetBytes = 320;
constexpr std::string_view kEllipsis = "…";
/// A concept found again says less than a new one.
constexpr double kRepeatShare = 0.1;

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool has_field(const Concept& c, const Field& field) {
  return std::find(c.fields.begin(), c.fields.end(), &field) != c.fields.end();
}

bool is_description(std::string_view field) {
  return field == "summary" || field == "detailed";
}

}  // namespace

Highlighter::Highlighter(const store::Words& words, const std::vector<Concept>& concepts) : concepts_(concepts) {
  for (std::size_t number = 0; number < concepts.size(); ++number) {
    const Concept& c = concepts[number];
    for (const Field* field : c.fields) {
      if (std::find(fields_.begin(), fields_.end(), field) == fields_.end()) fields_.push_back(field);
    }
    for (const store::Words::Index word : c.words) words_[words.text(word)].push_back(number);
    for (const Sequence& sequence : c.sequences) {
      Words set{number, {}};
      for (const Element& element : sequence) {
        set.elements.emplace_back();
        for (const store::Words::Index word : element) set.elements.back().insert(words.text(word));
      }
      for (const std::string_view first : set.elements.front()) first_words_[first].push_back(sequences_.size());
      sequences_.push_back(std::move(set));
    }
  }
}

std::vector<Highlighter::Place> Highlighter::places(std::string_view text, const Field& field) const {
  std::vector<Place> found;
  analysis::analyze(text, tokens_);
  const auto add = [&](std::size_t number, std::size_t first, std::size_t last) {
    if (has_field(concepts_[number], field)) {
      found.push_back({number, tokens_.tokens[first].begin, tokens_.tokens[last].end});
    }
  };
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const std::string_view word = tokens_.word(i);
    if (const auto known = words_.find(word); known != words_.end()) {
      for (const std::size_t number : known->second) add(number, i, i);
    }
    const auto starts = first_words_.find(word);
    if (starts == first_words_.end()) continue;
    for (const std::size_t sequence : starts->second) {
      const std::vector<WordSet>& elements = sequences_[sequence].elements;
      if (elements.size() > tokens_.size() - i) continue;
      std::size_t fits = 1;
      while (fits < elements.size() && elements[fits].contains(tokens_.word(i + fits))) ++fits;
      if (fits == elements.size()) add(sequences_[sequence].concept_number, i, i + fits - 1);
    }
  }
  return found;
}

Snippet Highlighter::marked(std::string_view text, std::size_t begin, std::size_t end, const std::vector<Place>& places,
                            const Field& field) const {
  Snippet snippet;
  snippet.field = field.name;
  std::vector<std::pair<std::size_t, std::size_t>> spans;
  for (const Place& place : places) {
    if (place.begin >= begin && place.begin < end) spans.emplace_back(place.begin, std::min(place.end, end));
  }
  std::sort(spans.begin(), spans.end());
  snippet.text = text.substr(begin, end - begin);
  for (const auto& [from, to] : spans) {
    const Mark mark{code_points(text.substr(begin, from - begin)), code_points(text.substr(begin, to - begin))};
    if (!snippet.marks.empty() && mark.begin <= snippet.marks.back().end) {
      snippet.marks.back().end = std::max(snippet.marks.back().end, mark.end);
    } else {
      snippet.marks.push_back(mark);
    }
  }
  return snippet;
}

void Highlighter::add_sentences(std::string_view text, const Field& field, std::vector<Candidate>& out,
                                std::vector<bool>& matched) const {
  const std::vector<Place> all = places(text, field);
  if (all.empty()) return;
  for (const TextSpan& sentence : sentences(text)) {
    Candidate candidate;
    candidate.concepts.assign(concepts_.size(), false);
    std::size_t first = sentence.end;
    for (const Place& place : all) {
      if (place.begin < sentence.begin || place.begin >= sentence.end) continue;
      const bool repeated = candidate.concepts[place.concept_number];
      candidate.score += concepts_[place.concept_number].weight * (repeated ? kRepeatShare : 1);
      candidate.concepts[place.concept_number] = true;
      matched[place.concept_number] = true;
      first = std::min(first, place.begin);
    }
    if (first == sentence.end) continue;
    std::size_t begin = sentence.begin;
    std::size_t end = sentence.end;
    if (end - begin > kLongestSnippetBytes) {
      // The window begins a little before the first match, both ends at blanks.
      constexpr std::size_t kLead = 60;
      if (first - begin > kLead) {
        const std::size_t blank = text.find(' ', first - kLead);
        begin = blank < first ? blank + 1 : first;
      }
      if (end - begin > kLongestSnippetBytes) {
        const std::size_t blank = text.rfind(' ', begin + kLongestSnippetBytes);
        end = blank != std::string_view::npos && blank > first ? blank : begin + kLongestSnippetBytes;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) ++end;
      }
    }
    candidate.snippet = marked(text, begin, end, all, field);
    if (end < sentence.end) candidate.snippet.text += kEllipsis;
    if (begin > sentence.begin) {
      candidate.snippet.text.insert(0, kEllipsis);
      for (Mark& mark : candidate.snippet.marks) {
        ++mark.begin;
        ++mark.end;
      }
    }
    out.push_back(std::move(candidate));
  }
}

void Highlighter::fill(Hit& hit, std::size_t most_snippets) const {
  std::vector<bool> matched(concepts_.size(), false);
  std::vector<Candidate> candidates;
  std::vector<std::string_view> texts;
  for (const Field* field : fields_) {
    texts.clear();
    field->texts(hit.trial, texts);
    for (const std::string_view text : texts) {
      if (field->name == "title") {
        for (const Place& place : places(text, *field)) matched[place.concept_number] = true;
      } else {
        add_sentences(text, *field, candidates, matched);
      }
    }
  }
  const std::string title = hit.trial.title();
  const Field& title_field = *schema::find_field("title");
  hit.title = marked(title, 0, title.size(), places(title, title_field), title_field);

  std::vector<bool> shown(concepts_.size(), false);
  std::vector<std::string> shown_fields;
  while (hit.snippets.size() < most_snippets && !candidates.empty()) {
    // New concepts count in full, shown ones little; a description not yet shown goes before other fields.
    const auto worth = [&](const Candidate& c) {
      double value = c.score * kRepeatShare;
      for (std::size_t i = 0; i < concepts_.size(); ++i) {
        if (c.concepts[i] && !shown[i]) value += concepts_[i].weight;
      }
      const bool new_field = std::find(shown_fields.begin(), shown_fields.end(), c.snippet.field) == shown_fields.end();
      return std::pair(is_description(c.snippet.field) && new_field, value);
    };
    const auto best = std::max_element(candidates.begin(), candidates.end(),
                                       [&](const Candidate& a, const Candidate& b) { return worth(a) < worth(b); });
    for (std::size_t i = 0; i < concepts_.size(); ++i) shown[i] = shown[i] || best->concepts[i];
    shown_fields.push_back(best->snippet.field);
    const std::string text = best->snippet.text;
    hit.snippets.push_back(std::move(best->snippet));
    std::erase_if(candidates, [&](const Candidate& c) { return c.snippet.text.empty() || c.snippet.text == text; });
  }
  for (std::size_t i = 0; i < concepts_.size(); ++i) {
    const std::string& text = concepts_[i].text;
    if (matched[i] && std::find(hit.matched.begin(), hit.matched.end(), text) == hit.matched.end()) {
      hit.matched.push_back(text);
    }
  }
}

}  // namespace trialsift::search
