// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/print_formats.hpp"

#include "trialsift/base/text.hpp"

namespace trialsift::cli {

Option add_print_format(Options& options, std::string& format, const std::vector<std::string>& names,
                        const std::string& more) {
  return options.add("-f,--format", "NAME", &format, base::listed(names, "or") + more).choices(names);
}

}  // namespace trialsift::cli
