// SPDX-License-Identifier: GPL-2.0-or-later
// bench_corpus N < SOURCES: N trials as studies of the API v2, one a line, on standard output. SOURCES are studies of
// the API v2, arrays or pages of them, one JSON text after the other. The first trials are the sources; each of the
// others is made of two: a source drawn, and one near it in the order of conditions, so that the words of a topic stay
// together. The first gives the shape: which parts there are, how many sentences a text has and how many values a list,
// the headings, and all that is no text (dates, status, phases, places...) as it is. Sentences and values come from
// both, with new words in between. The same sources give the same bytes everywhere, and a smaller corpus is the
// beginning of a larger one. Memory holds the sources, and eight bytes for each new word.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <iostream>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include <simdjson.h>

#include "trialsift/base/json_writer.hpp"
#include "trialsift/base/text.hpp"

namespace {

using Json = simdjson::dom::element;
using Strings = std::vector<std::string>;
using Parts = std::map<std::string_view, std::string>;

/// What is mixed, by JSON pointer; a study has the last name of each nowhere else.
constexpr std::array<std::string_view, 2> kTitles = {"/protocolSection/identificationModule/briefTitle",
                                                     "/protocolSection/identificationModule/officialTitle"};
constexpr std::array<std::string_view, 3> kTexts = {"/protocolSection/descriptionModule/briefSummary",
                                                    "/protocolSection/descriptionModule/detailedDescription",
                                                    "/protocolSection/eligibilityModule/eligibilityCriteria"};
constexpr std::array<std::string_view, 7> kLists = {
    "/protocolSection/conditionsModule/conditions",       "/protocolSection/conditionsModule/keywords",
    "/protocolSection/armsInterventionsModule/armGroups", "/protocolSection/armsInterventionsModule/interventions",
    "/protocolSection/outcomesModule/primaryOutcomes",    "/protocolSection/outcomesModule/secondaryOutcomes",
    "/protocolSection/outcomesModule/otherOutcomes"};
constexpr std::string_view kId = "/protocolSection/identificationModule/nctId";
/// What names a real study: left out.
constexpr std::array<std::string_view, 5> kDropped = {"orgStudyIdInfo", "secondaryIdInfos", "nctIdAliases",
                                                      "expandedAccessInfo", "referencesModule"};

/// Numbers of the trials made: the registry's are far below, and those of corpus/ and of tests begin above.
constexpr std::uint64_t kFirstId = 90'000'001;
constexpr std::uint64_t kLastId = 98'999'999;

/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014).
class Random {
 public:
  /// From 0 to `end` - 1; `end` is from 1 to 2^32.
  std::size_t below(std::size_t end) {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    mixed ^= mixed >> 31U;
    return ((mixed >> 32U) * end) >> 32U;
  }

 private:
  std::uint64_t state_ = 0;
};

