// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <span>
#include <string>

#include "trialsift/search/ranking.hpp"
#include "trialsift/store/index.hpp"

namespace trialsift::search {

/// A query, in the native language, for trials like these and without them: the words that say most of them in their
/// default fields, by the saturation of their frequency (more in titles, conditions, interventions and keywords) times
/// their inverse document frequency, each with its saturation as its factor. Empty if they share no telling word with
/// any other trial.
std::string similar_query(const store::Index& index, std::span<const store::DocId> documents, const Ranking& ranking);

}  // namespace trialsift::search
