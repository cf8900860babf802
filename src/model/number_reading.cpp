// SPDX-License-Identifier: GPL-2.0-or-later
#include "model/number_reading.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

#include "trialsift/base/text.hpp"
#include "trialsift/model/trial_id.hpp"

namespace trialsift::model {
namespace {

using base::is_digit;
using base::is_letter;

constexpr std::string_view kEuctr = "EUCTR";
constexpr std::string_view kCtis = "CTIS";
constexpr std::string_view kUniversal = "U1111-";
/// What the WHO's platform writes in the place of a country.
constexpr std::string_view kOutside = "-Outside-EU/EEA";
/// What people write in the place of a prefix.
constexpr std::pair<std::string_view, std::string_view> kOtherPrefixes[] = {{"ACTRN", "ANZCTR"},
                                                                            {"JPRN-UMIN", "UMIN-CTR"}};

bool is_alnum(char c) {
  return is_digit(c) || is_letter(c);
}

/// What stands between a prefix and its digits, and between their groups, as people write it.
bool is_gap(char c) {
  return c == ' ' || c == '-' || c == '/' || c == ':' || c == '.' || c == '_' || c == '#';
}

/// The character as the registry writes it, or 0 if it does not fit.
char fitted(char c, char shape) {
  if (shape == '9') return is_digit(c) ? c : '\0';
  if (shape == 'A') return is_alnum(c) ? base::to_upper(c) : '\0';
  if (shape == 'a') return is_alnum(c) ? base::to_lower(c) : '\0';
  return c == shape || base::to_upper(c) == shape ? shape : '\0';
}

/// A number in a text, and where it ends there.
struct Found {
  std::string id;
  std::size_t end = 0;
};

/// Reads the numbers that begin at a place of a text.
class Reading {
 public:
  /// `in_address`: any mark may follow a number.
  Reading(std::string_view text, bool in_address) : text_(text), in_address_(in_address) {}

  /// The longest number that begins at `at`.
  std::optional<Found> at(std::size_t at) const {
    if (at > 0 && is_alnum(text_[at - 1])) return std::nullopt;
    std::optional<Found> best = european(at);
    for (const Registry& registry : registries()) {
      if (registry.prefix == kEuctr || registry.prefix == kCtis) continue;
      for (const std::string_view prefix : prefixes(registry)) {
        if (prefix.empty()) continue;
        std::optional<Found> found = number(at, registry, prefix);
        if (found && (!best || found->end > best->end)) best = std::move(found);
      }
    }
    return best;
  }

 private:
  static std::array<std::string_view, 3> prefixes(const Registry& registry) {
    std::string_view own = registry.prefix;
    own.remove_prefix(registry.left_out.size());
    std::string_view other;
    for (const auto& [prefix, written] : kOtherPrefixes) {
      if (registry.prefix == prefix) other = written;
    }
    return {registry.prefix, registry.left_out.empty() ? std::string_view() : own, other};
  }

