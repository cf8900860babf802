// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "formats/reader.hpp"

/// How each format is told by its beginning and opened: what the rows of the table (registry.cpp) name.
namespace trialsift::formats {

/// The text export of the API's modules, such as the Description Module: records of labelled values that run over
/// lines. Each record of a page is a trial with what that module has.
bool sniff_module_text(std::string_view head);
std::unique_ptr<Reader> open_module_text(ByteSource& source, const std::string& file, const ReadOptions& options);

/// Studies in the JSON of ClinicalTrials.gov's API, version 2: by the hundred in an array or a page, one a line, or
/// alone.
bool sniff_api_v2(std::string_view head);
std::unique_ptr<Reader> open_api_v2(ByteSource& source, const std::string& file, const ReadOptions& options);

/// Studies in the JSON of ClinicalTrials.gov's retired API, version 1: pages of full studies or of chosen fields,
/// arrays, one study a line, or alone.
bool sniff_api_v1(std::string_view head);
std::unique_ptr<Reader> open_api_v1(ByteSource& source, const std::string& file, const ReadOptions& options);

/// The XML of ClinicalTrials.gov's retired site: one <clinical_study> a file, or many in one.
bool sniff_ctgov_xml(std::string_view head);
std::unique_ptr<Reader> open_ctgov_xml(ByteSource& source, const std::string& file, const ReadOptions& options);

/// <clinical_study> elements that a program turned into JSON: attributes as @name, repeated elements as lists.
bool sniff_xml_as_json(std::string_view head);
std::unique_ptr<Reader> open_xml_as_json(ByteSource& source, const std::string& file, const ReadOptions& options);

/// The XML of the WHO's trial search portal, <Trials_downloaded_from_ICTRP>.
bool sniff_ictrp_xml(std::string_view head);
std::unique_ptr<Reader> open_ictrp_xml(ByteSource& source, const std::string& file, const ReadOptions& options);

/// AACT's tables, as its bars-delimited files or as CSV: one trial of all its rows in the tables of a folder or
/// archive. Rows wait sorted by trial (row_sorter.hpp); memory does not grow with them.
bool sniff_aact(std::string_view head);
std::unique_ptr<TableJoin> join_aact(const ReadOptions& options);
/// The tables of AACT that are not read: rows of their own, with an id, in columns named as there.
bool passes_over_aact(std::string_view head);

/// CSV of the WHO's International Clinical Trials Registry Platform: exports of a search, lists such as that of
/// COVID-19 trials, and the full export, which has no header.
bool sniff_ictrp_csv(std::string_view head);
std::unique_ptr<Reader> open_ictrp_csv(ByteSource& source, const std::string& file, const ReadOptions& options);

/// Tables with one trial a row: the site's CSV and TSV of any age, and what users make of them. Columns are known by
/// their names (ctgov_columns.hpp), the ids' also by its values.
bool sniff_ctgov_csv(std::string_view head);
std::unique_ptr<Reader> open_ctgov_csv(ByteSource& source, const std::string& file, const ReadOptions& options);

}  // namespace trialsift::formats
