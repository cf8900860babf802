// SPDX-License-Identifier: GPL-2.0-or-later
#include "trialsift/base/file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/fs.h>
#include <sys/ioctl.h>
#endif
#include <xxhash.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <cstdint>
#include <system_error>
#include <utility>
#include <vector>

#include "trialsift/base/error.hpp"
#include "trialsift/base/text.hpp"

namespace trialsift::base {
namespace {

constexpr std::size_t kBufferBytes = 1U << 18U;
constexpr mode_t kPermissions = 07777;

/// For MappedFile::holding(). Four files an opened index.
std::array<std::atomic<const MappedFile*>, 256> g_mapped{};

/// An owned descriptor for the length of a function.
class Descriptor {
 public:
  Descriptor(const Path& path, int flags, mode_t mode = 0666)
      : value_(::open(path.c_str(), flags | O_CLOEXEC, mode)) {  // NOLINT(*-vararg)
    if (value_ < 0) throw_system_error("cannot open " + path.string(), errno);
  }
  ~Descriptor() { ::close(value_); }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  int get() const { return value_; }

 private:
  int value_;
};

void write_all(int descriptor, std::string_view bytes, const Path& path) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(descriptor, bytes.data(), bytes.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      throw_system_error("cannot write " + path.string(), errno);
    }
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

template <class OnBytes>
void read_all(const Path& path, OnBytes on_bytes) {
  const Descriptor in(path, O_RDONLY);
  std::vector<char> buffer(kBufferBytes);
  for (;;) {
    const ssize_t n = ::read(in.get(), buffer.data(), buffer.size());
    if (n < 0) {
      if (errno == EINTR) continue;
      throw_system_error("cannot read " + path.string(), errno);
    }
    if (n == 0) return;
    on_bytes(std::string_view(buffer.data(), static_cast<std::size_t>(n)));
  }
}

Path folder_of(const Path& path) {
  return path.has_parent_path() ? path.parent_path() : Path(".");
}

constexpr const char* kTemporaryName = "trialsift-";
constexpr std::size_t kTemporarySigns = 6;

/// Removes temporary folders whose process was killed.
void remove_left_behind(const Path& parent) {
  std::error_code error;
  for (std::filesystem::directory_iterator it(parent, error), end; !error && it != end; it.increment(error)) {
    const std::string name = it->path().filename().string();
    if (!name.starts_with(kTemporaryName) || name.size() != std::string_view(kTemporaryName).size() + kTemporarySigns) {
      continue;
    }
    const int folder = ::open(it->path().c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);  // NOLINT(*-vararg)
    if (folder < 0) continue;
    struct stat status {};
    std::error_code ignored;
    if (::fstat(folder, &status) == 0 && status.st_uid == ::geteuid() && ::flock(folder, LOCK_EX | LOCK_NB) == 0) {
      std::filesystem::remove_all(it->path(), ignored);
    }
    ::close(folder);
  }
}

}  // namespace

MappedFile::MappedFile(const Path& path) : path_(printable(path.string())) {
  const Descriptor in(path, O_RDONLY);
  struct stat info {};
  if (::fstat(in.get(), &info) != 0) throw_system_error("cannot read " + path.string(), errno);
  size_ = static_cast<std::size_t>(info.st_size);
  if (size_ == 0) return;
  void* address = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, in.get(), 0);
  if (address == MAP_FAILED) throw_system_error("cannot map " + path.string(), errno);
  data_ = static_cast<const char*>(address);
  for (std::atomic<const MappedFile*>& place : g_mapped) {
    const MappedFile* free = nullptr;
    if (place.compare_exchange_strong(free, this)) break;
  }
}

MappedFile::~MappedFile() {
  if (data_ == nullptr) return;
  for (std::atomic<const MappedFile*>& place : g_mapped) {
    const MappedFile* own = this;
    if (place.compare_exchange_strong(own, nullptr)) break;
  }
  ::munmap(const_cast<char*>(data_), size_);
}