/// Words that no source has. They come as Heaps' law says, with the exponent 1/2 (Information Retrieval, 1978): n
/// trials have as many distinct words as the sources, times the root of n over the number of sources. They come again
/// as in Simon's model (Biometrika 42, 1955): with each new word one that is drawn from all that stood before.
class NewWords {
 public:
  /// Takes in the words of a source: runs of ASCII letters, digits and all signs beyond ASCII.
  void know(std::string_view text) {
    std::string word;
    for (const char c : trialsift::base::to_lower_ascii(text) + " ") {
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80) {
        word += c;
      } else if (!word.empty()) {
        known_.insert(std::exchange(word, {}));
      }
    }
  }

  /// The words to put into the n-th trial of a corpus with so many sources.
  Strings due(std::size_t n, std::size_t sources, Random& random) {
    // A root is rounded alike on every machine.
    const double growth = std::sqrt(static_cast<double>(n) / static_cast<double>(sources));
    const auto wanted = static_cast<std::size_t>(static_cast<double>(known_.size()) * growth);
    Strings words;
    for (; known_.size() + made_ < wanted; ++made_) {
      do ++number_;
      while (known_.contains(spelled(number_)));
      stood_.push_back(number_);
      words.push_back(spelled(number_));
      stood_.push_back(stood_[random.below(stood_.size())]);
      words.push_back(spelled(stood_.back()));
    }
    return words;
  }

  std::size_t made() const { return made_; }

 private:
  /// Four syllables. The factor shares no divisor with the number of such words: each number has a word of its own.
  static std::string spelled(std::uint64_t number) {
    constexpr std::string_view kConsonants = "bdfgklmnprstvxzh";
    constexpr std::string_view kVowels = "aeiou";
    constexpr std::uint64_t kSyllables = kConsonants.size() * kVowels.size();
    constexpr std::uint64_t kFactor = 25'314'727;
    std::string word;
    for (std::uint64_t rest = number * kFactor; word.size() < 8; rest /= kSyllables) {
      word += kConsonants[rest % kSyllables / kVowels.size()];
      word += kVowels[rest % kVowels.size()];
    }
    return word;
  }

  std::unordered_set<std::string> known_;  ///< its order is never seen
  std::vector<std::uint32_t> stood_;       ///< the number of each word that stood so far
  std::uint32_t number_ = 0;
  std::size_t made_ = 0;
};

std::string id_text(std::uint64_t number) {
  return "NCT" + std::to_string(number);
}

std::string json_of(std::string_view text) {
  return trialsift::base::JsonWriter().value(text).text();
}

std::string text_at(Json study, std::string_view pointer) {
  std::string_view text;
  return study.at_pointer(pointer).get(text) == simdjson::SUCCESS ? std::string(text) : std::string();
}

Strings list_at(Json study, std::string_view pointer) {
  Strings items;
  simdjson::dom::array list;
  if (study.at_pointer(pointer).get(list) != simdjson::SUCCESS) return items;
  for (const Json item : list) items.push_back(simdjson::minify(item));
  return items;
}

template <class Visitor>
void each_text(Json element, const Visitor& visit) {
  if (element.is_string()) visit(std::string_view(element));
  if (element.is_array()) {
    for (const Json item : simdjson::dom::array(element)) each_text(item, visit);
  } else if (element.is_object()) {
    for (const auto [key, value] : simdjson::dom::object(element)) each_text(value, visit);
  }
}

/// The study with other values for the members of those names that it has.
std::string with_parts(simdjson::dom::object study, const Parts& parts) {
  std::string out;
  for (const auto [key, value] : study) {
    if (std::find(kDropped.begin(), kDropped.end(), key) != kDropped.end()) continue;
    out += (out.empty() ? "{" : ",") + json_of(key) + ":";
    if (const auto part = parts.find(key); part != parts.end()) {
      out += part->second;
    } else {
      out += value.is_object() ? with_parts(value, parts) : simdjson::minify(value);
    }
  }
  return out.empty() ? "{}" : out + "}";
}

struct Sentence {
  std::string text;
  std::string gap;  ///< the white space after it
  bool heading;     ///< "Exclusion Criteria:"
};

/// A sentence ends at a line's end, and at a stop before a blank and no lower-case letter.
std::vector<Sentence> sentences(const std::string& text) {
  constexpr std::string_view kSpace = " \t\r\n";
  std::vector<Sentence> found;
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(kSpace, at), text.size());
    at = std::min(text.find_first_not_of(kSpace, end), text.size());
    const std::string gap = text.substr(end, at - end);
    const char last = end == 0 ? ' ' : text[end - 1];
    const bool stop = last == '.' || last == '?' || last == '!';
    const bool lower = at < text.size() && text[at] >= 'a' && text[at] <= 'z';
    if (at < text.size() && gap.find('\n') == std::string::npos && (!stop || lower)) continue;
    found.push_back({text.substr(from, end - from), gap, last == ':'});
    from = at;
  }
  return found;
}

