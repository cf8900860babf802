// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <memory>
#include <string>

#include "cli/command.hpp"
#include "cli/print_formats.hpp"
#include "trialsift/analysis/analyzer.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

struct TermsArguments {
  std::string prefix;
  std::string format = kTextFormat;
  std::size_t limit = 0;
};

int run_terms(const TermsArguments& arguments, const Globals& globals) {
  const store::Index index(index_folder(globals, false));
  const store::Words& words = index.words();
  std::string prefix;
  if (!arguments.prefix.empty()) {
    const std::vector<std::string> folded = analysis::words_of(arguments.prefix);
    if (folded.size() != 1) {
      throw base::Error(base::ErrorCode::kUsage, "\"" + arguments.prefix + "\" is not the beginning of one word");
    }
    prefix = folded.front();
  }
  auto [begin, end] = words.with_prefix(prefix);
  if (arguments.limit > 0) end = static_cast<store::Words::Index>(std::min<std::size_t>(end, begin + arguments.limit));
  if (arguments.format == kTableFormat) write_stdout("word\tdocuments\toccurrences\n");
  for (store::Words::Index word = begin; word < end; ++word) {
    const std::string documents = std::to_string(words.document_count(word));
    const std::string text(words.text(word));
    if (arguments.format == kTableFormat) {
      write_stdout(text + "\t" + documents + "\t" + std::to_string(words.occurrences(word)) + "\n");
    } else {
      constexpr std::size_t kWidth = 9;
      write_stdout(std::string(kWidth - std::min(kWidth, documents.size()), ' ') + documents + "  " + text + "\n");
    }
  }
  return begin < end ? kFound : kNothingFound;
}

}  // namespace

Run setup_terms(Options& options, const Globals& globals) {
  auto arguments = std::make_shared<TermsArguments>();
  options.add("prefix", "PREFIX", &arguments->prefix, "how the words begin (default: all words)");
  add_print_format(options, arguments->format, {kTextFormat, kTableFormat},
                   "; the latter has word, documents, occurrences in all text fields");
  options.add("-n,--limit", "N", &arguments->limit, "words to list, 0 for all (default)");
  return [arguments, &globals] { return run_terms(*arguments, globals); };
}

}  // namespace trialsift::cli
