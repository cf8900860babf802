// SPDX-License-Identifier: GPL-2.0-or-later
#include <algorithm>
#include <set>

#include "rendered.hpp"
#include "support/catch.hpp"
#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

using namespace trialsift;
using namespace trialsift::testing;
using render::ExportOptions;

namespace {

model::Trial graft_trial() {
  return trial(99000001, {{"title", "Grafts"},
                          {"official", "A Trial of Grafts"},
                          {"acronym", "GRAFT"},
                          {"summary", "The graft is tested.\n\nIt is new."},
                          {"detailed", "Much more."},
                          {"condition", "Myeloma"},
                          {"condition", "Anemia"},
                          {"keyword", "myeloma"},
                          {"keyword", "Transplant"},
                          {"intervention", "Lenalidomide"},
                          {"sponsor", "The Society, London"},
                          {"status", "RECRUITING"},
                          {"phase", "PHASE1"},
                          {"phase", "PHASE2"},
                          {"posted", "2011-08-22"}});
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (const std::string_view line : base::split(text, '\n')) lines.emplace_back(line);
  return lines;
}

bool has_line(const std::string& text, const std::string& line) {
  const std::vector<std::string> lines = lines_of(text);
  return std::find(lines.begin(), lines.end(), line) != lines.end();
}

}  // namespace

TEST_CASE("a RIS record has the tags that screening tools read, in one line each") {
  CHECK(rendered("ris", {graft_trial()}, "graft").substr(0, 600) ==
        "TY  - DBASE\n"
        "AN  - NCT99000001\n"
        "ID  - NCT99000001\n"
        "TI  - A Trial of Grafts\n"
        "ST  - Grafts (GRAFT)\n"
        "AU  - The Society, London,\n"
        "PY  - 2011\n"
        "DA  - 2011/08/22\n"
        "AB  - The graft is tested. It is new. Much more.\n"
        "KW  - Myeloma\n"
        "KW  - Anemia\n"
        "KW  - Transplant\n"
        "KW  - Lenalidomide\n"
        "UR  - https://clinicaltrials.gov/study/NCT99000001\n"
        "DB  - ClinicalTrials.gov\n"
        "DP  - U.S. National Library of Medicine\n"
        "N1  - Status: Recruiting\n"
        "N1  - Phase: Phase 1, Phase 2\n"
        "N1  - Rank: 1\n"
        "N1  - Score: " +
            rendered("trec", {graft_trial()}, "graft").substr(19, 8) +
            "\n"
            "N1  - Best sentence, summary: The graft is tested.\n"
            "ER  - \n\n");
}

TEST_CASE("an NBIB record begins with its PMID and wraps with six blanks") {
  model::Trial long_trial = graft_trial();
  for (int i = 0; i < 30; ++i) long_trial.brief_summary += " Some more words.";
  const std::string text = rendered("nbib", {long_trial}, "graft");
  const std::vector<std::string> lines = lines_of(text);
  CHECK(lines.front() == "PMID- NCT99000001");
  CHECK(has_line(text, "TI  - A Trial of Grafts"));
  CHECK(has_line(text, "TT  - Grafts (GRAFT)"));
  CHECK(has_line(text, "CN  - The Society, London"));
  CHECK(has_line(text, "DP  - 2011 Aug 22"));
  CHECK(has_line(text, "PT  - Clinical Trial"));
  CHECK(has_line(text, "OT  - Lenalidomide"));
  CHECK(has_line(text, "SI  - ClinicalTrials.gov/NCT99000001"));
  CHECK(has_line(text, "AID - https://clinicaltrials.gov/study/NCT99000001"));
  CHECK(has_line(text, "GN  - Status: Recruiting"));
  const bool wrapped = std::any_of(lines.begin(), lines.end(), [](auto& l) { return l.starts_with("      "); });
  CHECK(wrapped);
  for (const std::string& line : lines) CHECK(line.size() <= 88);
  CHECK(text.ends_with("\n\n"));
}

TEST_CASE("NBIB wraps no value but titles and abstracts, whose lines alone are put together again") {
  std::string condition = "graft";
  for (int i = 0; i < 30; ++i) condition += " of some sort";
  CHECK(has_line(rendered("nbib", {trial(99000001, {{"condition", condition}})}, "graft"), "OT  - " + condition));
}

