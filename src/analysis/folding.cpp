// SPDX-License-Identifier: GPL-2.0-or-later
#include "analysis/folding.hpp"

#include <utf8proc.h>

#include <array>
#include <cstdlib>
#include <memory>

#include "trialsift/base/text.hpp"

namespace trialsift::analysis {
namespace {

constexpr char32_t kAlpha = 0x3B1;
constexpr char32_t kOmega = 0x3C9;
constexpr char32_t kMu = 0x3BC;

constexpr std::array<std::string_view, kOmega - kAlpha + 1> kGreekNames = {
    "alpha", "beta",    "gamma", "delta", "epsilon", "zeta",  "eta", "theta",   "iota", "kappa", "lambda", "mu",   "nu",
    "xi",    "omicron", "pi",    "rho",   "sigma",   "sigma", "tau", "upsilon", "phi",  "chi",   "psi",    "omega"};

struct Letter {
  char32_t from;
  std::string_view to;
};

/// Letters that Unicode does not decompose but that people type without.
constexpr Letter kLetters[] = {{0xE6, "ae"}, {0xF8, "o"},  {0x153, "oe"}, {0x111, "d"},
                               {0x142, "l"}, {0x131, "i"}, {0xFE, "th"},  {0xF0, "d"}};

bool is_greek(char32_t c) {
  return c >= kAlpha && c <= kOmega;
}

bool is_word_category(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return true;
    default:
      return false;
  }
}

bool is_ideograph(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

/// Inside a word their compatibility forms would be glued to the number before: 1½ would be 11 and 2.
bool is_fraction(char32_t c) {
  return (c >= 0xBC && c <= 0xBE) || (c >= 0x2150 && c <= 0x215F) || c == 0x2189;
}

std::u32string decoded(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode_utf8(text, at);
    points.push_back(point.value);
    at += point.length;
  }
  return points;
}

std::string unicode_folded(std::string_view word) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size = utf8proc_map(
      reinterpret_cast<const utf8proc_uint8_t*>(word.data()), static_cast<utf8proc_ssize_t>(word.size()), &mapped,
      static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK |
                                     UTF8PROC_IGNORE | UTF8PROC_STABLE));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(mapped, &std::free);
  if (size < 0) return std::string(word);
  return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(size)};
}

/// Three Greek letters in a row are Greek prose, not symbols.
bool is_greek_prose(const std::u32string& points) {
  std::size_t run = 0;
  for (const char32_t c : points) {
    run = is_greek(c) ? run + 1 : 0;
    if (run == 3) return true;
  }
  return false;
}

}  // namespace

CharClass classify(char32_t c) {
  switch (c) {
    case 0xAD:
    case 0xAE:
    case 0xA9:
    case 0x2122:
    case 0x2120:
    case 0x200B:
    case 0x200C:
    case 0x200D:
    case 0x2060:
    case 0x3099:  // voicing marks of kana: folding strips those of composed letters too
    case 0x309A:
    case 0xFEFF:
      return CharClass::kInvisible;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
    case 0xFE63:
    case 0xFF0D:
      return CharClass::kHyphen;
    case 0x2018:
    case 0x2019:
    case 0x2BC:
    case 0xB4:
      return CharClass::kApostrophe;
    default:
      break;
  }
  if (!is_word_category(c)) return CharClass::kSeparator;
  return is_ideograph(c) || is_fraction(c) ? CharClass::kAlone : CharClass::kWord;
}

std::string fold_word(std::string_view word) {
  const std::u32string points = decoded(unicode_folded(word));
  const bool prose = is_greek_prose(points);
  std::string out;
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char32_t c = points[i];
    if (is_greek(c) && !prose) {
      const bool begins = i == 0 || base::is_digit(points[i - 1]);
      const bool unit = c == kMu && begins && i + 1 < points.size() && base::is_lower(points[i + 1]);
      out += unit ? std::string_view("u") : kGreekNames[c - kAlpha];
      continue;
    }
    bool replaced = false;
    for (const Letter& letter : kLetters) {
      if (letter.from != c) continue;
      out += letter.to;
      replaced = true;
    }
    if (replaced) continue;
    const bool word_char =
        c < 0x80 ? base::is_lower(c) || base::is_digit(c) : classify(c) == CharClass::kWord || is_ideograph(c);
    if (word_char) {
      base::append_utf8(out, c);
    } else {
      out.push_back(' ');
    }
  }
  return out;
}

}  // namespace trialsift::analysis
