// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string_view>

#include "trialsift/model/vocabulary.hpp"

namespace trialsift::formats {

/// Is told of each text that a reader takes for a value of a field (the name of its vocabulary, or "age" or
/// "enrollment"), and of what that text says.
using ValueWatcher = std::function<void(std::string_view field, std::string_view text, model::Written::Says says)>;

/// Of this thread, in the place of the one before; an empty one ends it. For counting what is written (bench/values).
void watch_values(ValueWatcher watcher);

}  // namespace trialsift::formats
