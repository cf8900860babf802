// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace trialsift::model {

/// The names of countries in one text, as written and each once, between ; | and line ends, and between commas where
/// these part names: "Japan, Taiwan" but not "Korea, Republic of". Numbers of sites behind a name go ("France:12").
std::vector<std::string> country_names(std::string_view text);

/// What a country's name is indexed and asked by: the key of model::kCountries, or the folded name.
std::string country_key(std::string_view name);

}  // namespace trialsift::model
