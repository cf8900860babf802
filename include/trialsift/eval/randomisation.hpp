// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

namespace trialsift::eval {

/// Paired randomisation test (Fisher; for retrieval: Smucker, Allan and Carterette, CIKM 2007), two-sided: how often a
/// mean difference at least as large as that of `a` and `b` comes of chance alone, each topic's two values exchanged or
/// not by a coin. Exact up to 16 topics that differ; beyond that 100,000 draws with a fixed seed, so that the same
/// values give the same figure everywhere. `a` and `b` have a value for each topic, in the same order.
double randomisation_p_value(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace trialsift::eval
