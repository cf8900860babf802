// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/wrapped_text.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

constexpr std::size_t kColumns = 100;

std::size_t columns(std::string_view line) {
  return static_cast<std::size_t>(
      std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

std::string_view without_end(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\r' || line.back() == '\t')) line.remove_suffix(1);
  return line;
}

std::size_t indentation(std::string_view line) {
  return std::min(line.find_first_not_of(" \t"), line.size());
}

/// "-  " or "12. " at the start of a line's text.
bool is_item(std::string_view text) {
  if (text.starts_with("- ") || text == "-") return true;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  constexpr std::size_t kDigitsMax = 3;
  return digits > 0 && digits <= kDigitsMax && text.substr(digits).starts_with(". ");
}

class Paragraphs {
 public:
  void add(std::string_view line) {
    const std::size_t indent = indentation(line);
    const std::string_view text = line.substr(indent);
    if (text.empty()) {
      open_ = false;
      return;
    }
    if (!open_ || text.starts_with("-  "))
      begin(indent, is_item(text));
    else
      out_.push_back(' ');
    out_ += base::collapse_space(text);
  }

  std::string take() { return std::move(out_); }

 private:
  void begin(std::size_t indent, bool item) {
    if (!out_.empty()) out_ += item && in_items_ ? "\n" : "\n\n";
    if (item) {
      while (!levels_.empty() && levels_.back() >= indent) levels_.pop_back();
      out_.append(2 * levels_.size(), ' ');
      levels_.push_back(indent);
    } else {
      levels_.clear();
    }
    in_items_ = item;
    open_ = true;
  }

  std::string out_;
  std::vector<std::size_t> levels_;  ///< indentations of the items around the next one
  bool in_items_ = false;
  bool open_ = false;
};

}  // namespace

std::string unwrapped(std::string_view text) {
  std::vector<std::string_view> lines = base::split(text, '\n');
  for (std::string_view& line : lines) line = without_end(line);
  if (std::any_of(lines.begin(), lines.end(), [](std::string_view line) { return columns(line) > kColumns; })) {
    return tidy_lines(text);
  }
  Paragraphs paragraphs;
  for (const std::string_view line : lines) paragraphs.add(line);
  return paragraphs.take();
}

std::string tidy_lines(std::string_view text) {
  std::string out;
  std::size_t breaks = 0;
  for (const std::string_view line : base::split(text, '\n')) {
    const std::string tidy = base::collapse_space(line);
    if (!tidy.empty()) {
      if (!out.empty()) out.append(std::min<std::size_t>(breaks, 2), '\n');
      out += tidy;
      breaks = 0;
    }
    ++breaks;
  }
  return out;
}

}  // namespace trialsift::formats
