// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <exception>

#include "trialsift/base/error.hpp"

namespace trialsift::cli {

/// What the user is told of an exception: an Error as it is; a lack of memory, and what the system refused, by their
/// codes; anything else is a bug of ours.
base::Error error_of(const std::exception& failure);

/// An error of a run that changes the index, before it did: with a full disk, the hint says that the index is as it
/// was.
base::Error before_the_change(const base::Error& failure);

/// An error after a run has changed the index.
base::Error after_the_change(const base::Error& failure);

}  // namespace trialsift::cli
