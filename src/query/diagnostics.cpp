// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/diagnostics.hpp"

#include <algorithm>
#include <utility>

#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
void fail(std::size_t offset, const std::string& sentence, std::string hint) {
  base::Place where;
  where.offset = offset;
  throw base::Error(base::ErrorCode::kQuerySyntax, sentence, std::move(hint), std::move(where));
}

void warn(std::vector<Warning>& warnings, std::string_view code, std::string sentence, Span span) {
  const auto same = [code](const Warning& w) { return w.code == code; };
  if (std::any_of(warnings.begin(), warnings.end(), same)) return;
  warnings.push_back({std::string(code), std::move(sentence), span});
}

void tell(std::vector<Warning>& warnings, Warning warning) {
  const auto same = [&](const Warning& w) { return w.code == warning.code && w.sentence == warning.sentence; };
  if (std::none_of(warnings.begin(), warnings.end(), same)) warnings.push_back(std::move(warning));
}

std::string shown(std::string_view text) {
  return base::shown(cleaned(text));
}

std::string suggestion(std::string_view word, const std::vector<std::string_view>& candidates) {
  const std::string_view near = base::nearest(base::to_lower_ascii(word), candidates);
  return near.empty() ? std::string() : ": did you mean " + std::string(near) + "?";
}

std::string cleaned(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint c = base::decode_utf8(text, at);
    const bool control = c.value < 0x20 || (c.value >= 0x7F && c.value < 0xA0);
    out += control ? std::string_view(" ") : text.substr(at, c.length);
    at += c.length;
  }
  base::repair_utf8(out);
  return out;
}

}  // namespace trialsift::query
