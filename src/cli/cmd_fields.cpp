// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <string>

#include "cli/command.hpp"
#include "trialsift/schema/fields.hpp"

namespace trialsift::cli {
namespace {

std::string padded(std::string text, std::size_t width) {
  if (text.size() < width) text.append(width - text.size(), ' ');
  return text;
}

std::string_view kind_name(schema::Kind kind) {
  switch (kind) {
    case schema::Kind::kKey:
      return "id";
    case schema::Kind::kText:
      return "text";
    case schema::Kind::kKeyword:
      return "value";
    case schema::Kind::kDate:
      return "date";
    case schema::Kind::kNumber:
      return "number";
    case schema::Kind::kAge:
      return "age";
  }
  return "";
}

std::string table() {
  constexpr std::size_t kNameWidth = 20;
  constexpr std::size_t kKindWidth = 8;
  std::string text;
  for (const schema::Field& field : schema::fields()) {
    text += padded(std::string(field.name), kNameWidth) + padded(std::string(kind_name(field.kind)), kKindWidth) +
            std::string(field.about) + ((field.uses & schema::kDefault) != 0 ? " (searched by default)" : "") + "\n";
    std::string more;
    for (const std::string_view alias : field.aliases) {
      if (!alias.empty()) more += (more.empty() ? "also " : ", ") + std::string(alias);
    }
    text += std::string(kNameWidth + kKindWidth, ' ') + std::string(field.example) +
            (more.empty() ? "" : "   " + more) + "\n";
  }
  for (const schema::CombinedField& combined : schema::combined_fields()) {
    std::string members;
    for (const std::string_view member : combined.fields) {
      if (!member.empty()) members += (members.empty() ? "" : ", ") + std::string(member);
    }
    text += padded(std::string(combined.name), kNameWidth) + padded("group", kKindWidth) + std::string(combined.about) +
            ": " + members + (combined.alias.empty() ? "" : "   also " + std::string(combined.alias)) + "\n";
  }
  return text;
}

}  // namespace

Run setup_fields(Options&, const Globals&) {
  return [] {
    write_stdout(table());
    return kFound;
  };
}

}  // namespace trialsift::cli
