// SPDX-License-Identifier: GPL-2.0-or-later
#include "query/citation/tags.hpp"

#include <algorithm>
#include <iterator>

#include "query/characters.hpp"
#include "query/diagnostics.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::query {
namespace {

constexpr Tag words(std::string_view name, unsigned parts) {
  return {name, TagKind::kText, parts};
}
constexpr Tag is_void(std::string_view name) {
  return {name, TagKind::kVoid};
}
constexpr Tag is_number_of_trial(std::string_view name) {
  return {name, TagKind::kNumber};
}
constexpr Tag is_date(std::string_view name) {
  return {name, TagKind::kDate};
}

constexpr unsigned kEverything = kTopic | kTheRest;
constexpr unsigned kTextWords = kTitles | kDescriptions;

constexpr Tag kOvidTags[] = {
    words("ti", kTitles),
    words("tt", kTitles),
    words("m_titl", kTitles),
    words("ab", kDescriptions),
    words("tw", kTextWords),
    words("mp", kTopic),
    words("af", kEverything),
    words("kw", kKeywords),
    words("kf", kKeywords),
    words("ot", kKeywords),
    words("id", kKeywords),
    words("nm", kInterventions),
    words("rn", kInterventions),
    words("tn", kInterventions),
    words("hw", kMeshWords),
    {"pt", TagKind::kType},
    is_date("dc"),
    is_date("da"),
    is_date("dt"),
    is_date("dp"),
    is_date("ed"),
    is_date("ep"),
    is_date("ez"),
    is_date("mz"),
    is_date("rd"),
    is_date("rv"),
    is_date("up"),
    is_date("yr"),
    is_void("ac"),
    is_void("ad"),
    is_void("ai"),
    is_void("an"),
    is_void("ar"),
    is_void("au"),
    is_void("be"),
    is_void("bt"),
    is_void("ca"),
    is_void("cf"),
    is_void("ci"),
    is_void("cm"),
    is_void("cn"),
    is_void("co"),
    is_void("cp"),
    is_void("cr"),
    is_void("ct"),
    is_void("cy"),
    is_void("db"),
    is_void("dm"),
    is_void("do"),
    is_void("dv"),
    is_void("eu"),
    is_void("fa"),
    is_void("fs"),
    is_void("fx"),
    is_void("gr"),
    is_void("gs"),
    is_void("ia"),
    is_void("ib"),
    is_void("in"),
    is_void("ip"),
    is_void("ir"),
    is_void("is"),
    is_void("jn"),
    is_void("jw"),
    is_void("jx"),
    is_void("lg"),
    is_void("lm"),
    is_void("md"),
    is_void("my"),
    is_void("nj"),
    is_void("nr"),
    is_void("pb"),
    is_void("pg"),
    is_void("pm"),
    is_void("po"),
    is_void("ps"),
    is_void("px"),
    is_void("rf"),
    is_void("rs"),
    is_void("rx"),
    is_void("ry"),
    is_void("sa"),
    is_void("sb"),
    is_void("sh"),
    is_number_of_trial("si"),
    is_void("sl"),
    is_void("so"),
    is_void("sp"),
    is_void("st"),
    is_void("tc"),
    is_void("ui"),
    is_void("ux"),
    is_void("vo"),
    is_void("xs"),
};

constexpr Tag kPubmedTags[] = {
    words("ti", kTitles),
    words("title", kTitles),
    words("transliteratedtitle", kTitles),
    words("tt", kTitles),
    words("ab", kDescriptions),
    words("abstract", kDescriptions),
    words("tiab", kTextWords),
    words("titleabstract", kTextWords),
    words("tw", kTextWords),
    words("text", kTextWords),
    words("textword", kTextWords),
    words("textwords", kTextWords),
    words("all", kEverything),
    words("allfields", kEverything),
    words("allfield", kEverything),
    words("ot", kKeywords),
    words("otherterm", kKeywords),
    words("kw", kKeywords),
    words("keyword", kKeywords),
    words("nm", kInterventions),
    words("substancename", kInterventions),
    words("supplementaryconcept", kInterventions),
    words("pa", kInterventions),
    words("pharmacologicalaction", kInterventions),
    words("rn", kInterventions),
    words("ecrnnumber", kInterventions),
    {"mesh", TagKind::kExploded},
    {"mh", TagKind::kExploded},
    {"me", TagKind::kExploded},
    {"meshterm", TagKind::kExploded},
    {"meshterms", TagKind::kExploded},
    {"mesh:exp", TagKind::kExploded},
    {"mh:exp", TagKind::kExploded},
    {"mesh:noexp", TagKind::kHeading},
    {"mh:noexp", TagKind::kHeading},
    {"meshterm:noexp", TagKind::kHeading},
    {"meshterms:noexp", TagKind::kHeading},
    {"de", TagKind::kHeading},
    {"majr", TagKind::kExplodedMajor},
    {"mj", TagKind::kMajor},
    {"meshmajortopic", TagKind::kExplodedMajor},
    {"majr:noexp", TagKind::kMajor},
    {"meshmajortopic:noexp", TagKind::kMajor},
    {"pt", TagKind::kType},
    {"ptyp", TagKind::kType},
    {"publicationtype", TagKind::kType},
    is_date("crdt"),
    is_date("dcom"),
    is_date("dep"),
    is_date("dp"),
    is_date("edat"),
    is_date("lr"),
    is_date("mhda"),
    is_date("pdat"),
    is_date("ppdat"),
    is_date("epdat"),
    is_date("datecompletion"),
    is_date("datecreate"),
    is_date("dateentrez"),
    is_date("dateentry"),
    is_date("datemesh"),
    is_date("datemodification"),
    is_date("datepublication"),
    is_date("entrezdate"),
    is_date("publicationdate"),
    is_void("1au"),
    is_void("ad"),
    is_void("affiliation"),
    is_void("affl"),
    is_void("aid"),
    is_void("articleidentifier"),
    is_void("au"),
    is_void("auid"),
    is_void("author"),
    is_void("authoridentifier"),
    is_void("book"),
    is_void("ci"),
    is_void("cn"),
    is_void("cois"),
    is_void("conflictofintereststatements"),
    is_void("corporateauthor"),
    is_void("ed"),
    is_void("editor"),
    is_void("fau"),
    is_void("filter"),
    is_void("fir"),
    is_void("firstauthor"),
    is_void("firstauthorname"),
    is_void("fullauthorname"),
    is_void("gr"),
    is_void("grantnumber"),
    is_void("grantsandfunding"),
    is_void("investigator"),
    is_void("ip"),
    is_void("ir"),
    is_void("isbn"),
    is_void("issue"),
    is_void("jid"),
    is_void("jour"),
    is_void("journal"),
    is_void("la"),
    is_void("lang"),
    is_void("language"),
    is_void("lastau"),
    is_void("lastauthor"),
    is_void("lastauthorname"),
    is_void("lid"),
    is_void("locationid"),
    is_void("meshsubheading"),
    is_void("meshsubheadings"),
    is_void("nlmuniqueid"),
    is_void("pagination"),
    is_void("personalnameassubject"),
    is_void("pg"),
    is_void("pii"),
    is_void("pl"),
    is_void("placeofpublication"),
    is_void("pmid"),
    is_void("prop"),
    is_void("properties"),
    is_void("ps"),
    is_void("publisher"),
    is_void("sb"),
    is_number_of_trial("secondarysourceid"),
    is_void("sh"),
    is_number_of_trial("si"),
    is_void("so"),
    is_void("subheading"),
    is_void("subject"),
    is_void("subset"),
    is_void("ta"),
    is_void("uid"),
    is_void("vi"),
    is_void("volume"),
};

struct NamedParts {
  unsigned parts;
  std::string_view field;
};

/// The largest first: fields_of takes the first that fits.
constexpr NamedParts kNamedParts[] = {
    {kEverything, "af"},
    {kTopic, "mp"},
    {kTextWords | kKeywords | kInterventions, "tiab_kw_nm"},
    {kTextWords | kKeywords, "tiab_kw"},
    {kTextWords | kInterventions, "tiab_nm"},
    {kTextWords, "tiab"},
    {kTitles, "title"},
    {kDescriptions, "desc"},
    {kKeywords, "kw"},
    {kInterventions, "intervention"},
    {kMeshWords, "mesh"},
};

template <std::size_t n>
const Tag* find(const Tag (&tags)[n], std::string_view name) {
  const auto* found =
      std::find_if(std::begin(tags), std::end(tags), [name](const Tag& tag) { return tag.name == name; });
  return found == std::end(tags) ? nullptr : found;
}

template <std::size_t n>
std::string suggest(const Tag (&tags)[n], std::string_view name) {
  std::vector<std::string_view> names;
  for (const Tag& tag : tags) names.push_back(tag.name);
  return suggestion(name, names);
}

/// "MeSH Terms: noexp" is meshterms:noexp.
std::string squeezed(std::string_view name) {
  std::string out;
  for (const char c : base::to_lower_ascii(name)) {
    if (is_word_byte(c) || c == ':') out += c;
  }
  return out;
}

}  // namespace

const Tag* find_ovid_tag(std::string_view code) {
  return find(kOvidTags, base::to_lower_ascii(code));
}

const Tag* find_pubmed_tag(std::string_view name) {
  return find(kPubmedTags, squeezed(name));
}

std::string ovid_tag_suggestion(std::string_view code) {
  return suggest(kOvidTags, code);
}

std::string pubmed_tag_suggestion(std::string_view name) {
  return suggest(kPubmedTags, squeezed(name));
}

std::vector<std::string_view> fields_of(unsigned parts) {
  std::vector<std::string_view> names;
  for (const NamedParts& named : kNamedParts) {
    if ((named.parts & ~parts) != 0) continue;
    names.push_back(named.field);
    parts &= ~named.parts;
  }
  return names;
}

}  // namespace trialsift::query
