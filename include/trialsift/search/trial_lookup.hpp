// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string_view>
#include <vector>

#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// The trials that are known by a number, by ascending ids: the one whose own id it is, or else all that have it. The
/// number may be a registry's, in any form and as the address of a study's page, or a sponsor's.
std::vector<store::DocId> trials_with_number(const store::Index& index, std::string_view number);

}  // namespace trialsift::search
