// SPDX-License-Identifier: GPL-2.0-or-later
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/command.hpp"
#include "cli/given_trials.hpp"
#include "cli/pager.hpp"
#include "trialsift/render/report.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::cli {
namespace {

struct ShowArguments {
  std::vector<std::string> ids;
  std::string format = "text";
  bool no_pager = false;
};

int run_show(const ShowArguments& arguments, const Globals& globals) {
  const store::Index index(index_folder(globals, false));
  const render::Style style = output_style(globals);
  Pager pager(arguments.format == "text" && !arguments.no_pager);
  bool all = true;
  bool first = true;
  for (const std::string& text : arguments.ids) {
    const model::TrialId id = trial_id_of(text);
    const std::optional<store::DocId> document = index.find(id);
    if (!document) {
      tell(globals, "trialsift: " + id.text() + " is not in the index");
      all = false;
      continue;
    }
    const model::Trial trial = index.trial(*document);
    if (arguments.format == "json") {
      write_stdout(render::record_json(trial) + "\n");
    } else {
      pager.write((first ? "" : "\n") + render::record_text(trial, style));
    }
    first = false;
  }
  return all ? kFound : kNothingFound;
}

}  // namespace

Run setup_show(Options& options, const Globals& globals) {
  auto arguments = std::make_shared<ShowArguments>();
  options.add("id", "NCT...", &arguments->ids, "trial ids").required();
  options.add("-f,--format", "NAME", &arguments->format, "text or json (a line a record)").choices({"text", "json"});
  options.add_flag("--no-pager", &arguments->no_pager, "print all at once on a terminal too");
  return [arguments, &globals] { return run_show(*arguments, globals); };
}

}  // namespace trialsift::cli