const MappedFile* MappedFile::holding(const void* address) noexcept {
  const auto wanted = reinterpret_cast<std::uintptr_t>(address);
  for (const std::atomic<const MappedFile*>& place : g_mapped) {
    const MappedFile* file = place.load();
    if (file != nullptr && wanted - reinterpret_cast<std::uintptr_t>(file->data_) < file->size_) return file;
  }
  return nullptr;
}

void MappedFile::release(std::size_t from) const {
  const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
  from = (from + page - 1) / page * page;
  if (from < size_) ::madvise(const_cast<char*>(data_) + from, size_ - from, MADV_DONTNEED);
}

RandomAccessFile::RandomAccessFile(const Path& path)
    : path_(path), descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {  // NOLINT(*-vararg)
  if (descriptor_ < 0) throw_system_error("cannot read " + path.string(), errno);
}

RandomAccessFile::RandomAccessFile(RandomAccessFile&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

RandomAccessFile::~RandomAccessFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void RandomAccessFile::read(std::uint64_t offset, void* out, std::size_t size) const {
  auto* to = static_cast<char*>(out);
  while (size > 0) {
    const ssize_t n = ::pread(descriptor_, to, size, static_cast<off_t>(offset));
    if (n < 0 && errno == EINTR) continue;
    if (n <= 0) throw_system_error("cannot read " + path_.string(), n < 0 ? errno : EIO);
    to += n;
    offset += static_cast<std::uint64_t>(n);
    size -= static_cast<std::size_t>(n);
  }
}

FileWriter::FileWriter(const Path& path)
    : path_(path), descriptor_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666)) {  // NOLINT
  if (descriptor_ < 0) throw_system_error("cannot write " + path.string(), errno);
  buffer_.reserve(kBufferBytes);
}

FileWriter::~FileWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void FileWriter::write(std::string_view bytes) {
  size_ += bytes.size();
  if (buffer_.size() + bytes.size() > kBufferBytes) flush();
  if (bytes.size() >= kBufferBytes) {
    write_all(descriptor_, bytes, path_);
  } else {
    buffer_ += bytes;
  }
}

void FileWriter::flush() {
  write_all(descriptor_, buffer_, path_);
  buffer_.clear();
}

void FileWriter::close(Sync sync) {
  flush();
  if (sync == Sync::kYes && ::fsync(descriptor_) != 0) throw_system_error("cannot write " + path_.string(), errno);
  const int descriptor = std::exchange(descriptor_, -1);
  if (::close(descriptor) != 0) throw_system_error("cannot write " + path_.string(), errno);
}

TemporaryFolder::TemporaryFolder(const Path& parent) {
  remove_left_behind(parent);
  constexpr int kAttempts = 10;  // another process may sweep the folder before it is locked
  for (int attempt = 0; attempt < kAttempts && lock_ < 0; ++attempt) {
    std::string name = (parent / (kTemporaryName + std::string(kTemporarySigns, 'X'))).string();
    if (::mkdtemp(name.data()) == nullptr) throw_system_error("cannot make a folder in " + parent.string(), errno);
    path_ = name;
    lock_ = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);  // NOLINT(*-vararg)
    // Where there are no locks nobody sweeps.
    if (lock_ >= 0) ::flock(lock_, LOCK_EX);
    std::error_code error;
    if (lock_ >= 0 && !std::filesystem::exists(path_, error)) ::close(std::exchange(lock_, -1));
  }
  if (lock_ < 0) throw_system_error("cannot make a folder in " + parent.string(), errno);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
  ::close(lock_);
}

FileLock::FileLock(const Path& path)
    : descriptor_(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666)) {  // NOLINT(*-vararg)
  const int refused = errno;
  // That of another user of the folder is locked as well by who may only read it.
  const bool may_not_write = descriptor_ < 0 && (refused == EACCES || refused == EPERM);
  if (may_not_write) descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);  // NOLINT(*-vararg)
  if (descriptor_ < 0) throw_system_error("cannot write " + path.string(), refused);
  if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
  const int error = errno;
  ::close(descriptor_);
  if (error == EWOULDBLOCK) {
    throw Error(ErrorCode::kIndexLocked, "another process is writing the index in " + folder_of(path).string());
  }
  throw Error(ErrorCode::kIo, "cannot lock " + path.string() + ": " + std::generic_category().message(error),
              "shares of SMB and NFS may have no locks: build the index in a folder of this machine and copy it there; "
              "it can be searched there");
}

