// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/bytes/byte_source.hpp"
#include "formats/bytes/unpacking.hpp"

namespace trialsift::formats {

/// True if the first bytes are those of a zip, a tar, or a gzip, zstd, bzip2 or xz stream.
bool is_archive(std::string_view head);

/// The members of an archive, or the one stream in a compressed file, in their order and without seeking: an archive
/// may come from a pipe and be of any size. It is the ByteSource of the member under way. Refers to the source and to
/// `unpacking`, which it tells of all that it unpacks, what is passed over too; what that throws goes through here.
///
/// Limits of libarchive: up to 64 KiB before a damage in a compressed stream are lost with it; gzip's checksum is not
/// verified.
class Archive : public ByteSource {
 public:
  Archive(ByteSource& source, Unpacking& unpacking);
  ~Archive() override;
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  struct Member {
    std::string name;     ///< empty for a compressed file that is no archive
    bool is_file = true;  ///< false: a link or a device, of which there is nothing to read
  };
  /// The next one that is no folder; hidden ones are left out. Throws DamagedInput, also where the archive ends without
  /// its end mark.
  std::optional<Member> next_member();
  std::size_t read(char* out, std::size_t capacity) override;
  /// False after a damage behind which nothing can be read.
  bool usable() const { return usable_; }
  /// True of a compressed stream, with or without an archive in it: behind a member there is more only once all of it
  /// has been unpacked.
  bool compressed() const;

 private:
  struct Feed;
  [[noreturn]] void damaged(const char* doing, bool fatal);
  bool has_end_mark() const;

  std::unique_ptr<Feed> feed_;
  bool usable_ = true;
};

}  // namespace trialsift::formats