TEST_CASE("a record without a title gets one from its summary and its id, and says so") {
  const model::Trial untitled = trial(99000002, {{"summary", "Grafts are compared. More."}});
  const std::string ris = rendered("ris", {untitled}, "graft*");
  CHECK(has_line(ris, "TI  - Grafts are compared. (NCT99000002)"));
  CHECK(has_line(ris, "N1  - The record has no title: this one is made from its summary"));
  CHECK_FALSE(ris.find("PY  - ") != std::string::npos);
  const std::string bare = rendered("ris", {trial(99000003, {{"condition", "graft"}})}, "graft");
  CHECK(has_line(bare, "TI  - NCT99000003"));
}

TEST_CASE("the id begins the title where that is asked for") {
  ExportOptions chosen;
  chosen.id_in_title = true;
  CHECK(has_line(rendered("ris", {graft_trial()}, "graft", chosen), "TI  - NCT99000001: A Trial of Grafts"));
  CHECK(has_line(rendered("nbib", {graft_trial()}, "graft", chosen), "TI  - NCT99000001: A Trial of Grafts"));
}

TEST_CASE("a label is written as the tools write theirs") {
  ExportOptions chosen;
  chosen.fields = {"included", "label"};
  const auto csv_row = [&](const std::string& label) {
    chosen.label = label;
    return lines_of(rendered("csv", {graft_trial()}, "graft", chosen)).at(1);
  };
  CHECK(csv_row("relevant") == "1,relevant\r");
  CHECK(csv_row("irrelevant") == "0,irrelevant\r");
  CHECK(csv_row("not_seen") == ",not_seen\r");
  CHECK(csv_row("my team") == ",my team\r");
  chosen.label = "relevant";
  CHECK(has_line(rendered("ris", {graft_trial()}, "graft", chosen), "N1  - ASReview_relevant"));
  CHECK(has_line(rendered("nbib", {graft_trial()}, "graft", chosen), "GN  - ASReview_relevant"));
  chosen.label = "pilot\nER  - ";
  CHECK(has_line(rendered("ris", {graft_trial()}, "graft", chosen), "N1  - pilot ER -"));
}

TEST_CASE("the id of a batch's query is told") {
  CHECK(has_line(rendered("ris", {graft_trial()}, "graft", {}, "T1"), "N1  - Query: T1"));
  CHECK(rendered("tsv", {graft_trial()}, "graft", {}, "T1").starts_with("query_id\trank\t"));
}

TEST_CASE("fields are given in the order asked for, by any of their names") {
  ExportOptions chosen;
  chosen.fields = {"Phase", "title", "brief_title", "keyword", "keywords", "study_type", "posted", "enrollment"};
  const std::vector<std::string> lines = lines_of(rendered("tsv", {graft_trial()}, "graft", chosen));
  CHECK(lines.at(0) == "Phase\ttitle\tbrief_title\tkeyword\tkeywords\tstudy_type\tposted\tenrollment");
  CHECK(lines.at(1) ==
        "phase1; phase2\tA Trial of Grafts\tGrafts\tmyeloma; Transplant\tMyeloma; Anemia; Transplant; "
        "Lenalidomide\t\t2011-08-22\t");
  chosen.fields = {"nct_id", "phases", "enrollment"};
  const std::string json = rendered("jsonl", {graft_trial()}, "graft", chosen);
  CHECK(has_line(json, R"({"type":"hit","nct_id":"NCT99000001","phases":["phase1","phase2"],"enrollment":null})"));
}

TEST_CASE("a field that there is none of is an error with the nearest name") {
  try {
    render::check_fields({"tittle"});
    FAIL("accepted");
  } catch (const base::Error& error) {
    CHECK(error.code() == base::ErrorCode::kUsage);
    CHECK(error.hint() == "did you mean title?");
  }
}

