// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "trialsift/model/trial_id.hpp"
#include "trialsift/model/vocabulary.hpp"

/// Registered numbers as registries, exports and people write them, and what they say of a trial.
namespace trialsift::model {

/// Registries by the keys of the field `registry`; one of Japan's has the key jprn beside its own.
extern const Vocabulary kRegistryKeys;

/// Null for an empty id.
const Registry* registry_of(const TrialId& id);
/// A key of kRegistryKeys; empty for an empty id.
std::string_view registry_key(const TrialId& id);

/// The trial's number where its records have several: EUCTR2012-001234-12 for each country's record of it,
/// CTIS2022-501234-12 for each submission of it; else the id itself. Lives as long as the id.
std::string_view number_of(const TrialId& id);
/// True for what number_of() gives of an EudraCT or CTIS number: several records have it as their own.
bool is_european(std::string_view number);

/// The registered numbers in what a record gives as another number of its trial: several, with separators, labels and
/// a sponsor's numbers between them. Nothing where prose is beside them ("extension of NCT01234567"): that number is
/// another trial's.
std::vector<TrialId> numbers_of(std::string_view text);

/// All registered numbers in a text, whatever else it says.
std::vector<TrialId> numbers_in(std::string_view text);

/// The number in the address of a study's page at its registry or on the WHO's platform, with or without its scheme.
/// Nothing for text that is no address, and for pages that are known by another number than the registered one.
std::optional<TrialId> number_in_address(std::string_view text);

/// The number that someone typed: as TrialId::parse(), or an address.
std::optional<TrialId> typed_number(std::string_view text);

}  // namespace trialsift::model
