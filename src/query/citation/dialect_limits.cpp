// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/citation/dialect_limits.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "query/characters.hpp"
#include "query/diagnostics.hpp"
#include "query/shape.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

/// Ages as Ovid's limits name them in MEDLINE, Embase and PsycInfo; the longest name that a limit begins with counts.
struct AgeLimit {
  std::string_view name;
  std::string_view low;
  std::string_view high;
};
constexpr AgeLimit kAgeLimits[] = {
    {"all infant", "0 days", "23 months"},
    {"all child", "0 days", "18 years"},
    {"all adult", "19 years", ""},
    {"all aged", "65 years", ""},
    {"newborn infant", "0 days", "29 days"},
    {"newborn", "0 days", "29 days"},
    {"neonate", "0 days", "29 days"},
    {"embryo", "0 days", "0 days"},
    {"infant", "1 month", "23 months"},
    {"infancy", "0 days", "23 months"},
    {"preschool child", "2 years", "5 years"},
    {"preschool age", "2 years", "5 years"},
    {"school child", "6 years", "12 years"},
    {"school age", "6 years", "12 years"},
    {"child", "6 years", "12 years"},
    {"childhood", "0 days", "12 years"},
    {"adolescent", "13 years", "18 years"},
    {"adolescence", "13 years", "17 years"},
    {"young adult and adult", "19 years", "44 years"},
    {"young adult", "19 years", "24 years"},
    {"adult", "19 years", "44 years"},
    {"adulthood", "18 years", ""},
    {"thirties", "30 years", "39 years"},
    {"middle age", "45 years", "64 years"},
    {"middle aged", "45 years", ""},
    {"aged", "65 years", ""},
    {"very old", "85 years", ""},
};

/// Publication types and filters for kinds of studies: citations have them, registry records do not.
constexpr std::string_view kPublicationTypes[] = {
    "reviews",
    "review",
    "systematic review",
    "meta analysis",
    "meta-analysis",
    "clinical trial",
    "controlled clinical trial",
    "randomized controlled trial",
    "randomised controlled trial",
    "pragmatic clinical trial",
    "multicenter study",
    "comparative study",
    "observational study",
    "evaluation stud",
    "validation stud",
    "case reports",
    "case report",
    "comment",
    "editorial",
    "letter",
    "news",
    "note",
    "journal article",
    "article",
    "conference",
    "congress",
    "guideline",
    "practice guideline",
    "consensus",
    "evidence based",
    "therapy",
    "diagnosis",
    "prognosis",
    "causation",
    "etiology",
    "qualitative",
    "cost",
    "economics",
    "treatment & prevention",
    "historical article",
    "lecture",
    "short survey",
    "book",
    "chapter",
    "dissertation",
    "erratum",
    "overview",
    "phase ",
    "retracted",
    "twin study",
    "preprint",
    "cochrane",
    "clinical study",
    "peer reviewed journal",
};

constexpr std::string_view kDateKeys[] = {"yr", "ed", "dc", "dd", "ez", "em", "dt",
                                          "da", "up", "dp", "ep", "rd", "mz", "rv"};

std::string unquoted(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c != '"') out += c;
  }
  return base::collapse_space(out);
}

class Limits {
 public:
  Limits(Span span, const DialectContext& context) : span_(span), context_(context) {}

  /// kEvery: says nothing; kVoid: only what records do not have.
  Node read(std::string_view criteria) {
    if (++depth_ > kDeepest) fail(span_.begin, "the parentheses of this limit go too deep");
    criteria = base::trim(criteria);
    while (is_enclosed(criteria)) criteria = base::trim(criteria.substr(1, criteria.size() - 2));
    Node node;
    if (const std::vector<std::string_view> parts = parted(criteria, "and"); parts.size() > 1) {
      node = combined(NodeKind::kAnd, parts);
    } else if (const std::vector<std::string_view> choices = parted(criteria, "or"); choices.size() > 1) {
      node = combined(NodeKind::kOr, choices);
    } else {
      node = criterion(criteria);
    }
    --depth_;
    return node;
  }

