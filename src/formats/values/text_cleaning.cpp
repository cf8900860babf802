// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/values/text_cleaning.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <cstring>

#include "formats/bytes/windows1252.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

struct Entity {
  std::string_view name;
  char32_t value;
};

/// Sorted by name: looked up by bisection. gte and lte are no HTML, but registries' texts have them.
constexpr std::array kEntities = {
    Entity{"Alpha", 0x391},  Entity{"Beta", 0x392},    Entity{"Delta", 0x394},  Entity{"Gamma", 0x393},
    Entity{"Omega", 0x3A9},  Entity{"Sigma", 0x3A3},   Entity{"aacute", 0xE1},  Entity{"agrave", 0xE0},
    Entity{"alpha", 0x3B1},  Entity{"amp", '&'},       Entity{"apos", '\''},    Entity{"asymp", 0x2248},
    Entity{"auml", 0xE4},    Entity{"beta", 0x3B2},    Entity{"bull", 0x2022},  Entity{"ccedil", 0xE7},
    Entity{"chi", 0x3C7},    Entity{"copy", 0xA9},     Entity{"deg", 0xB0},     Entity{"delta", 0x3B4},
    Entity{"divide", 0xF7},  Entity{"eacute", 0xE9},   Entity{"egrave", 0xE8},  Entity{"epsilon", 0x3B5},
    Entity{"eq", '='},       Entity{"eta", 0x3B7},     Entity{"frac12", 0xBD},  Entity{"frac14", 0xBC},
    Entity{"frac34", 0xBE},  Entity{"gamma", 0x3B3},   Entity{"ge", 0x2265},    Entity{"gt", '>'},
    Entity{"gte", 0x2265},   Entity{"hellip", 0x2026}, Entity{"infin", 0x221E}, Entity{"kappa", 0x3BA},
    Entity{"lambda", 0x3BB}, Entity{"ldquo", 0x201C},  Entity{"le", 0x2264},    Entity{"lsquo", 0x2018},
    Entity{"lt", '<'},       Entity{"lte", 0x2264},    Entity{"mdash", 0x2014}, Entity{"micro", 0xB5},
    Entity{"middot", 0xB7},  Entity{"minus", 0x2212},  Entity{"mu", 0x3BC},     Entity{"nbsp", 0xA0},
    Entity{"ndash", 0x2013}, Entity{"ne", 0x2260},     Entity{"ntilde", 0xF1},  Entity{"omega", 0x3C9},
    Entity{"ouml", 0xF6},    Entity{"phi", 0x3C6},     Entity{"pi", 0x3C0},     Entity{"plusmn", 0xB1},
    Entity{"psi", 0x3C8},    Entity{"quot", '"'},      Entity{"rarr", 0x2192},  Entity{"rdquo", 0x201D},
    Entity{"reg", 0xAE},     Entity{"rho", 0x3C1},     Entity{"rsquo", 0x2019}, Entity{"sigma", 0x3C3},
    Entity{"sup1", 0xB9},    Entity{"sup2", 0xB2},     Entity{"sup3", 0xB3},    Entity{"szlig", 0xDF},
    Entity{"tau", 0x3C4},    Entity{"theta", 0x3B8},   Entity{"times", 0xD7},   Entity{"trade", 0x2122},
    Entity{"uuml", 0xFC},
};
static_assert(std::is_sorted(kEntities.begin(), kEntities.end(),
                             [](const Entity& a, const Entity& b) { return a.name < b.name; }));
constexpr std::size_t kEntityNameMax = 10;

constexpr char32_t kByteOrderMark = 0xFEFF;
constexpr std::string_view kByteOrderMarkBytes = "\xEF\xBB\xBF";

using base::is_digit;
using base::is_letter;

bool is_punctuation(char c) {
  return c > ' ' && c < 0x7F && !is_digit(c) && !is_letter(c);
}

struct Decoded {
  std::size_t length;  ///< of the whole reference; 0 if it is none
  char32_t value;
};

Decoded numeric_reference(std::string_view text, std::size_t semicolon) {
  const bool hexadecimal = text[2] == 'x' || text[2] == 'X';
  const char* const first = text.data() + (hexadecimal ? 3 : 2);
  const char* const last = text.data() + semicolon;
  std::uint32_t number = 0;
  const auto [stop, error] = std::from_chars(first, last, number, hexadecimal ? 16 : 10);
  if (first == last || stop != last || error != std::errc()) return {0, 0};
  // HTML 5 reads &#128; to &#159; as the bytes of Windows-1252.
  if (number >= 0x80 && number < 0xA0) number = windows1252(static_cast<unsigned char>(number));
  if (number < 0x20 && number != '\n') number = ' ';
  return {semicolon + 1, number};
}

/// `text` starts with an ampersand.
Decoded reference(std::string_view text) {
  const std::size_t semicolon = text.substr(0, kEntityNameMax + 2).find(';');
  if (semicolon == std::string_view::npos || semicolon < 3) return {0, 0};
  if (text[1] == '#') return numeric_reference(text, semicolon);
  const std::string_view name = text.substr(1, semicolon - 1);
  const auto* const row = std::lower_bound(kEntities.begin(), kEntities.end(), name,
                                           [](const Entity& entity, std::string_view n) { return entity.name < n; });
  if (row == kEntities.end() || row->name != name) return {0, 0};
  return {semicolon + 1, row->value};
}

bool holds(std::string_view text, char c) {
  return std::memchr(text.data(), c, text.size()) != nullptr;
}

bool is_clean(std::string_view text) {
  return text.empty() || (!holds(text, '\\') && !holds(text, '&') && !holds(text, '\r') && !holds(text, '\xEF'));
}

}  // namespace

std::string clean_text(std::string_view text) {
  text = base::trim(text);
  if (is_clean(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;
  const auto replace = [&](std::size_t at, std::size_t length) {
    out.append(text, copied, at - copied);
    copied = at + length;
  };
  for (std::size_t at = 0; at < text.size(); at = std::max(at + 1, copied)) {
    switch (text[at]) {
      case '\\':
        if (at + 1 < text.size() && is_punctuation(text[at + 1])) {
          replace(at, 1);
          // The registry escapes every ampersand that was typed: "\&lt;" is still meant as "<".
          if (text[at + 1] != '&') ++at;
        }
        break;
      case '&':
        if (const Decoded decoded = reference(text.substr(at)); decoded.length > 0) {
          replace(at, decoded.length);
          if (decoded.value != kByteOrderMark) base::append_utf8(out, decoded.value);
        }
        break;
      case '\r':
        replace(at, at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 1);
        out.push_back('\n');
        break;
      case '\xEF':
        if (text.substr(at).starts_with(kByteOrderMarkBytes)) replace(at, kByteOrderMarkBytes.size());
        break;
      default:
        break;
    }
  }
  replace(text.size(), 0);
  const std::string_view trimmed = base::trim(out);
  return trimmed.size() == out.size() ? out : std::string(trimmed);
}

}  // namespace trialsift::formats
