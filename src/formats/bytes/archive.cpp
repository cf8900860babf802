// SPDX-License-Identifier: GPL-2.0-or-later
#include "formats/bytes/archive.hpp"

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdint>
#include <exception>
#include <utility>

#include "trialsift/base/text.hpp"

namespace trialsift::formats {
namespace {

using namespace std::string_view_literals;

constexpr std::array kMagics = {"PK\x03\x04"sv,
                                "PK\x05\x06"sv,
                                "\x1F\x8B"sv,
                                "\x28\xB5\x2F\xFD"sv,
                                "BZh"sv,
                                "\xFD"
                                "7zXZ\0"sv};
/// Zstandard frames may be preceded by one to skip: 0x184D2A50 to 0x184D2A5F.
bool is_zstd_skippable(std::string_view head) {
  return head.size() >= 4 && (head[0] & '\xF0') == '\x50' && head.substr(1, 3) == "\x2A\x4D\x18"sv;
}

/// By the checksum of the first header, which older tars have too.
bool is_tar(std::string_view head) {
  constexpr std::size_t kHeader = 512;
  constexpr std::size_t kChecksum = 148;
  constexpr std::size_t kChecksumLength = 8;
  if (head.size() < kHeader || head[0] == '\0') return false;
  unsigned sum = 0;
  unsigned told = 0;
  for (std::size_t i = 0; i < kHeader; ++i) {
    const bool in_checksum = i >= kChecksum && i < kChecksum + kChecksumLength;
    if (in_checksum && head[i] >= '0' && head[i] <= '7') told = told * 8 + static_cast<unsigned>(head[i] - '0');
    sum += in_checksum ? ' ' : static_cast<unsigned char>(head[i]);
  }
  return sum == told;
}

/// The name has a part that starts with a dot, or is what macOS adds to zips.
bool is_hidden(std::string_view name) {
  while (!name.empty()) {
    const std::size_t slash = std::min(name.find('/'), name.size());
    const std::string_view part = name.substr(0, slash);
    if (part == "__MACOSX" || (part.starts_with('.') && part != "." && part != "..")) return true;
    name.remove_prefix(std::min(slash + 1, name.size()));
  }
  return false;
}

}  // namespace

bool is_archive(std::string_view head) {
  for (const std::string_view magic : kMagics) {
    if (head.starts_with(magic)) return true;
  }
  return is_zstd_skippable(head) || is_tar(head);
}

struct Archive::Feed {
  Feed(ByteSource& from, Unpacking& told) : source(from), unpacking(told) {}
  ~Feed() { archive_read_free(handle); }
  Feed(const Feed&) = delete;
  Feed& operator=(const Feed&) = delete;

  /// Called from C: what the source throws is kept and goes on from Archive's own functions.
  static la_ssize_t read(archive* handle, void* self, const void** bytes) noexcept {
    auto& feed = *static_cast<Feed*>(self);
    *bytes = feed.buffer.data();
    try {
      feed.count();
      return static_cast<la_ssize_t>(feed.source.read(feed.buffer.data(), feed.buffer.size()));
    } catch (const DamagedInput& damage) {
      archive_set_error(handle, EIO, "%s", damage.what());
    } catch (...) {
      feed.thrown = std::current_exception();
    }
    return -1;
  }

  /// What came out of the compressed stream, or of the members of an archive that packs each by itself.
  void count() {
    const auto streamed = static_cast<std::uint64_t>(std::max<la_int64_t>(archive_filter_bytes(handle, 0), 0));
    const std::uint64_t now = std::max(streamed, given);
    if (now <= counted) return;
    const std::uint64_t fresh = now - std::exchange(counted, now);
    unpacking.add(fresh);
  }

  void rethrow() {
    if (thrown) std::rethrow_exception(std::exchange(thrown, nullptr));
  }

  static constexpr std::size_t kBufferBytes = 64U << 10U;
  ByteSource& source;
  Unpacking& unpacking;
  std::uint64_t given = 0;  ///< bytes of members
  std::uint64_t counted = 0;
  archive* handle = archive_read_new();
  std::vector<char> buffer = std::vector<char>(kBufferBytes);
  std::exception_ptr thrown;
};

Archive::Archive(ByteSource& source, Unpacking& unpacking) : feed_(std::make_unique<Feed>(source, unpacking)) {
  archive* const handle = feed_->handle;
  if (handle == nullptr) throw std::bad_alloc();
  archive_read_support_format_zip_streamable(handle);
  archive_read_support_format_tar(handle);
  archive_read_support_format_empty(handle);
  archive_read_support_format_raw(handle);
  archive_read_support_filter_gzip(handle);
  archive_read_support_filter_bzip2(handle);
  archive_read_support_filter_xz(handle);
  archive_read_support_filter_zstd(handle);
  if (archive_read_open(handle, feed_.get(), nullptr, &Feed::read, nullptr) != ARCHIVE_OK) damaged("open", true);
}

Archive::~Archive() = default;

bool Archive::compressed() const {
  return archive_filter_count(feed_->handle) > 1;  // one is the input itself
}

void Archive::damaged(const char* doing, bool fatal) {
  usable_ = usable_ && !fatal;
  feed_->rethrow();
  const char* const why = archive_error_string(feed_->handle);
  throw DamagedInput(why != nullptr ? why : std::string("cannot ") + doing);
}

/// A tar ends with blocks of zeros; where libarchive finds none it takes the end of the input for the end of the tar,
/// which then may be cut off behind any member.
bool Archive::has_end_mark() const {
  if ((archive_format(feed_->handle) & ARCHIVE_FORMAT_BASE_MASK) != ARCHIVE_FORMAT_TAR) return true;
  return archive_filter_bytes(feed_->handle, 0) > archive_read_header_position(feed_->handle);
}

std::optional<Archive::Member> Archive::next_member() {
  while (usable_) {
    archive_entry* entry = nullptr;
    const int status = archive_read_next_header(feed_->handle, &entry);
    if (status == ARCHIVE_EOF) {
      usable_ = false;
      if (!has_end_mark()) throw DamagedInput("it ends without the mark of its end");
      break;
    }
    if (status == ARCHIVE_RETRY) continue;
    if (status < ARCHIVE_WARN) damaged("read the next member", status == ARCHIVE_FATAL);
    // A compressed stream that is no archive comes as one raw entry.
    if (archive_format(feed_->handle) == ARCHIVE_FORMAT_RAW) return Member{};
    const auto type = archive_entry_filetype(entry);
    if (type == AE_IFDIR) continue;
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) name = archive_entry_pathname(entry);
    std::string text = name != nullptr ? name : "?";
    base::repair_utf8(text);
    if (text.ends_with('/') || is_hidden(text)) continue;
    const bool is_link = archive_entry_hardlink(entry) != nullptr && archive_entry_size(entry) == 0;
    return Member{std::move(text), (type == AE_IFREG || type == 0) && !is_link};
  }
  return std::nullopt;
}

std::size_t Archive::read(char* out, std::size_t capacity) {
  while (true) {
    const la_ssize_t got = archive_read_data(feed_->handle, out, capacity);
    if (got >= 0) {
      feed_->given += static_cast<std::uint64_t>(got);
      feed_->count();
      return static_cast<std::size_t>(got);
    }
    if (got == ARCHIVE_RETRY) continue;
    // A warning, such as a wrong checksum, is damage as well: the bytes are not what was packed.
    damaged("read", got == ARCHIVE_FATAL);
  }
}

}  // namespace trialsift::formats
