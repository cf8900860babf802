// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/written_text.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

constexpr char32_t kLatin = 0xC0;
constexpr char32_t kLatinEnd = 0x180;

/// Letters from U+00C0 to U+017F without their accents; a blank where there is no ASCII letter to name.
constexpr std::string_view kBare =
    "aaaaaaaceeeeiiii"
    "dnooooo ouuuuyts"
    "aaaaaaaceeeeiiii"
    "dnooooo ouuuuyty"
    "aaaaaaccccccccdd"
    "ddeeeeeeeeeegggg"
    "gggghhhhiiiiiiii"
    "iiiijjkkklllllll"
    "lllnnnnnnnnnoooo"
    "oooorrrrrrssssss"
    "ssttttttuuuuuuuu"
    "uuuuwwyyyzzzzzzs";
static_assert(kBare.size() == kLatinEnd - kLatin);

struct Replacement {
  char32_t from;
  std::string_view to;
};
constexpr std::array kReplacements = {
    Replacement{0xA0, " "},         Replacement{0xA9, ""},     Replacement{0xAE, ""},     Replacement{0xDF, "ss"},
    Replacement{0x200B, ""},        Replacement{0x202F, " "},  Replacement{0x2044, "/"},  Replacement{0x2192, "-"},
    Replacement{0x2212, "-"},       Replacement{0x2215, "/"},  Replacement{0x223C, "~"},  Replacement{0x2264, "<="},
    Replacement{0x2265, ">="},      Replacement{0x2266, "<="}, Replacement{0x2267, ">="}, Replacement{0x2A7D, "<="},
    Replacement{0x2A7E, ">="},      Replacement{0x3000, " "},  Replacement{0x3001, ","},  Replacement{0x301C, "~"},
    Replacement{0x671F, " phase "}, Replacement{0xFEFF, ""},
};

constexpr std::array<std::string_view, 4> kRoman = {"i", "ii", "iii", "iv"};

bool between(char32_t c, char32_t first, char32_t last) {
  return c >= first && c <= last;
}

/// One code point that is no ASCII, in plain writing.
void append_plain(std::string& out, char32_t c) {
  const auto* const row =
      std::find_if(kReplacements.begin(), kReplacements.end(), [c](const Replacement& r) { return r.from == c; });
  if (row != kReplacements.end()) {
    out += row->to;
  } else if (between(c, kLatin, kLatinEnd - 1)) {
    out.push_back(kBare[c - kLatin]);
  } else if (between(c, 0x2000, 0x200A)) {
    out.push_back(' ');
  } else if (between(c, 0x2010, 0x2015)) {
    out.push_back('-');
  } else if (between(c, 0x2018, 0x201B)) {
    out.push_back('\'');
  } else if (between(c, 0x2160, 0x2163) || between(c, 0x2170, 0x2173)) {
    out += kRoman.at(c & 0xFU);
  } else if (between(c, 0xFF01, 0xFF5E)) {
    out.push_back(base::to_lower(static_cast<char>(c - 0xFF01 + '!')));
  } else {
    base::append_utf8(out, c);
  }
}

/// The length of a <br> that `text` begins with, or 0.
std::size_t line_break_tag(std::string_view text) {
  constexpr std::size_t kTagMax = 6;
  if (text.size() < 4 || text[0] != '<' || base::to_lower(text[1]) != 'b' || base::to_lower(text[2]) != 'r') return 0;
  const std::size_t close = text.substr(0, kTagMax).find('>');
  return close == std::string_view::npos ? 0 : close + 1;
}

bool is_word_byte(char c) {
  return base::is_letter(c) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string squeezed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (static_cast<unsigned char>(c) < 0x80) {
      if (base::is_letter(c) || base::is_digit(c)) out.push_back(base::to_lower(c));
      ++at;
      continue;
    }
    const base::CodePoint point = base::decode_utf8(text, at);
    const std::size_t before = out.size();
    append_plain(out, point.value);
    const bool sign = out.size() == before + 1 && !base::is_letter(out.back()) && !base::is_digit(out.back());
    if (sign || (out.size() == before + 2 && out.back() == '=')) out.resize(before);
    at += point.length;
  }
  return out;
}

std::string plain_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (const std::size_t tag = line_break_tag(text.substr(at)); tag > 0) {
      out.push_back('\n');
      at += tag;
    } else if (static_cast<unsigned char>(c) < 0x80) {
      out.push_back(c == '\t' || c == '\r' ? ' ' : base::to_lower(c));
      ++at;
    } else {
      const base::CodePoint point = base::decode_utf8(text, at);
      append_plain(out, point.value);
      at += point.length;
    }
  }
  return std::string(base::trim(out));
}

std::vector<WrittenToken> written_tokens(std::string_view plain) {
  using Kind = WrittenToken::Kind;
  std::vector<WrittenToken> tokens;
  std::size_t end = std::string_view::npos;  // of the token before
  for (std::size_t at = 0; at < plain.size();) {
    const char c = plain[at];
    if (c == ' ') {
      ++at;
      continue;
    }
    std::size_t length = 1;
    Kind kind = Kind::kSign;
    if (base::is_digit(c)) {
      kind = Kind::kNumber;
      while (at + length < plain.size() && base::is_digit(plain[at + length])) ++length;
    } else if (is_word_byte(c)) {
      kind = Kind::kWord;
      while (at + length < plain.size() && is_word_byte(plain[at + length])) ++length;
    } else if ((c == '<' || c == '>') && plain.substr(at + 1).starts_with('=')) {
      length = 2;
    }
    tokens.push_back({kind, plain.substr(at, length), at == end});
    at += length;
    end = at;
  }
  return tokens;
}

std::vector<std::string_view> barred(std::string_view list) {
  return list.empty() ? std::vector<std::string_view>() : base::split(list, '|');
}

bool says_nothing(std::string_view squeezed) {
  constexpr std::array<std::string_view, 27> kNothing = {"",
                                                         "nd",
                                                         "null",
                                                         "nil",
                                                         "none",
                                                         "nan",
                                                         "notselected",
                                                         "notspecified",
                                                         "unspecified",
                                                         "notprovided",
                                                         "notavailable",
                                                         "notgiven",
                                                         "notstated",
                                                         "notdefined",
                                                         "undefined",
                                                         "notreported",
                                                         "noinformation",
                                                         "nodata",
                                                         "notselectednotselected",
                                                         "notentered",
                                                         "tobedetermined",
                                                         "tbd",
                                                         "pleaseselect",
                                                         "select",
                                                         "notindicated",
                                                         "missing",
                                                         "notknown"};
  return std::find(kNothing.begin(), kNothing.end(), squeezed) != kNothing.end();
}

bool is_short_label(std::string_view text) {
  constexpr std::size_t kBytesMax = 64;
  constexpr std::ptrdiff_t kBlanksMax = 7;
  text = base::trim(text);
  if (text.empty() || text.size() > kBytesMax || text.find_first_of("\n;|<>{}") != std::string_view::npos) return false;
  if (text.find(": ") != std::string_view::npos || text.find(". ") != std::string_view::npos) return false;
  if (std::count(text.begin(), text.end(), ' ') > kBlanksMax) return false;
  return std::any_of(text.begin(), text.end(), is_word_byte);
}

}  // namespace trialsift::model
