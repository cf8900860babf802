// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/index.hpp"

#include <cstdint>
#include <string>
#include <utility>

#include "trialsift/base/error.hpp"
#include "trialsift/schema/fields.hpp"
#include "trialsift/store/index_folder.hpp"
#include "trialsift/store/xapian_gate.hpp"

namespace trialsift::store {
namespace {

using base::Error;
using base::ErrorCode;

/// The database reads its large files without checksums: of all bytes only `trialsift check` tells. The small ones say
/// where everything stands in the large ones.
constexpr std::uint64_t kSmallFile = std::uint64_t{64} << 10U;

/// All files are there and have their sizes; the small ones of the database are as they were written. Those with
/// checksums of their own are verified as they are read.
Generation sound_generation(const base::Path& folder) {
  Generation sound = read_generation(folder);
  const auto& [generation, manifest] = sound;
  const Fingerprint ours = current_fingerprint();
  if (manifest.fingerprint != ours) {
    const char* what = manifest.fingerprint.schema != ours.schema       ? "other fields"
                       : manifest.fingerprint.analyzer != ours.analyzer ? "another version of the analyzer"
                                                                        : "another stemmer";
    throw Error(ErrorCode::kIndexSchema,
                "the index in " + generation.string() + " was built with " + what + " than this program's");
  }
  for (const FileInfo& info : manifest.files) {
    const StoredFile file = sound.file(info.name);
    verify_size(file);
    if (file.size <= kSmallFile) verify_bytes(file);
  }
  return sound;
}

}  // namespace

struct Index::Impl {
  explicit Impl(const Generation& generation)
      : manifest(generation.manifest),
        origins(generation.file(kOriginsName)),
        absences(generation.file(kAbsencesName)),
        words(generation.file(kWordsName)),
        abbreviations(generation.file(kAbbreviationsName)),
        tokens(generation.file(kTokensName)),
        records(generation.file(kRecordsName)),
        database(through_gate([&] { return Xapian::Database((generation.folder / kDatabaseName).string()); })) {}

  Manifest manifest;
  StoredFile origins;   ///< read and verified where it is asked for
  StoredFile absences;  ///< the same
  Words words;
  Abbreviations abbreviations;
  Tokens tokens;
  Records records;
  Xapian::Database database;
};

Index::Index(const base::Path& folder)
    : impl_(while_in_force(folder, [&] { return std::make_unique<Impl>(sound_generation(folder)); })) {}

Index::~Index() = default;

const Manifest& Index::manifest() const {
  return impl_->manifest;
}
const Words& Index::words() const {
  return impl_->words;
}
const Abbreviations& Index::abbreviations() const {
  return impl_->abbreviations;
}
const Tokens& Index::tokens() const {
  return impl_->tokens;
}
const Records& Index::records() const {
  return impl_->records;
}
std::unique_ptr<OriginTable> Index::origins() const {
  verify_bytes(impl_->origins);
  return std::make_unique<OriginTable>(impl_->origins.path);
}
Absences Index::absences() const {
  verify_bytes(impl_->absences);
  return Absences(impl_->absences.path);
}
const Xapian::Database& Index::database() const {
  return impl_->database;
}

std::optional<DocId> Index::find(const model::TrialId& id) const {
  return through_gate([&]() -> std::optional<DocId> {
    const schema::Field& field = *schema::find_field("id");
    const std::string term = std::string(field.prefix) + schema::key_form(field, id.text());
    for (auto it = impl_->database.postlist_begin(term); it != impl_->database.postlist_end(term); ++it) {
      // Other trials may name this id among theirs, or be another country's record of it.
      if (impl_->database.get_document(*it).get_value(schema::kIdSlot) == id.text()) return *it;
    }
    return std::nullopt;
  });
}

}  // namespace trialsift::store
