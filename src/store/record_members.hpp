// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "trialsift/model/trial.hpp"

namespace trialsift::store {

/// One member of a record as its stored form has it; empty for one that says nothing.
std::string encode_member(const model::Trial& trial, unsigned tag);
/// Throws Error(kIndexCorrupt) for bytes that encode_member() cannot have made.
void decode_member(std::string_view bytes, unsigned tag, model::Trial& trial);
/// Gives `to` those members of `from`.
void copy_members(const model::Trial& from, model::MemberSet members, model::Trial& to);

}  // namespace trialsift::store
