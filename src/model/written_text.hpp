// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What the readers of written values share.
namespace trialsift::model {

/// How spellings are compared: letters and digits in lower case, Latin letters without their accents. All else goes.
std::string squeezed(std::string_view text);

/// Text in lower case and one writing: Latin letters without accents, full-width forms, Roman numerals of one
/// character, dashes, blanks and comparison signs in ASCII ("≥" is ">="), <br> as a line end, no white space at the
/// ends.
std::string plain_text(std::string_view text);

struct WrittenToken {
  enum class Kind { kWord, kNumber, kSign };
  Kind kind;
  std::string_view text;  ///< letters, digits or one sign; <= and >= are one
  bool glued;             ///< nothing stands between it and the token before it

  bool is(std::string_view other) const { return text == other; }
  bool is_word() const { return kind == Kind::kWord; }
  bool is_number() const { return kind == Kind::kNumber; }
};

/// The tokens of a plain_text(), which outlives them.
std::vector<WrittenToken> written_tokens(std::string_view plain);

/// The values between bars: "a|b c|d".
std::vector<std::string_view> barred(std::string_view list);

/// Known to say nothing in any field: empty, "-", "??", "Not specified", "null"...
bool says_nothing(std::string_view squeezed);

/// Whether a text is one short label and no sentence, list or remark.
bool is_short_label(std::string_view text);

}  // namespace trialsift::model
