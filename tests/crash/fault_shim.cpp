// SPDX-License-Identifier: GPL-2.0-or-later
//
// Preloaded into the program, counts the calls by which it changes files, whoever makes them, and makes one of them go
// wrong. What it does stands in the environment:
//
//     FAULT_COUNT=FILE   writes the number of calls there when the program ends
//     FAULT_TRACE=FILE   writes there what was done, a line each: `change PATH` (made or written), `sync PATH`,
//                        `rename FROM<tab>TO`
//     FAULT_AT=K         the call that goes wrong, from 1
//     FAULT_KIND=kill    the program is killed there, a write half done
//                io      the call fails once with EIO
//                full    from there on nothing can be written: ENOSPC, as on a full disk, which can still rename and
//                sync
//     FAULT_FLOCK=ERRNO  no file can be locked
//
// The functions go to the kernel directly: the next ones in line may be a sanitizer's.

#include <fcntl.h>
#include <sys/file.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>
#ifdef __linux__
#include <linux/fs.h>
#endif

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

enum class Kind { kNone, kKill, kIo, kFull };

std::atomic<long> g_calls{0};
std::atomic<long> g_at{0};
std::atomic<Kind> g_kind{Kind::kNone};
const char* g_count_file = nullptr;
std::atomic<long> g_trace{-1};

__attribute__((constructor)) void read_environment() {
  const char* at = std::getenv("FAULT_AT");
  const char* kind = std::getenv("FAULT_KIND");
  g_count_file = std::getenv("FAULT_COUNT");
  if (const char* trace = std::getenv("FAULT_TRACE")) {
    g_trace = ::syscall(SYS_openat, AT_FDCWD, trace, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  }
  if (at == nullptr || kind == nullptr) return;
  const std::string_view name = kind;
  g_kind = name == "kill" ? Kind::kKill : name == "io" ? Kind::kIo : name == "full" ? Kind::kFull : Kind::kNone;
  g_at = std::strtol(at, nullptr, 10);
}

__attribute__((destructor)) void write_count() {
  if (g_count_file == nullptr) return;
  char digits[24];
  std::size_t at = sizeof digits;
  for (long rest = g_calls; at == sizeof digits || rest > 0; rest /= 10) {
    digits[--at] = static_cast<char>('0' + rest % 10);
  }
  const long file = ::syscall(SYS_openat, AT_FDCWD, g_count_file, O_WRONLY | O_CREAT | O_TRUNC, 0644);
  ::syscall(SYS_write, file, digits + at, sizeof digits - at);
  ::syscall(SYS_close, file);
}

void trace(const char* what, const char* path) {
  if (g_trace < 0) return;
  std::string line = std::string(what) + " " + path + "\n";
  ::syscall(SYS_write, g_trace.load(), line.data(), line.size());
}

void trace(const char* what, int file) {
  if (g_trace < 0) return;
  const std::string link = "/proc/self/fd/" + std::to_string(file);
  char path[4096] = {};
  if (::syscall(SYS_readlinkat, AT_FDCWD, link.c_str(), path, sizeof path - 1) > 0) trace(what, path);
}

/// Whether this call goes wrong; errno says how. `takes_room`: it can fail on a full disk.
bool goes_wrong(bool takes_room) {
  const long call = ++g_calls;
  switch (g_kind) {
    case Kind::kKill:
      if (call == g_at) ::syscall(SYS_kill, ::getpid(), SIGKILL);
      return false;
    case Kind::kIo:
      errno = EIO;
      return call == g_at;
    case Kind::kFull:
      errno = ENOSPC;
      return takes_room && call >= g_at;
    case Kind::kNone:
      break;
  }
  return false;
}

/// Messages and pipes are no files of the index.
bool is_standard(int file) {
  return file <= STDERR_FILENO;
}

/// A program that is killed in a write has written a part of it.
bool dies_next() {
  return g_kind == Kind::kKill && g_calls + 1 == g_at;
}

template <class... Arguments>
auto kernel(long number, Arguments... arguments) {
  return ::syscall(number, arguments...);
}

int open_file(int folder, const char* path, int flags, mode_t mode) {
  if ((flags & O_CREAT) != 0 && goes_wrong(true)) return -1;
  const int file = static_cast<int>(kernel(SYS_openat, folder, path, flags, mode));
  if ((flags & O_CREAT) != 0 && file >= 0) trace("change", file);
  return file;
}

ssize_t write_file(int file, const void* bytes, size_t size, off_t offset, bool at_offset) {
  if (!is_standard(file)) {
    if (dies_next()) {
      at_offset ? kernel(SYS_pwrite64, file, bytes, size / 2, offset) : kernel(SYS_write, file, bytes, size / 2);
    }
    if (goes_wrong(true)) return -1;
    trace("change", file);
  }
  return at_offset ? kernel(SYS_pwrite64, file, bytes, size, offset) : kernel(SYS_write, file, bytes, size);
}

mode_t mode_of(int flags, va_list arguments) {
  return (flags & O_CREAT) != 0 ? static_cast<mode_t>(va_arg(arguments, int)) : 0;
}

}  // namespace

