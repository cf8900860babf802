// SPDX-License-Identifier: GPL-2.0-or-later
#include "ingest/run_memory.hpp"

#include <utility>

#include "ingest/workers.hpp"

namespace trialsift::ingest {

RunMemory::RunMemory(const store::Index* current, std::string date, std::uint64_t run)
    : date_(std::move(date)), run_(run) {
  if (current != nullptr) absences_ = current->absences();
}

void RunMemory::note_rejected(const formats::Rejected& rejected) {
  const auto id = model::TrialId::parse(rejected.where.id);
  if (!id) return;
  rejected_.add(id->text(), {store::Absence::Kind::kRejected, rejected.reason, rejected.where, run_, date_});
  // A run that rejects everything must not keep it all until its end.
  if (rejected_.size() > 2 * store::Absences::kMost) rejected_.forget_most();
}

void RunMemory::note_removed(const model::TrialId& id) {
  changed_ |= absences_.add(id.text(), {store::Absence::Kind::kRemoved, {}, {}, run_, date_});
  if (absences_.size() > 2 * store::Absences::kMost) absences_.forget_most();
}

void RunMemory::finish(const Workers& workers) {
  const auto was_read = [&workers](const std::string& id) { return worker_of(workers, id).seen().contains(id); };
  std::vector<std::string> read;
  absences_.for_each([&](const std::string& id, const store::Absence&) {
    if (was_read(id)) read.push_back(id);
  });
  for (const std::string& id : read) changed_ |= absences_.remove(id);
  rejected_.for_each([&](const std::string& id, const store::Absence& absence) {
    if (!was_read(id)) changed_ |= absences_.add(id, absence);
  });
  absences_.note_forgotten(rejected_.forgotten());
  absences_.forget_most();
}

}  // namespace trialsift::ingest
