// SPDX-License-Identifier: GPL-2.0-or-later
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include "cli/command.hpp"
#include "cli/generated.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/whole_file.hpp"

namespace trialsift::cli {
namespace {

void write(const GeneratedFile& file, const base::Path& folder) {
  const base::Path path = folder / file.path;
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  if (error) base::throw_system_error("cannot make the folder " + path.parent_path().string(), error.value());
  base::WholeFile out(path);
  out.write(file.text);
  out.publish();
}

int run_generate(const CommandInfo& program, const base::Path& folder) {
  for (const GeneratedFile& page : man_pages(program)) write(page, folder);
  write(bash_completion(program), folder);
  write(zsh_completion(program), folder);
  write(fish_completion(program), folder);
  write(reference_page(program), folder);
  return kFound;
}

}  // namespace

Run setup_generate(Options& options, const Globals&) {
  auto folder = std::make_shared<std::string>();
  options.add("folder", "DIR", folder.get(), "where programs keep what they share, such as ~/.local/share").required();
  return [folder, &program = options.program()] { return run_generate(describe(program), *folder); };
}

}  // namespace trialsift::cli
