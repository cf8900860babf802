// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/size.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "model/written_text.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

using Says = Written::Says;

/// Words that may stand beside a number of people.
constexpr std::string_view kFilling =
    "participants|participant|patients|patient|subjects|subject|people|persons|person|individuals|volunteers|children|"
    "adults|women|men|infants|newborns|babies|cases|records|total|approximately|approx|about|around|circa|ca|n|actual|"
    "anticipated|estimated|planned|expected|target|sample|size|number|of|the|in|enrolled|enrollment|enrolment|"
    "recruited|evaluable|eligible|healthy|at|least|minimum|up|to|max|maximum|over|more|than|overall|all|for|study|"
    "trial";

bool is_filling(std::string_view word) {
  const std::vector<std::string_view> words = barred(kFilling);
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), base::is_digit);
}

/// A number that begins at a token: digits with , . ' or a blank between groups of three, or with decimals that are
/// all 0. Moves behind it; nothing if it is none.
class NumberReader {
 public:
  NumberReader(const std::vector<WrittenToken>& tokens, std::size_t& at) : tokens_(tokens), at_(at) {}

  bool read(std::int64_t& number) {
    std::string digits(tokens_[at_++].text);
    std::string_view mark;
    while (true) {
      if (const WrittenToken* const group = behind_mark(); group != nullptr && digits.size() <= kWholeMax) {
        const std::string_view sign = tokens_[at_].text;
        if (group->text.size() == 3 && (mark.empty() || mark == sign)) {
          mark = sign;
          digits += group->text;
          at_ += 2;
          continue;
        }
        // Decimals end the number.
        if (sign == "'" || group->text.find_first_not_of('0') != std::string_view::npos) return false;
        at_ += 2;
      } else if (mark.empty() && is_group_behind_blank() && (grouped_ || digits.size() <= 3)) {
        grouped_ = true;
        digits += tokens_[at_++].text;
        continue;
      }
      break;
    }
    constexpr std::size_t kDigitsMax = 18;
    if (digits.size() > kDigitsMax) return false;
    number = std::stoll(digits);
    return true;
  }

 private:
  static constexpr std::size_t kWholeMax = 12;

  /// The number behind a mark that touches both.
  const WrittenToken* behind_mark() const {
    if (at_ + 1 >= tokens_.size()) return nullptr;
    const WrittenToken& sign = tokens_[at_];
    const WrittenToken& group = tokens_[at_ + 1];
    if (!sign.glued || !group.glued || !group.is_number()) return nullptr;
    return sign.is(",") || sign.is(".") || sign.is("'") ? &group : nullptr;
  }
  bool is_group_behind_blank() const {
    return at_ < tokens_.size() && tokens_[at_].is_number() && !tokens_[at_].glued && tokens_[at_].text.size() == 3;
  }

  const std::vector<WrittenToken>& tokens_;
  std::size_t& at_;
  bool grouped_ = false;
};

/// A text with one number and no word that makes another of it ("60 per arm", "100 to 200").
WrittenSize one_number(std::string_view plain) {
  constexpr WrittenSize kUnknown{Says::kUnknown, 0};
  const std::vector<WrittenToken> tokens = written_tokens(plain);
  std::size_t numbers = 0;
  std::int64_t number = 0;
  for (std::size_t at = 0; at < tokens.size();) {
    const WrittenToken& token = tokens[at];
    if (token.is_number()) {
      if (++numbers > 1 || !NumberReader(tokens, at).read(number)) return kUnknown;
      continue;
    }
    if (token.is_word() ? !is_filling(token.text)
                        : std::string_view("=:~.+<>=*[](),\"").find(token.text) == std::string_view::npos) {
      return kUnknown;
    }
    ++at;
  }
  if (numbers == 0) return kUnknown;
  constexpr std::int64_t kUnknownMark = 99'999'999;
  if (number >= kUnknownMark && std::to_string(number).find_first_not_of('9') == std::string::npos) return {};
  return number > kSizeMax ? kUnknown : WrittenSize{Says::kValue, number};
}

/// What stands behind a label, "control group:1,049"; empty where there is no label or no number.
std::string_view number_behind(std::string_view part) {
  const std::size_t colon = part.rfind(':');
  if (colon == std::string_view::npos || !has_digit(part.substr(colon))) return {};
  return base::trim(part.substr(colon + 1));
}

/// Between semicolons and line ends, and between commas where each part has a label and a number.
std::vector<std::string_view> parts_of(std::string_view plain) {
  std::vector<std::string_view> parts;
  while (!plain.empty()) {
    const std::size_t end = std::min(plain.find_first_of(";\n|"), plain.size());
    parts.push_back(base::trim(plain.substr(0, end)));
    plain.remove_prefix(std::min(end + 1, plain.size()));
  }
  if (parts.size() != 1) return parts;
  std::vector<std::string_view> commas;
  std::string_view rest = parts.front();
  for (std::size_t comma = rest.find(", "); comma != std::string_view::npos; comma = rest.find(", ")) {
    commas.push_back(rest.substr(0, comma));
    rest.remove_prefix(comma + 2);
  }
  commas.push_back(rest);
  const bool labelled =
      std::all_of(commas.begin(), commas.end(), [](std::string_view part) { return !number_behind(part).empty(); });
  return labelled ? commas : parts;
}

}  // namespace

WrittenSize read_size(std::string_view text) {
  const std::string plain = plain_text(text);
  if (says_nothing(squeezed(plain)) || squeezed(plain) == "na" || squeezed(plain) == "notapplicable") return {};
  const std::vector<std::string_view> parts = parts_of(plain);
  const bool labelled =
      std::any_of(parts.begin(), parts.end(), [](std::string_view part) { return !number_behind(part).empty(); });
  WrittenSize sum{Says::kUnknown, 0};
  for (std::string_view part : parts) {
    if (labelled) {
      // What has no colon is the beginning of a label.
      const std::size_t colon = part.rfind(':');
      if (colon == std::string_view::npos || colon + 1 == part.size()) continue;
      part = base::trim(part.substr(colon + 1));
    }
    if (part.empty()) continue;
    // A remark in parentheses has no number of people: "120 (60 per arm)".
    if (const std::size_t open = part.find('('); open != std::string_view::npos && has_digit(part.substr(0, open))) {
      part = part.substr(0, open);
    }
    const WrittenSize one = one_number(part);
    if (one.says != Says::kValue) return one;
    sum = {Says::kValue, sum.size + one.size};
    if (sum.size > kSizeMax) return {Says::kUnknown, 0};
  }
  return sum;
}

}  // namespace trialsift::model