 private:
  static constexpr int kDeepest = 20;

  static bool is_enclosed(std::string_view text) {
    if (text.size() < 2 || text.front() != '(' || text.back() != ')') return false;
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '"') quoted = !quoted;
      if (quoted) continue;
      if (text[i] == '(') ++depth;
      if (text[i] == ')' && --depth == 0 && i + 1 < text.size()) return false;
    }
    return depth == 0;
  }

  /// The parts between the words `op` outside of quotes and parentheses.
  static std::vector<std::string_view> parted(std::string_view text, std::string_view op) {
    std::vector<std::string_view> parts;
    const std::string lower = base::to_lower_ascii(text);
    const std::string wanted = ' ' + std::string(op) + ' ';
    int depth = 0;
    bool quoted = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '"') quoted = !quoted;
      if (quoted) continue;
      if (text[i] == '(' || text[i] == '<') ++depth;
      if (text[i] == ')' || text[i] == '>') --depth;
      if (depth == 0 && lower.compare(i, wanted.size(), wanted) == 0) {
        parts.push_back(base::trim(text.substr(begin, i - begin)));
        begin = i + wanted.size();
        i = begin - 1;
      }
    }
    parts.push_back(base::trim(text.substr(begin)));
    return parts;
  }

  /// What says something of the parts. Any part that every record fits makes a choice say nothing.
  Node combined(NodeKind kind, const std::vector<std::string_view>& parts) {
    std::vector<Node> kept;
    bool any_fits_all = false;
    for (const std::string_view part : parts) {
      Node node = read(part);
      if (node.kind == NodeKind::kEvery) {
        any_fits_all = true;
      } else if (node.kind != NodeKind::kVoid) {
        kept.push_back(std::move(node));
      }
    }
    if (kept.empty() || (kind == NodeKind::kOr && any_fits_all)) {
      return leaf(any_fits_all ? NodeKind::kEvery : NodeKind::kVoid, span_);
    }
    return joined(kind, std::move(kept));
  }

  Node criterion(std::string_view text) {
    if (text.empty()) fail(span_.begin, "there is nothing to limit to: write limit 3 to humans");
    if (std::optional<Node> assigned = assignment(text)) return *assigned;
    const std::string name = unquoted(text);
    const std::string lower = base::to_lower_ascii(name);
    if (lower.starts_with("human")) {
      context_.tell("limit", "the limit to humans leaves every record: trials are of humans", span_, true);
      return leaf(NodeKind::kEvery, span_);
    }
    if (lower.starts_with("animal")) {
      context_.tell("limit", "the limit to animals leaves no record: trials are of humans", span_, true);
      return no_record(span_);
    }
    if (lower.starts_with("female") || lower.starts_with("male")) {
      const std::string_view sex = lower.starts_with("female") ? "female" : "male";
      context_.tell("limit", "the limit to " + std::string(sex) + " is the sex of the participants here", span_, true);
      return sex_choice(sex, span_);
    }
    if (std::optional<Node> range = age(lower)) {
      context_.tell("limit", "the limit to " + shown(name) + " is the age of the participants here", span_, true);
      return *range;
    }
    if (is_publication_type(lower)) return publication_type(name, lower);
    context_.tell("limit", "the limit to " + shown(name) + " says nothing about registry records and was left out",
                  span_, true);
    return leaf(NodeKind::kEvery, span_);
  }

  /// yr="2005 -Current", ed=20111101-20140911, lg=english.
  std::optional<Node> assignment(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || text.front() == '"') return std::nullopt;
    const std::string key = base::to_lower_ascii(base::trim(text.substr(0, equals)));
    const bool date = std::find(std::begin(kDateKeys), std::end(kDateKeys), key) != std::end(kDateKeys);
    if (!date) {
      context_.tell("limit", "the limit to " + shown(text) + " says nothing about registry records and was left out",
                    span_, true);
      return leaf(NodeKind::kEvery, span_);
    }
    Node node = dates_leaf(unquoted(text.substr(equals + 1)), span_, context_);
    if (node.kind == NodeKind::kVoid) node = leaf(NodeKind::kEvery, span_);
    return node;
  }

  std::optional<Node> age(std::string_view lower) const {
    // PsycInfo numbers its ages: 300 adulthood <age 18 yrs and older>.
    while (!lower.empty() && (base::is_digit(lower.front()) || lower.front() == ' ')) lower.remove_prefix(1);
    const AgeLimit* best = nullptr;
    for (const AgeLimit& limit : kAgeLimits) {
      if (!lower.starts_with(limit.name)) continue;
      const char next = lower.size() > limit.name.size() ? lower[limit.name.size()] : ' ';
      if (is_word_byte(next) && next != 's') continue;
      if (best == nullptr || limit.name.size() > best->name.size()) best = &limit;
    }
    if (best == nullptr) return std::nullopt;
    const std::size_t open = lower.find_first_of("(<");
    const std::optional<Node> written =
        open == std::string_view::npos ? std::nullopt : written_years(lower.substr(open + 1));
    return written ? *written : age_range(best->low, best->high, span_);
  }

  static std::string years(std::int64_t number) { return std::to_string(number) + " years"; }

  /// (6 to 12 years), (65 and over), <18 to 64 years>. Months are left to the name.
  std::optional<Node> written_years(std::string_view text) const {
    if (text.find("month") != std::string_view::npos || text.find("birth") != std::string_view::npos)
      return std::nullopt;
    std::vector<std::int64_t> numbers;
    bool inside = false;
    for (const char c : text) {
      if (!base::is_digit(c)) {
        inside = false;
        continue;
      }
      if (!inside) numbers.push_back(0);
      inside = true;
      numbers.back() = std::min<std::int64_t>(numbers.back() * 10 + (c - '0'), 150);
    }
    const bool open = text.find("plus") != std::string_view::npos || text.find("over") != std::string_view::npos ||
                      text.find("older") != std::string_view::npos || text.find('+') != std::string_view::npos;
    if (numbers.size() == 1 && open) return age_range(years(numbers[0]), "", span_);
    if (numbers.size() == 2 && numbers[0] <= numbers[1]) return age_range(years(numbers[0]), years(numbers[1]), span_);
    return std::nullopt;
  }

  static bool is_publication_type(std::string_view lower) {
    return std::any_of(std::begin(kPublicationTypes), std::end(kPublicationTypes),
                       [lower](std::string_view type) { return lower.starts_with(type); });
  }

  Node publication_type(const std::string& name, std::string_view lower) {
    const bool randomized = lower.starts_with("randomized controlled") || lower.starts_with("randomised controlled");
    if (randomized && context_.options.map_publication_types) {
      context_.tell("publication-type", "randomized controlled trial is read as allocation:randomized", span_, true);
      return filter_leaf("allocation", "randomized", span_);
    }
    context_.tell("void-limit",
                  "the limit to " + shown(name) + " is nothing that registry records have: it says nothing here", span_,
                  true);
    return leaf(NodeKind::kVoid, span_);
  }

  Span span_;
  const DialectContext& context_;
  int depth_ = 0;
};

}  // namespace

Node limited(Node line, std::string_view criteria, Span span, const DialectContext& context) {
  Node node = Limits(span, context).read(criteria);
  if (node.kind == NodeKind::kEvery) return line;
  if (node.kind == NodeKind::kVoid) return void_leaf(std::string(criteria), span);
  std::vector<Node> operands;
  operands.push_back(std::move(line));
  operands.push_back(std::move(node));
  return joined(NodeKind::kAnd, std::move(operands));
}

}  // namespace trialsift::query
