// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/given_trials.hpp"
#include "cli/pager.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

struct ShowArguments {
  std::vector<std::string> ids;
  std::string format{render::record_formats().front().name};
  bool sources = false;
  bool no_pager = false;
};

const render::RecordFormat& format_named(std::string_view name) {
  const auto formats = render::record_formats();
  return *std::find_if(formats.begin(), formats.end(), [name](const auto& format) { return format.name == name; });
}

int run_show(const ShowArguments& arguments, const Globals& globals) {
  const store::Index index(index_folder(globals, false));
  const std::unique_ptr<store::OriginTable> origins = arguments.sources ? index.origins() : nullptr;
  const render::Style style = output_style(globals);
  const render::RecordFormat& format = format_named(arguments.format);
  const bool paged = (format.uses & render::kPaged) != 0;
  Pager pager(paged && !arguments.no_pager);
  bool all = true;
  bool first = true;
  for (const std::string& text : arguments.ids) {
    const model::TrialId id = trial_id_of(text);
    const std::optional<store::DocId> document = find_or_tell(index, id, globals);
    if (!document) {
      all = false;
      continue;
    }
    tell_of_rejected(index, id, globals);
    const model::Trial trial = index.trial(*document);
    std::optional<store::MergedTrial> merged;
    if (arguments.sources) merged = index.records().merged(*document, *origins);
    pager.write((paged && !first ? "\n" : "") + format.render(trial, merged ? &*merged : nullptr, style));
    first = false;
  }
  return all ? kFound : kNothingFound;
}

}  // namespace

Run setup_show(Options& options, const Globals& globals) {
  auto arguments = std::make_shared<ShowArguments>();
  options.add("id", "NCT...", &arguments->ids, "trial ids").required();
  std::vector<std::string> names;
  std::vector<std::string> listed;
  for (const render::RecordFormat& format : render::record_formats()) {
    names.emplace_back(format.name);
    listed.push_back(names.back() + (format.about.empty() ? "" : " (" + std::string(format.about) + ")"));
  }
  options.add("-f,--format", "NAME", &arguments->format, base::listed(listed, "or")).choices(names);
  options.add_flag("--sources", &arguments->sources, "tell of each part which file, format and date it came from");
  options.add_flag("--no-pager", &arguments->no_pager, "print all at once on a terminal too");
  return [arguments, &globals] { return run_show(*arguments, globals); };
}

}  // namespace trialsift::cli
