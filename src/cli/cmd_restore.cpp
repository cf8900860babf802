// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "cli/command.hpp"
#include "cli/errors.hpp"
#include "trialsift/store/index_folder.hpp"

namespace trialsift::cli {
namespace {

store::Restored restored(const base::Path& folder) {
  try {
    return store::restore_generation(folder);
  } catch (const base::Error& error) {
    throw before_the_change(error);
  }
}

}  // namespace

Run setup_restore(Options&, const Globals& globals) {
  return [&globals] {
    const base::Path folder = index_folder(globals, false);
    const auto [now, before] = restored(folder);
    write_stdout("The index in " + folder.string() + " is that of generation " +
                 std::to_string(before.before.generation) + " again: " + std::to_string(now.trials) + " trials.\n");
    tell(globals,
         "Until now it had " + std::to_string(before.trials) + " trials: trialsift restore puts these back in turn.");
    return kFound;
  };
}

}  // namespace trialsift::cli
