// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// The field tags of Ovid and PubMed and what they are in registry records: a new tag is a row.
namespace trialsift::query {

/// The parts of a record that tags speak of; flags.
enum Part : unsigned {
  kTitles = 1U << 0U,
  kDescriptions = 1U << 1U,
  kKeywords = 1U << 2U,       ///< and conditions
  kInterventions = 1U << 3U,  ///< names and other names
  kMeshWords = 1U << 4U,
  kTheRest = 1U << 5U,  ///< eligibility, outcomes, arms, sponsors...
  kTopic = kTitles | kDescriptions | kKeywords | kInterventions | kMeshWords,
};

enum class TagKind {
  kText,      ///< words in the parts
  kHeading,   ///< a MeSH heading
  kExploded,  ///< and narrower ones
  kMajor,     ///< as the main topic
  kExplodedMajor,
  kType,    ///< a publication type
  kDate,    ///< when a citation was entered, changed, published
  kNumber,  ///< a registered number
  kVoid,    ///< nothing that a registry record has
};

struct Tag {
  std::string_view name;  ///< in lower case; of PubMed's without blanks, slashes and hyphens
  TagKind kind;
  unsigned parts = 0;  ///< kText
};

/// In any case; null if there is none.
const Tag* find_ovid_tag(std::string_view code);
/// As it stands between the brackets, or one code of a list such as :ti,ab.
const Tag* find_pubmed_tag(std::string_view name);

/// ": did you mean kw?", or nothing where no tag is near.
std::string ovid_tag_suggestion(std::string_view code);
std::string pubmed_tag_suggestion(std::string_view name);

/// The names of fields and combined fields that cover the parts, as few as can be.
std::vector<std::string_view> fields_of(unsigned parts);

}  // namespace trialsift::query
