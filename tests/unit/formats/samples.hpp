// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include "support/catch.hpp"
#include "support/inputs.hpp"
