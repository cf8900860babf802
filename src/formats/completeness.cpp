// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/completeness.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include "trialsift/base/file.hpp"
#include "trialsift/base/text.hpp"
#include "trialsift/formats/record_stream.hpp"

namespace trialsift::formats {
namespace {

/// Rejections behind which, or in which, nothing could be read: records may stand there.
constexpr std::array<std::string_view, 5> kHiding = {"truncated", "damaged-archive", "unreadable", "bomb", "too-deep"};

constexpr std::array<std::string_view, 21> kEndings = {
    "json", "ndjson", "jsonl", "xml", "csv",  "tsv", "txt", "zip",  "tar",        "gz",      "tgz",
    "zst",  "zstd",   "tzst",  "bz2", "tbz2", "xz",  "txz", "part", "crdownload", "download"};

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Takes the numbers out of a file's name; what stays is the same for the files of a series.
std::string without_numbers(std::string_view name, std::vector<std::uint64_t>& numbers) {
  std::string pattern;
  for (std::size_t at = 0; at < name.size();) {
    if (!is_digit(name[at])) {
      pattern.push_back(name[at++]);
      continue;
    }
    std::uint64_t number = 0;
    const auto [stop, error] = std::from_chars(name.data() + at, name.data() + name.size(), number);
    at = static_cast<std::size_t>(stop - name.data());
    numbers.push_back(error == std::errc() ? number : 0);
    pattern.push_back('#');
  }
  return pattern;
}

/// The only place at which the numbers of the files differ, if there is one.
template <class Files>
std::optional<std::size_t> varying_place(const Files& files) {
  std::optional<std::size_t> place;
  for (std::size_t i = 0; i < files.front().numbers.size(); ++i) {
    const bool varies = std::any_of(files.begin(), files.end(),
                                    [&](const auto& file) { return file.numbers[i] != files.front().numbers[i]; });
    if (!varies) continue;
    if (place) return std::nullopt;
    place = i;
  }
  return place;
}

}  // namespace

bool named_like_records(std::string_view file) {
  const std::size_t dot = file.rfind('.');
  if (dot == std::string_view::npos) return false;
  const std::string ending = base::to_lower_ascii(file.substr(dot + 1));
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

void CompletenessCheck::add(std::string reason, const std::string& file, std::string detail) {
  ++found_.by_reason[reason];
  if (found_.first.size() == Completeness::kKept) return;
  found_.first.push_back({std::move(reason), file, std::move(detail)});
}

void CompletenessCheck::take(const Rejected& rejected) {
  const bool hides = std::find(kHiding.begin(), kHiding.end(), rejected.reason) != kHiding.end();
  const bool unknown = !model::TrialId::parse(rejected.where.id);
  if (hides || unknown || rejected.hides_others) add(rejected.reason, rejected.where.file, rejected.detail);
}

void CompletenessCheck::take_skipped(const std::string& file, bool empty) {
  const bool gave_records = expected_.contains(file) || expected_.contains(kAnyFile);
  if (!gave_records && !named_like_records(file)) return;
  const char* const what = gave_records ? "It gave records in an earlier run and holds none that can be read now."
                           : empty      ? "It is empty, though its name is that of a file of records."
                                   : "It holds no records that can be read, though its name is that of a file of them.";
  add(empty ? "empty" : "skipped", file, what);
}

void CompletenessCheck::take_end(const std::string& file, bool met, std::uint64_t records, Ending ending) {
  if (!ending.open.empty()) add("open-end", file, std::move(ending.open));
  NumberedFile numbered{{}, 0, file};
  Series* series = nullptr;
  bool states_none = false;
  for (const Page& page : ending.pages) {
    states_none = states_none || page.total == 0U;
    if (!page.answer.empty()) {
      answers_[page.answer].add(file, page);
      continue;
    }
    if (series == nullptr) series = &series_[without_numbers(file, numbered.numbers)];
    series->pages.add(file, page);
    numbered.records += page.records;
  }
  if (series != nullptr) series->files.push_back(std::move(numbered));
  if (!met) return;
  const bool gave_records = records > 0 || ending.rows > 0;
  if (gave_records && !named_like_records(file)) {
    if (to_expect_.size() == kFilesToExpectMax) to_expect_ = {kAnyFile};
    if (to_expect_.empty() || to_expect_.front() != kAnyFile) to_expect_.push_back(file);
  } else if (!gave_records && series != nullptr && !states_none) {
    empty_pages_.push_back(file);
  } else if (!gave_records && !states_none) {
    take_skipped(file, false);
  }
}

void CompletenessCheck::take_changed(const std::string& file, std::string how) {
  add("changed", file, std::move(how));
}

void CompletenessCheck::Pages::add(const std::string& in, const Page& page) {
  if (!keys.insert(base::hash64(page.key)).second) return;
  if (page.total ? totals.empty() : totals.empty() && page.continues) file = in;
  ++(page.continues ? continued : last);
  records += page.records;
  if (page.total) ++totals[*page.total];
}

void CompletenessCheck::Pages::add(const Pages& other) {
  if (file.empty() || (totals.empty() && !other.totals.empty())) file = other.file;
  continued += other.continued;
  last += other.last;
  records += other.records;
  for (const auto& [total, pages] : other.totals) totals[total] += pages;
}

void CompletenessCheck::judge_stated(const Pages& pages, std::uint64_t expected) {
  if (pages.records >= expected) return;
  add("too-few", pages.file,
      std::to_string(pages.records) + " of " + std::to_string(expected) +
          " read: the export states how many there are.");
}

/// The first page of an answer states the number of all records, where that was asked for; all but the last name the
/// next one by a token that this does not hold. So answers are told apart by their counts only.
void CompletenessCheck::judge(const Pages& pages) {
  if (pages.continued > 0 && (pages.last == 0 || pages.totals.size() > pages.last)) {
    add("missing-pages", pages.file, "The pages name a next one (nextPageToken) that is not among the inputs.");
  }
  std::uint64_t stating = 0;
  std::uint64_t expected = 0;
  for (const auto& [total, count] : pages.totals) stating += count;
  // Where more pages state a total than answers end, each page of an answer states it.
  const bool each_once = stating <= std::max<std::uint64_t>(pages.last, 1);
  for (const auto& [total, count] : pages.totals) expected += total * (each_once ? count : 1);
  judge_stated(pages, expected);
}

/// Pages that are numbered are numbered one after the other, by pages or by records.
void CompletenessCheck::judge_numbers(Series& series) {
  const auto place = varying_place(series.files);
  if (!place) return;
  std::sort(series.files.begin(), series.files.end(),
            [place](const NumberedFile& a, const NumberedFile& b) { return a.numbers[*place] < b.numbers[*place]; });
  const auto number = [&](std::size_t i) { return series.files[i].numbers[*place]; };
  constexpr std::uint64_t kSmallPage = 10;  // fewer records than the pages of any who counts them in names
  const std::uint64_t step = series.files.front().records;
  const bool by_pages = number(series.files.size() - 1) <= 10 * (series.files.size() + 1);
  const bool by_records = step >= kSmallPage && number(0) <= step + 1 &&
                          std::all_of(series.files.begin(), series.files.end(), [&](const NumberedFile& file) {
                            return (file.numbers[*place] - number(0)) % step == 0;
                          });
  if (!by_pages && !by_records) return;  // days, or numbers of another kind
  if (number(0) > 1) {
    add("missing-pages", series.files.front().name, "The pages before it are not among the inputs.");
  }
  for (std::size_t i = 1; i < series.files.size(); ++i) {
    const std::uint64_t ahead = number(i) - number(i - 1);
    if (ahead <= 1 || (by_records && ahead == series.files[i - 1].records)) continue;
    add("missing-pages", series.files[i].name, "A page between it and the one before is not among the inputs.");
  }
}

void CompletenessCheck::finish() {
  Pages others;  // of files that are no series: saved under names of their own
  for (auto& [pattern, series] : series_) {
    if (series.files.size() == 1) {
      others.add(series.pages);
      continue;
    }
    judge(series.pages);
    if (series.pages.continued > 0) judge_numbers(series);
  }
  judge(others);
  for (const auto& [answer, pages] : answers_) {
    if (!pages.totals.empty()) judge_stated(pages, pages.totals.rbegin()->first);
  }
  for (const std::string& file : empty_pages_) {
    std::vector<std::uint64_t> ignored;
    const Series& series = series_[without_numbers(file, ignored)];
    const Pages& of = series.files.size() == 1 ? others : series.pages;
    if (of.continued == 0) take_skipped(file, false);  // else it is the last page of an answer
  }
}

}  // namespace trialsift::formats
