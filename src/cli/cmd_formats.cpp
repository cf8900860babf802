// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "cli/command.hpp"
#include "trialsift/formats/record_stream.hpp"
#include "trialsift/render/report.hpp"

namespace trialsift::cli {
namespace {

std::string row(std::string_view name, std::string_view about) {
  constexpr std::size_t kWidth = 14;
  std::string text = "  " + std::string(name);
  if (text.size() < kWidth + 2) text.append(kWidth + 2 - text.size(), ' ');
  return text + std::string(about) + "\n";
}

}  // namespace

Run setup_formats(Options&, const Globals&) {
  return [] {
    std::string text =
        "read by trialsift index (told apart by content; gzip, zstd, bzip2, xz, zip and tar are opened):\n";
    for (const formats::FormatInfo& format : formats::known_formats()) text += row(format.name, format.about);
    text += "written by trialsift search --format:\n";
    for (const render::OutputFormat& format : render::output_formats()) text += row(format.name, format.about);
    write_stdout(text);
    return kFound;
  };
}

}  // namespace trialsift::cli
