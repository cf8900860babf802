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

std::vector<const PlacePlan*> plans_of(const std::vector<Target>& targets) {
  std::vector<const PlacePlan*> plans;
  for (const Target& target : targets) plans.push_back(&target.plan);
  return plans;
}

bool is_description(std::string_view field) {
  return field == "summary" || field == "detailed";
}

}  // namespace

Highlighter::Highlighter(const store::Index& index, const ElementTable& elements, const std::vector<Target>& targets)
    : targets_(targets),
      finder_(elements, plans_of(targets), work_,
              [&](store::Words::Index word) -> PlaceFinder::Slot& { return slots_[index.words().text(word)]; }) {
  FieldMask mask = 0;
  for (const Target& target : targets) mask |= target.plan.fields;
  for (const Field& field : schema::fields()) {
    if ((mask & field_bit(schema::field_number(field))) != 0) fields_.push_back(&field);
  }
}

std::vector<Highlighter::Place> Highlighter::places(std::string_view text, const Field& field) const {
  analysis::analyze(text, tokens_);
  finder_.begin(schema::field_number(field), document_);
  bool any = false;
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const auto slot = slots_.find(tokens_.word(i));
    if (slot == slots_.end()) {
      finder_.skip();
    } else {
      finder_.see(slot->second);
      any = true;
    }
  }
  finder_.end();
  std::vector<Place> found;
  if (!any) return found;
  PlaceSpans marks;
  for (std::size_t number = 0; number < targets_.size(); ++number) {
    marks.clear();
    finder_.add_marks(targets_[number].plan, finder_.spans(targets_[number].plan), marks);
    for (const PlaceSpan& mark : marks) {
      found.push_back({number, tokens_.tokens[mark.begin].begin, tokens_.tokens[mark.end].end});
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const Place& a, const Place& b) { return a.begin < b.begin; });
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
    candidate.targets.assign(targets_.size(), false);
    std::size_t first = sentence.end;
    for (const Place& place : all) {
      if (place.begin < sentence.begin || place.begin >= sentence.end) continue;
      const bool repeated = candidate.targets[place.target];
      candidate.score += targets_[place.target].weight * (repeated ? kRepeatShare : 1);
      candidate.targets[place.target] = true;
      matched[place.target] = true;
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

void Highlighter::fill(Hit& hit, store::DocId document, std::size_t most_snippets) const {
  work_.start();
  document_ = document;
  std::vector<bool> matched(targets_.size(), false);
  std::vector<Candidate> candidates;
  std::vector<std::string_view> texts;
  for (const Field* field : fields_) {
    texts.clear();
    field->texts(hit.trial, texts);
    for (const std::string_view text : texts) {
      if (field->name == "title") {
        for (const Place& place : places(text, *field)) matched[place.target] = true;
      } else {
        add_sentences(text, *field, candidates, matched);
      }
    }
  }
  const std::string title = hit.trial.title();
  const Field& title_field = *schema::find_field("title");
  hit.title = marked(title, 0, title.size(), places(title, title_field), title_field);

  std::vector<bool> shown(targets_.size(), false);
  std::vector<std::string> shown_fields;
  while (hit.snippets.size() < most_snippets && !candidates.empty()) {
    // New concepts count in full, shown ones little; a description not yet shown goes before other fields.
    const auto worth = [&](const Candidate& c) {
      double value = c.score * kRepeatShare;
      for (std::size_t i = 0; i < targets_.size(); ++i) {
        if (c.targets[i] && !shown[i]) value += targets_[i].weight;
      }
      const bool new_field = std::find(shown_fields.begin(), shown_fields.end(), c.snippet.field) == shown_fields.end();
      return std::pair(is_description(c.snippet.field) && new_field, value);
    };
    const auto best = std::max_element(candidates.begin(), candidates.end(),
                                       [&](const Candidate& a, const Candidate& b) { return worth(a) < worth(b); });
    for (std::size_t i = 0; i < targets_.size(); ++i) shown[i] = shown[i] || best->targets[i];
    shown_fields.push_back(best->snippet.field);
    const std::string text = best->snippet.text;
    hit.snippets.push_back(std::move(best->snippet));
    std::erase_if(candidates, [&](const Candidate& c) { return c.snippet.text.empty() || c.snippet.text == text; });
  }
  for (std::size_t i = 0; i < targets_.size(); ++i) {
    const std::string& text = targets_[i].text;
    if (matched[i] && std::find(hit.matched.begin(), hit.matched.end(), text) == hit.matched.end()) {
      hit.matched.push_back(text);
    }
  }
}

}  // namespace trialsift::search
