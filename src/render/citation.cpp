// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/citation.hpp"

#include <algorithm>

#include "render/formats.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/model/vocabulary.hpp"

namespace trialsift::render {
namespace {

using model::Trial;

/// Whatever some reader of lines takes for the end of one, and tabs.
bool ends_line(char32_t c) {
  return (c >= '\t' && c <= '\r') || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

std::string with_id(const std::string& text, const Trial& trial) {
  return text.empty() ? trial.id.text() : text + " (" + trial.id.text() + ")";
}

std::string short_title(const Trial& trial) {
  std::string title = trial.official_title.empty() ? "" : trial.brief_title;
  if (!trial.acronym.empty()) title = title.empty() ? trial.acronym : title + " (" + trial.acronym + ")";
  return title;
}

std::string registry_of(const model::TrialId& id) {
  for (const model::Registry& registry : model::registries()) {
    if (id.text().starts_with(registry.prefix)) return std::string(registry.name);
  }
  return {};
}

std::vector<std::string> keywords_of(const Trial& trial) {
  std::vector<std::string> words;
  std::vector<std::string> folded;
  const auto put = [&](const std::string& text) {
    std::string word = one_line(text);
    std::string key = base::to_lower_ascii(word);
    if (word.empty() || std::find(folded.begin(), folded.end(), key) != folded.end()) return;
    words.push_back(std::move(word));
    folded.push_back(std::move(key));
  };
  for (const std::string& condition : trial.conditions) put(condition);
  for (const std::string& keyword : trial.keywords) put(keyword);
  for (const model::Intervention& intervention : trial.interventions) put(intervention.name);
  return words;
}

/// ASReview knows three labels by these names.
std::string label_note(const std::string& label) {
  for (const std::string_view known : {"relevant", "irrelevant", "not_seen"}) {
    if (label == known) return "ASReview_" + label;
  }
  return one_line(label);
}

std::vector<std::string> notes_of(const SearchReport& report, const search::Hit& hit, bool title_made) {
  const Trial& trial = hit.trial;
  std::vector<std::string> notes;
  const auto put = [&notes](std::string_view name, const std::string& value) {
    if (!value.empty()) notes.push_back(std::string(name) + ": " + value);
  };
  if (title_made) notes.emplace_back("The record has no title: this one is made from its summary");
  put("Status", one_line(model::kStatuses.label_of(trial.status)));
  const auto phase_label = [](const std::string& phase) { return model::kPhases.label_of(phase); };
  put("Phase", one_line(base::joined(trial.phases, ", ", phase_label)));
  if (hit.trial_ids.size() > 1) put("Records", base::joined(hit.trial_ids));
  put("Rank", std::to_string(hit.rank));
  put("Score", score_text(hit.score));
  put("Query", one_line(report.query_id));
  if (!hit.snippets.empty()) put("Best sentence, " + hit.snippets[0].field, one_line(hit.snippets[0].text));
  if (!report.chosen.label.empty()) notes.push_back(label_note(report.chosen.label));
  return notes;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string spaced;
  spaced.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, at);
    base::append_utf8(spaced, ends_line(c.value) ? U' ' : c.value);
    at += c.length;
  }
  return base::collapse_space(base::printable(spaced));
}

Citation cite(const SearchReport& report, const search::Hit& hit) {
  const Trial& trial = hit.trial;
  const std::string& given = trial.official_title.empty() ? trial.brief_title : trial.official_title;
  const bool made = given.empty();
  Citation citation;
  citation.title = one_line(made ? with_id(trial.title(), trial) : given);
  citation.short_title = one_line(short_title(trial));
  citation.author = one_line(trial.lead_sponsor);
  citation.date = trial.first_posted;
  citation.abstract = one_line(trial.brief_summary + " " + trial.detailed_description);
  citation.keywords = keywords_of(trial);
  citation.url = hit.id.link();
  citation.registry = registry_of(hit.id);
  citation.notes = notes_of(report, hit, made);
  return citation;
}

}  // namespace trialsift::render
