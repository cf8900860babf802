// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <memory>
#include <optional>
#include <string>

#include "cli/command.hpp"
#include "cli/print_formats.hpp"
#include "cli/queries.hpp"
#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/query/parser.hpp"
#include "trialsift/search/expansion_list.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

struct ExpansionsArguments {
  std::vector<std::string> words;
  std::string synonyms_file;
  std::string format = kTextFormat;
};

std::string padded(std::string text, std::size_t width) {
  return text + std::string(width - std::min(width, text.size()), ' ');
}

std::string row(const search::Expanded& each, const std::string& source, bool json) {
  if (json) {
    base::JsonWriter line;
    line.begin_object().member("type", "expansion").member("source", source);
    line.member("of", each.of).member("text", each.text).key("weight").value(each.weight, 3);
    line.member("trials", each.trials).end_object();
    return line.text() + "\n";
  }
  constexpr std::size_t kSourceWidth = 13;
  constexpr std::size_t kTrialsWidth = 8;
  const std::string trials = each.trials > 0 ? std::to_string(each.trials) : "-";
  return padded(source, kSourceWidth) + std::string(kTrialsWidth - std::min(kTrialsWidth, trials.size()), ' ') +
         trials + "  " + base::printable(each.of) + " = " + base::printable(each.text) + "\n";
}

int run_expansions(const ExpansionsArguments& arguments, const Globals& globals) {
  std::optional<search::Synonyms> synonyms;
  if (!arguments.synonyms_file.empty()) synonyms.emplace(search::Synonyms::read(arguments.synonyms_file));
  const search::Synonyms* file = synonyms ? &*synonyms : nullptr;
  const store::Index index(index_folder(globals, false));
  bool found = false;
  const auto write = [&](const search::Expanded& each) {
    found = true;
    std::string source(search::kind_of(each.source).name);
    if (each.source == search::kSynonyms) source += ' ' + file->name();
    write_stdout(row(each, source, arguments.format == kJsonLinesFormat));
  };
  if (arguments.words.empty()) {
    search::list_expansions(index, file, write);
    return found ? kFound : kNothingFound;
  }
  std::string text;
  for (const std::string& word : arguments.words) text += (text.empty() ? "" : " ") + word;
  search::SearchOptions options;
  options.expansions = search::all_expansions();
  options.synonyms = file;
  options.limit = 1;
  options.with_records = false;
  const search::ResultSet results = search::Searcher(index).search(query::parse_native(text), options);
  for (const search::Expanded& each : results.expanded()) write(each);
  return found ? kFound : kNothingFound;
}

}  // namespace

Run setup_expansions(Options& options, const Globals& globals) {
  auto arguments = std::make_shared<ExpansionsArguments>();
  options.add("words", "WORD...", &arguments->words,
              "of a query: what is looked for beside them (default: list everything)");
  options.add("--synonyms", "FILE", &arguments->synonyms_file, "a file of synonyms, as for search").reads();
  add_print_format(options, arguments->format, {kTextFormat, kJsonLinesFormat});
  return [arguments, &globals] { return run_expansions(*arguments, globals); };
}

}  // namespace trialsift::cli