/// Where a title is cut in two: before the first short word ("in", "with", "for") past its third, or at its end.
std::size_t cut(std::string_view title) {
  constexpr std::size_t kShort = 4;
  for (std::size_t at = title.find(' ', title.size() / 3); at != std::string_view::npos;) {
    const std::size_t next = title.find(' ', at + 1);
    if (next != std::string_view::npos && next - at <= kShort + 1) return at;
    at = next;
  }
  return title.size();
}

class Corpus {
 public:
  /// Throws std::runtime_error for what is no study, and for an id that comes twice or is one of those to be made.
  void read(std::string text) {
    constexpr std::size_t kBytesMax = 16U << 20U;  // of one JSON text
    const std::size_t size = text.size();
    text.append(simdjson::SIMDJSON_PADDING, ' ');
    simdjson::dom::document_stream stream = parsers_[0].parse_many(text.data(), size, kBytesMax);
    for (auto document : stream) {
      Json studies;
      if (const auto error = document.get(studies)) {
        throw std::runtime_error("after study " + std::to_string(sources_.size()) + ": " + error_message(error));
      }
      if (Json page; studies["studies"].get(page) == simdjson::SUCCESS) studies = page;
      if (studies.is_array()) {
        for (const Json study : simdjson::dom::array(studies)) add(study);
      } else {
        add(studies);
      }
    }
    if (stream.truncated_bytes() > 0) throw std::runtime_error("the last study has no end");
    if (sources_.size() < 2) throw std::runtime_error("there are no two studies to mix");
    std::sort(topics_.begin(), topics_.end());
  }

  void write(std::size_t wanted, std::ostream& out) {
    if (wanted > sources_.size() + (kLastId - kFirstId + 1)) throw std::runtime_error("there are not so many ids");
    for (std::size_t i = 0; i < wanted && out; ++i) out << (i < sources_.size() ? sources_[i] : made(i + 1)) << '\n';
    if (!out.flush()) throw std::runtime_error("the corpus could not be written");
    std::cerr << "bench_corpus: " << wanted << " trials, of which " << std::min(wanted, sources_.size())
              << " as they were read; " << words_.made() << " new words\n";
  }

 private:
  void add(Json study) {
    const std::string id = text_at(study, kId);
    const bool to_be_made = id >= id_text(kFirstId) && id <= id_text(kLastId);
    if (id.empty() || to_be_made || !ids_.insert(id).second) {
      throw std::runtime_error("study " + std::to_string(sources_.size() + 1) + " has no id of its own: '" + id + "'");
    }
    const auto know = [this, study](std::string_view part) {
      Json value;
      if (study.at_pointer(part).get(value) != simdjson::SUCCESS) return;
      each_text(value, [this](std::string_view text) { words_.know(text); });
    };
    std::for_each(kTitles.begin(), kTitles.end(), know);
    std::for_each(kTexts.begin(), kTexts.end(), know);
    std::for_each(kLists.begin(), kLists.end(), know);
    std::string topic = text_at(study, std::string(kLists[0]) + "/0");
    if (topic.empty()) topic = text_at(study, kTitles[0]);
    topics_.emplace_back(trialsift::base::to_lower_ascii(topic), sources_.size());
    sources_.push_back(simdjson::minify(study));
  }

  /// The n-th trial of the corpus.
  std::string made(std::size_t n) {
    constexpr std::size_t kNear = 32;
    const std::size_t one = random_.below(topics_.size());
    const std::size_t first = one - std::min(one, kNear);
    const std::size_t last = std::min(one + kNear, topics_.size() - 1);
    const std::size_t other = first + random_.below(last - first);
    const Json a = parsers_[0].parse(sources_[topics_[one].second]);
    const Json b = parsers_[1].parse(sources_[topics_[other < one ? other : other + 1].second]);

    Parts texts;
    for (const auto part : kTitles) texts[part] = mixed_title(text_at(a, part), text_at(b, part));
    for (const auto part : kTexts) texts[part] = mixed_text(text_at(a, part), text_at(b, part));
    add_words(texts, n);
    Parts parts;
    for (const auto& [part, text] : texts) parts[part.substr(part.rfind('/') + 1)] = json_of(text);
    for (const auto part : kLists) {
      std::string list;
      for (const std::string& item : draw(list_at(a, part), list_at(b, part))) list += (list.empty() ? "" : ",") + item;
      parts[part.substr(part.rfind('/') + 1)] = "[" + list + "]";
    }
    parts["nctId"] = json_of(id_text(kFirstId + (n - sources_.size() - 1)));
    return with_parts(a, parts);
  }

