// SPDX-License-Identifier: GPL-2.0-or-later
#include "cli/rejects.hpp"

#include "trialsift/base/json_writer.hpp"
#include "trialsift/formats/record.hpp"

namespace trialsift::cli {
namespace {

constexpr int kToldRejects = 20;

std::string json_line(const formats::Rejected& rejected) {
  base::JsonWriter json;
  json.begin_object().member("file", rejected.where.file).member("line", rejected.where.line);
  json.member("offset", rejected.where.offset).member("id", rejected.where.id);
  json.member("reason", rejected.reason).member("detail", rejected.detail).end_object();
  return json.text() + "\n";
}

std::string place_text(const base::Place& where) {
  std::string text = where.file;
  if (where.line > 0) text += ":" + std::to_string(where.line);
  if (!where.id.empty()) text += " (" + where.id + ")";
  return text;
}

}  // namespace

Rejects::Rejects(const Globals& globals, const std::string& file) : globals_(globals) {
  if (!file.empty()) file_.emplace(file);
}

void Rejects::take(const formats::Rejected& rejected) {
  if (file_) file_->write(json_line(rejected));
  if (++told_ > kToldRejects) return;
  tell(globals_,
       "trialsift: rejected[" + rejected.reason + "]: " + place_text(rejected.where) + ": " + rejected.detail);
  if (told_ < kToldRejects) return;
  tell(globals_, file_ ? "trialsift: further rejected records are counted and written to the file"
                       : "trialsift: further rejected records are counted");
}

void Rejects::publish() {
  if (file_) file_->publish();
}

void Rejects::publish(const base::Error& failure) {
  if (!file_) return;
  base::JsonWriter json;
  json.begin_object().member("end", "error").member("error", base::error_info(failure.code()).slug);
  json.member("detail", failure.what()).end_object();
  file_->write(json.text() + "\n");
  file_->publish();
}

}  // namespace trialsift::cli
