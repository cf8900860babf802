// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/options.hpp"

#include <CLI/App.hpp>

namespace trialsift::cli {

Option Option::choices(const std::vector<std::string>& values, Case letters) {
  option_->check(letters == Case::kIgnored ? CLI::IsMember(values, CLI::ignore_case) : CLI::IsMember(values));
  return *this;
}

Option Option::suggestions(const std::vector<std::string>& values) {
  // As CLI11 tells the values of IsMember, behind the name of the value.
  std::string list;
  for (const std::string& value : values) list += (list.empty() ? "" : ",") + value;
  option_->type_name(option_->get_type_name() + ":{" + list + "}");
  return *this;
}

Option Option::range(std::uint64_t least, std::uint64_t most) {
  option_->check(CLI::Range(least, most));
  return *this;
}

Option Option::bytes() {
  option_->transform(CLI::AsSizeValue(false));
  return *this;
}

Option Option::delimiter(char sign) {
  option_->delimiter(sign);
  return *this;
}

Option Option::required() {
  option_->required();
  return *this;
}

Option Option::excludes(const std::string& other) {
  option_->excludes(other);
  return *this;
}

Option Option::needs(const std::string& other) {
  option_->needs(other);
  return *this;
}

Option Option::reads() {
  files_->push_back(file_);
  return *this;
}

Option Option::writes(FileUse use, const std::size_t* split) {
  file_.use = use;
  file_.split = split;
  files_->push_back(file_);
  return *this;
}

Option Options::add(const std::string& names, const std::string& value, Target target, const std::string& about) {
  CLI::Option* option =
      std::visit([&](auto* place) -> CLI::Option* { return command_.add_option(names, *place, about); }, target);
  option->type_name(value);
  // The word after the value of an option is none of its own: "--query a b" has the argument b.
  if (!option->get_positional()) option->allow_extra_args(false);
  return Option(*option, {names, target, FileUse::kRead}, files_);
}

Option Options::add_flag(const std::string& names, bool* target, const std::string& about) {
  return Option(*command_.add_flag(names, *target, about), {}, files_);
}

Option Options::add_flag(const std::string& names, int* target, const std::string& about) {
  return Option(*command_.add_flag(names, *target, about), {}, files_);
}

void Options::remove(const std::string& name) {
  command_.remove_option(command_.get_option(name));
}

const CLI::App& Options::program() const {
  const CLI::App* app = &command_;
  while (app->get_parent() != nullptr) app = app->get_parent();
  return *app;
}

}  // namespace trialsift::cli
