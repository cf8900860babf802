// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <vector>

#include "trialsift/base/json_writer.hpp"
#include "trialsift/render/report.hpp"

/// The renderers, a file each; the table is in registry.cpp.
namespace trialsift::render {

void render_text(const SearchReport& report, const Style& style, const Sink& out);
void render_jsonl(const SearchReport& report, const Style& style, const Sink& out);
void render_csv(const SearchReport& report, const Style& style, const Sink& out);
void render_tsv(const SearchReport& report, const Style& style, const Sink& out);
void render_ris(const SearchReport& report, const Style& style, const Sink& out);
void render_nbib(const SearchReport& report, const Style& style, const Sink& out);
void render_markdown(const SearchReport& report, const Style& style, const Sink& out);
void render_html(const SearchReport& report, const Style& style, const Sink& out);
void render_ids(const SearchReport& report, const Style& style, const Sink& out);
void render_trec(const SearchReport& report, const Style& style, const Sink& out);

/// The member `expansions`: what was looked for beside a query's words.
void write_expanded(base::JsonWriter& json, const std::vector<search::Expanded>& expanded);

/// With six decimals, as every format shows scores.
std::string score_text(double score);

}  // namespace trialsift::render
