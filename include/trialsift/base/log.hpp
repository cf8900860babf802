// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <functional>
#include <string>

/// What the library has to say beside its results. It prints nothing: the program that uses it sets where lines go.
namespace trialsift::base {

enum class LogLevel { kDebug, kInfo, kWarning };
using LogSink = std::function<void(LogLevel, const std::string&)>;

/// Set once, before other threads start; the sink must be thread-safe. Without one, lines are dropped.
void set_log_sink(LogSink sink);
void log(LogLevel level, const std::string& line);

}  // namespace trialsift::base
