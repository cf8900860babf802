// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/analysis/spelling.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace trialsift::analysis {
namespace {

using Rule = SpellingRule;
constexpr Rule::Place kAnywhere = Rule::Place::kAnywhere;
constexpr Rule::Place kEnd = Rule::Place::kEnd;
constexpr Rule::Place kWhole = Rule::Place::kWhole;

// British first, where it is a matter of that.
constexpr Rule kRules[] = {
    // -our
    {"tumour", "tumor", kAnywhere},
    {"behaviour", "behavior", kAnywhere},
    {"colour", "color", kAnywhere},
    {"flavour", "flavor", kAnywhere},
    {"favour", "favor", kAnywhere},
    {"harbour", "harbor", kAnywhere},
    {"honour", "honor", kAnywhere},
    {"humour", "humor", kAnywhere},
    {"labour", "labor", kAnywhere},
    {"neighbour", "neighbor", kAnywhere},
    {"odour", "odor", kAnywhere},
    {"rigour", "rigor", kAnywhere},
    {"vapour", "vapor", kAnywhere},
    {"vigour", "vigor", kAnywhere},
    {"endeavour", "endeavor", kAnywhere},
    // ae and oe
    {"aemi", "emi", kAnywhere},    // anaemia, leukaemia, ischaemic
    {"haem", "hem", kAnywhere},    // haemoglobin
    {"aesth", "esth", kAnywhere},  // anaesthesia
    {"paed", "ped", kAnywhere},    // paediatric, orthopaedic
    {"gynaec", "gynec", kAnywhere},
    {"faec", "fec", kAnywhere},
    {"caec", "cec", kAnywhere},
    {"caesarean", "cesarean", kAnywhere},
    {"caesarian", "cesarean", kAnywhere},
    {"aetiol", "etiol", kAnywhere},
    {"glycaem", "glycem", kAnywhere},
    {"kalaem", "kalem", kAnywhere},
    {"natraem", "natrem", kAnywhere},
    {"calcaem", "calcem", kAnywhere},
    {"lipidaem", "lipidem", kAnywhere},
    {"volaem", "volem", kAnywhere},
    {"praevia", "previa", kAnywhere},
    {"naev", "nev", kAnywhere},
    {"palaeo", "paleo", kAnywhere},
    {"aeroplane", "airplane", kAnywhere},
    {"rrhoe", "rrhe", kAnywhere},  // diarrhoea, amenorrhoeic
    {"pnoe", "pne", kAnywhere},    // dyspnoea, apnoea
    {"oedem", "edem", kAnywhere},
    {"oesoph", "esoph", kAnywhere},
    {"oestr", "estr", kAnywhere},
    {"foet", "fet", kAnywhere},
    {"coelia", "celia", kAnywhere},
    {"manoeuv", "maneuv", kAnywhere},
    {"homoeo", "homeo", kAnywhere},
    // -re
    {"centre", "center", kAnywhere},
    {"litre", "liter", kAnywhere},
    {"metre", "meter", kAnywhere},
    {"fibre", "fiber", kAnywhere},
    {"titre", "titer", kAnywhere},
    {"goitre", "goiter", kAnywhere},
    {"theatre", "theater", kAnywhere},
    {"calibre", "caliber", kAnywhere},
    {"centred", "centered", kEnd},
    // -ise, -yse
    {"ise", "ize", kEnd},
    {"ised", "ized", kEnd},
    {"ises", "izes", kEnd},
    {"iser", "izer", kEnd},
    {"isers", "izers", kEnd},
    {"ising", "izing", kEnd},
    {"isation", "ization", kEnd},
    {"isations", "izations", kEnd},
    {"yse", "yze", kEnd},
    {"ysed", "yzed", kEnd},
    {"yser", "yzer", kEnd},
    {"ysers", "yzers", kEnd},
    {"ysing", "yzing", kEnd},
    // doubled letters
    {"labell", "label", kAnywhere},
    {"counsell", "counsel", kAnywhere},
    {"modell", "model", kAnywhere},
    {"travell", "travel", kAnywhere},
    {"signall", "signal", kAnywhere},
    {"channell", "channel", kAnywhere},
    {"tunnell", "tunnel", kAnywhere},
    {"levell", "level", kAnywhere},
    {"cancell", "cancel", kAnywhere},
    {"diall", "dial", kAnywhere},
    {"fulfil", "fulfill", kWhole},
    {"fulfils", "fulfills", kWhole},
    {"enrol", "enroll", kWhole},
    {"enrols", "enrolls", kWhole},
    {"enrolment", "enrollment", kAnywhere},
    {"instil", "instill", kWhole},
    {"skilful", "skillful", kAnywhere},
    {"focuss", "focus", kAnywhere},
    // consonants
    {"sulph", "sulf", kAnywhere},
    {"leuco", "leuko", kAnywhere},
    {"leucaem", "leukem", kAnywhere},
    {"leucem", "leukem", kAnywhere},
    {"defence", "defense", kAnywhere},
    {"offence", "offense", kAnywhere},
    {"licence", "license", kAnywhere},
    {"pretence", "pretense", kAnywhere},
    {"practise", "practice", kAnywhere},
    {"practising", "practicing", kAnywhere},
    {"sceptic", "skeptic", kAnywhere},
    {"grey", "gray", kWhole},
    {"disc", "disk", kWhole},
    {"discs", "disks", kWhole},
    {"mould", "mold", kAnywhere},
    {"catalogue", "catalog", kAnywhere},
    {"dialogue", "dialog", kAnywhere},
    {"analogue", "analog", kAnywhere},
    {"homologue", "homolog", kAnywhere},
    // whole words
    {"programme", "program", kWhole},
    {"programmes", "programs", kWhole},
    {"ageing", "aging", kAnywhere},
    {"judgement", "judgment", kAnywhere},
    {"aluminium", "aluminum", kAnywhere},
    {"orientated", "oriented", kAnywhere},
    {"preventative", "preventive", kAnywhere},
    {"learnt", "learned", kWhole},
    {"acknowledgement", "acknowledgment", kAnywhere},
    {"speciality", "specialty", kWhole},
    {"specialities", "specialties", kWhole},
    {"aneurism", "aneurysm", kAnywhere},
    // names of drugs, present ones first
    {"ciclosporin", "cyclosporin", kAnywhere},
    {"ciclosporin", "cyclosporine", kWhole},
    {"cyclosporin", "cyclosporine", kWhole},
    {"amoxicillin", "amoxycillin", kAnywhere},
    {"cefal", "cephal", kAnywhere},
    {"cefr", "cephr", kAnywhere},
    {"metasone", "methasone", kAnywhere},
    {"indometacin", "indomethacin", kAnywhere},
    {"barbital", "barbitone", kEnd},
    {"thyroxine", "tiroxine", kEnd},
    {"rifampicin", "rifampin", kWhole},
    {"furosemide", "frusemide", kWhole},
    {"lidocaine", "lignocaine", kWhole},
    // plurals that the stemmer does not know
    {"tases", "tasis", kEnd},  // metastases
    {"noses", "nosis", kEnd},  // diagnoses, prognoses
    {"roses", "rosis", kEnd},  // fibroses, neuroses
    {"moses", "mosis", kEnd},  // anastomoses
    {"boses", "bosis", kEnd},  // thromboses
    {"choses", "chosis", kEnd},
    {"poses", "posis", kEnd},
    {"lyses", "lysis", kEnd},
    {"theses", "thesis", kEnd},
    {"crises", "crisis", kWhole},
    {"criteria", "criterion", kWhole},
    {"bacteria", "bacterium", kEnd},
    {"phenomena", "phenomenon", kWhole},
    {"vertebrae", "vertebra", kWhole},
    {"nuclei", "nucleus", kWhole},
    {"stimuli", "stimulus", kWhole},
    {"fungi", "fungus", kWhole},
    {"thrombi", "thrombus", kWhole},
    {"emboli", "embolus", kWhole},
    {"foci", "focus", kWhole},
    {"calculi", "calculus", kWhole},
    {"ganglia", "ganglion", kWhole},
    {"mitochondria", "mitochondrion", kWhole},
    {"septa", "septum", kWhole},
    {"diverticula", "diverticulum", kWhole},
    {"carcinomata", "carcinoma", kWhole},
    {"stomata", "stoma", kWhole},
    {"women", "woman", kWhole},
    {"men", "man", kWhole},
    {"children", "child", kWhole},
    {"feet", "foot", kWhole},
    {"teeth", "tooth", kWhole},
    {"mice", "mouse", kWhole},
    {"lice", "louse", kWhole},
    {"appendices", "appendix", kWhole},
    {"cortices", "cortex", kWhole},
    {"indices", "index", kWhole},
    {"matrices", "matrix", kWhole},
};

constexpr std::size_t kShortest = 3;  ///< words have more letters, or are whole ones
constexpr int kMostRules = 3;         ///< one after the other
constexpr std::size_t kMostSpellings = 64;

/// The word with one's letters replaced by other's, at every place; empty where the rule does not fit.
std::string replaced(std::string_view word, std::string_view one, std::string_view other, Rule::Place place) {
  if (place == kWhole) return word == one ? std::string(other) : std::string();
  if (place == kEnd) {
    if (!word.ends_with(one) || word.size() < one.size() + kShortest) return {};
    return std::string(word.substr(0, word.size() - one.size())) + std::string(other);
  }
  std::string out;
  std::size_t from = 0;
  for (std::size_t at = word.find(one); at != std::string_view::npos; at = word.find(one, from)) {
    // "modelling" is no "modell" + "l" + "ing" for model -> modell.
    const std::string_view here = word.substr(at);
    const bool already = other.size() > one.size() && here.starts_with(other);
    const std::size_t size = already ? other.size() : one.size();
    out += word.substr(from, at - from);
    out += already ? here.substr(0, size) : other;
    from = at + size;
  }
  if (from == 0) return {};
  out += word.substr(from);
  return out == word ? std::string() : out;
}

constexpr std::array<std::string_view, 20> kNumerals{"i",    "ii",  "iii",  "iv",    "v",   "vi",   "vii",
                                                     "viii", "ix",  "x",    "xi",    "xii", "xiii", "xiv",
                                                     "xv",   "xvi", "xvii", "xviii", "xix", "xx"};

constexpr std::string_view kNumbered[] = {"class",  "classes", "factor", "factors", "grade", "grades", "group",
                                          "groups", "level",   "levels", "part",    "parts", "phase",  "phases",
                                          "stage",  "stages",  "step",   "steps",   "type",  "types"};

}  // namespace

