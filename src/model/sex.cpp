// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <array>
#include <string>

#include "model/value_readers.hpp"
#include "model/written_text.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::model {
namespace {

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

constexpr std::array<std::string_view, 24> kFemale = {"female", "females",  "f",        "woman",    "women",  "girl",
                                                      "girls",  "femenino", "feminino", "femenina", "mujer",  "mujeres",
                                                      "mulher", "mulheres", "weiblich", "frau",     "frauen", "femme",
                                                      "femmes", "feminin",  "vrouw",    "vrouwen",  "femina", "donne"};
constexpr std::array<std::string_view, 24> kMale = {
    "male",     "males",  "m",       "man",    "men",    "boy",      "boys",      "masculino",
    "masculin", "hombre", "hombres", "homem",  "homens", "mannlich", "maennlich", "mann",
    "manner",   "homme",  "hommes",  "mannen", "uomini", "mas",      "hommes",    "masculinos"};
constexpr std::array<std::string_view, 12> kBoth = {"all",   "both",     "any",       "either", "ambos", "alle",
                                                    "beide", "everyone", "everybody", "tous",   "todos", "regardless"};
constexpr std::array<std::string_view, 10> kNot = {"not",       "no",       "non", "without", "except",
                                                   "excluding", "excluded", "nor", "neither", "exclude"};

enum class Answer { kNone, kYes, kNo };

/// What stands behind "female" in a table of ticks: ": yes", ": no", ":" and nothing. The cells may touch.
Answer answer_at(std::string_view text) {
  text = base::trim(text);
  if (!text.starts_with(':') && !text.starts_with('=')) return Answer::kNone;
  text = base::trim(text.substr(1));
  const bool yes = text.starts_with("yes") || text.starts_with("true") || text.starts_with('1');
  return yes ? Answer::kYes : Answer::kNo;
}

Written written(bool female, bool male) {
  if (female && male) return Written::value("all");
  if (female || male) return Written::value(female ? "female" : "male");
  return Written();
}

/// "Female: yes Male: no".
struct Ticks {
  bool female = false;
  bool male = false;
  bool found = false;
};

Ticks ticks_in(std::string_view plain) {
  Ticks ticks;
  for (std::size_t at = plain.find("male"); at != std::string_view::npos; at = plain.find("male", at + 4)) {
    const Answer answer = answer_at(plain.substr(at + 4));
    if (answer == Answer::kNone) continue;
    const bool female = at >= 2 && plain.substr(at - 2, 2) == "fe";
    ticks.found = true;
    (female ? ticks.female : ticks.male) |= answer == Answer::kYes;
  }
  return ticks;
}

}  // namespace

Written read_sex(const Vocabulary& vocabulary, std::string_view text) {
  if (const Spelled whole = spelled(vocabulary, text); whole.known()) return whole.written();
  const std::string plain = plain_text(text);
  if (const Ticks ticks = ticks_in(plain); ticks.found) return written(ticks.female, ticks.male);
  bool female = false;
  bool male = false;
  bool both = false;
  bool negated = false;
  for (const WrittenToken& token : written_tokens(plain)) {
    if (!token.is_word()) continue;
    female = female || holds(kFemale, token.text);
    male = male || holds(kMale, token.text);
    both = both || holds(kBoth, token.text);
    negated = negated || holds(kNot, token.text);
  }
  if (plain.find("no restriction") != std::string::npos || plain.find("no preference") != std::string::npos ||
      plain.find("no limit") != std::string::npos) {
    return Written::value("all");
  }
  if (negated) return Written::unknown();
  if (both && female == male) return Written::value("all");
  if (female || male) return written(female, male);
  return Written::unknown();
}

}  // namespace trialsift::model
