// SPDX-License-Identifier: GPL-2.0-or-later
#include <string>

#include "cli/command.hpp"
#include "trialsift/store/index.hpp"
#include "trialsift/store/index_folder.hpp"

namespace trialsift::cli {

Run setup_check(Options&, const Globals& globals) {
  return [&globals] {
    const base::Path folder = index_folder(globals, false);
    const store::Manifest manifest = store::verify(folder);
    const store::Index opens(folder);
    write_stdout("The index in " + folder.string() + " is sound: " + std::to_string(manifest.files.size()) +
                 " files as they were written, " + std::to_string(opens.manifest().trials) + " trials.\n");
    return kFound;
  };
}

}  // namespace trialsift::cli