  char char_at(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  /// A mark amid other letters or digits is one of a longer number; but another number may stand behind a slash.
  bool ends_at(std::size_t at) const {
    const char c = char_at(at);
    if (is_alnum(c)) return false;
    if (in_address_ || !is_gap(c) || c == ' ' || c == ':' || !is_alnum(char_at(at + 1))) return true;
    return c == '/' && this->at(at + 1).has_value();
  }

  std::size_t after_blanks(std::size_t at) const {
    while (char_at(at) == ' ') ++at;
    return at;
  }

  /// Behind the prefix, without the marks that it may end in.
  std::optional<std::size_t> after_prefix(std::size_t at, std::string_view prefix) const {
    while (is_gap(prefix.back())) prefix.remove_suffix(1);
    for (const char c : prefix) {
      if (is_gap(c)) {
        while (char_at(at) == ' ' || char_at(at) == '-') ++at;
      } else if (base::to_upper(char_at(at)) == base::to_upper(c)) {
        ++at;
      } else {
        return std::nullopt;
      }
    }
    return at;
  }

  /// Behind "No.: " and its like before digits, else behind the one mark that belongs to the prefix.
  std::size_t after_gap(std::size_t at, std::string_view prefix) const {
    constexpr std::size_t kLongest = 4;
    std::size_t end = at;
    for (bool again = true; again;) {
      again = false;
      for (std::size_t i = 0; i < kLongest && is_gap(char_at(end)); ++i) ++end;
      for (const std::string_view word : {"number", "no", "nr", "id"}) {
        if (end == at || base::to_lower_ascii(text_.substr(end, word.size())) != word) continue;
        if (is_letter(char_at(end + word.size()))) continue;
        end += word.size();
        again = true;
        break;
      }
    }
    if (is_digit(char_at(end))) return end;
    return is_gap(prefix.back()) && char_at(at) == prefix.back() ? at + 1 : at;
  }

  /// Behind the mark between two groups.
  std::optional<std::size_t> after_mark(std::size_t at) const {
    const std::size_t mark = after_blanks(at);
    const bool has_mark = is_gap(char_at(mark)) && char_at(mark) != ':' && char_at(mark) != '#';
    if (!has_mark && mark == at) return std::nullopt;
    return after_blanks(has_mark ? mark + 1 : mark);
  }

  std::optional<Found> number(std::size_t at, const Registry& registry, std::string_view prefix) const {
    const std::optional<std::size_t> behind = after_prefix(at, prefix);
    if (!behind) return std::nullopt;
    std::size_t next = after_gap(*behind, prefix);
    if (next == *behind && is_gap(prefix.back()) && !is_digit(char_at(next))) return std::nullopt;
    Found found{std::string(registry.prefix), 0};
    const std::string_view shape = registry.shape;
    // Digits may be written in groups where their number is known.
    const bool is_fixed = shape.find('?') == std::string_view::npos;
    bool is_zero = true;
    for (std::size_t i = 0; i < shape.size(); ++i) {
      if (shape[i] == '?') continue;
      const bool is_optional = i + 1 < shape.size() && shape[i + 1] == '?';
      if (shape[i] == '-' || shape[i] == '/') {
        const std::optional<std::size_t> mark = after_mark(next);
        const bool fits =
            mark && i + 1 < shape.size() && fitted(char_at(*mark), shape[i + (is_optional ? 2 : 1)]) != '\0';
        if (!fits && is_optional) break;  // what follows is left out with it
        if (!fits) return std::nullopt;
        next = *mark;
        found.id.push_back(shape[i]);
        // The groups before are a year and the like.
        if (!is_optional && registry.prefix != kUniversal) is_zero = true;
        continue;
      }
      if (is_fixed && shape[i] == '9' && char_at(next) == ' ' && next > 0 && is_digit(text_[next - 1])) ++next;
      const char c = fitted(char_at(next), shape[i]);
      if (c == '\0') {
        if (is_optional) continue;
        return std::nullopt;
      }
      is_zero = is_zero && (c == '0' || c == 'N');
      found.id.push_back(c);
      ++next;
    }
    if (is_zero || !ends_at(next)) return std::nullopt;
    found.end = next;
    return found;
  }

  /// Reads so many digits; nothing if there are fewer or more.
  std::optional<std::string_view> digits(std::size_t at, std::size_t count) const {
    for (std::size_t i = 0; i < count; ++i) {
      if (!is_digit(char_at(at + i))) return std::nullopt;
    }
    if (is_digit(char_at(at + count))) return std::nullopt;
    return text_.substr(at, count);
  }

  /// Behind the mark between two groups of a European number: without a prefix it is a hyphen.
  std::optional<std::size_t> after_european_mark(std::size_t at, bool has_prefix) const {
    const std::optional<std::size_t> next = after_mark(at);
    if (!has_prefix && char_at(after_blanks(at)) != '-') return std::nullopt;
    return next;
  }

  /// A number of EudraCT, 2012-001234-12, as its register and the WHO's platform write it for a country; or one of
  /// CTIS, 2022-501234-12-00, which counts from 500,000.
  std::optional<Found> european(std::size_t at) const {
    std::string_view prefix;
    std::size_t next = at;
    for (const std::string_view known : {kEuctr, std::string_view("EUDRACT"), std::string_view("EU-CT"), kCtis}) {
      const std::optional<std::size_t> behind = after_prefix(at, known);
      if (!behind) continue;
      prefix = known;
      next = after_gap(*behind, "-");
      break;
    }
    const bool has_prefix = !prefix.empty();
    const std::optional<std::string_view> year = digits(next, 4);
    if (!year || (!has_prefix && !year->starts_with("20"))) return std::nullopt;
    const std::optional<std::size_t> second = after_european_mark(next + 4, has_prefix);
    const std::optional<std::string_view> serial = second ? digits(*second, 6) : std::nullopt;
    if (!serial) return std::nullopt;
    const std::optional<std::size_t> third = after_european_mark(*second + 6, has_prefix);
    const std::optional<std::string_view> check = third ? digits(*third, 2) : std::nullopt;
    if (!check) return std::nullopt;
    const bool is_ctis = serial->front() == '5' && (prefix == kCtis || prefix == "EU-CT" || *year >= "2021");
    if (prefix == kCtis && !is_ctis) return std::nullopt;
    if (*serial == "000000" || *serial == "500000") return std::nullopt;
    Found found{std::string(is_ctis ? kCtis : kEuctr), *third + 2};
    found.id.append(*year).append("-").append(*serial).append("-").append(*check);
    if (is_ctis) {
      add_submission(found);
    } else {
      add_country(found);
    }
    if (!ends_at(found.end)) return std::nullopt;
    return found;
  }

  void add_submission(Found& found) const {
    const std::optional<std::size_t> next = after_mark(found.end);
    if (!next || char_at(after_blanks(found.end)) != '-') return;
    const std::optional<std::string_view> submission = digits(*next, 2);
    if (!submission) return;
    found.id.append("-").append(*submission);
    found.end = *next + 2;
  }

  void add_country(Found& found) const {
    const char mark = char_at(after_blanks(found.end));
    if (mark != '-' && mark != '/') return;
    const std::size_t next = after_blanks(after_blanks(found.end) + 1);
    for (const std::string_view written : {"Outside-EU-EEA", "Outside-EEA", "Third-country", "3rd-country", "3rd"}) {
      std::size_t end = next;
      for (const char c : written) {
        if (is_gap(c) ? !is_gap(char_at(end)) : base::to_lower(char_at(end)) != base::to_lower(c)) {
          end = 0;
          break;
        }
        ++end;
      }
      if (end == 0 || is_alnum(char_at(end))) continue;
      found.id.append(kOutside);
      found.end = end;
      return;
    }
    if (!is_letter(char_at(next)) || !is_letter(char_at(next + 1)) || is_alnum(char_at(next + 2))) return;
    found.id.append({'-', base::to_upper(char_at(next)), base::to_upper(char_at(next + 1))});
    found.end = next + 2;
  }

  std::string_view text_;
  bool in_address_;
};

/// Words that say what a number is, beside the names of registries and what their ids begin with.
constexpr std::string_view kLabels[] = {
    "and",      "ct",         "ctn",          "ctr",         "eu",        "euct",       "eudra",    "eudract",
    "gov",      "id",         "identifier",   "identifiers", "ids",       "ictrp",      "n",        "no",
    "nos",      "nr",         "num",          "number",      "numbers",   "nummer",     "numero",   "or",
    "portal",   "primary",    "protocol",     "ref",         "reference", "registered", "register", "registered",
    "registry", "registries", "registration", "rctportal",   "trialid",   "umin-ctr",   "utn",      "who",
    "www",      "cris",       "rebec",        "repec",       "jprn",      "japic",      "u1111",    "omon",
    "anzctr",   "\xC2\xBA",   "n\xC2\xBA",    "n\xC2\xB0"};

bool is_label(std::string_view word) {
  const std::string lower = base::to_lower_ascii(word);
  if (std::find(std::begin(kLabels), std::end(kLabels), lower) != std::end(kLabels)) return true;
  for (const Registry& registry : registries()) {
    const std::string name = base::to_lower_ascii(registry.name);
    std::size_t at = 0;
    while (at < name.size()) {
      const std::size_t end = std::min(name.find_first_of(" .,", at), name.size());
      if (name.substr(at, end - at) == lower) return true;
      at = end + 1;
    }
    std::string prefix = base::to_lower_ascii(registry.prefix);
    while (is_gap(prefix.back())) prefix.pop_back();
    if (prefix == lower) return true;
  }
  return false;
}

void add_once(std::vector<std::string>& ids, std::string id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
}

bool is_in_word(char c) {
  return is_alnum(c) || static_cast<unsigned char>(c) >= 0x80U;
}

}  // namespace

std::string plain_marks(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, at);
    const bool is_dash = (c.value >= 0x2010 && c.value <= 0x2015) || c.value == 0x2212;
    const bool is_blank = c.value == 0xA0 || (c.value >= 0x2000 && c.value <= 0x200A) || c.value == 0x202F ||
                          c.value == '\t' || c.value == 0x3000;
    const bool is_nothing = (c.value >= 0x200B && c.value <= 0x200F) || c.value == 0xFEFF || c.value == 0xAD;
    if (is_dash) {
      out.push_back('-');
    } else if (is_blank) {
      out.push_back(' ');
    } else if (!is_nothing) {
      out += text.substr(at, c.length);
    }
    at += c.length;
  }
  return out;
}

