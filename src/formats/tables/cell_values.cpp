// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/tables/cell_values.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "formats/values/text_cleaning.hpp"
#include "formats/values/trial_values.hpp"
#include "formats/values/wrapped_text.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

std::string utf8(std::string_view cell) {
  std::string text(cell);
  if (!base::is_utf8(text)) base::repair_utf8(text);
  return text;
}

/// Some exports of AACT have "~" in the place of each line end; a tilde of the text has a blank before it: "in ~6
/// weeks".
void restore_line_ends(std::string& text) {
  if (text.find('\n') != std::string::npos) return;
  for (std::size_t at = text.find('~'); at != std::string::npos; at = text.find('~', at + 1)) {
    const char before = at == 0 ? ' ' : text[at - 1];
    if (before != ' ' && before != '(' && before != '\\') text[at] = '\n';
  }
}

/// The strings of a list as Python prints it; nothing if the text is none.
std::optional<std::vector<std::string>> python_list(std::string_view text) {
  if (text.size() < 2 || text.front() != '[' || text.back() != ']') return std::nullopt;
  text = text.substr(1, text.size() - 2);
  std::vector<std::string> items;
  while (true) {
    text = text.substr(std::min(text.find_first_not_of(" ,"), text.size()));
    if (text.empty()) return items;
    const char quote = text.front();
    if (quote != '\'' && quote != '"') return std::nullopt;
    std::string item;
    std::size_t at = 1;
    for (; at < text.size() && text[at] != quote; ++at) {
      if (text[at] == '\\' && at + 1 < text.size()) ++at;
      item.push_back(text[at]);
    }
    if (at == text.size()) return std::nullopt;
    items.push_back(std::move(item));
    text.remove_prefix(at + 1);
  }
}

}  // namespace

std::string_view cell_value(std::string_view cell) {
  cell = base::trim(cell);
  constexpr std::array<std::string_view, 5> kNone = {"null", "NULL", "nan", "NaN", kNoCell};
  return std::find(kNone.begin(), kNone.end(), cell) == kNone.end() ? cell : std::string_view();
}

std::string squeezed_name(std::string_view name) {
  std::string out;
  for (const char c : base::to_lower_ascii(name)) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) out.push_back(c);
  }
  return out;
}

std::string cell_line(std::string_view cell) {
  return base::collapse_space(clean_text(utf8(cell_value(cell))));
}

std::string cell_text(std::string_view cell) {
  std::string text = utf8(cell_value(cell));
  restore_line_ends(text);
  constexpr std::string_view kIndented = "\n      ";
  const bool wrapped = text.find(kIndented) != std::string::npos;
  text = clean_text(text);
  return wrapped ? unwrapped(text) : text;
}

std::vector<std::string> cell_list(std::string_view cell) {
  cell = cell_value(cell);
  std::vector<std::string> list;
  if (const auto items = python_list(cell)) {
    for (const std::string& item : *items) add_once(list, cell_line(item));
    return list;
  }
  for (const std::string_view item : base::split(cell, '|')) add_once(list, cell_line(item));
  return list;
}

std::string cell_key(const model::Vocabulary& vocabulary, std::string_view cell) {
  thread_local std::vector<std::pair<const model::Vocabulary*, KeyMemo>> memos;
  auto memo = std::find_if(memos.begin(), memos.end(), [&](const auto& one) { return one.first == &vocabulary; });
  if (memo == memos.end()) memo = memos.emplace(memo, &vocabulary, vocabulary);
  return memo->second(utf8(cell_value(cell)));
}

std::string cell_yes_no(std::string_view cell) {
  return cell_key(model::kYesNo, cell);
}

}  // namespace trialsift::formats