TEST_CASE("what is in a record breaks no format and runs nowhere") {
  for (const render::OutputFormat& format : render::output_formats()) {
    CAPTURE(format.name);
    const std::string text = rendered(format.name, {hostile_trial()}, "code");
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.find("\u202E") == std::string::npos);
    CHECK(text.find("\u009b") == std::string::npos);
  }
  const std::string ris = rendered("ris", {hostile_trial()}, "code");
  const std::set<std::string> tags = {"TY", "AN", "ID", "TI", "ST", "AU", "PY", "DA",
                                      "AB", "KW", "UR", "DB", "DP", "N1", "ER"};
  std::size_t ends = 0;
  for (const std::string& line : lines_of(ris)) {
    if (line.empty()) continue;
    INFO(line);
    CHECK(line.substr(2, 4) == "  - ");
    CHECK(tags.count(line.substr(0, 2)) == 1);
    ends += line.starts_with("ER");
  }
  CHECK(ends == 1);
  for (const std::string& line : lines_of(rendered("nbib", {hostile_trial()}, "code"))) {
    INFO(line);
    CHECK((line.empty() || line.substr(4, 2) == "- " || line.starts_with("      ")));
  }
  CHECK(lines_of(rendered("csv", {hostile_trial()}, "code")).size() == 3);
  for (const char* table : {"csv", "tsv"}) {
    ExportOptions chosen;
    chosen.fields = {"title"};
    const std::string row = lines_of(rendered(table, {hostile_trial()}, "code", chosen)).at(1);
    CHECK((row.starts_with("'=") || row.starts_with("\"'=")));
  }
}

TEST_CASE("nothing in Markdown is markup but the marks") {
  model::Trial t = graft_trial();
  t.brief_title = "A <b>*graft*</b> [x](y) http://x.org www.x.org a_b #1 a@b.c $x$ `c` | end";
  const std::string text = rendered("markdown", {t}, "graft");
  CHECK(has_line(text,
                 "### 1. A \\<b\\>\\***graft**\\*\\</b\\> \\[x\\](y) http\\://x.org www\\.x.org a\\_b \\#1 a\\@b.c "
                 "\\$x\\$ \\`c\\` \\| end"));
  CHECK(has_line(text, "> *summary*: The **graft** is tested."));
  CHECK(text.find("[NCT99000001](<https://clinicaltrials.gov/study/NCT99000001>) · Recruiting · Phase 1, Phase 2") !=
        std::string::npos);
}

TEST_CASE("facets are told in the formats that have a place for them") {
  CHECK(has_line(rendered("jsonl", {graft_trial()}, "graft"),
                 R"({"type":"facet","field":"status","missing":0,"values":[{"value":"recruiting","count":1}]})"));
  const std::string markdown = rendered("markdown", {graft_trial()}, "graft");
  CHECK(markdown.find("| Status | trials |\n|---|---:|\n| Recruiting | 1 |\n\n") != std::string::npos);
  const std::string text = rendered("text", {graft_trial()}, "graft");
  CHECK(text.find("Condition\n  Anemia   1\n  Myeloma  1\n") != std::string::npos);
  CHECK(text.find("Start, by year\n  (not given)  1\n") != std::string::npos);
}

TEST_CASE("an HTML page has no element but its own, whatever a record holds") {
  const std::string page = rendered("html", {hostile_trial()}, "code <script>");
  const std::size_t head_end = page.find("</head>");
  REQUIRE(head_end != std::string::npos);
  const std::string body = page.substr(head_end);
  for (const char* wrong : {"<script", "<img", "<iframe", "javascript:x\"", "onerror="}) {
    CAPTURE(wrong);
    CHECK(body.find(wrong) == std::string::npos);
  }
  CHECK(body.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
  CHECK(body.find("`<mark>code</mark>`") != std::string::npos);
  CHECK(page.find("default-src 'none'") != std::string::npos);
  CHECK(page.find("http-equiv=\"Content-Security-Policy\"") < page.find("<script"));
}

TEST_CASE("a chart's values are those by which its trials are found on the page") {
  const std::string page = rendered("html", {graft_trial()}, "graft");
  CHECK(page.find("data-facet=\"0\" data-value=\"recruiting\"") != std::string::npos);
  CHECK(page.find("data-facet-0=\"recruiting\"") != std::string::npos);
  CHECK(page.find("data-facet=\"2\" data-value=\"myeloma\"") != std::string::npos);
  CHECK(page.find("data-facet-2=\"myeloma\nanemia\"") != std::string::npos);
}