NumbersInText read_numbers(std::string_view text, bool in_address) {
  NumbersInText found;
  const Reading reading(text, in_address);
  for (std::size_t at = 0; at < text.size();) {
    if (!is_in_word(text[at])) {
      const auto c = static_cast<unsigned char>(text[at++]);
      const bool is_control = c < ' ' && c != '\n' && c != '\r';
      found.has_prose = found.has_prose || is_control;
      continue;
    }
    if (std::optional<Found> number = reading.at(at)) {
      add_once(found.ids, std::move(number->id));
      at = number->end;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && is_in_word(text[end]) && !is_digit(text[end])) ++end;
    if (end > at && (end == text.size() || !is_digit(text[end])) &&
        (in_address || is_label(text.substr(at, end - at)))) {
      at = end;
      continue;
    }
    const auto is_code_char = [in_address](char c) {
      return is_in_word(c) || (!in_address && (c == '-' || c == '.' || c == '_' || c == '/'));
    };
    end = at;
    while (end < text.size() && is_code_char(text[end])) ++end;
    const bool is_code = std::any_of(text.begin() + static_cast<std::ptrdiff_t>(at),
                                     text.begin() + static_cast<std::ptrdiff_t>(end), is_digit);
    (is_code ? found.has_codes : found.has_prose) = true;
    at = end;
  }
  return found;
}

}  // namespace trialsift::model
