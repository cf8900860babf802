// SPDX-License-Identifier: GPL-2.0-or-later
#include "render/layout.hpp"

#include <utf8proc.h>

#include <algorithm>

#include "trialsift/base/text.hpp"

namespace trialsift::render {
namespace {

constexpr std::size_t kNarrowestColumns = 20;

std::string_view code_of(Ink ink) {
  switch (ink) {
    case Ink::kPlain:
      return "";
    case Ink::kBold:
      return "\x1b[1m";
    case Ink::kDim:
      return "\x1b[2m";
    case Ink::kId:
      return "\x1b[36m";
    case Ink::kMark:
      return "\x1b[1;33m";
  }
  return "";
}

std::size_t width_of(char32_t c) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
  return width > 0 ? static_cast<std::size_t>(width) : 0;
}

bool is_blank(char32_t c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// A run of text without blanks, painted piece by piece where marks begin and end inside it.
struct Word {
  std::string painted;
  std::size_t width = 0;
};

std::vector<Word> words_of(const std::string& text, const std::vector<search::Mark>& marks, Ink ink,
                           const Style& style) {
  std::vector<Word> words;
  std::string piece;
  bool piece_marked = false;
  bool open = false;
  const auto flush_piece = [&] {
    if (!piece.empty()) words.back().painted += painted(piece, piece_marked ? Ink::kMark : ink, style);
    piece.clear();
  };
  std::size_t number = 0;
  std::size_t mark = 0;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const base::CodePoint c = base::decode_utf8(text, at);
    while (mark < marks.size() && number >= marks[mark].end) ++mark;
    const bool marked = mark < marks.size() && number >= marks[mark].begin;
    if (is_blank(c.value)) {
      if (open) flush_piece();
      open = false;
    } else {
      if (!open) {
        words.emplace_back();
        open = true;
        piece_marked = marked;
      } else if (marked != piece_marked) {
        flush_piece();
        piece_marked = marked;
      }
      base::append_utf8(piece, c.value);
      words.back().width += width_of(c.value);
    }
    at += c.length;
  }
  if (open) flush_piece();
  return words;
}

}  // namespace

std::string painted(std::string_view text, Ink ink, const Style& style) {
  if (!style.color || ink == Ink::kPlain || text.empty()) return std::string(text);
  return std::string(code_of(ink)) + std::string(text) + "\x1b[0m";
}

std::string linked(std::string_view text, std::string_view url, const Style& style) {
  if (!style.links || url.empty()) return std::string(text);
  return "\x1b]8;;" + std::string(url) + "\x1b\\" + std::string(text) + "\x1b]8;;\x1b\\";
}

std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, at);
    sum += width_of(c.value);
    at += c.length;
  }
  return sum;
}

std::string wrapped(std::string_view text, const std::vector<search::Mark>& marks, std::size_t indent, Ink ink,
                    const Style& style) {
  const std::size_t room =
      style.width == 0 ? static_cast<std::size_t>(-1) : std::max(style.width, indent + kNarrowestColumns) - indent;
  std::string out;
  std::size_t used = 0;
  for (const Word& word : words_of(base::printable(text), marks, ink, style)) {
    if (used > 0 && used + 1 + word.width > room) {
      out += '\n';
      out.append(indent, ' ');
      used = 0;
    } else if (used > 0) {
      out += ' ';
      ++used;
    }
    out += word.painted;
    used += word.width;
  }
  return out;
}

}  // namespace trialsift::render