FileLock::~FileLock() {
  ::close(descriptor_);
}

std::string read_file(const Path& path) {
  std::string bytes;
  read_all(path, [&bytes](std::string_view part) { bytes += part; });
  return bytes;
}

void replace_file(const Path& path, std::string_view bytes) {
  const Path beside = path.string() + ".tmp";
  FileWriter writer(beside);
  writer.write(bytes);
  writer.close();
  rename_path(beside, path);
}

void rename_path(const Path& from, const Path& to) {
  if (::rename(from.c_str(), to.c_str()) != 0) {
    throw_system_error("cannot rename " + from.string() + " to " + to.string(), errno);
  }
  sync_path(folder_of(to));
}

void sync_path(const Path& path) {
  const Descriptor file(path, O_RDONLY);
  if (::fsync(file.get()) != 0 && errno != EINVAL && errno != EROFS) {
    throw_system_error("cannot sync " + path.string(), errno);
  }
}

void copy_file(const Path& from, const Path& to) {
  const Descriptor out(to, O_WRONLY | O_CREAT | O_TRUNC);
#ifdef FICLONE
  {
    const Descriptor in(from, O_RDONLY);
    if (::ioctl(out.get(), FICLONE, in.get()) == 0) return;  // NOLINT(*-vararg)
  }
#endif
  // Not std::filesystem's, which tells a disk that fills up midway as an input/output error.
  read_all(from, [&](std::string_view part) { write_all(out.get(), part, to); });
}

void create_directories(const Path& path) {
  std::error_code error;
  std::filesystem::create_directories(path, error);
  if (error) throw_system_error("cannot create the folder " + path.string(), error.value());
}

void create_lasting_directories(const Path& path) {
  std::vector<Path> missing;
  std::error_code ignored;
  for (Path folder = std::filesystem::absolute(path); !std::filesystem::exists(folder, ignored);
       folder = folder.parent_path()) {
    missing.push_back(folder);
  }
  base::create_directories(path);
  for (const Path& folder : missing) {
    const Path above = folder_of(folder);
    if (::access(above.c_str(), R_OK) == 0) sync_path(above);  // one that cannot be read cannot be synced
  }
}

void share_with_group_of(const Path& folder, const Path& path) {
  struct stat above {};
  struct stat own {};
  if (::stat(folder.c_str(), &above) != 0 || ::stat(path.c_str(), &own) != 0) return;
  if ((above.st_mode & S_IWGRP) == 0) return;
  if (own.st_gid != above.st_gid && ::chown(path.c_str(), static_cast<uid_t>(-1), above.st_gid) != 0) return;
  ::chmod(path.c_str(), (own.st_mode & kPermissions) | (above.st_mode & S_IRWXG) | S_ISGID);
}

void remove_all(const Path& path) {
  std::error_code error;
  std::filesystem::remove_all(path, error);
  if (error) throw_system_error("cannot remove " + path.string(), error.value());
}

std::uint64_t file_size(const Path& path) {
  std::error_code error;
  const std::uint64_t size = std::filesystem::file_size(path, error);
  if (error) throw_system_error("cannot read " + path.string(), error.value());
  return size;
}

std::uint64_t hash64(std::string_view bytes) {
  return XXH3_64bits(bytes.data(), bytes.size());
}

std::uint64_t hash64_of_file(const Path& path) {
  XXH3_state_t* state = XXH3_createState();
  XXH3_64bits_reset(state);
  try {
    read_all(path, [state](std::string_view part) { XXH3_64bits_update(state, part.data(), part.size()); });
  } catch (...) {
    XXH3_freeState(state);
    throw;
  }
  const std::uint64_t hash = XXH3_64bits_digest(state);
  XXH3_freeState(state);
  return hash;
}

std::string hex64(std::uint64_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string text(16, '0');
  for (std::size_t i = 16; i-- > 0; value >>= 4U) text[i] = kDigits[value & 0xFU];
  return text;
}

}  // namespace trialsift::base
