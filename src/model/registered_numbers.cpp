// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/model/registered_numbers.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "model/number_reading.hpp"
#include "model/value_readers.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

using base::is_digit;

/// Of EUCTR2012-001234-12 and of CTIS2022-501234-12.
constexpr std::size_t kEuropeanDigits = 14;
constexpr std::string_view kEuropean[] = {"EUCTR", "CTIS"};

constexpr VocabularyValue kRegistryRows[] = {
    {"ctgov", "ClinicalTrials.gov", "nct|clinicaltrials"},
    {"euctr", "EU Clinical Trials Register", "eudract|eu ctr"},
    {"ctis", "EU Clinical Trials Information System", "eu ct|euclinicaltrials.eu"},
    {"isrctn", "ISRCTN"},
    {"drks", "German Clinical Trials Register"},
    {"anzctr", "Australian New Zealand Clinical Trials Registry", "actrn"},
    {"chictr", "Chinese Clinical Trial Registry"},
    {"itmctr", "International Traditional Medicine Clinical Trial Registry"},
    {"ctri", "Clinical Trials Registry India"},
    {"jprn", "Japan Primary Registries Network"},
    {"umin", "UMIN Clinical Trials Registry, Japan", "jprn-umin|umin-ctr|jprn-c"},
    {"jrct", "Japan Registry of Clinical Trials", "jprn-jrct"},
    {"japiccti", "Japan Pharmaceutical Information Center", "jprn-japiccti|japic"},
    {"jma", "Japan Medical Association", "jprn-jma-iia|jmacct|jma-iia"},
    {"cris", "Clinical Research Information Service, Korea", "kct"},
    {"irct", "Iranian Registry of Clinical Trials"},
    {"ntr", "Netherlands Trial Register", "nl"},
    {"omon", "Overview of Medical Research in the Netherlands", "nl-omon"},
    {"pactr", "Pan African Clinical Trials Registry"},
    {"repec", "Peruvian Clinical Trial Registry", "per"},
    {"rebec", "Brazilian Registry of Clinical Trials", "rbr"},
    {"rpcec", "Cuban Public Registry of Clinical Trials"},
    {"slctr", "Sri Lanka Clinical Trials Registry"},
    {"tctr", "Thai Clinical Trials Registry"},
    {"lbctr", "Lebanese Clinical Trials Registry"},
    {"utn", "Universal Trial Number of the WHO", "u1111"},
};

void add_once(std::vector<TrialId>& ids, TrialId id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = base::to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string unescaped_percents(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_escape =
        text[i] == '%' && i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0;
    if (is_escape) {
      out.push_back(static_cast<char>(hex_value(text[i + 1]) * 16 + hex_value(text[i + 2])));
      i += 2;
    } else {
      out.push_back(text[i]);
    }
  }
  return out;
}

/// The host and the rest of an address, or nothing.
std::optional<std::pair<std::string, std::string_view>> parts_of_address(std::string_view text) {
  if (const std::size_t scheme = text.find("://"); scheme != std::string_view::npos) text = text.substr(scheme + 3);
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  std::string host = base::to_lower_ascii(text.substr(0, slash));
  const bool is_host = host.find('.') != std::string::npos && std::all_of(host.begin(), host.end(), [](char c) {
                         return is_digit(c) || base::is_letter(c) || c == '.' || c == '-' || c == ':';
                       });
  if (!is_host || !base::is_letter(host.back())) return std::nullopt;
  return std::pair{std::move(host), text.substr(slash)};
}

/// Pages whose address has the number without its prefix.
struct NumberedPage {
  std::string_view host;
  std::string_view before;
  std::string_view prefix;
};
constexpr NumberedPage kNumberedPages[] = {{"trialregister.nl", "/trial/", "NL"},
                                           {"trialregister.nl", "?tc=", "NTR"},
                                           {"onderzoekmetmensen.nl", "/trial/", "NL-OMON"},
                                           {"repec.ins.gob.pe", "numec=", "PER-"}};

}  // namespace

const Vocabulary kRegistryKeys = {"registry", kRegistryRows, read_label};

const Registry* registry_of(const TrialId& id) {
  const Registry* longest = nullptr;
  for (const Registry& registry : registries()) {
    if (!id.text().starts_with(registry.prefix)) continue;
    if (longest == nullptr || registry.prefix.size() > longest->prefix.size()) longest = &registry;
  }
  return longest;
}

std::string_view registry_key(const TrialId& id) {
  const Registry* const registry = registry_of(id);
  return registry == nullptr ? std::string_view() : kRegistryKeys.find(registry->prefix)->key;
}

std::string_view number_of(const TrialId& id) {
  for (const std::string_view prefix : kEuropean) {
    if (id.text().starts_with(prefix)) return std::string_view(id.text()).substr(0, prefix.size() + kEuropeanDigits);
  }
  return id.text();
}

bool is_european(std::string_view number) {
  return std::any_of(std::begin(kEuropean), std::end(kEuropean),
                     [number](std::string_view prefix) { return number.starts_with(prefix); });
}

std::vector<TrialId> numbers_of(std::string_view text) {
  std::vector<TrialId> all;
  const std::string plain_text = plain_marks(text);
  std::string_view rest = plain_text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(",;|\n"), rest.size());
    const std::string_view part = rest.substr(0, end);
    if (std::optional<TrialId> of_page = number_in_address(part)) {
      add_once(all, *std::move(of_page));
    } else if (const NumbersInText found = read_numbers(part); !found.has_prose) {
      for (const std::string& id : found.ids) add_once(all, *TrialId::parse(id));
    }
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return all;
}

std::vector<TrialId> numbers_in(std::string_view text) {
  std::vector<TrialId> all;
  for (const std::string& id : read_numbers(plain_marks(text)).ids) all.push_back(*TrialId::parse(id));
  return all;
}

std::optional<TrialId> number_in_address(std::string_view text) {
  text = base::trim(text);
  if (text.find(' ') != std::string_view::npos) return std::nullopt;
  const auto address = parts_of_address(text);
  if (!address) return std::nullopt;
  const auto& [host, path] = *address;
  const std::string plain_path = unescaped_percents(path);
  const NumbersInText found = read_numbers(plain_path, true);
  if (!found.ids.empty()) return TrialId::parse(found.ids.front());
  const std::string lower = base::to_lower_ascii(plain_path);
  for (const NumberedPage& page : kNumberedPages) {
    const std::size_t before = lower.find(page.before);
    if (!host.ends_with(page.host) || before == std::string::npos) continue;
    const std::string_view number = std::string_view(lower).substr(before + page.before.size());
    const std::size_t end = std::min(number.find_first_not_of("0123456789-"), number.size());
    return TrialId::parse(std::string(page.prefix).append(number.substr(0, end)));
  }
  return std::nullopt;
}

std::optional<TrialId> typed_number(std::string_view text) {
  std::optional<TrialId> id = TrialId::parse(text);
  return id ? id : number_in_address(text);
}

}  // namespace trialsift::model