extern "C" {

ssize_t write(int file, const void* bytes, size_t size) {
  return write_file(file, bytes, size, 0, false);
}
ssize_t pwrite(int file, const void* bytes, size_t size, off_t offset) {
  return write_file(file, bytes, size, offset, true);
}
ssize_t pwrite64(int file, const void* bytes, size_t size, off64_t offset) {
  return write_file(file, bytes, size, offset, true);
}
ssize_t writev(int file, const iovec* parts, int count) {
  if (!is_standard(file) && goes_wrong(true)) return -1;
  trace("change", file);
  return kernel(SYS_writev, file, parts, count);
}
ssize_t sendfile(int to, int from, off_t* offset, size_t size) {
  if (goes_wrong(true)) return -1;
  trace("change", to);
  return kernel(SYS_sendfile, to, from, offset, size);
}
ssize_t copy_file_range(int from, off64_t* from_offset, int to, off64_t* to_offset, size_t size, unsigned flags) {
  if (goes_wrong(true)) return -1;
  trace("change", to);
  return kernel(SYS_copy_file_range, from, from_offset, to, to_offset, size, flags);
}
int ftruncate(int file, off_t size) {
  if (goes_wrong(false)) return -1;
  trace("change", file);
  return static_cast<int>(kernel(SYS_ftruncate, file, size));
}
int fsync(int file) {
  if (goes_wrong(false)) return -1;
  trace("sync", file);
  return static_cast<int>(kernel(SYS_fsync, file));
}
int fdatasync(int file) {
  if (goes_wrong(false)) return -1;
  trace("sync", file);
  return static_cast<int>(kernel(SYS_fdatasync, file));
}
int rename(const char* from, const char* to) {
  if (goes_wrong(false)) return -1;
  trace("rename", (std::string(from) + "\t" + to).c_str());
  return static_cast<int>(kernel(SYS_renameat, AT_FDCWD, from, AT_FDCWD, to));
}
int link(const char* from, const char* to) {
  if (goes_wrong(true)) return -1;
  trace("change", to);
  return static_cast<int>(kernel(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0));
}
int flock(int file, int operation) {
  if (const char* error = std::getenv("FAULT_FLOCK")) {
    errno = std::atoi(error);
    return -1;
  }
  return static_cast<int>(kernel(SYS_flock, file, operation));
}
int mkdir(const char* path, mode_t mode) {
  if (goes_wrong(true)) return -1;
  trace("change", path);
  return static_cast<int>(kernel(SYS_mkdirat, AT_FDCWD, path, mode));
}
int unlink(const char* path) {
  if (goes_wrong(false)) return -1;
  return static_cast<int>(kernel(SYS_unlinkat, AT_FDCWD, path, 0));
}
int unlinkat(int folder, const char* path, int flags) {
  if (goes_wrong(false)) return -1;
  return static_cast<int>(kernel(SYS_unlinkat, folder, path, flags));
}
int open(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_file(AT_FDCWD, path, flags, mode);
}
int open64(const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_file(AT_FDCWD, path, flags, mode);
}
int openat(int folder, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_file(folder, path, flags, mode);
}
int openat64(int folder, const char* path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  const mode_t mode = mode_of(flags, arguments);
  va_end(arguments);
  return open_file(folder, path, flags, mode);
}
}
