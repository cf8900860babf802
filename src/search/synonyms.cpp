// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/search/synonyms.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/analysis/stemmer.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::search {
namespace {

/// Longer terms are sentences.
constexpr std::size_t kMostWords = 12;

// Columns that a header may name: the term itself and others for it. A column "scope" tells exact synonyms from others.
constexpr std::array<std::string_view, 5> kTermColumns{"name", "term", "generic", "preferred", "label"};
constexpr std::array<std::string_view, 6> kSynonymColumns{"synonym", "synonyms", "brand",
                                                          "alias",   "aliases",  "variant"};

std::string_view without_line_end(std::string_view line) {
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

template <std::size_t n>
std::optional<std::size_t> column(const std::vector<std::string_view>& header,
                                  const std::array<std::string_view, n>& names) {
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string name = base::to_lower_ascii(base::trim(header[i]));
    if (std::find(names.begin(), names.end(), name) != names.end()) return i;
  }
  return std::nullopt;
}

/// The text of an OBO value: what stands between its first quotes, without the marks of escapes.
std::string quoted(std::string_view value) {
  std::string text;
  const std::size_t begin = value.find('"');
  for (std::size_t at = begin + 1; begin != std::string_view::npos && at < value.size() && value[at] != '"'; ++at) {
    if (value[at] == '\\' && at + 1 < value.size()) ++at;
    text += value[at];
  }
  return text;
}

}  // namespace

Synonyms Synonyms::read(const base::Path& path) {
  std::string text;
  try {
    text = base::read_file(path);
  } catch (const base::Error& error) {
    throw base::Error(base::ErrorCode::kInputUnreadable, error.what());
  }
  return parse(text, path.filename().string());
}

Synonyms Synonyms::parse(std::string_view text, std::string name) {
  Synonyms synonyms(std::move(name));
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  if (text.find("\n[Term]") != std::string_view::npos || text.starts_with("[Term]")) {
    synonyms.parse_obo(text);
  } else if (text.find('\t') != std::string_view::npos) {
    synonyms.parse_table(text);
  } else {
    synonyms.parse_lines(text);
  }
  if (synonyms.groups_.empty()) {
    throw base::Error(base::ErrorCode::kInputUnreadable, "there are no synonyms in " + synonyms.name_,
                      "one line for terms that mean the same, tabs between; \"term: synonym, synonym\"; or OBO");
  }
  return synonyms;
}

const std::vector<std::uint32_t>& Synonyms::groups_with(const std::string& stems) const {
  static const std::vector<std::uint32_t> kNone;
  const auto found = by_stems_.find(stems);
  return found == by_stems_.end() ? kNone : found->second;
}

void Synonyms::add(const std::vector<std::string>& terms) {
  static thread_local const analysis::Stemmer stemmer;
  std::vector<Term> group;
  for (const std::string& text : terms) {
    Term term{base::collapse_space(text), "", analysis::words_of(text)};
    if (term.words.empty() || term.words.size() > kMostWords) continue;
    term.stems = base::joined(term.words, " ", [](const std::string& word) { return stemmer.stem(word); });
    const auto same = [&](const Term& other) { return other.stems == term.stems; };
    if (std::none_of(group.begin(), group.end(), same)) group.push_back(std::move(term));
  }
  if (group.size() < 2) return;
  const auto number = static_cast<std::uint32_t>(groups_.size());
  for (const Term& term : group) {
    by_stems_[term.stems].push_back(number);
    longest_ = std::max(longest_, term.words.size());
  }
  groups_.push_back(std::move(group));
}

void Synonyms::parse_obo(std::string_view text) {
  std::vector<std::string> terms;
  bool in_term = false;
  bool obsolete = false;
  const auto end_term = [&] {
    if (in_term && !obsolete) add(terms);
    terms.clear();
    obsolete = false;
  };
  for (std::string_view line : base::split(text, '\n')) {
    line = base::trim(without_line_end(line));
    if (line.starts_with("[")) {
      end_term();
      in_term = line == "[Term]";
    } else if (line.starts_with("name:")) {
      terms.insert(terms.begin(), std::string(base::trim(line.substr(5))));
    } else if (line.starts_with("synonym:")) {
      const std::size_t end = line.rfind('"');
      const bool exact = end != std::string_view::npos && base::trim(line.substr(end + 1)).starts_with("EXACT");
      if (exact) terms.push_back(quoted(line));
    } else if (line.starts_with("is_obsolete: true")) {
      obsolete = true;
    }
  }
  end_term();
}

void Synonyms::parse_table(std::string_view text) {
  std::vector<std::string_view> lines = base::split(text, '\n');
  const std::vector<std::string_view> header = base::split(without_line_end(lines.front()), '\t');
  const std::optional<std::size_t> term = column(header, kTermColumns);
  const std::optional<std::size_t> synonym = column(header, kSynonymColumns);
  const std::optional<std::size_t> scope = column(header, std::array<std::string_view, 1>{"scope"});
  const bool named = term && synonym;
  // Lines of one term need not stand together.
  std::vector<std::vector<std::string>> groups;
  std::unordered_map<std::string, std::size_t> group_of;
  for (std::size_t i = named ? 1 : 0; i < lines.size(); ++i) {
    const std::vector<std::string_view> cells = base::split(without_line_end(lines[i]), '\t');
    if (!named) {
      std::vector<std::string> terms;
      for (const std::string_view cell : cells) terms.emplace_back(cell);
      add(terms);
      continue;
    }
    if (*term >= cells.size() || *synonym >= cells.size()) continue;
    if (scope && *scope < cells.size() && base::to_lower_ascii(base::trim(cells[*scope])) != "exact") continue;
    const auto [place, fresh] = group_of.try_emplace(std::string(cells[*term]), groups.size());
    if (fresh) groups.push_back({std::string(cells[*term])});
    for (const std::string_view each : base::split(cells[*synonym], '|')) groups[place->second].emplace_back(each);
  }
  for (const std::vector<std::string>& group : groups) add(group);
}

void Synonyms::parse_lines(std::string_view text) {
  for (std::string_view line : base::split(text, '\n')) {
    line = base::trim(without_line_end(line));
    const std::size_t mark = line.find_first_of(":=");
    if (line.empty() || line.front() == '#' || mark == std::string_view::npos) continue;
    std::vector<std::string> terms{std::string(line.substr(0, mark))};
    for (const std::string_view each : base::split(line.substr(mark + 1), ',')) terms.emplace_back(each);
    add(terms);
  }
}

}  // namespace trialsift::search
