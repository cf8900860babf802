// SPDX-License-Identifier: GPL-2.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

/// Files as an index needs them: whole or not at all. Every failure is an Error that names the path.
namespace trialsift::base {

using Path = std::filesystem::path;

/// A read-only memory map; the bytes live as long as the object. An empty file maps to an empty view. Where the file
/// has become shorter, or its disk cannot be read, a touch of the bytes raises SIGBUS.
class MappedFile {
 public:
  explicit MappedFile(const Path& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  std::string_view bytes() const { return {data_, size_}; }
  /// Gives back the memory of pages that were looked at from that byte on; they come again when they are wanted.
  void release(std::size_t from) const;

  /// The mapped file that holds an address, or null (where very many are mapped, too). For handlers of SIGBUS:
  /// async-signal-safe, and so is printable_path().
  static const MappedFile* holding(const void* address) noexcept;
  const char* printable_path() const noexcept { return path_.c_str(); }

 private:
  std::string path_;
  const char* data_ = nullptr;
  std::size_t size_ = 0;
};

/// A file read here and there, without mapping it.
class RandomAccessFile {
 public:
  explicit RandomAccessFile(const Path& path);
  ~RandomAccessFile();
  RandomAccessFile(RandomAccessFile&& other) noexcept;
  RandomAccessFile& operator=(RandomAccessFile&& other) = delete;

  /// Exactly `size` bytes; fewer are an Error(kIo).
  void read(std::uint64_t offset, void* out, std::size_t size) const;

 private:
  Path path_;
  int descriptor_ = -1;
};

/// Buffered writing of a new file; `close` syncs it to the disk. Without it the file stays as far as it was written.
class FileWriter {
 public:
  explicit FileWriter(const Path& path);
  ~FileWriter();
  FileWriter(const FileWriter&) = delete;
  FileWriter& operator=(const FileWriter&) = delete;

  void write(std::string_view bytes);
  std::uint64_t size() const { return size_; }
  /// Hands what is buffered to the system, so that it can be read back.
  void flush();
  enum class Sync { kYes, kNo };
  void close(Sync sync = Sync::kYes);

 private:
  Path path_;
  int descriptor_ = -1;
  std::string buffer_;
  std::uint64_t size_ = 0;
};

/// A new folder of a name of its own, removed with all that is in it. What a killed process of this user left beside it
/// is removed as well: a folder of that name whose owner holds no lock on it any more.
class TemporaryFolder {
 public:
  explicit TemporaryFolder(const Path& parent);
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const Path& path() const { return path_; }

 private:
  Path path_;
  int lock_ = -1;
};

/// A lock between processes, held until destruction (or the process's end, however it comes).
class FileLock {
 public:
  /// The file is made if need be, and only read where this user may not write it. Throws Error: kIndexLocked at once if
  /// another holds it, kIo where the file system has no locks.
  explicit FileLock(const Path& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int descriptor_ = -1;
};

std::string read_file(const Path& path);

/// Writes beside `path`, syncs, renames over it and syncs the folder: readers see the old or the new bytes.
void replace_file(const Path& path, std::string_view bytes);
void rename_path(const Path& from, const Path& to);
void sync_path(const Path& path);

/// Copies a file, sharing its blocks where the file system can (FICLONE).
void copy_file(const Path& from, const Path& to);
void create_directories(const Path& path);
/// The same, and a power cut does not undo it.
void create_lasting_directories(const Path& path);
/// Gives a folder the group of the folder that it lies in, and the group's rights, where that one's group may write: so
/// may its users what is made in it. Does nothing where that is not allowed.
void share_with_group_of(const Path& folder, const Path& path);
void remove_all(const Path& path);
std::uint64_t file_size(const Path& path);

/// XXH3, 64 bits: for content hashes and checksums against accidents, not against forgery.
std::uint64_t hash64(std::string_view bytes);
std::uint64_t hash64_of_file(const Path& path);
std::string hex64(std::uint64_t value);

}  // namespace trialsift::base