  /// The beginning of the one and the end of the other, where there are both.
  static std::string mixed_title(const std::string& a, const std::string& b) {
    return a.empty() || b.empty() ? a : a.substr(0, cut(a)) + b.substr(cut(b));
  }

  std::string mixed_text(const std::string& a, const std::string& b) {
    std::array<Strings, 2> own;
    for (const Sentence& sentence : sentences(a)) {
      if (!sentence.heading) own[0].push_back(sentence.text);
    }
    for (const Sentence& sentence : sentences(b)) {
      if (!sentence.heading) own[1].push_back(sentence.text);
    }
    const Strings drawn = draw(own[0], own[1]);
    std::string text;
    auto next = drawn.begin();
    for (const Sentence& sentence : sentences(a)) {
      if (!sentence.heading && next == drawn.end()) break;
      text += (sentence.heading ? sentence.text : *next++) + sentence.gap;
    }
    return text;
  }

  /// As many items as `a` has, of both: one of all says which list is next, and each gives its own in turn, from one
  /// drawn on. What is there already is passed over, and left out in the end where there is nothing else.
  Strings draw(const Strings& a, const Strings& b) {
    Strings drawn;
    if (a.empty()) return drawn;
    constexpr std::size_t kTries = 8;
    std::array<std::size_t, 2> at = {random_.below(a.size()), b.empty() ? 0 : random_.below(b.size())};
    for (std::size_t tries = 0; drawn.size() < a.size() && tries < kTries * a.size(); ++tries) {
      const std::size_t which = random_.below(a.size() + b.size()) < a.size() ? 0 : 1;
      const Strings& list = which == 0 ? a : b;
      const std::string& item = list[at[which]++ % list.size()];
      if (std::find(drawn.begin(), drawn.end(), item) == drawn.end()) drawn.push_back(item);
    }
    return drawn;
  }

  /// Each after a word of one of the texts, of a long one as much more often as it is longer. What a study without
  /// texts does not take comes with the next one.
  void add_words(Parts& texts, std::size_t n) {
    std::size_t size = 0;
    for (const auto& [part, text] : texts) size += text.size();
    if (size == 0) return;
    for (const std::string& word : words_.due(n, sources_.size(), random_)) {
      std::size_t at = random_.below(size);
      auto text = texts.begin();
      for (; at >= text->second.size(); ++text) at -= text->second.size();
      text->second.insert(std::min(text->second.find(' ', at), text->second.size()), " " + word);
      size += word.size() + 1;
    }
  }

  Strings sources_;
  std::vector<std::pair<std::string, std::size_t>> topics_;  ///< first condition or title of each source, sorted
  std::set<std::string> ids_;
  NewWords words_;
  Random random_;
  std::array<simdjson::dom::parser, 2> parsers_;
};

}  // namespace

int main(int argc, char** argv) {
  const std::string_view number = argc == 2 ? argv[1] : "";
  std::size_t wanted = 0;
  const auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), wanted);
  if (number.empty() || error != std::errc() || stop != number.data() + number.size()) {
    std::cerr << "usage: bench_corpus N < SOURCES\n";
    return 2;
  }
  try {
    std::ios::sync_with_stdio(false);
    Corpus corpus;
    corpus.read({std::istreambuf_iterator<char>(std::cin), {}});
    corpus.write(wanted, std::cout);
  } catch (const std::exception& failure) {
    std::cerr << "bench_corpus: " << failure.what() << "\n";
    return 2;
  }
  return 0;
}
