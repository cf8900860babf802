// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/store/records.hpp"

#include <algorithm>

#include <zstd.h>

#include "trialsift/base/error.hpp"
#include "trialsift/store/record.hpp"

namespace trialsift::store {
namespace {

constexpr std::string_view kMagic = "tsRecrd1";
constexpr int kLevel = 3;
/// No record that a reader lets through is larger.
constexpr unsigned long long kLargestRecordBytes = 1ULL << 30U;

/// A damaged size must not ask for all memory: a block of at least four bytes gives at most 128 KiB (RFC
/// 8878, 3.1.1.2).
unsigned long long largest_record_in(std::string_view packed) {
  return std::min(kLargestRecordBytes, (packed.size() / 4 + 1) * (128ULL << 10U));
}

[[noreturn]] void corrupt() {
  throw base::Error(base::ErrorCode::kIndexCorrupt, "a stored record cannot be read");
}

std::string unpacked(std::string_view packed) {
  const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > largest_record_in(packed)) {
    corrupt();
  }
  std::string record(size, '\0');
  // A context is 160 kB, which would be made anew for each record.
  thread_local const std::unique_ptr<ZSTD_DCtx, std::size_t (*)(ZSTD_DCtx*)> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  const std::size_t got =
      ZSTD_decompressDCtx(context.get(), record.data(), record.size(), packed.data(), packed.size());
  if (ZSTD_isError(got) != 0 || got != size) corrupt();
  return record;
}

}  // namespace

struct RecordPacker::Impl {
  ZSTD_CCtx* context = ZSTD_createCCtx();
  ~Impl() { ZSTD_freeCCtx(context); }
};

RecordPacker::RecordPacker() : impl_(std::make_unique<Impl>()) {}
RecordPacker::~RecordPacker() = default;

std::string RecordPacker::pack(std::string_view record) {
  std::string packed(ZSTD_compressBound(record.size()), '\0');
  const std::size_t size =
      ZSTD_compressCCtx(impl_->context, packed.data(), packed.size(), record.data(), record.size(), kLevel);
  if (ZSTD_isError(size) != 0) {
    throw base::Error(base::ErrorCode::kInternal, std::string("a record cannot be packed: ") + ZSTD_getErrorName(size));
  }
  packed.resize(size);
  return packed;
}

model::Trial unpack(std::string_view packed) {
  return decode(unpacked(packed));
}

MergedTrial unpack_merged(std::string_view packed, const model::PartialDate& as_of, const OriginTable& origins) {
  return MergedTrial::decode(unpacked(packed), as_of, origins);
}

Records::Records(const StoredFile& file) : file_(file, kMagic) {}

model::Trial Records::trial(std::uint32_t docid) const {
  model::Trial trial = unpack(packed(docid));
  trial.as_of = as_of(docid);
  return trial;
}

RecordsWriter::RecordsWriter(const base::Path& path) : file_(path, kMagic) {}

}  // namespace trialsift::store
