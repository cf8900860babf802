// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "trialsift/model/trial.hpp"

namespace trialsift::formats {

/// A module of the API as the text export prints it: a page with a heading and labelled values.
struct StudyModule {
  std::string_view heading;
  std::span<const std::string_view> labels;  ///< squeezed, singular; without those of structures inside
  model::MemberSet members;                  ///< what it says all of
};

/// The module that a line names, as a page's heading or as the end of a path ("Study -> Protocol Section -> Design
/// Module"), or null.
const StudyModule* module_of_heading(std::string_view line);
const StudyModule* module_of_path(std::string_view line);

/// The labelled values of one record on the page of any module but the description's. Labels are the names of the
/// API's fields in words; a value runs over lines up to the next label of the module. Structures are printed under the
/// name of their list ("Interventions:") with labels of their own ("Type:", "Name:"), or in one line each.
class ModuleFields {
 public:
  /// Takes a line: a label with its value, or more of the value before. False if it is neither.
  bool take(const StudyModule& module, std::string_view line);
  bool empty() const { return fields_.empty(); }
  std::size_t bytes() const { return bytes_; }

  /// Fills the trial's members.
  void into(model::Trial& trial) const;

 private:
  struct Field {
    std::string name;
    std::vector<std::string> values;
    std::string structure;  ///< whose part it is: one value for each; or empty
  };

  bool take_label(const StudyModule& module, std::string_view label, std::string_view value);
  std::string in_structure(std::string_view label) const;
  bool has_value(std::string_view name) const;
  void open(std::string name, std::string_view value, const std::string& structure);
  std::size_t items(const std::string& structure) const;
  void add(std::string_view line);

  std::vector<Field> fields_;
  std::optional<std::size_t> open_;  ///< the field whose value the next line continues
  std::string structure_;            ///< the stem of the label that structures stand under
  std::size_t items_ = 0;            ///< structures under it so far
  std::size_t bytes_ = 0;
};

}  // namespace trialsift::formats