std::span<const SpellingRule> spelling_rules() {
  return kRules;
}

std::vector<std::string> other_spellings(std::string_view word) {
  std::set<std::string> found{std::string(word)};
  std::vector<std::string> last{std::string(word)};
  for (int round = 0; round < kMostRules && !last.empty(); ++round) {
    std::vector<std::string> next;
    for (const std::string& spelling : last) {
      for (const Rule& rule : kRules) {
        for (const bool forward : {true, false}) {
          std::string other = forward ? replaced(spelling, rule.one, rule.other, rule.place)
                                      : replaced(spelling, rule.other, rule.one, rule.place);
          if (other.empty() || found.size() > kMostSpellings) continue;
          if (found.insert(other).second) next.push_back(std::move(other));
        }
      }
    }
    last = std::move(next);
  }
  found.erase(std::string(word));
  return {found.begin(), found.end()};
}

std::string other_numeral(std::string_view word) {
  for (std::size_t i = 0; i < kNumerals.size(); ++i) {
    const std::string digits = std::to_string(i + 1);
    if (word == kNumerals[i]) return digits;
    if (word == digits) return std::string(kNumerals[i]);
  }
  return {};
}

bool takes_numeral(std::string_view word) {
  return std::find(std::begin(kNumbered), std::end(kNumbered), word) != std::end(kNumbered);
}

}  // namespace trialsift::analysis
