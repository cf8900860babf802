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
    case Ink::kHeading:
      return "\x1b[1;4m";
    case Ink::kId:
      return "\x1b[35m";
    case Ink::kMark:
      return "\x1b[1;31m";
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

/// Signs that end a phrase of Chinese or Japanese: no line begins with one.
bool clings(char32_t c) {
  constexpr std::u32string_view kClosing = U"\u3001\u3002\u300D\u300F\u3011\uFF01\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F";
  return kClosing.find(c) != std::u32string_view::npos;
}

/// Text that no line end comes into, painted piece by piece where marks begin and end inside it.
struct Word {
  bool after_blank = false;
  std::string painted;
  std::size_t width = 0;
};

/// Cuts text into words: at blanks, around ideographs, which may stand at any line's end, and where `room` is full.
class Cutter {
 public:
  Cutter(std::size_t room, Ink ink, const Style& style) : room_(room), ink_(ink), style_(style) {}

  void blank() {
    flush();
    open_ = false;
    blank_ = true;
  }

  void add(char32_t c, bool marked) {
    const std::size_t width = width_of(c);
    const bool wide = width > 1;
    // What takes no column stays with what it is written upon.
    const bool between = (wide || after_wide_) && !clings(c);
    const bool cut = width > 0 && (between || words_.back().width + width > room_);
    if (!open_ || cut) {
      flush();
      words_.push_back({blank_, "", 0});
    } else if (marked != marked_) {
      flush();
    }
    open_ = true;
    blank_ = false;
    marked_ = marked;
    if (width > 0) after_wide_ = wide;
    base::append_utf8(piece_, c);
    words_.back().width += width;
  }

  std::vector<Word> words() && {
    flush();
    words_.erase(words_.begin());
    return std::move(words_);
  }

 private:
  void flush() {
    if (!piece_.empty()) words_.back().painted += painted(piece_, marked_ ? Ink::kMark : ink_, style_);
    piece_.clear();
  }

  std::size_t room_;
  Ink ink_;
  const Style& style_;
  std::vector<Word> words_{Word{}};  ///< an empty one in front, so that there is always a last
  std::string piece_;
  bool open_ = false;
  bool blank_ = false;
  bool marked_ = false;
  bool after_wide_ = false;
};

std::vector<Word> words_of(const std::string& text, const std::vector<search::Mark>& marks, Ink ink, std::size_t room,
                           const Style& style) {
  Cutter cutter(room, ink, style);
  std::size_t number = 0;
  std::size_t mark = 0;
  for (std::size_t at = 0; at < text.size(); ++number) {
    const base::CodePoint c = base::decode_utf8(text, at);
    while (mark < marks.size() && number >= marks[mark].end) ++mark;
    if (is_blank(c.value)) {
      cutter.blank();
    } else {
      cutter.add(c.value, mark < marks.size() && number >= marks[mark].begin);
    }
    at += c.length;
  }
  return std::move(cutter).words();
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
  for (const Word& word : words_of(base::printable(text), marks, ink, room, style)) {
    const std::size_t gap = word.after_blank && used > 0 ? 1 : 0;
    if (used > 0 && used + gap + word.width > room) {
      out += '\n';
      out.append(indent, ' ');
      used = 0;
    } else {
      out.append(gap, ' ');
      used += gap;
    }
    out += word.painted;
    used += word.width;
  }
  return out;
}

std::string shortened(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  std::string out;
  std::size_t used = 1;  // the ellipsis
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, at);
    used += width_of(c.value);
    if (used > width) break;
    base::append_utf8(out, c.value);
    at += c.length;
  }
  return out + "…";
}

}  // namespace trialsift::render
